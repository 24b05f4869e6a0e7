"""Search held against needs in everyday words on invented reports: ``python -m benchmarks.everyday``.

`everyday/` holds one set a kind of media, written before the encoder was taught the pairs of `search/training/everyday`
and never trained on. Each need is asked of the passages of its own set, then of all sets together.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.finding import FEW, shared_words
from benchmarks.public import DEPTH, Benchmark, rankings
from benchmarks.resampling import interval
from search.encoder import Encoder, open_encoder
from search.training.sources import read_needs

SETS = Path(__file__).parent / "everyday"
FINDERS = ("BM25 together", "dense", "search")

Figures = dict[str, tuple[list[float], list[float]]]
"""By finder: Recall@5 and reciprocal rank of each need."""


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.everyday", description=__doc__)
    parser.add_argument("--model", help="model folder or hub name; the embedded model where not given")
    parser.add_argument("--misses", action="store_true", help="print the needs that search does not meet")
    options = parser.parse_args(arguments)
    encoder = open_encoder(options.model)
    sets = {path.stem: read(path) for path in sorted(SETS.glob("*.txt"))}
    found = {name: measure(each, encoder) for name, each in sets.items()}
    for line in told(found, sets):
        print(line)
    everything = together(list(sets.values()))
    for line in told({"all sets, searched together": measure(everything, encoder)}, {}):
        print(line)
    if options.misses:
        for name, each in sets.items():
            for need, relevant, recall in zip(
                each.questions, each.relevant, found[name]["search"][0], strict=True
            ):
                if not recall:
                    print(name, need, "->", each.passages[min(relevant)])
    return 0


def read(path: Path) -> Benchmark:
    """Return the set in a file as `read_needs` reads it."""
    given = read_needs(path)
    needs = [(need, at) for at, (_, each) in enumerate(given) for need in each]
    return Benchmark(
        [passage for passage, _ in given], [need for need, _ in needs], [frozenset({at}) for _, at in needs]
    )


def together(sets: Sequence[Benchmark]) -> Benchmark:
    """Return one benchmark of all passages and needs of several."""
    passages: list[str] = []
    relevant: list[frozenset[int]] = []
    for each in sets:
        relevant += [frozenset(len(passages) + at for at in one) for one in each.relevant]
        passages += each.passages
    return Benchmark(passages, [need for each in sets for need in each.questions], relevant)


def measure(benchmark: Benchmark, encoder: Encoder) -> Figures:
    """Return the figures of each need, by finder."""
    ranked = rankings(benchmark, encoder)
    return {
        name: (
            [float(bool(set(found[:5]) & met)) for found, met in _with(ranked[name], benchmark)],
            [reciprocal(found, met) for found, met in _with(ranked[name], benchmark)],
        )
        for name in FINDERS
    }


def _with(
    found: Sequence[Sequence[int]], benchmark: Benchmark
) -> Iterator[tuple[Sequence[int], frozenset[int]]]:
    return zip(found, benchmark.relevant, strict=True)


def reciprocal(found: Sequence[int], relevant: frozenset[int]) -> float:
    """Return 1 ÷ the rank of the first relevant passage, 0 beyond the tenth."""
    return next((1 / rank for rank, each in enumerate(found[:DEPTH], 1) if each in relevant), 0.0)


def few(benchmark: Benchmark) -> list[int]:
    """Return which needs share few words with their passages."""
    return [
        at
        for at, (need, relevant) in enumerate(zip(benchmark.questions, benchmark.relevant, strict=True))
        if max(shared_words(need, benchmark.passages[each]) for each in relevant) <= FEW
    ]


def told(found: dict[str, Figures], sets: dict[str, Benchmark]) -> Iterator[str]:
    """Yield a line for each set, and two for all: every need, and those that share few words with their passages."""
    rows = {name: (figures, list(range(len(figures["search"][0])))) for name, figures in found.items()}
    if sets:
        joined: Figures = {
            name: tuple([value for each in found.values() for value in each[name][at]] for at in (0, 1))  # type: ignore[misc]
            for name in FINDERS
        }
        rows["all sets, each alone"] = joined, list(range(len(joined["search"][0])))
        rows["of these, few shared words"] = joined, few(together(list(sets.values())))
    for name, (figures, chosen) in rows.items():
        yield f"{name} ({len(chosen)} needs): " + "; ".join(
            f"{finder} {_mean(recalls, chosen)} / {_mean(ranks, chosen)}"
            for finder, (recalls, ranks) in figures.items()
        )


def _mean(values: Sequence[float], chosen: Sequence[int]) -> str:
    some = [values[at] for at in chosen]
    low, high = interval(some)
    return f"{sum(some) / len(some):.3f} ({low:.2f}–{high:.2f})"


if __name__ == "__main__":
    sys.exit(main())
