"""Whether two measures, or two subjects of figures, are called the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from kg.entities import normalised, outlet_of
from search.checking.slips import slip
from search.questions.wording.words import measure_words


def same_subject(one: str | None, other: str | None) -> float | None:
    """Return 1 for one subject, less where only one figure names its own, None for two different ones."""
    if one is None and other is None:
        return 0.6
    if one is None or other is None:
        return 0.1
    ours, theirs = normalised(one), normalised(other)
    if ours == theirs or ours in theirs or theirs in ours:
        return 1.0
    if (outlet := outlet_of(one)) is not None and outlet == outlet_of(other):
        # “溪上新闻”客户端 and 溪上新闻APP.
        return 1.0
    return 0.8 if slip(ours, theirs) or _in_order(*sorted((ours, theirs), key=len)) else None


def _in_order(short: str, long: str) -> bool:
    letters = iter(long)
    return len(short) >= 4 and all(letter in letters for letter in short)


_LEAD = re.compile(
    r"^(?:全年|累计|总|共|各类|各平台|年末|现有|全网|专栏|全部|在岗|在职|干部|先后|实现|开展|举办|组织|刊播|播发|刊发|发布)+"
)
_SORTS = re.compile("(?<=..)各[类种项级]")
_AMONG = re.compile(r"^.{2,}等(?![级奖候待于同])(?=[一-龥]{2})")
"""大学生村官等特约记者 counts 特约记者."""
_SHARE = re.compile("(?<=..)占[一-龥]{2,10}?的?(?:比重|比例|份额)$")
"""自采报道占发稿总量的比重 is 自采报道占比."""
_GOES_ON = re.compile("(?<=..)(?:覆盖|惠及|吸引|带动|走进|销售|服务)$")
"""48场助农直播覆盖12个市州 counts 助农直播."""
_NUMBER = re.compile(r"(?:总数|数量|(?<=..)(?:场次|次数|期数|件数|篇数|条数)|(?<![人次件篇期条场分指])数)$")


_BEHIND = re.compile("(?<=..)(?:首|首次|已|也|均|共|再|又|全年|今年|累计)+$")
"""粉丝首破300万: what belongs to the verb behind it."""


@lru_cache(maxsize=65536)
def core(name: str) -> str:
    """Return what a figure counts without the words that say only that it is counted."""
    name = _SHARE.sub("占比", name)
    plain = _AMONG.sub("", _NUMBER.sub("", _SORTS.sub("", _GOES_ON.sub("", normalised(name)))))
    plain = _BEHIND.sub("", plain) or plain
    return _LEAD.sub("", plain) or plain


@lru_cache(maxsize=65536)
def same_name(one: str, other: str) -> float:
    """Return how surely two names of measures name one, 0 to 1."""
    ours, theirs = core(one), core(other)
    if ours == theirs:
        return 1.0
    if theirs in measure_words().get(ours, ()) or ours in measure_words().get(theirs, ()):
        return 0.9
    short, long = sorted((ours, theirs), key=len)
    if long in (f"非{short}", f"未{short}"):
        # 非广告收入 is all but 广告收入.
        return 0.0
    if len(short) >= 2 and long.endswith(short):
        return 0.85
    if len(short) >= 2 and short in long:
        return 0.75
    return 0.7 * overlap(frozenset(ours), frozenset(theirs))


@lru_cache(maxsize=65536)
def pairs(text: str) -> frozenset[str]:
    """Return the pairs of characters that stand side by side in a text, without numbers."""
    plain = "".join(
        char for char in normalised(text) if not char.isdigit() and char not in "万亿千百年的了共"
    )
    return frozenset(one + other for one, other in pairwise(plain))


def overlap(one: Iterable[str], other: Iterable[str]) -> float:
    """Return the Dice overlap of two sets, 0 to 1."""
    ours, theirs = frozenset(one), frozenset(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0
