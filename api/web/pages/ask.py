"""`/ask`: a question, its answer in a sentence, as a chart, as a table, and the sentences it comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from api.http.parts import Floor
from api.web.addresses import address
from api.web.charting import Point, charts
from api.web.view import Page, Viewing
from api.words import QUALIFIERS
from ingest.report import Evidence
from search.answers import Answer

BOARD_OF = ("commitments", "shortcomings", "outcome")
"""Intents whose items are rows of the board."""
router = APIRouter(route_class=Page, include_in_schema=False)


@router.get("/ask")
def ask(
    view: Viewing, floor: Floor, q: Annotated[str, Query(max_length=1000)] = "", media: str = ""
) -> HTMLResponse:
    """Return the page of an answer, or of how to ask."""
    if not view.held.reports:
        return view.page("empty.html")
    question, media = q.strip(), view.named(media)
    if not question:
        return view.page(
            "ask.html",
            question="",
            media=media,
            answer=None,
            charts=[],
            rest=[],
            board=None,
            hedges=QUALIFIERS,
        )
    answer = floor.ask(question, media=media or None)
    return view.page(
        "ask.html",
        question=question,
        media=media,
        answer=answer,
        charts=charts(_points(answer)),
        rest=_rest(answer),
        board=_board(answer),
        hedges=QUALIFIERS,
    )


def _points(answer: Answer) -> list[Point]:
    points = [
        Point(
            value.label, value.unit, value.year, value.value, QUALIFIERS[value.qualifier], value.evidence[0]
        )
        for value in answer.values
        if value.evidence
    ]
    units = {point.unit for point in points if point.unit}
    if not points or len(units) > 1 or len({point.year for point in points}) < len(points):
        return points
    # One figure a year answers one question, whatever each report calls it: 关注人数 and 粉丝 are one line.
    latest = max(points, key=lambda point: point.year)
    return [replace(point, label=latest.label, unit=next(iter(units), None)) for point in points]


def _board(answer: Answer) -> str | None:
    """Return the address of the board of promises and shortcomings that the answer tells; None where it tells none."""
    if answer.intent not in BOARD_OF:
        return None
    told = {(item.evidence[0].media, item.year) for item in answer.items if item.evidence}
    media, years = {media for media, _ in told}, {year for _, year in told}
    if len(media) != 1:
        return None
    return address("/trace", media=media.pop(), year=years.pop() if len(years) == 1 else None)


def _rest(answer: Answer) -> list[Evidence]:
    """Return the evidence that stands beside no item."""
    shown = {(each.report, each.start, each.end) for item in answer.items for each in item.evidence}
    return [each for each in answer.evidence if (each.report, each.start, each.end) not in shown]
