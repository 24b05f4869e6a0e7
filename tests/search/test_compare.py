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
    id: str
    media: str
    year: int


class Shelf:
    """Reports in a graph in memory, as a library holds them."""

    def __init__(self, *reports: Report) -> None:
        self.graph = open_embedded(None)
        self.graph.put_all(report_triples(report) for report in reports)
        self.reports = [Held(report.id, report.media or "", report.report_year or 0) for report in reports]
        self._texts = {report.id: report for report in reports}

    def report(self, report: str) -> Report:
        return self._texts[report]


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
    year_s_end = "粉丝由年初的18万增长到年末的20万"
    led = told(2021, 粉丝=f"{year_s_end}|18万|180000|人", 粉丝_=f"{year_s_end}|20万|200000|人")
    assert against(led, after).changed[0].from_ == 200_000
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


def renamed(*, by: str) -> tuple[Report, Report]:
    before = Writer(MEDIA, 2021, "“掌上临江”客户端注册用户5.2万人。")
    before.fact("platform", "“掌上临江”客户端", name="掌上临江客户端", kind="app")
    before.fact(
        "metric",
        "“掌上临江”客户端注册用户5.2万人",
        subject="掌上临江客户端",
        name="注册用户",
        value=52_000,
        unit="人",
        text="5.2万人",
    )
    after = Writer(MEDIA, 2022, f"{by}。“江岸云”客户端注册用户近8万人。")
    after.fact("platform", "“江岸云”客户端", name="江岸云客户端", kind="app")
    after.fact(
        "metric",
        "“江岸云”客户端注册用户近8万人",
        subject="江岸云客户端",
        name="注册用户",
        value=80_000,
        unit="人",
        qualifier="nearly",
        text="近8万人",
    )
    return before.report(), after.report()


@pytest.mark.parametrize(
    "sentence",
    [
        "“掌上临江”客户端更名为“江岸云”客户端",
        "5月，原“掌上临江”客户端改版为“江岸云”客户端",
        "由“掌上临江”客户端升级而来的“江岸云”客户端上线",
    ],
)
def test_what_was_renamed_is_kept_with_both_names_and_its_figures_go_on(sentence: str) -> None:
    found = against(*renamed(by=sentence))
    assert (found.added, found.gone) == ([], [])
    [app] = found.kept
    assert (app.label, app.detail) == ("江岸云客户端", "客户端，原名掌上临江客户端，2022年度报告说已更名")
    assert {each.year for each in app.evidence} == {2021, 2022}
    [users] = found.changed
    assert (users.label, users.delta, users.from_text, users.to_text) == (
        "江岸云客户端 注册用户",
        28_000,
        "5.2万人",
        "近8万人",
    )
    assert users.remark == "原文为约数，增减仅供参考"


def test_without_a_word_about_it_another_name_is_another_app() -> None:
    found = against(*renamed(by="“江岸云”客户端与“掌上临江”客户端互不相干"))
    assert found.changed == []
    assert ("platform", "掌上临江客户端") in labels(found.gone)


def test_one_measure_in_other_words_and_without_its_unit_is_compared() -> None:
    before = told(2021, 关注人数="关注人数2.3万人|2.3万人|23000|人", 税费="缴纳税费9万元|9万元|90000|元")
    after = Writer(MEDIA, 2022, "粉丝9.7万。纳税12万元。")
    after.fact("metric", "粉丝9.7万", subject=None, name="粉丝", value=97_000, unit=None, text="9.7万")
    after.fact("metric", "纳税12万元", subject=None, name="纳税", value=120_000, unit="元", text="12万元")
    found = against(before, after.report())
    assert [(each.label, each.delta, each.unit) for each in found.changed] == [
        ("粉丝", 74_000, "人"),
        ("纳税", 30_000, "元"),
    ]
    assert found.changed[0].remark == "2021年说的是“关注人数”，2022年说的是“粉丝”"


@pytest.mark.parametrize(
    ("name", "before", "after", "reason"),
    [
        ("广告", "审核广告640条|640条|640|条", "停播夸大广告12条|12条|12|条", "说的不是一件事"),
        (
            "稿件",
            "全年刊播稿件618篇|618篇|618|篇",
            "省级以上媒体采用稿件604篇|604篇|604|篇",
            "统计的范围不同",
        ),
        ("职工", "慰问患病职工12人|12人|12|人", "现有职工127人|127人|127|人", "一为其中部分人、一为全部"),
        ("乡镇", "当年走访5个乡镇|5个|5|个", "至此走遍16个乡镇|16个|16|个", "一为当年、一为累计"),
    ],
)
def test_figures_that_count_different_things_stand_side_by_side(
    name: str, before: str, after: str, reason: str
) -> None:
    found = against(told(2021, **{name: before}), told(2022, **{name: after}))
    assert found.changed == []
    assert (found.kept[0].detail or "").startswith(f"{reason}，不作比较：2021年")


def test_a_standing_is_compared_whether_cumulative_is_written_or_not() -> None:
    after = told(2022, 下载量="累计下载量9万次|9万次|90000|次")
    [change] = against(told(2021, 下载量="下载量8万次|8万次|80000|次"), after).changed
    assert change.delta == 10_000


def test_of_several_figures_the_one_of_the_whole_house_stands_for_the_year() -> None:
    before = told(2021, 编辑="现有编辑42人|42人|42|人", 编辑_="派出编辑8人|8人|8|人")
    [change] = against(before, told(2022, 编辑="现有编辑40人|40人|40|人")).changed
    assert (change.from_, change.to) == (42, 40)


def prizes(year: int, *facts: tuple[str, str | None, int, list[str]]) -> Report:
    """A report on awards of one prize: sentence, level, count, works."""
    writer = Writer(MEDIA, year, "".join(f"{fact[0]}。" for fact in facts))
    for quote, level, count, works in facts:
        writer.fact(
            "award", quote, award="临江新闻奖", edition=year - 2000, level=level, count=count, works=works
        )
    return writer.report()


def test_prizes_are_compared_level_by_level_with_their_counts() -> None:
    before = prizes(2021, ("获临江新闻奖9件", None, 9, []), ("一等奖2件", "一等奖", 2, []))
    after = prizes(
        2022,
        ("获临江新闻奖9件", None, 9, []),
        ("一等奖3件", "一等奖", 3, []),
        ("《渡口》获一等奖", "一等奖", 1, ["渡口"]),
        ("二等奖4件", "二等奖", 4, []),
    )
    [first] = against(before, after).changed
    assert (first.label, first.from_, first.to, first.unit, first.remark) == (
        "临江新闻奖 一等奖",
        2,
        3,
        "件",
        None,
    )
    assert [each.quote for each in first.evidence] == ["一等奖2件", "一等奖3件"]


def test_works_that_are_only_named_are_told_beside_a_number_and_not_subtracted() -> None:
    before = prizes(2021, ("《渡口》获一等奖", "一等奖", 1, ["渡口"]))
    found = against(before, prizes(2022, ("一等奖3件", "一等奖", 3, [])))
    assert found.changed == []
    assert [each.detail for each in found.kept if each.label == "临江新闻奖 一等奖"] == [
        "2021年只点了作品、没有写件数，不作比较：2021年1件；2022年3件"
    ]
    only_named = prizes(2022, ("《江岸》《桥》获一等奖", "一等奖", 2, ["江岸", "桥"]))
    assert against(before, only_named).changed == []
