"""Where the cells of a Word table stand: cells that span columns or rows, and grids that differ from row to row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from ingest.readers.docx_package import W
from ingest.readers.docx_styles import attribute, whole_number

_MOST_COLUMNS = 63
"""Columns of a table in Word, so the most that one cell can span."""


@dataclass(frozen=True)
class Placed:
    """A cell with the column (0-based) in which it begins."""

    column: int
    cell: etree._Element
    continued: bool
    """It is a part of the cell above."""


def rows_of(table: etree._Element, skipped: frozenset[str]) -> list[tuple[list[Placed], int]]:
    """Return the rows of a table: their cells, and how many columns each row has.

    Columns are those of the row with most cells; a row with fewer is laid on them by the table's grid. So edges that
    were dragged a little aside in some rows make no columns of their own. A row of one cell has one column.
    """
    laid = [_on_grid(row, skipped) for row in _below(table, f"{W}tr", skipped)]
    most = max((len(cells) for cells in laid), default=0)
    starts = next(([start for start, _, _ in cells] for cells in laid if len(cells) == most), [])
    return [(_placed(cells, starts), 1 if len(cells) == 1 else most) for cells in laid]


def _placed(cells: Sequence[tuple[int, etree._Element, bool]], starts: Sequence[int]) -> list[Placed]:
    found: list[Placed] = []
    for number, (start, cell, continued) in enumerate(cells):
        column = number
        if 1 < len(cells) < len(starts):
            fitting = sum(1 for other in starts if other <= start) - 1
            left = len(cells) - number
            column = min(max(fitting, found[-1].column + 1 if found else 0), len(starts) - left)
        found.append(Placed(column, cell, continued))
    return found


def _on_grid(row: etree._Element, skipped: frozenset[str]) -> list[tuple[int, etree._Element, bool]]:
    """The cells of a row: where each begins on the table's grid, and whether it goes on the one above."""
    at = whole_number(attribute(row, "trPr/gridBefore")) or 0
    found = []
    for cell in _below(row, f"{W}tc", skipped):
        properties = cell.find(f"{W}tcPr")
        merged = properties.find(f"{W}vMerge") if properties is not None else None
        found.append((at, cell, merged is not None and merged.get(f"{W}val", "continue") == "continue"))
        at += min(max(1, whole_number(attribute(properties, "gridSpan")) or 1), _MOST_COLUMNS)
    return found


def _below(parent: etree._Element, tag: str, skipped: frozenset[str]) -> Iterator[etree._Element]:
    """Yield rows or cells, also those inside content controls and insertions, not those of inner tables."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif isinstance(element.tag, str) and element.tag not in skipped | {f"{W}tbl", f"{W}tr"}:
            yield from _below(element, tag, skipped)
