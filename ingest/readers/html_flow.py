"""An element's content as the lines that a browser would show: headings, rows, captions, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml.html import HtmlElement

from ingest.readers.base import BlockKind

BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul".split()
)
DROPPED_TAGS = frozenset(
    "script style noscript template svg math iframe frame object embed applet canvas audio video map head link meta "
    "button select option input textarea datalist progress meter dialog rp rt".split()
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_INVISIBLE = re.compile(r"visibility\s*:\s*(hidden|collapse)", re.I)
_UNVEILED = 60
"""Characters from which an invisible part is text that the page's script shows once all is loaded (WeChat articles)."""
_WEIGHT = re.compile(r"font-weight\s*:\s*(bolder|bold|normal|lighter|\d{3,4})", re.I)
_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…·"
# A line end of the source between two Chinese characters is no space on the page.
_WRAP = re.compile(rf"(?<=[{_WIDE}])[ \t\r\f]*\n[ \t\r\n\f]*(?=[{_WIDE}])")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_FILE_NAME = re.compile(r"^[\w\-./\\%]*\.(jpe?g|png|gif|bmp|webp|tiff?)$|^[\W\d_a-zA-Z]*$", re.I)
_NOTE_CLASS = re.compile(
    r"(^|[\s_\-])(caption|pic-?(note|desc|text|title)|img-?(note|desc|title)|photo-?(note|desc))($|[\s_\-])",
    re.I,
)
_NO_ALT = frozenset({"图片", "图像", "图", "照片", "插图", "二维码"})
_LAYOUT_CELL = 300
"""A table cell of more characters in several paragraphs is a piece of the page's layout, not of a table."""


@dataclass(frozen=True)
class Piece:
    """One line of the page."""

    text: str
    kind: BlockKind = "text"
    level: int | None = None
    bold: bool = False
    continued: tuple[int, ...] = ()


@dataclass(frozen=True)
class _State:
    """What an element hands down to its content."""

    kind: BlockKind = "text"
    level: int | None = None
    bold: bool = False
    pre: bool = False


def dropped(element: HtmlElement) -> bool:
    """Return whether a browser shows nothing of the element: scripts, form controls, hidden parts."""
    if not isinstance(element.tag, str) or element.tag.lower() in DROPPED_TAGS:
        return True
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    if not style:
        return False
    if _INVISIBLE.search(style):
        return len("".join(element.itertext()).strip()) < _UNVEILED
    return bool(_HIDDEN.search(style))


def flow(root: HtmlElement) -> list[Piece]:
    """Return the lines that `root` shows, in order."""
    return list(_Flow().lines(root))


class _Flow:
    """Gathers inline text until a block or a <br> ends the line. Walks without recursion: pages nest deep."""

    def __init__(self) -> None:
        self.parts: list[tuple[str, bool]] = []
        self.state = _State()

    def lines(self, root: HtmlElement) -> Iterator[Piece]:
        stack: list[tuple[Literal["open", "text", "close"], HtmlElement, str, _State]] = [
            ("open", root, "", _State())
        ]
        while stack:
            step, element, text, state = stack.pop()
            if step == "text":
                yield from self._text(text, state)
                continue
            tag = str(element.tag).lower()
            if step == "close" or tag in BLOCK_TAGS or tag == "br":
                yield from self._flush()
            if step == "close":
                continue
            if tag == "img":
                yield from self._image(element)
                continue
            inner = _inner(element, tag, state)
            if tag == "table" and is_data_table(element):
                yield from _rows(element)
                continue
            if tag in BLOCK_TAGS:
                stack.append(("close", element, "", state))
            for child in reversed(element):
                if child.tail:
                    stack.append(("text", element, child.tail, inner))
                if not dropped(child):
                    stack.append(("open", child, "", inner))
            if element.text:
                stack.append(("text", element, element.text, inner))
        yield from self._flush()

    def _text(self, text: str, state: _State) -> Iterator[Piece]:
        self.state = state if not any(part.strip() for part, _ in self.parts) else self.state
        if state.pre:
            first, *rest = text.split("\n")
            self.parts.append((first, state.bold))
            for line in rest:
                yield from self._flush()
                self.state = state
                self.parts.append((line, state.bold))
        else:
            self.parts.append((text, state.bold))

    def _image(self, element: HtmlElement) -> Iterator[Piece]:
        alt = collapse(element.get("alt") or "").strip()
        if alt and alt not in _NO_ALT and not _FILE_NAME.match(alt):
            yield from self._flush()
            yield Piece(alt, "caption")

    def _flush(self) -> Iterator[Piece]:
        parts, self.parts = self.parts, []
        text = collapse("".join(part for part, _ in parts))
        if text.strip():
            bold = all(is_bold for part, is_bold in parts if part.strip())
            yield Piece(text, self.state.kind, self.state.level, bold)


