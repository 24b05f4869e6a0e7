"""One snapshot's words and vectors in Milvus, opened for reading: the same as `LexicalIndex` and `VectorIndex`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from search.entries import Filters
from search.milvus.layout import Listed, clauses_of, connected, quoted, speaking, texts
from search.segments import DUTIES, KINDS, NO_DUTY, ROW, Rows, Vectors, media_number
from search.tokens import tokens
from search.vectors import Numbers

_ASKED_FOR: Final = ("report", "entry", "passage", "media", "year", "duty", "kind", "vector")
WIDER: Final = 2
"""How many times as many of each field are fetched as are wanted of their sum."""


class MilvusIndex:
    """One snapshot. Safe to use from many threads. Methods raise LibraryError where Milvus does not answer."""

    def __init__(self, folder: Path, setting: str) -> None:
        """Open what the file in `folder` lists. Raises OSError or ValueError where it is missing or damaged."""
        listed = Listed.read(folder)
        self._client = connected(setting)
        self._collection = listed.collection
        with speaking():
            # Milvus Lite forgets with each start which collections are loaded; elsewhere this does nothing.
            for name in (self._collection, clauses_of(self._collection)):
                self._client.load_collection(name)
        counted = [f"since <= {listed.number}"]
        if listed.dead:
            counted.append(f"version not in {_list(listed.dead)}")
        self._counted = " and ".join(counted)

    def __len__(self) -> int:
        with speaking():
            found = self._client.query(self._collection, self._counted, output_fields=["count(*)"])
        return int(found[0]["count(*)"])

    def best(
        self, query: str, boosts: Mapping[str, float], filters: Filters, limit: int
    ) -> tuple[NDArray[np.uint64], NDArray[np.float64]]:
        """See LexicalIndex. The sum is over the fields' best; what is far down in one field counts nothing there."""
        sums: dict[int, float] = {}
        for field, text in texts(query).items():
            boost = boosts.get(field, 0.0)
            if boost:
                for entry, score in self._near(f"{field}_bm25", text, filters, WIDER * limit):
                    sums[entry] = sums.get(entry, 0.0) + boost * score
        order = sorted(sums, key=lambda entry: (-sums[entry], entry))[:limit]
        return np.array(order, dtype=np.uint64), np.array([sums[entry] for entry in order], dtype=np.float64)

    def covered(self, query: str, filters: Filters) -> float:
        """See LexicalIndex. Words count by their length: Milvus does not tell how rare they are."""
        wanted = set(tokens(query)["words"])
        if not wanted:
            return 0.0
        with speaking():
            found = self._client.search(
                self._collection,
                data=[query],
                anns_field="words_bm25",
                filter=self._expression(filters),
                limit=1,
                output_fields=["words"],
            )[0]
        held = set(tokens(found[0]["entity"]["words"])["words"]) if found else set()
        return sum(map(len, wanted & held)) / sum(map(len, wanted))

    def exact(self, name: str, filters: Filters, limit: int) -> NDArray[np.uint64]:
        """See LexicalIndex."""
        characters = tokens(name)["chars"]
        if not characters:
            return np.zeros(0, dtype=np.uint64)
        phrase = quoted(f"% {' '.join(characters)} %")
        expression = f"{self._expression(filters)} and plain like {phrase}"
        with speaking():
            found = self._client.query(self._collection, expression, output_fields=["entry"], limit=limit)
        return np.array([int(row["entry"], 16) for row in found], dtype=np.uint64)

    def report_of(self, entry: str) -> str | None:
        """See LexicalIndex."""
        expression = f"{self._counted} and entry == {quoted(entry)}"
        with speaking():
            found = self._client.query(self._collection, expression, output_fields=["report"], limit=1)
        return str(found[0]["report"]) if found else None

    def nearest(self, query: Vectors, filters: Filters, limit: int) -> Numbers:
        """See VectorIndex."""
        found = self._near("vector", query.astype(np.float32).tolist(), filters, limit)
        return np.array([entry for entry, _ in found], dtype=np.uint64)

    def meaning(
        self, query: Vectors, entries: Numbers, *, clauses: bool = True
    ) -> tuple[Rows, Vectors, Vectors]:
        """See VectorIndex."""
        none = np.zeros(0, ROW), np.zeros(0, np.float32), np.zeros(0, np.float32)
        if not len(entries):
            return none
        expression = f"{self._counted} and entry in {_list([f'{int(entry):016x}' for entry in entries])}"
        with speaking():
            found = self._client.query(self._collection, expression, output_fields=list(_ASKED_FOR))
            held = (
                self._client.query(
                    clauses_of(self._collection), expression, output_fields=["entry", "vector"]
                )
                if clauses and found
                else []
            )
        if not found:
            return none
        rows = np.array([_record(each) for each in found], dtype=ROW)
        whole = np.array([each["vector"] for each in found], dtype=np.float32) @ query
        best: dict[int, float] = {}
        if held:
            cosines = np.array([each["vector"] for each in held], dtype=np.float32) @ query
            for each, cosine in zip(held, cosines, strict=True):
                entry = int(each["entry"], 16)
                best[entry] = max(best.get(entry, -2.0), float(cosine))
        nearest = np.array(
            [best.get(int(row["entry"]), one) for row, one in zip(rows, whole, strict=True)], dtype=np.float32
        )
        order = np.argsort(rows["entry"], kind="stable")
        return rows[order], whole[order], nearest[order]

    def clauses(self, query: Vectors, passage: int) -> Vectors:
        """See VectorIndex."""
        expression = f"{self._counted} and entry == {quoted(f'{passage:016x}')}"
        with speaking():
            found = self._client.query(
                clauses_of(self._collection), expression, output_fields=["id", "vector"]
            )
        # A row's id ends with its place among those of its report.
        found = sorted(found, key=lambda each: int(each["id"].rpartition("-")[2]))
        vectors = np.array([each["vector"] for each in found], dtype=np.float32)
        return np.asarray(vectors.reshape(-1, len(query)) @ query, dtype=np.float32)

    def _near(self, field: str, asked: Any, filters: Filters, limit: int) -> list[tuple[int, float]]:
        with speaking():
            [found] = self._client.search(
                self._collection,
                data=[asked],
                anns_field=field,
                filter=self._expression(filters),
                limit=limit,
                output_fields=["entry"],
            )
        # Milvus Lite 3.2 gives BM25 with its sign turned; neither gives any below zero.
        sign = -1 if field != "vector" and found and found[0]["distance"] < 0 else 1
        return [(int(hit["entity"]["entry"], 16), sign * float(hit["distance"])) for hit in found]

    def _expression(self, filters: Filters) -> str:
        wanted = [self._counted]
        if filters.media is not None:
            wanted.append(f"media == {quoted(filters.media)}")
        if filters.years:
            wanted.append(f"year in {list(filters.years)}")
        if filters.duties:
            wanted.append(f"duty in {_list([duty.value for duty in filters.duties])}")
        if filters.kind == "standing":
            wanted.append("standing == true")
        elif filters.kind is not None:
            wanted.append(f"kind == {quoted(filters.kind)}")
        return " and ".join(wanted)


def _list(values: Sequence[str]) -> str:
    return f"[{', '.join(map(quoted, values))}]"


def _record(row: Mapping[str, Any]) -> tuple[int, ...]:
    duty = next((at for at, duty in enumerate(DUTIES) if duty.value == row["duty"]), NO_DUTY)
    ids = (int(row[name], 16) for name in ("report", "entry", "passage"))
    return *ids, media_number(row["media"]), int(row["year"]), duty, KINDS.index(row["kind"])
