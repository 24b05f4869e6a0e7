"""`/`: where a new reader begins: one box, what is held, what was promised."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.http.parts import Floor
from api.web.view import Page, Viewing
from search.answers import TraceItem

router = APIRouter(route_class=Page, include_in_schema=False)
SHOWN = 4
"""Promises shown on the start page."""


@router.get("/")
def start(view: Viewing, floor: Floor, media: str = "") -> HTMLResponse:
    """Return the start page: for the media with most reports, or the one asked for, what was last promised."""
    known = view.held.media
    if not known:
        return view.page("empty.html")
    name = view.named(media) or view.usual_media
    years = known[name]
    promised = years[-2] if len(years) > 1 else years[-1]
    items = floor.trace(media=name, year=promised).items
    return view.page(
        "start.html",
        media=name,
        years=years,
        promised=promised,
        items=_worth_showing(items),
        total=len(items),
    )


def _worth_showing(items: list[TraceItem]) -> list[TraceItem]:
    # Those that something came of tell a newcomer most of what the page is for.
    return sorted(items, key=lambda item: not (item.responses or item.actions or item.recurrences))[:SHOWN]
