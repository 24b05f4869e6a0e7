"""Figures that lost their 万: 粉丝近15, where the years before have 11万; 助销农产品1830元 after 1570万元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.answers import Finding, Severity
from search.checking.called import same_name, same_subject
from search.checking.case import Case
from search.checking.figures import Figure
from search.checking.saying import short

_WHAT = r"(?P<what>粉丝|用户|关注|订阅|播放|阅读|浏览|观看|点击|下载|点赞|获赞|收听)(?:总?人数|总数|总量|数量|数|量)?"
_REACHED = r"(?:已|累计|达到?|为|近|超过?|突破|约|逾|(?:由[^，。；]{1,12})?(?:增|升|涨|增长|上升|提升)(?:至|到|加到))*"
_BARE = re.compile(rf"{_WHAT}{_REACHED}(?P<number>\d{{1,4}}(?:\.\d+)?)(?=[，。；;、和）)]|,(?!\d{{3}}))")
_WITH = re.compile(rf"{_WHAT}{_REACHED}(?P<number>\d[\d.,]*)[余多]?万")
SMALL = 1000
"""A bare figure below it is no audience of a house that tells its audiences in 万."""
_WHOLE = frozenset("人 名 位 件 篇 期 条 份 场 次 人次 户 家 张 册 部 只 辆".split())
_MEAN = re.compile("均|每|平均|人均|相当于|折合|约合")
_SIZES = re.compile("[百千万亿]")
NEAR = 2.2
"""How far, as a factor, a figure may lie from an earlier one once it has its 万."""
LIKE = 0.75
"""The least likeness of what two figures count."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each audience told in a bare number below a thousand, where earlier reports tell such in 万, and
    for each figure that with 万 would be near to what an earlier report has in 万 under that name."""
    held = [
        (match["what"], float(match["number"].replace(",", "").rstrip(".")))
        for each in case.earlier
        for match in _WITH.finditer(each.text)
    ]
    for match in _BARE.finditer(case.draft.text) if held else ():
        number = float(match["number"])
        near = any(what == match["what"] and 1 / NEAR < number / was < NEAR for what, was in held if was)
        if number < SMALL or near:
            message = f"“{match[0]}”像是漏了“万”：往年同类数字都以“万”计。请核对并补上单位。"
            yield case.finding("number-jump", Severity.WARNING, message, match.span("number"))
    for told in case.figures:
        if _broken(told):
            message = f"“{told.text}”是个不成整的数目，像是漏了“万”或点错了小数点。请核对。"
            yield case.finding("number-jump", Severity.WARNING, message, (told.start, told.end))
            continue
        if _SIZES.search(told.text) or told.metric.unit == "%" or told.role not in ("level", "part"):
            continue
        was = next((each for each in _held(case) if _lost(told, each)), None)
        if was is not None:
            message = (
                f"“{told.text}”像是漏了“万”：{was.evidence.year}年度报告是“{short(was.evidence.quote, 30)}”。"
                "请核对并补上单位。"
            )
            span = told.start, told.end
            yield case.finding("number-jump", Severity.WARNING, message, span, [was.evidence])


def _broken(told: Figure) -> bool:
    """Tell whether things that come whole are counted with a fraction, which no average is: 送出早餐11.7份."""
    return (
        told.metric.unit in _WHOLE
        and told.value != int(told.value)
        and not _SIZES.search(told.text)
        and _MEAN.search(re.split(r"[，,；;]", told.before)[-1]) is None
    )


def _held(case: Case) -> Iterator[Figure]:
    for year in sorted(case.earlier_figures, reverse=True):
        yield from (each for each in case.earlier_figures[year] if "万" in each.text)


def _lost(told: Figure, held: Figure) -> bool:
    if told.metric.unit != held.metric.unit or told.value <= 0:
        return False
    if not 1 / NEAR < told.value * 10_000 / held.value < NEAR or same_name(told.name, held.name) < LIKE:
        return False
    same = same_subject(told.metric.subject, held.metric.subject)
    return same is not None and (not told.outlets or not held.outlets or bool(told.outlets & held.outlets))
