"""How a query is written: values quoted safely, and the pattern that brings a fact's evidence along.

Prefixes (`vocabulary.PREFIXES`) are known to the store and need not be declared; `declared` writes them out for a
query that a person takes elsewhere.

    run(store, f"SELECT ?year ?value {EVIDENCE_VARIABLES} WHERE {{"
               f" ?fact a yz:MetricFact ; yz:media {media('昌吉州融媒体中心')} ; yz:year ?year ; yz:value ?value ."
               f" {EVIDENCE} }} ORDER BY ?year")
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final

from ingest.report import Evidence
from kg.entities import media_iri
from kg.store import GraphStore, Row, Value
from kg.vocabulary import PREFIXES

_VARIABLES: Final = ("media", "year", "report", "headings", "quote", "start", "end", "page")
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\u0000"}
_UNSAFE_IRI = re.compile(r"[<>\"{}|^`\\\x00-\x20]")


def evidence_variables(prefix: str = "e") -> str:
    """Return the variables that `evidence_pattern` binds, for the SELECT clause: ``?e_media ?e_year …``."""
    return " ".join(f"?{prefix}_{name}" for name in _VARIABLES)


def evidence_pattern(fact: str = "?fact", prefix: str = "e", path: str = "prov:wasDerivedFrom") -> str:
    """Return the graph pattern that leads from a fact to its exact words; `evidence_of` reads the row.

    `path` may be ``yz:mentionedIn`` for the further places, or ``(prov:wasDerivedFrom|yz:mentionedIn)`` for all.
    With the default path each fact gives one row. It is triples only: keep it together with the query's other
    triples, before any OPTIONAL, for Oxigraph joins what follows an OPTIONAL without looking at what came before
    (measured on a million quads: 60 ms together, 3,400 ms after).
    """
    e = f"?{prefix}_"
    return (
        f"{fact} {path} {e}span . {e}span oa:hasSource {e}source ; yz:headings {e}headings ; "
        f"oa:hasSelector {e}position ; oa:hasSelector/oa:exact {e}quote . "
        f"{e}position oa:start {e}start ; oa:end {e}end . "
        f"{e}span yz:page {e}page . "
        f"{e}source dcterms:identifier {e}report ; yz:mediaName {e}media ; yz:year {e}year ."
    )


EVIDENCE_VARIABLES: Final = evidence_variables()
EVIDENCE: Final = evidence_pattern()
"""The pattern for a variable named ``?fact``."""


def evidence_of(row: Mapping[str, Value], prefix: str = "e") -> Evidence:
    """Return the evidence that a row of a query with `evidence_pattern` holds. KeyError where it holds none."""
    cells = {name: row[f"{prefix}_{name}"] for name in _VARIABLES}
    headings = json.loads(str(cells.pop("headings")))
    # The graph says 0 where a file has no pages.
    return Evidence.model_validate({**cells, "section": headings, "page": cells["page"] or None})


def run(store: GraphStore, sparql: str) -> list[Row]:
    """Answer a SELECT query; cells are str, int, float, bool or None. Raises QueryError for what is no such query."""
    return store.rows(sparql)


def literal(value: str | int) -> str:
    """Return a value as it stands in a query: quoted and escaped, or as a number."""
    if isinstance(value, int):
        return str(int(value))
    return '"' + "".join(_ESCAPES.get(char, char) for char in value) + '"'


def iri(value: str) -> str:
    """Return an IRI as it stands in a query. Raises ValueError where it holds a character that no IRI may hold."""
    if _UNSAFE_IRI.search(value):
        raise ValueError(f"not an IRI: {value!r}")
    return f"<{value}>"


def media(name: str) -> str:
    """Return the IRI of a media, however it is spelt, as it stands in a query."""
    return iri(media_iri(name))


def graphs_of(store: GraphStore, name: str) -> str:
    """Return a VALUES clause for ``?g``: the graphs of the reports of a media, in any spelling.

    A pattern within ``GRAPH ?g`` is then looked for in these alone, which takes half the time where it has many
    rows, and far less where it has few (1 ms instead of 19 for 36 statements among 1,152 reports).
    """
    found = run(
        store, f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?r a yz:Report ; yz:media {media(name)} }} }}"
    )
    return f"VALUES ?g {{ {' '.join(sorted(iri(str(row['g'])) for row in found))} }}"


def declared(sparql: str) -> str:
    """Return a query with a PREFIX line for each of the project's prefixes that it uses."""
    used = (prefix for prefix in PREFIXES if re.search(rf"(?<![\w:]){prefix}:", sparql))
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in used) + sparql
