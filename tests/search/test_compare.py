"""Two years of one media held against each other."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from ingest.report import Report
from kg.build import report_triples
from kg.store import open_embedded
from search.answers import Change, Compared, Comparison
from search.compare import ComparisonError, compare
from tests.kg.reports import MEDIA, Writer, linjiang


class Held(NamedTuple):
    media: str
    year: int


class Shelf:
    """Reports in a graph in memory, as a library holds them."""

    def __init__(self, *reports: Report) -> None:
        self.graph = open_embedded(None)
        self.graph.put_all(report_triples(report) for report in reports)
        self.reports = [Held(report.media or "", report.report_year or 0) for report in reports]


def told(year: int, **figures: Any) -> Report:
    """A report whose figures are given as name="quote|as written|value|unit"."""
    parts = {name: figure.split("|") for name, figure in figures.items()}
    writer = Writer(MEDIA, year, f"{year}年。" + "".join(f"{quote[0]}。\n" for quote in parts.values()))
    for name, (quote, text, value, unit) in parts.items():
        fact = {"subject": None, "name": name.rstrip("_"), "unit": unit, "text": text}
        writer.fact("metric", quote, value=float(value), **fact)
    return writer.report()


def against(before: Report, after: Report) -> Comparison:
    return compare(Shelf(before, after), MEDIA, (2021, 2022))


def labels(found: list[Compared]) -> list[tuple[str, str]]:
    return [(each.type, each.label) for each in found]


def test_figures_that_both_years_give_are_changed_with_both_sentences() -> None:
    before, after = linjiang(2021, 400_000, staff=120), linjiang(2022, 520_000, staff=None)
    found = compare(Shelf(before, after), MEDIA, (2021, 2022))
    [fans] = found.changed
    assert (fans.label, fans.from_, fans.to, fans.delta, fans.ratio, fans.unit) == (
        "临江日报微信公众号 粉丝",
        400_000,
        520_000,
        120_000,
        1.3,
        "人",
    )
    assert [(each.year, each.quote) for each in fans.evidence] == [
        (2021, "临江日报微信公众号粉丝超400000人"),
        (2022, "临江日报微信公众号粉丝超520000人"),
    ]
    assert labels(found.gone) == [("metric", "员工")]
    assert fans.model_dump(by_alias=True)["from"] == 400_000
    turned = compare(Shelf(before, after), MEDIA, (2022, 2021))
    assert (turned.changed[0].delta, labels(turned.added)) == (-120_000, [("metric", "员工")])


def test_one_entity_under_two_spellings_is_kept() -> None:
    before = Writer(MEDIA, 2021, "短视频《江岸十二时辰》。开设《民声直通》专栏。")
    before.fact("work", "短视频《江岸十二时辰》", title="江岸十二时辰")
    before.fact("column", "《民声直通》专栏", title="民声直通")
    after = Writer(MEDIA, 2022, "短视频《江岸12时辰》。《渡口》。掌上临江客户端。")
    after.fact("work", "短视频《江岸12时辰》", title="江岸12时辰")
    after.fact("work", "《渡口》", title="渡口")
    after.fact("platform", "掌上临江客户端", name="掌上临江客户端", kind="app")
    found = against(before.report(), after.report())
    [work] = found.kept
    assert (work.label, work.detail, [each.year for each in work.evidence]) == (
        "江岸12时辰",
        "又作江岸十二时辰",
        [2021, 2022],
    )
    assert labels(found.added) == [("work", "渡口"), ("platform", "掌上临江客户端")]
    assert found.added[1].detail == "客户端"
    assert labels(found.gone) == [("column", "民声直通")]


def test_the_same_figure_is_kept_and_nought_has_no_ratio() -> None:
    before = told(
        2021, 差错="差错0处|0处|0|处", 出版="出版300期|300期|300|期", 满意率="满意率为96.1%|96.1%|96.1|%"
    )
    after = told(
        2022, 差错="差错4处|4处|4|处", 出版="出版300期|300期|300|期", 满意率="满意率为97.8%|97.8%|97.8|%"
    )
    found = against(before, after)
    assert [(each.label, each.delta, each.ratio) for each in found.changed] == [
        ("差错", 4, None),
        ("满意率", 1.7, 1.01769),
    ]
    assert [(each.label, each.detail) for each in found.kept] == [("出版", "2021年300期；2022年300期")]


def test_different_units_are_not_compared() -> None:
    found = against(
        told(2021, 培训="培训30人次|30人次|30|人次"), told(2022, 培训="培训30场次|30场次|30|场次")
    )
    assert (found.added, found.gone, found.changed) == ([], [], [])
    [training] = found.kept
    assert training.detail == "单位不同，不作比较：2021年30人次；2022年30场次"
    assert [each.year for each in training.evidence] == [2021, 2022]


def test_several_figures_of_one_year_are_not_compared_unless_one_leads_to_the_other() -> None:
    after = told(2022, 粉丝="粉丝25万|25万|250000|人")
    two = told(2021, 粉丝="粉丝20万|20万|200000|人", 粉丝_="另一处粉丝11万|11万|110000|人")
    [unclear] = against(two, after).kept
    assert (unclear.detail or "").startswith("同一年有几个不同的数字，不作比较")
    grown = "粉丝由18万增长到20万"
    led = told(2021, 粉丝=f"{grown}|18万|180000|人", 粉丝_=f"{grown}|20万|200000|人")
    [change] = against(led, after).changed
    assert (change.from_, change.delta) == (200_000, 50_000)


def test_a_year_s_figure_is_not_held_against_a_running_total() -> None:
    before = told(2021, 心愿="全年实现心愿1508个|1508个|1508|个")
    found = against(before, told(2022, 心愿="累计实现心愿6000个|6000个|6000|个"))
    assert found.changed == []
    assert (found.kept[0].detail or "").startswith("一为当年、一为累计")


def test_the_media_may_be_spelt_otherwise() -> None:
    shelf = Shelf(linjiang(2021), linjiang(2022))
    assert compare(shelf, "“临江市融媒体中心”", (2021, 2022)).media == MEDIA


@pytest.mark.parametrize(
    ("media", "years", "message"),
    [
        (MEDIA, (2021, 2020), f"资料库中没有{MEDIA}2020年度的报告，已有的年度：2021、2022"),
        (MEDIA, (2019, 2020), f"资料库中没有{MEDIA}2019、2020年度的报告，已有的年度：2021、2022"),
        (MEDIA, (2021, 2021), "请给出两个不同的年度"),
        ("无此媒体", (2021, 2022), f"资料库中没有“无此媒体”的报告，已有的媒体：{MEDIA}"),
    ],
)
def test_what_cannot_be_compared_says_what_is_stored(
    media: str, years: tuple[int, int], message: str
) -> None:
    with pytest.raises(ComparisonError) as raised:
        compare(Shelf(linjiang(2021), linjiang(2022)), media, years)
    assert str(raised.value) == message


def test_every_change_and_entity_shows_its_words() -> None:
    reports = {report.id: report for report in (linjiang(2021, 300_000), linjiang(2022, 400_000, staff=130))}
    found = compare(Shelf(*reports.values()), MEDIA, (2021, 2022))
    shown: list[Compared | Change] = [*found.added, *found.gone, *found.kept, *found.changed]
    assert len(shown) > 8
    for each in shown:
        assert each.evidence
        for words in each.evidence:
            assert reports[words.report].text[words.start : words.end] == words.quote
