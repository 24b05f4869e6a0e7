"""Whether one spelling is a slip for another: a homophone, one wrong, missing, doubled or displaced character."""

from __future__ import annotations

import re
from functools import lru_cache

from search.checking.sounds import agreeing, alike, nearly

SOUNDING, OTHER, LOST = 3, 4, 5
"""Characters that a name must have at least to be taken for another with one homophone, with any one wrong character,
or with one missing or added."""
SHORT = 5
"""Characters up to which a name with one wrong character may well be another name."""
_SERIES = (
    frozenset("0123456789一二三四五六七八九十百千万〇零两首"),
    frozenset("上中下前后左右内外"),
    frozenset("春夏秋冬"),
    frozenset("东西南北中"),
    frozenset("甲乙丙丁"),
    frozenset("大小老新旧少青"),
    frozenset("男女"),
    frozenset("秒分刻时"),
    frozenset("早中晚午夜日周月年季"),
    frozenset("省市县区乡镇村州国"),
)
"""Characters that tell members of a series apart: 第二年 and 第三年, 日报 and 晚报, 省 and 市."""


@lru_cache(maxsize=65536)
def slip(said: str, name: str) -> bool:
    """Tell whether `said` looks like a slip for `name`."""
    if said == name or abs(len(said) - len(name)) > 1 or min(len(said), len(name)) < SOUNDING:
        return False
    if len(said) != len(name):
        return lost(said, name)
    apart = [(a, b) for a, b in zip(said, name, strict=True) if a != b]
    if len(apart) == 1:
        pair = apart[0]
        if all(char.isascii() and char.isalpha() for char in pair):
            return len(name) >= OTHER
        if serial(*pair) or not all("一" <= char <= "鿿" for char in pair):
            return False
        return nearly(*pair) or len(name) >= OTHER
    if len(apart) > 2:
        # The same characters in another order: 《下乡主播记》 for 《主播下乡记》.
        return len(name) > SHORT - 1 and sorted(said) == sorted(name)
    if len(apart) == 2:
        # Two characters changed places, or both sound alike.
        (a, b), (c, d) = apart
        if all(char.isascii() and char.isalpha() for char in (a, b, c, d)):
            # “温暖的BaoBei” for “温暖的BaoBao”.
            return len(name) > SHORT
        swapped = (a, b) == (d, c) and not serial(a, b)
        return (swapped and len(name) > SOUNDING) or (alike(a, b) and alike(c, d) and len(name) > SOUNDING)
    return False


def serial(one: str, other: str) -> bool:
    """Tell whether two characters only tell members of a series apart: 二 and 三, 日 and 晚."""
    return any(one in series and other in series for series in _SERIES)


def padded(said: str, name: str) -> bool:
    """Tell whether two names differ by nothing but words that join: 《指尖上的绛湾》 for 《指尖绛湾》."""
    bare = _JOINING.sub("", name)
    return said != name and len(bare) >= _TELLING and _JOINING.sub("", said) == bare


_JOINING = re.compile("[上里中]?的|之|与|和")
_TELLING = 4
"""Characters that two names must share, joining words aside."""


def lost(said: str, name: str) -> bool:
    """Tell whether one of two names is the other with one character more, somewhere inside."""
    short, long = sorted((said, name), key=len)
    if len(long) - len(short) != 1 or len(short) < LOST - 1:
        return False
    at = agreeing(short, long)
    return (
        short[at:] == long[at + 1 :]
        and not any(long[at] in series for series in _SERIES)
        and "一" <= long[at] <= "鿿"
    )


def apart_by_sound(said: str, name: str) -> bool:
    """Tell whether two names differ in characters that sound or look alike alone."""
    return len(said) == len(name) and all(a == b or alike(a, b) for a, b in zip(said, name, strict=True))
