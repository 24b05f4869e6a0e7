"""Fit what words and meaning count in search: ``python -m search.fit_weights [--write]``.

Every combination of the grid is tried on the needs and the questions with evidence of the tuning media, each
asked of its own media and of all media. The best mean of Recall@5 and MRR@10 is kept; equal ones go to the
first of the grid, so the result is the same on every run. It is also cross-validated: for each media with
the weights that are best on the others. Needs the repository's gold; the aside part is never looked at.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from search.entries import Filters
from search.hybrid import POOL, arms, blended, exact_years, spread
from search.results import ENOUGH, REPEATED
from search.tokens import FIELDS
from search.vectors import Vectors

if TYPE_CHECKING:
    from benchmarks.stored import Shelf, Spot

WEIGHTS = Path(__file__).parent / "weights.json"
GRID: dict[str, tuple[float, ...]] = {
    "chars": (1.0,),
    "words": (0.0, 0.5, 1.0),
    "bigrams": (0.5, 1.0),
    "clauses": (0.6, 0.7, 0.8),
    "lexical": (0.0, 0.1, 0.2, 0.3),
    "covered": (0.0, 1.0, 1.5, 2.0),
}
"""chars is the measure of the other fields."""
SHOWN = 10

Weights = dict[str, float]
Figures = NDArray[np.float64]
"""Recall@5 and reciprocal rank, shape (…, cases, 2)."""


@dataclass(frozen=True)
class Case:
    """One query asked of one media or of all: what the indexes know of all that it could find, in one order."""

    kind: str
    """What its figure is kept under: needs or questions, own or all media."""
    media: str
    """The media whose gold it is."""
    whole: Vectors
    clause: Vectors
    near: NDArray[np.bool_]
    words: dict[str, NDArray[np.float64]]
    covered: float
    """See `LexicalIndex.covered`."""
    year: NDArray[np.bool_]
    relevant: NDArray[np.bool_]
    """Shape (quotes, entries): which entries meet which quote."""
    paragraphs: NDArray[np.int64]


def main(arguments: list[str] | None = None) -> int:
    """Fit, print, and write `weights.json` where asked to; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m search.fit_weights", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write the weights to {WEIGHTS.name}")
    options = parser.parse_args(arguments)
    from benchmarks.stored import shelf

    with shelf() as opened:
        cases = list(collected(opened))
    grid = [dict(zip(GRID, values, strict=True)) for values in itertools.product(*GRID.values())]
    figures = np.array([[rated(case, weights) for case in cases] for weights in grid])
    best = chosen(figures, cases)
    print(f"{len(cases)} cases; fitted {grid[best]}: {told(figures[best], cases)}")
    print(f"cross-validated by media: {told(validated(figures, cases), cases)}")
    if options.write:
        WEIGHTS.write_text(json.dumps(grid[best], indent=2) + "\n", encoding="utf-8")
    return 0


def collected(opened: Shelf) -> Iterator[Case]:
    """Yield the cases of the tuning part."""
    from benchmarks.gold import media_folders, series_gold

    for folder in media_folders("tuning"):
        gold = series_gold(folder) or {"needs": [], "questions": []}
        asked = [("needs", need["query"], need["relevant"]) for need in gold["needs"]]
        asked += [("questions", each["question"], each["evidence"]) for each in gold["questions"]]
        for kind, query, quotes in asked:
            relevant = [opened.spot(gold["media"], quote) for quote in quotes]
            if relevant:
                yield _case(opened, f"{kind}, own media", gold["media"], query, gold["media"], relevant)
                yield _case(opened, f"{kind}, all media", gold["media"], query, None, relevant)


def _case(
    opened: Shelf, kind: str, asking: str, query: str, media: str | None, relevant: Sequence[Spot]
) -> Case:
    from benchmarks.stored import meet

    library = opened.library
    filters = Filters(media=media, kind="passage")
    vector = library.encoder.encode_queries([query])[0]
    near = library.vectors.nearest(vector, filters, POOL)
    words = {field: library.lexical.best(query, {field: 1.0}, filters, POOL) for field in FIELDS}
    entries = np.unique(np.concatenate([near, *(found for found, _ in words.values())]))
    rows, whole, clause = library.vectors.meaning(vector, entries)
    held = {int(passage.id, 16): passage for passage in library.passages()}
    found = [held[number] for number in rows["entry"].tolist()]
    spots = [opened.of(passage.evidence()) for passage in found]
    _, paragraphs = np.unique(
        [f"{passage.report} {passage.paragraph}" for passage in found], return_inverse=True
    )
    return Case(
        kind=kind,
        media=asking,
        whole=whole,
        clause=clause,
        near=np.isin(rows["entry"], near),
        words={field: spread(rows["entry"], *scored) for field, scored in words.items()},
        covered=library.lexical.covered(query, filters),
        year=np.isin(rows["year"], exact_years(query)),
        relevant=np.array([[meet(spot, quote) for spot in spots] for quote in relevant]),
        paragraphs=paragraphs,
    )


def rated(case: Case, weights: Weights) -> tuple[float, float]:
    """Return Recall@5 and reciprocal rank within the first ten of a case under the weights."""
    bm25 = sum((weights[field] * case.words[field] for field in FIELDS), np.zeros(len(case.whole)))
    meaning = blended(case.whole, case.clause, weights)
    scores = arms(meaning, case.near, bm25, weights, case.covered) + case.year
    best = np.argsort(-scores, kind="stable")[: ENOUGH * SHOWN]
    # As `results.page` keeps one paragraph from filling the page.
    seen: Counter[int] = Counter()
    for at in best:
        paragraph = int(case.paragraphs[at])
        scores[at] *= REPEATED ** seen[paragraph]
        seen[paragraph] += 1
    shown = case.relevant[:, best[np.argsort(-scores[best], kind="stable")][:SHOWN]]
    met = np.flatnonzero(shown.any(axis=0))
    return float(shown[:, :5].any(axis=1).mean()), 1 / (met[0] + 1) if len(met) else 0.0


def means(figures: Figures, cases: Sequence[Case], but: str | None = None) -> dict[str, tuple[float, float]]:
    """Return by kind the mean Recall@5 and MRR@10 of all cases but those of the media `but`."""
    found: dict[str, tuple[float, float]] = {}
    for kind in sorted({case.kind for case in cases}):
        of = [case.kind == kind and case.media != but for case in cases]
        recall, reciprocal = figures[of].mean(axis=0)
        found[kind] = float(recall), float(reciprocal)
    return found


def chosen(figures: Figures, cases: Sequence[Case], but: str | None = None) -> int:
    """Return which weights are best: kinds count alike, however many cases they have."""
    return int(np.argmax([np.mean(list(means(each, cases, but).values())).round(9) for each in figures]))


def validated(figures: Figures, cases: Sequence[Case]) -> Figures:
    """Return each case's figures under the weights that are best without its media."""
    best = {media: chosen(figures, cases, media) for media in sorted({case.media for case in cases})}
    return np.array([figures[best[case.media], at] for at, case in enumerate(cases)])


def told(figures: Figures, cases: Sequence[Case]) -> str:
    """Return the figures of each kind as text."""
    found = means(figures, cases).items()
    return "; ".join(f"{kind}: Recall@5 {recall:.3f}, MRR@10 {rank:.3f}" for kind, (recall, rank) in found)


if __name__ == "__main__":
    sys.exit(main())
