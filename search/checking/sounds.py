"""Characters that sound or look alike, as slips of a pinyin input method or of the eye give them."""

from __future__ import annotations

import os
from functools import cache, lru_cache
from types import ModuleType

_LOOK = (
    "己已巳 未末 土士 日曰 人入 天夭 戊戌戍 候侯 玉王 大太犬 千干于 毛手 贝见 今令 鸟乌 兔免 晴睛 喝渴 拔拨 竟竞 辩辨辫 "
    "暮幕慕墓 蓝篮 澜谰 蜡腊 沧苍 桃挑 湖胡 渡度 漂飘 峡狭 杨扬 梁粱 壁璧 部陪 微徽 形型 泽择 冶治 洒酒 风凤 师帅 宁宇 "
    "历厉 厅厂 问间 声生 博搏 栏拦 徒徙 析折 折拆 券卷 炙灸 茶荼 盲肓 祟崇 管菅 昂昴 密蜜 诚城 成戌 观现 视规 优忧 赢羸嬴 你您 暖暧 侍待 帐账 籍藉 拨拔 折拆 候侯"
).split()
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
