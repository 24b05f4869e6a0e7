"""Figures asked for in passing: who left, what one earns, what was at first, the house by its kind, what most of several was."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """沅宁县融媒体中心社会责任报告（2020年度）
一、前言
中心核定编制68名，实有人员83人。《沅宁晚报》期均发行18.6万份，社区报每期免费投递6.5万份。11月8日组建视频部，首批7人。
二、服务责任
“阳光助学”行动募集善款86.5万元，资助新生173名。“一床棉被”筹得棉被1140床。组织送戏下乡62场。举办首届“沅宁村晚”，观看人数63万。网友提问4.1万条。网上直播412场，最高一场在线人数146万。
三、保障权益责任
组织42名职工疗休养。一年内走了7人。职工人均年收入8.6万元。发放绩效奖金214万元，最高的一人拿到6.3万元。
四、合法经营责任
总收入9640万元，其中广告5280万元、发行2140万元。利润630万元。一线记者交通补贴每月上调到800元。
"""
_SECOND = """沅宁县融媒体中心社会责任报告（2021年度）
一、前言
在册员工88人。《沅宁晚报》期均发行16.2万份。视频部扩充到21人，出品短视频1240条。
二、服务责任
“阳光助学”募集善款118万元，205名学子受助。十一年来，这项活动累计筹款860余万元，资助学生1600多名。“一床棉被”累计募集棉被5260床，其中本年1400床。送戏下乡恢复，全年55场。第二届“沅宁村晚”线上观看118万人。“全民阅读”朗读大赛吸引3400人报名。“沅宁讲坛”线上听众100万人次。
三、保障权益责任
编外人员月均收入5180元。年轻采编离职13人。
四、合法经营责任
全年营收1.07亿元，广告4700万元，非广告收入占63.4%。全年收到投诉63件，核查属实9件。“三分岚”播放14亿次，《大国油菜》获省新闻奖一等奖。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "沅宁县融媒体中心"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2020), (_SECOND, 2021))
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("融媒体中心2020年有多少人", [83]),
        ("2021年在中心上班的有多少人", [88]),
        ("2020年的人比2021年少了多少", [83, 88]),
        ("晚报每期发多少份", [162_000]),
        ("视频部最开始几个人", [7]),
        ("视频部现在几个人", [21]),
        ("阳光助学这么多年总共筹了多少善款", [8_600_000]),
        ("阳光助学2021年帮了几个学生", [205]),
        ("棉被2020年收到多少床", [1140]),
        ("哪一届村晚看的人最多", [630_000, 1_180_000]),
        ("2020年网友提了多少问题", [41_000]),
        ("2020年直播在线人数最高多少", [1_460_000]),
        ("朗读比赛有多少人报名", [3400]),
        ("职工一年平均挣多少，2020年", [86_000]),
        ("编外人员2021年一个月挣多少", [5180]),
        ("走了多少年轻记者", [13]),
        ("2021年广告收入", [47_000_000]),
        ("广告2021年比2020年少挣了多少", [52_800_000, 47_000_000]),
        ("卖报纸2020年挣了多少", [21_400_000]),
        ("2020年赚了多少", [6_300_000]),
        ("2021年不靠广告的收入占几成", [63.4]),
        ("送戏下乡办了多少场，两年各是多少", [62, 55]),
        ("总收入哪年高", [96_400_000, 107_000_000]),
    ],
)
def test_a_figure_is_heard(shelf: Shelf, question: str, values: list[float]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [value.value for value in answer.values] == values


@pytest.mark.parametrize(
    "question",
    [
        "2021年沅宁讲坛现场听众多少",
        "大国油菜播放量多少",
        "村晚投入了多少钱",
        "2020年晚报最多的一期印了多少份",
        "2021年利润多少",
        "2021年在编人员多少",
    ],
)
def test_what_is_told_of_something_else_is_no_answer(shelf: Shelf, question: str) -> None:
    assert ask(shelf, question).answer is None


def test_a_part_of_the_staff_is_not_the_staff(shelf: Shelf) -> None:
    # 组织42名职工疗休养
    assert [value.value for value in ask(shelf, "2020年员工多少").values] == [83]


def test_a_year_named_behind_than_is_held_against_the_latest(shelf: Shelf) -> None:
    answer = ask(shelf, "总收入比2020年多了多少")
    assert [value.year for value in answer.values] == [2020, 2021]
    assert answer.reason is None or "改与" not in answer.reason


@pytest.mark.parametrize(
    ("question", "date"), [("视频部几月几号组建的", "2020-11-08"), ("视频部是哪天成立的", "2020-11-08")]
)
def test_a_day_is_told(shelf: Shelf, question: str, date: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert date in [item.detail for item in answer.items]
