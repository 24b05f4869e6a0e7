"""What stands beside an item as evidence is not told a second time in what is said of it."""

from __future__ import annotations

import pytest

from api.words import status_alone
from ingest.report import Evidence
from search.answers import Item


def _evidence(quote: str) -> Evidence:
    return Evidence(media="沔阳融媒体中心", year=2022, report="0" * 16, quote=quote, start=0, end=len(quote))


@pytest.mark.parametrize(
    ("detail", "quotes", "told"),
    [
        (
            "后来的报告写到了落实（2022年报告写到：4月开播）",
            ["开办栏目", "4月开播。"],
            "后来的报告写到了落实",
        ),
        (
            "后来的报告写到了落实（2022年报告写到：4月开播）",
            ["开办栏目"],
            "后来的报告写到了落实（2022年报告写到：4月开播）",
        ),
        ("短视频（30秒）", ["《渡口》"], "短视频（30秒）"),
        ("一等奖", ["《渡口》获一等奖"], "一等奖"),
        (None, ["《渡口》"], None),
        ("", [], ""),
    ],
)
def test_sentences_are_told_once(detail: str | None, quotes: list[str], told: str | None) -> None:
    item = Item(year=2021, label="开办栏目", detail=detail, evidence=[_evidence(quote) for quote in quotes])
    assert status_alone(item) == told
