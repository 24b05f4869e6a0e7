"""One PDF page → segments: runs of text on one line with their place, size and weight; and its ruled lines.

Coordinates are points as the page is shown (rotation undone), origin at the lower left, y upwards.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from ingest.readers.pdf_chars import Char, Characters, Turn, is_chinese, is_wide

MAX_PATHS = 20_000
"""Drawn paths looked at on one page; what a table's borders take is far below."""
_DEEPEST = 15
"""Forms inside forms that are looked into."""
_TOUCH = 0.4
"""Points, up to which characters stand right beside one another, or at one height."""
_GAP = 2.0
"""Empty space, in ems, from which two pieces of one line are apart (table columns, tab stops)."""
_SPACE = 0.5
"""Gap, in ems, from which a space that the PDF does not hold is one beside a Chinese character."""


@dataclass
class Segment:
    """Characters that follow each other on one line without a wide gap. Measured only once it is whole."""

    chars: list[Char] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text, as shown."""
        return "".join(char.text for char in self.chars)

    @property
    def left(self) -> float:
        """Left edge of the first character."""
        return self.chars[0].left

    @property
    def right(self) -> float:
        """Right edge of the last character."""
        return self.chars[-1].right

    @cached_property
    def bottom(self) -> float:
        """Lower edge: the median, so that a raised or tall character does not count."""
        return median(char.bottom for char in self.chars)

    @cached_property
    def top(self) -> float:
        """Upper edge, likewise."""
        return median(char.top for char in self.chars)

    @cached_property
    def middle(self) -> float:
        """Height at half the line."""
        return (self.bottom + self.top) / 2

    @cached_property
    def em(self) -> float:
        """Size: the width of a Chinese character where there is one, else about the height."""
        wide = [char.right - char.left for char in self.chars if is_wide(char.text)]
        return median(wide) if wide else (self.top - self.bottom) * 1.05


@dataclass(frozen=True)
class Rule:
    """A drawn straight line: along x at height `at`, or (`upright`) along y at x `at`, from `low` to `high`."""

    upright: bool
    at: float
    low: float
    high: float


@dataclass
class Page:
    """What a page shows, in the order in which the file draws it."""

    number: int
    width: float
    height: float
    segments: list[Segment]
    rules: list[Rule]
    unmapped: int = 0
    """Characters whose font does not say what they are."""


def read_page(page: pdfium.PdfPage, number: int) -> Page:
    """Return what `page` (1-based `number`) shows."""
    width, height = page.get_size()
    turn = Turn(page.get_rotation(), *page.get_bbox())
    rules = list(_rules(page, turn, width, height))
    textpage = page.get_textpage()
    try:
        reader = Characters(textpage, turn)
        uprights = [rule for rule in rules if rule.upright]
        segments = list(_in_order(_segments(reader, uprights), uprights))
    finally:
        textpage.close()
    return Page(number, width, height, segments, rules, reader.unmapped)


def _segments(chars: Characters, uprights: list[Rule]) -> Iterator[Segment]:
    current = Segment()
    spaces: list[Char] = []
    made_up = False
    last: Char | None = None
    for char in chars:
        if char is None:
            made_up = True
            continue
        if char.text.isspace():
            spaces.append(char)
            continue
        if last is not None:
            # Most characters stand right beside the last one at one height, with no room for a ruled line.
            if (
                -_TOUCH < char.left - last.right < _TOUCH
                and -_TOUCH < char.bottom - last.bottom < _TOUCH
                and -_TOUCH < char.top - last.top < _TOUCH
                and not spaces
                and not made_up
            ):
                current.chars.append(char)
                last = char
                continue
            if _follows(last, spaces, char, uprights):
                _close_gap(current, spaces, char, made_up)
            else:
                yield current
                current = Segment()
        current.chars.append(char)
        last = char
        spaces = []
        made_up = False
    if current.chars:
        yield current


def _in_order(segments: Iterator[Segment], uprights: list[Rule]) -> Iterator[Segment]:
    """Set characters that were drawn out of order in their place of the line.

    Where a font lacks a character (often “ and ”), programs draw what they take from another font before or after
    the rest of the line, so that the line comes in pieces that lie within one another.
    """
    line: list[Segment] = []
    for segment in segments:
        if line and not _level(line[0].chars[0], segment.chars[0]):
            yield from _line_in_order(line, uprights)
            line = []
        line.append(segment)
    yield from _line_in_order(line, uprights)


def _line_in_order(line: list[Segment], uprights: list[Rule]) -> Iterator[Segment]:
    if all(one.right <= other.left + 1 for one, other in pairwise(line)):
        yield from line
        return
    chars = sorted(
        (char for segment in line for char in segment.chars if char.text.strip()), key=lambda char: char.left
    )
    if any(one.right - other.left > 0.5 * (one.right - one.left) for one, other in pairwise(chars)):
        # Printed over each other: no order of ours would be better.
        yield from line
        return
    current = Segment()
    for char in chars:
        if current.chars and not _follows(current.chars[-1], [], char, uprights):
            yield current
            current = Segment()
        elif current.chars:
            _close_gap(current, [], char, made_up=True)
        current.chars.append(char)
    if current.chars:
        yield current


def _level(one: Char, other: Char) -> bool:
    """Return whether two characters stand on one line."""
    height = min(one.top - one.bottom, other.top - other.bottom)
    return min(one.top, other.top) - max(one.bottom, other.bottom) >= 0.4 * height


def _follows(last: Char, spaces: list[Char], char: Char, uprights: list[Rule]) -> bool:
    """Return whether `char` goes on the line that `last` is on, with no wide gap and no ruled line between."""
    if not _level(last, char):
        return False
    em = max(last.top - last.bottom, char.top - char.bottom)
    reach = last.right
    for space in spaces:
        if space.left - reach < em:
            reach = max(reach, space.right)
    if char.left - reach > _GAP * em or char.left < last.left - 0.3 * em:
        return False
    middle = (char.top + char.bottom) / 2
    return not uprights or not any(
        last.right - 1 <= rule.at <= char.left + 1 and rule.low <= middle <= rule.high for rule in uprights
    )


def _close_gap(current: Segment, spaces: list[Char], char: Char, made_up: bool) -> None:
    """Put the space between `current` and `char` that the author wrote, or that only the gap tells of."""
    last = current.chars[-1]
    if spaces:
        current.chars += spaces
    elif made_up or char.left - last.right > _SPACE * (char.top - char.bottom):
        beside_chinese = is_chinese(last.text) or is_chinese(char.text)
        least = _SPACE if beside_chinese else 0.1
        if char.left - last.right > least * (char.top - char.bottom):
            current.chars.append(
                Char(" ", last.right, char.left, last.bottom, last.top, last.bold, last.heavy)
            )


def _rules(page: pdfium.PdfPage, turn: Turn, width: float, height: float) -> Iterator[Rule]:
    """Yield the straight lines drawn on the page: thin boxes, and the edges of larger ones."""
    edges = [ctypes.c_float() for _ in range(4)]
    places = [ctypes.byref(edge) for edge in edges]
    for count, item in enumerate(_paths(page)):
        if count >= MAX_PATHS:
            return
        if not raw.FPDFPageObj_GetBounds(item, *places):
            continue
        left, bottom, right, top = turn.box(*(edge.value for edge in edges))
        across, up = right - left, top - bottom
        if across > 0.95 * width and up > 0.95 * height:
            continue
        if up < 3 and across > 8:
            yield Rule(False, (top + bottom) / 2, left, right)
        elif across < 3 and up > 5:
            yield Rule(True, (left + right) / 2, bottom, top)
        elif across > 12 and up > 8 and raw.FPDFPath_CountSegments(item) <= 6:
            yield Rule(False, top, left, right)
            yield Rule(False, bottom, left, right)
            yield Rule(True, left, bottom, top)
            yield Rule(True, right, bottom, top)


def _paths(page: pdfium.PdfPage, form: Any = None, level: int = 0) -> Iterator[Any]:
    """Yield the paths drawn on a page, also those inside of forms. Most objects are text, and cost one call each."""
    count_of = raw.FPDFFormObj_CountObjects if form else raw.FPDFPage_CountObjects
    object_at = raw.FPDFFormObj_GetObject if form else raw.FPDFPage_GetObject
    parent = form or page.raw
    for index in range(max(0, count_of(parent))):
        item = object_at(parent, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield item
        elif kind == raw.FPDF_PAGEOBJ_FORM and level < _DEEPEST:
            yield from _paths(page, item, level + 1)
