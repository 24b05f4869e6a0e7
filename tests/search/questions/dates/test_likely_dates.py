"""Dates that no event and no sentence tells in the words of the question."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_TEXT = """远山广播电视台社会责任报告（2020年度）
一、前言
远山广播电视台设立于2010年5月，由原电台、电视台合并而来。
二、阵地建设责任
“看远山”客户端6月完成2.0版本升级。“远山直击”快手号于9月12日开号，年底粉丝达41万。
三、服务责任
4月22日发动的“帮帮菜农”义卖，5天卖空滞销的卷心菜90吨。12月3日，乡音馆迎来第一批参观者，陈列方言唱片、老收音机等280件。
四、存在的不足和改进措施
（一）不足
一是演播条件落后。
（二）改进措施
一是在2021年3月启用新演播厅。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf([understand(_TEXT.encode(), "a.txt", "远山广播电视台", 2020)])


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("卖卷心菜的义卖从哪天起", "2020-04-22"),
        ("快手号哪天开的", "2020-09-12"),
        ("台是哪一年合并起来的", "2010-05"),
    ],
)
def test_the_date_that_comes_nearest_is_given(shelf: Shelf, question: str, date: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [item.detail for item in answer.items] == [date]


@pytest.mark.parametrize(
    "question",
    [
        "看远山客户端哪天上线的",
        "快手号哪天停更的",
        "看远山3.0版哪天启用的",
        "乡音馆哪天闭馆的",
        "新演播厅哪天启用的",
    ],
)
def test_a_date_of_something_else_is_no_answer(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert answer.answer is None, answer.answer


def test_what_is_named_far_behind_a_date_did_not_happen_then() -> None:
    text = """岭西商报社会责任报告（2020年度）
一、概况
《岭西商报》2002年5月8日创刊，周五刊，现有从业人员131人，平均期发行量9.6万份，客户端“西讯”下载量33万。
"""
    shelf = Shelf([understand(text.encode(), "a.txt", "岭西商报", 2020)])
    assert ask(shelf, "西讯客户端哪天上线的").answer is None
    assert [item.detail for item in ask(shelf, "商报哪天创刊的").items] == ["2002-05-08"]
