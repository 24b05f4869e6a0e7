"""An evidence pack as Markdown (GitHub's tables)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from api.papers.pack import Pack, Table, clean

_MARKUP = re.compile(r"([\\`*_\[\]<>|#~])")


def write(pack: Pack, made_on: datetime.date) -> bytes:
    """Return the pack as UTF-8 Markdown."""
    lines = [f"# {_plain(pack.title)}", "", *(f"{_plain(said)}\n" for said in pack.said)]
    for table in pack.tables:
        if table.title:
            lines += [f"## {_plain(table.title)}", ""]
        lines += [*_rows(table), ""]
    lines += [f"*{_plain(note)}*\n" for note in (*pack.notes, f"印证整理，{made_on.isoformat()}")]
    return ("\n".join(lines).rstrip() + "\n").encode()


def _rows(table: Table) -> Iterator[str]:
    yield _row(table.columns)
    yield _row(tuple("---" for _ in table.columns), as_is=True)
    yield from map(_row, table.rows)


def _row(cells: tuple[str, ...], *, as_is: bool = False) -> str:
    shown = (
        cells if as_is else tuple("<br>".join(_plain(part) for part in cell.split("\n")) for cell in cells)
    )
    return f"| {' | '.join(shown)} |"


def _plain(text: str) -> str:
    """Return text in which nothing is taken for markup."""
    return _MARKUP.sub(r"\\\1", " ".join(clean(text).split()))
