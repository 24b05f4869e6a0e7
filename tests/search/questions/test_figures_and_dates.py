"""Figures and dates asked for as editors ask: in everyday words, over names that the years tell in other ways."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """槐江日报报业集团社会责任报告（2021年度）
一、前言
集团前身是1948年11月创刊的《新槐江报》，1958年更名为《槐江日报》。集团由原槐江人民广播电台（1956年建台）、槐江电视台（1991年10月开播）与报社合并组建。《槐江日报》期发行量12.6万份。2004年与《皮革时报》合并。
《槐江日报》微信公众号粉丝68万、视频号12万，抖音号96万。“槐江头条”微信公众号订阅用户16.5万。电视频道7个。
二、服务责任
被央视采用新闻412条，被中央人民广播电台采用267条。《行风热线》听众来电2860个，问题解决率91.5%。“爱心午餐”募款318万元，让63所乡村小学的9200名学生吃上了热午饭。爱心书房建成12家。收到读者举报线索17条。举办展会9场，成交额3.7亿元。“马上办”平台平均办理周期5.2个工作日。“早报助学”资助新生430名，十年来累计资助3860名。刊播公益广告2480条（次），其中电视1100条次、广播980条次、新媒体400条次。“村晚”9场吸引线上观众47万人次。微纪录片《村里来了年轻人》全网播放量890万。
三、保障权益责任
现有员工743人。持有新闻记者证的63人。全年离职81人。出版图书4种、发行2.1万册。
"""
_SECOND = """槐江日报报业集团社会责任报告（2022年度）
一、前言
《槐江日报》期发行量12.3万份。《槐江日报》微信公众号、视频号、抖音号粉丝分别为75万、31万、142万。“槐江头条”用户24.8万。微博粉丝112万；微信矩阵共32个账号。
二、服务责任
央视用稿455条，央广302条。《行风热线》解决率95%。“爱心午餐”全年募款366万元，五年累计募款1523万元。爱心书房新建5家，总数达17家。刊播公益广告2750条次。举办展会11场，实现成交4.6亿元。“马上办”平台办理周期压缩到3.8个工作日。“早报助学”资助困难学子405名。开展助农直播52场、销售额2430万元。
三、保障权益责任
现有员工728人，采编人员181人。招录采编人员14名。处理采编人员6人次。职工人均年收入10.6万元。出版图书5种、发行2.7万册。刊发更正启事7则。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "槐江日报报业集团"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2021), (_SECOND, 2022))
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("2022年日报视频号有多少关注", [310_000]),
        ("日报抖音2021年多少粉丝", [960_000]),
        ("槐江头条公众号2022年有多少用户", [248_000]),
        ("行风热线的问题解决率2022年多少", [95]),
        ("爱心午餐五年一共募了多少", [15_230_000]),
        ("2021年有多少孩子吃上热午饭", [9200]),
        ("爱心书房现在有几家", [17]),
        ("2021年被举报几次", [17]),
        ("2021年记者证有多少本", [63]),
        ("2021年走了多少人", [81]),
        ("2022年出了几次更正", [7]),
        ("村晚2021年网上多少人看", [470_000]),
        ("两年公益广告一共播了多少条次", [2480, 2750]),
        ("央广用稿2022年比2021年多几条", [267, 302]),
        ("2022年展会卖了多少钱", [460_000_000]),
        ("马上办2021年办一件要几天", [5.2]),
        ("马上办的办理周期2022年缩短了几天", [5.2, 3.8]),
        ("十年累计资助多少学生", [3860]),
        ("2022年资助了多少贫困学生", [405]),
        ("2022年招了几个采编", [14]),
        ("2022年处理了多少采编人员", [6]),
        ("2022年助农直播销售额", [24_300_000]),
        ("上央视2022年有几条", [455]),
        ("哪年展会办得最多", [9, 11]),
        ("日报发行量2022年比2021年下降了多少", [126_000, 123_000]),
    ],
)
def test_a_figure_is_meant_in_everyday_words(shelf: Shelf, question: str, values: list[float]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [value.value for value in answer.values] == values


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("电台最早是哪年办的", "1956"),
        ("槐江电视台什么时候开播的", "1991-10"),
        ("新槐江报什么时候改叫槐江日报", "1958"),
    ],
)
def test_a_beginning_is_dated(shelf: Shelf, question: str, date: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [item.detail for item in answer.items] == [date]


@pytest.mark.parametrize(
    "question",
    [
        "皮革时报发行量是多少",
        "2022年微信矩阵有多少粉丝",
        "2021年派了多少人",
        "2022年走了多少人",
        "2022年村晚多少人看",
        "主任工资多少",
        "2021年利润多少",
        "2021年招了几个采编",
    ],
)
def test_what_another_thing_has_is_no_answer(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    assert answer.answer is None
    assert answer.reason
