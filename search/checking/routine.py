"""Whether a deed is only what a report tells each year, with this year's figures: 《溪问》播出26期 after 《溪问》播出24期."""

from __future__ import annotations

import re

from ingest.report import Commitment, Report, Shortcoming
from ingest.sentences import clauses
from search.checking.called import overlap, pairs
from search.tracing.wording import tells_deed

SAME = 0.55
"""The Dice overlap of two clauses, figures aside, from which on they tell the same each year."""
FEWEST = 4
"""Pairs of characters of a clause that says something: 4月18日 is any clause's."""
LEFT = 12
"""Pairs of characters beside what is told each year that make a deed of their own."""
_MORE = re.compile(
    "[由从比较][^，。；]{0,16}(?:[增升提降减缩扩]|[到至为])|首次|增[至到加长]|升至|降[至到]|新[增装建设购配]|全部|同比|翻[一两]?番|\\d\\.\\d版"
)
"""What tells that it is not as it was: 月活用户由0.9万增至1.7万."""
_OUTPUT = re.compile(
    "播出|播发|转载|转发|刊载|刊发|刊播|刊登|发布|推送|发稿|用稿|传稿|供稿|来稿|受理|接听|收到|接到|播映|出版|采写"
)
_OWN = re.compile(
    "新|首|改|变|[增升降提减缩扩]|请|聘|招|训|建|设|办|组|派|立|签|购|投入|走进|进入|入驻|专[门题栏]|精品|大赛|征集|评选|重播|回访|追踪|跟进|督|为.{1,10}[开送]"
)
"""What a house turns out, and words by which a clause tells of more than that."""
_MARKED = re.compile("《[^》]*》|“[^”]*”")
MERE = 2
"""Parts of a clause that only tells how much was turned out; more parts tell more."""
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


def is_mere_output(deed: str) -> bool:
    """Tell whether a deed only counts what the house turns out: 全年播出公益广告2.6万条次，配合创城、反诈等主题滚动刊播.

    That it did so says nothing of what was lacking in it.
    """
    told = _MARKED.sub("", _EXAMPLE.split(deed)[0])
    return (
        _OUTPUT.search(told) is not None
        and len([part for part in re.split("[，,]", told) if part]) <= MERE
        and not _OWN.search(told)
        and not tells_deed(told)
        and not _MORE.search(deed)
    )
