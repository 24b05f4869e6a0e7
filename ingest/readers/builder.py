"""Putting blocks together into a document: one place that keeps text and offsets in step."""

from __future__ import annotations

import re

from ingest.readers.base import Block, BlockKind, Document, normalise

# Characters that no reader of the page ever sees: zero-width marks, soft hyphens, C0 controls but the tab.
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u00ad\x01-\x08\x0b-\x1f\x7f]")


def visible(text: str) -> str:
    """Return `text` in NFC without characters that nobody sees; tabs stay, line ends become spaces."""
    return _INVISIBLE.sub("", normalise(text).replace("\n", " "))


class Builder:
    """Collects blocks; their texts are separated by one line end in the finished document's text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0
        self.notes: list[str] = []

    def add(
        self,
        text: str,
        kind: BlockKind = "text",
        *,
        level: int | None = None,
        bold: bool = False,
        page: int | None = None,
        continued: tuple[int, ...] = (),
    ) -> int | None:
        """Append one block and return the offset (code points) at which it starts, None where nothing is to see.

        White space at both ends is left off; in a row, tabs at the ends stay, because they stand for empty cells.
        """
        text = visible(text)
        text = text.strip(" \u3000\xa0") if kind == "row" else text.strip()
        if not text.strip():
            return None
        start = self._length
        end = start + len(text)
        self._blocks.append(
            Block(start=start, end=end, kind=kind, level=level, bold=bold, page=page, continued=continued)
        )
        self._parts.append(text)
        self._length = end + 1
        return start

    @property
    def empty(self) -> bool:
        """Whether nothing was added yet."""
        return not self._parts

    def document(self, title: str | None = None, pages: tuple[int, ...] = ()) -> Document:
        """Return the finished document; `title` is trimmed and None where it says nothing."""
        title = " ".join(visible(title).split()) if title else None
        return Document(
            text="\n".join(self._parts),
            blocks=tuple(self._blocks),
            title=title or None,
            notes=tuple(self.notes),
            pages=pages,
        )
