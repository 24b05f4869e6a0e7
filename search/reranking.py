"""The first of what search found, put in the order of a cross-encoder."""

from __future__ import annotations

import math

import numpy as np

from search.encoders.reranker import Reranker
from search.library import FIRST
from search.results import Ranked, Read, shown


def reranked(query: str, ranked: Ranked, read: Read, reranker: Reranker) -> Ranked:
    """Return `ranked` with its first FIRST in the order of the cross-encoder, best first.

    Names, figures and years that were found stay before all others: the whole part of a score is their number. Within
    it, what was reread gets 0.5 to 1, the rest what is below.
    """
    first = ranked[:FIRST]
    found = reranker.scores(query, [shown(key, read(key.report))[0].text for key, _ in first])
    least, spread = (float(found.min()), float(np.ptp(found))) if len(first) else (0.0, 0.0)
    scored = [
        (key, math.floor(score) + 0.5 + 0.4999 * ((float(again) - least) / spread if spread else 0.0))
        for (key, score), again in zip(first, found, strict=True)
    ]
    rest = [(key, math.floor(score) + 0.5 * (score - math.floor(score))) for key, score in ranked[FIRST:]]
    return sorted([*scored, *rest], key=lambda each: (-each[1], each[0]))
