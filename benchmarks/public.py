"""Search held against public benchmarks: ``python -m benchmarks.public [--data FOLDER]``.

The passages of a benchmark are indexed as those of a library are, and every question is asked of BM25 over each
field and all fields together, of meaning alone, and of the whole search. Prints the figures and writes them
into `RESULTS.md` beside this file. Nothing is fitted or chosen by them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.resampling import interval
from benchmarks.results import put
from search import lexical, vectors
from search.encoder import Encoder, open_encoder
from search.entries import Entry, Filters, clause_entries
from search.hybrid import fitted_weights, rank
from search.lexical import LexicalIndex
from search.passages import Passage
from search.tokens import FIELDS
from search.vectors import VectorIndex

DATA = Path("../shared/embedding")
BENCHMARKS = {"CMRC 2018 dev": "cmrc-dev", "DRCD test": "drcd-test", "XQuAD zh": "xquad-zh"}
DEPTH = 10
REPORT = f"{1:016x}"
EVERYTHING = Filters()
BM25 = (*FIELDS, "together")
Finder = Callable[[str], Sequence[int]]
"""question → the numbers of the best DEPTH passages, best first."""


@dataclass(frozen=True)
class Benchmark:
    """Passages, questions, and for each question the indexes of the passages that answer it."""

    passages: list[str]
    questions: list[str]
    relevant: list[frozenset[int]]


def main(arguments: list[str] | None = None) -> int:
    """Measure, print and write; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.public", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with the bench-*.json.gz files")
    parser.add_argument("--model", help="model folder or hub name; the embedded model where not given")
    parser.add_argument("--limit", type=int, help="ask only the first so many questions of each")
    options = parser.parse_args(arguments)
    encoder = open_encoder(options.model)
    rows = []
    for title, name in BENCHMARKS.items():
        found = measure(read(options.data / f"bench-{name}.json.gz", options.limit), encoder)
        rows.append((title, found))
        print(
            title, {finder: round(float(np.mean(values)), 4) for finder, values in found.items()}, flush=True
        )
    table = "\n".join(told(rows))
    print(table)
    if options.limit is None and options.model is None:
        put(f"# Public benchmarks\n\n`python -m benchmarks.public`, model {encoder.model_id}.\n\n{table}\n")
    return 0


def read(path: Path, limit: int | None = None) -> Benchmark:
    """Return the benchmark in a file of ``{"docs", "queries", "rel"}``. Raises OSError where it is missing."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        given = json.load(file)
    relevant = [frozenset([rel] if isinstance(rel, int) else rel) for rel in given["rel"]]
    return Benchmark(given["docs"], given["queries"][:limit], relevant[:limit])


def measure(benchmark: Benchmark, encoder: Encoder) -> dict[str, list[float]]:
    """Return by finder the nDCG@10 of each question."""
    return {
        name: [ndcg(found, relevant) for found, relevant in zip(each, benchmark.relevant, strict=True)]
        for name, each in rankings(benchmark, encoder).items()
    }


def rankings(benchmark: Benchmark, encoder: Encoder) -> dict[str, list[Sequence[int]]]:
    """Return by finder the passages it finds to each question, best first: their indexes, at most DEPTH."""
    with tempfile.TemporaryDirectory(prefix="yinzheng-") as folder:
        entries = [_entry(number, text) for number, text in enumerate(benchmark.passages, 1)]
        clauses = clause_entries([_passage(entry) for entry in entries])
        texts = [entry.text for entry in (*entries, *clauses)]
        lexical.update(Path(folder, "words"), (), entries)
        vectors.update(
            Path(folder, "vectors"),
            (),
            [((*entries, *clauses), encoder.encode_passages(texts))],
            encoder.dimension,
        )
        asked = finders(LexicalIndex(Path(folder, "words")), VectorIndex(Path(folder, "vectors")), encoder)
        return {
            name: [finder(question) for question in benchmark.questions] for name, finder in asked.items()
        }


def finders(words: LexicalIndex, meaning: VectorIndex, encoder: Encoder) -> dict[str, Finder]:
    """Return BM25 over each field and over all together, meaning alone, and the whole search, by name."""

    def worded(boosts: dict[str, float]) -> Finder:
        return lambda question: [
            int(entry) - 1 for entry in words.best(question, boosts, EVERYTHING, DEPTH)[0]
        ]

    def dense(question: str) -> list[int]:
        vector = encoder.encode_queries([question])[0]
        return [int(key.entry, 16) - 1 for key, _ in meaning.search(vector, EVERYTHING, DEPTH)]

    def hybrid(question: str) -> list[int]:
        vector = encoder.encode_queries([question])[0]
        ranked = rank(question, vector, EVERYTHING, words, meaning, fitted_weights(), DEPTH)
        return [int(key.entry, 16) - 1 for key, _ in ranked]

    each = {f"BM25 {field}": worded({field: 1.0}) for field in FIELDS}
    return {**each, "BM25 together": worded(dict.fromkeys(FIELDS, 1.0)), "dense": dense, "search": hybrid}


def ndcg(found: Sequence[int], relevant: frozenset[int]) -> float:
    """Return nDCG@10, 0 to 1, of passages in their order; each relevant one counts alike."""
    gain = sum(1 / np.log2(rank + 2) for rank, each in enumerate(found[:DEPTH]) if each in relevant)
    best = sum(1 / np.log2(rank + 2) for rank in range(min(DEPTH, len(relevant))))
    return float(gain / best)


def told(rows: Sequence[tuple[str, dict[str, list[float]]]]) -> Iterator[str]:
    """Yield the lines of a Markdown table: mean nDCG@10, and how far search is from the best BM25."""
    names = list(rows[0][1])
    yield f"| nDCG@10 | {' | '.join(names)} | search − best BM25 (95% interval) |"
    yield f"| --- |{' ---: |' * (len(names) + 1)}"
    for title, found in rows:
        means = {name: float(np.mean(values)) for name, values in found.items()}
        best = max((f"BM25 {field}" for field in BM25), key=lambda name: means[name])
        apart = np.subtract(found["search"], found[best]).tolist()
        low, high = interval(apart)
        cells = " | ".join(f"{means[name]:.4f}" for name in names)
        yield f"| {title} ({len(apart)}) | {cells} | {np.mean(apart):+.4f} ({low:+.4f} to {high:+.4f}) |"


def _entry(number: int, text: str) -> Entry:
    identity = f"{number:016x}"
    return Entry(identity, "passage", REPORT, "", 0, None, identity, text)


def _passage(entry: Entry) -> Passage:
    return Passage(
        id=entry.id,
        report=entry.report,
        media=entry.media,
        year=entry.year,
        section=(),
        duty=None,
        start=0,
        end=len(entry.text),
        page=None,
        paragraph=0,
        text=entry.text,
    )


if __name__ == "__main__":
    sys.exit(main())
