"""A report cut into passages: what search finds and shows, each a run of whole sentences under one heading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ingest.report import Duty, Evidence, Frozen, Report, Section, fact_id
from ingest.sentences import sentences
from search.paragraphs import Paragraph, paragraphs

VERSION = "2"
"""Raised whenever `passages` would cut a report or `search.clauses` a passage differently; stored cuts of
another version are not used."""

SHORT, LONG, LONGEST = 60, 250, 310
"""Characters: a passage is lengthened below SHORT, not lengthened beyond LONG, and a short rest is taken along
up to LONGEST. A single sentence is never cut, however long."""


class Passage(Frozen):
    """A run of whole sentences; `text` is exactly `Report.text[start:end]` (code points, end exclusive)."""

    id: str
    """16 hex digits over report, start and end."""
    report: str
    media: str
    year: int
    section: tuple[str, ...]
    """Titles of the headings that lead here, outermost first, without numbers."""
    duty: Duty | None
    start: int
    end: int
    page: int | None
    paragraph: int
    """Where the (first) paragraph of the passage starts: passages of one paragraph share it."""
    text: str

    def evidence(self) -> Evidence:
        """Return the passage as the evidence that it is."""
        return Evidence(
            media=self.media,
            year=self.year,
            report=self.report,
            section=self.section,
            quote=self.text,
            start=self.start,
            end=self.end,
            page=self.page,
        )


def passages(report: Report) -> list[Passage]:
    """Return the passages of `report` in the order of its text, none overlapping another.

    Headings of their own line, tables of contents, image placeholders and captions are part of none.
    Raises ValueError where media or year of the report is not known.
    """
    if report.media is None or report.report_year is None:
        raise ValueError("passages need a report of known media and year")
    found = []
    for start, end, paragraph in _spans(report):
        path = [section for section in report.sections if section.start <= start < section.end]
        found.append(
            Passage(
                id=fact_id(report.id, "passage", start, end, ""),
                report=report.id,
                media=report.media,
                year=report.report_year,
                section=tuple(section.title for section in path),
                duty=duty_of(path),
                start=start,
                end=end,
                page=bisect_right(report.pages, start) or None,
                paragraph=paragraph,
                text=report.text[start:end],
            )
        )
    return found


def duty_of(path: Sequence[Section]) -> Duty | None:
    """Return the duty of the innermost section of `path` (outermost first) that has one."""
    return next((section.duty for section in reversed(path) if section.duty is not None), None)


Span = tuple[int, int, int]
"""start, end, start of the paragraph."""


def _spans(report: Report) -> Iterator[Span]:
    """Yield the passages' spans: short neighbours within one section put together, long paragraphs parted."""
    kept: Span | None = None
    last: Paragraph | None = None
    for paragraph in paragraphs(report):
        # A heading, picture or other section between two paragraphs keeps them apart.
        apart = last is None or not paragraph.follows or paragraph.section != last.section
        last = paragraph
        for index, (start, end) in enumerate(_parts(paragraph)):
            if kept is None:
                kept = start, end, paragraph.start
                continue
            together = end - kept[0]
            short = kept[1] - kept[0] < SHORT or (index == 0 and end - start < SHORT and together <= LONG)
            if not apart and index == 0 and short and together <= LONGEST:
                kept = kept[0], end, kept[2]
            else:
                yield kept
                kept = start, end, paragraph.start
    if kept is not None:
        yield kept


def _parts(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Part one paragraph into runs of whole sentences of at most LONG characters where sentences allow."""
    parts: list[tuple[int, int]] = []
    for start, end in sentences(paragraph.text):
        if parts and (end - parts[-1][0] <= LONG or parts[-1][1] - parts[-1][0] < SHORT):
            parts[-1] = parts[-1][0], end
        else:
            parts.append((start, end))
    if len(parts) > 1 and parts[-1][1] - parts[-1][0] < SHORT and parts[-1][1] - parts[-2][0] <= LONGEST:
        parts[-2:] = [(parts[-2][0], parts[-1][1])]
    return [(paragraph.start + start, paragraph.start + end) for start, end in parts]
