"""Vectors as a list of immutable segments, memory-mapped, searched exactly by FAISS.

A segment is ``NAME.npy`` (n, dimension) float32 rows of length 1, and ``NAME.rows.npy``, n records that say
whose they are. ``segments.json`` of a snapshot names its segments and which reports of each are live: rows
of replaced reports stay in the file, which older snapshots share as a hard link, until segments are merged.
"""

from __future__ import annotations

import hashlib
import importlib
import io
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.report import Duty
from search.entries import Entry, Filters, Key
from search.files import write

DUTIES = tuple(Duty)
KINDS = ("passage", "fact")
ROW = np.dtype(
    [
        ("report", "<u8"),
        ("entry", "<u8"),
        ("passage", "<u8"),
        ("media", "<u8"),
        ("year", "<i2"),
        ("duty", "u1"),
        ("kind", "u1"),
    ]
)
NO_DUTY = 255
TIER, FANOUT = 8, 4
"""Segments whose sizes are within a factor of TIER are merged once there are FANOUT of them: n reports put in
one by one are each rewritten some log(n) times, and a search goes through a few dozen segments at most."""

Vectors = NDArray[np.float32]
Rows = NDArray[np.void]


@dataclass(frozen=True)
class Segment:
    """One line of segments.json."""

    name: str
    rows: int
    live: int
    reports: tuple[str, ...]
    """Ids of the reports whose rows here count."""


class VectorIndex:
    """The vectors of one snapshot, opened for reading."""

    def __init__(self, folder: Path) -> None:
        """Open the vectors in `folder`. Raises OSError or ValueError where missing or damaged."""
        self._parts = []
        for segment in read_segments(folder):
            rows = np.load(folder / f"{segment.name}.rows.npy", mmap_mode="r", allow_pickle=False)
            live = np.isin(rows["report"], np.array([int(at, 16) for at in segment.reports], dtype=np.uint64))
            vectors = np.load(folder / f"{segment.name}.npy", mmap_mode="r", allow_pickle=False)
            self._parts.append(_Part(vectors, rows, live))

    def __len__(self) -> int:
        return sum(int(part.live.sum()) for part in self._parts)

    def search(self, query: Vectors, filters: Filters, limit: int) -> list[tuple[Key, float]]:
        """Return (key, cosine) of the `limit` nearest rows that pass, nearest first.

        `query` has shape (dimension,) and length 1.
        """
        found: list[tuple[Key, float]] = []
        for part in self._parts:
            found += part.search(query, _passing(part.rows, filters) & part.live, limit)
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:limit]


class _Part:
    """One opened segment; its FAISS index is made when first searched."""

    def __init__(self, vectors: Vectors, rows: Rows, live: NDArray[np.bool_]) -> None:
        self.vectors, self.rows, self.live = vectors, rows, live
        self._index: Any = None

    def search(self, query: Vectors, passing: NDArray[np.bool_], limit: int) -> list[tuple[Key, float]]:
        count = min(limit, int(passing.sum()))
        if count == 0:
            return []
        # Its stubs know neither selectors nor arrays.
        faiss: Any = importlib.import_module("faiss")
        if self._index is None:
            index = faiss.IndexFlatIP(self.vectors.shape[1])
            index.add(np.ascontiguousarray(self.vectors, dtype=np.float32))
            # Only a filled index may be seen by other threads.
            self._index = index
        chosen = faiss.SearchParameters(sel=faiss.IDSelectorBitmap(np.packbits(passing, bitorder="little")))
        scores, places = self._index.search(query.reshape(1, -1), count, params=chosen)
        return [
            (_key(self.rows[place]), float(score))
            for score, place in zip(scores[0], places[0], strict=True)
            if place >= 0
        ]


