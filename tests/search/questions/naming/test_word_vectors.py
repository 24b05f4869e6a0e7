"""One vector a word for all media."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from search.encoders.base import Vectors
from search.questions.naming.word_vectors import WordVectors, word_vectors


class Counting:
    """Encodes a word as the direction of its length, and counts what it encodes."""

    model_id = "counting"
    dimension = 4

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.encoded += texts
        return np.eye(self.dimension, dtype=np.float32)[[len(text) % self.dimension for text in texts]]

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return np.eye(self.dimension, dtype=np.float32)[[len(text) % self.dimension for text in texts]]


def test_a_word_is_encoded_once_and_keeps_its_row_while_the_table_grows() -> None:
    encoder = Counting()
    held = WordVectors(encoder)
    first = held.rows(["报社", "记者站"])
    many = held.rows([f"{number}" for number in range(5000)])
    assert held.rows(["记者站", "报社"]).tolist() == first[::-1].tolist()
    assert len(set(many.tolist()) | set(first.tolist())) == 5002
    assert len(encoder.encoded) == 5002
    assert held.fits(first, "频道").tolist() == pytest.approx([1.0, 0.0])


def test_nothing_fits_where_there_is_no_word() -> None:
    assert WordVectors(Counting()).fits(np.zeros(0, dtype=np.int64), "频道").tolist() == []


def test_all_who_ask_with_one_encoder_share_its_words() -> None:
    encoder = Counting()
    assert word_vectors(encoder) is word_vectors(encoder)
