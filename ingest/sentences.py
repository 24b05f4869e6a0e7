"""Where sentences and clauses begin and end in Chinese running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_SENTENCE_ENDS = "。！？!?\n"
_CLOSERS = "”’」』）)》〉】\"'"
_OPENING = {
    "《": "》",
    "“": "”",
    "（": "）",
    "(": ")",
    "「": "」",
    "『": "』",
    "【": "】",
    "‘": "’",
    "〈": "〉",
}
# A quotation that is never closed must not swallow the rest of the paragraph.
_LONGEST_QUOTATION = 120

Span = tuple[int, int]
"""(start, end): code-point offsets, end exclusive."""


_CHINESE_BEFORE = re.compile(r"[一-龥”）)》%％\"]")
_LATIN_AFTER = re.compile(r"[A-Za-z0-9]")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
"""The comma inside of a figure, which ends nothing: 4,860条."""


def _is_full_stop(text: str, at: int) -> bool:
    """Tell whether the half-width point at `at` ends a sentence: after 汉字, a bracket or %, before no digit or letter."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(_CHINESE_BEFORE.match(before)) and not _LATIN_AFTER.match(after)


@cache
def _telling(marks: str) -> re.Pattern[str]:
    """Matches a character at which `_split` has to decide: a mark, a line end, what opens or closes a quotation."""
    characters = {*marks, "\n", ".", *_OPENING, *_OPENING.values()}
    return re.compile("[" + re.escape("".join(sorted(characters))) + "]")


def _split(text: str, start: int, end: int, marks: str) -> Iterator[Span]:
    begin = start
    closing: list[str] = []
    # Only these characters end or open anything.
    for found in _telling(marks).finditer(text, start, end):
        position, char = found.start(), found.group()
        if position < begin:
            # A mark that closes the sentence before.
            continue
        if char == "\n":
            closing.clear()
        elif closing and char == closing[-1]:
            closing.pop()
        elif char in _OPENING:
            partner = text.find(_OPENING[char], position + 1, min(end, position + _LONGEST_QUOTATION))
            if partner != -1 and "\n" not in text[position:partner]:
                closing.append(_OPENING[char])
        if (
            (char in marks and not (char == "," and THOUSANDS.match(text, position)))
            or (char == "." and "。" in marks and _is_full_stop(text, position))
        ) and not closing:
            position += 1
            while char != "\n" and position < end and text[position] in _CLOSERS + marks:
                if text[position] == "\n":
                    break
                if text[position] in "\"'" and text.count(text[position], begin, position) % 2 == 0:
                    # A straight mark closes only what stands open: 。"新" opens the next sentence.
                    break
                position += 1
            yield begin, position
            begin = position
    if begin < end:
        yield begin, end


def _trimmed(text: str, spans: Iterator[Span]) -> Iterator[Span]:
    for start, end in spans:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield start, end


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the sentences of ``text[start:end]`` with their closing mark, white space trimmed.

    A line end always ends a sentence; 。！？ end one unless they stand inside 《》, “” or brackets. Nothing but
    white space lies between two sentences.
    """
    return list(_trimmed(text, _split(text, start, len(text) if end is None else end, _SENTENCE_ENDS)))


def clauses(text: str, start: int, end: int, marks: str = "；;。！？!?\n") -> list[Span]:
    """Return the parts of ``text[start:end]`` that `marks` separate outside quotations, marks included."""
    return list(_trimmed(text, _split(text, start, end, marks)))


def strip_marks(text: str, start: int, end: int, marks: str = "；;。，,、：: \t\n　") -> Span:
    """Return the span without the given marks at either end."""
    while start < end and text[start] in marks:
        start += 1
    while end > start and (
        text[end - 1] in marks or (text[end - 1] == "." and "。" in marks and _is_full_stop(text, end - 1))
    ):
        end -= 1
    return start, end
