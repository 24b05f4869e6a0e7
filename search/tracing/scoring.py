"""From signals to the probability that a later sentence speaks to a promise: a logistic model, its weights as data.

`python -m search.tracing.fit` makes `weights.json`; here it is only applied, with numpy alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ingest.report import Frozen
from search.answers import LinkKind
from search.tracing.material import Candidate, Promise
from search.tracing.phrases import HERE
from search.tracing.signals import SIGNALS, Matrix, later

KINDS: Final[tuple[LinkKind, ...]] = ("response", "action", "recurrence")
COLUMNS: Final = (*SIGNALS, "pledge", "pledge_recurs", *KINDS)
"""What the model weighs: the signals; whether the promise is a commitment, and one held against a shortcoming, which seldom
says it again; and, as 0 or 1, the kind of the candidate."""
WEIGHTS = HERE / "weights.json"


class Weights(Frozen):
    """The fitted model."""

    columns: dict[str, float]
    """The weight of each of `COLUMNS`, in units of the column."""
    intercept: float
    thresholds: dict[LinkKind, float]
    """The probability of each kind from which on a pair is a link."""

    def probabilities(self, table: Matrix) -> NDArray[np.float64]:
        """Return the probability of each row of a table of `columns`, shape (..., len(COLUMNS)) → (...)."""
        logit = table @ np.array([self.columns[name] for name in COLUMNS]) + self.intercept
        return np.asarray(1 / (1 + np.exp(-logit)))

    def because(self, row: NDArray[np.float32]) -> dict[str, float]:
        """Return what each column of one pair adds to its log-odds, the weightiest first; what adds nothing is left out."""
        added = {
            name: round(self.columns[name] * float(value), 2)
            for name, value in zip(COLUMNS, row, strict=True)
        }
        return dict(sorted(((n, v) for n, v in added.items() if v), key=lambda pair: -abs(pair[1])))


@cache
def fitted() -> Weights:
    """Return the weights that ship with the package."""
    return Weights.model_validate(json.loads(WEIGHTS.read_text(encoding="utf-8")))


def columns(promises: Sequence[Promise], candidates: Sequence[Candidate], found: Matrix) -> Matrix:
    """Return `signals` with the columns that the model adds, shape (promises, candidates, len(COLUMNS))."""
    shape = found.shape[:2]
    if not promises or not candidates:
        return np.zeros((*shape, len(COLUMNS)), dtype=np.float32)
    kinds = np.array(
        [[candidate.kind == kind for kind in KINDS] for candidate in candidates], dtype=np.float32
    )
    pledges = np.array([promise.kind == "commitment" for promise in promises], dtype=np.float32)
    recurs = pledges[:, None] * kinds[None, :, KINDS.index("recurrence")]
    added = (pledges[:, None, None], recurs[..., None], kinds)
    return np.concatenate(
        [found, *(np.broadcast_to(each, (*shape, each.shape[-1])) for each in added)], axis=-1
    )


def scores(
    promises: Sequence[Promise], candidates: Sequence[Candidate], table: Matrix, weights: Weights
) -> NDArray[np.float64]:
    """Return the score of each pair of a table of `columns`, shape (promises, candidates), 0 to 1; 0 where the candidate is not later."""
    if not promises or not candidates:
        return np.zeros((len(promises), len(candidates)))
    return weights.probabilities(table) * later(promises, candidates)
