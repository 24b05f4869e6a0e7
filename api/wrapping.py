"""Lines of mixed Chinese and Latin text, broken by the cells that characters take on a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

NEVER_FIRST = "，。、；：？！％）》〉”’』」】〕…— "
NEVER_LAST = "（《〈“‘『「【〔"


def cells(text: str) -> int:
    """Return the cells that `text` takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def breaks(text: str, room: int) -> list[int]:
    """Return the offsets in `text` at which a new line starts, the first line left out.

    No line takes more than `room` cells, which must be at least 2. Words of letters and figures stay whole where
    they fit; punctuation that ends something starts no line, and what opens something ends none.
    """
    found: list[int] = []
    used = at = 0
    for piece in _pieces(text, room):
        taken = cells(piece)
        if used and used + taken > room:
            found.append(at)
            used = 0
        used += taken
        at += len(piece)
    return found


def wrapped(text: str, room: int) -> list[str]:
    """Return `text` in lines of at most `room` cells."""
    marks = [0, *breaks(text, room), len(text)]
    return [text[start:end].rstrip() for start, end in pairwise(marks)]


def _pieces(text: str, longest: int) -> Iterator[str]:
    """Yield what is not parted: characters with the punctuation around them, runs of ASCII, up to `longest` cells."""
    piece = ""
    for char in text:
        if piece and not (_together(piece[-1], char) and cells(piece) + cells(char) <= longest):
            yield piece
            piece = ""
        piece += char
    if piece:
        yield piece


def _together(last: str, char: str) -> bool:
    if last in NEVER_LAST or char in NEVER_FIRST:
        return True
    return last.isascii() and char.isascii() and not last.isspace()
