"""Totals since a beginning that are lower than an earlier report's: 累计资助800名, where 2023 has 1000 already."""

from __future__ import annotations

from collections.abc import Iterator

from search.answers import Finding, Severity
from search.checking.case import Case
from search.checking.counterparts import counterpart
from search.checking.saying import short

RUNNING = ("累计", "历年", "以来", "至今")


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each running total that fell. Both sides must say that they count since a beginning."""
    for told in case.figures:
        if told.role != "total":
            continue
        for year in sorted(case.earlier_figures, reverse=True):
            pair = counterpart(case, told, year)
            if pair is None or pair.before.role != "total" or pair.now.metric.subject is None:
                continue
            if pair.before.value > told.value and all(
                any(word in each.evidence.quote for word in RUNNING) for each in (told, pair.before)
            ):
                message = (
                    f"累计数比往年还少：{year}年度报告“{short(pair.before.evidence.quote, 30)}”，这里累计只有{told.text}。"
                    "请核对是否把当年数写成了累计数。"
                )
                span = told.start, told.end
                yield case.finding("number-conflict", Severity.WARNING, message, span, [pair.before.evidence])
            break
