"""`/v1/entities` and `/v1/metrics`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.http.paging import EntityPage, MetricPage, Paged
from api.http.parts import Floor, Media, errors
from api.objects import Entity, EntityType

router = APIRouter(prefix="/v1", tags=["实体与数据"], responses=errors(404, 409, 503))


@router.get("/entities", summary="作品、奖项、栏目、平台、活动逐年的提及", responses=errors(410))
def entities(
    floor: Floor,
    page: Paged,
    type: Annotated[EntityType | None, Query(description="只要这一类")] = None,
    q: Annotated[str | None, Query(max_length=200, description="名称含有的字，任何写法")] = None,
    media: Media = None,
    limit: Annotated[int, Query(ge=1, le=10_000, description="一页最多几个")] = 100,
) -> EntityPage:
    """Return entities with their spellings and, year by year, the sentences that speak of them."""
    found = floor.entities(type, q, media, page.start + limit)
    return EntityPage(
        total=found.total, entities=page.cut(found.entities, limit), next=page.next(limit, found.total)
    )


@router.get("/entities/{entity}", summary="一个实体")
def entity(floor: Floor, entity: Annotated[str, Path(max_length=100, description="实体的 id")]) -> Entity:
    """Return one entity."""
    return floor.entity(entity)


@router.get("/metrics", summary="逐年的数字", responses=errors(410))
def metrics(
    floor: Floor,
    page: Paged,
    media: Media = None,
    name: Annotated[str | None, Query(max_length=200, description="指标，如 粉丝数")] = None,
    subject: Annotated[str | None, Query(max_length=200, description="谁的数字，如平台名称")] = None,
    limit: Annotated[int, Query(ge=1, le=10_000, description="一页最多几条序列")] = 1000,
) -> MetricPage:
    """Return figures as yearly series, one for each measure, subject and unit."""
    found = floor.metrics(media=media, name=name, subject=subject).series
    return MetricPage(series=page.cut(found, limit), next=page.next(limit, len(found)))
