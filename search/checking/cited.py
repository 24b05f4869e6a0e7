"""What the draft says of an earlier year that the report of that year says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.dates import years
from ingest.numbers import quantities
from ingest.numerals import number_of
from search.answers import Finding, Severity
from search.checking import ranges
from search.checking.around import SENTENCE, around
from search.checking.called import same_name, same_subject
from search.checking.case import Case
from search.checking.counterparts import COUNTS, Aligned, alike, near
from search.checking.figures import Figure
from search.checking.spell import LAST

_WHEN = re.compile(rf"(?:[由从比较]|{LAST}|年初)[^，。；,;]{{0,16}}$")
_LAST = re.compile(rf"{LAST}|年初")
_AGO = re.compile(r"(?P<years>[两二三四五六七八九]|[2-9])年前")
_AGAINST = re.compile(
    rf"^[一-龥]{{0,2}}[，,（(]\s?(?:而)?(?:[远略稍]|大大|明显)?(?:高于|低于|多于|少于|超过|好于|优于|比|较|而|与|同|和|由|从)?(?:{LAST}|20\d\d年度?)(?:同期)?的?(?:这个数字?|这一数字?|此数|数字|对应数字)?(?:还?只?是|为|仅为|还?只有)?$"
)
_THAN = re.compile(rf"(?:比|较|多于|高于|少于|低于|超过)(?:{LAST}|(?P<year>20\d\d)年度?)(?:同期)?的")
_JUST = re.compile(rf"(?:{LAST}|年初)(?:同期|末|底)?的?(?:是|为|只有)?$")
_PLAIN = frozenset({None, "%", "元", "人", "人次", "次", "条", "件", "篇"})
"""Units in which several things are counted of one subject."""
_RIVAL = 0.05
DIGITS = 3
"""Digits of a figure that no other has in another order by chance ..."""
ALIKE = 0.75
"""... where what they count is called so nearly the same."""
CLOSE = 0.06
"""The share by which a figure of an earlier year may be told otherwise, rounded to whole 万."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each figure of an earlier year that the report of that year gives otherwise.

    Made for: 由2023年的1830万元增长到2105万元; 由8.4万增至13.5万 (the year before, unless a gap lies between);
    2022年为613件; 上年为58件; 由两年前的5.2万份降到4.1万份.
    """
    yield from _beside(case)
    for at, told in enumerate(case.figures):
        if told.role not in ("start", "other year"):
            continue
        year, stated = _year(case, told)
        if year not in case.earlier_figures:
            continue
        # 观看量412万次，高于上年的368万次: what is counted is told of the figure before.
        leads = at and _AGAINST.search(case.draft.text[case.figures[at - 1].end : told.start])
        measured = case.figures[at - 1] if leads else told
        found = _best(case, measured, year)
        if found is None:
            slip = _mixed_up(case, told, year) or _only(case, told, year)
            if slip is not None:
                yield slip
            continue
        now = ranges.of_figure(told)
        held = [pair for pair in found if pair.fit > found[0].fit - _RIVAL]
        if any(_agree(now, pair.before) and not _turned(told.text, pair.before) for pair in held):
            continue
        before = held[0].before
        message = (
            f"与{year}年度报告不符：那一年报告写的是{before.text}，这里写{told.text}。"
            f"请按{year}年度报告核对，若口径有变请注明。"
        )
        sure = stated and held[0].fit >= 0.75
        severity = Severity.ERROR if sure else Severity.WARNING
        yield case.finding("number-conflict", severity, message, (told.start, told.end), [before.evidence])


def _beside(case: Case) -> Iterator[Finding]:
    """A figure of the year before that a growth is counted from and that no fact holds: 办成391件，比上年的356件多出35件."""
    text = case.draft.text
    starts = {figure.start for figure in case.figures}
    for match in _THAN.finditer(text):
        year = int(match["year"]) if match["year"] else case.year - 1
        told = next(iter(quantities(text, match.end(), min(len(text), match.end() + 14))), None)
        if (
            told is None
            or told.start != match.end()
            or told.start in starts
            or year not in case.earlier_figures
        ):
            continue
        left = around(text, match.start(), match.start(), SENTENCE)[0]
        levels = [f for f in case.figures if left <= f.start < match.start() and f.metric.unit == told.unit]
        found = _best(case, levels[-1], year) if levels and told.unit != "%" else None
        if not found or found[0].fit < ALIKE:
            continue
        now = ranges.of(told.value, told.text, told.qualifier)
        held = [pair for pair in found if pair.fit > found[0].fit - _RIVAL]
        if any(_agree(now, pair.before) and not _turned(told.text, pair.before) for pair in held):
            continue
        before = found[0].before
        message = (
            f"与{year}年度报告不符：那一年报告写的是{before.text}，这里写{told.text}。"
            f"请按{year}年度报告核对，若口径有变请注明。"
        )
        span = told.start, told.end
        yield case.finding("number-conflict", Severity.WARNING, message, span, [before.evidence])


def _mixed_up(case: Case, told: Figure, year: int) -> Finding | None:
    """Return a finding where the report of a year has the digits of its figure in another order: 由上年的532只, and there 523只.

    Made for figures whose names are not near enough to be held against each other otherwise (大喇叭终端, 终端).
    """
    digits = [char for char in told.text if char.isdigit()]
    if len(digits) < DIGITS:
        return None
    for other in case.earlier_figures[year]:
        theirs = [char for char in other.text if char.isdigit()]
        if (
            other.metric.unit == told.metric.unit
            and theirs != digits
            and sorted(theirs) == sorted(digits)
            and same_name(told.name, other.name) >= ALIKE
            and all(each.value != told.value for each in case.earlier_figures[year])
        ):
            message = f"与{year}年度报告不符：那一年报告写的是{other.text}，这里写{told.text}，像是数字颠倒。请核对。"
            span = told.start, told.end
            return case.finding("number-conflict", Severity.WARNING, message, span, [other.evidence])
    return None


def _only(case: Case, told: Figure, year: int) -> Finding | None:
    """Return a finding where the report of a year has one figure alone of this subject and unit, and another value:
    “矿山书屋”由上年的29座增加到36座, and there “矿山书屋”添到31座.
    """
    if told.metric.subject is None or told.metric.unit in _PLAIN or _JUST.search(told.before) is None:
        return None
    held = [
        other
        for other in case.earlier_figures[year]
        if other.metric.unit == told.metric.unit
        and same_subject(other.metric.subject, told.metric.subject) == 1.0
    ]
    values = {other.value for other in held}
    if len(values) != 1 or not any(other.role in COUNTS for other in held):
        return None
    if _agree(ranges.of_figure(told), held[0]):
        return None
    message = (
        f"与{year}年度报告不符：那一年报告写的是{held[0].text}，这里写{told.text}。"
        f"请按{year}年度报告核对，若口径有变请注明。"
    )
    span = told.start, told.end
    return case.finding("number-conflict", Severity.WARNING, message, span, [held[0].evidence])


def _turned(said: str, before: Figure) -> bool:
    """Tell whether a figure is an earlier one with its digits in another order, as no rounding has them: 356件 for 365件."""
    ours, theirs = ([char for char in text if char.isdigit()] for text in (said, before.text))
    return len(ours) >= DIGITS and ours != theirs and sorted(ours) == sorted(theirs) and before.exact


def _agree(now: ranges.Range, before: Figure) -> bool:
    # Nobody calls 4.5万 the 5万 of the year before, though it rounds to it.
    least, most = ranges.of_figure(before)
    slack = CLOSE * before.value if before.exact else most - least
    return ranges.meet(now, (max(least, before.value - slack), min(most, before.value + slack)))


def _year(case: Case, told: Figure) -> tuple[int, bool]:
    """Return the year that a figure is of, and whether the text names it."""
    clause = re.split(r"[，,；;]", told.before)[-1]
    when = _WHEN.search(clause)
    named = [year for year, _, _ in years(when[0] if when else clause) if year != case.year]
    if named:
        return named[-1], True
    named = [year for year, _, _ in years(clause) if year != case.year]
    if named:
        return named[-1], True
    if (ago := _AGO.search(when[0] if when else clause)) is not None:
        return case.year - int(number_of(ago["years"]) or 0), True
    return case.year - 1, _LAST.search(clause) is not None


def _alike(told: Figure, other: Figure) -> float:
    # What a figure of another year is in its own sentence tells nothing of its part in that year's.
    return alike(told, other) if told.role in COUNTS else near(told, other)


def _best(case: Case, told: Figure, year: int) -> list[Aligned] | None:
    scored = [
        Aligned(told, other, score)
        for other in case.earlier_figures[year]
        if other.role in COUNTS and (score := _alike(told, other))
    ]
    return sorted(scored, key=lambda pair: -pair.fit) or None
