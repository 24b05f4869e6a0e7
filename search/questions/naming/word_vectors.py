"""The vectors of single words, encoded once for all media: their reports say most things with the same words."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search.encoders.base import Encoder
from search.once import once_of

_FIRST_ROOM = 1024
"""Rows that there is room for at first; it doubles where more are needed."""
_KEPT = 64


class WordVectors:
    """Words with their unit vectors, in half precision. Safe to use from several threads."""

    def __init__(self, encoder: Encoder) -> None:
        """Hold no word yet."""
        self._encoder = encoder
        self._row: dict[str, int] = {}
        self._table: NDArray[np.float16] | None = None
        self._guard = threading.Lock()
        self._asked: dict[str, NDArray[np.float32]] = {}
        """The vectors of the words asked for last: each is held against many others."""

    def rows(self, words: Sequence[str]) -> NDArray[np.int64]:
        """Return the row of each word; those not met before are encoded."""
        with self._guard:
            new = [word for word in dict.fromkeys(words) if word not in self._row]
            if new:
                self._add(new)
            return np.fromiter((self._row[word] for word in words), dtype=np.int64, count=len(words))

    def fits(self, rows: NDArray[np.int64], word: str) -> NDArray[np.float32]:
        """Return the cosines of the words in `rows` with another, shape (len(rows),)."""
        if self._table is None or not len(rows):
            return np.zeros(len(rows), dtype=np.float32)
        if (asked := self._asked.get(word)) is None:
            asked = self._encoder.encode_queries([word])[0]
            if len(self._asked) >= _KEPT:
                self._asked.clear()
            self._asked[word] = asked
        return np.asarray(self._table[rows].astype(np.float32) @ asked, dtype=np.float32)

    def _add(self, words: Sequence[str]) -> None:
        vectors = self._encoder.encode_passages(words)
        held = len(self._row)
        room = 0 if self._table is None else len(self._table)
        if self._table is None or held + len(words) > room:
            grown = np.zeros(
                (max(_FIRST_ROOM, 2 * room, held + len(words)), vectors.shape[1]), dtype=np.float16
            )
            if self._table is not None:
                grown[:held] = self._table[:held]
            # Who reads the old table meanwhile finds the same rows in it.
            self._table = grown
        self._table[held : held + len(words)] = vectors
        self._row.update({word: held + at for at, word in enumerate(words)})


def word_vectors(encoder: Encoder) -> WordVectors:
    """Return the words met so far with `encoder`."""
    return once_of(encoder, WordVectors)
