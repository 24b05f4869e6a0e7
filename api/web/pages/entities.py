"""`/entities`: works, awards, columns, platforms and events, and a page for each."""

from __future__ import annotations

from typing import Annotated, get_args

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.http.parts import Floor
from api.objects import EntityType
from api.web.addresses import address, whole
from api.web.charting import charts
from api.web.pages.figures import points_of
from api.web.star import star
from api.web.view import Page, Viewing

router = APIRouter(route_class=Page, include_in_schema=False)
A_PAGE = 60
FEW = 40
"""Media that are looked through at once: each takes some 50 ms."""
TYPES: tuple[EntityType, ...] = get_args(EntityType)


@router.get("/entities")
def entities(
    view: Viewing,
    floor: Floor,
    type: str = "work",
    media: str = "",
    q: Annotated[str, Query(max_length=200)] = "",
    page: str = "1",
) -> Response:
    """Return the list of one type, of one media or, where they are few, of all."""
    known = view.held.media
    if not known:
        return view.page("empty.html")
    media = view.named(media)
    if not media and len(known) > FEW:
        media = view.usual_media
        return RedirectResponse(address("/entities", type=type, media=media, q=q), 303)
    kind: EntityType = next((each for each in TYPES if each == type), "work")
    at = max(whole(page) or 1, 1)
    found = floor.entities(kind, q.strip() or None, media or None, limit=at * A_PAGE)
    pages = max(1, -(-found.total // A_PAGE))
    at = min(at, pages)
    return view.page(
        "entities.html",
        types=TYPES,
        type=kind,
        media=media,
        few=len(known) <= FEW,
        q=q,
        found=found.entities[(at - 1) * A_PAGE : at * A_PAGE],
        total=found.total,
        page=at,
        pages=pages,
    )


@router.get("/entities/{entity}")
def entity(view: Viewing, floor: Floor, entity: str) -> HTMLResponse:
    """Return all that the reports say of one entity."""
    found = floor.entity(entity)
    neighbours = floor.neighbours(entity)
    # Two facts of one sentence are one sentence to read.
    mentions = {
        at.year: list({(each.report, each.start, each.end): each for each in at.evidence}.values())
        for at in found.years
    }
    series = [
        one
        for media in (found.media if found.type in ("platform", "column", "work") else ())
        for one in floor.metrics(media=media, subject=found.label).series
    ]
    return view.page(
        "entity.html",
        found=found,
        neighbours=neighbours,
        mentions=mentions,
        star=star(neighbours),
        charts=charts(point for one in series for point in points_of(one)),
    )
