"""What a text is about, as far as its words lie near to words and clauses whose topic is known.

`topics.txt` tells a topic only by words that it holds. Here each topic is learnt from those words and from the clauses of
`sayings.txt`, as a direction among the encoder's vectors: 驻村 is then told to be of 走基层 though no table has it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from search.once import once_of
from search.tracing.core import by_length, core
from search.tracing.once import each
from search.tracing.phrases import HERE, lines, plain, topics

if TYPE_CHECKING:
    from search.encoder import Encoder

RIDGE = 20.0
"""How far the directions are held back; of 1 to 80, 10 to 30 did best on media that were not fitted on."""
SHORTEST = 4
"""Characters: a shorter part of a clause is about nothing."""
_PART = re.compile("[^，,；;：:。、]+")

Matrix = NDArray[np.float32]


def alike(said: Sequence[str], told: Sequence[str], encoder: Encoder, outlets: Iterable[str] = ()) -> Matrix:
    """Return how far each of `said` and each of `told`, as `plain` gives them, are about the same, 0 to 1; shape (said, told).

    What most of `told` are about counts for nothing. `outlets` are names that are left out.
    """
    names = by_length(outlets)
    ones, others = _shown(said, encoder, names), _shown(told, encoder, names)
    usual = others.mean(axis=0)
    return np.asarray(_unit(ones - usual) @ _unit(others - usual).T, dtype=np.float32)


def _unit(rows: Matrix) -> Matrix:
    rows = np.maximum(rows, 0)
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6), dtype=np.float32)


def _shown(texts: Sequence[str], encoder: Encoder, names: Sequence[str]) -> Matrix:
    """Return how far each text shows each topic, by the part of it that shows it best; shape (texts, topics)."""
    parts = each(_parts, texts)
    starts = np.cumsum([0, *map(len, parts)])[:-1]
    cores = each(lambda part: core(part, names), list(chain.from_iterable(parts)))
    place = {part: at for at, part in enumerate(dict.fromkeys(cores))}
    shown = (encoder.encode_passages(list(place)) @ once_of(encoder, _learnt))[
        [place[part] for part in cores]
    ]
    return np.asarray(np.maximum.reduceat(np.maximum(shown, 0), starts, axis=0), dtype=np.float32)


def _parts(text: str) -> list[str]:
    return [part for part in _PART.findall(text) if len(part) >= SHORTEST] or [text]


def _learnt(encoder: Encoder) -> Matrix:
    """Return the direction of each topic, shape (dimension, topics), learnt by ridge regression.

    A topic weighs as the root of how many examples it has.
    """
    examples: dict[str, list[str]] = defaultdict(list)
    for name, words in topics().words().items():
        examples[name] += words
    for line in lines(HERE / "sayings.txt"):
        name, _, clauses = line.partition(":")
        examples[name.strip()] += [core(plain(clause)) for clause in clauses.split(" / ")]
    texts = [text for some in examples.values() for text in some]
    of = np.repeat(np.arange(len(examples)), [len(some) for some in examples.values()])
    share = 1 / np.sqrt(np.bincount(of))[of]
    vectors = encoder.encode_passages(texts)
    labels = np.eye(len(examples))[of]
    labels -= (labels * share[:, None]).sum(axis=0) / share.sum()
    weighed = vectors * share[:, None]
    spread = weighed.T @ vectors + RIDGE * share.mean() * np.eye(vectors.shape[1])
    return np.asarray(np.linalg.solve(spread, weighed.T @ labels), dtype=np.float32)
