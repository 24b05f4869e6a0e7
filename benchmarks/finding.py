"""Search held against needs in everyday words, beside its single arms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from benchmarks.gold import Record, media_folders, series_gold
from benchmarks.latent import LatentIndex
from benchmarks.resampling import interval
from benchmarks.stored import Shelf, Spot, meet
from ingest.plain import simplified
from ingest.report import Evidence
from search.entries import Filters
from search.lexical import LexicalIndex
from search.questions.wording.words import stop_words
from search.tokens import words
from search.vectors import VectorIndex

DEPTH = 10
FEW = 0.2
"""A need shares few words with its passages where no more than this share of its words stands in any of them."""
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


@dataclass(frozen=True)
class Need:
    """What someone looks for: in which words, in which media, and what meets it."""

    query: str
    media: str
    relevant: Sequence[Spot]
    shared: float
    """The share of its words (`shared_words`) that stand in the passage that has most of them."""


def measure(shelf: Shelf, part: str, media: str | None = None) -> Record | None:
    """Return Recall@5, Success@5 and MRR@10 by finder over the needs of `part`; None where it has no needs.

    Each figure comes with the ends of its interval (`resampling.interval`, needs resampled). Under "few shared
    words" stand the figures of those needs alone. Every finder but the last is kept to the media that asks, as
    its writers would. The single arms see the same passages as the whole search.
    """
    needs = list(collected(shelf, part, media))
    if not needs:
        return None
    ranked = {
        name: [
            rate([shelf.of(hit) for hit in finder(need.query, need.media)], need.relevant) for need in needs
        ]
        for name, finder in finders(shelf).items()
    }
    few = [at for at, need in enumerate(needs) if need.shared <= FEW]
    figures = _figures(ranked, range(len(needs)))
    if few:
        figures["few shared words"] = _figures(ranked, few)
    return figures


def _figures(ranked: dict[str, list[Ranking]], chosen: Sequence[int]) -> Record:
    figures: Record = {"needs": len(chosen)}
    for name, rankings in ranked.items():
        some = [rankings[at] for at in chosen]
        figures[name] = {
            **_mean("recall@5", [each.recall for each in some]),
            **_mean("success@5", [each.success for each in some]),
            **_mean("mrr@10", [each.reciprocal for each in some]),
        }
    return figures


def collected(shelf: Shelf, part: str, media: str | None = None) -> Iterator[Need]:
    """Yield the needs of `part`, or of one of its media folders."""
    for folder in media_folders(part, media):
        gold = series_gold(folder) or {"needs": []}
        for need in gold["needs"]:
            spots = [shelf.spot(gold["media"], quote) for quote in need["relevant"]]
            held = [
                passage.text
                for report in {report for report, _ in spots if report}
                for passage in shelf.library.passages(report)
                if any(meet(shelf.of(passage.evidence()), spot) for spot in spots)
            ]
            shared = max((shared_words(need["query"], text) for text in held), default=0.0)
            yield Need(need["query"], gold["media"], spots, shared)


def shared_words(query: str, text: str) -> float:
    """Return the share of the query's words (jieba's, of two characters and more, no stop words) that stand in `text`."""
    asked = {word for word in words(simplified(query)) if len(word) > 1 and word not in stop_words()}
    return sum(word in simplified(text) for word in asked) / len(asked) if asked else 0.0


def finders(shelf: Shelf) -> dict[str, Finder]:
    """Return the whole search, each arm alone and LSA, by name."""
    library = shelf.library
    passages = {passage.id: passage.evidence() for passage in library.passages()}
    # The arms of this machine, one by one.
    lexical, vectors = cast(LexicalIndex, library.lexical), cast(VectorIndex, library.vectors)
    latent = LatentIndex(list(library.passages()))

    def hybrid(query: str, media: str | None) -> list[Evidence]:
        return [hit.evidence for hit in library.search(query, media=media, limit=DEPTH).hits]

    def worded(field: str) -> Finder:
        def find(query: str, media: str) -> list[Evidence]:
            hits = lexical.search(query, Filters(media=media, kind="passage"), DEPTH)[field]
            return [passages[key.entry] for key, _ in hits]

        return find

    def dense(query: str, media: str) -> list[Evidence]:
        vector = library.encoder.encode_queries([query])[0]
        hits = vectors.search(vector, Filters(media=media, kind="passage"), DEPTH)
        return [passages[key.entry] for key, _ in hits]

    return {
        "search": hybrid,
        "BM25 words": worded("words"),
        "BM25 bigrams": worded("bigrams"),
        "BM25 chars": worded("chars"),
        "LSA": lambda query, media: [found.evidence() for found in latent.nearest(query, media, DEPTH)],
        "dense": dense,
        "search, all media": lambda query, media: hybrid(query, None),
    }


def _mean(name: str, values: Sequence[float]) -> dict[str, float]:
    low, high = interval(values)
    mean = sum(values) / len(values)
    return {name: round(mean, 4), f"{name} from": round(low, 4), f"{name} to": round(high, 4)}
