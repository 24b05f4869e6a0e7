"""What is done with figures, and for which years, told apart from what is counted."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from search.questions.wording.framing import framed, occasion
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("做年终汇报要用：这三年热线来电分别是多少", "逐年这三年热线来电是多少"),
        ("登出来的致歉声明，按年度列一下", "逐年登出来的致歉声明"),
        ("麻烦把数字报一报，新媒体订户一年年有多少", "逐年新媒体订户有多少"),
        ("书屋借出去的书怎么个走法，2019年以来", "逐年2019年以来书屋借出去的书"),
        ("记者站走访的村子，四年各几个", "逐年这四年记者站走访的村子几个"),
        ("盘点历次义诊看病的人数", "逐年历次义诊看病的人数"),
        ("夜校的学员是不是一年比一年少？把数列给我看看", "逐年夜校的学员"),
        ("上缴的利润，两年下来缩了多少（18年对20年）", "2018年和2020年上缴的利润，减少了多少"),
        ("从19年到21年，订户总共减少了多少", "2019年到2021年订户减少了多少"),
        ("爱心车队三年合一块儿送了多少趟", "爱心车队三年加起来送了多少趟"),
        ("把书屋每年的借书量报给我", "逐年把书屋每年的借书量"),
        ("热线三年下来来电掉了多少", "热线三年下来来电减少了多少"),
        ("大讲堂三个年头一共讲了多少场", "大讲堂三年一共讲了多少场"),
        ("助农销售额，2019→2021", "逐年2019年到2021年助农销售额"),
        ("19跟21年比，热线少接了多少", "2019年和2021年热线少接了多少"),
        ("订户2021年多了多少，跟头一年比", "比上一年订户2021年多了多少"),
        ("奖项2022年比2019年多拿几件", "奖项2022年比2019年拿多了几件"),
        ("采编的平均年龄，三年小了几岁", "采编的平均年龄，三年减少了几岁"),
        ("捐赠2019年同比增幅有多大", "捐赠2019年同比增长了百分之几"),
        ("编辑部平均老了几岁", "编辑部平均年龄增加了几岁"),
        ("2021年比2020年多挣了多少", "2021年比2020年收入多了多少"),
        ("社里各年进账一览", "逐年社里各年进账"),
        ("晚报发行量，按年份排一下", "逐年晚报发行量"),
        ("粉丝涨了多少，逐年列出来", "逐年粉丝涨了多少"),
        ("帮我查一下下载量是多少", "下载量是多少"),
        ("读者来了多少封信，2020年比2018年少了多少", "读者来了封信，2020年比2018年少了多少"),
        ("义卖一年比一年卖得多吗，列一下", "义卖历年卖多少，列一下"),
        ("热线2020年比上一年多曝光了几家", "热线2020年比上一年曝光多了几家"),
        ("集团每年能挣多少，三年分别说说", "逐年这三年集团每年能挣多少"),
        ("晚报还剩多少人买，印数是怎么一年年滑下去的", "逐年晚报印数"),
        ("纳税三年对比一下", "逐年这三年纳税"),
        ("写总结要用：历年纳税分别是多少", "历年纳税分别是多少"),
        ("请梳理历次评报会的次数", "逐年历次评报会的次数"),
        ("对比一下两年的来信，差多少封", "两年的来信，差多少封"),
        ("投诉2021年比头一年多了几件", "投诉2021年比上一年多了几件"),
        ("保障任务，2019年比上一年多完成几次", "保障任务，2019年比上一年完成多了几次"),
        ("用户2017年是刚上线那年（2015年）底的几倍", "用户2017年是2015年底的几倍"),
        ("日活翻到原来的几倍了", "日活增加了几倍了"),
        ("在线率提了几个百分点", "在线率提高了几个百分点"),
        ("网页打开快了几秒", "网页打开缩短了几秒"),
        ("公司一年做多少营收，涨了没有", "逐年公司一年做多少营收"),
        ("热线电话是不是越打越少了，把每年的数给我", "逐年热线电话"),
        ("频道从2022年到2024年砍了几个", "频道从2022年到2024年减少了几个"),
    ],
)
def test_the_frame_is_said_once_more_in_few_words(question: str, expected: str) -> None:
    assert framed(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "2022年气候变化报道有多少篇",
        "公众号开张头一年有多少粉丝",
        "请列出2020年的栏目",
        "说下一步打算做什么",
        "“一览”栏目有几期",
        "把2014年许的愿一条条列出来",
        "报纸的价格是多少",
        "给账号体检那次，最后砍掉了几个",
        "2018年挡掉了多少条假广告",
        "编辑部淘汰掉了多少台旧电脑",
        "2024年公众号、快手粉丝各多少",
        "两个频道合起来有多少人",
        "谁写的总结，得了什么奖",
        "采访了多少人，写了几篇",
    ],
)
def test_what_asks_for_no_several_years_stays_as_it_is(question: str) -> None:
    assert framed(question) == question


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("洪水一来，订户比上一年少了多少", "洪水"),
        ("改版之后，点击多了多少", "改版"),
        ("2019年以后，订户多了多少", None),
        ("改版之后，打算做什么", None),
        ("订户比上一年少了多少", None),
    ],
)
def test_what_a_change_follows_upon_stands_before_it(question: str, said: str | None) -> None:
    found = occasion(question)
    assert (found.said if found else None) == said


_REPORTS = (
    (
        2018,
        "《槐荫晚报》期均发行9.1万份。热线全年接听来电4120个。缴纳税金820万元。“暖巢”行动为独居老人修缮房屋31户。",
    ),
    (
        2019,
        "《槐荫晚报》期均发行8.6万份。热线全年接听来电3980个。缴纳税金760万元。“暖巢”行动为独居老人修缮房屋36户。",
    ),
    (
        2020,
        "《槐荫晚报》期均发行8.2万份。热线全年接听来电3755个。缴纳税金690万元。“暖巢”行动为独居老人修缮房屋40户。",
    ),
)


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(
        understand(
            f"槐荫晚报社会责任报告（{year}年度）\n一、社会责任\n{text}\n".encode(),
            "a.txt",
            "槐荫晚报社",
            year,
        )
        for year, text in _REPORTS
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("交材料要用：近三年热线来电分别有多少", [4120, 3980, 3755]),
        ("热线来电，一年年列一下", [4120, 3980, 3755]),
        ("晚报发行量三年走势", [91000, 86000, 82000]),
        ("两年下来，缴的税少了多少（18年对20年）", [8_200_000, 6_900_000]),
        ("从18年到20年，报社缴的税一共少了多少", [8_200_000, 6_900_000]),
        ("暖巢行动修缮的房屋三年加一块儿多少户", [31, 36, 40]),
        ("对比一下热线2018和2020两年的来电，差多少个", [4120, 3755]),
        ("热线来电头两年各多少", [4120, 3980]),
    ],
)
def test_figures_of_all_years_are_told(shelf: Shelf, question: str, values: list[float]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [value.value for value in answer.values] == values


@pytest.mark.parametrize("question", ["写总结要用：近三年直播分别有多少场", "抖音粉丝怎么个走法，列一下"])
def test_what_no_report_tells_is_no_answer(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert answer.answer is None, answer.answer
