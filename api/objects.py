"""Objects of the top floor alone: what is stored, entities and figures by year. All else is `search.answers`."""

from __future__ import annotations

from typing import Literal

from ingest.report import Evidence, Frozen, PlatformKind, Report
from kg.series import MetricSeries, YearMentions
from search.answers import LinkKind
from search.decisions import Verdict
from search.verify import Problem

EntityType = Literal["work", "award", "column", "platform", "event"]


class ReportSummary(Frozen):
    """A stored report without its text."""

    id: str
    media: str
    year: int
    """The year reported on."""
    title: str | None
    file: str
    """The file's name as it was given, without its folder."""
    version: int
    """1 for the first file of this media and year, and so on."""
    stored_at: str
    """ISO 8601 with offset."""
    supersedes: list[str]
    """Ids of the reports whose place it took, newest first."""
    passages: int
    facts: int
    triples: int


class ReportList(Frozen):
    """What `reports` returns: by media and year, earlier versions left out."""

    reports: list[ReportSummary]


class StoredReport(Report):
    """What `reports/{id}` returns: all that is understood of the report, and how it is stored."""

    stored: ReportSummary
    current: bool
    """False for an earlier version."""


class Entity(Frozen):
    """A work, award, column, platform or event, and where the reports speak of it, year by year."""

    id: str
    type: EntityType
    label: str
    """As the latest report spells it."""
    labels: list[str]
    """All spellings of all years, sorted."""
    outlet: PlatformKind | None
    """A platform's kind, null for all else."""
    media: list[str]
    """The media whose reports speak of it."""
    years: list[YearMentions]


class EntityList(Frozen):
    """What `entities` returns. `total` counts what fits the question, `entities` is cut at the limit."""

    total: int
    entities: list[Entity]


class MetricList(Frozen):
    """What `metrics` returns."""

    series: list[MetricSeries]


class DecisionRecord(Frozen):
    """One verdict of a person on one link of a trace item."""

    number: int
    """Grows with each decision of the library."""
    decided_at: str
    """ISO 8601, UTC."""
    by: str
    """Who decided."""
    note: str
    kind: LinkKind
    verdict: Verdict
    standing: bool
    """False once a later verdict on the same link took its place or took it back."""
    quote: str
    """The sentence that it is about, as it was when it was decided."""
    evidence: Evidence | None
    """Where the sentence stands now; null where no report held has it any more."""


class DecisionList(Frozen):
    """What `trace/{item}/decisions` returns: all decisions ever made on an item, oldest first."""

    decisions: list[DecisionRecord]


class DecidedLink(Frozen):
    """One verdict with both its ends, for lists over many items."""

    number: int
    decided_at: str
    """ISO 8601, UTC."""
    by: str
    note: str
    item: str
    """Id of the shortcoming or commitment when it was decided."""
    about_media: str
    about_year: int
    about: str
    """The words of the shortcoming or commitment."""
    about_kind: str | None
    """shortcoming or commitment, None where it is not held any more."""
    kind: LinkKind
    verdict: Verdict
    year: int
    """Of the report whose sentence speaks to it."""
    quote: str
    standing: bool
    """False once a later verdict on the same link took its place or took it back."""
    lost: bool
    """Whether one of the two sentences stands in no report held any more: the decision then has no effect."""


class Decided(Frozen):
    """What `decisions` returns, oldest first."""

    decisions: list[DecidedLink]


class Removed(Frozen):
    """What `reports remove` returns."""

    removed: list[str]


class Verification(Frozen):
    """What `verify` returns: empty for a sound library."""

    problems: list[Problem]


class ModelInUse(Frozen):
    """The model that a library is searched with."""

    model: str | None
    """As it was asked for: null for the embedded one."""
    name: str
    """For people, in Chinese."""
    id: str
    dimension: int
