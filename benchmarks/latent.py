"""Latent semantic analysis over the passages that are searched: what meaning cost before trained encoders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from search.passages import Passage
from search.tokens import tokens

FACTORS = 200
"""Strongest factors kept; fewer where there are fewer passages."""


class LatentIndex:
    """Passages in the space of their words' strongest factors (tf-idf of jieba's words, truncated SVD, cosine)."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Learn the space from `passages` and place them in it."""
        # Only who measures waits for scikit-learn.
        from sklearn.decomposition import TruncatedSVD
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import Normalizer

        self._passages = list(passages)
        counted = TfidfVectorizer(analyzer=_words, sublinear_tf=True)
        factors = min(FACTORS, len(self._passages) - 1)
        self._space: Any = make_pipeline(counted, TruncatedSVD(factors, random_state=13), Normalizer())
        self._vectors = self._space.fit_transform([passage.text for passage in self._passages])
        self._media = np.array([passage.media for passage in self._passages])

    def nearest(self, query: str, media: str, limit: int) -> list[Passage]:
        """Return the `limit` passages of `media` that lie nearest to `query`, nearest first."""
        cosines = self._vectors @ self._space.transform([query])[0]
        own = np.flatnonzero(self._media == media)
        return [self._passages[at] for at in own[np.argsort(-cosines[own], kind="stable")[:limit]]]


def _words(text: str) -> list[str]:
    return tokens(text)["words"]
