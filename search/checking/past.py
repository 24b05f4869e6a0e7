"""Honours that the draft says an earlier year won and that the report of that year does not have: 继《守湖》去年获中国新闻奖之后."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.answers import Finding, Severity
from search.checking.case import Case
from search.checking.prizes import Prize, prize
from search.checking.saying import short

_PAST = re.compile(
    r"(?P<when>去年|上年度?|上一年度?|前年|20\d\d年)[^，。；、\d]{0,6}?(?:荣获|获得?|夺得|摘得|捧回|斩获|拿下)(?P<what>[^，。；\n]{3,30})"
)
_NOT_WON = re.compile("入围|提名|初评|推荐|参评|申报|未")
_SOME = 2
"""Prizes that the report of that year must tell of for its silence to say something."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each prize that an earlier year is said to have won, where its report knows prizes but not that one.

    Made for: 继《守湖》去年获中国新闻奖之后, where that year's report has it 入围中国新闻奖初评. A prize that was only sought is none won.
    """
    for match in _PAST.finditer(case.draft.text):
        year = _year(case, match["when"])
        report = next((each for each in case.earlier if each.report_year == year), None)
        # The level told behind belongs to the prize of this sentence alone.
        won = prize(case, match["what"], "") if report is not None else None
        if report is None or won is None:
            continue
        told = [fact for fact in report.facts if fact.type == "award"]
        held = won.places(report)
        if len(told) < _SOME or any(not _NOT_WON.search(place.quote) for place in held):
            continue
        if not held and any(won.places(each) for each in case.earlier):
            # Another year's report has it: a prize is often told of a year late.
            continue
        message = (
            f"“{short(match[0], 24)}”缺少支持：{year}年度报告{_what(won, bool(held))}。请核对年份和奖项。"
        )
        yield case.finding("unsupported-claim", Severity.WARNING, message, match.span(), held[:2])


def _year(case: Case, when: str) -> int:
    if when.startswith("20"):
        return int(when[:4])
    return case.year - (2 if when == "前年" else 1)


def _what(won: Prize, sought: bool) -> str:
    name = f"{won.name}{won.level or ''}"
    return f"只写到{name}的入围或推荐" if sought else f"没有{name}"
