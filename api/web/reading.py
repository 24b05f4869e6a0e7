"""A report's text cut for reading: lines, headings, and what is marked in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from api.duties import NAMES
from ingest.report import Report, Section
from search.paragraphs import CONTENTS


@dataclass(frozen=True)
class Stretch:
    """A run of characters that is marked in one way."""

    text: str
    target: bool = False
    """Inside the span that the address names."""
    first: bool = False
    """The first run of that span, which the browser goes to."""
    types: tuple[str, ...] = ()
    """Types of the facts that it is evidence for."""


@dataclass(frozen=True)
class Line:
    """A line of the text, with its place (code points)."""

    start: int
    end: int
    stretches: list[Stretch]
    heading: Section | None = None
    """The section that starts with this line, of several the outermost."""
    page: int | None = None
    """The page that starts with this line."""
    listed: bool = False
    """Whether it is a line of the report's own table of contents."""


@dataclass(frozen=True)
class Entry:
    """A heading of the contents with those below it."""

    section: Section
    duty: str | None
    below: list[Entry] = field(default_factory=list)


def contents(report: Report) -> list[Entry]:
    """Return the headings as a tree."""
    top: list[Entry] = []
    path: list[Entry] = []
    for section in report.sections:
        entry = Entry(section, NAMES[section.duty] if section.duty is not None else None)
        while path and path[-1].section.level >= section.level:
            path.pop()
        (path[-1].below if path else top).append(entry)
        path.append(entry)
    return top


def lines(report: Report, span: tuple[int, int] | None, types: Sequence[str]) -> Iterator[Line]:
    """Yield the lines that hold anything, with `span` and the evidence of facts of these types marked."""
    marks = [
        (evidence.start, evidence.end, fact.type)
        for fact in report.facts
        if fact.type in types
        for evidence in (fact.evidence, *fact.mentions)
    ]
    marks.sort()
    headings: dict[int, Section] = {}
    for section in report.sections:
        headings.setdefault(report.text.rfind("\n", 0, section.start) + 1, section)
    pages = {start: number for number, start in enumerate(report.pages, start=1)}
    start = 0
    waiting: int | None = None
    for text in report.text.split("\n"):
        end = start + len(text)
        waiting = next((pages[at] for at in range(start, end + 1) if at in pages), waiting) if pages else None
        if text.strip():
            here = [mark for mark in marks if mark[0] < end and start < mark[1]]
            stretches = list(_stretches(report.text, start, end, span, here))
            yield Line(
                start, end, stretches, headings.get(start), waiting, CONTENTS.fullmatch(text) is not None
            )
            waiting = None
        start = end + 1


@dataclass(frozen=True)
class Noted:
    """A run of a draft's characters and which findings are about it, by their numbers from 1 on."""

    text: str
    numbers: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    """Findings whose place begins here."""


def noted(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[list[Noted]]:
    """Yield the lines of a draft that hold anything; `spans` are the places of the findings, in their order."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            here = [(at, low, high) for at, (low, high) in enumerate(spans, 1) if low < end and start < high]
            edges = sorted(
                {start, end, *(e for _, low, high in here for e in (low, high) if start < e < end)}
            )
            yield [
                Noted(
                    text[low:high],
                    tuple(at for at, left, right in here if left <= low and high <= right),
                    tuple(at for at, left, _ in here if left == low),
                )
                for low, high in pairwise(edges)
            ]
        start = end + 1


def _stretches(
    text: str, start: int, end: int, span: tuple[int, int] | None, marks: Sequence[tuple[int, int, str]]
) -> Iterator[Stretch]:
    spans = [(low, high) for low, high, _ in marks] + ([span] if span else [])
    edges = sorted({start, end, *(edge for each in spans for edge in each if start < edge < end)})
    for low, high in pairwise(edges):
        target = span is not None and span[0] <= low and high <= span[1]
        kinds = dict.fromkeys(kind for left, right, kind in marks if left <= low and high <= right)
        yield Stretch(
            text[low:high],
            target,
            target and span is not None and low == max(span[0], start) and span[0] >= start,
            tuple(kinds),
        )
