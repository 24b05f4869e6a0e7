"""What a written figure may stand for: 16.3万 is anything from 162,500 to 163,500, 超110万 at least 1.1 million."""

from __future__ import annotations

import re

from ingest.numerals import FULL_WIDTH
from ingest.report import Qualifier
from search.checking.figures import Figure

Range = tuple[float, float]
"""Lowest and highest value, both possible."""

OVER, NEARLY, ABOUT = 0.12, 0.12, 0.07
"""How far the true figure may lie above 超 and 余, below 近, and beside 约, as a share."""
_DECIMALS = re.compile(r"\.(\d+)")
_WRITTEN = re.compile(r"(?P<number>[\d.,]+)\s?(?P<magnitude>[百千]?万亿|[十百千]?[万亿])?")
_RATES = {"万分之": 0.01, "千分之": 0.1, "‰": 0.1}
_SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def of(value: float, text: str, qualifier: Qualifier) -> Range:
    """Return what the figure `text` of the value `value` (single units; percent as written) may stand for."""
    slack = grain(text) / 2
    if qualifier is Qualifier.OVER:
        # 少了两百多个: spoken so, anything below three hundred.
        most = value + _mark(value) if "多" in text else 0.0
        return value - slack, max(most, value * (1 + OVER) + slack)
    if qualifier is Qualifier.NEARLY:
        return value * (1 - NEARLY) - slack, value + slack
    if qualifier is Qualifier.ABOUT:
        return value * (1 - ABOUT) - slack, value * (1 + ABOUT) + slack
    return value - slack, value + slack


def passed(told: Figure) -> Range:
    """Return the same where a figure is told to have grown to or from a mark: what passed 2900万 has not passed 3000万."""
    low, high = of_figure(told)
    if told.metric.qualifier is Qualifier.OVER:
        high = min(high, told.value + _mark(told.value))
    return low, high


def _mark(value: float) -> float:
    """Return the step of the last digit that is not zero: what passed 2900万 has not passed 3000万."""
    digits = f"{value:.6g}"
    if "e" in digits or "." in digits:
        plain = f"{value:.10f}".rstrip("0").rstrip(".") if "e" not in digits else f"{value:.0f}"
        if "." in plain:
            return float(10 ** -len(plain.split(".")[1]))
        digits = plain
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


def of_figure(told: Figure) -> Range:
    """Return what a figure of a report may stand for."""
    return of(told.value, told.text, told.metric.qualifier)


def grain(text: str) -> float:
    """Return the step in which a figure is written, in single units: 1000 for 16.3万, 1 for 91%, 0 for 1507件."""
    plain = text.translate(FULL_WIDTH).replace(",", "")
    found = _WRITTEN.search(plain)
    if found is None:
        return 10_000.0 if re.search("[万亿]", plain) else 0.0
    size = 1.0
    for char in found["magnitude"] or "":
        size *= _SIZES[char]
    decimals = _DECIMALS.search(found["number"])
    step = size / 10 ** len(decimals[1]) if decimals else size
    for words, share in _RATES.items():
        # 万分之0.24 is 0.0024 %.
        if words in plain:
            return step * share
    whole = size == 1 and decimals is None
    return 0.0 if whole and "%" not in plain and "％" not in plain and "百分" not in plain else step


def meet(one: Range, other: Range) -> bool:
    """Tell whether two figures may stand for one value."""
    return one[0] <= other[1] and other[0] <= one[1]


def growth(now: Range, before: Range) -> Range:
    """Return by how many percent a figure may have grown."""
    least = (now[0] / before[1] - 1) * 100 if before[1] > 0 else float("-inf")
    most = (now[1] / before[0] - 1) * 100 if before[0] > 0 else float("inf")
    return least, most
