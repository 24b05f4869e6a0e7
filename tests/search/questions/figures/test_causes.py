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


_LINES = {
    2021: "广播热线节目《帮你跑》每天中午播出，全年接听电话2316个，解决1987个。《集市》直播19场。",
    2022: "老牌热线《帮你跑》接电话2684个，解决2301个。《集市》直播24场，比上年多办5场。",
    2023: "《帮你跑》来电回落到2540个，解决2252个。节目组分析，部分诉求改由网上提交。《集市》直播比上年多办8场。",
}


@pytest.fixture(scope="module")
def hotline() -> Shelf:
    return Shelf(
        understand(
            f"禾川县融媒体中心社会责任报告（{year}年度）\n一、服务责任\n{text}\n".encode(),
            "a.txt",
            "禾川县融媒体中心",
            year,
        )
        for year, text in _LINES.items()
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        # What one report says that it is, another only names.
        ("热线来电历年增减", [2316, 2684, 2540]),
        ("2023年热线来电有多少", [2540]),
        ("集市2023年直播了多少场", [24, 32]),
        ("热线来电2023较2022", [2684, 2540]),
    ],
)
def test_what_is_named_in_one_report_is_known_by_it_in_the_next(
    hotline: Shelf, question: str, values: list[int]
) -> None:
    assert [value.value for value in ask(hotline, question).values] == values


def test_the_sentence_behind_may_explain(hotline: Shelf) -> None:
    assert "网上提交" in (ask(hotline, "2023年热线来电为什么少了").answer or "")
    assert ask(hotline, "2022年热线来电为什么多了").answer is None
