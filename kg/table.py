"""The facts as a table for spreadsheets: one row a fact, all fields of the contract and its evidence."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from ingest.report import Fact
from kg.facts import facts_of
from kg.store import GraphStore

COLUMNS: Final = (
    *("id", "type", "media", "report_year", "report"),
    *("award", "edition", "level", "year", "works", "count", "recipient"),
    *(
        "title",
        "genre",
        "platform",
        "name",
        "kind",
        "subject",
        "value",
        "unit",
        "qualifier",
        "text",
        "date",
        "ordinal",
    ),
    *("section", "quote", "start", "end", "page", "mentions"),
)
"""The contract's field names; `year` is an award's own. Lists are joined: works by ；, headings by ›."""
_EVIDENCE: Final = ("media", "report", "quote", "start", "end", "page")
# Spreadsheets run a cell that begins like this as a formula, and reports come from outside.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def rows(store: GraphStore) -> Iterator[bytes]:
    """Yield the table as CSV (RFC 4180) in UTF-8 with a byte-order mark, a report a piece.

    Text that a spreadsheet would run as a formula has an apostrophe before it; all else is as in the report.
    """
    yield "\ufeff".encode() + _csv([COLUMNS])
    for report in store.reports():
        yield _csv([tuple(map(_cell, _row(fact))) for fact in facts_of(store, report)])


def _row(fact: Fact) -> tuple[object, ...]:
    evidence = fact.evidence
    cells: dict[str, object] = fact.model_dump(mode="json", exclude={"evidence", "mentions"})
    cells |= {name: getattr(evidence, name) for name in _EVIDENCE}
    cells |= {
        "report_year": evidence.year,
        "section": " › ".join(evidence.section),
        "works": "；".join(getattr(fact, "works", ())),
        "mentions": "；".join(f"{mention.start}-{mention.end}" for mention in fact.mentions),
    }
    return tuple(cells.get(column) for column in COLUMNS)


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _csv(lines: list[tuple[object, ...]]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(lines)
    return buffer.getvalue().encode()
