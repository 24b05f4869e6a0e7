"""The domain: a report, its sections, its facts, and the evidence for each.

All offsets are code-point indexes into `Report.text`: 0-based, `start` inclusive, `end` exclusive, and
``text[start:end] == quote`` holds for every evidence. Field names are those of the contract.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Duty(StrEnum):
    """The nine responsibilities of the genre, and what stands before and after them."""

    PREFACE = "preface"
    POLITICAL = "political"
    POSITIONS = "positions"
    SERVICE = "service"
    HUMANISTIC = "humanistic"
    CULTURE = "culture"
    SAFETY = "safety"
    ETHICS = "ethics"
    RIGHTS = "rights"
    LAWFUL = "lawful"
    AFTERWORD = "afterword"


class PlatformKind(StrEnum):
    """What kind of outlet a platform is."""

    NEWSPAPER = "newspaper"
    MAGAZINE = "magazine"
    RADIO = "radio"
    TV = "tv"
    WEBSITE = "website"
    APP = "app"
    WECHAT = "wechat"
    WEIBO = "weibo"
    DOUYIN = "douyin"
    KUAISHOU = "kuaishou"
    TOUTIAO = "toutiao"
    VIDEO_ACCOUNT = "video_account"
    OTHER = "other"


class Qualifier(StrEnum):
    """How a figure is hedged: 超/余/多/逾/破 → over, 近 → nearly, 约/左右 → about."""

    EXACT = "exact"
    OVER = "over"
    NEARLY = "nearly"
    ABOUT = "about"


class Frozen(BaseModel):
    """Base of all values that are never changed once made."""

    model_config = ConfigDict(frozen=True)


class Evidence(Frozen):
    """The exact characters of the exact report that say something."""

    media: str
    year: int
    report: str
    section: tuple[str, ...] = ()
    """Titles of the headings that lead here, outermost first, without their numbers."""
    quote: str
    start: int
    end: int
    page: int | None = None


class Section(Frozen):
    """A heading and what stands under it, sub-sections included."""

    number: str | None
    """The heading's number as written, with its punctuation: 一、 （一） 1. 第三部分."""
    title: str
    level: int
    """1 for the main sections."""
    duty: Duty | None
    start: int
    """Where the heading starts."""
    end: int
    """Where the next section of the same or a higher level starts, or the text ends."""


class FactBase(Frozen):
    """What all facts share. `id` is a content hash: the same fact of the same report bytes has the same id."""

    id: str
    evidence: Evidence
    mentions: tuple[Evidence, ...] = ()
    """Further places of the same report that state the same fact; `evidence` is not repeated here."""


class Award(FactBase):
    """An honour won, or a number of honours of one award (and level)."""

    type: Literal["award"] = "award"
    award: str
    """Name without edition, year and level: 新疆新闻奖."""
    edition: int | None = None
    level: str | None = None
    year: int | None = None
    """The year the text ties to the award (2023年度 → 2023), null where it ties none."""
    works: tuple[str, ...] = ()
    """Titles of the winning works, without quotation marks."""
    count: int = 1
    """How many works or honours this fact stands for."""
    recipient: str | None = None
    """Person, organisation, platform or page that won, where it is not a work."""


class Work(FactBase):
    """A piece the media made: article, film, song, book, series."""

    type: Literal["work"] = "work"
    title: str
    genre: str | None = None


class Column(FactBase):
    """A recurring place for pieces: 栏目, 专栏, 专题, 专版, 总栏, 话题."""

    type: Literal["column"] = "column"
    title: str
    platform: str | None = None


class Platform(FactBase):
    """An outlet of the media: paper, channel, site, app, account."""

    type: Literal["platform"] = "platform"
    name: str
    kind: PlatformKind


class Metric(FactBase):
    """A figure."""

    type: Literal["metric"] = "metric"
    subject: str | None
    """Whom the figure is about: a platform, column, work or the media; null where the text names none."""
    name: str
    value: int | float
    """In single units: 1602.3万 → 16023000; percent as written: 38.4% → 38.4."""
    unit: str | None
    qualifier: Qualifier = Qualifier.EXACT
    text: str
    """The figure as written, with its hedge and unit: 超100万."""
    year: int | None = None
    """The year that a table (a column headed 2021年) or a sentence (较2021年的61篇) tells it of, null where none does: it is the report's year."""


class Event(FactBase):
    """Something that happened on a date: a launch, redesign, activity, campaign."""

    type: Literal["event"] = "event"
    name: str
    date: str | None
    """ISO date (2024-06-12), year-month (2024-06) or year (2024)."""


class StatementBase(FactBase):
    """A statement of the closing chapter."""

    text: str
    """The statement itself, without 一是/二是."""
    ordinal: int
    """1-based position among the report's statements of this type."""


class Response(StatementBase):
    """What the report says was done about the earlier report's shortcomings."""

    type: Literal["response"] = "response"


class Shortcoming(StatementBase):
    """What the report says fell short."""

    type: Literal["shortcoming"] = "shortcoming"


class Commitment(StatementBase):
    """What the report says will be done."""

    type: Literal["commitment"] = "commitment"


Statement = Response | Shortcoming | Commitment
Fact = Annotated[
    Award | Work | Column | Platform | Metric | Event | Response | Shortcoming | Commitment,
    Field(discriminator="type"),
]
FACT_TYPES = (
    "award",
    "work",
    "column",
    "platform",
    "metric",
    "event",
    "response",
    "shortcoming",
    "commitment",
)


class Renaming(Frozen):
    """The report says that an outlet goes on under another name."""

    before: str
    before_kind: PlatformKind
    after: str
    after_kind: PlatformKind
    evidence: Evidence
    """From the one name to the other, in the order of the text: “海州通”客户端更名为“看海州”."""


class ReportWarning(Frozen):
    """Something a reader of the result should know: `code` for programs, `message` (Chinese) for people."""

    code: str
    message: str


class Report(Frozen):
    """All that is understood of one file. What could not be found is None, with a warning that says so."""

    id: str
    """First 16 hex digits of the SHA-256 of the file's bytes."""
    media: str | None
    report_year: int | None
    """The year reported on, not the year of publication."""
    title: str | None
    text: str
    sections: tuple[Section, ...] = ()
    """In the order of the text; an outer section before the ones inside it."""
    facts: tuple[Fact, ...] = ()
    renamings: tuple[Renaming, ...] = ()
    """Outlets of the media that got another name, in the order of the text."""
    warnings: tuple[ReportWarning, ...] = ()
    pages: tuple[int, ...] = ()
    """Offset at which each page starts (PDF), else empty: page 1 is `pages[0]`."""


def report_id(content: bytes) -> str:
    """Return the id of the report that a file with these bytes holds."""
    return hashlib.sha256(content).hexdigest()[:16]


def fact_id(report: str, kind: str, start: int, end: int, key: str) -> str:
    """Return a fact's id: 16 hex digits over its report, type, place and `key` (what it says)."""
    return hashlib.sha256(f"{report}\x1f{kind}\x1f{start}\x1f{end}\x1f{key}".encode()).hexdigest()[:16]
