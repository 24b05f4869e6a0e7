"""Everything stored, in a format that others read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, Literal, get_args

from kg import jsonld, table
from kg.store import GraphStore, n_quads

Format = Literal["ttl", "nq", "jsonld", "csv"]
FORMATS: Final[tuple[str, ...]] = get_args(Format)

_PREFIX_LINES = re.compile(rb"\A(?:@prefix [^\n]*\n)+")


def export(store: GraphStore, format: Format) -> Iterator[bytes]:
    """Yield all that a store holds, a report at a time, in UTF-8; the pieces together are one document.

    ``ttl``: the union of all graphs. ``nq`` and ``jsonld``: with their graph names, sorted, so that two exports of
    the same content are the same bytes. ``csv``: one row a fact (`table.COLUMNS`), for spreadsheets.
    Raises ValueError for any other format.
    """
    if format not in _WRITERS:
        raise ValueError(f"不支持的导出格式 {format}，可用：{'、'.join(FORMATS)}")
    return _WRITERS[format](store)


def _turtle(store: GraphStore) -> Iterator[bytes]:
    for count, report in enumerate(store.reports()):
        graph = store.graph(report).serialize(format="ox-turtle", encoding="utf-8")
        # The prefixes are the same for every graph; once is enough.
        yield _PREFIX_LINES.sub(b"", graph) if count else graph


def _n_quads(store: GraphStore) -> Iterator[bytes]:
    for report in store.reports():
        yield b"".join(sorted(n_quads(store.graph(report)).splitlines(keepends=True)))


_WRITERS: Final[dict[str, Callable[[GraphStore], Iterator[bytes]]]] = {
    "ttl": _turtle,
    "nq": _n_quads,
    "jsonld": jsonld.documents,
    "csv": table.rows,
}
