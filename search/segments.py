"""Vectors as a list of immutable segments, memory-mapped: how they are kept.

A segment is ``NAME.npy`` (n, dimension) float32 rows of length 1, and ``NAME.rows.npy``, n records that say
whose they are; where it is large also ``NAME.standing.faiss`` and ``NAME.held.faiss``, inverted files of its `groups`
(those written before 2026-11-30 have one of both, ``NAME.faiss``). ``segments.json`` of a snapshot names its segments and which reports of each are live: rows
of replaced reports stay in the file, which older snapshots share as a hard link, until segments are merged.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingest.report import Duty
from search import approximate
from search.entries import Entry
from search.files import UMASK, write
from search.npy import data, header

DUTIES = tuple(Duty)
KINDS = ("passage", "fact", "clause")
FACT, CLAUSE = KINDS.index("fact"), KINDS.index("clause")
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
ENDINGS = (".npy", approximate.ENDING)
"""What the names of a segment's files end with."""
STEP = 50_000
"""Vectors copied at a time."""
TIER, FANOUT = 8, 4
"""Segments whose sizes are within a factor of TIER are merged once there are FANOUT of them: n reports put in
one by one are each rewritten some log(n) times, and a search goes through a few dozen segments at most."""
MOST = 300_000
"""Entries that a segment may hold: with their clauses some 1.2 million vectors, of which an inverted file is made in memory.
A library of 7,000 reports has half a dozen of them."""

Vectors = NDArray[np.float32]
Rows = NDArray[np.void]


@dataclass(frozen=True)
class Segment:
    """One line of segments.json."""

    name: str
    rows: int
    """How many entries it holds, clauses not counted."""
    live: int
    """How many of them count."""
    reports: tuple[str, ...]
    """Ids of the reports whose rows here count."""


class Writing:
    """The vectors of the next snapshot being written into a folder that holds those of the last one, or nothing yet.

    Files that were in the folder are only ever unlinked, never changed.
    """

    def __init__(self, folder: Path, gone: Iterable[str], dimension: int) -> None:
        """Let the reports `gone` no longer count."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._dimension = folder, dimension
        without = set(gone)
        self._segments = [_without(folder, segment, without) for segment in read_segments(folder)]
        self._new: _New | None = None

    def put(self, entries: Sequence[Entry], vectors: Vectors) -> None:
        """Put a report in: its entries with clauses, and their vectors, shape (entries, dimension). ValueError where they do not fit."""
        rows = _rows(entries)
        if self._new is not None and self._new.live + _count(rows) > MOST:
            self._segments.append(self._new.finish())
            self._new = None
        self._new = self._new or _New(self._folder, self._dimension)
        self._new.add(rows, vectors)

    def finish(self) -> int:
        """Merge what is to be merged, name the segments that the snapshot has, and return how many entries count."""
        folder = self._folder
        if self._new is not None:
            self._segments.append(self._new.finish())
        segments = _merged(folder, [segment for segment in self._segments if segment.live])
        if not (folder / "segments.json").exists() and not segments:
            segments.append(_New(folder, self._dimension).finish())
        listed = [vars(segment) for segment in segments]
        write(folder / "segments.json", json.dumps(listed, ensure_ascii=False, indent=1).encode())
        named = {segment.name for segment in segments}
        for path in folder.iterdir():
            if path.name.endswith(ENDINGS) and path.name.partition(".")[0] not in named:
                path.unlink()
        return sum(segment.live for segment in segments)


def update(
    folder: Path, gone: Iterable[str], reports: Iterable[tuple[Sequence[Entry], Vectors]], dimension: int
) -> int:
    """Let the reports `gone` no longer count, put `reports` in, and return how many entries count; see `Writing`."""
    writing = Writing(folder, gone, dimension)
    for entries, vectors in reports:
        writing.put(entries, vectors)
    return writing.finish()


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
        full = next((few for tier in tiers.values() if len(tier) >= FANOUT and (few := _within(tier))), None)
        if full is None:
            return kept
        kept = [segment for segment in kept if segment not in full]
        kept.append(_rewritten(folder, full))


def _within(tier: Sequence[Segment]) -> list[Segment]:
    """Return the smallest segments that may become one, none where no two may."""
    few: list[Segment] = []
    for segment in sorted(tier, key=lambda segment: (segment.live, segment.name)):
        if sum(other.live for other in few) + segment.live <= MOST:
            few.append(segment)
    return few if len(few) > 1 else []


def _rewritten(folder: Path, segments: Sequence[Segment]) -> Segment:
    """Write the live rows of segments as one."""
    held = [
        np.load(folder / f"{segment.name}.npy", mmap_mode="r", allow_pickle=False) for segment in segments
    ]
    new = _New(folder, held[0].shape[1])
    for segment, old in zip(segments, held, strict=True):
        records = np.load(folder / f"{segment.name}.rows.npy", allow_pickle=False)
        live = np.flatnonzero(np.isin(records["report"], report_numbers(segment.reports)))
        # A copy of a segment is a matter of gigabytes.
        for first in range(0, len(live), STEP):
            chosen = live[first : first + STEP]
            new.add(records[chosen], np.asarray(old[chosen]))
    return new.finish()


def _without(folder: Path, segment: Segment, gone: set[str]) -> Segment:
    reports = tuple(report for report in segment.reports if report not in gone)
    if len(reports) == len(segment.reports):
        return segment
    records = np.load(folder / f"{segment.name}.rows.npy", allow_pickle=False)
    live = np.isin(records["report"], report_numbers(reports))
    return Segment(segment.name, segment.rows, _count(records[live]), reports)


class _New:
    """A segment being written, piece by piece, so that no more than a report's vectors are in memory."""

    def __init__(self, folder: Path, dimension: int) -> None:
        self._folder, self._dimension = folder, dimension
        self._content = hashlib.sha256()
        self._pieces: list[Rows] = []
        self.live = 0
        handle, name = tempfile.mkstemp(dir=folder, prefix=".writing-")
        self._path = Path(name)
        with os.fdopen(handle, "wb") as file:
            # As long for any number of rows; how many there are is known at the end.
            self._header = file.write(header(np.zeros((0, dimension), dtype=np.float32)))

    def add(self, rows: Rows, vectors: Vectors) -> None:
        """Add rows and their vectors, shape (rows, dimension)."""
        if vectors.shape != (len(rows), self._dimension):
            raise ValueError(f"{len(rows)} entries, but vectors of shape {vectors.shape}")
        numbers = data(np.asarray(vectors, dtype=np.float32))
        self._content.update(numbers)
        with self._path.open("ab") as file:
            file.write(numbers)
        self._pieces.append(rows)
        self.live += _count(rows)

    def finish(self) -> Segment:
        """Give the segment its name, by its content, and its inverted file where it is large."""
        rows = np.concatenate([np.zeros(0, dtype=ROW), *self._pieces])
        self._content.update(data(rows))
        name, folder = self._content.hexdigest()[:16], self._folder
        told = header(np.broadcast_to(np.float32(0), (len(rows), self._dimension)))
        if len(told) != self._header:
            raise AssertionError("the header of an .npy file grew with its rows")
        with self._path.open("r+b") as file:
            file.write(told)
            file.flush()
            os.fsync(file.fileno())
        self._path.chmod(0o666 & ~UMASK)
        self._path.replace(folder / f"{name}.npy")
        write(folder / f"{name}.rows.npy", header(rows), data(rows))
        for group, inside in groups(rows).items():
            places = np.flatnonzero(inside)
            if len(places) >= approximate.FROM[group]:
                vectors = np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
                write(folder / f"{name}.{group}{approximate.ENDING}", approximate.build(vectors, places))
        reports = tuple(f"{report:016x}" for report in np.unique(rows["report"]).tolist())
        return Segment(name, self.live, self.live, reports)


