"""Queries as a server gets them: read here first, prefixes declared, narrowed to the graphs of one set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, Literal

import pyoxigraph as ox

from kg.guard import OPAQUE, QueryError
from kg.remote.listing import Held
from kg.vocabulary import DATA, PREFIXES

Form = Literal["rows", "boolean", "triples"]
_DECLARED: Final = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
_REPORT_GRAPH: Final = re.compile(rf"<{re.escape(str(DATA))}graph-([0-9a-f]{{16}})>")
_VERSION: Final = re.compile(rf"({re.escape(str(DATA))}graph-[0-9a-f]{{16}})-[0-9a-f]{{16}}")
_DECIMAL: Final = f"{PREFIXES['xsd']}decimal"
_INTEGER: Final = f"{PREFIXES['xsd']}integer"
_WHOLE: Final = (
    re.compile(rf'"-?\d{{10,}}"\^\^<{re.escape(_DECIMAL)}>'),
    re.compile(rf'"{re.escape(_DECIMAL)}",\s*"value":\s*"-?\d{{10,}}"'),
)
_WHERE: Final = re.compile(r"[(){}]|\bWHERE\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def form_of(sparql: str) -> Form:
    """Return what a query answers with. Raises QueryError for what is no query.

    The embedded store reads it, over nothing, so that both take and refuse the same: a server's own additions, such as
    Virtuoso's ``define``, which fetches foreign pages, do not reach it.
    """
    try:
        found = ox.Store().query(sparql, prefixes=PREFIXES)
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"SPARQL 语法错误：{error}") from error
    except RuntimeError as error:
        raise QueryError(f"无法执行的查询：{error}") from error
    if isinstance(found, ox.QuerySolutions):
        return "rows"
    return "boolean" if isinstance(found, ox.QueryBoolean) else "triples"


def for_server(sparql: str, held: Mapping[str, Held], *, narrowed: bool) -> str:
    """Return the query with the project's prefixes, graphs of reports by their names on the server.

    `narrowed` to the graphs held, as default graph and as named ones, by FROM clauses.
    """
    named = _REPORT_GRAPH.sub(lambda found: _on_server(found, held), sparql)
    if narrowed:
        graphs = [each.iri(report) for report, each in held.items()] or [f"{DATA}nothing"]
        clause = "".join(f"FROM <{graph}>\nFROM NAMED <{graph}>\n" for graph in graphs)
        at = _dataset_at(named)
        named = f"{named[:at]}\n{clause}{named[at:]}"
    return _DECLARED + named


def on_server(graphs: Iterable[str], held: Mapping[str, Held]) -> list[str]:
    """Return graphs by their names on the server, those of reports that are not held as they are."""
    return [_REPORT_GRAPH.sub(lambda found: _on_server(found, held), f"<{graph}>")[1:-1] for graph in graphs]


def as_asked(answer: str) -> str:
    """Return an answer (JSON, N-Triples) with graphs of reports by the names that the project gives them.

    Virtuoso 7 makes decimals of integers beyond 32 bits; those are integers again.
    """
    for pattern in _WHOLE:
        answer = pattern.sub(lambda found: found[0].replace(_DECIMAL, _INTEGER), answer)
    return _VERSION.sub(r"\1", answer)


def _on_server(found: re.Match[str], held: Mapping[str, Held]) -> str:
    known = held.get(found[1])
    return f"<{known.iri(found[1])}>" if known is not None else found[0]


def _dataset_at(sparql: str) -> int:
    """Return where a query's FROM clauses belong: before its WHERE or the braces of its pattern."""
    bare = OPAQUE.sub(lambda found: " " * len(found[0]), sparql)
    construct = re.search(r"\bCONSTRUCT\s*\{", bare, re.IGNORECASE)
    start = _closing(bare, construct.end()) if construct else 0
    depth = 0
    for found in _WHERE.finditer(bare, start):
        if found[0] == "(":
            depth += 1
        elif found[0] == ")":
            depth -= 1
        elif depth == 0:
            return found.start()
    # DESCRIBE <x> has no pattern.
    return len(sparql)


def _closing(bare: str, at: int) -> int:
    depth = 1
    while depth:
        depth += {"{": 1, "}": -1}.get(bare[at], 0)
        at += 1
    return at
