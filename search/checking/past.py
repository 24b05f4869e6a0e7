"""Honours that the draft says an earlier year won and that the report of that year does not have: 继《守湖》去年获中国新闻奖之后."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.report import Report
from kg.entities import normalised
from search.answers import Finding, Severity
from search.checking.around import CLAUSE, MARKED, around
from search.checking.case import Case
from search.checking.prizes import Prize, prize
from search.checking.saying import short

_PAST = re.compile(
    r"(?P<when>去年|上年度?|上一年度?|前年|20\d\d年)[^，。；、\d]{0,6}?(?:荣获|获得?|夺得|摘得|捧回|斩获|拿下)(?P<what>[^，。；\n]{3,30})"
)
_AFTER = re.compile(
    r"继[^，。；\n]{0,6}?[《“](?P<name>[^》”\n]{2,20})[》”][^，。；、\d《“]{0,4}?(?:荣?获得?|夺得?|摘得?|捧[回得]|斩获|拿下|入选|荣膺)(?P<what>[^，。；\n]{3,30}?)(?:之后|后)(?=[，,])"
)
"""继《老街巷》荣获江右图书奖之后: an honour of before, without its year."""
_PRIZE = re.compile("[^，。；\n]{2,24}?奖")
_LEVEL = re.compile(
    r"第[^，。；]{1,6}届|20\d\d年(?:度)?|(?:特等|[一二三]等|[金银铜优]|优秀|提名)奖$|[“”《》]"
)
_NOT_WON = re.compile("入围|提名|初评|推荐|参评|申报|未")
SHORTEST = 4
"""Characters of an honour's name; a shorter one may be any."""
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
        if report is None:
            continue
        if won is None:
            yield from _unheard(case, match, report)
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

    yield from _after(case)


def _unheard(case: Case, match: re.Match[str], report: Report) -> Iterator[Finding]:
    """A prize that no report knows, of a work that the report of that year tells of: 《灯塔谣》去年获得中国广播剧最高奖后."""
    text = case.draft.text
    left, _ = around(text, *match.span(), CLAUSE)
    works = [found[found.lastindex or 0] for found in MARKED.finditer(text[left : match.start()])]
    honour = _PRIZE.match(match["what"])
    if not works or honour is None or not any(work in report.text for work in works):
        return
    name = normalised(_LEVEL.sub("", honour[0]))
    if len(name) >= SHORTEST and not any(name in normalised(each.text) for each in case.earlier):
        message = f"“{short(match[0], 24)}”缺少支持：{report.report_year}年度报告写到了“{works[-1]}”，没有写这个奖。请核对。"
        yield case.finding("unsupported-claim", Severity.WARNING, message, match.span())


def _after(case: Case) -> Iterator[Finding]:
    """An honour that a work is said to have won before, where neither an earlier report nor the draft elsewhere has it."""
    if not case.follows:
        return
    text = case.draft.text
    for match in _AFTER.finditer(text):
        honour = normalised(_LEVEL.sub("", match["what"]))
        if re.search(r"20\d\d年|去年|上年|前年", match[0]) or len(honour) < SHORTEST:
            continue
        elsewhere = normalised(text[: match.start()] + text[match.end() :])
        if honour in elsewhere or any(honour in normalised(report.text) for report in case.earlier):
            continue
        message = f"“{short(match[0], 30)}”缺少支持：历年报告和稿中别处都没有写到“{short(match['what'], 20)}”。请核对。"
        yield case.finding("unsupported-claim", Severity.WARNING, message, match.span())


def _year(case: Case, when: str) -> int:
    if when.startswith("20"):
        return int(when[:4])
    return case.year - (2 if when == "前年" else 1)


def _what(won: Prize, sought: bool) -> str:
    name = f"{won.name}{won.level or ''}"
    return f"只写到{name}的入围或推荐" if sought else f"没有{name}"
