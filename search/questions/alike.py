"""Which statements of a closing chapter a question means where it uses other words: 主持人断档 is 播音主持岗位青黄不接."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from search.encoders.base import Encoder
from search.tracing.phrases import plain, topics

LEAST = 0.26
"""Cosine from which on a statement may be meant: on the tuning part other statements of a report stay below 0.18."""
TOPIC = 0.15
"""What a topic of the genre adds (`search/tracing/topics.txt`) that both show."""
CLOSE = 0.1
"""Statements this near to the best are meant as well."""


def alike(topic: str, statements: Sequence[str], encoder: Encoder) -> list[int]:
    """Return the places in `statements` of those that a topic means, in order; none where none comes near."""
    fits = nearness(topic, statements, encoder)
    best = max(fits, default=0.0)
    return [at for at, fit in enumerate(fits) if fit >= max(LEAST, best - CLOSE)]


def nearness(topic: str, statements: Sequence[str], encoder: Encoder) -> list[float]:
    """Return how near each of some statements comes to a topic; none where there is no topic."""
    if not topic or not statements:
        return []
    vectors = encoder.encode_passages([topic, *statements])
    shown = topics().found(plain(topic))
    return [
        float(np.dot(vectors[0], vector)) + (TOPIC if shown & topics().found(plain(text)) else 0.0)
        for vector, text in zip(vectors[1:], statements, strict=True)
    ]
