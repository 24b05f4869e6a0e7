"""When two names or titles are one: the comparisons that the matching rules are built of."""

from __future__ import annotations

import re
import unicodedata

_DROPPED = re.compile(r"[\s《》〈〉「」『』“”‘’＂\"'＇`]+")
_COUNTING = re.compile(r"(总?(数量|数|量))$")
_GROUPS = (
    "集团",
    "中心",
    "报社",
    "杂志社",
    "台",
    "总台",
    "电视台",
    "我台",
    "我社",
    "本报",
    "本台",
    "我们",
    "全台",
)


def plain(name: str) -> str:
    """Return `name` in NFKC and lower case, without quotation marks and white space."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", name)).lower()


def one_holds_other(one: str, other: str) -> bool:
    """Return whether one plain name contains the other; an empty name holds nothing."""
    one, other = plain(one), plain(other)
    return bool(one and other) and (one in other or other in one)


def _in_order(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)


def same_measure(one: str, other: str) -> bool:
    """Return whether two names of a figure agree: one contains the other, or both end in the same head.

    The head is the last two characters before 数, 量, 总数 …: 注册用户数 and 移动用户 agree, 用户 and 粉丝 do not.
    """
    if one_holds_other(one, other):
        return True
    heads = [_COUNTING.sub("", plain(name))[-2:] for name in (one, other)]
    return len(heads[0]) == 2 and heads[0] == heads[1]


def same_subject(one: str | None, other: str | None, media: str) -> bool:
    """Return whether two subjects of figures agree; None is the media itself, called `media`.

    They agree where one holds the other, or all its characters in order (澜溪发布公众号, 澜溪发布微信公众号).
    """
    if one is None or other is None:
        named = one if one is not None else other
        return named is None or plain(named) == plain(media) or plain(named) in _GROUPS
    if one_holds_other(one, other):
        return True
    short, long = sorted((plain(one), plain(other)), key=len)
    return len(short) >= 4 and _in_order(short, long)
