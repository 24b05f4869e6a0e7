"""Many vectors searched without looking at all of them: an inverted file by FAISS, stored beside its segment.

Only who is looked at more closely is decided here; how near they are is always computed from the vectors themselves.
"""

from __future__ import annotations

import importlib
import math
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

FROM = {"standing": 30_000, "held": 100_000}
"""Vectors of a group (`segments.groups`) from which on a segment is given an inverted file of it; fewer are searched exactly
in some milliseconds. What a passage holds is searched only where facts alone are asked for, which takes ten then."""
FEW = 20_000
"""Vectors that pass the filters up to which these are searched exactly: an inverted file would miss some of few."""
BESIDES = 1.25
"""How many times as many are looked at more closely as are asked for: 8 bits a dimension mistake some near the limit."""
PROBES = 256
"""Lists looked into where all vectors pass; where fewer do, more, by the root of how many times fewer. `benchmarks/RESULTS.md` tells recall and time of other numbers and of HNSW graphs."""
LEAST = 128
"""Lists looked into at least. Of several files each has but a share of the nearest: there, fewer by the root of how many they are."""
ROUNDS, SAMPLE = 4, 64
"""How the lists' centres are learned: rounds of k-means, and vectors drawn for each list."""
STEP = 50_000
"""Vectors put in at a time."""
ENDING = ".faiss"


def build(vectors: Vectors, places: NDArray[np.int64]) -> bytes:
    """Return an inverted file over `vectors[places]` (rows of length 1), whose ids are `places`; the same every time.

    Vectors are kept in it as 8 bits a dimension: a quarter of their size.
    """
    faiss: Any = importlib.import_module("faiss")
    lists = max(1, round(2 * math.sqrt(len(places))))
    index = faiss.index_factory(vectors.shape[1], f"IVF{lists},SQ8", faiss.METRIC_INNER_PRODUCT)
    index.cp.niter, index.cp.seed = ROUNDS, 13
    index.cp.max_points_per_centroid, index.cp.min_points_per_centroid = SAMPLE, 1
    drawn = np.random.default_rng(13).permutation(len(places))[: lists * SAMPLE]
    index.train(np.ascontiguousarray(vectors[places[np.sort(drawn)]], dtype=np.float32))
    for first in range(0, len(places), STEP):
        # All at once would be a second copy of the segment.
        some = places[first : first + STEP]
        index.add_with_ids(np.ascontiguousarray(vectors[some], dtype=np.float32), some)
    return bytes(faiss.serialize_index(index).tobytes())


def search_one(index: Any, query: Vectors, limit: int, chosen: Any) -> tuple[Vectors, NDArray[np.int64]]:
    """Return cosines and ids of those nearest to a single query in any index of FAISS; `chosen` are its parameters.

    In this thread alone: a second one has nothing to do and is waited for (on two busy cores 14 ms instead of 1.5).
    """
    faiss: Any = importlib.import_module("faiss")
    threads = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        cosines, ids = index.search(query.reshape(1, -1), limit, params=chosen)
    finally:
        faiss.omp_set_num_threads(threads)
    return cosines[0], ids[0]


class InvertedFile:
    """One opened inverted file."""

    def __init__(self, path: Path) -> None:
        """Open the file at `path`, mapped into memory. Raises RuntimeError where it is damaged."""
        self._faiss: Any = importlib.import_module("faiss")
        self._index = self._faiss.read_index(str(path), self._faiss.IO_FLAG_MMAP)
        lists = self._faiss.downcast_InvertedLists(self._index.invlists)
        if hasattr(lists, "prefetch_nthread"):
            # 32 threads are started for each search otherwise, which take longer than it: 2.2 of 4.7 ms.
            lists.prefetch_nthread = 0

    def nearest(
        self, query: Vectors, passing: NDArray[np.int64], rows: int, limit: int, among: int = 1
    ) -> NDArray[np.int64]:
        """Return the places of somewhat more than `limit` vectors, the nearest to `query` of those `passing` nearly always among them.

        `passing` are places in a segment of so many `rows`; `among` is how many files are searched for the same nearest.
        """
        # The fewer pass, the further off are the nearest of them.
        share = self._index.ntotal / max(1, len(passing))
        wanted = max(min(LEAST, PROBES), PROBES / math.sqrt(among))
        probes = min(self._index.nlist, math.ceil(wanted * math.sqrt(max(1.0, share))))
        selector = None
        if len(passing) < self._index.ntotal:
            chosen = np.zeros(rows, dtype=np.bool_)
            chosen[passing] = True
            bits = np.packbits(chosen, bitorder="little")
            selector = self._faiss.IDSelectorBitmap(bits)
        asked = self._faiss.SearchParametersIVF(sel=selector, nprobe=probes)
        _, places = search_one(self._index, query, math.ceil(BESIDES * limit), asked)
        return np.asarray(places[places >= 0])
