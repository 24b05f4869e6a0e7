"""One PDF page → segments: runs of text on one line with their place, size and weight; and its ruled lines.

Coordinates are points as the page is shown (rotation undone), origin at the lower left, y upwards.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from ingest.readers.faces import heavy_face

MAX_PATHS = 20_000
"""Drawn paths looked at on one page; what a table's borders take is far below."""
_GAP = 2.0
"""Empty space, in ems, from which two pieces of one line are apart (table columns, tab stops)."""
_SPACE = 0.5
"""Gap, in ems, from which a space that the PDF does not hold is one beside a Chinese character."""
# Some fonts map characters to radicals that look the same; those with no compatibility mapping in Unicode:
_RADICALS = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⺟⻳⻵",
        "民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙母龟龟",
        strict=False,
    )
)


@dataclass(frozen=True, slots=True)
class Char:
    """A visible character (or spaces) and where it stands."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool
    heavy: bool


@dataclass
class Segment:
    """Characters that follow each other on one line without a wide gap."""

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

    @property
    def bottom(self) -> float:
        """Lower edge: the median, so that a raised or tall character does not count."""
        return median(char.bottom for char in self.chars)

    @property
    def top(self) -> float:
        """Upper edge, likewise."""
        return median(char.top for char in self.chars)

    @property
    def middle(self) -> float:
        """Height at half the line."""
        return (self.bottom + self.top) / 2

    @property
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


def is_wide(text: str) -> bool:
    """Return whether a character is as wide as high: Chinese ones and their punctuation."""
    return len(text) == 1 and unicodedata.east_asian_width(text) in "WF"


def is_chinese(text: str) -> bool:
    """Return whether a character is a Chinese one or punctuation set as wide as one."""
    return is_wide(text) or text in "“”‘’—…·"


def read_page(page: pdfium.PdfPage, number: int) -> Page:
    """Return what `page` (1-based `number`) shows."""
    width, height = page.get_size()
    turn = _Turn(page.get_rotation(), *page.get_bbox())
    rules = list(_rules(page, turn, width, height))
    textpage = page.get_textpage()
    try:
        reader = _Characters(textpage, turn)
        segments = list(_segments(reader, [rule for rule in rules if rule.upright]))
    finally:
        textpage.close()
    return Page(number, width, height, segments, rules, reader.unmapped)


@dataclass(frozen=True)
class _Turn:
    """Maps page coordinates to those shown, for pages that are turned by quarters."""

    degrees: int
    left: float
    bottom: float
    right: float
    top: float

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return a box (left, bottom, right, top) as shown."""
        if self.degrees == 90:
            return bottom - self.bottom, self.right - right, top - self.bottom, self.right - left
        if self.degrees == 180:
            return self.right - right, self.top - top, self.right - left, self.top - bottom
        if self.degrees == 270:
            return self.top - top, left - self.left, self.top - bottom, right - self.left
        return left - self.left, bottom - self.bottom, right - self.left, top - self.bottom


