"""Prizes asked for in everyday words."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf

_FIRST = """潮汐晚报社会责任报告（2020年度）
一、前言
《潮汐晚报》日均发行12万份，另有“问潮”客户端和“潮汐发布”微信公众号。
二、政治责任
第三十届中国新闻奖揭晓，通讯《盐田边的课桌》获一等奖，消息《末班渡轮》获三等奖。记者陆听涛获第十六届长江韬奋奖。“问潮”客户端获评2020年度全国最具成长性新闻客户端，编辑陈小帆当选“潮汐省十佳新闻工作者”。
"""
_SECOND = """潮汐晚报社会责任报告（2022年度）
一、前言
《潮汐晚报》日均发行11万份，另有“问潮”客户端和“潮汐发布”微信公众号。
二、政治责任
第三十二届中国新闻奖评选中，系列报道《一条河的账本》获一等奖。摄影部主任宋启航荣获第十七届长江韬奋奖。评论《晒盐人》获第三十五届滨海新闻奖二等奖，版面《潮起》获潮汐市新闻奖一等奖。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "潮汐晚报社"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2020), (_SECOND, 2022))
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("历年报告里有哪几件拿了中国新闻奖的头等奖", {"盐田边的课桌", "一条河的账本"}),
        ("社里先后有谁得过韬奋奖？", {"陆听涛", "宋启航"}),
        ("20年晚报拿了哪些奖", {"盐田边的课桌", "末班渡轮", "陆听涛", "全国最具成长性新闻客户端"}),
        ("问潮先后得过哪些荣誉", {"全国最具成长性新闻客户端"}),
    ],
)
def test_they_are_told(shelf: Shelf, question: str, told: set[str]) -> None:
    said = ask(shelf, question).answer or ""
    assert {each for each in told if each not in said} == set()


def test_who_is_named_for_a_prize_won_it_and_no_one_beside(shelf: Shelf) -> None:
    assert "陈小帆" not in (ask(shelf, "问潮客户端先后得过哪些荣誉").answer or "")
    assert "末班渡轮" not in (ask(shelf, "历年报告里有哪几件拿了中国新闻奖的头等奖").answer or "")


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        # A prize called by what it is of its place: another than the city's is the province's.
        ("2022年拿了省里新闻奖的是哪件作品", "晒盐人", "潮起"),
        ("在市里新闻评奖中拿头等奖的是哪件", "潮起", "晒盐人"),
        ("32届中国新闻奖获奖作品汇总", "一条河的账本", "盐田边的课桌"),
    ],
)
def test_prizes_go_by_their_place_and_their_number(
    shelf: Shelf, question: str, told: str, untold: str
) -> None:
    said = ask(shelf, question).answer or ""
    assert told in said
    assert untold not in said


def test_a_prize_of_a_place_that_has_none_is_not_told(shelf: Shelf) -> None:
    assert ask(shelf, "2022年拿了县里新闻奖的是哪件作品").answer is None
    assert ask(shelf, "2022年得省广播电视奖的是哪件作品").answer is None
