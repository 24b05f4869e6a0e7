"""One media under the names that the titles of its reports give it."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.houses import house, one_name
from search.ingest import ingest
from search.library import Library

SAMPLES = Path(__file__).parents[2] / "corpora" / "reports" / "heling"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("江南日报", "江南日报社"),
        ("江南广播电视台", "江南广播电视台（江南省全媒体中心）"),
        ("江南日报社(江报传媒集团)", "江南日报"),
        ("江南廣播電視臺", "江南广播电视台"),
        ("江南 日报社", "江南日报"),
    ],
)
def test_spellings_of_one_house(one: str, other: str) -> None:
    assert house(one) == house(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("江南日报", "江南晚报"),
        ("江南新闻社", "江南新闻"),
        ("江南日报社", "江南日报报业集团"),
        ("江南县融媒体中心", "江南市融媒体中心"),
    ],
)
def test_houses_that_are_two(one: str, other: str) -> None:
    assert house(one) != house(other)


def test_the_name_that_most_reports_give_then_the_latest() -> None:
    most = [("江南日报", 2020), ("江南日报", 2021), ("江南日报社", 2022)]
    assert one_name(most, []) == {"江南日报": "江南日报", "江南日报社": "江南日报"}
    assert one_name(most[1:], []) == {"江南日报": "江南日报社", "江南日报社": "江南日报社"}


def test_what_is_stored_keeps_its_name() -> None:
    told = [("江南日报", 2022), ("江南日报社", 2021)]
    assert one_name(told, ["江南日报社"]) == {"江南日报": "江南日报社", "江南日报社": "江南日报社"}
    assert one_name(told, ["江南日报社", "江南日报"])["江南日报"] == "江南日报"


def _written(folder: Path, year: int, media: str) -> Path:
    text = (SAMPLES / f"{year}.txt").read_text(encoding="utf-8")
    title, _, rest = text.partition("\n")
    assert "社会责任报告" in title
    path = folder / f"{year}.txt"
    path.write_text(f"{media}社会责任报告（{year}年度）\n{rest}", encoding="utf-8")
    return path


def test_a_series_whose_titles_name_its_media_otherwise_is_one(tmp_path: Path) -> None:
    years = sorted(int(path.stem) for path in SAMPLES.glob("*.txt"))[:2]
    first = _written(tmp_path, years[0], "澜岸广播电视台")
    data = tmp_path / "data"
    ingest([first], data, workers=0)
    second = _written(tmp_path, years[1], "澜岸广播电视台（澜岸市融媒体中心）")
    summary = ingest([second], data, workers=0)
    assert summary.failed == []
    with Library.open(data) as library:
        assert library.media == ("澜岸广播电视台",)
        assert sorted(held.year for held in library.reports) == years
        report = library.report(library.reports[-1].id)
        assert {fact.evidence.media for fact in report.facts} == {"澜岸广播电视台"}
    # The same bytes again change nothing, and a stated name is never overruled.
    assert ingest([first, second], data, workers=0).added == []
    ingest([second], data, media="澜岸市融媒体中心", workers=0)
    with Library.open(data) as library:
        assert library.media == ("澜岸市融媒体中心", "澜岸广播电视台")
