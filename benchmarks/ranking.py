"""Fitting weights by which the right one of several choices comes first: conditional logistic regression."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Choice = tuple[NDArray[np.float64], NDArray[np.bool_]]
"""What is weighed of each of several things, shape (things, weights), and which of them are right, shape (things,)."""


def coming_first(choices: Sequence[Choice], pull: float) -> NDArray[np.float64]:
    """Return the weights, shape (weights,), under which the right ones of each choice come first most likely.

    `pull` draws the weights towards 0, each measured in the spread of what it weighs. Every choice has a right one.
    """
    from scipy.optimize import minimize

    spread = np.concatenate([table for table, _ in choices]).std(axis=0) + 1e-9

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = pull * float(weights @ weights), 2 * pull * weights
        for table, right in choices:
            rows = table / spread
            fits = np.exp((fits := rows @ weights) - fits.max())
            shares = fits / fits.sum()
            hit = max(float(shares[right].sum()), 1e-12)
            total -= float(np.log(hit))
            slope = slope - rows.T @ (shares * right / hit - shares)
        return total, slope

    best = minimize(loss, np.zeros(len(spread)), jac=True, method="L-BFGS-B")
    return np.asarray(best.x / spread, dtype=np.float64)
