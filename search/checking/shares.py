"""Shares and averages that do not follow from the figures beside them: 女性501人，占比超过五成 of 1078人; 101期8020人次，期均180人次."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.numbers import Quantity
from ingest.report import Qualifier
from ingest.sentences import sentences
from search.answers import Finding, Severity
from search.checking import ranges
from search.checking.around import counted
from search.checking.case import Case
from search.checking.figures import Figure
from search.checking.parts import claimed, parts
from search.checking.saying import figure

_OF = re.compile(
    r"^[一-龥]{0,4}?[，,、；;（(\s]*(?:数量|人数|总数)?(?:约|大约|已|均|也|仅|只)*占(?:比|(?P<whole>[一-龥]{2,10}?)的?(?:比重|比例|比)?)?(?:已|约|近|超过|超|为|达到?|高达|的|有)*$"
)
_PART_OF = re.compile(r"[，,（(]?[^，。；\d]{0,4}占[一-龥]{2,12}")
_PLAINLY = re.compile("^(?:总数|总量|总人数|全部|总额|总收入|总数量|全年|其中|总体|全员)$")
"""What names no whole but the one just told."""
_TOTAL = re.compile("总(?:场次|条数|篇数|人数|数|量|额|收入)?|全部|全年|全[台社]")
_AVERAGE = re.compile(r"(?P<per>[期场次户日月集])均(?:约|近|达到?|超过?|播放|阅读|收视|参与|在)*$")
_MONTH = re.compile(r"(?<!\d)(1[0-2]|[1-9])月")
_PART = re.compile("[一二三四五六七八九十]月|半年|季度|[天日]来|以来|期间")
_PERIODS = {"日": (365.0, 366.0, 250.0), "月": (12.0,)}
SPARE = 0.15
"""The same of one in percent, beyond its rounding."""
OFF = 0.25
"""The share by which an average must be off to be told."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each share that no whole of its sentence bears out, and for each average of figures beside it.

    Made for: 从业人员1078人，其中女性501人，占比超过五成; 35岁以下345人（占42%）; 4K直播56场，占直播总场次的13.5%; 广告收入3.9亿元，占四成多; 1650万元，占全年收入1.66亿元的15%; 培训101期，
    8020人次参训，期均近180人次. Of several wholes in the sentence any may be meant; one that is named (占直播总场次) is looked for in the draft.
    """
    text = case.draft.text
    for start, end in sentences(text):
        told = counted(text, start, end)
        told = sorted({q.end: q for q in (*told, *parts(text, start, end))}.values())
        for at, share in enumerate(told):
            if share.unit == "%" and at and told[at - 1].unit != "%":
                yield from _share(case, told, at)
            elif share.unit != "%" and at:
                yield from _average(case, told, at)


def _share(case: Case, told: Sequence[Quantity], at: int) -> Iterator[Finding]:
    text, part, share = case.draft.text, told[at - 1], told[at]
    link = _OF.match(text[part.end : share.start])
    named = link["whole"] if link else None
    whole = part
    if link is None:
        # 1650万元，占全年收入1.66亿元的15%: the whole is told between the two.
        between = at > 1 and told[at - 2].unit == whole.unit and text[told[at - 2].end : whole.start]
        if not between or not _PART_OF.fullmatch(between) or text[whole.end : share.start] != "的":
            return
        part = told[at - 2]
        wholes = [(whole.value, whole.text, ranges.of(whole.value, whole.text, whole.qualifier))]
    elif named and not _PLAINLY.match(named):
        wholes = _called(case, named, part)
    else:
        wholes = [
            (q.value, q.text, ranges.of(q.value, q.text, q.qualifier))
            for q in told[: at - 1]
            if q.unit == part.unit and q.value >= part.value
        ]
    lies = _claimed(share)
    low, high = ranges.of(part.value, part.text, part.qualifier)
    for _, _, (least, most) in wholes:
        if ranges.meet(lies, (100 * low / most, 100 * high / max(least, 1e-9))):
            return
    if not wholes:
        return
    value, said, _ = wholes[0]
    message = f"占比与数字不符：{part.text}÷{said}≈{100 * part.value / value:.1f}%，文中写“{share.text}”。请核对这三个数字。"
    sure = share.qualifier is part.qualifier is Qualifier.EXACT
    severity = Severity.ERROR if sure else Severity.WARNING
    yield case.finding("number-conflict", severity, message, (part.start, share.end))


def _claimed(share: Quantity) -> ranges.Range:
    """Return between what the share lies that is told in percent or in tenths."""
    if "成" not in share.text and "分之" not in share.text.replace("百分之", "") and "半" not in share.text:
        low, high = ranges.of(share.value, share.text, share.qualifier)
        return low - SPARE, high + SPARE
    return claimed(share)


def _called(case: Case, named: str, part: Quantity) -> list[tuple[float, str, ranges.Range]]:
    """Return the figure of the draft that is called so: 直播总场次 → 直播1590场; none where several are."""
    key = _TOTAL.sub("", named)
    if len(key) < 2:
        return []
    found = {
        f.value: f
        for f in case.figures
        if f.role in ("level", "total")
        and f.metric.unit == part.unit
        and f.value >= part.value
        and f.start != part.number_start
        and _counts(f, key)
    }
    return [(f.value, f.text, ranges.of_figure(f)) for f in found.values()] if len(found) == 1 else []


def _counts(told: Figure, key: str) -> bool:
    """Tell whether a figure is told to count `key`: 采编人员76人, 76名采编人员, but not 员工113人，采编人员76人."""
    return key in told.beside[-20:] or key in re.split("[，,、；;]", told.after[:8])[0]


def _average(case: Case, told: Sequence[Quantity], at: int) -> Iterator[Finding]:
    text, mean = case.draft.text, told[at]
    said = _AVERAGE.search(text[told[at - 1].end : mean.start])
    if said is None:
        return
    totals = [q for q in told[:at] if q.unit == mean.unit and q.value >= mean.value]
    counts = [float(q.value) for q in told[:at] if q.unit == said["per"]]
    counts = counts[-1:] or _periods(said["per"], text[max(0, told[0].start - 30) : mean.start])
    if not totals or not counts:
        return
    total = totals[-1]
    if all(abs(total.value / count / mean.value - 1) > OFF for count in counts):
        real = figure(round(total.value / counts[0], 1), mean.unit)
        message = f"平均数与前面的数字不符：{total.text}按{figure(counts[0], said['per'])}算，平均约{real}，文中写{mean.text}。请核对。"
        yield case.finding("number-conflict", Severity.WARNING, message, (total.start, mean.end))


def _periods(per: str, before: str) -> list[float]:
    """Return of how many days or months an average may be, none where the text tells of a part of the year otherwise.

    视频部5月成立，全年1260条，月均150余条 is of eight months, or seven.
    """
    if per not in _PERIODS or _PART.search(before):
        return []
    begun = {int(month) for month in _MONTH.findall(before)}
    if not begun:
        return list(_PERIODS[per])
    if len(begun) > 1:
        return []
    left = 13 - begun.pop()
    months = [float(left), float(max(left - 1, 1))]
    return months if per == "月" else [30.4 * each for each in months]
