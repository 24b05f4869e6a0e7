"""Years that tell what the others tell in other words: users of an app, all who work for a house, a rate that is none at all."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """岷水晚报社会责任报告（2017年度）
一、前言
年末在册员工167人。“岷水看看”客户端注册用户36.4万，日活跃1.2万。停播率为0.8秒/百小时。
二、服务责任
全年开展助农直播36场，助销农产品2.1亿元。主播小满单场售出高山茶380万元。募集棉衣8600件，善款12万元。非报产业收入占比27%。记者站今年在石门、云台新设两个，总数到了11个。
三、合法经营责任
广告收入386万元，发行收入512万元，合计898万元，比上年的842万元有所增加。
"""
_SECOND = """岷水晚报社会责任报告（2018年度）
一、前言
截至12月31日，全社158人，其中采编94人。各终端情况如下：
终端	用户（万）
客户端“岷水看看”	45.1
微信公众号“岷水晚报”	31.8
全年停播率为零。
二、服务责任
助农直播由36场增加到58场，销售额3.47亿元。募集棉衣9100件，善款15万元。非报产业收入占比46%。两个新设的记者站全年来了19篇稿。
三、合法经营责任
广告收入361万元，发行收入468万元，合计829万元。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "岷水晚报"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2017), (_SECOND, 2018))
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("岷水看看注册用户逐年数", [364000, 451000]),
        ("2018年岷水看看注册用户有多少", [451000]),
        ("员工总数历年变化", [167, 158]),
        ("停播率变化", [0.8, 0]),
        ("棉衣募集量峰值年份", [8600, 9100]),
        ("非报收入占比2018年较2017年提升几个百分点", [27, 46]),
        ("员工规模变动", [167, 158]),
        ("记者站一共几个", [11]),
        ("2018年新设的记者站有几个", [2]),
        ("2017年总收入", [8_980_000]),
        ("发行收入少了多少", [5_120_000, 4_680_000]),
        ("助农直播的销售额这两年分别是多少", [210_000_000, 347_000_000]),
    ],
)
def test_each_year_is_told(shelf: Shelf, question: str, values: list[float]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [float(value.value) for value in answer.values] == values


@pytest.mark.parametrize("question", ["2018年岷水看看日活有多少", "2018年岷水看看下载量有多少"])
def test_what_is_another_number_of_it_is_not(shelf: Shelf, question: str) -> None:
    assert ask(shelf, question).answer is None
