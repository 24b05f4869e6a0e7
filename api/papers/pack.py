"""An evidence pack: what an answer says, as text and tables that any format can write."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.report import Evidence

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Table:
    """A table. Cells are text; a line end in a cell begins a new paragraph there."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    """How wide the columns are to each other."""


@dataclass(frozen=True)
class Pack:
    """A title, what is said before the tables, the tables, and remarks behind them."""

    title: str
    said: tuple[str, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()


def clean(text: str) -> str:
    """Return `text` without characters that Word and Excel files can't hold."""
    return _UNPRINTABLE.sub("", text)


def quoted(evidence: Evidence) -> str:
    """Return the words of an evidence on one line, without marks of our own: they have their own often enough."""
    return " ".join(evidence.quote.split())


def cited(evidence: Evidence) -> str:
    """Return where an evidence stands: whose report of which year, headings, page."""
    section = f"，{' › '.join(evidence.section)}" if evidence.section else ""
    page = f"，第{evidence.page}页" if evidence.page is not None else ""
    return f"《{evidence.media}社会责任报告（{evidence.year}年度）》{section}{page}"
