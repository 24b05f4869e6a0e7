"""Vectors as a list of immutable segments, memory-mapped: how they are kept.

A segment is ``NAME.npy`` (n, dimension) float32 rows of length 1, and ``NAME.rows.npy``, n records that say
whose they are; from `approximate.FROM` entries on also ``NAME.faiss``, an inverted file. ``segments.json`` of a snapshot names its segments and which reports of each are live: rows
of replaced reports stay in the file, which older snapshots share as a hard link, until segments are merged.
"""

from __future__ import annotations

import hashlib
import io
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.report import Duty
from search import approximate
from search.entries import Entry
from search.files import write

DUTIES = tuple(Duty)
KINDS = ("passage", "fact", "clause")
CLAUSE = KINDS.index("clause")
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
ENDINGS = (".rows.npy", ".npy", approximate.ENDING)
"""What the names of a segment's files end with."""
STEP = 50_000
"""Vectors copied at a time."""
TIER, FANOUT = 8, 4
"""Segments whose sizes are within a factor of TIER are merged once there are FANOUT of them: n reports put in
one by one are each rewritten some log(n) times, and a search goes through a few dozen segments at most."""
MOST = 300_000
"""Entries that a merged segment may hold: with their clauses some 1.2 million vectors, 2.4 GB that are held in memory
while it is written. A library of 7,000 reports has half a dozen of them."""

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


def update(
    folder: Path, gone: Iterable[str], reports: Sequence[tuple[Sequence[Entry], Vectors]], dimension: int
) -> int:
    """Let the reports `gone` no longer count, put `reports` in as one new segment, and return how many entries count.

    `reports` are pairs of a report's entries with clauses and their vectors, shape (entries, dimension). Files that were
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
    named = {f"{segment.name}{ending}" for segment in segments for ending in ENDINGS}
    for path in folder.iterdir():
        if path.name.endswith(ENDINGS) and path.name not in named:
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
    rows, places = [], []
    for segment in segments:
        records = np.load(folder / f"{segment.name}.rows.npy", allow_pickle=False)
        places.append(np.flatnonzero(np.isin(records["report"], report_numbers(segment.reports))))
        rows.append(records[places[-1]])
    held = [
        np.load(folder / f"{segment.name}.npy", mmap_mode="r", allow_pickle=False) for segment in segments
    ]
    vectors = np.empty((sum(map(len, places)), held[0].shape[1]), dtype=np.float32)
    at = 0
    for live, old in zip(places, held, strict=True):
        # Straight to where they belong: a copy of a segment is a matter of gigabytes.
        for first in range(0, len(live), STEP):
            chosen = live[first : first + STEP]
            vectors[at : at + len(chosen)] = old[chosen]
            at += len(chosen)
    return _write(folder, np.concatenate(rows), vectors)


def _without(folder: Path, segment: Segment, gone: set[str]) -> Segment:
    reports = tuple(report for report in segment.reports if report not in gone)
    if len(reports) == len(segment.reports):
        return segment
    records = np.load(folder / f"{segment.name}.rows.npy", allow_pickle=False)
    live = np.isin(records["report"], report_numbers(reports))
    return Segment(segment.name, segment.rows, _count(records[live]), reports)


def _write(folder: Path, rows: Rows, vectors: Vectors) -> Segment:
    if len(rows) != len(vectors):
        raise ValueError(f"{len(rows)} entries, but {len(vectors)} vectors")
    contents = [_npy(rows), _npy(np.ascontiguousarray(vectors, dtype=np.float32))]
    content = hashlib.sha256()
    for header, data in contents:
        content.update(header)
        content.update(data)
    name = content.hexdigest()[:16]
    write(folder / f"{name}.rows.npy", *contents[0])
    write(folder / f"{name}.npy", *contents[1])
    places = np.flatnonzero(rows["kind"] != CLAUSE)
    if len(places) >= approximate.FROM:
        write(folder / f"{name}{approximate.ENDING}", approximate.build(vectors, places))
    reports = tuple(sorted({f"{int(report):016x}" for report in rows["report"]}))
    return Segment(name, _count(rows), _count(rows), reports)


def _count(rows: Rows) -> int:
    return int((rows["kind"] != CLAUSE).sum())


def _npy(array: NDArray[Any]) -> tuple[bytes, memoryview]:
    """Return the header of an .npy file and the array itself, which is not copied."""
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, np.lib.format.header_data_from_array_1_0(array))
    return header.getvalue(), array.reshape(-1).view(np.uint8).data


def _row(entry: Entry) -> tuple[int, ...]:
    ids = (int(number, 16) for number in (entry.report, entry.id, entry.passage))
    duty = NO_DUTY if entry.duty is None else DUTIES.index(entry.duty)
    return *ids, media_number(entry.media), entry.year, duty, KINDS.index(entry.kind)


def report_numbers(reports: Iterable[str]) -> NDArray[np.uint64]:
    """Return the ids of reports as rows have them."""
    return np.array([int(report, 16) for report in reports], dtype=np.uint64)


@lru_cache(maxsize=1024)
def media_number(media: str) -> int:
    """Return 64 bits that stand for a media's name in a row."""
    return int.from_bytes(hashlib.sha256(media.encode()).digest()[:8], "big")
