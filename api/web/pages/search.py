"""`/search`: statements found by meaning and word, narrowed by media, year, duty and type."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from api.http.parts import Floor
from api.web.addresses import whole
from api.web.facets import MOST, Wanted, facets, hits_of
from api.web.marking import places, query_words
from api.web.view import Page, View, Viewing
from api.words import FACT_TYPES, beside_text
from ingest.report import Duty
from search.answers import Hit

router = APIRouter(route_class=Page, include_in_schema=False)
A_PAGE = 20
Several = Annotated[list[str] | None, Query(max_length=200)]


@router.get("/search")
def search(
    view: Viewing,
    floor: Floor,
    q: Annotated[str, Query(max_length=1000)] = "",
    media: Several = None,
    year: Several = None,
    duty: Several = None,
    type: Several = None,
    page: str = "1",
) -> HTMLResponse:
    """Return the page of hits."""
    wanted = Wanted(
        q.strip(),
        tuple(dict.fromkeys(name for each in media or () if (name := view.named(each)))),
        tuple(dict.fromkeys(number for each in year or () if (number := whole(each)) is not None)),
        tuple(Duty(each) for each in dict.fromkeys(duty or ()) if each in set(Duty)),
        tuple(each for each in dict.fromkeys(type or ()) if each in FACT_TYPES),
    )
    if not view.held.reports:
        return view.page("empty.html")
    if not wanted.query:
        return view.page("search.html", wanted=wanted, hits=None)
    found = hits_of(floor, wanted)
    pages = max(1, -(-len(found) // A_PAGE))
    at = min(max(whole(page) or 1, 1), pages)
    words = query_words(wanted.query)
    first = (at - 1) * A_PAGE
    shown = [
        (hit, places(hit.text, words), _beside(view, hit), _reasons(view, hit))
        for hit in found[first : first + A_PAGE]
    ]
    return view.page(
        "search.html",
        wanted=wanted,
        hits=shown,
        total=len(found),
        capped=len(found) >= MOST,
        page=at,
        pages=pages,
        facets=facets(view, floor, wanted, found),
        duties=[duty.value for duty in wanted.duties],
    )


class Reason(NamedTuple):
    """A reason why a hit is there: what kind, in the reader's language, and the words of the report or the question."""

    label: str
    words: str


def _reasons(view: View, hit: Hit) -> list[Reason]:
    if hit.why is None:
        return []
    told = [
        Reason(view.say("原样有："), "、".join(hit.why.exact)),
        Reason(view.say("所问年度："), str(hit.evidence.year) if hit.why.year else ""),
        Reason(view.say("同样的词："), "、".join(hit.why.words)),
        Reason(view.say("意思相近："), f"“{hit.why.part.quote}”" if hit.why.part is not None else ""),
    ]
    return [reason for reason in told if reason.words]


def _beside(view: View, hit: Hit) -> str | None:
    if hit.fact is None:
        return None
    kind, colon, rest = beside_text(hit.fact).partition("：")
    return f"{view.say(kind)}{colon}{rest}"
