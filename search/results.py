"""From ranked entries to a page of hits: facts lift their passage, paragraphs are kept from flooding it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.report import Fact, Report
from search.answers import Hit
from search.entries import NOWHERE, Key
from search.passages import Passage

REPEATED = 0.6
"""What a further hit of a paragraph already shown is worth: it comes only before clearly weaker ones."""
ENOUGH = 3
"""Entries looked at for each hit asked for; paragraphs repeat, but not that often."""
LIFT = 0.2
"""What the best fact adds to its passage's score, measured on the tuning part: 0 and 0.5 found less."""
TELLING = 0.5
"""A fact this good is named beside the passage that holds it."""

Read = Callable[[str], tuple[Report, Sequence[Passage]]]
"""report id → the report and its passages in the order of the text."""
Ranked = Sequence[tuple[Key, float]]
"""Entries with their scores, best first."""


def page(ranked: Ranked, limit: int, read: Read) -> list[Hit]:
    """Return at most `limit` hits for entries of one kind, best first."""
    hits: dict[tuple[str, int, int], Hit] = {}
    seen: dict[tuple[str, int], int] = {}
    for key, score in ranked:
        if len(hits) >= ENOUGH * limit:
            break
        hit, paragraph = _hit(key, score, *read(key.report))
        place = key.report, hit.evidence.start, hit.evidence.end
        if place in hits:
            continue
        times = seen.get((key.report, paragraph), 0)
        seen[key.report, paragraph] = times + 1
        hits[place] = hit.model_copy(update={"score": round(score * REPEATED**times, 6)})
    # Sorting is stable: equal scores stay in the order in which they were ranked.
    return sorted(hits.values(), key=lambda hit: -hit.score)[:limit]


def together(passages: Ranked, facts: Ranked) -> tuple[Ranked, dict[str, str]]:
    """Return passages lifted by their best fact, and by passage id the id of a fact that tells much of it.

    A fact of a heading or caption, which no passage holds, stands for itself.
    """
    scores = dict(passages)
    telling: dict[str, str] = {}
    lifted: set[str] = set()
    for key, score in facts:
        if key.passage == NOWHERE:
            scores[key] = score
        elif key.passage not in lifted:
            lifted.add(key.passage)
            holder = Key(key.report, key.passage, key.passage)
            scores[holder] = scores.get(holder, 0.0) + LIFT * score
            if score >= TELLING:
                telling[key.passage] = key.entry
    return sorted(scores.items(), key=lambda hit: (-hit[1], hit[0])), telling


def with_fact(hit: Hit, telling: dict[str, str], read: Read) -> Hit:
    """Return `hit` with the fact that tells much of it, if there is one."""
    report, passages = read(hit.evidence.report)
    for passage in passages:
        if passage.start == hit.evidence.start and passage.id in telling and hit.fact is None:
            return hit.model_copy(update={"fact": _fact(telling[passage.id], report)})
    return hit


def _hit(key: Key, score: float, report: Report, passages: Sequence[Passage]) -> tuple[Hit, int]:
    """Return the hit and where its paragraph starts."""
    holder = next((passage for passage in passages if passage.id == key.passage), None)
    if holder is not None and key.entry == holder.id:
        return Hit(score=score, text=holder.text, evidence=holder.evidence()), holder.paragraph
    fact = _fact(key.entry, report)
    paragraph = holder.paragraph if holder is not None else fact.evidence.start
    return Hit(score=score, text=fact.evidence.quote, evidence=fact.evidence, fact=fact), paragraph


def _fact(entry: str, report: Report) -> Fact:
    return next(fact for fact in report.facts if fact.id == entry)
