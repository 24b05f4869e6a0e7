"""Which shortcoming and which commitment of one report belong together: what is to mend a fault stands beside it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search.tracing.likeness import Likeness
from search.tracing.material import Promise
from search.tracing.shares import Matrix

LEAST = 2.0
"""A likeness below this is none, though nothing is more alike: each way about 1 of 4."""


def kin(promises: Sequence[Promise], like: Likeness) -> Matrix:
    """Return how alike two promises of one year and of either kind are as a share of what is most alike, 0 to 1; shape (promises, promises).

    `like` holds the promises against each other.
    """
    alike = (like.fit + like.fit.T) * either(promises)
    best = np.maximum(alike.max(axis=1, keepdims=True), alike.max(axis=0, keepdims=True))
    return np.asarray(alike / np.maximum(best, LEAST), np.float32)


def abreast(promises: Sequence[Promise]) -> Matrix:
    """Return 1 where two promises of one year and of either kind stand at the same place of lists of the same length, else 0."""
    lists: dict[tuple[int, str], list[int]] = {}
    for at, promise in enumerate(promises):
        lists.setdefault((promise.evidence.year, promise.kind), []).append(at)
    place = np.array([lists[p.evidence.year, p.kind].index(at) for at, p in enumerate(promises)])
    count = np.array([len(lists[p.evidence.year, p.kind]) for p in promises])
    same = (place[:, None] == place[None, :]) & (count[:, None] == count[None, :])
    return np.asarray(same & either(promises), np.float32)


def either(promises: Sequence[Promise]) -> NDArray[np.bool_]:
    """Return which promises are of one year, the one a shortcoming and the other a commitment."""
    years = np.array([promise.evidence.year for promise in promises])
    pledges = np.array([promise.kind == "commitment" for promise in promises])
    return np.asarray((years[:, None] == years[None, :]) & (pledges[:, None] != pledges[None, :]))
