"""Whether a deed is only what a report tells each year, with this year's figures: 《溪问》播出26期 after 《溪问》播出24期."""

from __future__ import annotations

import re

from ingest.report import Commitment, Report, Shortcoming
from ingest.sentences import clauses
from search.checking.called import overlap, pairs

SAME = 0.55
"""The Dice overlap of two clauses, figures aside, from which on they tell the same each year."""
FEWEST = 4
"""Pairs of characters of a clause that says something: 4月18日 is any clause's."""
LEFT = 12
"""Pairs of characters beside what is told each year that make a deed of their own."""
_MORE = re.compile(
    "[由从比较][^，。；]{0,16}(?:[增升提降减缩扩]|[到至为])|首次|增[至到加长]|升至|降[至到]|新增|同比|翻[一两]?番"
)
"""What tells that it is not as it was: 月活用户由0.9万增至1.7万."""
_EXAMPLE = re.compile("其中|包括|例如")
"""What follows is one of those that were counted: 全年刊发监督报道44篇，其中《消失的盲道》见报后…."""


class Routine:
    """What a report tells, clause by clause."""

    def __init__(self, report: Report) -> None:
        """Take the report of the year before."""
        text = report.text
        meant = [fact.evidence for fact in report.facts if isinstance(fact, Shortcoming | Commitment)]
        told = (
            pairs(text[start:end])
            for start, end in clauses(text, 0, len(text), "，,；;。！？\n")
            # What was lacking or only meant that year is no deed of it.
            if not any(place.start < end and start < place.end for place in meant)
        )
        self._told = [each for each in told if len(each) >= FEWEST]

    def has(self, deed: str) -> bool:
        """Tell whether a report has `deed`, figures aside, and hardly anything is left of it without what it has.

        Made for: 全年刊发舆论监督报道44篇，已连续三年超过40篇 after 全年刊发舆论监督报道41篇; a deed that tells of growth or of something new is
        none.
        """
        if _MORE.search(deed):
            return False
        parts = [pairs(part) for part in re.split("[，,]", _EXAMPLE.split(deed)[0])]
        new = [part for part in parts if not any(overlap(part, each) >= SAME for each in self._told)]
        same = sum(map(len, parts)) - sum(map(len, new))
        return same >= FEWEST and sum(map(len, new)) < LEFT
