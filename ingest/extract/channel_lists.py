"""Lists of channels that share one word: 新闻综合、公共、影视三个电视频道, 3套广播频率（新闻、交通、音乐）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.ownership import CHANNEL, PlatformSpan
from ingest.report import PlatformKind
from ingest.sentences import Span

_WORD = r"(?:电视|广播|自办)?(?P<word>频道|频率|广播)"
_NUMBER = r"(?:[一二两三四五六七八九十]|\d{1,2})\s?(?:个|套)"
_NAME = r"(?:(?![个套])[一-龥])"
_ITEMS = rf"(?P<items>{_NAME}{{2,10}}(?:(?:、|和|以及|及){_NAME}{{2,8}})+?)"
_LISTS = (
    # 新闻综合、公共、影视三个电视频道
    re.compile(rf"{_ITEMS}(?:等)?{_NUMBER}{_WORD}"),
    # 3个电视频道（新闻综合、公共、影视） · 三套频率：新闻、交通、音乐
    re.compile(rf"{_NUMBER}{_WORD}[（(：:—]+(?:分别(?:为|是)|即)?{_ITEMS}(?![一-龥、])"),
)
_ITEM = re.compile(r"[一-龥]+?(?=、|和|以及|及|$)")
_KINDS = {"频道": PlatformKind.TV, "频率": PlatformKind.RADIO, "广播": PlatformKind.RADIO}


def channel_lists(text: str, start: int, end: int) -> Iterator[tuple[Span, list[PlatformSpan]]]:
    """Yield each list in ``text[start:end]`` with its channels, whose names are completed by the word they share."""
    for pattern in _LISTS:
        for match in pattern.finditer(text, start, end):
            word = match["word"]
            channels = []
            for item in _ITEM.finditer(match["items"]):
                name = _channel(item.group())
                if name:
                    at = match.start("items") + item.end()
                    channels.append(PlatformSpan(at - len(name), at, name + word, _KINDS[word]))
            if len(channels) > 1:
                yield match.span(), channels


def _channel(words: str) -> str | None:
    """The name at the end of `words`: 开办新闻综合 → 新闻综合, None where it is no channel's name."""
    return next((words[cut:] for cut in range(len(words) - 1) if CHANNEL.match(words[cut:])), None)
