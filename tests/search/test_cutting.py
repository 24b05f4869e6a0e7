"""Words are those of jieba itself."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.cutting import Cutter
from search.tokens import _jieba

TEXTS = (
    "临江市融媒体中心始终坚持正确舆论导向，全年刊播公益广告1260条次。",
    "“掌上临江”客户端用户突破38.4万人，同比增长45.2%，在抖音、快手等平台粉丝量超100万",
    "欧阳婉莹、司马长风采写的《麦浪里的新农人》获第三十四届新疆新闻奖一等奖",
    "５G＋4K／8k 超高清·AI主播“小江”C位出道 www.linjiang.cn v2.0_beta-1 #话题# a+b&c",
    "𠮷野家ㄅㄆひらがなカタカナ한국어Ελ\r\n換行\t製表 ——……%%..--",
    "亾亝亗丆丅", "的的的", "了", " ", "",
)  # fmt: skip
CHARACTERS = sorted({*"".join(TEXTS)})


@pytest.fixture(scope="module")
def cutter() -> Cutter:
    return Cutter(_jieba().FREQ)


@pytest.mark.parametrize("text", TEXTS)
def test_the_words_are_those_of_jieba(cutter: Cutter, text: str) -> None:
    for part in (text, *re.findall(r"[^，。、]+", text)):
        assert cutter.cut_for_search(part) == list(_jieba().cut_for_search(part))


@given(st.text(st.sampled_from(CHARACTERS) | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)))
def test_any_characters_are_cut_as_by_jieba(text: str) -> None:
    assert Cutter(_jieba().FREQ).cut_for_search(text) == list(_jieba().cut_for_search(text))
