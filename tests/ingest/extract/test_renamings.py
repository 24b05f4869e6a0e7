"""Outlets that go on under another name."""

from __future__ import annotations

import pytest

from ingest.extract.platforms import PlatformNames
from ingest.extract.renamings import extract_renamings
from ingest.titles import Titles
from tests.ingest.writing import HEAD, reading

KNOWN = "报社旗下有《江南日报》、“老江南”客户端、江南农村广播、“江南零距离”抖音号。"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("6月，“老江南”客户端更名为“新江南”客户端。", [("老江南客户端", "新江南客户端")]),
        ("“老江南”客户端6月1日更名为“新江南”。\n“新江南”客户端用户8万。", [("老江南客户端", "新江南客户端")]),
        ("原“老江南”客户端全新升级改版，并正式更名为“新江南”客户端。", [("老江南客户端", "新江南客户端")]),
        ("“新江南”客户端（原“老江南”客户端）4月焕新上线。", [("老江南客户端", "新江南客户端")]),
        ("江南乡村振兴广播由江南农村广播于3月更名而来。", [("江南农村广播", "江南乡村振兴广播")]),
        ("7月1日，《江南日报》更名为《今日江南》。", [("江南日报", "今日江南")]),
        ("“江南零距离”抖音号升级更名为“江南观察”抖音号。", [("江南零距离抖音号", "江南观察抖音号")]),
        ("“老江南”客户端、江南农村广播同步推出报道。", []),
        ("“老江南”客户端改版上线，用户8万。", []),
        ("《江南日报》的“项目现场”专栏更名为“项目进度”。", []),
    ],
)
def test_renamings(sentence: str, expected: list[tuple[str, str]]) -> None:
    text = reading(*HEAD, "一、前言", KNOWN, "二、政治责任", *sentence.split("\n"))
    titles = Titles(text)
    found = list(extract_renamings(text, PlatformNames(text, titles)))
    assert [(each.before, each.after) for each in found] == expected
    for each in found:
        assert text.text[each.evidence.start : each.evidence.end] == each.evidence.quote
