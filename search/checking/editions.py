"""Editions that do not follow from those of earlier years: 第37届 again, where 2024 had it and the next is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ingest.dates import edition
from ingest.report import Award, Evidence
from kg.entities import normalised
from search.answers import Finding, Severity
from search.checking.around import SENTENCE, around
from search.checking.case import Case

FAMILY = 6
"""Characters that the names of two prizes must begin with for them to be of one family."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each edition of a prize that does not fit the pace of the earlier ones.

    Made for yearly prizes: 第36届东岭新闻奖 in 2023 and 第37届 in 2024 make 第38届 in 2025. A prize of which the reports hold
    two years at least, always the same number apart from the year, is yearly; an edition that is lower than one of an earlier
    year is wrong whatever its pace. A prize of a family (中国电视纪录片长片十优, 短片十优, 系列片十优) has the family's edition where
    those of the earlier reports keep one pace.
    """
    known: dict[str, dict[int, tuple[int, Evidence]]] = defaultdict(dict)
    for report in case.earlier:
        for fact in report.facts:
            if isinstance(fact, Award) and fact.edition is not None:
                known[normalised(fact.award)].setdefault(
                    report.report_year or 0, (fact.edition, fact.evidence)
                )
    seen: set[tuple[str, int]] = set()
    for fact in case.draft.facts:
        if not isinstance(fact, Award) or fact.edition is None:
            continue
        name = normalised(fact.award)
        told = known.get(name) or _family(name, known)
        if not told or (name, fact.edition) in seen:
            continue
        seen.add((name, fact.edition))
        wanted = _due(case.year, {year: number for year, (number, _) in told.items()})
        last = max(told)
        lower = fact.edition < told[last][0]
        if not lower and (wanted is None or fact.edition == wanted):
            continue
        due = f"，按历年推算应是第{wanted}届" if wanted is not None else ""
        message = f"届次与往年接不上：{last}年度报告是第{told[last][0]}届，这里是第{fact.edition}届{fact.award}{due}。请核对。"
        place = _place(case, fact)
        severity = Severity.ERROR if lower else Severity.WARNING
        yield case.finding("number-conflict", severity, message, place, [told[last][1]])


def _family(name: str, known: dict[str, dict[int, tuple[int, Evidence]]]) -> dict[int, tuple[int, Evidence]]:
    """Return the editions by year of the prizes that begin as `name` does, where all keep one yearly pace; else none."""
    kin = [years for other, years in known.items() if other[:FAMILY] == name[:FAMILY]]
    told = {year: held for years in kin for year, held in years.items()}
    paces = {edition - year for years in kin for year, (edition, _) in years.items()}
    return told if len(told) > 1 and len(paces) == 1 else {}


def _place(case: Case, fact: Award) -> tuple[int, int]:
    """Return where the sentence says the edition: the figures behind it may be wrong on their own."""
    text = case.draft.text
    left, right = around(text, fact.evidence.start, fact.evidence.end, SENTENCE)
    while said := edition(text[left:right]):
        number, start, end = said
        if number == fact.edition:
            return left + start, left + end
        left += end
    return fact.evidence.start, fact.evidence.end


def _due(year: int, told: dict[int, int]) -> int | None:
    """Return the edition that is due in `year`, None where the earlier ones don't tell a yearly pace."""
    apart = {edition - at for at, edition in told.items()}
    return year + next(iter(apart)) if len(told) > 1 and len(apart) == 1 else None
