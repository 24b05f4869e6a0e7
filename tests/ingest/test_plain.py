"""The plain view: one character for one, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.plain import plain, simplified

FORMS = (
    ("一是精品不多,二是用户(粉丝)少;", "一是精品不多，二是用户（粉丝）少；"),
    ("获奖10件,其中2件:《A》(2篇)", "获奖10件，其中2件：《A》（2篇）"),
    ("(1)加强策划", "（1）加强策划"),
    ("阅读量３８．４％，１，０００＋", "阅读量38.4%，1，000+"),
    ("「春潮」和『秋水』", "“春潮”和“秋水”"),
    ("1,046条 8:30 http://a.cn/?b=1,2 A(b)c", "1,046条 8:30 http://a.cn/?b=1,2 A(b)c"),
)


@pytest.mark.parametrize(("written", "expected"), FORMS)
def test_forms_of_one_sign(written: str, expected: str) -> None:
    assert plain(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("輿論引導、繁榮發展文化、安全刊播", "舆论引导、繁荣发展文化、安全刊播"),
        ("今後努力方向", "今后努力方向"),
        ("乾坤與乾淨，著作與跟著，顯著", "乾坤与干净，著作与跟着，显著"),
        ("廣播電視總枱衞視", "广播电视总台卫视"),
        ("已经是简体，乾坤、著作、慰藉", "已经是简体，乾坤、著作、慰藉"),
        ("ASCII only 123", "ASCII only 123"),
    ],
)
def test_simplified(written: str, expected: str) -> None:
    assert simplified(written) == expected


def test_a_stray_traditional_name_leaves_simplified_text_alone() -> None:
    text = "今年刊发了大量报道，取得了明显成效。" * 20 + "记者張藝謀。"
    assert plain(text) == text


CHARS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200)
NEAR = st.text(alphabet="後著乾衞臺裡廣播電視,;:?!()「」『』（），12３４．％甲乙a \n", max_size=80)


@given(st.one_of(CHARS, NEAR))
@settings(derandomize=True, max_examples=500, deadline=None)
def test_nothing_gets_longer_or_shorter(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert len(simplified(text)) == len(text)
