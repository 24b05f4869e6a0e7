"""What a question is led by that says why it is asked."""

from __future__ import annotations

import pytest

from search.questions.wording.leading import unled


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("请核一下：2018年全年经营收入较2017年增长百分之几", "2018年全年经营收入较2017年增长百分之几"),
        ("写经营一章要用：2014年广告收入比上年跌了百分之几", "2014年广告收入比上年跌了百分之几"),
        ("准备写文艺板块，想查《早春》第一季总共播了几期", "《早春》第一季总共播了几期"),
        ("周年材料里要交代：报纸每期印多少份", "报纸每期印多少份"),
        ("领导问起，今年办了几场", "今年办了几场"),
        ("报纸越来越薄了，2016年每天比2013年少出几个版", "报纸2016年每天比2013年少出几个版"),
        ("写人文关怀那节想引用，帮了多少个困难家庭", "帮了多少个困难家庭"),
        ("核对一下数字——2021年经营收入是多少", "2021年经营收入是多少"),
        ("顺便问一句，热线几条", "热线几条"),
        ("想问下，台里每年创收多少", "台里每年创收多少"),
    ],
)
def test_a_lead_is_no_part_of_what_is_sought(question: str, expected: str) -> None:
    assert unled(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "发行量：2019年是多少",
        "疫情一来，大活动少办了几场",
        "印厂年年亏，2019年是怎么翻过身来的？",
        "编了材料的记者，一共几个",
        "写稿子最多的是谁",
        "微公益平台，2019年募了多少",
    ],
)
def test_what_says_of_what_or_when_is_asked_is_none(question: str) -> None:
    assert unled(question) == question
