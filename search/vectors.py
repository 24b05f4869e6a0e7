"""The vectors of one snapshot, searched: the nearest entries by FAISS, then their clauses.

Up to some hundred thousand vectors exactly, large segments by an inverted file (`search.approximate`).

How they are kept is in `search.segments`.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search import approximate
from search.approximate import InvertedFile
from search.entries import Filters, Key
from search.segments import (
    CLAUSE,
    DUTIES,
    KINDS,
    ROW,
    Rows,
    Vectors,
    groups,
    inverted_files,
    media_number,
    read_segments,
    report_numbers,
    update,
)

__all__ = [
    "ROW",
    "Numbers",
    "Rows",
    "VectorIndex",
    "Vectors",
    "key_of",
    "media_number",
    "read_segments",
    "update",
]

Numbers = NDArray[np.uint64]
"""Ids of entries as numbers, shape (n,)."""


class VectorIndex:
    """The vectors of one snapshot, opened for reading."""

    def __init__(self, folder: Path) -> None:
        """Open the vectors in `folder`. Raises OSError, RuntimeError or ValueError where missing or damaged."""
        self._parts = []
        for segment in read_segments(folder):
            rows = np.load(folder / f"{segment.name}.rows.npy", mmap_mode="r", allow_pickle=False)
            vectors = np.load(folder / f"{segment.name}.npy", mmap_mode="r", allow_pickle=False)
            live = np.isin(rows["report"], report_numbers(segment.reports))
            files = inverted_files(folder, segment.name)
            opened = {path: InvertedFile(path) for path in set(files.values())}
            inverted = {group: opened[path] for group, path in files.items()}
            self._parts.append(_Part(vectors, rows, live, inverted))

    def __len__(self) -> int:
        """Return how many entries count, clauses left out."""
        return sum(len(part.entries) for part in self._parts)

    def search(self, query: Vectors, filters: Filters, limit: int) -> list[tuple[Key, float]]:
        """Return (key, cosine) of the `limit` nearest entries that pass, nearest first.

        `query` has shape (dimension,) and length 1.
        """
        rows, cosines, _ = self.meaning(query, self.nearest(query, filters, limit))
        found = [(key_of(row), float(cosine)) for row, cosine in zip(rows, cosines, strict=True)]
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))

    def nearest(self, query: Vectors, filters: Filters, limit: int) -> Numbers:
        """Return the ids of the `limit` entries nearest to `query` that pass, in no order.

        Of segments with an inverted file they are nearly always the nearest.
        """
        among = max(1, sum(bool(part.inverted) for part in self._parts))
        found = [part.nearest(query, filters, limit, among) for part in self._parts]
        scores = np.concatenate([np.zeros(0, np.float32), *(scores for scores, _ in found)])
        entries = np.concatenate([np.zeros(0, np.uint64), *(entries for _, entries in found)])
        return entries[np.argsort(-scores, kind="stable")[:limit]]

    def meaning(
        self, query: Vectors, entries: Numbers, *, clauses: bool = True
    ) -> tuple[Rows, Vectors, Vectors]:
        """Return of the entries (ids), sorted by id: their records, their cosines, and those of their nearest clauses.

        An entry without clauses counts as its own, and all do where `clauses` are not asked for. Ids that are
        not held are left out.
        """
        found = [part.meaning(query, entries, clauses) for part in self._parts]
        rows = np.concatenate([np.zeros(0, ROW), *(rows for rows, _, _ in found)])
        order = np.argsort(rows["entry"], kind="stable")
        whole, nearest = (
            np.concatenate([np.zeros(0, np.float32), *(each[at] for each in found)])[order] for at in (1, 2)
        )
        return rows[order], whole, nearest

    def clauses(self, query: Vectors, passage: int) -> Vectors:
        """Return the cosines of a passage's clauses (its id as a number) in their order; none where it has none."""
        found = [part.clauses_of(passage) @ query for part in self._parts]
        return np.concatenate([np.zeros(0, np.float32), *found])


