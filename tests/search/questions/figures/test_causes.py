"""Why a figure rose or fell, told in its own sentence."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf

_FIRST = """汀洲日报社会责任报告（2020年度）
一、前言
报社现有员工320人。《汀洲日报》期均发行9.1万份，全年经营收入4860万元，其中广告收入1720万元。
二、服务责任
民生热线全年接听来电2.1万个。“汀洲通”客户端下载量36万次。全年培训记者420人次。
"""
_SECOND = """汀洲日报社会责任报告（2021年度）
一、前言
报社现有员工311人。纸价连涨两轮，《汀洲日报》期均发行8.4万份，比上年少7000份。受楼市广告退潮拖累，广告收入降到1310万元，同比下降23.8%。
二、服务责任
民生热线全年接听来电1.6万个，同比减少5000个，减少的部分大半转到了网上问政。“汀洲通”客户端下载量41万次，比上年多出5万次。全年培训记者388人次，比上年减少32人次。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "汀洲日报社"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2020), (_SECOND, 2021))
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2021年广告为啥挣得少了", "楼市广告退潮"),
        ("2021年广告收入怎么一下子降了", "楼市广告退潮"),
        ("21年发行量为何跌了", "纸价连涨两轮"),
        ("2021年热线来电减少是什么原因", "转到了网上问政"),
    ],
)
def test_the_sentence_that_has_the_cause_is_told(shelf: Shelf, question: str, told: str) -> None:
    assert told in (ask(shelf, question).answer or "")


@pytest.mark.parametrize(
    "question",
    [
        # Only the figure is told, and no cause.
        "2021年下载量为什么涨了",
        "2021年培训人次为什么少了",
        # It went the other way.
        "2021年广告收入为什么涨了",
        "2021年员工为什么少了",
    ],
)
def test_no_cause_is_made_up(shelf: Shelf, question: str) -> None:
    assert ask(shelf, question).answer is None
