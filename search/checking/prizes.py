"""The prize that a claim is about, and where the earlier reports tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.report import Award, Evidence, Report
from kg.entities import normalised
from search.checking.case import Case

_LEVEL = re.compile(r"特等奖|特别奖|一等奖|二等奖|三等奖|优秀奖|提名奖|金奖|银奖|铜奖")
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
    named = [name for name in names if name in clause]
    if not named and (_SAME.search(clause) or level):
        last = max((before.rfind(name) for name in names if name in before), default=-1)
        named = [name for name in names if last >= 0 and before.startswith(name, last)]
    if not named:
        return None
    return Prize(max(named, key=len), level[0] if level else None)
