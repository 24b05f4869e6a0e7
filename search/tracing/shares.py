"""How much of what one text shows another shows too, by how rare it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

import numpy as np
from numpy.typing import NDArray

from search.tracing.phrases import plain
from search.tracing.wording import names as marked

Matrix = NDArray[np.float32]


def parts(text: str, named: Iterable[str]) -> set[str]:
    """Return the pairs of characters of a text, what stands between marks in it, and those of `named` that it has."""
    # A name counts beside its letters: sharing 《主播下乡记》 says more than sharing as many common words.
    pairs = {text[at : at + 2] for at in range(len(text) - 1)}
    return (
        {pair for pair in pairs if pair.isalnum()}
        | {plain(name) for name in marked(text)}
        | {name for name in named if name in text}
    )


def tables(said: Sequence[AbstractSet[str]], told: Sequence[AbstractSet[str]]) -> tuple[Matrix, Matrix]:
    """Return which parts of any of `said` each of `said` and each of `told` has, 0 or 1: (said, parts), (told, parts)."""
    column = {part: at for at, part in enumerate(sorted(set().union(*said)))}
    found = []
    for texts in (said, told):
        table = np.zeros((len(texts), len(column)), dtype=np.float32)
        for row, some in enumerate(texts):
            table[row, [column[part] for part in some if part in column]] = 1
        found.append(table)
    return found[0], found[1]


def shares(rows: Matrix, others: Matrix) -> tuple[Matrix, Matrix]:
    """Return which share of the parts of each of `rows` each of `others` has, and how rare these are together, each (rows, others).

    Both are what `tables` gives. Parts weigh by rarity among `others`: 0 for what all have, 1 for what one alone has.
    """
    count = len(others)
    rarity = np.log((count + 1) / (others.sum(axis=0) + 1)) / np.log(count + 1)
    weight = (rows * rarity) @ others.T
    whole = (rows * rarity).sum(axis=1, keepdims=True)
    return np.divide(weight, whole, out=np.zeros_like(weight), where=whole > 0), weight
