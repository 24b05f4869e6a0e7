"""An rdflib store for a graph that is built and then read once from end to end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rdflib import Graph
from rdflib.plugins.stores.memory import SimpleMemory

Triple = tuple[Any, Any, Any]
_ALL = (None, None, None)


class WrittenOnce(SimpleMemory):
    """rdflib's own store in memory, but indexed only when it is asked for some of its triples or to remove any.

    Indexing took a third of the time in which a report's graph was built, and the graph is only written out.
    """

    def __init__(self) -> None:
        super().__init__()
        self._unindexed: dict[Triple, Graph] | None = {}

    def add(self, triple: Triple, context: Graph, quoted: bool = False) -> None:
        """Add a triple."""
        if self._unindexed is None:
            super().add(triple, context, quoted)
        else:
            self._unindexed[triple] = context

    def remove(self, triple_pattern: Triple, context: Graph | None = None) -> None:
        """Remove the triples of a pattern."""
        self._index()
        super().remove(triple_pattern, context)

    def triples(self, triple_pattern: Triple, context: Graph | None = None) -> Iterator[Any]:
        """Yield (triple, contexts) of a pattern."""
        if self._unindexed is not None and triple_pattern == _ALL:
            return ((triple, iter(())) for triple in self._unindexed)
        self._index()
        return super().triples(triple_pattern, context)

    def __len__(self, context: Graph | None = None) -> int:
        return super().__len__(context) if self._unindexed is None else len(self._unindexed)

    def _index(self) -> None:
        held, self._unindexed = self._unindexed or {}, None
        for triple, context in held.items():
            super().add(triple, context)
