"""Characters that sound or look alike, as slips of a pinyin input method or of the eye give them."""

from __future__ import annotations

import os
from functools import cache, lru_cache
from itertools import takewhile
from types import ModuleType

_LOOK = (
    "己已巳 未末 土士 日曰 人入 天夭 戊戌戍 候侯 玉王 大太犬 千干于 毛手 贝见 今令 鸟乌 兔免 晴睛 喝渴 拔拨 竟竞 辩辨辫 "
    "暮幕慕墓 蓝篮 澜谰 蜡腊 沧苍 桃挑 湖胡 渡度 漂飘 峡狭 杨扬 梁粱 壁璧 部陪 微徽 形型 泽择 冶治 洒酒 风凤 师帅 宁宇 "
    "历厉 厅厂 问间 声生 博搏 栏拦 徒徙 析折 折拆 券卷 炙灸 茶荼 盲肓 祟崇 管菅 昂昴 密蜜 诚城 成戌 观现 视规 优忧 赢羸嬴 你您 暖暧 侍待 帐账 籍藉 拨拔 折拆 候侯"
).split()
HASTY = 2
"""Letters by which the readings of two characters that are mixed up may differ."""
_FLAT = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


@lru_cache(maxsize=16384)
def readings(char: str) -> frozenset[str]:
    """Return how a character may be read, without tones: 行 → xing, hang."""
    spoken = _dictionary()
    found = spoken.pinyin(char, style=spoken.Style.NORMAL, heteronym=True, errors="ignore")
    return frozenset(found[0]) if found else frozenset()


@cache
def _dictionary() -> ModuleType:
    # Opened at the first use, and without its phrases, which single characters have no need of: they take 50 MB.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    import pypinyin

    return pypinyin


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> bool:
    """Tell whether two characters sound the same, tones aside, or look alike."""
    if readings(one) & readings(other):
        return True
    return any(one in group and other in group for group in _LOOK)


@lru_cache(maxsize=65536)
def nearly(one: str, other: str) -> bool:
    """Tell whether two characters sound so near that many speakers take one for the other: zh and z, in and ing."""
    return alike(one, other) or bool({_flat(r) for r in readings(one)} & {_flat(r) for r in readings(other)})


def _flat(reading: str) -> str:
    for sharp, flat in _FLAT:
        reading = reading.replace(sharp, flat)
    return reading


@lru_cache(maxsize=65536)
def akin(one: str, other: str) -> bool:
    """Tell whether two characters begin alike and sound apart by no more than two letters, as a hasty ear mixes them up: 约 and 缘."""
    return nearly(one, other) or any(
        ours[0] == theirs[0] and _apart(ours, theirs) <= HASTY
        for ours in readings(one)
        for theirs in readings(other)
    )


def _apart(one: str, other: str) -> int:
    """Return how many letters of two readings, equal ends aside, must be changed."""
    head = agreeing(one, other)
    tail = agreeing(one[head:][::-1], other[head:][::-1])
    return max(len(one), len(other)) - head - tail


def agreeing(one: str, other: str) -> int:
    """Return how many characters two texts have alike at their heads."""
    alike_so_far = (a == b for a, b in zip(one, other, strict=False))
    return sum(takewhile(bool, alike_so_far))
