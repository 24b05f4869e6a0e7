"""Series over years that no facts are told of in the words of the question: found by weighing, and by how alike years tell them."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from search.questions.likely.alike import all_places
from search.questions.naming.catalog import catalog
from search.questions.reading.reading import read
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_REPORTS = (
    (
        2019,
        "“山货快车”直播间全年开播88场，帮助农户销售核桃、木耳1260万元。“夜灯”热线接听读者来电6120个。广播村村响维修喇叭213只。走访慰问离退休老同志31人次。"
        "印务公司营业收入2140万元。全社采编人员平均年龄46岁。《汀溪周末》期均印数3.4万册。“河长在线”刊发监督报道24篇，推动解决19件。",
    ),
    (
        2020,
        "“山货快车”全年开播105场，为农户卖出核桃、木耳1815万元。“夜灯”热线接到读者打来电话5830个。村村响喇叭检修187只。慰问离退休老同志28人次。"
        "印务公司实现营收2310万元。采编人员的平均年龄降到43岁。举办市民讲堂52场。“河长在线”刊发监督报道26篇，推动解决21件。",
    ),
    (
        2021,
        "“山货快车”开播97场，助农销售额达到2040万元。“夜灯”热线接听来电5410个。检修村村响喇叭240只。看望离退休老同志35人次。"
        "印务公司营业收入2450万元。采编人员平均年龄42岁。市民讲堂搬进社区，举办市民讲堂61场，部门由14个撤并为9个。“河长在线”刊发监督报道25篇，推动解决20件。",
    ),
)


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(
        understand(
            f"汀溪日报社会责任报告（{year}年度）\n一、社会责任\n{text}\n".encode(),
            "a.txt",
            "汀溪日报社",
            year,
        )
        for year, text in _REPORTS
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("夜灯热线打进来的电话，一年年列一下", [6120, 5830, 5410]),
        ("村村响修了多少只喇叭，历年对比一下", [213, 187, 240]),
        ("山货快车帮农民卖了多少钱，三年怎么变的", [12_600_000, 18_150_000, 20_400_000]),
        ("退休老同志每年慰问多少人次", [31, 28, 35]),
        ("印务公司历年进账", [21_400_000, 23_100_000, 24_500_000]),
        ("采编人员2021年比2019年平均年轻了几岁", [46, 42]),
        ("市民讲堂这几年分别办了几场", [52, 61]),
        ("慰问了几个退休的老同志，按年份排一下", [31, 28, 35]),
        ("河长在线曝光之后真正解决了的，三年各多少", [19, 21, 20]),
        ("部门一下子砍掉几个", [14, 9]),
        ("部门从多少个减到多少个", [14, 9]),
        ("2021年部门精简了几个", [14, 9]),
        ("讲堂搬进社区以后，2021年比头一年多办了几场", [52, 61]),
    ],
)
def test_years_that_tell_it_otherwise_are_found_through_the_others(
    shelf: Shelf, question: str, values: list[float]
) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [value.value for value in answer.values] == values


@pytest.mark.parametrize(
    "question",
    [
        "抖音粉丝三年怎么变的，列一下",
        "广告收入历年对比一下",
        "印刷物流收入三年走势",
        "栏目砍掉了几个",
        "地震以后，讲座比头一年少办了几场",
        "小记者每年招多少人",
        "差错率逐年是多少",
        "环保志愿者每年种了多少棵树",
        "夜校每年办几场",
    ],
)
def test_what_no_year_tells_is_no_series(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert answer.answer is None, answer.answer


def test_a_year_that_does_not_tell_it_is_said_to_be_missing(shelf: Shelf) -> None:
    answer = ask(shelf, "市民讲堂历年办了几场")
    assert [value.year for value in answer.values] == [2020, 2021]
    assert "2019年" in (answer.reason or "")


def test_figures_told_alike_are_kin(shelf: Shelf) -> None:
    places = all_places(shelf, read("热线", catalog(shelf, "汀溪日报社")))
    one = next(place for place in places.of_year[2019] if place.quantity.value == 213)
    others = places.of_year[2020]
    kin = places.kinship(one, others, shelf.encoder)
    assert others[max(range(len(others)), key=kin.__getitem__)].quantity.value == 187


def test_of_one_sentence_neither_figure_is_given_a_year_of_its_own(shelf: Shelf) -> None:
    answer = ask(shelf, "部门从多少个减到多少个")
    sound(shelf, answer)
    assert {value.year for value in answer.values} == {2021}
