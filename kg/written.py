"""Triples as the lines in which they are written out (N-Triples): a report's graph is built of these.

As rdflib's terms and indexes the same graph took five times as long, and it is only written out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import pyoxigraph as ox
from rdflib import XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DefinedNamespace
from rdflib.plugins.stores.memory import SimpleMemory
from rdflib.term import Node

Term = str
"""An IRI or a literal as N-Triples have it."""

_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r"})
_INTEGER = f"<{XSD.integer}>"


def iri(value: str) -> Term:
    """Return an IRI, which the caller vouches for, as it is written."""
    return f"<{value}>"


def text(value: str) -> Term:
    """Return a plain string as it is written."""
    return f'"{value.translate(_ESCAPES)}"'


def typed(value: str, datatype: str) -> Term:
    """Return a literal of a datatype (an IRI) as it is written."""
    return f'"{value.translate(_ESCAPES)}"^^<{datatype}>'


def whole(number: int) -> Term:
    """Return a whole number as xsd:integer is written."""
    return f'"{number}"^^{_INTEGER}'


def lines(graph: Graph) -> Iterable[str]:
    """Return the triples of any graph as lines without their full stops, in no order."""
    known = graph.store.written() if isinstance(graph.store, Lines) else None
    if known is not None:
        return known
    # Three times as fast as rdflib's own serializer: most terms stand in many triples and are written once.
    written = cache(_written)
    return (f"{written(s)} {written(p)} {written(o)}" for s, p, o in graph)


def _written(term: Node) -> Term:
    if isinstance(term, Literal):
        if term.language is not None:
            return f"{text(str(term))}@{term.language}"
        return text(str(term)) if term.datatype is None else typed(str(term), str(term.datatype))
    return iri(str(term)) if isinstance(term, URIRef) else term.n3()


class Names:
    """The terms of a namespace as they are written: ``Names(YZ).media``."""

    def __init__(self, namespace: type[DefinedNamespace] | Namespace) -> None:
        self._namespace = namespace

    def __getattr__(self, name: str) -> Term:
        """Return a term. Raises AttributeError where a closed namespace has none of this name."""
        term = iri(self._namespace[name])
        # An attribute of its own from now on, so that it is looked up once.
        setattr(self, name, term)
        return term


class Lines(SimpleMemory):
    """The rdflib store of one graph that is made of lines; read into terms and indexed when rdflib first asks."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, None] = {}
        self._indexed = False

    def write(self, subject: Term, *pairs: tuple[Term, Term]) -> None:
        """Add a triple for each (predicate, object). Only as long as rdflib has not been asked for any."""
        for predicate, value in pairs:
            self._lines[f"{subject} {predicate} {value}"] = None

    def written(self) -> Iterable[str] | None:
        """Return the lines without their full stops; None once rdflib was asked, which may have changed them."""
        return None if self._indexed else self._lines

    def add(self, triple: tuple[Any, Any, Any], context: Graph, quoted: bool = False) -> None:
        """Add a triple."""
        self._index()
        super().add(triple, context, quoted)

    def remove(self, triple_pattern: tuple[Any, Any, Any], context: Graph | None = None) -> None:
        """Remove the triples of a pattern."""
        self._index()
        super().remove(triple_pattern, context)

    def triples(self, triple_pattern: tuple[Any, Any, Any], context: Graph | None = None) -> Iterator[Any]:
        """Yield (triple, contexts) of a pattern."""
        self._index()
        return super().triples(triple_pattern, context)

    def __len__(self, context: Graph | None = None) -> int:
        return super().__len__(context) if self._indexed else len(self._lines)

    def _index(self) -> None:
        if self._indexed:
            return
        self._indexed = True
        context = Graph(store=self)
        told = "".join(f"{line} .\n" for line in self._lines)
        for quad in ox.parse(told, format=ox.RdfFormat.N_TRIPLES):
            super().add((_read(quad.subject), _read(quad.predicate), _read(quad.object)), context)


def _read(term: Any) -> Node:
    if not isinstance(term, ox.Literal):
        return URIRef(term.value)
    datatype = None if term.datatype.value == str(XSD.string) else URIRef(term.datatype.value)
    return Literal(term.value, datatype=datatype, normalize=False)
