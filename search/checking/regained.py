"""Prizes told as won again, at once or after so many years: 蝉联, 再次获, 时隔十年再次问鼎."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.numerals import chinese_number
from search.answers import Finding, Severity
from search.checking.around import SENTENCE, around, clause_and_before
from search.checking.case import Case
from search.checking.prizes import prize
from search.checking.saying import short

_AGAIN = re.compile(
    r"(?P<how>蝉联|再次|再度|又一次|继[^，。]{2,12}(?:之后|后)[，,]?(?:再次|再度|又))(?:荣?获|获得|摘得|捧回|夺得|斩获|问鼎|被评为|获评|入选)?"
    r"(?P<what>[^，。；,;\n]{3,30})"
)
"""A prize won again, which some report must have: 蝉联 says that the last one has it."""
_APART = re.compile(
    r"时隔(?P<years>[一二三四五六七八九十两\d]{1,3})年(?:之?后)?[，,]?(?:再次|再度|重新|重又|又)?(?:荣?获得?|摘得|捧[回得]|夺得|斩获|问鼎|拿下|入选)(?P<what>[^，。；,;\n]{3,30})"
)
"""时隔十年再次问鼎海东新闻奖一等奖: no report of the years between has it."""
_LONG_AGO = re.compile(
    r"(?:时隔|相隔|事隔|阔别|暌违)(?P<years>[一二三四五六七八九十两\d]{1,3})年[^，。]{0,3}[，,]?$|(?P<number>[一二三四五六七八九十两\d]{1,3})年(?:之?后|前)[^。]{0,16}$"
)
"""Before 再次: the year of the former prize."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each prize told as won again that no earlier report has, or that one of the years between has."""
    for match in _AGAIN.finditer(case.draft.text):
        yield from _again(case, match)
    for match in _APART.finditer(case.draft.text):
        yield from _apart(case, match)


def _again(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    """A prize won again: where no stored report has it, of this level, nothing bears that out."""
    won = prize(case, *clause_and_before(case.draft.text, *match.span()))
    if won is None:
        return
    ago = _LONG_AGO.search(
        case.draft.text[around(case.draft.text, *match.span(), SENTENCE)[0] : match.start()]
    )
    count = chinese_number(ago["years"] or ago["number"]) if ago else None
    if count is not None and all(case.year - count != report.report_year for report in case.earlier):
        # 时隔九年再次问鼎: won in a year of which no report is stored.
        return
    reports = case.earlier[-1:] if match["how"] == "蝉联" else case.earlier
    if any(won.places(report) for report in reports):
        return
    others = [place for report in reports for place in won.others(report)]
    # Two years at least must be stored, of a prize that is known, before its silence says something.
    if len(case.earlier) < 2 or not any(won.others(report) for report in case.earlier):
        return
    years = "、".join(str(report.report_year) for report in reports)
    message = f"“{short(match[0], 24)}”缺少支持：{years}年度报告没有{won.name}{won.level or ''}。请核对。"
    yield case.finding("unsupported-claim", Severity.WARNING, message, match.span(), others[-2:])


def _apart(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    """A prize won again after so many years: a report of the years between that has it contradicts that."""
    won = prize(case, *clause_and_before(case.draft.text, *match.span()))
    count = chinese_number(match["years"])
    if won is None or count is None:
        return
    for report in case.earlier:
        held = won.places(report) if (report.report_year or 0) > case.year - count else []
        if held:
            message = (
                f"“{short(match[0], 24)}”与{report.report_year}年度报告不符：那一年已获{won.name}{won.level or ''}。"
                "请核对年数。"
            )
            yield case.finding("unsupported-claim", Severity.ERROR, message, match.span(), held[:2])
            return