def update(
    folder: Path, gone: Iterable[str], reports: Sequence[tuple[Sequence[Entry], Vectors]], dimension: int
) -> int:
    """Let the reports `gone` no longer count, put `reports` in as one new segment, and return how many rows count.

    `reports` are pairs of a report's entries and their vectors, shape (entries, dimension). Files that were
    in `folder` are only ever unlinked, never changed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    without = set(gone)
    segments = [_without(folder, segment, without) for segment in read_segments(folder)]
    rows = [np.array([_row(entry) for entry in entries], dtype=ROW) for entries, _ in reports]
    if sum(map(len, rows)):
        segments.append(_write(folder, np.concatenate(rows), np.concatenate([part for _, part in reports])))
    segments = _merged(folder, [segment for segment in segments if segment.live])
    if not (folder / "segments.json").exists() and not segments:
        segments.append(_write(folder, np.zeros(0, dtype=ROW), np.zeros((0, dimension), dtype=np.float32)))
    listed = [vars(segment) for segment in segments]
    write(folder / "segments.json", json.dumps(listed, ensure_ascii=False, indent=1).encode())
    named = {f"{segment.name}{ending}" for segment in segments for ending in (".npy", ".rows.npy")}
    for path in folder.glob("*.npy"):
        if path.name not in named:
            path.unlink()
    return sum(segment.live for segment in segments)


def read_segments(folder: Path) -> list[Segment]:
    """Return the segments of the vectors in `folder`, none where there are no vectors yet."""
    path = folder / "segments.json"
    if not path.exists():
        return []
    return [Segment(**{**line, "reports": tuple(line["reports"])}) for line in json.loads(path.read_bytes())]


def _merged(folder: Path, segments: list[Segment]) -> list[Segment]:
    """Merge segments of like size once there are FANOUT of them, and rewrite those half of which is dead."""
    kept = []
    for segment in segments:
        kept.append(_rewritten(folder, [segment]) if segment.live * 2 < segment.rows else segment)
    while True:
        tiers: dict[int, list[Segment]] = {}
        for segment in kept:
            tiers.setdefault(int(math.log(max(1, segment.live), TIER)), []).append(segment)
        full = next((tier for tier in tiers.values() if len(tier) >= FANOUT), None)
        if full is None:
            return kept
        kept = [segment for segment in kept if segment not in full]
        kept.append(_rewritten(folder, full))


def _rewritten(folder: Path, segments: Sequence[Segment]) -> Segment:
    rows, vectors = [], []
    for segment in segments:
        records = np.load(folder / f"{segment.name}.rows.npy", allow_pickle=False)
        live = np.isin(records["report"], np.array([int(at, 16) for at in segment.reports], dtype=np.uint64))
        rows.append(records[live])
        vectors.append(np.load(folder / f"{segment.name}.npy", mmap_mode="r", allow_pickle=False)[live])
    return _write(folder, np.concatenate(rows), np.concatenate(vectors))


def _without(folder: Path, segment: Segment, gone: set[str]) -> Segment:
    reports = tuple(report for report in segment.reports if report not in gone)
    if len(reports) == len(segment.reports):
        return segment
    records = np.load(folder / f"{segment.name}.rows.npy", allow_pickle=False)
    live = np.isin(records["report"], np.array([int(at, 16) for at in reports], dtype=np.uint64))
    return Segment(segment.name, segment.rows, int(live.sum()), reports)


def _write(folder: Path, rows: Rows, vectors: Vectors) -> Segment:
    if len(rows) != len(vectors):
        raise ValueError(f"{len(rows)} entries, but {len(vectors)} vectors")
    contents = [_npy(rows), _npy(np.ascontiguousarray(vectors, dtype=np.float32))]
    name = hashlib.sha256(b"".join(contents)).hexdigest()[:16]
    write(folder / f"{name}.rows.npy", contents[0])
    write(folder / f"{name}.npy", contents[1])
    reports = tuple(sorted({f"{int(report):016x}" for report in rows["report"]}))
    return Segment(name, len(rows), len(rows), reports)


def _npy(array: NDArray[Any]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    return buffer.getvalue()


def _row(entry: Entry) -> tuple[int, ...]:
    ids = (int(number, 16) for number in (entry.report, entry.id, entry.passage))
    duty = NO_DUTY if entry.duty is None else DUTIES.index(entry.duty)
    return *ids, media_number(entry.media), entry.year, duty, KINDS.index(entry.kind)


def media_number(media: str) -> int:
    """Return 64 bits that stand for a media's name in a row."""
    return int.from_bytes(hashlib.sha256(media.encode()).digest()[:8], "big")


def _key(row: Any) -> Key:
    return Key(*(f"{int(row[name]):016x}" for name in Key._fields))


def _passing(rows: Rows, filters: Filters) -> NDArray[np.bool_]:
    passing = np.ones(len(rows), dtype=np.bool_)
    if filters.media is not None:
        passing &= rows["media"] == np.uint64(media_number(filters.media))
    if filters.years:
        passing &= np.isin(rows["year"], filters.years)
    if filters.duties:
        passing &= np.isin(rows["duty"], [DUTIES.index(duty) for duty in filters.duties])
    if filters.kind is not None:
        passing &= rows["kind"] == KINDS.index(filters.kind)
    return passing
