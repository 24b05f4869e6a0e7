"""`/trace`: the board of shortcomings and commitments, and what people decide of their links."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.http.parts import Floor
from api.web.addresses import address, local, whole
from api.web.board import SIGNS, Row, row_of, rows_of
from api.web.forms import OwnForm
from api.web.view import Page, Viewing, remember
from ingest.report import Evidence
from search.answers import LinkKind
from search.decisions import Verdict

router = APIRouter(route_class=Page, include_in_schema=False)
WHO = "yz_by"
"""The cookie that remembers who decides here."""
OFFERED = 8
"""Sentences of later years offered for a link that the system missed."""
KINDS = ("shortcoming", "commitment")


@router.get("/trace")
def board(
    view: Viewing,
    floor: Floor,
    media: str = "",
    year: str = "",
    status: Annotated[list[str] | None, Query(max_length=10)] = None,
    kind: str = "",
) -> Response:
    """Return the board of one media."""
    known = view.held.media
    if not known:
        return view.page("empty.html")
    if media not in known:
        name = view.named(media) or view.usual_media
        # What was promised last year is what most come for.
        last = known[name][-2] if len(known[name]) > 1 else None
        return RedirectResponse(address("/trace", media=name, year=last), 303)
    # Another media was chosen, which has no such year: better all than none.
    wanted = asked if (asked := whole(year)) in known[media] else None
    rows = rows_of(floor, media)
    counts = {word: sum(row.word == word for row in rows if _of(row, wanted, kind)) for word in SIGNS}
    chosen = [word for word in status or () if word in SIGNS]
    shown = [row for row in rows if _of(row, wanted, kind) and (not chosen or row.word in chosen)]
    return view.page(
        "trace.html",
        media=media,
        years=known[media],
        year=wanted,
        kind=kind,
        rows=shown,
        columns=[each for each in known[media] if each > (wanted or known[media][0])],
        statuses=_choices(media, wanted, kind, chosen, counts),
        signs=SIGNS,
        by=who(view.request),
    )


@router.get("/trace/{item}")
def one(
    view: Viewing, floor: Floor, item: str, q: Annotated[str, Query(max_length=1000)] = ""
) -> HTMLResponse:
    """Return one statement with all that speaks to it, and sentences of later years that might."""
    row = row_of(floor, item)
    later = [each for each in view.held.media.get(row.item.media, []) if each > row.item.year]
    held = [shown.evidence for found in row.cells.values() for shown in found]
    words = q.strip() or row.item.text
    offered: list[Evidence] = []
    if later:
        hits = floor.search(words, media=row.item.media, years=later, limit=OFFERED + len(held)).hits
        offered = [hit.evidence for hit in hits if not any(_over(hit.evidence, other) for other in held)]
    return view.page(
        "trace_item.html",
        row=row,
        later=later,
        words=q.strip(),
        offered=offered[:OFFERED],
        signs=SIGNS,
        by=who(view.request),
    )


@router.post("/trace/{item}/decisions", dependencies=[OwnForm])
def decide(
    floor: Floor,
    item: str,
    kind: Annotated[LinkKind, Form()],
    verdict: Annotated[Verdict, Form()],
    report: Annotated[str, Form(max_length=64)],
    start: Annotated[int, Form(ge=0)],
    end: Annotated[int, Form(ge=1)],
    by: Annotated[str, Form(max_length=200)] = "",
    note: Annotated[str, Form(max_length=2000)] = "",
    back: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Keep a verdict and go back to where it was given."""
    floor.decide(item, kind, verdict, (report, start, end), by=by, note=note)
    answer = RedirectResponse(local(back, f"/trace/{item}"), 303)
    if by.strip():
        remember(answer, WHO, quote(by.strip()))
    return answer


def who(request: Request) -> str:
    """Return who decided here before."""
    return unquote(request.cookies.get(WHO, ""))[:200]


def _over(one: Evidence, other: Evidence) -> bool:
    return one.report == other.report and one.start < other.end and other.start < one.end


def _of(row: Row, year: int | None, kind: str) -> bool:
    return year in (None, row.item.year) and (kind not in KINDS or row.item.kind == kind)


def _choices(
    media: str, year: int | None, kind: str, chosen: list[str], counts: dict[str, int]
) -> list[tuple[str, int, bool, str]]:
    """Return for each status its word, its count, whether it is chosen and the address that changes that."""
    made = []
    for word, count in counts.items():
        if count or word in chosen:
            new = [each for each in chosen if each != word] if word in chosen else [*chosen, word]
            to = address("/trace", media=media, year=year, kind=kind, status=new)
            made.append((word, count, word in chosen, to))
    return made
