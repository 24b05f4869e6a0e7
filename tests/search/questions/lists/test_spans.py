"""The first and last report that speaks of something, in whatever words that is asked."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_REPORTS = {
    2020: """青峰融媒体中心社会责任报告（2020年度）
一、正面引导责任
《山里人家》播出48期。服务窗口收到群众来信210封。
二、存在的不足和改进措施
（一）不足
一是互动不够。
（二）改进措施
一是在“看青峰”客户端开设“街坊圈”，在乡镇试点流动编辑部。
""",
    2021: """青峰融媒体中心社会责任报告（2021年度）
一、正面引导责任
《山里人家》播出50期。流动编辑部走进12个乡镇。“街坊圈”发帖6200条。
二、服务责任
建言邮箱收到意见35条。“青峰旧影”在县文化馆展出。
""",
    2022: """青峰融媒体中心社会责任报告（2022年度）
一、正面引导责任
推出面向菜农的“菜篮子”专区。流动编辑部走进15个乡镇。“街坊圈”发帖7100条。
""",
}


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(
        [understand(text.encode(), "a.txt", "青峰融媒体中心", year) for year, text in _REPORTS.items()]
    )


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("“街坊圈”头一回写进报告是哪一年", 2020),
        ("流动编辑部的设想最早见于哪年报告", 2020),
        ("街坊圈这个名字头一回是在哪年的报告里看到的", 2020),
        ("给菜农用的菜篮子最先出现在哪年报告里", 2022),
        ("山里人家办到哪一年就不再提了", 2021),
        ("山里人家这个节目，写到哪一年之后就再没写了", 2021),
        ("建言邮箱后来好像不提了，最晚提到是哪年", 2021),
        ("青峰旧影那个活动最近一回提起是几几年", 2021),
        ("群众来信到哪年就没下文了", 2020),
    ],
)
def test_an_end_is_found_for_any_phrase(shelf: Shelf, question: str, year: int) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert f"{year}年" in (answer.answer or ""), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "元宇宙这个词最早见于哪年的报告",
        "街坊圈的积分商城头一回写进报告是哪年",
        "夜校课堂办到哪一年就不再提了",
        "“看雪峰”最近一次提起是几几年",
    ],
)
def test_what_no_report_speaks_of_has_no_end(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert answer.answer is None, answer.answer
