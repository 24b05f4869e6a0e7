"""The prize that a claim is about, and where the earlier reports tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.report import Award, Evidence, Report
from kg.entities import normalised
from search.checking.case import Case

_LEVEL = re.compile(r"特等奖|特别奖|一等奖|二等奖|三等奖|优秀奖|提名奖|金奖|银奖|铜奖")
_SHORT = re.compile(
    r"[省市州国部](?:级)?(?:广播电视|广播影视|地市|好|优秀)?(?:新闻|文艺|版权|文化|传播|作品|广电|报业|晚报|文学)[^，。；获的]{0,4}?奖"
)
_SAME = re.compile(r"[该此](?:奖|展|赛|项|评选)|这[一个](?:奖|展|赛|评选)|同一奖")


@dataclass(frozen=True)
class Prize:
    """A prize as the draft names it; `level` None where the claim is about the prize as such."""

    name: str
    level: str | None

    def places(self, report: Report) -> list[Evidence]:
        """Return where a report tells of this prize, of this level where the claim has one."""
        return [fact.evidence for fact in self._facts(report) if self.level in (None, fact.level)]

    def others(self, report: Report) -> list[Evidence]:
        """Return where a report tells of this prize at all."""
        return [fact.evidence for fact in self._facts(report)]

    def _facts(self, report: Report) -> Iterator[Award]:
        wanted = normalised(self.name)
        for fact in report.facts:
            if isinstance(fact, Award):
                name = normalised(fact.award)
                if name == wanted or (len(wanted) > 3 and (wanted in name or name in wanted)):
                    yield fact


def _means(short: str, name: str) -> bool:
    """Tell whether a prize may be called so in short: 省新闻奖 of 澄海省新闻奖, and of 澄海新闻奖."""
    return name.endswith(short) or (
        name.endswith(short[1:]) and not name.startswith(("中国", "全国", "国家"))
    )


def prize(case: Case, clause: str, before: str) -> Prize | None:
    """Return the prize that a clause of the draft speaks of, None where it names none.

    `before` is the sentence up to it, in which 该奖项 and a claim without a name find theirs.
    """
    names = {
        fact.award
        for report in (case.draft, *case.earlier)
        for fact in report.facts
        if isinstance(fact, Award) and len(fact.award) > 3
    }
    level = _LEVEL.search(clause)
    named = [name for name in names if name in clause and not _SHORT.fullmatch(name)]
    if not named:
        # 省新闻奖 for 澄海省新闻奖
        called = [match[0] for match in _SHORT.finditer(clause)]
        meant = {name for name in names if any(_means(short, name) for short in called)}
        named = [
            name for name in meant if all(other.endswith(name) or name.endswith(other) for other in meant)
        ]
    if not named and (_SAME.search(clause) or level):
        last = max((before.rfind(name) for name in names if name in before), default=-1)
        named = [name for name in names if last >= 0 and before.startswith(name, last)]
    if not named:
        return None
    return Prize(max(named, key=len), level[0] if level else None)
