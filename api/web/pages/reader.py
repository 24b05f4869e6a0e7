"""`/reports/ID`: a report as text, its headings at the side, evidence marked, every span with an address."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from api.http.parts import Floor
from api.web.reading import contents, lines
from api.web.view import Page, Viewing
from api.words import FACT_TYPES

router = APIRouter(route_class=Page, include_in_schema=False)
SPAN = re.compile(r"c?(\d{1,9})-(\d{1,9})")


@router.get("/reports/{report}")
def reader(
    view: Viewing,
    floor: Floor,
    report: str,
    at: str = "",
    show: Annotated[list[str] | None, Query(max_length=20)] = None,
) -> HTMLResponse:
    """Return a report; `at` names a span to mark (120-160), `show` types of facts to mark."""
    held = floor.report(report)
    types = [each for each in FACT_TYPES if each in (show or ())]
    counts = {name: sum(fact.type == name for fact in held.facts) for name in FACT_TYPES}
    found = SPAN.fullmatch(at)
    span = (int(found[1]), int(found[2])) if found else None
    if span is not None and not 0 <= span[0] < span[1] <= len(held.text):
        span = None
    years = [each for each in view.held.reports if each.media == held.stored.media]
    return view.page(
        "reader.html",
        report=held,
        lines=lines(held, span, types),
        contents=contents(held),
        span=span,
        shown=types,
        counts={name: count for name, count in counts.items() if count},
        types=FACT_TYPES,
        siblings=years,
    )
