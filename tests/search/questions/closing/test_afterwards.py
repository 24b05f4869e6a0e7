"""What was promised and what became of it, asked in one breath, is one question: the statements of a year, each with what followed."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """沔阳融媒体中心社会责任报告（2021年度）
一、阵地建设责任
“沔水”客户端下载量12万，微信公众号粉丝9万。
二、后记
（一）不足
一是短视频精品偏少；二是采编人员年龄偏大。
（二）改进
一是建设演播室；二是开办方言栏目。
"""
_SECOND = """沔阳融媒体中心社会责任报告（2022年度）
一、阵地建设责任
新建演播室一座，6月投入使用。开办方言栏目《沔阳话沔阳》，播出48期。微信公众号粉丝11万。
二、后记
（一）回应
针对短视频精品偏少，成立短视频工作室，推出精品32件。
（二）不足
经营收入单一。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "沔阳融媒体中心"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2021), (_SECOND, 2022))
    )


@pytest.mark.parametrize(
    "question",
    [
        "去年承诺了什么，后来做到了吗",
        "2021年承诺了什么？做到了吗？",
        "去年我们承诺过什么，都做了吗",
        "上一年提了哪些改进打算，落实得怎么样",
        "2021年许下的承诺是什么，结果如何",
        "2021年说过要做哪些事，做了没有",
        "去年的改进措施有哪些；落实到位了吗",
        "2021年我中心提出哪些努力方向，一年后如何了",
        "What did we promise last year and was it done?",
        "what did you promise in 2021, and was it kept",
    ],
)
def test_every_promise_is_told_with_what_became_of_it(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert answer.question == question
    assert answer.intent == "outcome"
    assert [item.label for item in answer.items] == ["建设演播室", "开办方言栏目"]
    assert all("2022年报告写到" in (item.detail or "") for item in answer.items)


@pytest.mark.parametrize(
    "question",
    [
        "去年的不足有哪些，今年有没有整改",
        "2021年报告列了什么短板，第二年补上了吗",
        "上年度不足有哪几条，整改情况如何",
    ],
)
def test_so_is_every_shortcoming(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert answer.intent == "outcome"
    assert [item.label for item in answer.items][:2] == ["短视频精品偏少", "采编人员年龄偏大"]


def test_both_kinds_may_be_asked_for(shelf: Shelf) -> None:
    answer = ask(shelf, "2021年写了哪些不足和打算，后来怎么样了")
    assert [item.label for item in answer.items] == [
        "短视频精品偏少",
        "采编人员年龄偏大",
        "建设演播室",
        "开办方言栏目",
    ]


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("2021年有哪些不足，有哪些打算", "shortcomings"),
        ("去年承诺了什么", "commitments"),
        ("2022年微信公众号粉丝多少，比上年多多少", "value"),
        ("2021年承诺建设演播室，后来建成了吗", "outcome"),
    ],
)
def test_other_questions_in_two_steps_stay_what_they_are(shelf: Shelf, question: str, intent: str) -> None:
    answer = ask(shelf, question)
    assert answer.intent == intent
    assert len(answer.items) <= 2
