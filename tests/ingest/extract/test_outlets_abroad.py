"""Accounts and sites with foreign names, what is only said of one, and outlets behind a verb that goes on."""

from __future__ import annotations

import pytest

from tests.ingest.writing import platforms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Hello Jiangnan”账号粉丝增至38万，互动率3.8%。", [("Hello Jiangnan", "other")]),
        ("5月12日，英文账号Jiangnan Tonight开通，发布短视频312条。", [("Jiangnan Tonight", "other")]),
        ("已形成江南网和英文网站“iJiangnan”的传播矩阵。", [("江南网", "website"), ("iJiangnan", "website")]),
        ("海外账号“有粉丝、缺互动”，本土化表达能力有待加强。", []),
        ("报社运营着江南女性网，办着江南晨报。", [("江南女性网", "website"), ("江南晨报", "newspaper")]),
        ("《能源工匠》由双月刊改为月刊，首期于1月5日面世。", [("能源工匠", "magazine")]),
    ],
)
def test_outlets_with_foreign_names_and_behind_verbs(text: str, expected: list[tuple[str, str]]) -> None:
    assert platforms(text) == expected
