"""Facts read back from the graph, whole: the same objects that the reports were built from."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from typing import Any, Final

from pydantic import TypeAdapter

from ingest.report import FACT_TYPES, Evidence, Fact
from kg.nodes import fact_iri, report_iri
from kg.queries import evidence_of, evidence_pattern, evidence_variables, iri, run
from kg.store import GraphStore, Value
from kg.vocabulary import FACT_CLASSES, PREFIXES, notation

_FACT: Final[TypeAdapter[Fact]] = TypeAdapter(Fact)
_TYPES: Final = {str(cls): kind for kind, cls in FACT_CLASSES.items()}
_RDF_TYPE: Final = PREFIXES["rdf"] + "type"
_YZ: Final = PREFIXES["yz"]
_FACT_IRI: Final = str(fact_iri(""))


def _same(value: Value) -> Any:
    return value


def _concept(value: Value) -> Any:
    return notation(str(value))


def _titles(value: Value) -> Any:
    return json.loads(str(value))


_Field = tuple[str, Callable[[Value], Any]]
_STATEMENT: Final[dict[str, _Field]] = {"text": ("text", _same), "ordinal": ("ordinal", _same)}
_TITLE: Final[dict[str, _Field]] = {"name": ("title", _same)}
_FIELDS: Final[dict[str, dict[str, _Field]]] = {
    "award": {
        "name": ("award", _same),
        "edition": ("edition", _same),
        "awardLevel": ("level", _same),
        "awardYear": ("year", _same),
        "workTitles": ("works", _titles),
        "count": ("count", _same),
        "recipientName": ("recipient", _same),
    },
    "work": _TITLE | {"genre": ("genre", _same)},
    "column": _TITLE | {"platformName": ("platform", _same)},
    "platform": {"name": ("name", _same), "kind": ("kind", _concept)},
    "metric": {
        "subjectName": ("subject", _same),
        "name": ("name", _same),
        "value": ("value", _same),
        "unit": ("unit", _same),
        "qualifier": ("qualifier", _concept),
        "text": ("text", _same),
        "figureYear": ("year", _same),
    },
    "event": {"name": ("name", _same), "date": ("date", _same)},
    "response": _STATEMENT,
    "shortcoming": _STATEMENT,
    "commitment": _STATEMENT,
}
"""For each fact type: local name of the property → field of the contract, and how its value is read."""

_NULLABLE: Final[dict[str, tuple[str, ...]]] = {"metric": ("subject", "unit"), "event": ("date",)}


def facts(store: GraphStore, where: str = "?fact a yz:Fact .") -> list[Fact]:
    """Return the facts that a graph pattern binds to ``?fact``, by report, place and type.

    `where` is SPARQL: ``?fact a yz:Shortcoming ; yz:year 2022 .`` Mentions come in the order of the text.
    """
    said: dict[str, dict[str, Value]] = defaultdict(dict)
    kinds: dict[str, str] = {}
    # Types first: a fact has several, and only one of them is the contract's.
    rows = run(store, f"SELECT DISTINCT ?fact ?p ?o WHERE {{ {where} ?fact ?p ?o }}")
    for row in rows:
        fact, predicate, value = str(row["fact"]), str(row["p"]), row["o"]
        if predicate == _RDF_TYPE:
            if str(value) in _TYPES:
                kinds[fact] = _TYPES[str(value)]
        elif predicate.startswith(_YZ):
            said[fact][predicate.removeprefix(_YZ)] = value
    places = _places(store, where, "prov:wasDerivedFrom")
    mentions = _places(store, where, "yz:mentionedIn")
    found = [_fact(fact, kind, said[fact], places[fact], mentions[fact]) for fact, kind in kinds.items()]
    return sorted(found, key=_order)


def facts_of(store: GraphStore, report: str) -> list[Fact]:
    """Return the facts of the report with this id, by place and type; empty where it is not stored."""
    return facts(store, f"?fact yz:report {iri(report_iri(report))} ; a yz:Fact .")


def _places(store: GraphStore, where: str, path: str) -> dict[str, list[Evidence]]:
    places: dict[str, list[Evidence]] = defaultdict(list)
    pattern = evidence_pattern(path=path)
    for row in run(store, f"SELECT DISTINCT ?fact {evidence_variables()} WHERE {{ {where} {pattern} }}"):
        places[str(row["fact"])].append(evidence_of(row))
    for found in places.values():
        found.sort(key=lambda evidence: (evidence.start, evidence.end))
    return places


def _fact(
    fact: str, kind: str, said: dict[str, Value], places: list[Evidence], mentions: list[Evidence]
) -> Fact:
    fields: dict[str, Any] = dict.fromkeys(_NULLABLE.get(kind, ()))
    for name, (field, read) in _FIELDS[kind].items():
        if name in said:
            fields[field] = read(said[name])
    return _FACT.validate_python(
        {
            "id": fact.removeprefix(_FACT_IRI),
            "type": kind,
            "evidence": places[0],
            "mentions": mentions,
            **fields,
        }
    )


def _order(fact: Fact) -> tuple[str, int, int, int, str]:
    evidence = fact.evidence
    return evidence.report, evidence.start, evidence.end, FACT_TYPES.index(fact.type), fact.id
