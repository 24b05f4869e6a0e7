"""Search held against needs in everyday words, beside its single arms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.gold import Record, media_folders, series_gold
from benchmarks.stored import Shelf, Spot, meet
from ingest.report import Evidence
from search.entries import Filters

DEPTH = 10
Finder = Callable[[str, str], Sequence[Evidence]]
"""query, media → the best DEPTH pieces of evidence, best first."""


@dataclass(frozen=True)
class Ranking:
    """What one need's ranking gives. Each is between 0 and 1."""

    recall: float
    """Share of the relevant quotes that the first five hits meet."""
    success: float
    """Whether any of the first five hits meets a relevant quote."""
    reciprocal: float
    """1 ÷ rank of the first hit that meets one, 0 beyond the tenth."""


def rate(hits: Sequence[Spot], relevant: Sequence[Spot]) -> Ranking:
    """Rate the first DEPTH hits, best first; one hit may meet several quotes."""
    if not relevant:
        raise ValueError("a need without relevant quotes can't be rated")
    near = hits[:5]
    found = sum(any(meet(hit, quote) for hit in near) for quote in relevant)
    ranks = (rank for rank, hit in enumerate(hits[:DEPTH], 1) if any(meet(hit, quote) for quote in relevant))
    first = next(ranks, None)
    return Ranking(found / len(relevant), float(found > 0), 1 / first if first else 0.0)


def measure(shelf: Shelf, part: str, media: str | None = None) -> Record | None:
    """Return Recall@5, Success@5 and MRR@10 by finder over the needs of `part`; None where it has no needs.

    Every finder but the last is kept to the media that asks, as its writers would. The single arms see the
    same passages as the whole search.
    """
    needs = [
        (need["query"], gold["media"], [shelf.spot(gold["media"], quote) for quote in need["relevant"]])
        for folder in media_folders(part, media)
        if (gold := series_gold(folder)) is not None
        for need in gold["needs"]
    ]
    if not needs:
        return None
    figures: Record = {"needs": len(needs)}
    for name, finder in finders(shelf).items():
        ranked = [
            rate([shelf.of(hit) for hit in finder(query, whose)], relevant)
            for query, whose, relevant in needs
        ]
        figures[name] = {
            "recall@5": _mean([each.recall for each in ranked]),
            "success@5": _mean([each.success for each in ranked]),
            "mrr@10": _mean([each.reciprocal for each in ranked]),
        }
    return figures


def finders(shelf: Shelf) -> dict[str, Finder]:
    """Return the whole search and each arm alone, by name."""
    library = shelf.library
    passages = {passage.id: passage.evidence() for passage in library.passages()}

    def hybrid(query: str, media: str | None) -> list[Evidence]:
        return [hit.evidence for hit in library.search(query, media=media, limit=DEPTH).hits]

    def words(field: str) -> Finder:
        def find(query: str, media: str) -> list[Evidence]:
            hits = library.lexical.search(query, Filters(media=media, kind="passage"), DEPTH)[field]
            return [passages[key.entry] for key, _ in hits]

        return find

    def dense(query: str, media: str) -> list[Evidence]:
        vector = library.encoder.encode_queries([query])[0]
        hits = library.vectors.search(vector, Filters(media=media, kind="passage"), DEPTH)
        return [passages[key.entry] for key, _ in hits]

    return {
        "search": hybrid,
        "BM25 words": words("words"),
        "BM25 chars": words("chars"),
        "dense": dense,
        "search, all media": lambda query, media: hybrid(query, None),
    }


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 4)
