"""The graph as JSON-LD: one document, a named graph a report, terms short and typed by a context.

Written by hand because the graph is plain (no blank nodes, no lists) and rdflib's own writer would need the whole
of it in memory.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from rdflib import DCTERMS, OWL, PROV, QB, RDF, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from kg.store import GraphStore
from kg.vocabulary import DATA, OA, PREFIXES, YZ

_LINKS: Final = (
    PROV.wasDerivedFrom,
    PROV.wasGeneratedBy,
    PROV.used,
    PROV.wasAssociatedWith,
    OA.hasSource,
    OA.hasSelector,
    DCTERMS.isPartOf,
    QB.dataSet,
)
"""Properties of other vocabularies whose values are IRIs."""


@lru_cache(maxsize=1)
def context() -> dict[str, Any]:
    """Return the JSON-LD context: prefixes, and a term for each property of the ontology with its kind of value."""
    ontology = Graph().parse(data=files("kg").joinpath("ontology.ttl").read_bytes(), format="turtle")
    terms: dict[str, Any] = {"@base": str(DATA), "@version": 1.1, "id": "@id", "type": "@type"}
    terms |= PREFIXES
    terms |= {_short(link): {"@type": "@id"} for link in _LINKS}
    for kind, value in ((OWL.ObjectProperty, {"@type": "@id"}), (OWL.DatatypeProperty, {})):
        for name in sorted(_term(property_) for property_ in ontology.subjects(RDF.type, kind)):
            terms[name] = {"@id": f"yz:{name}", **value}
    for json_valued in (YZ.headings, YZ.workTitles):
        terms[_term(json_valued)]["@type"] = "@json"
    return terms


def documents(store: GraphStore) -> Iterator[bytes]:
    """Yield the document in pieces, a report each; together they are one JSON object in UTF-8."""
    head = json.dumps(context(), ensure_ascii=False)
    yield f'{{"@context": {head},\n"@graph": ['.encode()
    separator = "\n"
    for report in store.reports():
        yield (separator + json.dumps(_named_graph(store.graph(report)), ensure_ascii=False)).encode()
        separator = ",\n"
    yield b"\n]}\n"


def _named_graph(graph: Graph) -> dict[str, Any]:
    nodes: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in graph:
        nodes[_short(subject)][_term(predicate)].append(_value(predicate, value))
    written = []
    for node, said in sorted(nodes.items()):
        cells = {name: _one(values) for name, values in sorted(said.items())}
        written.append({"id": node, **cells})
    return {"id": _short(graph.identifier), "@graph": written}


def _one(values: list[Any]) -> Any:
    if len(values) == 1:
        return values[0]
    return sorted(values, key=lambda value: json.dumps(value, ensure_ascii=False))


def _term(predicate: Node) -> str:
    """The project's own properties by local name, others with their prefix (oa:start is not yz:start)."""
    if predicate == RDF.type:
        return "type"
    return _short(predicate).removeprefix("yz:")


def _short(node: Node) -> str:
    text = str(node)
    if text.startswith(DATA):
        return text.removeprefix(DATA)
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text


def _value(predicate: Node, value: Node) -> Any:
    if isinstance(value, URIRef):
        return _short(value)
    assert isinstance(value, Literal)
    if predicate in (YZ.headings, YZ.workTitles):
        return json.loads(str(value))
    if value.datatype in (None, XSD.string):
        return str(value)
    if value.datatype == XSD.integer:
        return int(value)
    if value.datatype == XSD.boolean:
        return str(value) == "true"
    return {"@value": str(value), "@type": _short(value.datatype)}