def groups(rows: Rows) -> dict[str, NDArray[np.bool_]]:
    """Tell of rows which are found for themselves (standing: passages and facts of headings) and which a passage holds (held)."""
    held = (rows["kind"] == FACT) & (rows["passage"] != 0)
    return {"standing": (rows["kind"] != CLAUSE) & ~held, "held": held}


def inverted_files(folder: Path, name: str) -> dict[str, Path]:
    """Return the inverted files of a segment by the group that they serve."""
    both = folder / f"{name}{approximate.ENDING}"
    named = {group: folder / f"{name}.{group}{approximate.ENDING}" for group in approximate.FROM}
    return {group: each for group, own in named.items() for each in (own, both) if each.exists()}


def _count(rows: Rows) -> int:
    return int((rows["kind"] != CLAUSE).sum())


def _rows(entries: Sequence[Entry]) -> Rows:
    """Return the records of entries."""
    rows = np.empty(len(entries), dtype=ROW)
    rows["report"] = report_numbers(entry.report for entry in entries)
    rows["entry"] = report_numbers(entry.id for entry in entries)
    rows["passage"] = report_numbers(entry.passage for entry in entries)
    rows["media"] = [media_number(entry.media) for entry in entries]
    rows["year"] = [entry.year for entry in entries]
    rows["duty"] = [NO_DUTY if entry.duty is None else DUTIES.index(entry.duty) for entry in entries]
    rows["kind"] = [KINDS.index(entry.kind) for entry in entries]
    return rows


def report_numbers(reports: Iterable[str]) -> NDArray[np.uint64]:
    """Return ids, 16 hex digits each, as rows have them."""
    return np.frombuffer(bytes.fromhex("".join(reports)), dtype=">u8").astype(np.uint64)


@lru_cache(maxsize=1024)
def media_number(media: str) -> int:
    """Return 64 bits that stand for a media's name in a row."""
    return int.from_bytes(hashlib.sha256(media.encode()).digest()[:8], "big")
