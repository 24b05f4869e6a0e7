"""What every reader returns: one normalised text and the blocks it is made of."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from pydantic import BaseModel, ConfigDict

BlockKind = Literal["text", "heading", "row", "caption"]


class ReadingError(Exception):
    """A file cannot be read. The message is one line in Chinese and names the mend; it holds no path."""


class Block(BaseModel):
    """One paragraph, heading, table row or caption of a document.

    `start` and `end` are code-point offsets into `Document.text` (0-based, end exclusive); a block never
    holds its closing line end. A table row is one block; `cells_of` gives its cells.
    """

    model_config = ConfigDict(frozen=True)

    start: int
    end: int
    kind: BlockKind = "text"
    """`heading` only where the format itself says so (docx heading style, <h1>); txt only where it is Markdown; pdf never says it."""
    level: int | None = None
    """1-based level of a heading where the format gives one."""
    bold: bool = False
    """Every character of the block is bold: in many docx and html files that is how headings are made."""
    page: int | None = None
    """1-based page on which the block starts; only PDF has pages."""
    continued: tuple[int, ...] = ()
    """Of a row: columns (0-based) where the cell above reaches down, as far as the format says so."""


class Document(BaseModel):
    """One file's text (Unicode NFC, line ends ``\\n``, otherwise as the author wrote it) and its blocks in order."""

    model_config = ConfigDict(frozen=True)

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    """Title by the format's own metadata (html <title>, docx core properties); often wrong, a hint only."""
    notes: tuple[str, ...] = ()
    """Chinese one-line remarks on what could not be read whole (a broken page, a skipped part)."""
    incomplete: str | None = None
    """Why the file is known to hold a part of the article only, in one Chinese line that names the mend."""
    pages: tuple[int, ...] = ()
    """Offset at which each page starts (PDF), else empty: page 1 is `pages[0]`. A paragraph may run over a page's
    end, so a page can start inside a block; a page without text starts where the next one does."""


# Cells are set apart by one tab, or in a table typed in plain text by tabs, bars or at least two spaces.
_GAP = re.compile(r"\t|[ \u3000\xa0]*[|｜][ \u3000\xa0]*|[ \xa0]{2,}\u3000*|\u3000[ \xa0\u3000]+")


def cells_of(text: str, block: Block) -> list[tuple[int, int]]:
    """Return the spans of the cells of a table row (code points, white space around a cell left out)."""
    tabbed = "\t" in text[block.start : block.end]
    edges = [block.start]
    for gap in (re.compile("\t") if tabbed else _GAP).finditer(text, block.start, block.end):
        edges += gap.span()
    edges.append(block.end)
    return [_stripped(text, low, high) for low, high in zip(edges[::2], edges[1::2], strict=True)]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def normalise(text: str) -> str:
    """Return `text` in NFC with ``\\n`` line ends and without byte-order marks and NUL characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "").replace("\x00", "")
    return unicodedata.normalize("NFC", text)
