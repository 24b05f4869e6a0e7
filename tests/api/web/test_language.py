"""Remarks of answers and comparisons, in English on the English pages."""

from __future__ import annotations

import pytest

from api.web.language import remark
from search.questions.asking import ask
from tests.search.questions.gold import gold_shelf, questions


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "没有2021年的报告；已入库的年度：2016年、2017年、2018年",
            "There is no report of 2021; years stored: 2016, 2017, 2018",
        ),
        ("2018年说的是“员工”，2020年说的是“在职职工”", "2018 says “员工”, 2020 says “在职职工”"),
        ("报告没有给出“发行量”这项数据", "The reports do not give the figure “发行量”"),
        ("没有人写过的话；2018年的报告没有提到", "没有人写过的话; the report of 2018 does not mention it"),
        ("", ""),
    ],
)
def test_remarks_in_english(chinese: str, english: str) -> None:
    assert remark(chinese, "en") == english
    assert remark(chinese, "zh") == chinese


@pytest.mark.parametrize("media", ["lanxi", "cangning", "luzhou"])
def test_what_answers_remark_has_english(media: str) -> None:
    shelf = gold_shelf(media)
    remarks = [ask(shelf, question["question"]).reason for question in questions(media)]
    parts = [part for told in remarks if told for part in told.split("；")]
    assert len(parts) > 5
    assert [part for part in parts if remark(part, "en") == part] == []
