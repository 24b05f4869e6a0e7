"""Lists of works and prizes: what is asked for by name is answered by names, or not at all."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_TEXT = """桐浦广播电视台社会责任报告（2022年度）
一、前言
全台现有职工240人。4件作品获省广播影视奖，其中一等奖1件；系列报道《稻香里的年轻人》获全国农业好新闻二等奖。
二、文化责任
纪录片《古渡口》在央视纪录频道播出。历时一年摄制的纪录片《守灯塔的人》登陆央视九套黄金时段。专题片《桐花开时》在本台播出。开设《桐浦纪事》专栏。《老渡工手记》专栏连载52期。周末节目《听见电影》为视障观众讲解影片24部。
三、后记
（一）不足
一是精品力作不多，全年仅两部作品登上央视；二是广播剧创作空白。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf([understand(_TEXT.encode(), "a.txt", "桐浦广播电视台", 2022)])


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("哪些片子上过央视", ["古渡口", "守灯塔的人"]),
        ("哪件作品拿过全国农业好新闻", ["稻香里的年轻人"]),
        ("盲人听电影的节目叫什么", ["听见电影"]),
    ],
)
def test_names_what_is_asked_for_by_name(shelf: Shelf, question: str, names: list[str]) -> None:
    answer = ask(shelf, question)
    assert all(name in (answer.answer or "") for name in names)
    sound(shelf, answer)


@pytest.mark.parametrize(
    "question",
    [
        "省广播影视奖一等奖作品叫什么",
        "拿省广播影视奖的是哪几件",
        "中国新闻奖获奖作品是哪几件",
        "哪部广播剧得了奖",
        "台里被评为哪些先进",
    ],
)
def test_what_is_only_counted_or_another_prize_names_nothing(shelf: Shelf, question: str) -> None:
    assert ask(shelf, question).answer is None


def test_a_list_keeps_to_what_is_done(shelf: Shelf) -> None:
    assert [item.label for item in ask(shelf, "哪些专栏连载").items] == ["老渡工手记"]