class _Part:
    """One opened segment; its FAISS indexes are made when first searched."""

    def __init__(
        self, vectors: Vectors, rows: Rows, live: NDArray[np.bool_], inverted: Mapping[str, InvertedFile]
    ) -> None:
        # Plain views of the mapped files: numpy's own class for them takes long over every selection.
        self.vectors, self.rows = np.asarray(vectors), np.asarray(rows)
        clause = rows["kind"] == CLAUSE
        # Ids and the places of their rows, both by id; and the same of clauses by the passage that holds them.
        self.entries, self.places = _by(rows["entry"], live & ~clause)
        self.holders, self.clauses = _by(rows["passage"], live & clause)
        self._groups = {group: np.flatnonzero(live & inside) for group, inside in groups(rows).items()}
        self._records = {group: rows[inside] for group, inside in self._groups.items()}
        self._flat: dict[str, Any] = {}
        self.inverted = inverted

    def nearest(
        self, query: Vectors, filters: Filters, limit: int, among: int = 1
    ) -> tuple[Vectors, Numbers]:
        """Return cosines and ids of the nearest entries; `among` is how many segments have inverted files."""
        scores, places = [np.zeros(0, np.float32)], [np.zeros(0, np.int64)]
        for group, inside in self._groups.items():
            if filters.kind in ("passage", "standing") and group == "held":
                continue
            passing = _passing(self._records[group], filters)
            count = min(limit, int(passing.sum()))
            if count and group in self.inverted:
                near = self._large(self.inverted[group], query, inside[passing], limit, among)
                scores.append(self.vectors[near] @ query)
                places.append(near)
            elif count:
                # Its stubs know neither selectors nor arrays.
                faiss: Any = importlib.import_module("faiss")
                bits = np.packbits(passing, bitorder="little")
                chosen = None if passing.all() else faiss.SearchParameters(sel=faiss.IDSelectorBitmap(bits))
                cosines, at = approximate.search_one(self._index(group), query, count, chosen)
                scores.append(cosines)
                places.append(inside[at])
        return np.concatenate(scores), self.rows["entry"][np.concatenate(places)]

    def _large(
        self, inverted: InvertedFile, query: Vectors, passing: NDArray[np.int64], limit: int, among: int
    ) -> NDArray[np.int64]:
        """Return the places of those nearest to `query` among the places `passing`."""
        if len(passing) <= approximate.FEW:
            return passing[np.argsort(-(self.vectors[passing] @ query), kind="stable")[:limit]]
        return inverted.nearest(query, passing, len(self.rows), limit, among)

    def _index(self, group: str) -> Any:
        if group not in self._flat:
            faiss: Any = importlib.import_module("faiss")
            index = faiss.IndexFlatIP(self.vectors.shape[1])
            index.add(np.ascontiguousarray(self.vectors[self._groups[group]], dtype=np.float32))
            # Only a filled index may be seen by other threads.
            self._flat[group] = index
        return self._flat[group]

    def meaning(self, query: Vectors, entries: Numbers, clauses: bool) -> tuple[Rows, Vectors, Vectors]:
        """Return of those of `entries` that are here: records, cosines, nearest clauses' cosines."""
        if not len(self.entries):
            return np.zeros(0, ROW), np.zeros(0, np.float32), np.zeros(0, np.float32)
        at = np.minimum(np.searchsorted(self.entries, entries), len(self.entries) - 1)
        places = self.places[at[self.entries[at] == entries]]
        rows = self.rows[places]
        whole = self.vectors[places] @ query
        if not clauses:
            return rows, whole, whole
        first = np.searchsorted(self.holders, rows["entry"], side="left")
        counts = np.searchsorted(self.holders, rows["entry"], side="right") - first
        nearest = whole.copy()
        many = np.flatnonzero(counts)
        if len(many):
            starts = np.cumsum(counts[many]) - counts[many]
            spread = np.repeat(first[many] - starts, counts[many]) + np.arange(counts[many].sum())
            nearest[many] = np.maximum.reduceat(self.vectors[self.clauses[spread]] @ query, starts)
        return rows, whole, nearest

    def clauses_of(self, passage: int) -> Vectors:
        """Return the vectors of the clauses of a passage, shape (clauses, dimension)."""
        first = self.holders.searchsorted(np.uint64(passage), side="left")
        last = self.holders.searchsorted(np.uint64(passage), side="right")
        return np.asarray(self.vectors[self.clauses[first:last]], dtype=np.float32)


def key_of(row: Any) -> Key:
    """Return the key of a record."""
    return Key(*(f"{int(row[name]):016x}" for name in Key._fields))


def _by(numbers: Numbers, chosen: NDArray[np.bool_]) -> tuple[Numbers, NDArray[np.int64]]:
    """Return the chosen numbers sorted, and the places where they stand."""
    places = np.flatnonzero(chosen)
    places = places[np.argsort(numbers[places], kind="stable")]
    return np.asarray(numbers[places]), places


def _passing(rows: Rows, filters: Filters) -> NDArray[np.bool_]:
    passing = np.ones(len(rows), dtype=np.bool_)
    if filters.media is not None:
        passing &= rows["media"] == np.uint64(media_number(filters.media))
    if filters.years:
        passing &= np.isin(rows["year"], filters.years)
    if filters.duties:
        passing &= np.isin(rows["duty"], [DUTIES.index(duty) for duty in filters.duties])
    if filters.kind in KINDS:
        passing &= rows["kind"] == KINDS.index(filters.kind)
    return passing
