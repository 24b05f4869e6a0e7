"""Figures in tables: a header row names the measures, the first column whom they are about.

平台⇥粉丝数（人）⇥发稿量（条）
“清禾融媒”抖音号⇥54.2万⇥3,408
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.extract.outlet_rows import row_outlet
from ingest.numbers import quantities
from ingest.numerals import LARGE_MAGNITUDES
from ingest.readers.base import cells_of
from ingest.reading import Reading
from ingest.report import Qualifier
from ingest.sentences import Span

_CELL_NUMBER = re.compile(r"[^\d]{0,3}[\d０-９][\d０-９,，.]*\s?[万亿]?\+?(?:余|多)?[一-龥%％]{0,3}")
_HEADER_UNIT = re.compile(r"[（(/／](?:单位[:：])?(?P<scale>[万亿]?)(?P<unit>[一-龥%]{1,3})[)）]?$")


_YEAR_HEAD = re.compile(r"(?:19|20)\d{2}年?度?|增幅|同比(?:增长|变化)?|增长率?|增减|变化")


@dataclass(frozen=True)
class Cell:
    """One figure of a table; offsets are code points, `row` spans the whole row."""

    start: int
    end: int
    row: Span
    subject: str | None
    name: str
    value: int | float
    unit: str | None
    qualifier: Qualifier


@dataclass
class Tables:
    """The figures of all tables, and the spans of the tables they were read from."""

    cells: list[Cell] = field(default_factory=list)
    claimed: list[Span] = field(default_factory=list)


def read_tables(reading: Reading) -> Tables:
    """Return the figures of every table whose first row is a header without numbers over rows with numbers."""
    tables = Tables()
    header: list[str] | None = None
    for block in reading.prose:
        if block.kind != "row":
            header = None
            continue
        spans = cells_of(reading.text, block)
        cells = [reading.text[slice(*span)] for span in spans]
        if header is None or len(cells) != len(header):
            plain = len(cells) >= 2 and not any(
                (re.search(r"\d", cell) and not _YEAR_HEAD.fullmatch(cell.strip())) or len(cell) > 14
                for cell in cells
            )
            header = [cell.strip() for cell in cells] if plain else None
            continue
        numeric = [i for i, cell in enumerate(cells) if i and _CELL_NUMBER.fullmatch(cell.strip())]
        if not numeric:
            continue
        tables.claimed.append((block.start, block.end))
        outlet = row_outlet(cells)
        label = outlet.name if outlet else re.sub(r"[“”《》\"]", "", cells[0]).strip()
        # 指标⇥2020年⇥2021年⇥增幅: the first cell names the measure (and its unit), the columns are years.
        by_year = all(_YEAR_HEAD.fullmatch(head) for head in header[1:] if head)
        subject = None if by_year else label or None
        for index, cell in enumerate(cells):
            if index in numeric:
                head = header[index]
                if by_year and not head.startswith(("增", "同比")):
                    head = label
                elif by_year:
                    head = re.sub(r"[（(].*$", "", label) + head
                made = _cell(reading, (block.start, block.end), spans[index][0], cell, head, subject)
                if made is not None:
                    tables.cells.append(made)
    return tables


def _cell(reading: Reading, row: Span, start: int, cell: str, head: str, subject: str | None) -> Cell | None:
    raw = cell.strip()
    start += cell.index(raw)
    unit_match = _HEADER_UNIT.search(head)
    unit = unit_match["unit"] if unit_match else None
    scale = LARGE_MAGNITUDES.get(unit_match["scale"], 1) if unit_match else 1
    if unit is not None and unit in LARGE_MAGNITUDES:
        # 用户数（万）
        scale = LARGE_MAGNITUDES[unit]
        unit = None
    name = re.sub(r"[（(].*$", "", head).strip() or head
    found = list(quantities(raw)) or list(quantities(raw + (unit or "个")))
    if len(found) != 1 or not name:
        return None
    quantity = found[0]
    own_unit = quantity.unit if quantity.end <= len(raw) and quantity.unit else unit
    value = quantity.value if any(c in raw for c in "万亿") else quantity.value * scale
    return Cell(start, start + len(raw), row, subject, name, value, own_unit, quantity.qualifier)
