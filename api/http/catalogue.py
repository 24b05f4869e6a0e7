"""`/v1/entities` and `/v1/metrics`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.http.parts import Floor, Media, errors
from api.objects import Entity, EntityList, EntityType, MetricList

router = APIRouter(prefix="/v1", tags=["实体与数据"], responses=errors(404, 409, 503))


@router.get("/entities", summary="作品、奖项、栏目、平台、活动逐年的提及")
def entities(
    floor: Floor,
    type: Annotated[EntityType | None, Query(description="只要这一类")] = None,
    q: Annotated[str | None, Query(max_length=200, description="名称含有的字，任何写法")] = None,
    media: Media = None,
    limit: Annotated[int, Query(ge=1, le=10_000, description="最多几个")] = 100,
) -> EntityList:
    """Return entities with their spellings and, year by year, the sentences that speak of them."""
    return floor.entities(type, q, media, limit)


@router.get("/entities/{entity}", summary="一个实体")
def entity(floor: Floor, entity: Annotated[str, Path(max_length=100, description="实体的 id")]) -> Entity:
    """Return one entity."""
    return floor.entity(entity)


@router.get("/metrics", summary="逐年的数字")
def metrics(
    floor: Floor,
    media: Media = None,
    name: Annotated[str | None, Query(max_length=200, description="指标，如 粉丝数")] = None,
    subject: Annotated[str | None, Query(max_length=200, description="谁的数字，如平台名称")] = None,
) -> MetricList:
    """Return figures as yearly series, one for each measure, subject and unit."""
    return floor.metrics(media=media, name=name, subject=subject)
