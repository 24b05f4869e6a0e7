"""Figures and entities over the years under all their names."""

from __future__ import annotations

from ingest.report import Report
from search.yearly import renamings, yearly_entities, yearly_figures
from tests.kg.reports import MEDIA, Writer
from tests.search.test_compare import Shelf


def users(year: int, said: str, subject: str, name: str, value: int, unit: str | None, text: str) -> Report:
    """A report that names an app and says how many use it."""
    writer = Writer(MEDIA, year, f"{year}年。{said}。")
    writer.fact("platform", subject, name=subject, kind="app")
    figure = f"{subject}{name}{text}"
    return writer.fact(
        "metric", figure, subject=subject, name=name, value=value, unit=unit, text=text
    ).report()


def shelf() -> Shelf:
    return Shelf(
        users(2019, "掌上临江客户端注册人数5万人", "掌上临江客户端", "注册人数", 50_000, "人", "5万人"),
        users(
            2021,
            "掌上临江客户端更名为江岸云客户端。江岸云客户端注册用户8万",
            "江岸云客户端",
            "注册用户",
            80_000,
            None,
            "8万",
        ),
        users(2022, "江岸云客户端注册用户9万人", "江岸云客户端", "注册用户", 90_000, "人", "9万人"),
    )


def test_one_series_under_all_names_words_and_with_or_without_unit() -> None:
    held = shelf()
    [series] = yearly_figures(held.graph, MEDIA, renamings(held, MEDIA))
    assert [(point.year, point.value, point.name) for point in series.points] == [
        (2019, 50_000, "注册人数"),
        (2021, 80_000, "注册用户"),
        (2022, 90_000, "注册用户"),
    ]
    assert (series.subject, series.name, series.unit) == ("江岸云客户端", "注册用户", "人")
    assert series.names == ("注册人数", "注册用户")
    assert series.remark is None


def test_any_of_its_names_finds_the_whole_series() -> None:
    held = shelf()
    renamed = renamings(held, MEDIA)
    for name, subject in (("注册人数", None), (None, "掌上临江客户端"), ("实名用户", "江岸云客户端")):
        [series] = yearly_figures(held.graph, MEDIA, renamed, name, subject)
        assert len(series.points) == 3
    assert yearly_figures(held.graph, MEDIA, renamed, "发行量") == []
    assert yearly_figures(held.graph, MEDIA, renamed, None, "临江晚报") == []


def test_an_entity_has_the_years_of_all_its_names() -> None:
    held = shelf()
    [app] = yearly_entities(held.graph, MEDIA, "platform", renamings(held, MEDIA))
    assert (app.entity.label, app.former) == ("江岸云客户端", (("掌上临江客户端", 2021),))
    assert [mentions.year for mentions in app.entity.years] == [2019, 2021, 2022]
    assert len(yearly_entities(held.graph, MEDIA, "platform")) == 2


def counted(year: int, *figures: tuple[str, int, str]) -> Report:
    """A report that counts things of the house: name, value, unit."""
    writer = Writer(MEDIA, year, "。".join(f"{name}{value}{unit}" for name, value, unit in figures))
    for name, value, unit in figures:
        text = f"{value}{unit}"
        writer.fact("metric", f"{name}{text}", subject=None, name=name, value=value, unit=unit, text=text)
    return writer.report()


def test_another_unit_in_other_years_is_remarked_and_not_joined() -> None:
    held = Shelf(counted(2020, ("培训", 30, "期")), counted(2022, ("培训", 900, "人次")))
    remarks = [series.remark for series in yearly_figures(held.graph, MEDIA)]
    assert len(remarks) == 2
    assert all("2022年以人次计" in (remark or "") for remark in remarks)
    both = Shelf(counted(2020, ("培训", 30, "期"), ("培训", 900, "人次")))
    assert [series.remark for series in yearly_figures(both.graph, MEDIA)] == [None, None]


def test_two_words_that_one_report_uses_side_by_side_stay_two_measures() -> None:
    held = Shelf(
        counted(2020, ("员工", 300, "人"), ("在编人员", 120, "人")), counted(2021, ("职工", 310, "人"))
    )
    assert {series.names for series in yearly_figures(held.graph, MEDIA)} == {("员工", "职工"), ("在编人员",)}
    apart = Shelf(counted(2020, ("员工", 300, "人"), ("工作人员", 120, "人")))
    assert len(yearly_figures(apart.graph, MEDIA)) == 2
