"""Lists of channels that share one word: 新闻综合、公共、影视三个电视频道, 3套广播频率（新闻、交通、音乐）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.ownership import CHANNEL, PlatformSpan
from ingest.numerals import chinese_number
from ingest.report import PlatformKind
from ingest.sentences import Span

_WORD = r"(?:电视|广播|自办)?(?P<word>频道|频率|广播)"
_NUMBER = r"(?P<number>[一二两三四五六七八九十]|\d{1,2})\s?(?:个|套)"
_NAME = r"(?:(?![个套])[一-龥])"
_ITEMS = rf"(?P<items>{_NAME}{{2,10}}(?:(?:、|和|以及|及){_NAME}{{2,8}})+?)"
_LISTS = (
    # 新闻综合、公共、影视三个电视频道
    re.compile(rf"{_ITEMS}(?:等)?{_NUMBER}{_WORD}"),
    # 3个电视频道（新闻综合、公共、影视） · 三套频率：新闻、交通、音乐
    re.compile(rf"{_NUMBER}{_WORD}[（(：:—]+(?:分别(?:为|是)|即)?{_ITEMS}(?![一-龥、])"),
)
_COUNTED = re.compile(rf"[个套]{_WORD}")
"""Stands in all of these, and is found far sooner than they."""
_ITEM = re.compile(r"[一-龥]+?(?=、|和|以及|及|$)")
_WORDS = ("频道", "频率", "广播", "之声", "卫视", "电台", "调频")
_STATIONS = ("台", "农广")
"""Ends of names that are complete without the shared word: 江南交通台 among 四套广播."""
_LEAD = re.compile(r".*(?:开办|开设|拥有|现有|设有|办有|包括|下设|有|为)(?=..)")
_KINDS = {"频道": PlatformKind.TV, "频率": PlatformKind.RADIO, "广播": PlatformKind.RADIO}


def channel_lists(text: str, start: int, end: int) -> Iterator[tuple[Span, list[PlatformSpan]]]:
    """Yield each list in ``text[start:end]`` with its channels, whose names are completed by the word they share."""
    if _COUNTED.search(text, start, end) is None:
        return
    for pattern in _LISTS:
        for match in pattern.finditer(text, start, end):
            items = list(_ITEM.finditer(match["items"]))
            word = _word(text, match["word"], [item.group() for item in items])
            channels = []
            # As many names as the number says: each is a channel, whatever it is called.
            counted = chinese_number(match["number"]) == len(items)
            for item in items:
                name = _channel(item.group(), counted, item is items[0])
                if name and item is items[0] and counted and len(items) > 1:
                    # 现办有江南新闻综合、江南公共生活…三个频道: as its neighbours are called.
                    house = _LEAD.sub("", item.group())
                    name = house if house[:2] == items[1].group()[:2] and house.endswith(name) else name
                elif counted and item is not items[0] and item.group().endswith(_WORDS):
                    # 新闻综合、都市调频、交通3套频率: complete without the shared word.
                    low, high = (match.start("items") + at for at in item.span())
                    channels.append(PlatformSpan(low, high, item.group(), _KINDS[word]))
                if name:
                    at = match.start("items") + item.end()
                    full = name if name.endswith(_STATIONS) else name + word
                    channels.append(PlatformSpan(at - len(name), at, full, _KINDS[word]))
            if len(channels) > 1:
                # 岭东卫视、都市生活、少儿频道3个频道: the first, complete, is read as any name is.
                begin = match.start("items") + items[1].start()
                alone = counted and items[0].group().endswith(_WORDS) and match.start() < begin
                yield (begin if alone else match.start(), match.end()), channels


def _word(text: str, word: str, names: list[str]) -> str:
    """新闻、农村2套广播频率, elsewhere 农村广播: the word by which the report calls one of them."""
    if word != "频率" or any(name + word in text for name in names):
        return word
    return "广播" if any(re.search(rf"{name[-2:]}广播(?!频率)", text) for name in names[1:]) else word


def _channel(words: str, counted: bool, first: bool) -> str | None:
    """The name at the end of `words`: 开办新闻综合 → 新闻综合; None where it is no channel's name."""
    if words.endswith(_WORDS):
        # 新闻综合广播、交通音乐广播2套频率: complete without the shared word.
        return None
    if counted and not first:
        return words
    known = next((words[cut:] for cut in range(len(words) - 1) if CHANNEL.match(words[cut:])), None)
    return known or (_LEAD.sub("", words) if counted else None)
