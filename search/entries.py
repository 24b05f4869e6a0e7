"""What is indexed, passages and facts alike, and the filters that both arms of search apply inside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ingest.report import (
    Award,
    Column,
    Commitment,
    Duty,
    Event,
    Fact,
    Metric,
    Platform,
    Report,
    Response,
    Shortcoming,
    Work,
)
from search.clauses import clauses
from search.passages import Passage, duty_of

Kind = Literal["passage", "fact"]
Scope = Literal["passage", "fact", "standing"]
"""standing: what is found for itself, passages and the facts that no passage holds."""
LABELS: dict[type, str] = {
    Award: "获奖 荣誉",
    Work: "作品",
    Column: "栏目",
    Platform: "平台",
    Metric: "数据",
    Event: "活动",
    Response: "回应 整改",
    Shortcoming: "不足 问题",
    Commitment: "改进 承诺 今后",
}
"""How people call the types of facts."""


NOWHERE = "0" * 16


class Key(NamedTuple):
    """An entry of an index: the ids of its report, of itself and of the passage that holds it."""

    report: str
    entry: str
    passage: str


class Entry(NamedTuple):
    """One row of the indexes. `id` and `report` are 16 hex digits; a clause has its passage's id."""

    id: str
    kind: Kind | Literal["clause"]
    report: str
    media: str
    year: int
    duty: Duty | None
    passage: str
    """Id of the passage that holds all of it (its own for a passage), NOWHERE for a fact of a heading or caption."""
    text: str
    """What is made searchable, not what is shown."""


@dataclass(frozen=True)
class Filters:
    """What a hit must be; None and () ask for nothing."""

    media: str | None = None
    years: tuple[int, ...] = ()
    duties: tuple[Duty, ...] = ()
    kind: Scope | None = None


def entries(report: Report, passages: Sequence[Passage]) -> list[Entry]:
    """Return the rows of one report of known media and year: its passages, then its facts."""
    if report.media is None or report.report_year is None:
        raise ValueError("entries need a report of known media and year")
    # With the headings in front of passages, on the tuning part, no more was found.
    rows = [_of_passage(passage, "passage", passage.text) for passage in passages]
    for fact in report.facts:
        evidence = fact.evidence
        path = [at for at in report.sections if at.start <= evidence.start < at.end]
        around = passage_at(passages, evidence.start, evidence.end)
        rows.append(
            Entry(
                id=fact.id,
                kind="fact",
                report=report.id,
                media=report.media,
                year=report.report_year,
                duty=duty_of(path),
                passage=around.id if around is not None else NOWHERE,
                text=f"{label(fact)} {evidence.quote}",
            )
        )
    return rows


def clause_entries(passages: Sequence[Passage]) -> list[Entry]:
    """Return the rows of the passages' clauses, which only the vectors hold."""
    return [_of_passage(passage, "clause", clause) for passage in passages for clause in clauses(passage)]


def passage_at(passages: Sequence[Passage], start: int, end: int) -> Passage | None:
    """Return the passage that holds the whole of a span of its report, or None; `passages` go by start."""
    index = bisect_right(passages, start, key=lambda passage: passage.start) - 1
    return passages[index] if index >= 0 and end <= passages[index].end else None


def _of_passage(passage: Passage, kind: Literal["passage", "clause"], text: str) -> Entry:
    return Entry(
        id=passage.id,
        kind=kind,
        report=passage.report,
        media=passage.media,
        year=passage.year,
        duty=passage.duty,
        passage=passage.id,
        text=text,
    )


def label(fact: Fact) -> str:
    """Return what a fact is about in words: its type and its names."""
    match fact:
        case Award():
            names = [fact.award, fact.level, fact.recipient, *fact.works]
        case Work():
            names = [fact.title, fact.genre]
        case Column():
            names = [fact.title, fact.platform]
        case Metric():
            names = [fact.subject, fact.name]
        case Platform() | Event():
            names = [fact.name]
        case _:
            names = []
    return " ".join(name for name in (LABELS[type(fact)], *names) if name)
