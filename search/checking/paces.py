"""What is told of each month or week beside what is told of the whole year: 每月发布岗位2200个，全年共发布3.9万个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.numbers import Quantity
from ingest.report import Qualifier
from ingest.sentences import sentences
from search.answers import Finding, Severity
from search.checking.around import counted
from search.checking.case import Case
from search.checking.figures import Figure
from search.checking.saying import figure

_EACH = re.compile(
    r"(?:每(?:个)?(?P<every>工作日|[月周天日季])度?|(?P<mean>[月周日季])均)(?!末|[一二三四五六七日])[^\d，。；]{0,10}$"
)
_TIMES = {
    "月": (12.0,),
    "周": (52.0, 50.0, 48.0),
    "季": (4.0,),
    "天": (365.0, 250.0),
    "日": (365.0, 250.0),
    "工作日": (250.0,),
}
"""How many of each a year has; days without weekends and holidays too."""
_YEAR = re.compile("全年|一年|年内|本年度?|今年")
_COUNTED = re.compile("全年|一年|年内|本年度?|共|合计|总[计共量数]|累计")
_PART = re.compile(
    r"[一二三四五六七八九十\d]月|半年|季度|[天日]来|以来|期间|至今|起[，,每]|暑|寒假|至少|不少于|不低于|历年"
)
"""What tells that it went on for a part of the year, or that more was possible."""
OFF = 0.25
"""The share by which the year must miss its months to be told."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each total of a year that is not what its months or weeks come to.

    Made for: 每月发布岗位2200个左右，全年共发布岗位3.9万个; 《问政》每周播出2期 and, in another chapter, 《问政》全年播出51期. Where the
    sentence tells of a part of the year (9月起), or of a least number (至少), nothing is held against it.
    """
    text = case.draft.text
    for start, end in sentences(text):
        if _PART.search(text, start, end):
            continue
        told = [q for q in counted(text, start, end) if q.unit != "%"]
        for at, each in enumerate(told):
            per = _EACH.search(text[told[at - 1].end if at else start : each.start])
            total = _total(text, told, at, start) if per is not None else None
            if per is not None and total is not None:
                yield from _judged(case, per, each, total)
    yield from _apart(case)


def _total(text: str, told: Sequence[Quantity], at: int, start: int) -> Quantity | None:
    """Return the quantity of the same unit that a sentence tells of the year, behind the one at `at` or before it."""
    for index in (*range(at + 1, len(told)), *range(at - 1, -1, -1)):
        other: Quantity = told[index]
        gap = text[told[index - 1].end if index else start : other.start]
        larger: bool = other.value > told[at].value
        if other.unit == told[at].unit and larger and _COUNTED.search(gap):
            return other
    return None


def _judged(case: Case, per: re.Match[str], each: Quantity, total: Quantity) -> Iterator[Finding]:
    times = _TIMES[per["every"] or per["mean"]]
    if Qualifier.OVER in (each.qualifier, total.qualifier) or _fits(each.value, total.value, times):
        return
    name = per["every"] or per["mean"]
    message = (
        f"每{name}数与全年数不符：每{name}{each.text}，全年约合{figure(each.value * times[0], each.unit)}，文中全年写{total.text}。"
        "请核对这两个数字。"
    )
    span = min(each.start, total.start), max(each.end, total.end)
    yield case.finding("number-conflict", Severity.WARNING, message, span)


def _fits(each: float, total: float, times: Sequence[float]) -> bool:
    return any(abs(total / (each * count) - 1) < OFF for count in times)


def _apart(case: Case) -> Iterator[Finding]:
    """The same of one column or outlet that is told of in two sentences."""
    named = [f for f in case.figures if f.metric.subject and f.exact and f.role == "level"]
    for each in named:
        per = _EACH.search(each.beside)
        if per is None or _PART.search(each.before + each.after):
            continue
        for total in named:
            if total.beside != each.beside and _one(each, total) and not _PART.search(total.before):
                times = _TIMES[per["every"] or per["mean"]]
                if not _fits(each.value, total.value, times):
                    name = per["every"] or per["mean"]
                    message = (
                        f"每{name}数与全年数不符：“{each.metric.subject}”每{name}{each.text}，"
                        f"全年约合{figure(each.value * times[0], each.metric.unit)}，这里写{total.text}。请核对这两个数字。"
                    )
                    span = total.start, total.end
                    yield case.finding("number-conflict", Severity.WARNING, message, span)


def _one(each: Figure, total: Figure) -> bool:
    same = each.metric.subject == total.metric.subject and each.metric.unit == total.metric.unit
    return (
        same and total.stretch is None and total.value > each.value and _YEAR.search(total.before) is not None
    )
