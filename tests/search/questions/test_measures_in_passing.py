"""Measures asked for in passing: who takes a paper, what a post brings, totals beside parts, names in English questions."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """澄湖日报社会责任报告（2021年度）
一、前言
全社在册员工240人，采编人员131人。平均期发行量9.4万份。“澄湖发布”微信公众号粉丝21万，“澄湖视频”抖音号粉丝33万。
二、服务责任
村级阅报栏共310个，覆盖96个村。“湖声”客户端日活1.9万人，累计下载8.8万次。全年有13人离职。个人自费订户3400户。“拉家常”节目曝光问题29个。“湖光助学”募得善款46万元。“湖声”可办事项31项。助农带货卖出鱼虾580万元。广告收入1350万元。“湖畔剧场”推出微短剧9部。全年经营收入4300万元。
"""
_SECOND = """澄湖日报社会责任报告（2022年度）
一、前言
全社在册员工233人，其中采编126人。平均期发行量8.1万份。“澄湖发布”微信公众号粉丝24.5万，“澄湖视频”抖音号粉丝41万。
二、服务责任
126路公交串起城乡，58名采编人员蹲点采访了37个村。渔区40个阅报栏换上了防潮玻璃，阅报栏总数355个，其中渔区88个。
“湖畔剧场”推出微短剧15部。7月，“一键问政”平台投入使用，累计收到留言2.1万条。清理出的63件旧案已销号55件。讨账专班清收回款340万元。“湖声”客户端日活2.6万人。“写作营”报名学员700人，全年营业收入4150万元。金牌编辑制3月施行，首批评聘6名，月津贴1800元。全年有9人离职，21名职工转岗到发行一线。个人自费订户3100户。“拉家常”节目曝光问题34个。“湖光助学”募得善款52万元。“湖声”可办事项增至44项。下湖补贴由每趟80元提高到100元。助农带货卖出莲藕、菱角等730万元，其中一位返乡青年单场卖出6.1万元。广告收入1120万元。
“湖畔信箱”收到来信260封。8月，“一湖一屏”调度系统建成；另投入95万元更换机房空调。
"""
_MEDIA = "澄湖日报"


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(
        understand(text.encode(), "a.txt", _MEDIA, year) for text, year in ((_FIRST, 2021), (_SECOND, 2022))
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("这份报还有多少人订，两年怎么变的", [94_000, 81_000]),
        ("报纸还有多少人买，印数是怎么一年年掉下来的", [94_000, 81_000]),
        ("2022年有多少人掏钱订这份报纸", [81_000]),
        ("印数2022年比2021年少了多少", [94_000, 81_000]),
        ("2022年评上金牌编辑，一个月能多拿多少", [1800]),
        ("当上金牌编辑以后每月多领几百块", [1800]),
        ("报社每年能挣多少，两年分别说说", [43_000_000, 41_500_000]),
        ("报社一年进账多少，两年各自报一下", [43_000_000, 41_500_000]),
        ("2022年一共有多少个阅报栏", [355]),
        ("2022年换上防潮玻璃的阅报栏有多少个", [40]),
        ("2022年有多少采编人员", [126]),
        ("全社有多少号人，两年各是多少", [240, 233]),
        ("报社走掉的人两年各有几个", [13, 9]),
        ("How many employees left in 2021?", [13]),
        ("2022年有多少人自己掏腰包订报", [3100]),
        ("装湖声客户端的人2021年有多少", [88_000]),
        ("拉家常2022年比上一年多曝光了多少问题", [29, 34]),
        ("湖光助学一届比一届筹得多吗，把钱数列列", [460_000, 520_000]),
        ("湖声客户端能办的事一年比一年多，给个数", [31, 44]),
        ("2022年下湖补贴一趟给多少", [100]),
        ("助农带货卖了多少钱，两年都说说", [5_800_000, 7_300_000]),
        ("广告2022年比2021年少挣了多少", [13_500_000, 11_200_000]),
        ("报纸每期印多少，两年是怎么变的", [94_000, 81_000]),
        ("How many letters were put into the 湖畔信箱 in 2022?", [260]),
        ("2022年旧案办掉了多少件", [55]),
        ("2022年讨回来多少老账", [3_400_000]),
        ("2022年每天用客户端的人涨到多少", [26_000]),
        ("湖声客户端每天有多少人打开，2022年比2021年多了多少", [19_000, 26_000]),
        ("湖畔剧场推出微短剧多少部，2022年比2021年多多少", [9, 15]),
        ("采编2022年比2021年少了几个人", [131, 126]),
        ("How many micro-dramas did 湖畔剧场 release in 2022?", [15]),
        ("How many followers did the WeChat channel 澄湖发布 have in 2022?", [245_000]),
        ("What was the follower count of the Douyin account 澄湖视频 in 2021?", [330_000]),
    ],
)
def test_a_measure_is_found(shelf: Shelf, question: str, values: list[float]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [value.value for value in answer.values] == values


@pytest.mark.parametrize(
    "question",
    [
        "How much did it cost to build the 一键问政 platform?",
        "What did the 一键问政 platform cost in 2022?",
        "2022年建一键问政平台花了多少钱",
        "2022年报纸一份卖多少钱",
        "2022年写作营收了多少学费",
        "How much did the dispatching robot cost in 2022?",
    ],
)
def test_money_is_not_told_by_pieces(shelf: Shelf, question: str) -> None:
    assert ask(shelf, question).answer is None
