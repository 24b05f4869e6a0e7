import pytest

from ingest.report import PlatformKind
from kg.build import report_triples
from kg.series import entity_years, metric_series
from kg.store import GraphStore, open_embedded
from tests.kg.reports import MEDIA, Writer, large, linjiang

FANS = {2020: 300_000, 2021: 400_000, 2023: 520_000}


@pytest.fixture(scope="module")
def store() -> GraphStore:
    opened = open_embedded(None)
    opened.put_all(report_triples(linjiang(year, fans, staff=year - 1900)) for year, fans in FANS.items())
    opened.put(report_triples(large(20)))
    return opened


def test_a_figure_over_the_years(store: GraphStore) -> None:
    [series] = metric_series(store, MEDIA, name="粉丝", subject="临江日报微信公众号")
    assert {point.year: point.value for point in series.points} == FANS
    assert [point.year for point in series.points] == sorted(FANS)
    assert (series.name, series.subject, series.unit) == ("粉丝", "临江日报微信公众号", "人")
    for point in series.points:
        report = linjiang(point.year, FANS[point.year], staff=point.year - 1900)
        assert point.evidence in [fact.evidence for fact in report.facts]
        assert point.qualifier == "over"
        assert point.text in point.evidence.quote


@pytest.mark.parametrize("subject", ["临江日报官方微信", "“临江日报”微信公众平台", "临江日报"])
def test_other_spellings_find_the_same_figure(store: GraphStore, subject: str) -> None:
    [series] = metric_series(store, MEDIA, name="粉丝数", subject=subject)
    assert len(series.points) == 3


def test_figures_about_a_work_under_another_spelling(store: GraphStore) -> None:
    [series] = metric_series(store, MEDIA, subject="江岸十二时辰")
    assert (series.name, len(series.points)) == ("点击量", 3)


def test_figures_of_the_media_itself(store: GraphStore) -> None:
    names = {series.name for series in metric_series(store, MEDIA, subject=MEDIA)}
    assert names == {"员工", "增长"}
    [staff] = metric_series(store, MEDIA, name="员工")
    assert staff.subject is None


def test_all_figures_are_of_this_media(store: GraphStore) -> None:
    found = metric_series(store, MEDIA)
    assert {series.name for series in found} == {"员工", "粉丝", "增长", "传播指数", "点击量"}
    assert {point.evidence.media for series in found for point in series.points} == {MEDIA}
    [index] = [series for series in found if series.name == "传播指数"]
    assert index.unit is None


def test_what_is_not_there_gives_nothing(store: GraphStore) -> None:
    assert metric_series(store, MEDIA, name="发行量") == []
    assert metric_series(store, MEDIA, subject="临江晚报") == []
    assert metric_series(store, "没有的媒体") == []
    assert entity_years(store, "没有的媒体", "work") == []


def test_units_are_not_mixed() -> None:
    store = open_embedded(None)
    for year, unit in ((2021, "人次"), (2022, "场次")):
        writer = Writer(MEDIA, year, f"{year}年培训30{unit}。")
        writer.fact(
            "metric", f"培训30{unit}", subject=None, name="培训", value=30, unit=unit, text=f"30{unit}"
        )
        store.put(report_triples(writer.report()))
    assert [(s.unit, [p.year for p in s.points]) for s in metric_series(store, MEDIA)] == [
        ("人次", [2021]),
        ("场次", [2022]),
    ]


def test_units_that_count_alike_are_one_series() -> None:
    store = open_embedded(None)
    for year, unit in ((2021, "名"), (2022, "人")):
        writer = Writer(MEDIA, year, f"{year}年采编人员30{unit}。")
        writer.fact(
            "metric",
            f"采编人员30{unit}",
            subject=None,
            name="采编人员",
            value=30,
            unit=unit,
            text=f"30{unit}",
        )
        store.put(report_triples(writer.report()))
    assert [(s.unit, [p.year for p in s.points]) for s in metric_series(store, MEDIA)] == [
        ("人", [2021, 2022])
    ]


def test_works_by_year(store: GraphStore) -> None:
    works = {entity.label: entity for entity in entity_years(store, MEDIA, "work")}
    assert set(works) == {"江岸十二时辰", "渡口"}
    shore = works["江岸十二时辰"]
    assert shore.labels == ("江岸12时辰", "江岸十二时辰")
    assert [(y.year, len(y.evidence)) for y in shore.years] == [(2020, 3), (2021, 3), (2023, 3)]
    assert shore.iri.endswith(shore.id)
    assert shore.outlet is None


def test_the_label_is_the_latest_spelling() -> None:
    store = open_embedded(None)
    for year, title in ((2021, "渡口十二记"), (2023, "渡口12记"), (2022, "《渡口十二记》")):
        writer = Writer(MEDIA, year, f"{year}年《{title}》播出。")
        store.put(report_triples(writer.fact("work", f"{title}", title=title).report()))
    [work] = entity_years(store, MEDIA, "work")
    assert work.label == "渡口12记"
    assert [y.year for y in work.years] == [2021, 2022, 2023]
    assert len(work.labels) == 3


def test_platforms_know_their_kind(store: GraphStore) -> None:
    platforms = {entity.label: entity.outlet for entity in entity_years(store, MEDIA, "platform")}
    assert platforms == {"掌上临江": PlatformKind.APP, "临江日报微信公众号": PlatformKind.WECHAT}


@pytest.mark.parametrize(
    ("kind", "count"), [("award", 3), ("column", 1), ("event", 1), ("measure", 5), ("media", 0)]
)
def test_other_kinds(store: GraphStore, kind: str, count: int) -> None:
    found = entity_years(store, MEDIA, kind)  # type: ignore[arg-type]
    assert len(found) == count
    assert all([y.year for y in entity.years] == sorted(FANS) for entity in found)
