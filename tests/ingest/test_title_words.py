"""What the words around a quoted name say where no cue does."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand

KINDS = [
    ("《街巷里》走近快递小哥、环卫工人、社区网格员，播出他们的故事97个。", "column"),
    ("《有事您说》受疫情影响改为线上录制，推出特别节目30期。", "column"),
    ("《路上有你》全年播报路况5.9万条。", "column"),
    ("《山那边的灯照亮了谁》上线当日刷屏，全网播放量1200万次。", "work"),
    ("《一把秧苗的旅行》打动网友，被多家央媒转发。", "work"),
    ("完善“三审三校”制度，坚持“开门办报”理念。", None),
]


@pytest.mark.parametrize(("sentence", "kind"), KINDS)
def test_a_name_in_no_known_form_is_told_by_its_words(sentence: str, kind: str | None) -> None:
    report = understand(f"青川广播电视台社会责任报告（2021年度）\n{sentence}".encode(), "a.txt")
    assert {fact.type for fact in report.facts if fact.type in {"work", "column"}} == (
        {kind} if kind else set()
    )
