"""How near the words of each sentence lie to those of a question, where it has other ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from search.encoders.base import Encoder
from search.questions.naming.catalog import Catalog
from search.questions.naming.word_vectors import WordVectors, word_vectors
from search.questions.reading.reading import Question
from search.questions.sentences.passages import Sentence
from search.questions.sentences.terms import SHARED, Term, shares
from search.tokens import words as cut

NEAR = 0.3
"""Cosine from which on a word of a sentence counts for one of the question."""


class _Words:
    """The words of all sentences of a media, each a row among the word vectors."""

    def __init__(self, sentences: Sequence[Sentence], vectors: WordVectors) -> None:
        self.vectors = vectors
        words = [[word for word in cut(each.said) if len(word) > 1] or [""] for each in sentences]
        flat = list(chain.from_iterable(words))
        self.rows = vectors.rows(flat)
        self._word = dict(zip(self.rows.tolist(), flat, strict=True))
        self.starts = np.cumsum([0, *map(len, words[:-1])])

    def nearest(self, word: str) -> NDArray[np.float64]:
        """Return for each sentence the cosine of that of its words which lies nearest to `word`."""
        used, back = np.unique(self.rows, return_inverse=True)
        # 更正 lies near 转正 for a character that they share.
        apart = np.array([SHARED * shares(self._word[row], word) for row in used.tolist()])
        fits = (self.vectors.fits(used, word) - apart)[back]
        return np.maximum.reduceat(fits, self.starts).astype(np.float64)


_HELD: WeakKeyDictionary[Catalog, _Words] = WeakKeyDictionary()


def soft(
    question: Question, terms: Sequence[Term], every: Sequence[Sentence], encoder: Encoder
) -> NDArray[np.float64]:
    """Return what the nearest word of each sentence is worth for each term, shape (terms, sentences); 0 for a name."""
    if question.known not in _HELD:
        _HELD[question.known] = _Words(every, word_vectors(encoder))
    words = _HELD[question.known]
    rows = [
        words.nearest(term.word) if term.word is not None and len(term.word) > 1 else np.zeros(len(every))
        for term in terms
    ]
    found = np.array(rows)
    return np.where(found >= NEAR, found, 0.0)
