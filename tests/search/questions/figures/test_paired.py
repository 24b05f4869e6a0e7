"""Changes told inside one sentence, and two things of one year held against each other."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_TEXT = """柳渡县融媒体中心2022年社会责任报告
一、前言
中心现有在编人员51人、聘用人员34人。
二、服务责任
“问政柳渡”收到留言2360条，办理1980条。市民热线转办件办结时间由7天压缩为3天。
三、保障权益责任
驻村记者补助由每月200元提高到500元。
四、阵地建设责任
客户端日活从1.2万涨到3.6万。一条短视频的制作时间由3小时缩至40分钟。
五、合法经营责任
文旅收入占比由12%升至31%。
六、文化责任
“渔歌百科”收录词条2万个、图片9万张。在央视播出新闻79条，其中主要新闻节目26条；省台用稿702条。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf([understand(_TEXT.encode(), "a.txt", "柳渡县融媒体中心", 2022)])


@pytest.mark.parametrize(
    ("question", "values", "said"),
    [
        ("2022年吃编制饭的比聘来的多几个人", {51, 34}, "17"),
        ("问政柳渡2022年收到的和办了的差多少条", {2360, 1980}, "380"),
        ("在编和聘用的2022年差几个人", {51, 34}, "17"),
        ("驻村记者的补贴一个月多发了多少钱", {200, 500}, "300"),
        ("热线转办的事办得快了几天", {7, 3}, "4"),
        ("客户端日活翻到原来的几倍了", {12000, 36000}, "3倍"),
        ("做一条短视频的时间省了多少", {3, 40}, "140分钟"),
        ("文旅收入比重抬高了几个百分点", {12, 31}, "19个百分点"),
        ("渔歌百科里图片数是词条数的多少倍", {20000, 90000}, "4.5倍"),
    ],
)
def test_two_figures_of_one_sentence_are_compared(
    shelf: Shelf, question: str, values: set[float], said: str
) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert {value.value for value in answer.values} == values
    assert answer.answer is not None
    assert said in answer.answer


def test_what_is_told_of_another_is_not_taken(shelf: Shelf) -> None:
    answer = ask(shelf, "央视用了我们多少条稿子")
    sound(shelf, answer)
    assert not {26, 702} & {value.value for value in answer.values}


_FIRST = """柳渡县融媒体中心2021年社会责任报告
一、文化责任
首届“渔火杯”短片征集收到作品210件。
"""
_SECOND = """柳渡县融媒体中心2022年社会责任报告
一、文化责任
第二届“渔火杯”征集作品252件。
"""


def test_two_editions_are_compared_each_in_its_year() -> None:
    texts = ((_FIRST, 2021), (_SECOND, 2022))
    media = "柳渡县融媒体中心"
    shelf = Shelf([understand(text.encode(), "a.txt", media, year) for text, year in texts])
    answer = ask(shelf, "第二届渔火杯收到的作品比第一届多百分之几")
    sound(shelf, answer)
    assert {value.value for value in answer.values} == {210, 252}
    assert "20%" in (answer.answer or "")
