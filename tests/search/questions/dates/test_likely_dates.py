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


_LIVELY = """临湖日报社社会责任报告（2021年度）
一、前言
临湖日报社由原临湖报社、临湖广播电台于2012年4月合并组建。
二、阵地建设责任
5月，少年品牌“小湖星”推出，主打校园话剧、手工课，半年招募小记者800名。8月9日，沪语脱口秀《弄堂闲话》登陆都市频道。
3月6日，总投资1.2亿元的融媒演播基地建成投用。竖屏工作室“阿桨”6月18日挂牌，5个人平均年龄26岁。
9月起，《临湖日报》由16版减为12版。11月2日，首届“湖畔书香节”开幕。
10月，“湖上在线”整体并入“掌上临湖”客户端。
三、存在的不足和改进措施
（一）不足
一是海外传播薄弱。
（二）改进措施
一是2022年3月开办英文网页。
"""


@pytest.fixture(scope="module")
def lively() -> Shelf:
    return Shelf([understand(_LIVELY.encode(), "a.txt", "临湖日报社", 2021)])


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("给少年办的那个品牌哪个月推出的", "2021-05"),
        ("逗乐的那档沪语脱口秀几月几号开播", "2021-08-09"),
        ("融媒演播的那个基地几时建好的", "2021-03-06"),
        ("阿桨工作室挂牌是几月几号", "2021-06-18"),
        ("16版什么时候减成12版的", "2021-09"),
        ("头一届书香节哪天开幕", "2021-11-02"),
        ("湖上在线是几月份并进掌上临湖的", "2021-10"),
        ("报社和电台是何年何月合到一块儿的", "2012-04"),
    ],
)
def test_a_date_is_found_by_what_is_said_of_the_thing(lively: Shelf, question: str, date: str) -> None:
    answer = ask(lively, question)
    sound(lively, answer)
    assert [item.detail for item in answer.items] == [date]


@pytest.mark.parametrize(
    "question",
    [
        "弄堂闲话哪天停播的",
        "阿桨工作室几月几号解散的",
        "英文网页哪天上线的",
        "少儿合唱团是几月份成立的",
        "书香节是哪天闭幕的",
        "印刷厂什么时候搬迁的",
    ],
)
def test_what_is_told_of_no_day_has_none(lively: Shelf, question: str) -> None:
    answer = ask(lively, question)
    sound(lively, answer)
    assert answer.answer is None, answer.answer
