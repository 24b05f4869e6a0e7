"""Text cut into pieces, some of them marked; templates escape each piece."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width letters, figures and signs to their usual forms, one for one."""


class Piece(NamedTuple):
    """A stretch of text and whether it is marked."""

    text: str
    marked: bool


def pieces(text: str, spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """Return `text` in order, what lies in any of `spans` (offsets into it, end exclusive) marked."""
    found: list[Piece] = []
    at = 0
    for start, end in _merged(spans, len(text)):
        if start > at:
            found.append(Piece(text[at:start], False))
        found.append(Piece(text[start:end], True))
        at = end
    if at < len(text):
        found.append(Piece(text[at:], False))
    return found


def places(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where any of `words` stands in `text`; letters' case and width don't matter."""
    folded = _folded(text)
    found = []
    for word in words:
        wanted = _folded(word)
        at = folded.find(wanted) if wanted else -1
        while at >= 0:
            found.append((at, at + len(wanted)))
            at = folded.find(wanted, at + len(wanted))
    return found


def query_words(query: str) -> list[str]:
    """Return the words of a query that are worth marking: of two characters and more, or of letters and figures."""
    from search.tokens import words

    whole = query.strip().strip("《》“”\"'「」")
    found = [word for word in words(_folded(query)) if len(word) > 1 or word.isascii()]
    return list(dict.fromkeys([whole, *found]))


def number(value: float) -> str:
    """Return a figure as people read it: 163,000, 38.4, or 1.63 with no idle decimals."""
    if isinstance(value, int) or float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def _folded(text: str) -> str:
    # Of the same length as `text`, so that offsets hold: İ and its like lower to two characters and stay.
    wide = text.translate(WIDE)
    return "".join(low if len(low := char.lower()) == 1 else char for char in wide)


def _merged(spans: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start), min(end, length)) for start, end in spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
