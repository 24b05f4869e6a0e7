"""The house called by its kind, for short: 电视台 of a 广播电视台."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf

REPORT = """岭东广播电视台社会责任报告（2021年度）
一、前言
岭东广播电视台建有岭东网络广播电视台，在职员工1486人。
二、政治责任
电视专题《最后的渡口》荣获第三十一届中国新闻奖二等奖，广播评论《“码”上加码何时休》获三等奖。岭东网络广播电视台用户62万。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf([understand(REPORT.encode(), "a.txt", "岭东广播电视台", 2021)])


@pytest.mark.parametrize("house", ["电视台", "广电台", "岭东广播电视台"])
def test_it_is_no_condition_on_what_is_asked_for(shelf: Shelf, house: str) -> None:
    found = {item.label for item in ask(shelf, f"2021年{house}得了哪些中国新闻奖").items}
    assert found == {"最后的渡口", "“码”上加码何时休"}


def test_an_outlet_that_ends_as_it_does_stays_one(shelf: Shelf) -> None:
    (users,) = ask(shelf, "网络广播电视台有多少用户").values
    assert users.value == 620_000
