"""What became of a fault or plan, whatever else the question asks for."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """岭原日报社社会责任报告（2018年度）
一、正面引导责任
全年刊发稿件8600篇。
二、存在的不足和改进措施
（一）不足
一是聘用人员收入低、晋升无门，全年有9名骨干辞职。
二是印刷设备陈旧，对开机已服役十七年。
三是受纸价上涨和电商冲击影响，广告收入连续下滑。
（二）改进措施
一是推行薪酬改革，聘用人员与在编人员同岗同酬。
二是筹措资金更新印刷设备。
三是与岭原学院共建数据新闻实验室。
四是在“岭原云”客户端上线“有事请说”平台，诉求五个工作日内答复。
"""
_SECOND = """岭原日报社社会责任报告（2019年度）
一、正面引导责任
3月，“有事请说”入驻“岭原云”，接入86个部门，收到诉求1.8万条，平均4.1个工作日答复。
二、人文关怀责任
出台薪酬改革方案，76名聘用人员与在编人员执行同一套薪酬标准，3名聘用人员走上部门副职，全年骨干无人辞职。
三、经营责任
投资1320万元引进的新印刷机8月试车成功，对开机退役。
四、存在的不足和改进措施
（一）上年不足的整改情况
针对聘用人员留不住的问题，同岗同酬全面落地，队伍保持稳定。
（二）不足
一是技术能力薄弱，与高校共建的数据新闻实验室进展缓慢。
（三）改进措施
一是加快实验室建设。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "岭原日报社"
    return Shelf(
        [understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2018), (_SECOND, 2019))]
    )


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("当初许诺的有事请说落地没有，接进来多少部门", "86个部门"),
        ("临时聘的和有编制的拿一样的钱，这个承诺兑现没，涉及多少人", "76名"),
        ("聘用的骨干一年走了九个，第二年靠什么办法留住了人", "薪酬改革"),
        ("答应换的印刷设备，有下文吗", "试车成功"),
        ("跟学院合办的实验室，后来搞得顺不顺利", "进展缓慢"),
        ("广告收入怎么反倒降了", "纸价"),
    ],
)
def test_what_became_of_it_is_told(shelf: Shelf, question: str, said: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert said in (answer.answer or ""), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "承诺的足球队组建了没有，踢了几场",
        "答应办的少年宫建好了吗",
        "当初说的地铁报最后出了多少期",
        "食堂的饭菜太贵后来改了没",
        "为什么主持人都辞职了",
        "说好买的直升机，有下文吗",
    ],
)
def test_of_what_was_never_meant_nothing_became(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert answer.answer is None, answer.answer
