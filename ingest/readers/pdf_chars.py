"""The characters of one PDF page, each with its place and weight.

Coordinates are points as the page is shown (rotation undone), origin at the lower left, y upwards. The library is
called for every character of every page, so what is the same for a whole text object is asked once for it.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from ingest.readers.faces import heavy_face

# Some fonts map characters to radicals that look the same; those with no compatibility mapping in Unicode:
_RADICALS = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⺟⻳⻵",
        "民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙母龟龟",
        strict=False,
    )
)


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., int]:
    """Return a function of the library that takes and gives addresses as numbers.

    Numbers tell objects and fonts apart, and cost less than typed pointers, which count with a call or three for
    every character.
    """
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_UNICODE = _plain(raw.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
_BOX = _plain(raw.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_TEXT_OBJECT = _plain(raw.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_FONT = _plain(raw.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)
_RENDER_MODE = _plain(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)
_BOLD = re.compile("bold|heavy|black", re.I)


class Char(NamedTuple):
    """A visible character (or spaces) and where it stands."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool
    heavy: bool


@lru_cache(maxsize=16384)
def is_wide(text: str) -> bool:
    """Return whether a character is as wide as high: Chinese ones and their punctuation."""
    return len(text) == 1 and unicodedata.east_asian_width(text) in "WF"


def is_chinese(text: str) -> bool:
    """Return whether a character is a Chinese one or punctuation set as wide as one."""
    return is_wide(text) or text in "“”‘’—…·"


@dataclass(frozen=True)
class Turn:
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


class _Look(NamedTuple):
    """What a text object's characters share."""

    bold: bool
    heavy: bool
    unmapped: bool
    """The font does not say what its characters are; told by the object's first one."""


class Characters:
    """Goes through a page's characters; None stands for a line end or space that the library made up."""

    def __init__(self, textpage: pdfium.PdfTextPage, turn: Turn) -> None:
        """Read `textpage`, whose page is turned by `turn`."""
        self._page = textpage
        self._turn = turn
        self._looks: dict[int, _Look] = {}
        self._faces: dict[int, tuple[bool, bool]] = {}
        """Whether the font at an address is bold, and whether heavy."""
        self.unmapped = 0
        """Characters of unknown meaning so far."""

    def __iter__(self) -> Iterator[Char | None]:
        """Yield the characters in the order in which the file draws them."""
        handle = self._page.raw
        address = ctypes.cast(handle, ctypes.c_void_p).value
        box = raw.FS_RECTF()
        where = ctypes.addressof(box)
        upright = self._turn.degrees == 0
        turned = self._turn.box
        x, y = self._turn.left, self._turn.bottom
        looks = self._looks
        high = 0
        for index in range(self._page.count_chars()):
            code = _UNICODE(address, index)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000:
                if not high:
                    continue
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
            high = 0
            # What the library makes up is white space.
            if code in _NOTHING or (code == 0x20 and raw.FPDFText_IsGenerated(handle, index) == 1):
                yield None
                continue
            if code > 0x10FFFF or not _BOX(address, index, where):
                continue
            key = _TEXT_OBJECT(address, index) or 0
            look = looks.get(key)
            if look is None:
                look = looks[key] = self._look(index, key)
            if look.unmapped or code == 0xFFFD or 0xE000 <= code < 0xF900:
                self.unmapped += 1
            char = _character(code)
            if upright:
                yield Char(
                    char, box.left - x, box.right - x, box.bottom - y, box.top - y, look.bold, look.heavy
                )
            else:
                left, bottom, right, top = turned(box.left, box.bottom, box.right, box.top)
                yield Char(char, left, right, bottom, top, look.bold, look.heavy)

    def _look(self, index: int, text_object: int) -> _Look:
        """Return what the text object (its address) looks like; `index` is that of its first character."""
        handle = self._page.raw
        font = _FONT(text_object) if text_object else 0
        face = self._faces.get(font)
        if face is None:
            buffer = ctypes.create_string_buffer(256)
            raw.FPDFText_GetFontInfo(handle, index, buffer, 256, ctypes.byref(ctypes.c_int()))
            name = _font_name(buffer.value)
            face = bool(_BOLD.search(name)), heavy_face(name)
            if font:
                self._faces[font] = face
        # Bold is made from a lighter font by drawing its outline too.
        stroked = bool(text_object) and _RENDER_MODE(text_object) == 2
        return _Look(stroked or face[0], face[1], raw.FPDFText_HasUnicodeMapError(handle, index) == 1)


_NOTHING = frozenset({0, 2, 10, 13, 0xFFFE})


@lru_cache(maxsize=1024)
def _font_name(data: bytes) -> str:
    """Return a font's name; Chinese ones come in UTF-8 or, from older programs, in GBK."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


@lru_cache(maxsize=16384)
def _character(code: int) -> str:
    """Return the character that was written: Kangxi radicals become the characters that they look like."""
    char = chr(code)
    if 0x2F00 <= code <= 0x2FDF:
        return unicodedata.normalize("NFKC", char)
    return _RADICALS.get(char, char) if 0x2E80 <= code <= 0x2EFF else char
