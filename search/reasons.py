"""Why a hit is there: which words, names, figures and years of the query it has, and which of its parts means the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np

from ingest.plain import simplified
from search.answers import Hit, Part, Why
from search.clauses import clauses
from search.hybrid import exact_figures, exact_years, quoted_names
from search.indexes import Meanings
from search.questions.wording.words import stop_words
from search.results import Read
from search.tokens import tokens
from search.vectors import Vectors

NEAR = 0.35
"""Cosine from which a part is said to mean what was asked; below it words alone brought the hit."""


def explained(hits: Sequence[Hit], query: str, vector: Vectors, read: Read, vectors: Meanings) -> list[Hit]:
    """Return `hits`, each with its reasons. `vector` (dimension,) is the query's, zeros where nothing is known of it."""
    words = [
        word
        for word in dict.fromkeys(tokens(query)["words"])
        if (len(word) > 1 or word.isascii()) and word not in stop_words()
    ]
    exact = {name: _run(name) for name in (*quoted_names(query), *exact_figures(query))}
    years = exact_years(query)

    def why(hit: Hit) -> Why:
        plain = _plain(hit.text) if words else ""
        run = _run(hit.text) if exact else ""
        return Why(
            words=[word for word in words if word in plain],
            exact=[name for name, named in exact.items() if named in run],
            year=hit.evidence.year in years,
            part=_part(hit, vector, read, vectors) if vector.any() else None,
        )

    return [hit.model_copy(update={"why": why(hit)}) for hit in hits]


def _part(hit: Hit, vector: Vectors, read: Read, vectors: Meanings) -> Part | None:
    """Return the clause of a passage that lies nearest to the query, or all of a hit that has no clauses."""
    start, evidence = hit.evidence.start, hit.evidence
    passage = read(evidence.report).passage_of(start, evidence.end)
    parts = clauses(passage) if passage is not None else []
    if passage is None or not parts:
        return None
    cosines = vectors.clauses(vector, int(passage.id, 16))
    if len(cosines) != len(parts) or cosines.max() < NEAR:
        return None
    best = int(np.argmax(cosines))
    begin = start + sum(map(len, parts[:best]))
    text = parts[best].rstrip("，；：。！？,;!?\n ")
    return Part(quote=text, start=begin, end=begin + len(text), likeness=round(float(cosines[best]), 4))


def _plain(text: str) -> str:
    return simplified(unicodedata.normalize("NFKC", text).lower())


def _run(text: str) -> str:
    """Return the characters that the word index has of `text`, parted, so that 12 is not found in 120."""
    return f" {' '.join(tokens(text)['chars'])} "
