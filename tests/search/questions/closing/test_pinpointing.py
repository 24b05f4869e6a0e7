"""What became of a fault or plan that a question tells in other words than the reports."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from search.questions.reading.suiting import CAUSE
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """芦浦县融媒体中心社会责任报告（2020年度）
一、前言
中心现有职工88人。
二、后记
（一）不足
一是转播车服役超过十年，户外直播经常掉线；二是聘用人员收入低于在编人员，骨干留不住；三是戏曲栏目年轻观众少，形式陈旧；四是山区群众反映有线广播终端损坏后无人维修。
（二）改进
一是购置新的直播设备；二是推行同岗同酬；三是改版戏曲栏目；四是建立广播管护队伍；五是编印一套海岛渔歌集。
"""
_SECOND = """芦浦县融媒体中心社会责任报告（2021年度）
一、前言
中心现有职工90人。
二、阵地建设责任
投入520万元购置5G高清转播车，全年户外直播36场零掉线。戏曲栏目《渔鼓新唱》邀请大学生票友登台，拍成短视频发布。
三、保障权益责任
出台薪酬方案，聘用人员与在编人员按岗定薪，全年骨干零离职。
四、服务责任
为每个行政村配一名广播管护员，维修终端310只。
五、后记
（一）回应
一是更新直播设备；二是实现同岗同酬；三是戏曲栏目完成改版；四是山区广播管护落实到人。
（二）不足
一是短视频缺少爆款。
（三）改进
一是建设短视频工作室。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "芦浦县融媒体中心"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2020), (_SECOND, 2021))
    )


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("老旧的车一直播就断线，这个毛病治好了没", "5G高清转播车"),
        ("临时工挣得少，后来涨了吗", "按岗定薪"),
        ("唱戏的节目没有年轻人看的问题怎么破的", "大学生票友"),
        ("山里的喇叭坏了没人修的情况变了没有", "广播管护员"),
        ("有线广播没人管的短板是怎么补上的", "广播管护员"),
    ],
)
def test_tells_what_became_of_a_fault_told_in_other_words(shelf: Shelf, question: str, said: str) -> None:
    answer = ask(shelf, question)
    assert answer.intent == "outcome"
    assert said in (answer.answer or "")
    sound(shelf, answer)


@pytest.mark.parametrize(
    "question",
    [
        "食堂饭菜难吃的问题解决了吗",
        "办公楼漏雨后来修好没有",
        "短视频火不起来的问题后来怎么样",
        "渔歌的书编出来没有",
    ],
)
def test_what_no_report_tells_became_of_stays_open(shelf: Shelf, question: str) -> None:
    assert ask(shelf, question).answer is None


def test_a_complaint_and_what_was_set_up_for_it_ask_what_became_of_the_fault(shelf: Shelf) -> None:
    answer = ask(shelf, "喇叭坏了没人维修，后来村里配了什么人")
    assert "广播管护员" in (answer.answer or "")


def test_a_lead_in_to_faults_is_no_cause() -> None:
    assert CAUSE.search("播出传输环节改造资金仍有缺口")
    assert not CAUSE.search("同时也要看到仍有以下不足新闻中心迟迟没有建成")


def test_what_there_was_not_yet_did_not_begin() -> None:
    media = "汀浦晚报"
    texts = (
        (2018, "一是还没有自己的客户端，移动传播薄弱。", "一是开发新闻客户端。", "全年刊发稿件900篇。"),
        (2019, "一是客户端活跃度低。", "一是改版客户端。", "5月8日，“汀浦+”客户端上线，年底下载量4万。"),
    )
    shelf = Shelf(
        understand(
            f"汀浦晚报社会责任报告（{year}年度）\n一、服务责任\n{deed}\n二、后记\n（一）不足\n{fault}\n（二）改进\n{plan}\n".encode(),
            "a.txt",
            media,
            year,
        )
        for year, fault, plan, deed in texts
    )
    answer = ask(shelf, "晚报哪年才有客户端")
    assert "2019年" in (answer.answer or "")
    assert "2018年" not in (answer.answer or "")
