"""Rates that were the ratio of two figures in the last report and are not in the draft: 298名持证, 采编人员305人, 持证率91.7%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.answers import Finding, Severity
from search.checking import ranges
from search.checking.around import SENTENCE, around
from search.checking.case import Case
from search.checking.counterparts import counterpart
from search.checking.figures import Figure, family
from search.checking.parts import claimed, parts
from search.checking.saying import figure

_ALL = re.compile("^(?:全年|年度|全[台社年])?(?:经营)?(?:总|性)?(?:收入|营收)$|总收入|总营收")
_SHARE = re.compile(
    r"(?P<what>[一-龥]{2,8}收入)占(?:比|(?:经营|全年)?(?:总)?(?:收入|营收)(?:的|比重|比例)?(?:的比[重例])?)(?:已|由[^，]{1,8})?"
    r"(?:提高|提升|上升|增长|增加|下降|降)?(?:到|至|达到?|为|超过?)?(?:约|近)?$"
)
_RATE = re.compile(
    "(?P<what>持证|体检|签约|签订|参保|参训)率(?:为|达到?|是|保持)*(?P<share>\\d+(?:\\.\\d+)?)[%％]"
)
_HELD = {
    "持证": "持有?[^，。]{0,8}证|取得[^，。]{0,8}证",
    "体检": "体检",
    "签约": "签[约订][^，。]{0,8}合同|合同[^，。]{0,6}签",
    "签订": "签[约订][^，。]{0,8}合同|合同[^，。]{0,6}签",
    "参保": "参保|缴纳",
    "参训": "参训",
}
_STAFF = re.compile("员工|职工|从业人员|采编|编采|记者|编辑|工作人员|在编|在岗")
REACH = 60
"""Characters before a rate in which what it is a share of is told."""
LEAST = 10
"""Counts below it have the same ratio as others by chance."""
SPARE = 0.06
"""Percentage points by which a ratio may miss a rate beyond its rounding."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each rate that its two counts contradict, where in the last report they bore it out.

    Made for: 为299名采编人员申领记者证，持证率97.1% with 采编人员308人 in the preface one year, 298名, 305人 and 91.7% the next.
    That the three figures belong together is read off the last report alone, so no words need to say so.
    """
    yield from _shares(case)
    yield from _covered(case)
    last = case.last
    year = last.report_year if last is not None else None
    if year is None:
        return
    held = [each for each in case.earlier_figures[year] if each.exact and each.role in ("level", "part")]
    for rate in case.figures:
        if rate.metric.unit != "%" or rate.role != "level" or not rate.exact:
            continue
        pair = counterpart(case, rate, year)
        if pair is None or not pair.before.exact:
            continue
        found = _counts(case, rate, pair.before, held, year)
        if found is None or any(_fits(part, whole, rate) for part, whole in found):
            continue
        part, whole = found[0]
        message = (
            f"比率与稿中两个数不符：{figure(part.value, part.metric.unit)}÷{figure(whole.value, whole.metric.unit)}"
            f"≈{100 * part.value / whole.value:.1f}%，文中写{rate.text}（{year}年度报告的{pair.before.text}是这样算的）。请核对这三个数字。"
        )
        yield case.finding(
            "number-conflict", Severity.ERROR, message, (rate.start, rate.end), [pair.before.evidence]
        )


def _shares(case: Case) -> Iterator[Finding]:
    """The share of one sort of income in all: 非广告收入占比提高到55% beside 非广告收入10.3亿元 and 总收入22.9亿元."""
    income = [f for f in case.figures if f.metric.unit == "元" and f.exact and f.role in ("level", "part")]
    whole = {f.value: f for f in income if _ALL.search(f.name) and f.role == "level"}
    if len(whole) != 1:
        return
    total, text = next(iter(whole.values())), case.draft.text
    rates = [(f.start, f.end, f.text, ranges.of_figure(f)) for f in case.figures if _is_rate(f)]
    rates += [(q.start, q.end, q.text, claimed(q)) for q in parts(text, 0, len(text))]
    for start, end, said, lies in rates:
        told = _SHARE.search(re.split(r"[，,；;。\n]", text[max(0, start - REACH) : start])[-1])
        if told is None:
            continue
        what = told["what"]
        shares = {f.value: f for f in income if f.value not in whole and _counts_same(f, what)}
        if len(shares) != 1 or _meets(part := next(iter(shares.values())), total, lies):
            continue
        message = (
            f"占比与稿中两个数不符：{part.text}÷{total.text}≈{100 * part.value / total.value:.1f}%，文中写{said}。"
            "请核对这三个数字。"
        )
        yield case.finding("number-conflict", Severity.WARNING, message, (start, end))


def _covered(case: Case) -> Iterator[Finding]:
    """How many of the house's people have or did something: 持证率达到100% beside 采编人员233人 and 持有记者证的201人."""
    people = [
        f
        for f in case.figures
        if f.metric.unit in ("人", "名") and f.exact and f.role in ("level", "part") and f.value > LEAST
    ]
    wholes = [f for f in people if _STAFF.search(f.name) and not f.acted_on]
    text = case.draft.text
    for match in _RATE.finditer(text):
        lies = (float(match["share"]) - SPARE * 10, float(match["share"]) + SPARE * 10)
        held = {f.value: f for f in people if re.search(_HELD[match["what"]], f.evidence.quote)}
        if len(held) != 1 or not wholes:
            continue
        part = next(iter(held.values()))
        above = [whole for whole in wholes if whole.value >= part.value and whole is not part]
        if not above or any(_meets(part, whole, lies) for whole in above):
            continue
        whole = min(above, key=lambda f: f.value)
        message = (
            f"{match['what']}率与稿中人数不符：{part.text}÷{whole.text}≈{100 * part.value / whole.value:.1f}%，"
            f"文中写{match['share']}%。请核对这三个数字。"
        )
        yield case.finding("number-conflict", Severity.WARNING, message, match.span())