class _Characters:
    """Goes through a page's characters; None stands for a line end or space that the library made up."""

    def __init__(self, textpage: pdfium.PdfTextPage, turn: _Turn) -> None:
        self._page = textpage
        self._turn = turn
        self._weights: dict[int | None, tuple[bool, bool]] = {}
        self.unmapped = 0

    def __iter__(self) -> Iterator[Char | None]:
        handle = self._page.raw
        box = raw.FS_RECTF()
        high = 0
        for index in range(self._page.count_chars()):
            code = raw.FPDFText_GetUnicode(handle, index)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000:
                if not high:
                    continue
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
            high = 0
            if raw.FPDFText_IsGenerated(handle, index) == 1 or code in {0, 2, 10, 13, 0xFFFE}:
                yield None
                continue
            if (
                code == 0xFFFD
                or 0xE000 <= code < 0xF900
                or raw.FPDFText_HasUnicodeMapError(handle, index) == 1
            ):
                self.unmapped += 1
            if code > 0x10FFFF or not raw.FPDFText_GetLooseCharBox(handle, index, ctypes.byref(box)):
                continue
            left, bottom, right, top = self._turn.box(box.left, box.bottom, box.right, box.top)
            bold, heavy = self._weight(index)
            yield Char(_character(code), left, right, bottom, top, bold, heavy)

    def _weight(self, index: int) -> tuple[bool, bool]:
        """Return whether the text object of a character is bold, and whether set in a heavy face."""
        text_object: Any = raw.FPDFText_GetTextObject(self._page.raw, index)
        key = ctypes.cast(text_object, ctypes.c_void_p).value
        if key not in self._weights:
            buffer = ctypes.create_string_buffer(256)
            flags = ctypes.c_int()
            raw.FPDFText_GetFontInfo(self._page.raw, index, buffer, 256, ctypes.byref(flags))
            name = _font_name(buffer.value)
            # Bold is made from a lighter font by drawing its outline too.
            stroked = bool(text_object) and raw.FPDFTextObj_GetTextRenderMode(text_object) == 2
            bold = stroked or bool(re.search("bold|heavy|black", name, re.I))
            self._weights[key] = bold, heavy_face(name)
        return self._weights[key]


def _font_name(data: bytes) -> str:
    """Return a font's name; Chinese ones come in UTF-8 or, from older programs, in GBK."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _character(code: int) -> str:
    """Return the character that was written: Kangxi radicals become the characters that they look like."""
    char = chr(code)
    if 0x2F00 <= code <= 0x2FDF:
        return unicodedata.normalize("NFKC", char)
    return _RADICALS.get(char, char) if 0x2E80 <= code <= 0x2EFF else char


def _segments(chars: _Characters, uprights: list[Rule]) -> Iterator[Segment]:
    current = Segment()
    spaces: list[Char] = []
    made_up = False
    for char in chars:
        if char is None:
            made_up = True
            continue
        if not char.text.strip():
            spaces.append(char)
            continue
        if current.chars:
            if _follows(current.chars[-1], spaces, char, uprights):
                _close_gap(current, spaces, char, made_up)
            else:
                yield current
                current = Segment()
        current.chars.append(char)
        spaces = []
        made_up = False
    if current.chars:
        yield current


def _follows(last: Char, spaces: list[Char], char: Char, uprights: list[Rule]) -> bool:
    """Return whether `char` goes on the line that `last` is on, with no wide gap and no ruled line between."""
    height = min(last.top - last.bottom, char.top - char.bottom)
    if min(last.top, char.top) - max(last.bottom, char.bottom) < 0.4 * height:
        return False
    em = max(last.top - last.bottom, char.top - char.bottom)
    reach = last.right
    for space in spaces:
        if space.left - reach < em:
            reach = max(reach, space.right)
    if char.left - reach > _GAP * em or char.left < last.left - 0.3 * em:
        return False
    middle = (char.top + char.bottom) / 2
    return not any(
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


def _rules(page: pdfium.PdfPage, turn: _Turn, width: float, height: float) -> Iterator[Rule]:
    """Yield the straight lines drawn on the page: thin boxes, and the edges of larger ones."""
    for count, item in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])):
        if count >= MAX_PATHS:
            return
        left, bottom, right, top = turn.box(*item.get_bounds())
        across, up = right - left, top - bottom
        if across > 0.95 * width and up > 0.95 * height:
            continue
        if up < 3 and across > 8:
            yield Rule(False, (top + bottom) / 2, left, right)
        elif across < 3 and up > 5:
            yield Rule(True, (left + right) / 2, bottom, top)
        elif across > 12 and up > 8 and raw.FPDFPath_CountSegments(item.raw) <= 6:
            yield Rule(False, top, left, right)
            yield Rule(False, bottom, left, right)
            yield Rule(True, left, bottom, top)
            yield Rule(True, right, bottom, top)
