"""How far a mean could lie elsewhere had other cases been drawn: the percentile bootstrap, seeded."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

SEED = 13
ROUNDS = 2000
SHARE = 0.95
"""Share of the resampled means that the interval holds."""


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Return the ends between which the middle SHARE of the means of resampled `values` lies.

    Each of ROUNDS samples draws as many values as there are, with repeats; the same values give the same ends.
    Raises ValueError for no values.
    """
    if not values:
        raise ValueError("no values to resample")
    given = np.asarray(values, dtype=np.float64)
    drawn = np.random.default_rng(SEED).integers(len(given), size=(ROUNDS, len(given)))
    low, high = np.quantile(given[drawn].mean(axis=1), [(1 - SHARE) / 2, (1 + SHARE) / 2])
    return float(low), float(high)