def _is_rate(told: Figure) -> bool:
    return told.metric.unit == "%" and told.role == "level"


def _counts_same(told: Figure, what: str) -> bool:
    said = re.split(r"[，,；;。、\d]", told.before)[-1]
    return said.removesuffix("为").removesuffix("达").endswith(what[-8:]) and not said.endswith("非" + what)


def _fits(part: Figure, whole: Figure, rate: Figure) -> bool:
    return _meets(part, whole, ranges.of_figure(rate))


def _meets(part: Figure, whole: Figure, lies: ranges.Range) -> bool:
    low, high = ranges.of_figure(part)
    least, most = ranges.of_figure(whole)
    return ranges.meet((100 * low / most - SPARE, 100 * high / least + SPARE), lies)


def _counts(
    case: Case, rate: Figure, was: Figure, held: list[Figure], year: int
) -> list[tuple[Figure, Figure]] | None:
    """Return the pairs of figures of the draft whose like gave the rate in the last report; None where there are none."""
    begin = max(around(was.report.text, was.start, was.end, SENTENCE)[0], was.start - REACH)
    left = max(around(rate.report.text, rate.start, rate.end, SENTENCE)[0], rate.start - REACH)
    parts = [each for each in held if begin <= each.start < was.start and each.value >= LEAST]
    found = []
    for part in parts:
        for whole in held:
            alike = family(whole.metric.unit) == family(part.metric.unit) != "%"
            if alike and whole.value > part.value and whole is not part and _fits(part, whole, was):
                now = [
                    next(
                        (
                            f
                            for f in case.figures
                            if _is(case, f, each, year) and (each is whole or left <= f.start < rate.start)
                        ),
                        None,
                    )
                    for each in (part, whole)
                ]
                if now[0] is not None and now[1] is not None and 0 < now[0].value <= now[1].value:
                    found.append((now[0], now[1]))
    return found or None


def _is(case: Case, told: Figure, before: Figure, year: int) -> bool:
    pair = counterpart(case, told, year) if told.exact else None
    return pair is not None and pair.before.start == before.start
