"""Where the points of a chart go, and what is not joined."""

from __future__ import annotations

import pytest

from api.web.charting import HEIGHT, LEFT, WIDTH, Point, charts, short
from ingest.report import Evidence


def point(year: int, value: float, label: str = "粉丝", unit: str | None = "人", hedge: str = "") -> Point:
    evidence = Evidence(media="甲报", year=year, report="0" * 16, quote=f"{value}", start=0, end=1)
    return Point(label, unit, year, value, hedge, evidence)


def test_a_year_without_a_figure_is_a_gap_in_the_line() -> None:
    (chart,) = charts([point(2020, 10), point(2021, 20), point(2023, 30), point(2024, 40)])
    assert chart.gaps == [2022]
    joined = [(one.point.year, other.point.year) for one, other in chart.lines]
    assert joined == [(2020, 2021), (2023, 2024)]
    assert [tick.text for tick in chart.years] == ["2020", "2021", "2022", "2023", "2024"]


def test_no_line_chooses_between_two_figures_of_one_year() -> None:
    (chart,) = charts([point(2020, 10), point(2021, 20), point(2021, 25), point(2022, 30)])
    assert len(chart.dots) == 4
    assert chart.lines == []


def test_measures_and_units_are_never_put_together() -> None:
    found = charts(
        [
            point(2020, 1),
            point(2021, 2),
            point(2020, 1, unit="%"),
            point(2021, 2, unit="%"),
            point(2021, 3, "件"),
        ]
    )
    assert [(chart.label, chart.unit) for chart in found] == [("粉丝", "人"), ("粉丝", "%")]


@pytest.mark.parametrize(
    "values",
    [
        (0, 0),
        (5, 5),
        (-3, 4),
        (0.001, 0.002),
        (1e12, 2e12),
        (99.1, 99.4),
        (0, 1e-9),
        (-7, -7),
        (163000, 86000),
    ],
)
def test_every_point_lies_inside_the_drawing(values: tuple[float, float]) -> None:
    (chart,) = charts([point(2020 + at, value) for at, value in enumerate(values)])
    for dot in chart.dots:
        assert LEFT <= dot.x <= WIDTH
        assert 0 <= dot.y <= HEIGHT
    higher, lower = sorted(chart.dots, key=lambda dot: dot.y)
    assert higher.point.value >= lower.point.value
    assert 2 <= len(chart.values) <= 9


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (163000, None, "16.3万"),
        (160230000, None, "1.6亿"),
        (38.4, "%", "38.4%"),
        (9999, "人", "9,999"),
        (0, None, "0"),
    ],
)
def test_figures_are_short(value: float, unit: str | None, shown: str) -> None:
    assert short(value, unit) == shown
