"""What the endpoint says of itself: the W3C's SPARQL 1.1 Service Description."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from api.sparql.formats import Format
from kg.nodes import report_graph_iri
from kg.vocabulary import PREFIXES
from search.snapshots import Manifest

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
FORMATS = "http://www.w3.org/ns/formats/"
WRITTEN = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)
"""The formats of answers by their names in the W3C's list."""


def describe(endpoint: str, manifest: Manifest | None, form: Format) -> bytes:
    """Return the description of the service at the address `endpoint` and of what it holds."""
    prefixes = {"sd": SD, "void": VOID, "rdf": PREFIXES["rdf"], "dcterms": PREFIXES["dcterms"]}
    triples = _triples(ox.NamedNode(endpoint), manifest)
    return ox.serialize(triples, format=getattr(ox.RdfFormat, form.name), prefixes=prefixes) or b""


def _triples(service: ox.NamedNode, manifest: Manifest | None) -> Iterator[ox.Triple]:
    dataset, default = ox.BlankNode("dataset"), ox.BlankNode("default")
    yield _is(service, "Service")
    yield ox.Triple(service, _sd("endpoint"), service)
    yield ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    # A query without FROM sees all graphs as one.
    yield ox.Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    for name in WRITTEN:
        yield ox.Triple(service, _sd("resultFormat"), ox.NamedNode(FORMATS + name))
    yield ox.Triple(service, _sd("defaultDataset"), dataset)
    yield _is(dataset, "Dataset")
    yield ox.Triple(dataset, _sd("defaultGraph"), default)
    yield _is(default, "Graph")
    if manifest is None:
        return
    yield ox.Triple(default, ox.NamedNode(f"{VOID}triples"), ox.Literal(manifest.triples))
    for stored in manifest.reports:
        named, graph = ox.BlankNode(f"named{stored.id}"), ox.BlankNode(f"graph{stored.id}")
        yield ox.Triple(dataset, _sd("namedGraph"), named)
        yield _is(named, "NamedGraph")
        yield ox.Triple(named, _sd("name"), ox.NamedNode(str(report_graph_iri(stored.id))))
        yield ox.Triple(named, _sd("graph"), graph)
        yield _is(graph, "Graph")
        yield ox.Triple(graph, ox.NamedNode(f"{VOID}triples"), ox.Literal(stored.triples))
        title = f"{stored.media} {stored.year}"
        yield ox.Triple(graph, ox.NamedNode(f"{PREFIXES['dcterms']}title"), ox.Literal(title, language="zh"))


def _is(node: ox.NamedNode | ox.BlankNode, kind: str) -> ox.Triple:
    return ox.Triple(node, ox.NamedNode(f"{PREFIXES['rdf']}type"), _sd(kind))


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(SD + name)
