"""What is worked out of texts, worked out once for each: reports say much in the very words of the year before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from search.encoder import Encoder

T = TypeVar("T")


def each(work: Callable[[str], T], texts: Sequence[str]) -> list[T]:
    """Return what `work` makes of each text."""
    made = {text: work(text) for text in dict.fromkeys(texts)}
    return [made[text] for text in texts]


def together(work: Callable[[list[str]], Sequence[T]], texts: Sequence[str]) -> list[T]:
    """Return what `work`, which takes many texts at once, makes of each."""
    distinct = list(dict.fromkeys(texts))
    made = dict(zip(distinct, work(distinct), strict=True))
    return [made[text] for text in texts]


def encoded(encoder: Encoder, texts: Sequence[str]) -> NDArray[np.float32]:
    """Return the vectors of texts, unit rows, shape (len(texts), dimension)."""
    place = {text: at for at, text in enumerate(dict.fromkeys(texts))}
    vectors = encoder.encode_passages(list(place))
    return np.asarray(vectors[[place[text] for text in texts]], dtype=np.float32)
