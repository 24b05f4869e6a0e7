"""What a question leaves out, and an answer without it."""

from __future__ import annotations

import pytest

from search.answers import Answer, Item
from search.questions.naming.excepting import Excepted, beside, excepted
from search.questions.replies import given
from search.questions.wording.intents import Intent


@pytest.mark.parametrize(
    ("question", "rest", "names"),
    [
        ("除了《梅河船歌》还拍过哪些纪录片", "拍过哪些纪录片", ("梅河船歌",)),
        ("2020年除抖音号、微博以外，还有哪些账号", "2020年有哪些账号", ("抖音号", "微博")),
        ("除了一等奖2017年还拿了啥", "2017年拿了啥", ("1等奖",)),
        ("除“好人榜”外其他栏目有哪些", "栏目有哪些", ("好人榜",)),
    ],
)
def test_what_is_left_out(question: str, rest: str, names: tuple[str, ...]) -> None:
    assert excepted(question) == Excepted(rest, names)


@pytest.mark.parametrize(
    "question", ["除尘车买了几辆", "拍过哪些纪录片", "除了广告收入多少", "除了2017年一等奖获奖作品还拿了啥"]
)
def test_nothing_is_left_out(question: str) -> None:
    assert excepted(question) is None


def _answer(*labels: str) -> Answer:
    items = [Item(year=2020, label=label, evidence=[]) for label in labels]
    return given("…", Intent.WORKS, "…。", items=items)


def test_an_answer_without_what_is_left_out() -> None:
    told = beside(_answer("守桥人", "梅河船歌第二季"), Excepted("", ("梅河船歌",)))
    assert [item.label for item in told.items] == ["守桥人"]
    assert told.answer == "除“梅河船歌”外：2020年守桥人。"


def test_nothing_else_is_told() -> None:
    told = beside(_answer("梅河船歌"), Excepted("", ("梅河船歌",)))
    assert told.answer is None
    assert told.reason == "除“梅河船歌”外，报告没有写到别的"
