"""Words and meaning together: what either finds is scored by both, with fitted weights.

Names, figures and years come before all that weights say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from search.entries import Filters, Key
from search.indexes import Meanings, Words
from search.vectors import Vectors, key_of

POOL = 150
"""How many of its best each arm offers. 300 find hardly more and take twice the time."""
NAME = re.compile(
    r"《([^《》]{1,80})》|“([^“”]{1,80})”|「([^「」]{1,80})」|\"([^\"]{1,80})\"|〈([^〈〉]{1,80})〉"
)
"""A name that must be found as it is written: 《大地之歌》, “首席制”, \"APP\"."""
FIGURE = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?[万亿%％]"
    r"|(?<![\d.,])(?:\d+\.\d+|\d{1,3}(?:,\d{3})+|\d{3,})(?![\d.,])"
)
"""A figure that tells one sentence from others: 1260万, 45.2%, 1320. Small whole numbers stand everywhere."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
BELOW = 0.9999
"""The most that meaning and words give without a name."""
Scores = NDArray[np.float64]


@cache
def fitted_weights() -> Mapping[str, float]:
    """Return the weights as they were fitted (`weights.json`).

    chars, words, bigrams: what the BM25 scores of these fields count in their sum. clauses: the share of the
    nearest clause in an entry's meaning. lexical: what words count beside meaning. covered: what they count besides where the query's own words stand in an entry (`LexicalIndex.covered`).
    """
    text = resources.files("search").joinpath("weights.json").read_text(encoding="utf-8")
    return {name: float(weight) for name, weight in json.loads(text).items()}


def rank(
    query: str,
    vector: Vectors,
    filters: Filters,
    lexical: Words,
    vectors: Meanings,
    weights: Mapping[str, float],
    limit: int = POOL,
    pool: int = POOL,
) -> list[tuple[Key, float]]:
    """Return (key, score) of the best `limit` of all that words or meaning found within `filters`, best first.

    `vector` (dimension,) is the query's; all zeros where the encoder knows nothing of it. A score is the
    weighted mean of meaning and words, 0 to 1, and 1 more for every name and figure of the query
    (`exact_names`, `exact_figures`) that stands in the entry, and where the query names the entry's year.
    """
    near = vectors.nearest(vector, filters, pool) if vector.any() else np.zeros(0, np.uint64)
    worded, bm25 = lexical.best(query, weights, filters, pool)
    covered = lexical.covered(query, filters) if weights["covered"] else 0.0
    named = [lexical.exact(name, filters, pool) for name in (*exact_names(query), *exact_figures(query))]
    rows, whole, clause = vectors.meaning(vector, np.unique(np.concatenate([near, worded, *named])))
    entries = rows["entry"]
    if not len(entries):
        return []
    scores = arms(
        blended(whole, clause, weights),
        np.isin(entries, near),
        spread(entries, worded, bm25),
        weights,
        covered,
    )
    # What is found by name stays apart from the best of what is not: the whole part of a score counts names.
    scores = np.minimum(scores, BELOW)
    scores += np.isin(rows["year"], exact_years(query))
    for found in named:
        scores += np.isin(entries, found)
    best = np.lexsort((entries, -scores))[:limit]
    return [(key_of(rows[at]), float(scores[at])) for at in best]


def blended(whole: Vectors, clause: Vectors, weights: Mapping[str, float]) -> Vectors:
    """Return the meaning of entries: the cosines of the whole text and of its nearest clause, mixed."""
    share = weights["clauses"]
    return np.asarray((1 - share) * whole + share * clause, dtype=np.float32)


def arms(
    meaning: Vectors,
    near: NDArray[np.bool_],
    bm25: Scores,
    weights: Mapping[str, float],
    covered: float = 0.0,
) -> Scores:
    """Return the weighted mean of the arms, between 0 and 1, for entries given in one order.

    `meaning` counts from the least of those that meaning itself found (`near`), `bm25` from 0. The more of the
    query's own words stand in an entry (`covered`, 0 to 1), the more words count: who asks in the report's words
    is served by them, who asks in everyday words by meaning.
    """
    lexical = weights["lexical"] + weights["covered"] * covered
    total: Scores = np.zeros(len(meaning))
    if near.any():
        least, most = float(meaning[near].min()), float(meaning.max())
        total += np.clip((meaning - least) / (most - least), 0, 1) if most > least else near
    if bm25.any():
        total += lexical * (bm25 / bm25.max())
    return total / (1 + lexical)


def spread(entries: NDArray[np.uint64], found: NDArray[np.uint64], scores: Scores) -> Scores:
    """Return a score for each of `entries` (sorted): that of `found` it stands with, else 0."""
    result: Scores = np.zeros(len(entries))
    at = np.minimum(np.searchsorted(entries, found), len(entries) - 1)
    held = entries[at] == found
    result[at[held]] = scores[held]
    return result


def exact_names(query: str) -> list[str]:
    """Return the names that the query puts between quotation marks; where there are none, the query itself.

    Who types 山河故园 alone means the name; a query of everyday words hardly ever stands in a report as it is.
    """
    return quoted_names(query) or [query]


def quoted_names(query: str) -> list[str]:
    """Return the names that the query puts between quotation or title marks."""
    return [next(part for part in found if part) for found in NAME.findall(query)]


def exact_figures(query: str) -> list[str]:
    """Return the figures of the query that must be found as they are written; a year is none."""
    return [figure for figure in FIGURE.findall(query) if not YEAR.fullmatch(figure)]


def exact_years(query: str) -> list[int]:
    """Return the years that the query names."""
    return [int(year) for year in YEAR.findall(query)]
