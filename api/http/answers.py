"""`/v1/search`, `/v1/ask`, `/v1/trace` with decisions, `/v1/compare`."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Response
from pydantic import BaseModel, Field

from api.http.downloads import Form, download, packed_or_plain
from api.http.paging import Paged, SearchPage
from api.http.parts import WRITING, Floor, Media, errors
from api.objects import DecisionList
from ingest.report import Duty
from search.answers import Answer, Comparison, LinkKind, Trace, TraceItem
from search.decisions import Verdict

router = APIRouter(prefix="/v1", tags=["查"], responses=errors(404, 409, 503))
PACKS = download("docx", "xlsx", "md")


DEEPEST = 1000
"""Hits that a search can be paged through; nobody reads on from there."""
Item = Annotated[str, Path(max_length=64, description="条目的 id")]


class Place(BaseModel):
    """A span of a stored report: code points into its text, 0-based, end exclusive."""

    report: str = Field(max_length=64, description="Id of the report", examples=["0123456789abcdef"])
    start: int = Field(ge=0)
    end: int = Field(ge=1)


class Verdicts(BaseModel):
    """A person's verdict on a link."""

    kind: LinkKind
    verdict: Verdict
    evidence: Place
    by: str = Field(min_length=1, max_length=200, description="Who decided")
    note: str = Field(default="", max_length=2000)


@router.get(
    "/search", summary="按意思和字词找原文", response_model=SearchPage, responses={**PACKS, **errors(410)}
)
def search(
    floor: Floor,
    page: Paged,
    q: Annotated[
        str, Query(min_length=1, max_length=1000, description="要找的内容", examples=["记者下基层"])
    ],
    media: Media = None,
    year: Annotated[list[int] | None, Query(description="履责年度，可重复")] = None,
    duty: Annotated[list[Duty] | None, Query(description="责任，可重复")] = None,
    kind: Annotated[Literal["passage", "fact"] | None, Query(description="只要段落或只要事实")] = None,
    limit: Annotated[int, Query(ge=1, le=DEEPEST, description="一页最多几条")] = 10,
    form: Form = None,
) -> SearchPage | Response:
    """Return the passages and facts that fit best, each with its evidence."""
    end = min(page.start + limit, DEEPEST)
    found = floor.search(q, media=media, years=year or (), duties=duty or (), kind=kind, limit=end)
    more = DEEPEST if len(found.hits) == end else len(found.hits)
    shown = SearchPage(
        query=found.query,
        hits=page.cut(found.hits, limit),
        took_ms=found.took_ms,
        next=page.next(limit, more),
    )
    return packed_or_plain(shown, form)


@router.get("/ask", summary="问一个问题", response_model=Answer, responses=PACKS)
def ask(
    floor: Floor,
    q: Annotated[
        str, Query(min_length=1, max_length=1000, description="问题", examples=["2024年有哪些不足"])
    ],
    media: Media = None,
    form: Form = None,
) -> Answer | Response:
    """Answer from the reports; `answer` is null, with a reason, where they do not say."""
    return packed_or_plain(floor.ask(q, media=media), form)


@router.get("/trace", summary="追踪不足与承诺", response_model=Trace, responses=PACKS)
def trace(
    floor: Floor,
    media: Media = None,
    year: Annotated[int | None, Query(description="提出不足或承诺的年度")] = None,
    form: Form = None,
) -> Trace | Response:
    """Return what became of each shortcoming and commitment."""
    return packed_or_plain(floor.trace(media=media, year=year), form)


@router.post(
    "/trace/{item}/decisions",
    status_code=201,
    summary="确认、否定、补充一条联系，或撤回决定",
    responses=WRITING,
)
def decide(floor: Floor, item: Item, body: Verdicts) -> TraceItem:
    """Keep a person's verdict, which outlasts re-ingestion, and return the item as it now stands.

    `withdraw` takes back what was decided of this link before; nothing is ever erased.
    """
    place = body.evidence.report, body.evidence.start, body.evidence.end
    return floor.decide(item, body.kind, body.verdict, place, by=body.by, note=body.note)


@router.get("/trace/{item}/decisions", summary="一个条目上的全部决定")
def decisions(floor: Floor, item: Item) -> DecisionList:
    """Return every decision ever made on a trace item, oldest first, those that no longer hold too."""
    return floor.history(item)


@router.get("/compare", summary="对比两个年度", response_model=Comparison, responses=PACKS)
def compare(
    floor: Floor,
    media: Annotated[str, Query(min_length=1, max_length=200, description="媒体名称，可只写独有的一部分")],
    years: Annotated[
        list[int],
        Query(min_length=2, max_length=2, description="前后两个年度", examples=[[2023, 2024]]),
    ],
    form: Form = None,
) -> Comparison | Response:
    """Return what is new, gone, kept and changed between two years of one media."""
    return packed_or_plain(floor.compare(media, years), form)
