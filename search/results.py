"""From ranked entries to a page of hits: facts shown in their passage, paragraphs kept from flooding it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from ingest.report import Fact, Report
from search.answers import Hit
from search.entries import Kind
from search.lexical import Key
from search.passages import Passage

REPEATED = 0.6
"""What a further hit of a paragraph already shown is worth: it comes only before clearly weaker ones."""
ENOUGH = 4
"""Entries looked at for each hit asked for; paragraphs repeat, but not that often."""

Read = Callable[[str], tuple[Report, Sequence[Passage]]]
"""report id → the report and its passages in the order of the text."""


def page(ranked: Iterable[tuple[Key, float]], kind: Kind | None, limit: int, read: Read) -> list[Hit]:
    """Return at most `limit` hits, best first.

    Asked for no kind, a fact is shown as the passage that it stands in, with the fact beside it; asked for
    facts, by its own words.
    """
    hits: dict[tuple[str, int, int], Hit] = {}
    seen: dict[tuple[str, int], int] = {}
    for (report, entry), score in ranked:
        if len(hits) >= ENOUGH * limit:
            break
        known, passages = read(report)
        hit, paragraph = _hit(entry, score, known, passages, kind)
        place = hit.evidence.report, hit.evidence.start, hit.evidence.end
        if place in hits:
            continue
        times = seen.get((report, paragraph), 0)
        seen[report, paragraph] = times + 1
        hits[place] = hit.model_copy(update={"score": round(score * REPEATED**times, 6)})
    # Sorting is stable: equal scores stay in the order in which they were ranked.
    return sorted(hits.values(), key=lambda hit: -hit.score)[:limit]


def _hit(
    entry: str, score: float, report: Report, passages: Sequence[Passage], kind: Kind | None
) -> tuple[Hit, int]:
    """Return the hit and where its paragraph starts."""
    for passage in passages:
        if passage.id == entry:
            return Hit(score=score, text=passage.text, evidence=passage.evidence()), passage.paragraph
    fact = _fact(entry, report)
    around = passage_at(passages, fact.evidence.start, fact.evidence.end)
    paragraph = around.paragraph if around is not None else fact.evidence.start
    if kind is None and around is not None:
        return Hit(score=score, text=around.text, evidence=around.evidence(), fact=fact), paragraph
    return Hit(score=score, text=fact.evidence.quote, evidence=fact.evidence, fact=fact), paragraph


def _fact(entry: str, report: Report) -> Fact:
    return next(fact for fact in report.facts if fact.id == entry)


def passage_at(passages: Sequence[Passage], start: int, end: int) -> Passage | None:
    """Return the passage that holds the whole of a span of its report, or None."""
    index = bisect_right(passages, start, key=lambda passage: passage.start) - 1
    return passages[index] if index >= 0 and end <= passages[index].end else None
