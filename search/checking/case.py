"""One draft and what it is held against."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ingest.duties import duties_named
from ingest.report import Duty, Evidence, Report, Section
from search.answers import DraftPlace, Finding, FindingKind, Severity
from search.checking.deeds import Past
from search.checking.figures import Figure, figures
from search.tracing.material import evidence

if TYPE_CHECKING:
    from search.encoder import Encoder

WHOLE = 3
"""A text with fewer main chapters that name a duty is taken for a part of a report: nothing is missing from it."""


@dataclass(frozen=True)
class Case:
    """A draft and the earlier reports of its media, which come by year and are all of years before the draft's."""

    draft: Report
    year: int
    earlier: tuple[Report, ...]
    encoder: Encoder

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures of the draft."""
        return figures(self.draft)

    @cached_property
    def earlier_figures(self) -> dict[int, list[Figure]]:
        """The figures of the earlier reports, by year."""
        return {report.report_year or 0: figures(report) for report in self.earlier}

    @cached_property
    def past(self) -> Past:
        """What the earlier reports tell as done."""
        return Past(self.earlier, self.encoder)

    @property
    def last(self) -> Report | None:
        """The latest earlier report."""
        return self.earlier[-1] if self.earlier else None

    @property
    def follows(self) -> bool:
        """Whether the latest earlier report is that of the year before the draft's."""
        return self.last is not None and self.last.report_year == self.year - 1

    @cached_property
    def duties(self) -> dict[Duty, int]:
        """Where each main chapter that names a duty begins in the draft."""
        found: dict[Duty, int] = {}
        for section in main_chapters(self.draft):
            if section.duty is not None:
                found.setdefault(section.duty, section.start)
        return found

    @property
    def whole(self) -> bool:
        """Whether the draft is a whole report, not some chapters of one."""
        return len(self.duties) >= WHOLE

    def place(self, start: int, end: int) -> DraftPlace:
        """Return the place in the draft from `start` to `end` (code points, end exclusive)."""
        draft = self.draft
        return DraftPlace(
            quote=draft.text[start:end],
            start=start,
            end=end,
            section=tuple(at.title for at in draft.sections if at.start <= start < at.end),
            page=bisect_right(draft.pages, start) or None,
        )

    def finding(
        self,
        kind: FindingKind,
        severity: Severity,
        message: str,
        span: tuple[int, int],
        evidence: Sequence[Evidence] = (),
    ) -> Finding:
        """Return a finding about ``draft.text[span[0]:span[1]]``."""
        return Finding(
            kind=kind,
            severity=severity,
            message=message,
            draft=self.place(*span),
            evidence=list(dict.fromkeys(evidence)),
        )


def main_chapters(report: Report) -> list[Section]:
    """Return the chapters of the highest level at which enough of them name a duty, of the first level where none does.

    Made for reports in parts: 第二部分 履责情况 with 一、正确引导 to 八、保障权益 inside. What a report tells before and behind
    these parts (第一部分 媒体概况, 第三部分 不足) is with them.
    """
    first = [section for section in report.sections if section.level == 1]
    for level in (1, 2):
        at = [section for section in report.sections if section.level == level and section.duty is not None]
        named = {section.duty for section in at if level == 1 or section.duty in duties_named(section.title)}
        if len(named) >= WHOLE:
            return first if level == 1 else sorted((*first, *at), key=lambda section: section.start)
    return first


def quoted(report: Report, start: int, end: int) -> Evidence:
    """Return the evidence that ``report.text[start:end]`` of an earlier report is."""
    return evidence(report, start, end)
