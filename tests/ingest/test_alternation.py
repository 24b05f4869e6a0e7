import itertools
import re

import pytest

from ingest.alternation import by_letter, one_of
from ingest.dates import _FULL_DATE


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
    ("pattern", "lettered"),
    [
        ("得奖|[登站]上", "(?:得奖|登上|站上)"),
        ("(?:赫然|均)?在列", "(?:赫然在列|均在列|在列)"),
        ("(?<!不)把(?=奖)", "(?:把(?<!不把)(?=奖))"),
        ("(?<=[奖军])[获摘]得?", "(?:获(?<=[奖军]获)得?|摘(?<=[奖军]摘)得?)"),
        ("(?<=奖|军)获|^被?记", "(?:获(?<=奖获|军获)|被(?<=^被)记|记(?<=^记))"),
        ("(?:日报|(?<!快)讯)[》）]?$", "(?:日报|讯(?<!快讯))[》）]?$"),
        ("(?:已|[约近])+$", "(?:已|约|近)(?:已|[约近])*$"),
        ("[.．]标题", "(?:\\.标题|．标题)"),
    ],
)
def test_alternatives_begin_with_a_letter(pattern: str, lettered: str) -> None:
    assert by_letter(pattern).pattern == lettered


@pytest.mark.parametrize(
    "pattern", [r".*奖", r"\d+件", "[一-龥]{2}奖", "(?:全|各)*奖", "(?:获|荣)+奖", "[^，]奖", "(?=奖).奖"]
)
def test_what_may_begin_with_anything_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="letter"):
        by_letter(f"得奖|{pattern}")


@pytest.mark.parametrize(
    "pattern",
    [
        "获|(?:荣|喜)?获得|(?<!不)[把将](?=奖)|被?评为|(?<=一二)等",
        "(?:日[晚早]?报|(?<=[国省])台|[全本]社)(?:的)?$",
        "^[一二]是|其[一二]",
        "(?:获|[荣喜]|得不)+[把将]",
    ],
)
def test_by_letter_the_same_is_matched(pattern: str) -> None:
    lettered = by_letter(pattern)
    letters = "获荣喜得不把将奖被评为一二等日晚早报国省台全本社的是其"
    for length in range(1, 4):
        for text in map("".join, itertools.product(letters, repeat=length)):
            found = [match.span() for match in lettered.finditer(text)]
            assert found == [match.span() for match in re.finditer(pattern, text)], text


def test_the_look_at_the_first_character_hides_nothing() -> None:
    pattern = _FULL_DATE.pattern
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
