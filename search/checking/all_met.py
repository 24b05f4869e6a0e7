"""Claims that all of last year's shortcomings are mended, or all its plans carried out, beside some of which nothing is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.numerals import chinese_number
from ingest.report import Evidence, Shortcoming
from search.answers import Finding, Severity
from search.checking.case import Case
from search.checking.saying import short

_FAULTS = "不足|问题|短板|弱项|差距|薄弱环节"
_PLANS = "承诺|改进措施|改进事项|改进方向|改进任务|任务|目标|计划|打算"
_CLAIM = re.compile(
    r"(?:去年|上一?年度?|前一年度?|20\d\d年度?)[^。；\n]{0,24}?"
    rf"(?:(?P<count>[一二三四五六七八九十两\d]{{1,2}})(?:个|项|条|点|类)(?:方面)?(?:的?主要|的?突出)?的?)?(?P<of>{_FAULTS}|{_PLANS})(?:事项|清单)?"
    r"[^。；\n]{0,12}?(?P<all>全部|全数|悉数|均|都|逐[一项条](?=得到|得以|兑现)|百分之百|100%|一一|件件|无一遗漏)(?:得到|得以|已经?|按期|如期|彻底|有效)*"
    r"(?P<done>整改|解决|兑现|落实|完成|销号|破解|克服|化解|到位|办结|清零)[^，。；\n]{0,6}"
)
"""去年承诺的四项改进措施已全部兑现; 2022年度报告列出的五个方面不足均已整改到位."""
_PLAN = re.compile("制定|拟定|措施并|方案并|部署|研究|分析|计划$")
_COUNTED = re.compile(
    r"(?:去年|上一?年度?|20\d\d年度?)(?:社会责任)?报告[^，。；\n]{0,8}?(?:列[出举]?|提出|指出|查摆|查找|梳理|所列|提到|检视)的?"
    rf"(?P<count>[一二三四五六七八九十两\d]{{1,2}})(?:个|项|条|点|类)(?:方面)?(?:的?主要|的?突出)?的?(?:{_FAULTS})"
)
"""针对2022年度报告列出的五项不足: how many there were."""
_SHOWN = 3
BESIDE = 12
"""Characters beside such a claim that tell of a deed."""


def find(case: Case, unmet: Sequence[Evidence], undone: Sequence[Evidence]) -> Iterator[Finding]:
    """Yield a finding for each claim that all was mended, where nothing is told of some of it, and for a wrong count of it.

    `unmet` are the shortcomings of the last report to which nothing in the draft speaks or which it owns again, `undone` the plans
    of that report of which nothing is told.
    """
    last = case.last
    if last is None or not case.follows:
        return
    text = case.draft.text
    for match in _CLAIM.finditer(text):
        faults = re.fullmatch(_FAULTS, match["of"]) is not None
        left = unmet if faults else undone
        if not left or _PLAN.search(match[0]) or _other_year(case, match[0]):
            continue
        named = "；".join(f"“{short(each.quote, 20)}”" for each in left[:_SHOWN])
        message = (
            f"“{short(match[0], 30)}”与稿中所写不符：{last.report_year}年度报告的{named}"
            f"{f'等{len(left)}项' if len(left) > _SHOWN else ''}，稿中没有写到做了什么，或今年又提了出来。请核对，或改掉“{match['all']}”。"
        )
        yield case.finding("unsupported-claim", Severity.WARNING, message, match.span(), left)
    owned = [fact for fact in last.facts if isinstance(fact, Shortcoming)]
    for match in _COUNTED.finditer(text):
        count = chinese_number(match["count"])
        if not owned or count is None or count == len(owned) or _other_year(case, match[0]):
            continue
        message = (
            f"“{short(match[0], 30)}”与{last.report_year}年度报告不符：那一年列了{len(owned)}项。请核对。"
        )
        yield case.finding(
            "number-conflict",
            Severity.WARNING,
            message,
            match.span("count"),
            [fact.evidence for fact in owned][:6],
        )


def claims_all(text: str) -> bool:
    """Tell whether a statement only says that all was mended, and not what was done."""
    match = _CLAIM.search(text)
    return match is not None and len(text) - (match.end() - match.start()) < BESIDE


def _other_year(case: Case, claim: str) -> bool:
    named = re.search(r"20\d\d", claim)
    return named is not None and int(named[0]) != case.year - 1