def _inner(element: HtmlElement, tag: str, state: _State) -> _State:
    kind, level, bold = state.kind, state.level, state.bold
    if tag in _HEADINGS:
        kind, level, bold = "heading", _HEADINGS[tag], True
    elif tag in {"figcaption", "caption"} or _NOTE_CLASS.search(element.get("class") or ""):
        kind, level = "caption", None
    elif tag in {"b", "strong", "th"}:
        bold = True
    weight = _WEIGHT.search(element.get("style") or "")
    if weight:
        value = weight[1].lower()
        bold = int(value) >= 600 if value.isdigit() else value in {"bold", "bolder"}
    return _State(kind, level, bold, state.pre or tag == "pre")


def collapse(text: str) -> str:
    """Collapse white space as a browser does; no-break and ideographic spaces are characters and stay."""
    return _SPACE.sub(" ", _WRAP.sub("", text) if "\n" in text else text)


def _table_rows(table: HtmlElement) -> list[HtmlElement]:
    return [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]


def _cells(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.tag in {"td", "th"} and not dropped(cell)]


def is_data_table(table: HtmlElement) -> bool:
    """Return whether a table holds rows of things, rather than the page's layout."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [_cells(row) for row in _table_rows(table)]
    if max((len(row) for row in rows), default=0) < 2:
        return False
    for cell in (cell for row in rows for cell in row):
        blocks = sum(1 for block in cell.iter("p", "div", "h1", "h2", "h3", "h4", "li", "br"))
        if blocks > 2 and len("".join(cell.itertext())) > _LAYOUT_CELL:
            return False
    return True


def _rows(table: HtmlElement) -> Iterator[Piece]:
    """Yield a row a piece, cells joined by tabs; a cell that spans rows or columns leaves empty cells in the further ones.

    One that fills its row stands alone.
    """
    for caption in table.iterchildren("caption"):
        yield Piece(" ".join(piece.text.strip() for piece in flow(caption)), "caption")
    reach: dict[int, int] = {}
    for row in _table_rows(table):
        if dropped(row):
            continue
        texts: list[str] = []
        bolds: list[bool] = []
        continued: list[int] = []
        below: dict[int, int] = {}

        def pass_reached(
            texts: list[str] = texts, continued: list[int] = continued, reach: dict[int, int] = reach
        ) -> None:
            while reach.get(len(texts), 0) > 0:
                continued.append(len(texts))
                texts.append("")

        cells = _cells(row)
        for cell in cells:
            pass_reached()
            pieces = flow(cell)
            down, wide = _span(cell, "rowspan"), min(_span(cell, "colspan"), _MOST_COLUMNS)
            below.update((len(texts) + step, down - 1) for step in range(wide))
            texts.append(" ".join(piece.text.strip() for piece in pieces).replace("\t", " "))
            if len(cells) > 1 or len(texts) > 1:
                texts += [""] * (wide - 1)
            bolds += [piece.bold for piece in pieces]
        pass_reached()
        reach = {column: left - 1 for column, left in reach.items() if left > 1} | {
            column: left for column, left in below.items() if left > 0
        }
        bold = bool(bolds) and all(bolds)
        yield Piece("\t".join(texts), "row", bold=bold, continued=tuple(continued))


_MOST_COLUMNS = 63


def _span(cell: HtmlElement, name: str) -> int:
    """How many rows or columns a cell spans."""
    said = cell.get(name, "1").strip()
    return max(1, min(int(said), 1000)) if re.fullmatch("[0-9]{1,5}", said) else 1
