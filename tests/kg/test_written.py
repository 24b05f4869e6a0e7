"""A store that indexes late answers as rdflib's own does."""

from __future__ import annotations

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.plugins.stores.memory import SimpleMemory

from kg.written import WrittenOnce

A, B, P, Q = (URIRef(f"urn:x:{name}") for name in "abpq")
TRIPLES = [(A, P, B), (A, P, Literal(1)), (B, Q, A), (A, P, B)]
PATTERNS = [(None, None, None), (A, None, None), (None, P, None), (None, None, A), (A, P, B), (B, P, None)]


def filled(store: SimpleMemory) -> Graph:
    graph = Graph(store=store)
    for triple in TRIPLES:
        graph.add(triple)
    return graph


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_find_the_same(pattern: tuple[URIRef | None, ...]) -> None:
    late, usual = filled(WrittenOnce()), filled(SimpleMemory())
    assert len(late) == len(usual) == 3
    assert set(late.triples(pattern)) == set(usual.triples(pattern))
    assert set(late) == set(usual), "read from end to end after it was indexed"


def test_what_is_added_or_removed_after_a_question_counts() -> None:
    graph = filled(WrittenOnce())
    graph.remove((A, P, None))
    assert set(graph) == {(B, Q, A)}
    graph.add((A, Q, B))
    assert len(graph) == 2
    assert graph.value(A, Q) == B
