"""Deeds of the kind that a promise asks for, in words of their own."""

from __future__ import annotations

import pytest

from search.tracing.phrases import plain
from search.tracing.remedies import MOST, remedied

OTHER = "慰问困难职工27人次，办公楼更换电梯两部"
MET = [
    ("电视频道摊子大、多而弱，要关停并转", "12月20日，影视文娱频道播完最后一档节目，停止播出"),
    ("晚报与商报选题撞车", "《晚报》自3月1日起休刊，人员转入移动端"),
    ("骨干跳槽，人心不稳", "首席编辑制4月施行，津贴每月2500元"),
    ("叫得响的作品屈指可数", "《老渡口》全网点击破亿，登上热搜"),
    ("融合还在“相加”，各唱各的调", "六个部门9月搬进同一平台，报网端合署办公"),
    ("原创稿件被人随便转载也不较真", "聘请律师发函31件，追索稿酬18万元"),
    ("会议消息冗长，文风枯燥", "头版千字以下的短稿占到八成"),
    ("视障听众的节目是空白", "《声音里的电影》口述影像节目每周一期"),
    ("一头靠广告，财政补助占大头", "研学、会展进账900万元"),
]
APART = [
    ("骨干跳槽，人心不稳", "《老渡口》全网点击破亿，登上热搜"),
    ("视障听众的节目是空白", "首席编辑制4月施行，津贴每月2500元"),
    ("会议消息冗长，文风枯燥", "研学、会展进账900万元"),
    # The deed's words in the promise, and the promise's in the deed, ask for nothing and meet nothing.
    ("首席编辑津贴提高到2500元", "骨干跳槽，人心不稳"),
]


def _remedied(promise: str, deed: str) -> float:
    return float(remedied([plain(promise)], [plain(deed), plain(OTHER)])[0, 0])


@pytest.mark.parametrize(("promise", "deed"), MET)
def test_a_deed_meets_what_asks_for_its_kind(promise: str, deed: str) -> None:
    assert 0 < _remedied(promise, deed) <= MOST


@pytest.mark.parametrize(("promise", "deed"), APART)
def test_a_deed_of_another_kind_meets_nothing(promise: str, deed: str) -> None:
    assert _remedied(promise, deed) == 0


def test_what_most_deeds_are_tells_less() -> None:
    fault, deed = plain("叫得响的作品屈指可数"), plain("短片点击破亿")
    rare = remedied([fault], [deed, *[plain(OTHER)] * 3])[0, 0]
    common = remedied([fault], [deed, *[plain("短片点击破万")] * 3])[0, 0]
    assert rare > common >= 0
