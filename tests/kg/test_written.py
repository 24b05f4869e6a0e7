"""Lines and rdflib's terms are the same triples."""

from __future__ import annotations

from decimal import Decimal

import pyoxigraph as ox
import pytest
from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.plugins.stores.memory import SimpleMemory

from kg.vocabulary import YZ
from kg.written import Lines, Names, iri, lines, text, typed, whole

A, B, P, Q = (URIRef(f"urn:x:{name}") for name in "abpq")
TRIPLES = [(A, P, B), (A, P, Literal(1)), (B, Q, A), (A, P, B)]
PATTERNS = [(None, None, None), (A, None, None), (None, P, None), (None, None, A), (A, P, B), (B, P, None)]


def graphs() -> tuple[Graph, Graph]:
    """The same graph written as lines and kept by rdflib."""
    written, usual = Lines(), Graph(store=SimpleMemory())
    for subject, predicate, value in TRIPLES:
        told = whole(1) if isinstance(value, Literal) else iri(value)
        written.write(iri(subject), (iri(predicate), told))
        usual.add((subject, predicate, value))
    return Graph(store=written), usual


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_find_the_same(pattern: tuple[URIRef | None, ...]) -> None:
    late, usual = graphs()
    assert len(late) == len(usual) == 3
    assert set(late.triples(pattern)) == set(usual.triples(pattern))
    assert set(late) == set(usual), "read from end to end after it was indexed"


def test_what_is_added_or_removed_counts() -> None:
    graph, _ = graphs()
    graph.add((A, Q, B))
    assert len(graph) == 4
    graph.remove((A, P, None))
    assert set(graph) == {(B, Q, A), (A, Q, B)}
    assert graph.value(A, Q) == B
    assert set(lines(graph)) == {"<urn:x:b> <urn:x:q> <urn:x:a>", "<urn:x:a> <urn:x:q> <urn:x:b>"}


def test_lines_are_those_of_rdflibs_terms() -> None:
    written, usual = graphs()
    assert set(lines(written)) == set(lines(usual))


@pytest.mark.parametrize(
    ("written", "term"),
    [
        (text('他说“好”"了"\\n\n\r\t。\x0b\u2028'), Literal('他说“好”"了"\\n\n\r\t。\x0b\u2028')),
        (typed('["甲\\"乙"]', RDF.JSON), Literal('["甲\\"乙"]', datatype=RDF.JSON, normalize=False)),
        (typed("2022-06", XSD.gYearMonth), Literal("2022-06", datatype=XSD.gYearMonth, normalize=False)),
        (typed("38.40", XSD.decimal), Literal("38.40", datatype=XSD.decimal, normalize=False)),
        (typed("true", XSD.boolean), Literal(True)),
        (whole(-3), Literal(-3)),
        (typed("0.1", XSD.decimal), Literal(Decimal("0.1"))),
        (iri(YZ.media), YZ.media),
    ],
)  # fmt: skip
def test_terms_come_back_as_they_were(written: str, term: Literal | URIRef) -> None:
    store, usual = Lines(), Graph()
    store.write("<urn:x:a>", ("<urn:x:p>", written))
    usual.add((A, P, term))
    assert set(Graph(store=store)) == {(A, P, term)}
    [quad] = ox.parse(f"<urn:x:a> <urn:x:p> {written} .", format=ox.RdfFormat.N_TRIPLES)
    assert (
        quad.object
        == next(iter(ox.parse(usual.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES))).object
    )


def test_names_are_those_of_the_namespace() -> None:
    assert Names(YZ).media == f"<{YZ.media}>"
    with pytest.raises(AttributeError):
        _ = Names(YZ).nonsense
