"""Figures over the years as a small drawing: where points, lines and marks of the axes go.

Templates draw it as SVG inside the page: it takes the page's colours and fonts, is read by screen readers, prints,
and every point is a link to its sentence, all without scripts.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.report import Evidence

WIDTH, HEIGHT = 640, 240
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 30, 34
"""Room around the plot, in units of the drawing."""


@dataclass(frozen=True)
class Point:
    """A figure of one year and where it is said."""

    label: str
    unit: str | None
    year: int
    value: float
    hedge: str
    """超, 近, 约 or nothing."""
    evidence: Evidence


@dataclass(frozen=True)
class Dot:
    """A point in its place."""

    point: Point
    x: float
    y: float
    text: str
    """The figure as it stands beside the dot."""
    below: bool
    """Whether the text stands below the dot, out of the line's way."""


@dataclass(frozen=True)
class Tick:
    """A mark of an axis."""

    at: float
    text: str


@dataclass(frozen=True)
class Chart:
    """One measure over the years. Lines join years that follow one another: a year without a figure is a gap."""

    label: str
    unit: str | None
    dots: list[Dot]
    lines: list[tuple[Dot, Dot]]
    years: list[Tick]
    values: list[Tick]
    gaps: list[int]
    """Years between the first and the last that no figure is given for."""
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    foot: int = HEIGHT - BOTTOM


def charts(points: Iterable[Point]) -> list[Chart]:
    """Return a chart for each measure in one unit that has figures of two years and more."""
    by_measure: dict[tuple[str, str | None], list[Point]] = defaultdict(list)
    for point in points:
        by_measure[point.label, point.unit].append(point)
    return [
        _chart(label, unit, sorted(found, key=lambda point: point.year))
        for (label, unit), found in by_measure.items()
        if len({point.year for point in found}) > 1
    ]


def _chart(label: str, unit: str | None, points: list[Point]) -> Chart:
    first, last = points[0].year, points[-1].year
    low, high, step = _scale([point.value for point in points])

    def x(year: int) -> float:
        return round(LEFT + 28 + (year - first) / (last - first) * (WIDTH - RIGHT - LEFT - 56), 1)

    def y(value: float) -> float:
        return round(HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - BOTTOM - TOP), 1)

    dots = []
    for at, point in enumerate(points):
        beside = points[max(0, at - 1) : at] + points[at + 1 : at + 2]
        below = bool(beside) and all(point.value < other.value for other in beside) and point.value > low
        text = f"{point.hedge}{short(point.value, point.unit)}"
        dots.append(Dot(point, x(point.year), y(point.value), text, below))
    # Several figures of one year each have a dot; no line chooses between them.
    single = {
        dot.point.year: dot for dot in dots if sum(one.point.year == dot.point.year for one in dots) == 1
    }
    held = {point.year for point in points}
    return Chart(
        label=label,
        unit=unit,
        dots=dots,
        lines=[(single[year], single[year + 1]) for year in sorted(single) if year + 1 in single],
        years=[Tick(x(year), str(year)) for year in _shown_years(first, last)],
        values=[
            Tick(y(low + number * step), short(low + number * step, unit))
            for number in range(round((high - low) / step) + 1)
        ],
        gaps=[year for year in range(first, last + 1) if year not in held],
    )


def short(value: float, unit: str | None = None) -> str:
    """Return a figure short enough for a chart: 163000 → 16.3万, 1.2亿, 38.4%."""
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if abs(value) >= size:
            return f"{_plain(value / size)}{name}"
    return f"{_plain(value)}{'%' if unit == '%' else ''}"


def _plain(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _shown_years(first: int, last: int) -> range:
    return range(first, last + 1, max(1, math.ceil((last - first + 1) / 12)))


def _scale(values: list[float]) -> tuple[float, float, float]:
    """Return the ends of the axis and the step of its marks: from zero, unless the figures lie close together."""
    least, most = min(values), max(values)
    low = least if least < 0 or (least > 0 and (most - least) < least * 0.15) else 0.0
    span = (most - low) or abs(most) or 1.0
    rough = span / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(size * power for size in (1, 2, 2.5, 5, 10) if size * power >= rough)
    bottom = math.floor(low / step) * step
    top = math.ceil(most / step) * step
    return bottom, top if top > bottom else bottom + step, step
