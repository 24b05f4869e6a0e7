"""How often something was held, and prizes won every year: 已连续举办三届, 年年获一等奖."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.numerals import chinese_number
from ingest.report import Evidence
from search.answers import Finding, Severity
from search.checking.around import CLAUSE, SENTENCE, around, clause_and_before
from search.checking.case import Case, quoted
from search.checking.origins import began
from search.checking.prizes import prize
from search.checking.running import name_in
from search.checking.saying import short

_HELD = re.compile(
    r"(?:已|已经)?连续(?:成功|如期)?(?:举办|开展|举行|开办|播出|刊出|推出|承办|组织|推进|实施|办)了?(?P<count>[一二三四五六七八九十两\d]{1,3})个?(?P<of>年|届|季)"
)
"""已连续举办三届, with its name before or behind."""
_EVERY = re.compile(r"(?:年年|每年|届届)(?:都|均|皆)?(?P<what>[^，。；,;\n]{3,40})")
"""中心成立以来年年都有作品拿到这个奖的一等奖."""
_NTH = re.compile(
    r"第(?P<nth>[一二三四五六七八九十\d]{1,3})(?:个)?(?P<of>年|届|季)|(?P<first>首届|首季|首次举办)"
)


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each count of times or years running that an earlier report leaves no room for, and for each prize told as won every year that one lacks.

    Made for: 已连续举办三届“光从地下来”矿工摄影展 a year after the 首届; 活动连续开展六年 a year after its 第三年; 中心成立以来年年都拿到汉宁新闻奖一等奖.
    """
    for match in _EVERY.finditer(case.draft.text):
        yield from _every(case, match)
    for match in _HELD.finditer(case.draft.text):
        yield from _held(case, match)


def _every(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    """A prize told as won every year: no stored report that tells of it may lack its level."""
    won = prize(case, *clause_and_before(case.draft.text, *match.span()))
    if won is None or won.level is None:
        return
    for report in reversed(case.earlier):
        others = won.others(report)
        if others and not won.places(report):
            message = f"“{short(match[0], 24)}”与{report.report_year}年度报告不符：那一年的{won.name}没有{won.level}。请核对。"
            yield case.finding("unsupported-claim", Severity.ERROR, message, match.span(), others[:2])
            return


def _held(case: Case, match: re.Match[str]) -> Iterator[Finding]:
    """So many times or years running of what has a name: an earlier report that tells which one its was must leave room for them."""
    text = case.draft.text
    left = around(text, *match.span(), SENTENCE)[0]
    clause_left, clause_right = around(text, *match.span(), CLAUSE)
    count = chinese_number(match["count"]) or 0
    names = [
        name
        for part in (
            text[match.end() : clause_right],
            text[clause_left : match.start()],
            text[left:clause_left],
        )
        if (name := name_in(part)) is not None
    ]
    if not names or count < 2:
        return
    name = names[0]
    for report in reversed(case.earlier):
        for at in re.finditer(re.escape(name), report.text):
            start, end = around(report.text, *at.span(), CLAUSE)
            nth = _NTH.search(report.text, start, end)
            if nth is None or (nth["of"] or "届") not in ("届", "年", match["of"]):
                continue
            was = 1 if nth["first"] else chinese_number(nth["nth"]) or 0
            due = was + case.year - (report.report_year or 0)
            if 0 < was <= due < count:
                place = quoted(report, start, end)
                message = f"“{short(match[0], 24)}”与{place.year}年度报告不符：那一年是“{short(place.quote, 30)}”，到今年至多{due}{match['of']}。请核对。"
                yield case.finding("unsupported-claim", Severity.ERROR, message, match.span(), [place])
                return
    start_year = began(case.earlier, name) or _dated_once(case, name)
    if start_year is not None and count > case.year - start_year[0] + 1:
        message = f"“{short(match[0], 24)}”与往年报告不符：“{name}”{start_year[0]}年才开始。请核对。"
        yield case.finding("unsupported-claim", Severity.ERROR, message, match.span(), [start_year[1]])


def _dated_once(case: Case, name: str) -> tuple[int, Evidence] | None:
    """Return the year of the first stored report that has a name, where two reports or more before it lack it."""
    holds = [name in report.text for report in case.earlier]
    if True not in holds or holds.index(True) < 2:
        return None
    report = case.earlier[holds.index(True)]
    at = report.text.find(name)
    return report.report_year or 0, quoted(report, *around(report.text, at, at + len(name), CLAUSE))
