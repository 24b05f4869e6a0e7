"""Word files: paragraphs, tables and text boxes in document order, with headings and the numbers Word adds.

Read straight from the XML rather than through python-docx, which leaves out content controls and text boxes and
stops at the dangling relationships that WPS writes. Left out: headers, footers, comments, deleted and hidden text,
descriptions of pictures (mostly machine-made). Footnotes and endnotes follow the paragraph that refers to them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from ingest.readers.base import BlockKind, Document, ReadingError
from ingest.readers.builder import Builder
from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_package import Package, W
from ingest.readers.docx_styles import Styles, attribute, is_on, whole_number
from ingest.readers.docx_tables import rows_of
from ingest.readers.faces import BODY_SHARE, heavy_face

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SKIPPED = frozenset(
    W + tag
    for tag in "del moveFrom pPr rPr sectPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr instrText delText fldData".split()
) | {f"{_MC}Fallback"}
_CAPTION = re.compile(r"^(caption|题注|图注|图题|表题|图片说明|图名|表名)", re.I)
_TITLE = re.compile(r"^(title|标题)$", re.I)
_MAX_DEPTH = 200
"""Elements nested deeper than this are no document that Word wrote."""


@dataclass
class _Run:
    text: str
    bold: bool
    heavy: bool
    """Set in a heavy face, which counts as bold where the body is not set in one."""


@dataclass
class _Line:
    """One future block."""

    runs: list[_Run] = field(default_factory=list)
    kind: BlockKind = "text"
    level: int | None = None
    title: bool = False
    continued: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def bold(self, heavy_counts: bool) -> bool:
        runs = [run for run in self.runs if run.text.strip()]
        return bool(runs) and all(run.bold or (heavy_counts and run.heavy) for run in runs)


def read(content: bytes) -> Document:
    """Return the document in `content` (a .docx, .docm or .dotx).

    Raises ReadingError where it is damaged, locked, unsafe to open, or holds no text.
    """
    package = Package(content)
    root = package.xml(package.main)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise ReadingError("这个 .docx 文件里没有正文，请用 Word 或 WPS 打开并另存一份再试")
    lines = list(_Reader(package).blocks(body, 0))
    weights: Counter[bool] = Counter()
    for line in lines:
        for run in line.runs:
            weights[run.heavy] += len(run.text.strip())
    heavy_counts = weights[True] < BODY_SHARE * max(1, weights.total())
    builder = Builder()
    for line in lines:
        builder.add(
            line.text,
            line.kind,
            level=line.level,
            bold=line.bold(heavy_counts),
            continued=line.continued,
        )
    if builder.empty:
        raise ReadingError("这个 .docx 文件里没有文字；若内容是图片，请先做文字识别（OCR）再试")
    named = " ".join(line.text.strip() for line in lines if line.title)
    return builder.document(named if 0 < len(named) < 100 else package.core_title())


class _Reader:
    """Walks the body once; list numbers are counted on the way."""

    def __init__(self, package: Package) -> None:
        self._styles = Styles(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"))
        self._notes: dict[tuple[str, str], etree._Element] = {}
        for kind in ("footnote", "endnote"):
            part = package.related(f"{kind}s")
            for note in part.iter(W + kind) if part is not None else ():
                if note.get(f"{W}type") in {None, "normal"}:
                    self._notes[kind, note.get(f"{W}id") or ""] = note

    def blocks(self, parent: etree._Element, depth: int) -> Iterator[_Line]:
        """Yield the lines of a body, cell, text box or note."""
        if depth > _MAX_DEPTH:
            raise ReadingError("这个 .docx 文件的结构嵌套过深，请用 Word 或 WPS 另存一份再试")
        for element in parent:
            if element.tag == f"{W}p":
                yield from self._paragraph(element, depth)
            elif element.tag == f"{W}tbl":
                yield from self._table(element, depth)
            elif isinstance(element.tag, str) and element.tag not in _SKIPPED:
                yield from self.blocks(element, depth + 1)

    def _paragraph(self, paragraph: etree._Element, depth: int) -> Iterator[_Line]:
        properties = paragraph.find(f"{W}pPr")
        style = attribute(properties, "pStyle") or self._styles.default_paragraph
        level = self._styles.heading_level(style, attribute(properties, "outlineLvl"))
        name = self._styles.of(style).name
        caption = level is None and bool(_CAPTION.match(name))
        line = _Line(
            kind="caption" if caption else "text" if level is None else "heading",
            level=level,
            title=bool(_TITLE.match(name)),
        )
        lines = [replace(line, runs=[])]
        asides: list[etree._Element] = []
        for piece in self._inline(paragraph, style, asides, 0):
            if piece.text == "\n" and level is None:
                lines.append(replace(line, runs=[]))
            else:
                lines[-1].runs.append(replace(piece, text=" ") if piece.text == "\n" else piece)
        if any(line.text.strip() for line in lines):
            label = self._label(properties, style)
            if label:
                first = next(line for line in lines if line.text.strip())
                model = next(run for run in first.runs if run.text.strip())
                lead = first.runs[0]
                first.runs[0] = replace(lead, text=lead.text.lstrip())
                first.runs.insert(0, replace(model, text=label))
        yield from lines
        for aside in asides:
            yield from self.blocks(aside, depth + 1)

    def _label(self, properties: etree._Element | None, style: str | None) -> str:
        """Return the automatic number that Word shows before this paragraph, '' where it shows none."""
        number = attribute(properties, "numPr/numId")
        index = attribute(properties, "numPr/ilvl")
        if number is None:
            given = self._styles.of(style)
            number = given.number
            if number is not None and index is None:
                tied = self._numbering.level_of_style(number, style)
                index = str(tied) if tied is not None else given.depth
        if number is None or number == "0":
            return ""
        return self._numbering.label(number, whole_number(index) or 0)

    def _inline(
        self, parent: etree._Element, style: str | None, asides: list[etree._Element], depth: int
    ) -> Iterator[_Run]:
        """Yield the runs below `parent`; what stands beside the line (text boxes, notes) is put into `asides`."""
        if depth > _MAX_DEPTH:
            raise ReadingError("这个 .docx 文件的结构嵌套过深，请用 Word 或 WPS 另存一份再试")
        for element in parent:
            tag = element.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                continue
            if tag == f"{W}r":
                yield from self._run(element, style, asides)
            elif tag == f"{W}txbxContent":
                asides.append(element)
            elif tag == _MATH_TEXT:
                yield _Run(element.text or "", False, False)
            else:
                yield from self._inline(element, style, asides, depth + 1)

    def _run(self, run: etree._Element, style: str | None, asides: list[etree._Element]) -> Iterator[_Run]:
        properties = run.find(f"{W}rPr")
        own = attribute(properties, "rStyle")
        hidden = properties is not None and is_on(properties.find(f"{W}vanish"))
        if hidden:
            return
        bold = is_on(properties.find(f"{W}b")) if properties is not None else None
        styles = (self._styles.of(own), self._styles.of(style))
        for answer in (*(given.bold for given in styles), self._styles.default_bold):
            bold = answer if bold is None else bold
        face = attribute(properties, "rFonts", "eastAsia") or styles[0].face or styles[1].face
        model = _Run("", bool(bold), heavy_face(face))
        for element in run:
            tag = element.tag
            if tag == f"{W}t":
                # A line end inside w:t is white space of the file, not of the page.
                yield replace(model, text=(element.text or "").replace("\r", "").replace("\n", " "))
            elif tag in {f"{W}tab", f"{W}ptab"}:
                yield replace(model, text="\t")
            elif tag in {f"{W}br", f"{W}cr"}:
                yield replace(model, text="\n")
            elif tag == f"{W}noBreakHyphen":
                yield replace(model, text="-")
            elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                kind = "footnote" if tag == f"{W}footnoteReference" else "endnote"
                note = self._notes.get((kind, element.get(f"{W}id") or ""))
                if note is not None and note not in asides:
                    asides.append(note)
            elif isinstance(tag, str) and tag not in _SKIPPED and len(element):
                # Rubies, drawings and their text boxes, alternate content.
                yield from self._inline(element, style, asides, 1)

    def _table(self, table: etree._Element, depth: int) -> Iterator[_Line]:
        """Yield a row a line, cells joined by tabs; a table of one column only frames its text, so it is body.

        A cell that spans columns or rows leaves empty cells in the further ones; one that fills its row stands alone.
        """
        rows = rows_of(table, _SKIPPED)
        if all(columns < 2 for _, columns in rows):
            for cells, _ in rows:
                for placed in cells:
                    yield from self.blocks(placed.cell, depth + 1)
            return
        for cells, columns in rows:
            row = _Line(kind="row", continued=tuple(p.column for p in cells if p.continued))
            at = 0
            for placed in cells:
                row.runs.append(_Run("\t" * (placed.column - at), False, False))
                at = placed.column
                inner = [line for line in self.blocks(placed.cell, depth + 1) if line.text.strip()]
                for number, line in enumerate(inner):
                    if number:
                        row.runs.append(_Run(" ", False, False))
                    row.runs += [
                        replace(run, text=run.text.replace("\t", " ")) for run in _trimmed(line.runs)
                    ]
            row.runs.append(_Run("\t" * (columns - 1 - at), False, False))
            yield row


def _trimmed(runs: list[_Run]) -> list[_Run]:
    runs = [run for run in runs if run.text]
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return runs
