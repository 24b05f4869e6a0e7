"""Short reports about invented media, and what each extractor reads in them, as plain values to compare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ingest.extract.awards import extract_awards
from ingest.extract.columns import extract_columns
from ingest.extract.events import extract_events
from ingest.extract.metrics import extract_metrics
from ingest.extract.platforms import PlatformNames, extract_platforms
from ingest.extract.statements import extract_statements
from ingest.extract.works import extract_works
from ingest.readers.base import Block, Document
from ingest.reading import Reading
from ingest.titles import Titles

MEDIA = "江南日报社"
HEAD = ("江南日报社社会责任报告", "（2021年度）")
BEFORE_CLOSING = (
    "一、政治责任",
    "坚持正确导向。",
    "二、服务责任",
    "做好服务。",
    "三、文化责任",
    "传承文化。",
)


def document(lines: Sequence[str], bold: Sequence[str] = (), title: str | None = None) -> Document:
    """Return a document with one block a line; a line with a tab is a table row, `bold` lines are bold."""
    blocks, position = [], 0
    for line in lines:
        if line.strip():
            kind = "row" if "\t" in line else "text"
            end = position + len(line)
            blocks.append(Block(start=position, end=end, kind=kind, bold=line in bold))  # type: ignore[arg-type]
        position += len(line) + 1
    return Document(text="\n".join(lines), blocks=tuple(blocks), title=title)


def reading(*lines: str, bold: Sequence[str] = ()) -> Reading:
    """Return the reading of a document with exactly these lines."""
    return Reading.of(document(lines, bold), "0" * 16)


def report(sentence: str, chapter: str = "二、政治责任") -> Reading:
    """Return the reading of a report of 2021 that says `sentence` (its lines) in one of its chapters."""
    return reading(*HEAD, "一、前言", "我们履行责任。", chapter, *sentence.split("\n"))


class Won(NamedTuple):
    """An honour, field by field as in the contract."""

    award: str
    edition: int | None
    level: str | None
    year: int | None
    works: tuple[str, ...]
    number: int
    recipient: str | None


def won(
    award: str,
    level: str | None = None,
    *works: str,
    edition: int | None = None,
    year: int | None = None,
    count: int | None = None,
    who: str | None = None,
) -> Won:
    return Won(award, edition, level, year, works, max(1, len(works)) if count is None else count, who)


def awards(sentence: str) -> list[Won]:
    text = report(sentence, "一、获奖情况")
    return [
        Won(f.award, f.edition, f.level, f.year, f.works, f.count, f.recipient)
        for f in extract_awards(text, Titles(text))
    ]


class Figure(NamedTuple):
    """A figure: whose, what, how many, of what, how sure."""

    subject: str | None
    name: str
    value: int | float
    unit: str | None
    qualifier: str


def metrics(sentence: str) -> list[Figure]:
    text = report(sentence)
    titles = Titles(text)
    found = extract_metrics(text, titles, PlatformNames(text, titles), list(extract_awards(text, titles)))
    return [Figure(f.subject, f.name, f.value, f.unit, str(f.qualifier)) for f in found]


def works(sentence: str) -> list[tuple[str, str | None]]:
    text = report(sentence)
    return [(f.title, f.genre) for f in extract_works(text, Titles(text))]


def columns(sentence: str) -> list[tuple[str, str | None]]:
    text = report(sentence)
    titles = Titles(text)
    return [(f.title, f.platform) for f in extract_columns(text, titles, PlatformNames(text, titles))]


def platforms(sentence: str) -> list[tuple[str, str]]:
    """The own platforms that a sentence of the preface names."""
    text = reading(*HEAD, "一、前言", *sentence.split("\n"), "二、政治责任", "坚持正确导向。")
    titles = Titles(text)
    return [(f.name, str(f.kind)) for f in extract_platforms(text, PlatformNames(text, titles))]


def events(sentence: str) -> list[tuple[str | None, str]]:
    """The events of a sentence: date and name."""
    return [(f.date, f.name) for f in extract_events(report(sentence))]


def statements(closing: Sequence[str], bold: Sequence[str] = ()) -> list[tuple[str, str]]:
    """The statements of a report that ends with the lines of `closing`: type and text, in order."""
    text = reading(*HEAD, *BEFORE_CLOSING, *closing, bold=bold)
    return [(f.type, f.text) for f in extract_statements(text)]
