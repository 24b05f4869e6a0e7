"""The plain view of a text: what understanding reads, one character for each character that the author wrote.

Traditional characters become simplified ones, 「」『』 become “”, full-width letters and digits become half-width
ones, and half-width punctuation between Chinese characters becomes full-width. Nothing gets longer or shorter, so
an offset into the view is an offset into the text: rules are written for one spelling, evidence keeps the author's.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ingest.readers.base import Document

if TYPE_CHECKING:
    from opencc import OpenCC

# “ and ” stand where a quotation opens and closes, however the author marks it; 《》 alone mark titles.
_MARKS = {"「": "“", "『": "“", "﹁": "“", "﹃": "“", "」": "”", "』": "”", "﹂": "”", "﹄": "”"}
_WIDE = {full: chr(ord(full) - 0xFEE0) for full in map(chr, [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF5B)])}
_WIDE = {char: half for char, half in _WIDE.items() if half.isalnum()} | {"％": "%", "＋": "+"}
_ONE_FOR_ONE = _MARKS | _WIDE
_OTHERWISE = re.compile(f"[{''.join(_ONE_FOR_ONE)}]")
"""What is written otherwise in the plain view, whatever stands beside it; most texts hold little of it."""
_TRADITIONAL_SHARE = 0.02
"""Share of characters that only traditional text has from which a text is taken for traditional.

Real traditional text has a quarter; names in simplified text (張藝謀, 昇) stay below a hundredth."""
_SAMPLE = 20_000
_HAN = "一-鿿"
_FULL_WIDTH = str.maketrans(",;:?!()", "，；：？！（）")
# 不多,二是…; 10件,其中…; (2023年度),在…; not 3,000, 8:30 or http://.
_MARK = re.compile(rf"[,;:?!](?:(?<=[{_HAN}”》）)】%][,;:?!])|(?=[{_HAN}“《（(【]))")
# 用户(粉丝), 《A》(2篇), (1)加强…: both brackets, or none.
_BRACKETS = re.compile(
    rf"\((?<=[{_HAN}”》%]\()[^()\n]{{0,60}}\)|\((?=[^()\n]{{0,60}}[{_HAN}])[^()\n]{{0,60}}\)|\([^()\n]{{0,60}}\)(?=[{_HAN}])"
)
_DECIMAL = re.compile(r"．(?<=\d．)(?=\d)")


def plain(text: str) -> str:
    """Return the plain view of `text`: as many code points, each in its place."""
    view = _OTHERWISE.sub(lambda match: _ONE_FOR_ONE[match.group()], text)
    if _share_of_traditional(view[:_SAMPLE]) > _TRADITIONAL_SHARE:
        view = simplified(view)
    view = _DECIMAL.sub(".", view)
    view = _MARK.sub(lambda match: match.group().translate(_FULL_WIDTH), view)
    return _BRACKETS.sub(lambda match: f"（{match.group()[1:-1]}）", view)


def plain_document(document: Document) -> Document:
    """Return `document` with its text and title in the plain view; the blocks stand where they stood."""
    text = plain(document.text)
    if text == document.text and document.title is None:
        return document
    title = None if document.title is None else plain(document.title)
    return document.model_copy(update={"text": text, "title": title})


def simplified(text: str) -> str:
    """Return `text` in simplified characters, as many code points, each in its place.

    By OpenCC's phrases where they keep the length (乾坤, 乾淨 → 乾坤, 干净), else character by character.
    """
    if not _rare().search(text):
        return text
    whole = _convert(text)
    if len(whole) == len(text):
        return whole
    return "".join(_same_length(line) for line in text.splitlines(keepends=True))


def _same_length(line: str) -> str:
    whole = _convert(line)
    return whole if len(whole) == len(line) else "".join(map(_character, line))


@lru_cache(maxsize=8192)
def _character(char: str) -> str:
    other = _convert(char)
    return other if len(other) == 1 else char


def _share_of_traditional(text: str) -> float:
    """Return how many of the characters of `text` (0 to 1) simplified text does not have."""
    if not _rare().search(text):
        return 0.0
    changed = sum(one != other for one, other in zip(text, simplified(text), strict=True))
    return changed / max(1, sum("一" <= char <= "\u9fff" for char in text))


@cache
def _rare() -> re.Pattern[str]:
    """Matches a Chinese character that GB 2312, the set of everyday simplified ones, does not hold, or should not."""
    everyday = bytes(byte for a in range(0xB0, 0xF8) for b in range(0xA1, 0xFF) for byte in (a, b))
    held = set(everyday.decode("gb2312", "ignore")) - set("後徵於夥菸麽")
    return re.compile(
        "[" + "".join(char for char in map(chr, range(0x4E00, 0xA000)) if char not in held) + "]"
    )


def _convert(text: str) -> str:
    for converter in _converters():
        text = converter.convert(text)
    return text


@cache
def _converters() -> tuple[OpenCC, ...]:
    """Taiwan's spelling (著 for 着), then what Hong Kong alone writes (衞); both know that of books before 1949."""
    from opencc import OpenCC

    return OpenCC("tw2s"), OpenCC("hk2s")
