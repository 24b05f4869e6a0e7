"""Questions that ask the same of several things: halves, outlets, levels, media, all of a sort."""

from __future__ import annotations

import pytest

from search.answers import Answer
from search.questions.asking import ask
from tests.search.questions.gold import gold_shelf, gold_shelves
from tests.search.questions.test_ask import sound


def values(answer: Answer) -> list[tuple[int, float]]:
    return [(value.year, float(value.value)) for value in answer.values]


@pytest.mark.parametrize(
    ("media", "question", "wanted"),
    [
        ("lanxi", "2024年抖音和视频号粉丝各是多少", [(2024, 412000), (2024, 135000)]),
        ("tangxi", "2023年的收入、纳税分别是多少", [(2023, 10400000), (2023, 520000)]),
        ("lanyu", "2021年安全播出多少小时，查改差错多少处", [(2021, 17500), (2021, 88)]),
        ("xiyuan", "2022年北境新闻奖一二三等奖各几件", [(2022, 1), (2022, 3), (2022, 4)]),
        ("nanzhou", "三个广播频率的市场份额分别是多少", [(2022, 21.3), (2022, 34.8), (2022, 8.6)]),
        ("lanyu", "问海三年里各播了多少期", [(2018, 38), (2019, 35), (2021, 41)]),
    ],
)
def test_each_of_several_is_told(media: str, question: str, wanted: list[tuple[int, float]]) -> None:
    shelf = gold_shelf(media)
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert values(answer) == wanted
    assert answer.sparql is not None


@pytest.mark.parametrize(
    ("media", "question", "verdict"),
    [
        ("lanxi", "2023年公众号和抖音号哪个粉丝多", "“抖音号”更多，大约多15.5万"),
        ("xiyuan", "22年微信公众号和抖音号谁的粉丝多，多多少", "“微信公众号”更多，多8万人"),
        ("xiyuan", "2022年微信公众号和抖音号谁的粉丝少", "“抖音号”更少，少8万人"),
        ("lanyu", "2021年抖音号粉丝比公众号多多少", "“抖音号”多26.5万人"),
        ("qinghe", "哪个平台粉丝最多", "最多的是清禾融媒抖音号粉丝数，54.2万"),
    ],
)
def test_several_are_held_against_each_other(media: str, question: str, verdict: str) -> None:
    shelf = gold_shelf(media)
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert verdict in (answer.answer or "")
    assert len(answer.values) >= 2


def test_what_one_side_lacks_is_never_compared() -> None:
    shelf = gold_shelf("lanxi")
    answer = ask(shelf, "2021年视频号和抖音号哪个粉丝多")
    sound(shelf, answer)
    assert answer.answer is None
    assert "视频号" in (answer.reason or "")
    each = ask(shelf, "2021年视频号和抖音号粉丝各多少")
    assert values(each) == [(2021, 97000)]
    assert "视频号" in (each.reason or "")


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("2023年雁陂和澜溪谁的抖音粉丝多", "“雁陂县融媒体中心”更多，多9.2万"),
        ("澜溪县融媒体中心2023年的经营收入比雁陂县融媒体中心多多少", "“澜溪县融媒体中心”多815万元"),
        ("2023年雁陂、澜溪的公益广告各多少条次", "1.13万条次"),
    ],
)
def test_two_media_are_asked_the_same(question: str, verdict: str) -> None:
    shelf = gold_shelves("yanbei", "lanxi")
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert verdict in (answer.answer or "")
    assert {evidence.media for evidence in answer.evidence} == {"雁陂县融媒体中心", "澜溪县融媒体中心"}


def test_a_change_told_in_one_sentence_is_worked_out_of_its_two_figures() -> None:
    shelf = gold_shelf("haizhou")
    answer = ask(shelf, "抖音这一年涨了多少粉")
    sound(shelf, answer)
    assert "由340万到512万，增加172万" in (answer.answer or "")
    assert [value.value for value in answer.values] == [3400000, 5120000]


def test_a_growth_that_is_claimed_is_held_against_the_figures() -> None:
    answer = ask(gold_shelf("tangxi"), "2023年收入增长20.9%这个数算得对吗")
    assert "增长20.9%" in (answer.answer or "")
    assert "相符" in (answer.reason or "")
    wrong = ask(gold_shelf("tangxi"), "2023年收入增长30%，对得上吗")
    assert "增长20.9%" in (wrong.answer or "")


def test_outlets_are_listed_by_kind() -> None:
    shelf = gold_shelf("lanyu")
    labels = {item.label for item in ask(shelf, "电视频道都有哪些").items}
    assert labels == {"新闻综合频道", "生活频道"}


def test_another_account_is_no_account_of_the_media() -> None:
    assert ask(gold_shelf("dongjiang"), "知乎账号有多少关注").answer is None


def test_the_years_in_which_a_fault_was_found_are_told() -> None:
    shelf = gold_shelf("cangning")
    answer = ask(shelf, "程式化表达这个毛病哪几年都提到了")
    sound(shelf, answer)
    assert {item.year for item in answer.items} == {2017, 2020}


def test_the_plan_for_a_fault_is_told() -> None:
    shelf = gold_shelf("yanbei")
    answer = ask(shelf, "工单积压打算怎么解决")
    sound(shelf, answer)
    assert "双人值守" in (answer.answer or "")
