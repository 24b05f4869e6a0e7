"""Why two spellings are one entity: the first change of writing under which they are the same, and how sure that is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final, NamedTuple

from ingest.plain import simplified
from kg.entities import normalised


class Reason(NamedTuple):
    """`score` is 0 to 1; `text` is Chinese."""

    score: float
    text: str


_MARKS = re.compile(r"[《》〈〉“”‘’\"'「」『』\s]")
# 爱澜溪客户端 and 爱澜溪APP, 春潮系列 and 春潮, 粉丝数 and 粉丝: what says the kind, not the name.
_KIND_WORDS = re.compile(
    r"(?:官方|新闻|手机|移动)*(?:客户端|app|微信公众号|公众号|订阅号|服务号|微信|微博|抖音号|抖音|快手号|快手|头条号|视频号|网站|官网|网|系列|数量|总数|数)+$"
)
_STEPS: Final[tuple[tuple[float, str, Callable[[str], str]], ...]] = (
    (1.0, "全角与半角、大小写不同", lambda name: unicodedata.normalize("NFKC", name).casefold()),
    (1.0, "简体与繁体不同", simplified),
    (0.98, "引号、书名号或空格不同", lambda name: _MARKS.sub("", name)),
    (
        0.96,
        "间隔号、破折号等标点不同",
        lambda name: "".join(c for c in name if unicodedata.category(c)[0] not in "PZC"),
    ),
    (0.95, "汉字数字与阿拉伯数字不同", normalised),
    (0.9, "有无“客户端”“公众号”“系列”等类名", lambda name: _KIND_WORDS.sub("", name) or name),
)


def reason(one: str, other: str) -> Reason | None:
    """Return why both spellings are one entity by their writing alone, None where that does not make them one.

    The steps build on one another: of several differences the last, least sure one is told.
    """
    for score, text, plain in _STEPS:
        one, other = plain(one), plain(other)
        if one == other:
            return Reason(score, text)
    return None
