"""What finding asks of an index, wherever it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from search.entries import Filters
from search.segments import Rows, Vectors

Numbers = NDArray[np.uint64]


class Words(Protocol):
    """See `search.lexical.LexicalIndex`."""

    def __len__(self) -> int: ...

    def best(
        self, query: str, boosts: Mapping[str, float], filters: Filters, limit: int
    ) -> tuple[Numbers, NDArray[np.float64]]:
        """Return ids and scores of the best `limit` entries, best first."""

    def covered(self, query: str, filters: Filters) -> float:
        """Return how much of what the query's words tell stands in one entry, 0 to 1."""

    def exact(self, name: str, filters: Filters, limit: int) -> Numbers:
        """Return the ids of entries that hold the characters of `name` one behind the other."""

    def report_of(self, entry: str) -> str | None:
        """Return the id of the report that the entry belongs to."""


class Meanings(Protocol):
    """See `search.vectors.VectorIndex`."""

    def __len__(self) -> int: ...

    def nearest(self, query: Vectors, filters: Filters, limit: int) -> Numbers:
        """Return the ids of the `limit` entries nearest to `query` that pass."""

    def meaning(
        self, query: Vectors, entries: Numbers, *, clauses: bool = True
    ) -> tuple[Rows, Vectors, Vectors]:
        """Return of the entries: their records, their cosines, and those of their nearest clauses."""

    def clauses(self, query: Vectors, passage: int) -> Vectors:
        """Return the cosines of a passage's clauses in their order."""
