import re

import pytest

from ingest.alternation import one_of
from ingest.dates import _FULL_DATE
from ingest.number_words import SET_PHRASE


def test_words_that_begin_alike_stand_together() -> None:
    assert one_of(["播出", "播放", "发布"]) == "播(?:出|放)|发布"


def test_the_longest_word_is_matched() -> None:
    pattern = re.compile(one_of(["微信", "微信公众号", "微博", "公众号"]))
    assert pattern.findall("江南微信公众号、微信、微博和公众号") == ["微信公众号", "微信", "微博", "公众号"]


def test_a_word_of_one_character_and_marks() -> None:
    pattern = re.compile(one_of(["人", "人次", "人/次", "%", "+"]))
    assert pattern.findall("3人次4人5人/次6%7+") == ["人次", "人", "人/次", "%", "+"]


def test_what_follows_a_word_is_of_that_word_alone() -> None:
    pattern = re.compile(one_of(["期", "期刊", "集"], lambda word: "(?!工程)" if word == "期" else ""))
    assert pattern.findall("二期工程，三期，四集工程，五期刊") == ["期", "集", "期刊"]


@pytest.mark.parametrize(
    "pattern",
    [SET_PHRASE.pattern, _FULL_DATE.pattern],
    ids=["set phrases", "dates"],
)
def test_the_look_at_the_first_character_hides_nothing(pattern: str) -> None:
    everywhere = re.sub(r"\(\?=\[[^\]]*\]\)", "", pattern, count=1)
    assert everywhere != pattern
    # The source holds the words of every alternative, besides what stands for several.
    text = re.sub(r"[(?:)|<!=\[\]]", "", pattern) + "，".join(
        f"{first}{rest}"
        for first in "零〇一二两三四五六七八九十百千万亿12345首同当本去今元第特优佳金银铜荣获被入列"
        for rest in (
            "年3月5日",
            "月，",
            "等奖",
            "个“认同",
            "等作品",
            "年起，",
            "大",
            "会",
            "是一带一路",
            "为",
        )
    )
    found = [match.span() for match in re.finditer(pattern, text)]
    assert found == [match.span() for match in re.finditer(everywhere, text)]
    assert len(found) > 20
