"""An evidence pack as an Excel workbook: a sheet a table, and one that says what it is."""

from __future__ import annotations

import datetime
import io
import math
import re

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from api.papers.pack import Pack, Table, clean
from api.wrapping import cells

WIDTH = 150
"""Characters that the columns of a sheet take together."""
LONGEST = 32_000
"""Characters that a cell of Excel holds, somewhat rounded down."""
LINE, TALLEST = 15.0, 400.0
"""Points that a line of a cell takes, and that a row may take."""
_NO_TITLE = re.compile(r"[\[\]:*?/\\']")
_LINE = Side(style="thin", color="FFBFBFBF")


def write(pack: Pack, made_on: datetime.date) -> bytes:
    """Return the pack as .xlsx. What begins like a formula stays text."""
    book = Workbook()
    about = book.active
    assert isinstance(about, Worksheet)
    about.title = "说明"
    about.column_dimensions["A"].width = 110
    lines = [pack.title, *pack.said, f"印证整理，{made_on.isoformat()}", *pack.notes]
    for at, line in enumerate(lines, start=1):
        _put(about, at, 1, line)
        about.cell(at, 1).font = Font(bold=at == 1, size=14 if at == 1 else 11)
        about.cell(at, 1).alignment = Alignment(wrap_text=True, vertical="top")
    names: set[str] = {"说明"}
    for table in pack.tables:
        _sheet(book, table, _name(table.title or "原文", names))
    if pack.tables:
        book.active = 1
        about.sheet_view.tabSelected = False
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _name(title: str, taken: set[str]) -> str:
    """Return a sheet's name: 31 characters at most, each name once."""
    plain = _NO_TITLE.sub("", clean(title)).strip()[:31] or "表"
    name, number = plain, 2
    while name in taken:
        suffix = f"（{number}）"
        name, number = plain[: 31 - len(suffix)] + suffix, number + 1
    taken.add(name)
    return name


def _sheet(book: Workbook, table: Table, name: str) -> None:
    sheet = book.create_sheet(name)
    for at, (heading, share) in enumerate(zip(table.columns, table.widths, strict=True), start=1):
        _put(sheet, 1, at, heading)
        sheet.cell(1, at).font = Font(bold=True)
        sheet.cell(1, at).fill = PatternFill("solid", fgColor="FFE8EEF4")
        sheet.column_dimensions[get_column_letter(at)].width = max(6, WIDTH * share / sum(table.widths))
    widths = [sheet.column_dimensions[get_column_letter(at + 1)].width for at in range(len(table.columns))]
    for row, texts in enumerate(table.rows, start=2):
        for column, text in enumerate(texts, start=1):
            _put(sheet, row, column, text)
        # Not every program fits a row to wrapped text by itself.
        lines = max(_lines(text, width) for text, width in zip(texts, widths, strict=True))
        sheet.row_dimensions[row].height = min(TALLEST, LINE * lines)
    for line in sheet.iter_rows():
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
            cell.border = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _lines(text: str, width: float) -> int:
    return sum(max(1, math.ceil(1.1 * cells(part) / width)) for part in text.split("\n"))


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column)
    plain = clean(text)[:LONGEST]
    if re.fullmatch(r"\d{1,4}", plain):
        # Years and ordinals sort as numbers.
        cell.value = int(plain)
        return
    cell.value = plain
    cell.data_type = "s"
