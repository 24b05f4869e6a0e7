"""The objects that every way in returns: the contract, once, as Pydantic models.

Evidence and facts are the ones of `ingest.report`; here are the answers built of them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from ingest.report import Duty, Evidence, Fact, Frozen, Qualifier


class Part(Frozen):
    """A part of a hit: always ``report.text[start:end] == quote`` (code points, end exclusive)."""

    quote: str
    start: int
    end: int
    likeness: float
    """Cosine of its meaning with the query's, at most 1; compares only within one model."""


class Why(Frozen):
    """Why a hit was found."""

    words: list[str] = Field(default_factory=list)
    """Words of the query that stand in it, simplified and in lower case."""
    exact: list[str] = Field(default_factory=list)
    """Quoted names and figures of the query that stand in it as written."""
    year: bool = False
    """Whether it is of a year that the query names."""
    part: Part | None = None
    """Which of its clauses comes nearest to what the query means; None where none is near or it has only one."""


class Hit(Frozen):
    """One passage or fact that search found. `score` grows with fitness and compares only within one answer."""

    score: float
    text: str
    evidence: Evidence
    fact: Fact | None = None
    why: Why | None = None
    """None where nobody asked."""


class SearchResult(Frozen):
    """What `search` returns."""

    query: str
    hits: list[Hit]
    took_ms: float


class Value(Frozen):
    """A figure of one year with the sentences that give it."""

    year: int
    label: str
    value: int | float
    unit: str | None
    qualifier: Qualifier
    evidence: list[Evidence]


class Item(Frozen):
    """A thing of one year (a work, an award, a statement) with the sentences that name it."""

    year: int
    label: str
    detail: str | None = None
    evidence: list[Evidence]


class Named(Frozen):
    """A name in a question and what of the reports it was taken for; nothing where the reports know no such name."""

    said: str
    means: list[str] = Field(default_factory=list)


class Reading(Frozen):
    """How a question was understood."""

    media: str
    years: list[int] = Field(default_factory=list)
    """As named or told relative to the latest report; empty: all."""
    names: list[Named] = Field(default_factory=list)
    words: list[str] = Field(default_factory=list)
    """What else had to be accounted for, in one spelling."""


class Answer(Frozen):
    """What `ask` returns. `answer` is None where the reports do not say; `reason` then tells why."""

    question: str
    intent: str
    answer: str | None
    reason: str | None = None
    values: list[Value] = Field(default_factory=list)
    items: list[Item] = Field(default_factory=list)
    sparql: str | None = None
    evidence: list[Evidence] = Field(default_factory=list)
    reading: Reading | None = None
    """None where no media could be told."""


class Status(StrEnum):
    """What became of a shortcoming or commitment."""

    FIXED = "fixed"
    PARTLY = "partly"
    RECURRING = "recurring"
    UNTRACED = "untraced"
    PENDING = "pending"


LinkKind = Literal["response", "action", "recurrence"]


class Link(Frozen):
    """A later sentence that speaks to a shortcoming or commitment. `score` is between 0 and 1."""

    score: float
    evidence: Evidence
    because: dict[str, float] = Field(default_factory=dict)
    """What each signal (`search.tracing.signals`) added to the score or took from it, in log-odds; empty for a person's link."""


class TraceItem(Frozen):
    """One shortcoming or commitment and what later reports say of it."""

    id: str
    kind: Literal["shortcoming", "commitment"]
    media: str
    year: int
    text: str
    evidence: Evidence
    status: Status
    responses: list[Link] = Field(default_factory=list)
    actions: list[Link] = Field(default_factory=list)
    recurrences: list[Link] = Field(default_factory=list)
    decided_by: Literal["system", "person"] = "system"
    vague: str | None = None
    """Why a commitment can't be told fulfilled (Chinese), None where it can, and for shortcomings."""


class Trace(Frozen):
    """What `trace` returns."""

    items: list[TraceItem]


class Compared(Frozen):
    """An entity or figure that stands in one or both years."""

    type: str
    label: str
    detail: str | None = None
    evidence: list[Evidence]


class Change(Frozen):
    """A figure that both years give. `ratio` is to ÷ from, None where `from` is 0."""

    label: str
    unit: str | None = None
    from_: int | float = Field(alias="from", serialization_alias="from")
    to: int | float
    from_text: str | None = None
    """As written, with hedge and unit; None where it was added up."""
    to_text: str | None = None
    delta: int | float
    ratio: float | None
    remark: str | None = None
    """What to mind: another name or word in the earlier year, figures that are hedged."""
    evidence: list[Evidence]


class Comparison(Frozen):
    """What `compare` returns."""

    media: str
    years: tuple[int, int]
    added: list[Compared]
    gone: list[Compared]
    kept: list[Compared]
    changed: list[Change]


FindingKind = Literal[
    "missing-section",
    "unanswered-shortcoming",
    "number-conflict",
    "number-jump",
    "repeated-text",
    "name-variant",
    "unsupported-claim",
]


class Severity(StrEnum):
    """How sure it is that an editor must act: a contradiction, something to look at, something to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class DraftPlace(Frozen):
    """The exact characters of the draft that a finding is about: ``text[start:end] == quote`` of `Findings.text`."""

    quote: str
    start: int
    end: int
    section: tuple[str, ...] = ()
    """Titles of the headings that lead here, outermost first."""
    page: int | None = None


class Finding(Frozen):
    """One thing in a draft that an editor should look at. `message` says in Chinese what it is and what to do."""

    kind: FindingKind
    severity: Severity
    message: str
    draft: DraftPlace
    evidence: list[Evidence] = Field(default_factory=list)
    """What the earlier reports say; none where the draft contradicts itself."""
    duty: Duty | None = None
    """With missing-section: the duty that has no chapter, None where a part of the closing chapter is missing."""


class Findings(Frozen):
    """What `check` returns: findings in the order of the draft's text."""

    media: str
    year: int
    """The year that the draft reports on."""
    against: list[int]
    """The years of the earlier reports that it was held against."""
    findings: list[Finding]
    text: str
    """The draft as it was read; what `draft` of a finding counts in."""


class IngestFailure(Frozen):
    """A file that could not be read or stored, and why (one Chinese line)."""

    path: str
    error: str


class IngestSummary(Frozen):
    """What `ingest` returns: report ids by fate, then the totals of the whole library."""

    added: list[str] = Field(default_factory=list)
    unchanged: list[str] = Field(default_factory=list)
    replaced: list[str] = Field(default_factory=list)
    failed: list[IngestFailure] = Field(default_factory=list)
    reports: int = 0
    passages: int = 0
    facts: int = 0
    triples: int = 0
