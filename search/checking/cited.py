"""What the draft says of an earlier year that the report of that year says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.numbers import quantities
from search.answers import Finding, Severity
from search.checking import ranges, spell
from search.checking.around import SENTENCE, around
from search.checking.case import Case
from search.checking.counterparts import COUNTS, Aligned, alike, near
from search.checking.figures import Figure
from search.checking.spell import LAST

_AGAINST = re.compile(
    rf"^[一-龥]{{0,2}}[，,（(]\s?(?:而)?(?:[远略稍]|大大|明显)?(?:高于|低于|多于|少于|超过|好于|优于|比|较|而|与|同|和|由|从)?(?:{LAST}|20\d\d年度?)(?:同期)?的?(?:这个数字?|这一数字?|此数|数字|对应数字)?(?:还?只?是|为|仅为|还?只有)?$"
)
_THAN = re.compile(rf"(?:比|较|多于|高于|少于|低于|超过)(?:{LAST}|(?P<year>20\d\d)年度?)(?:同期)?的")
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
        year, stated = spell.year_told(told.before, case.year)
        if not stated and told.metric.year is not None and told.metric.year < case.year:
            # A cell of a table that has a column for each year.
            year = told.metric.year
        if year not in case.earlier_figures:
            continue
        # 观看量412万次，高于上年的368万次: what is counted is told of the figure before.
        leads = at and _AGAINST.search(case.draft.text[case.figures[at - 1].end : told.start])
        measured = case.figures[at - 1] if leads else told
        found = _best(case, measured, year)
        if found is None:
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


def _turned(said: str, before: Figure) -> bool:
    """Tell whether a figure is an earlier one with its digits in another order, as no rounding has them: 356件 for 365件."""
    ours, theirs = ([char for char in text if char.isdigit()] for text in (said, before.text))
    return len(ours) >= DIGITS and ours != theirs and sorted(ours) == sorted(theirs) and before.exact


def _agree(now: ranges.Range, before: Figure) -> bool:
    # Nobody calls 4.5万 the 5万 of the year before, though it rounds to it.
    least, most = ranges.of_figure(before)
    slack = CLOSE * before.value if before.exact else most - least
    return ranges.meet(now, (max(least, before.value - slack), min(most, before.value + slack)))


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
