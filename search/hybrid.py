"""Words and vectors together: each arm's scores between 0 and 1, added with fitted weights."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from search.entries import Filters, Key
from search.lexical import LexicalIndex
from search.vectors import VectorIndex, Vectors

POOL = 300
"""How many of its best each arm offers."""
NAME = re.compile(
    r"《([^《》]{1,80})》|“([^“”]{1,80})”|「([^「」]{1,80})」|\"([^\"]{1,80})\"|〈([^〈〉]{1,80})〉"
)
"""A name that must be found as it is written: 《大地之歌》, “首席制”, \"APP\"."""


@cache
def fitted_weights() -> Mapping[str, float]:
    """Return the weights of the arms as they were fitted (`weights.json`)."""
    text = resources.files("search").joinpath("weights.json").read_text(encoding="utf-8")
    return {arm: float(weight) for arm, weight in json.loads(text).items()}


def rank(
    query: str,
    vector: Vectors,
    filters: Filters,
    lexical: LexicalIndex,
    vectors: VectorIndex,
    weights: Mapping[str, float],
    pool: int = POOL,
) -> list[tuple[Key, float]]:
    """Return (key, score) of all that any arm found within `filters`, best first.

    `vector` (dimension,) is the query's; all zeros where the encoder knows nothing of it. A score is the
    weighted sum of the arms, 0 to 1, and 1 more for every name (`exact_names`) that the entry holds.
    """
    arms: dict[str, Sequence[tuple[Key, float]]] = dict(lexical.search(query, filters, pool))
    arms["dense"] = vectors.search(vector, filters, pool) if vector.any() else []
    scores: dict[Key, float] = {}
    for arm, hits in arms.items():
        for key, score in scaled(hits, full=len(hits) >= pool or arm == "dense"):
            scores[key] = scores.get(key, 0.0) + weights[arm] * score
    for name in exact_names(query):
        for key in lexical.exact(name, filters, pool):
            scores[key] = scores.get(key, 0.0) + 1.0
    return sorted(scores.items(), key=lambda hit: (-hit[1], hit[0]))


def scaled(hits: Sequence[tuple[Key, float]], *, full: bool) -> list[tuple[Key, float]]:
    """Return one arm's hits (best first) with scores between 0 and 1.

    `full`: there may be worse ones that were cut off, so that the worst of these is the arm's least; else
    what was not found scores 0 and is the least.
    """
    if not hits:
        return []
    best = hits[0][1]
    least = hits[-1][1] if full and len(hits) > 1 else 0.0
    if best <= least:
        return [(key, 1.0) for key, _ in hits]
    return [(key, (score - least) / (best - least)) for key, score in hits]


def exact_names(query: str) -> list[str]:
    """Return the names that the query puts between quotation marks; where there are none, the query itself.

    Who types 山河故园 alone means the name; a query of everyday words hardly ever stands in a report as it is.
    """
    return [next(part for part in found if part) for found in NAME.findall(query)] or [query]
