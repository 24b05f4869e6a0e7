"""Exact search, inverted files and HNSW graphs over the same vectors: ``python -m benchmarks.nearest``.

Vectors are those of the embedded encoder over lines of official texts, queries are questions of CMRC 2018.
Recall is the share of the exact nearest 150 that are found: so many each search asks for before it computes
exactly how near they are. Prints the figures and writes them into `RESULTS.md` beside this file.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.results import put
from search import approximate
from search.encoder import Vectors, open_encoder
from search.hybrid import POOL
from search.training.sources import read_texts

DATA = Path("../shared/embedding")
QUERIES = 200
Found = NDArray[np.int64]


def main(arguments: list[str] | None = None) -> int:
    """Measure, print and write; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.nearest", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with the text and benchmark files")
    parser.add_argument("--vectors", type=int, default=200_000, help="how many vectors are searched")
    options = parser.parse_args(arguments)
    faiss: Any = importlib.import_module("faiss")
    faiss.omp_set_num_threads(1)
    encoder = open_encoder()
    texts = list(dict.fromkeys(read_texts(options.data, 13)))[: options.vectors]
    with gzip.open(options.data / "bench-cmrc-dev.json.gz", "rt", encoding="utf-8") as file:
        questions = json.load(file)["queries"][:QUERIES]
    rows, queries = encoder.encode_passages(texts), encoder.encode_queries(questions)
    lines = ["| | build, s | MB | recall@150 | median ms |", "| --- | ---: | ---: | ---: | ---: |"]
    lines += measured(faiss, rows, queries)
    table = "\n".join(lines)
    said = f"{len(rows)} vectors of {rows.shape[1]} dimensions, {len(queries)} queries, one thread."
    print(table)
    command = " ".join(["python -m benchmarks.nearest", *(sys.argv[1:] if arguments is None else arguments)])
    put(f"# Nearest vectors\n\n`{command}`: {said}\n\n{table}\n")
    return 0


def measured(faiss: Any, rows: Vectors, queries: Vectors) -> Iterator[str]:
    """Yield a line of the table for each kind of index and each of its settings."""
    flat = faiss.IndexFlatIP(rows.shape[1])
    took = _timed(lambda: flat.add(rows))
    exact = [flat.search(query[None], POOL)[1][0] for query in queries]
    yield _searched("exact", took, rows.nbytes, exact, queries, flat)
    built: list[bytes] = []
    took = _timed(lambda: built.append(approximate.build(rows, np.arange(len(rows)))))
    inverted = faiss.deserialize_index(np.frombuffer(built[0], dtype=np.uint8))
    for probes in (32, 64, 128, 192):
        inverted.nprobe = probes
        yield _searched(f"IVF, 8 bits, {probes} lists", took, len(built[0]), exact, queries, inverted)
    graph = faiss.IndexHNSWFlat(rows.shape[1], 16, faiss.METRIC_INNER_PRODUCT)
    graph.hnsw.efConstruction = 80
    took = _timed(lambda: graph.add(rows))
    size = len(faiss.serialize_index(graph))
    for breadth in (300, 800):
        graph.hnsw.efSearch = breadth
        yield _searched(f"HNSW, 16 links, breadth {breadth}", took, size, exact, queries, graph)


def _searched(name: str, took: float, size: int, exact: list[Found], queries: Vectors, index: Any) -> str:
    found, spent = [], []
    for query in queries:
        begun = time.perf_counter()
        found.append(index.search(query[None], POOL)[1][0])
        spent.append((time.perf_counter() - begun) * 1000)
    recall = np.mean([len(np.intersect1d(*pair)) / POOL for pair in zip(exact, found, strict=True)])
    return f"| {name} | {took:.1f} | {size / 1e6:.0f} | {recall:.4f} | {statistics.median(spent):.2f} |"


def _timed(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
