"""Figures that a table tells of other years than its report's: 指标⇥2020年⇥2021年."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from ingest.report import Metric
from kg.build import report_triples
from kg.facts import facts
from kg.series import metric_series
from kg.store import open_embedded
from search.checking.figures import figures
from search.questions.asking import ask
from tests.search.questions.gold import Shelf

OLDER = """云岚日报社社会责任报告（2020年度）
一、阵地建设责任
全年刊播公益广告205条次。
"""
LATER = """云岚日报社社会责任报告（2021年度）
一、阵地建设责任
近三年主要指标
指标\t单位\t2019年\t2020年\t2021年
客户端用户\t万人\t86.5\t102.3\t125.8
刊播公益广告\t条次\t182\t196\t210
"""
REPORTS = [understand(OLDER.encode(), "a.txt"), understand(LATER.encode(), "b.txt")]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(REPORTS)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("2019年客户端用户有多少", [(2019, 865_000)]),
        ("客户端用户有多少", [(2021, 1_258_000)]),
        ("历年客户端用户", [(2019, 865_000), (2020, 1_023_000), (2021, 1_258_000)]),
        # What a year's own report tells is not told again by a later one.
        ("历年刊播公益广告多少条次", [(2019, 182), (2020, 205), (2021, 210)]),
        ("2018年客户端用户有多少", []),
    ],
)
def test_each_year_has_its_own(shelf: Shelf, question: str, values: list[tuple[int, int]]) -> None:
    assert [(value.year, value.value) for value in ask(shelf, question).values] == values


def test_what_stands_over_the_column_is_said_with_the_figure(shelf: Shelf) -> None:
    assert "86.5万人" in (ask(shelf, "2019年客户端用户有多少").answer or "")


def test_the_graph_keeps_the_year_and_its_series_are_by_it() -> None:
    store = open_embedded(None)
    store.put_all(report_triples(report) for report in REPORTS)
    told = [(f.name, f.value, f.year) for f in facts(store) if isinstance(f, Metric) and f.year == 2019]
    assert sorted(told) == [("刊播公益广告", 182, 2019), ("客户端用户", 865_000, 2019)]
    [users] = metric_series(store, "云岚日报社", name="客户端用户")
    assert [(point.year, point.value) for point in users.points] == [
        (2019, 865_000),
        (2020, 1_023_000),
        (2021, 1_258_000),
    ]


def test_a_draft_is_not_held_against_other_years_figures() -> None:
    roles = [figure.role for figure in figures(REPORTS[1]) if figure.metric.name == "客户端用户"]
    assert roles == ["other year", "other year", "level"]
