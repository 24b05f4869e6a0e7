"""An evidence pack as a Word file."""

from __future__ import annotations

import datetime
import io

from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.shared import Cm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.run import Run

from api.papers.look import GREY, paper
from api.papers.pack import Pack, Table, clean

WIDTH = 25.7
"""Centimetres between the margins of an A4 page on its side."""
HEAD_FILL = "E8EEF4"
TITLES = 4
"""Columns up to which a page stands upright."""
UPRIGHT = 17.0


def write(pack: Pack, made_on: datetime.date) -> bytes:
    """Return the pack as .docx, on its side where a table has many columns."""
    wide = any(len(table.columns) > TITLES for table in pack.tables)
    made = paper(wide=wide)
    made.core_properties.title = clean(pack.title)
    made.core_properties.author = "印证"
    made.add_paragraph(clean(pack.title), style="Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
    made_by = made.add_paragraph()
    made_by.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _grey(made_by.add_run(f"印证整理，{made_on.year}年{made_on.month}月{made_on.day}日"))
    for said in pack.said:
        made.add_paragraph(clean(said))
    for table in pack.tables:
        if table.title:
            made.add_heading(clean(table.title), 1)
        _table(made, table, WIDTH if wide else UPRIGHT)
    for note in pack.notes:
        line = made.add_paragraph()
        line.paragraph_format.space_before = Pt(6)
        _grey(line.add_run(clean(note)))
    _page_numbers(made)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _table(made: Paper, table: Table, width: float) -> None:
    drawn = made.add_table(1 + len(table.rows), len(table.columns), style="Table Grid")
    drawn.alignment = WD_TABLE_ALIGNMENT.CENTER
    drawn.autofit = False
    widths = [Cm(width * share / sum(table.widths)) for share in table.widths]
    for column, size in zip(drawn.columns, widths, strict=True):
        column.width = size
    _repeat_head(drawn)
    # A row's cells are looked up once: python-docx walks the whole row at each access.
    for row, cells in zip(drawn.rows, (table.columns, *table.rows), strict=True):
        head = cells is table.columns
        _whole(row._tr)
        for cell, text, size in zip(row.cells, cells, widths, strict=True):
            cell.width = size
            _fill(cell, text, head=head)


def _fill(cell: _Cell, text: str, *, head: bool) -> None:
    for nth, part in enumerate(clean(text).split("\n")):
        paragraph = cell.paragraphs[0] if nth == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
        run = paragraph.add_run(part)
        run.font.size = Pt(9.5)
        run.bold = head or None
    if head:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEAD_FILL)):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)


def _repeat_head(drawn: WordTable) -> None:
    """Let the head stand again on each page."""
    properties = drawn.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def _whole(row: CT_Row) -> None:
    """Let a row stay on one page."""
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _grey(run: Run) -> None:
    run.font.size = Pt(9)
    run.font.color.rgb = GREY


def _page_numbers(made: Paper) -> None:
    line = made.sections[0].footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    line._p.append(field)
