"""What is asked of a house itself: where it was founded, who wrote its name, which papers and magazines it has."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_TEXT = """岚原报业集团社会责任报告（2023年度）
一、前言
1.媒体概况
岚原日报是中共岚原市委机关报，1949年6月15日在柳河县桥头镇创刊，书法家沈墨林为岚原日报题写报名。集团现有岚原日报、岚原晚报、岚原画报、青年与写作4种报刊，岚原网、山风网2家网站。全媒体覆盖用户总数超1.5亿人次。
2.获奖情况
2件作品获第33届中国新闻奖，6件作品获岚原新闻奖。
二、政治责任
坚持正确导向。
三、服务责任
举办家装节。
四、合法经营责任
依法经营。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf([understand(_TEXT.encode(), "2023.txt")])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("在哪里创刊", ["柳河县桥头镇"]),
        ("报名是谁题的", ["沈墨林"]),
        ("旗下有哪些报刊", ["岚原日报", "岚原晚报", "岚原画报", "青年与写作"]),
        ("有哪些期刊", ["岚原画报", "青年与写作"]),
        ("用户总数有多少", ["1.5亿"]),
        ("获了几件中国新闻奖", ["2件"]),
    ],
)
def test_what_a_house_is(shelf: Shelf, question: str, told: list[str]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert answer.answer is not None
    assert all(part in answer.answer for part in told), answer.answer


def test_magazines_are_no_papers_and_users_no_followers(shelf: Shelf) -> None:
    magazines = ask(shelf, "有哪些期刊").answer
    assert magazines is not None
    assert "日报" not in magazines
    assert ask(shelf, "有多少粉丝").answer is None
