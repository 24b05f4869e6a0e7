"""What stands in for fonts that a PDF names but does not hold.

PDFium asks the system for such a font, and leaves out every text object that takes no room in what it is given: on a machine
without Chinese fonts a character drawn by itself is lost, and elsewhere the outcome depends on which fonts there are.
So it is given `box.ttf`, always: one glyph, a box, for every character. Places and widths are the PDF's own.
"""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any

from pypdfium2 import raw

BOX = Path(__file__).with_name("box.ttf").read_bytes()
"""Our own: 656 bytes made by fontTools' FontBuilder, a rectangle for .notdef and for all characters (cmap format 13)."""
_HANDLE = 1
_DEFAULT_CHARSET = 1


def use_boxes() -> None:
    """Have PDFium take `box.ttf` for every font that a PDF does not hold, in this process, from now on."""
    raw.FPDF_SetSystemFontInfo(ctypes.byref(_INFO))


def _data(_info: Any, _font: Any, table: int, buffer: Any, size: int) -> int:
    """Return how long the font is, and write it where there is room; single tables are not asked for."""
    if table:
        return 0
    if buffer and size >= len(BOX):
        ctypes.memmove(buffer, BOX, len(BOX))
    return len(BOX)


_CALLS = {
    "MapFont": lambda *_: _HANDLE,
    "GetFont": lambda *_: _HANDLE,
    "GetFontData": _data,
    "GetFontCharset": lambda *_: _DEFAULT_CHARSET,
}
_TYPES = dict(raw.FPDF_SYSFONTINFO._fields_)
# Held here for as long as the process lives, as PDFium keeps no reference that Python knows of.
_INFO = raw.FPDF_SYSFONTINFO(version=1, **{name: _TYPES[name](call) for name, call in _CALLS.items()})
