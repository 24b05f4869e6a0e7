from __future__ import annotations

import pytest

from search.questions.wording.english import in_chinese


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("What share of revenue came from the website in 2017?", "网站经营收入占比多少 2017年?"),
        ("How much tax did the broadcaster pay in 2019?", "多少纳税 2019年?"),
        ("How many villages were covered by the hotlines?", "多少村覆盖热线?"),
        ("What was the library's satisfaction rate?", "图书馆满意率?"),
        ("When was the press museum planned?", "什么时候press博物馆打算?"),
        ("When did 《江声》 first go on air?", "什么时候 《江声》 开播?"),
        ("How many requests were accepted in March 2022?", "多少诉求受理3月 2022年?"),
        ("Number of villages covered by the hotlines", "多少村覆盖热线"),
        ("How many articles did the public-opinion institute write?", "多少稿件舆情研究院write?"),
        ("How many followers did the Douyin account 江上视频 have?", "多少粉丝江上视频抖音号 ?"),
        ("What did the documentary 《江声》 cost?", " 《江声》 花费多少钱?"),
    ],
    ids=[
        "a part of",
        "a verb that says nothing",
        "plurals and the past",
        "possessive",
        "unknown word kept",
        "first",
        "a month",
        "no word of asking",
        "a hyphen",
        "the kind before the name",
        "what it cost",
    ],
)
def test_inflected_words_are_put_into_chinese(asked: str, chinese: str) -> None:
    assert in_chinese(asked) == chinese


def test_a_name_that_the_reports_have_in_latin_letters_stays() -> None:
    told = "梅河台开通meihetoday账号"
    assert "Meihe Today" in in_chinese("How many followers did the Meihe Today account have?", told)
    assert in_chinese("Where is Meihe?", told) == "在哪里梅河?"


def test_names_in_a_chinese_question_stay() -> None:
    assert in_chinese("APP和H5有多少用户") == "APP和H5有多少用户"
