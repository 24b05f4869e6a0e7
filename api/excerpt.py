"""A part of a report's text with the headings of the whole: for readers that can't take it all at once."""

from __future__ import annotations

import contextlib

from api.duties import duty_named
from api.errors import UnknownError
from api.objects import StoredReport
from ingest.report import Frozen, Section


class Excerpt(Frozen):
    """Characters `start` to `end` (code points, end exclusive) of a report's text, and all its headings."""

    report: str
    media: str
    year: int
    title: str | None
    start: int
    end: int
    total: int
    """Characters of the whole text."""
    next: int | None
    """Where to read on, null where the part that was asked for is read out."""
    text: str
    sections: list[Section]


def excerpt(report: StoredReport, section: str | None, start: int, length: int) -> Excerpt:
    """Return at most `length` characters from `start`, kept inside the section that `section` names.

    `section` is a part of a title, or a responsibility (后记, afterword) under whichever titles the report has it.
    Raises UnknownError where nothing is named so, or `start` is behind the end.
    """
    first, last = (0, len(report.text)) if section is None else _bounds(report, section)
    start = max(start, first)
    if start > last:
        raise UnknownError(f"正文到第 {last} 个字符为止，start 不能更大")
    end = min(start + length, last)
    return Excerpt(
        report=report.id,
        media=report.stored.media,
        year=report.stored.year,
        title=report.title,
        start=start,
        end=end,
        total=len(report.text),
        next=end if end < last else None,
        text=report.text[start:end],
        sections=list(report.sections),
    )


def _bounds(report: StoredReport, section: str) -> tuple[int, int]:
    for each in report.sections:
        if section in each.title:
            return each.start, each.end
    chapters = [each for each in report.sections if each.level == 1]
    with contextlib.suppress(ValueError):
        duty = duty_named(section)
        named = [each for each in chapters if each.duty == duty]
        if named:
            return named[0].start, named[-1].end
    titles = "、".join(each.title for each in chapters)
    raise UnknownError(f"这份报告没有标题含“{section}”的章节，一级标题有：{titles or '无'}")
