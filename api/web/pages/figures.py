"""`/figures`: what a media counts, each measure as a chart over the years."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from api.http.parts import Floor
from api.web.addresses import address
from api.web.charting import Point, charts
from api.web.marking import places
from api.web.view import Page, Viewing
from api.words import QUALIFIERS
from kg.series import MetricSeries

router = APIRouter(route_class=Page, include_in_schema=False)


@router.get("/figures")
def figures(
    view: Viewing, floor: Floor, media: str = "", q: Annotated[str, Query(max_length=200)] = ""
) -> Response:
    """Return the figures whose name or subject holds the words asked for: charts first, then those of one year."""
    known = view.held.media
    if not known:
        return view.page("empty.html")
    if media not in known:
        media = view.named(media) or view.usual_media
        return RedirectResponse(address("/figures", media=media, q=q), 303)
    words = q.split()
    found = [
        series
        for series in floor.metrics(media=media).series
        if all(places(f"{series.subject or media} {series.name}", [word]) for word in words)
    ]
    many = [series for series in found if len({point.year for point in series.points}) > 1]
    many.sort(key=lambda series: -len({point.year for point in series.points}))
    single = [series for series in found if len({point.year for point in series.points}) == 1]
    return view.page(
        "figures.html",
        media=media,
        q=q,
        charts=charts(point for series in many for point in points_of(series)),
        single=single,
        hedges=QUALIFIERS,
    )


def points_of(series: MetricSeries) -> list[Point]:
    """Return the points of a series under the name that tells it from others."""
    label = f"{series.subject} · {series.name}" if series.subject else series.name
    return [
        Point(label, series.unit, point.year, point.value, QUALIFIERS[point.qualifier], point.evidence)
        for point in series.points
    ]
