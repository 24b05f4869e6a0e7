"""From ranked entries to a page of hits: facts that tell most are named, paragraphs are kept from flooding it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import nlargest

import numpy as np

from search.answers import Hit
from search.entries import Key
from search.indexes import Meanings
from search.kept import Glance
from search.vectors import Vectors

REPEATED = 0.6
"""What a further hit of a paragraph already shown is worth: it comes only before clearly weaker ones."""
ENOUGH = 3
"""Entries looked at for each hit asked for; paragraphs repeat, but not that often."""

Read = Callable[[str], Glance]
"""report id → the report, to be read in part."""
Ranked = Sequence[tuple[Key, float]]
"""Entries with their scores, best first."""


def page(ranked: Ranked, limit: int, read: Read) -> list[Hit]:
    """Return at most `limit` hits for entries of one kind, best first."""
    hits: dict[tuple[str, int, int], Hit] = {}
    seen: dict[tuple[str, int], int] = {}
    for key, score in ranked:
        # A report is read for each entry that is looked at, so none is that can't come among the best any more.
        if len(hits) >= ENOUGH * limit or (
            len(hits) >= limit and nlargest(limit, (hit.score for hit in hits.values()))[-1] >= score
        ):
            break
        hit, paragraph = shown(key, read(key.report), score)
        place = key.report, hit.evidence.start, hit.evidence.end
        if place in hits:
            continue
        times = seen.get((key.report, paragraph), 0)
        seen[key.report, paragraph] = times + 1
        hits[place] = hit.model_copy(update={"score": round(score * REPEATED**times, 6)})
    # Sorting is stable: equal scores stay in the order in which they were ranked.
    return sorted(hits.values(), key=lambda hit: -hit.score)[:limit]


def with_facts(hits: Sequence[Hit], query: Vectors, read: Read, vectors: Meanings) -> list[Hit]:
    """Return `hits`, each with the fact inside it that is nearest to `query`, where it is nearer than the whole."""
    held = [read(hit.evidence.report) for hit in hits]
    inside = [_inside(hit, each) for hit, each in zip(hits, held, strict=True)]
    wanted = np.array([number for each in inside for number in each], dtype=np.uint64)
    rows, found, _ = vectors.meaning(query, wanted, clauses=False)
    cosines = dict(zip(rows["entry"].tolist(), found.tolist(), strict=True))
    named = []
    for hit, report, each in zip(hits, held, inside, strict=True):
        # The hit itself comes first, and max takes the first of equals.
        nearest = each[max(each, key=lambda number: cosines[number])] if each else None
        fact = report.fact(nearest) if nearest is not None else None
        named.append(hit.model_copy(update={"fact": fact}) if fact is not None else hit)
    return named


def _inside(hit: Hit, report: Glance) -> dict[int, str | None]:
    """Return by number the passage that a hit is (None), and the ids of the facts inside it; nothing for a hit that is a fact."""
    if hit.fact is not None:
        return {}
    start, end = hit.evidence.start, hit.evidence.end
    passage = report.passage_of(start, end)
    found: dict[int, str | None] = {int(passage.id, 16): None} if passage is not None else {}
    return found | {int(fact, 16): fact for fact in report.facts_within(start, end)}


def shown(key: Key, report: Glance, score: float = 0.0) -> tuple[Hit, int]:
    """Return the hit that an entry is, and where its paragraph starts. Raises LookupError where the report does not hold it."""
    holder = report.passage(key.passage)
    if holder is not None and key.entry == holder.id:
        return Hit(score=score, text=holder.text, evidence=holder.evidence()), holder.paragraph
    fact = report.fact(key.entry)
    if fact is None:
        raise LookupError(f"no entry {key.entry} in the report {key.report}")
    paragraph = holder.paragraph if holder is not None else fact.evidence.start
    return Hit(score=score, text=fact.evidence.quote, evidence=fact.evidence, fact=fact), paragraph
