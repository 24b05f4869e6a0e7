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
PLACE = 0.3
"""How much it adds that both stand at the same place of their lists, beside a likeness of 0 to 1."""
ALONE = 0.7
"""How alike, with the place, two must be to belong together rather than to none."""
SOFT = 0.3
"""How far a likeness must lie above another to weigh e times as much."""
ROUNDS = 20


def kin(promises: Sequence[Promise], like: Likeness) -> Matrix:
    """Return how far two promises of one year and of either kind belong together, 0 to 1; shape (promises, promises).

    `like` holds the promises against each other. Each belongs to one at most, so that what is another's already is left to that
    (Sinkhorn's iteration): of 339 plans of the tuning series that share a link with a fault 335 are given to such a fault, 330
    by the likeness alone.
    """
    pairs = either(promises)
    alike = (like.fit + like.fit.T) * pairs
    best = np.maximum(alike.max(axis=1, keepdims=True), alike.max(axis=0, keepdims=True))
    place = _places(promises)
    near = alike / np.maximum(best, LEAST) + PLACE * (1 - np.abs(place[:, None] - place[None, :]))
    share = np.exp((near - ALONE) / SOFT) * pairs
    for _ in range(ROUNDS):
        full = np.sqrt(np.maximum(share.sum(axis=1), 1))
        share = share / (full[:, None] * full[None, :])
    return np.asarray(share, np.float32)


def either(promises: Sequence[Promise]) -> NDArray[np.bool_]:
    """Return which promises are of one year, the one a shortcoming and the other a commitment."""
    years = np.array([promise.evidence.year for promise in promises])
    pledges = np.array([promise.kind == "commitment" for promise in promises])
    return np.asarray((years[:, None] == years[None, :]) & (pledges[:, None] != pledges[None, :]))


def _places(promises: Sequence[Promise]) -> NDArray[np.float64]:
    """Return where each promise stands among those of its year and kind, 0 to 1."""
    lists: dict[tuple[int, str], list[int]] = {}
    for at, promise in enumerate(promises):
        lists.setdefault((promise.evidence.year, promise.kind), []).append(at)
    among = [lists[promise.evidence.year, promise.kind] for promise in promises]
    return np.array([of.index(at) / max(len(of) - 1, 1) for at, of in enumerate(among)])
