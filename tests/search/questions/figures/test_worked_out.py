"""Figures that no report tells and two figures of one do: shares, what is left, the figure of a year that is not stored, totals put as nouns."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """坪山广播电视台社会责任报告（2021年度）
一、服务责任
“村口热线”接到来电830个，办结795个。农技下乡36场，比2020年多出9场。《山里报》期均投递6800份。联合策划直播6场。全年直播40场。《山里话》单期播放量在20万至90万次之间。送戏下乡12场。
二、合法经营责任
全年总收入4000万元，其中广告收入1500万元，培训收入400万元，占10%。
"""
_SECOND = """坪山广播电视台社会责任报告（2022年度）
一、服务责任
“村口热线”接到来电910个，办结870个。农技下乡41场。《山里报》期均投递又少了三百份。全年直播52场。持证记者38人，占员工的40%。征集民歌，录得72首。送戏下乡15场。
二、合法经营责任
全年总收入4200万元，其中广告收入1260万元。纳税210万元。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "坪山广播电视台"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2021), (_SECOND, 2022))
    )


@pytest.mark.parametrize(
    ("question", "said", "values"),
    [
        ("2021年广告收入占比", "37.5%", [15_000_000, 40_000_000]),
        ("2022年广告创收比重", "30%", [12_600_000, 42_000_000]),
        ("广告收入占总收入的比重历年变化", "30%", [15_000_000, 40_000_000, 12_600_000, 42_000_000]),
        ("2022年村口热线还有多少个没办结", "40个", [910, 870]),
        ("2021年村口热线未办结个数", "35个", [830, 795]),
        ("民歌要录满一百首，2022年底还差几首", "28首", [72]),
        ("2020年农技下乡多少场", "27场", [27]),
        ("2022年《山里报》期均投递多少份", "6500份", [6800, 6500]),
        ("两年直播总场次", "92场", [40, 52]),
        ("两年村口热线办结的来电合计", "1665个", [795, 870]),
        ("2021年《山里话》单期播放量是多少", "20万至90万次", [200_000, 900_000]),
        ("两年送戏下乡总场次", "27场", [12, 15]),
        ("送戏下乡场次最多的年份", "2022年", [12, 15]),
    ],
)
def test_a_figure_is_worked_out(shelf: Shelf, question: str, said: str, values: list[float]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert said in (answer.answer or "")
    assert [value.value for value in answer.values] == values


@pytest.mark.parametrize(
    "question",
    [
        "2022年培训收入占比",
        "2022年村口热线还有多少个没回访",
        "2019年农技下乡多少场",
        "2021年纳税占比",
        "2022年男员工占比",
        "两年送戏下乡观众总人数",
        "送戏下乡观众人数最多的年份",
    ],
)
def test_nothing_is_worked_out_of_one_figure(shelf: Shelf, question: str) -> None:
    assert ask(shelf, question).answer is None


def test_a_share_that_is_told_exactly_goes_before(shelf: Shelf) -> None:
    answer = ask(shelf, "2021年培训收入占比")
    assert [(value.value, value.unit) for value in answer.values] == [(10, "%")]


def test_what_is_left_of_about_so_many_is_about_so_many() -> None:
    report = "坪山广播电视台社会责任报告（2022年度）\n一、服务责任\n监督员提出意见近120条，采纳71条。\n"
    shelf = Shelf([understand(report.encode(), "a.txt", "坪山广播电视台", 2022)])
    assert "大约49条" in (ask(shelf, "2022年监督员的意见还有几条没采纳").answer or "")


def test_a_change_may_be_told_against_a_year_that_is_not_the_one_before() -> None:
    told = {2011: "公益广告刊登41个整版。", 2013: "公益广告刊登比2011年多出12个整版。"}
    shelf = Shelf(
        understand(
            f"岐川时报社会责任报告（{year}年度）\n一、服务责任\n{text}\n".encode(), "a.txt", "岐川时报", year
        )
        for year, text in told.items()
    )
    assert [v.value for v in ask(shelf, "2013年公益广告刊登多少整版").values] == [41, 53]
