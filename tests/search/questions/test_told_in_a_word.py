"""Lists, reasons, dates and ends of a series, asked for in everyday words."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """汐湾日报社社会责任报告（2018年度）
一、前言
《汐湾日报》创刊于1984年，2011年转企改制，日均出版16个版。
二、正面引导责任
7月1日，“掌上汐湾”面世，年末用户12万。《监督台》版每周四与读者见面，《谁占了消防通道》《井盖去哪儿了》等26篇调查推动19个问题得到解决。
三、服务责任
新闻热线受理线索2.6万条。心理咨询师每周二到社里坐班，接待来访者310人次。
四、经营责任
注册成立传媒公司，拿下海鲜节、帆船赛等7场活动的承办权，全年停刊广告版面18个。
五、不足与改进
融媒指挥中心项目因资金缺口迟迟未能开工。
"""
_SECOND = """汐湾日报社社会责任报告（2019年度）
一、前言
2019年，汐湾日报社坚守党报职责。
二、正面引导责任
庆祝新中国成立70周年，推出《我家住在灯塔下》《老船票》等专栏，刊发稿件880篇。“8·10”台风中，12名记者连续值守。
三、服务责任
新闻热线受理线索2.8万条，直播带货9场，销售海带42万元。
四、经营责任
印务公司划小核算单元、全员承包，全年揽下外活2700万元，摘掉亏损“帽子”。
五、不足与改进
人才引进难。
"""
_THIRD = """汐湾日报社社会责任报告（2020年度）
一、前言
2020年，汐湾日报社坚守党报职责。
二、正面引导责任
8月6日，“掌上汐湾”客户端更名为“汐湾云”，用户达40万。
三、服务责任
全年接待来访读者900人次。4只读者信箱挂到码头上，每月一日开箱，收到来信427封，其中提建议的188封。
四、经营责任
报社全年经营收入6200万元。
五、不足与改进
人才引进难。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    told = zip((_FIRST, _SECOND, _THIRD), (2018, 2019, 2020), strict=True)
    return Shelf([understand(text.encode(), f"{year}.txt", "汐湾日报社", year) for text, year in told])


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("2018年《监督台》版有代表性的调查稿件标题", ["谁占了消防通道", "井盖去哪儿了"]),
        ("公司都接下了哪些大活动", ["海鲜节", "帆船赛"]),
    ],
)
def test_what_is_named_is_listed(shelf: Shelf, question: str, labels: list[str]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [item.label for item in answer.items] == labels


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("融媒指挥中心2018年一直没动工，卡在哪儿了", "资金缺口"),
        ("心理咨询师礼拜几到社里坐班", "每周二"),
        ("印务公司2019年是怎么翻过身来的", "全员承包"),
        ("日报是哪一年开始有的", "1984年"),
        ("报社哪一年从事业单位变成公司的", "2011年"),
        ("掌上汐弯上线日期", "2018年7月1日"),
        ("“掌上汐湾”是哪天换的名字", "2020年8月6日"),
        ("2019年那场台风是几月几号来的", "2019年8月10日"),
        ("网上直播卖货最早见于哪年的报告", "2019年"),
        ("新闻热线线索数最后一次公布是在哪年，是多少", "2019年的报告，2.8万条"),
    ],
)
def test_it_is_told(shelf: Shelf, question: str, told: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert told in (answer.answer or "")


def test_the_last_figure_is_a_value_of_its_year(shelf: Shelf) -> None:
    (value,) = ask(shelf, "停刊广告版面最近一次是哪一年报的，几个").values
    assert (value.year, value.value, value.unit) == (2018, 18, "个")


def test_so_many_letters_are_no_boxes(shelf: Shelf) -> None:
    """多少封信 asks in 封, though jieba takes 封信 for a name; 那几个信箱 asks for nothing."""
    (value,) = ask(shelf, "码头上那几个信箱收上来多少封信").values
    assert (value.year, value.value, value.unit) == (2020, 427, "封")


@pytest.mark.parametrize(
    "question", ["印厂的厂长叫什么名字", "首次获省级新闻奖的两篇作品分别是什么", "帆船赛几月几号办的"]
)
def test_what_no_report_says_is_not_answered(shelf: Shelf, question: str) -> None:
    assert ask(shelf, question).answer is None
