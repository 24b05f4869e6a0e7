"""What goes on from year to year under a name that is told longer or shorter, what ended, and a year that is not there."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """岷水广播电视台社会责任报告（2017年度）
一、正确引导责任
大型全媒体行动《走进大山》播出报道172期。全年向中央电视台供稿986条。《老桥》获第二十九届江南新闻奖二等奖。
二、安全刊播责任
停播率为每百小时0.46秒。采编人员112名。全省设有31个记者站。首届观众节举办。“岷水义诊进社区”走进41个社区。
三、合法经营责任
全年总收入23.7亿元。
"""
_SECOND = """岷水广播电视台社会责任报告（2018年度）
一、正确引导责任
“走进大山”全媒体行动进入第二年，播出报道203期。全年向央视供稿1024条。《诗歌之王》停播。《渡口》获第三十届江南新闻奖一等奖。“岷水发布”微信公众号粉丝98万，“岷水看看”抖音号粉丝215万。
二、安全刊播责任
停播率为每百小时0.39秒。采编人员119人。3个记者站负责人因考核末位被调整。第二届观众节在江城举办，吸引36所高校参与。与7家海外华文媒体开展国际传播合作。“岷水义诊进社区”暂停。
三、合法经营责任
全年总收入24.1亿元。
四、后记
努力方向：加快转型，力争产业收入占比超过45%。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "岷水广播电视台"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2017), (_SECOND, 2018))
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("走进大山历年报道期数", [172, 203]),
        ("给央视供稿2018年比2017年增加了多少", [986, 1024]),
        ("停播率是多少", [0.39]),
        ("采编人员2018年比2017年多几个", [112, 119]),
        ("一共几个记者站", [31]),
    ],
)
def test_one_thing_is_followed(shelf: Shelf, question: str, values: list[float]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert sorted(float(value.value) for value in answer.values) == values


def test_the_report_that_tells_an_end_tells_its_year(shelf: Shelf) -> None:
    answer = ask(shelf, "诗歌之王什么时候停播的")
    sound(shelf, answer)
    assert answer.answer is not None
    assert "2018" in answer.answer


@pytest.mark.parametrize(
    ("question", "said"), [("观众节在哪办的", "江城"), ("国际传播做了什么", "7家海外华文媒体")]
)
def test_one_thing_is_told_by_where_it_was_and_what_was_done(shelf: Shelf, question: str, said: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert said in (answer.answer or "")


def test_the_latest_edition_is_told(shelf: Shelf) -> None:
    answer = ask(shelf, "观众节办到第几届了")
    sound(shelf, answer)
    assert [(value.year, value.value, value.unit) for value in answer.values] == [(2018, 2, "届")]


def test_the_edition_is_that_of_the_work_that_is_named(shelf: Shelf) -> None:
    answer = ask(shelf, "老桥得的是第几届江南新闻奖")
    sound(shelf, answer)
    assert [(value.year, value.value) for value in answer.values] == [(2017, 29)]


def test_several_figures_are_held_against_no_mark(shelf: Shelf) -> None:
    answer = ask(shelf, "粉丝过百万了吗")
    sound(shelf, answer)
    assert {float(value.value) for value in answer.values} == {980_000, 2_150_000}
    assert "超过百万" not in (answer.answer or "")


@pytest.mark.parametrize(
    ("question", "verdict"),
    [("总收入有没有突破24亿", "已超过24亿"), ("采编人员超过120人了吗", "没有超过120人")],
)
def test_a_figure_is_held_against_a_mark(shelf: Shelf, question: str, verdict: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert verdict in (answer.answer or "")


def test_what_is_still_held_is_told_by_where_it_is_last_spoken_of(shelf: Shelf) -> None:
    answer = ask(shelf, "义诊还办吗")
    sound(shelf, answer)
    assert "2018" in (answer.answer or "")
    assert "没有提到" not in (answer.reason or "")


def test_a_figure_of_the_year_to_come_is_no_plan(shelf: Shelf) -> None:
    assert ask(shelf, "2019年总收入").answer is None
