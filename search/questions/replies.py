"""The answers themselves: given, or withheld with the reason and the nearest passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ingest.report import Evidence
from search.answers import Answer, Item, Value
from search.questions.source import Source

NEAREST = 3
"""Passages shown where there is no answer."""


def given(
    question: str,
    intent: str,
    answer: str,
    *,
    values: Sequence[Value] = (),
    items: Sequence[Item] = (),
    sparql: str | None = None,
    reason: str | None = None,
    further: Iterable[Evidence] = (),
) -> Answer:
    """Return an answer; its evidence is that of its values and items, each once, then `further`."""
    found: list[Evidence] = []
    for each in [*(e for v in values for e in v.evidence), *(e for i in items for e in i.evidence), *further]:
        if each not in found:
            found.append(each)
    return Answer(
        question=question,
        intent=intent,
        answer=answer,
        reason=reason,
        values=list(values),
        items=list(items),
        sparql=sparql,
        evidence=found,
    )


def withheld(
    source: Source,
    question: str,
    intent: str,
    reason: str,
    *,
    media: str | None = None,
    years: Sequence[int] = (),
    sparql: str | None = None,
) -> Answer:
    """Return no answer, with the reason and the passages nearest to the question."""
    hits = source.search(question, media, years, limit=NEAREST).hits if question.strip() else []
    return Answer(
        question=question,
        intent=intent,
        answer=None,
        reason=reason,
        sparql=sparql,
        evidence=[hit.evidence for hit in hits],
    )
