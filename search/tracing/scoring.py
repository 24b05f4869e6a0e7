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
from search.tracing.shares import Matrix
from search.tracing.signals import SIGNALS, later

KINDS: Final[tuple[LinkKind, ...]] = ("response", "action", "recurrence")
SECOND: Final = ("partner", "retold", "rival", "elsewhere", "through", "kept", "together", "follow")
COLUMNS: Final = (*SIGNALS, "pledge", *KINDS, *SECOND)
"""What the models weigh: the signals; whether the promise is a commitment; as 0 or 1, the kind of the candidate; and what
`search.tracing.settling` adds once the first model has spoken."""
WEIGHTS = HERE / "weights.json"


class Model(Frozen):
    """A logistic model."""

    columns: dict[str, float]
    """The weight of each of `COLUMNS`, in units of the column."""
    intercept: float

    def logits(self, table: Matrix) -> NDArray[np.float64]:
        """Return the log-odds of each row of a table of `columns`, shape (..., len(COLUMNS)) → (...)."""
        logits = np.full(table.shape[:-1], self.intercept)
        for at, name in enumerate(COLUMNS):
            if self.columns[name]:
                logits += self.columns[name] * table[..., at]
        return logits


class Models(Frozen):
    """Two models, one for what was done, one for what is said again.

    They differ in what tells: a deed is one of hundreds of clauses, most of them no answer to anything; a recurrence is one of the
    few shortcomings of a later report, where to be about the same is nearly all.
    """

    met: Model
    """For responses and actions."""
    again: Model
    """For recurrences."""

    def probabilities(self, table: Matrix) -> NDArray[np.float64]:
        """Return the probability of each row of a table, shape (..., len(COLUMNS)) → (...)."""
        logits, again = self.met.logits(table), recurring(table)
        logits[again] = self.again.logits(table[again])
        return sigmoid(logits)


class Weights(Frozen):
    """The fitted models, the second upon what the first tells."""

    first: Models
    """By the signals alone."""
    second: Models
    """By what the first tell of other pairs too."""
    thresholds: dict[LinkKind, float]
    """The probability of each kind from which on a pair is a link."""

    def probabilities(self, table: Matrix) -> NDArray[np.float64]:
        """Return the probability of each row of a table that is `settled`, shape (..., len(COLUMNS)) → (...)."""
        return self.second.probabilities(table)

    def because(self, row: NDArray[np.float32]) -> dict[str, float]:
        """Return what each column of one pair adds to its log-odds, the weightiest first; what adds nothing is left out."""
        model = self.second.again if recurring(row) else self.second.met
        added = {
            name: round(model.columns[name] * float(value), 2)
            for name, value in zip(COLUMNS, row, strict=True)
        }
        return dict(sorted(((n, v) for n, v in added.items() if v), key=lambda pair: -abs(pair[1])))


def sigmoid(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the probabilities of log-odds."""
    return np.asarray(1 / (1 + np.exp(-logits)))


def recurring(table: Matrix) -> NDArray[np.bool_]:
    """Return which rows of a table of `columns` are of a shortcoming held against a promise, shape (..., len(COLUMNS)) → (...)."""
    return np.asarray(table[..., COLUMNS.index("recurrence")] > 0)


@cache
def fitted() -> Weights:
    """Return the weights that ship with the package."""
    return Weights.model_validate(json.loads(WEIGHTS.read_text(encoding="utf-8")))


def columns(promises: Sequence[Promise], candidates: Sequence[Candidate], found: Matrix) -> Matrix:
    """Return `signals` with the columns that the model adds, shape (promises, candidates, len(COLUMNS))."""
    shape = found.shape[:2]
    if not promises or not candidates:
        return np.zeros((*shape, len(COLUMNS)), dtype=np.float32)
    table = np.zeros((len(COLUMNS), *shape), dtype=np.float32)
    table[: len(SIGNALS)] = np.moveaxis(found, -1, 0)
    table[COLUMNS.index("pledge")] = np.array([[promise.kind == "commitment"] for promise in promises])
    for kind in KINDS:
        table[COLUMNS.index(kind)] = np.array([candidate.kind == kind for candidate in candidates])
    # Each column lies together in memory, as `signals` gives them.
    return np.moveaxis(table, 0, -1)


def scores(
    promises: Sequence[Promise], candidates: Sequence[Candidate], table: Matrix, weights: Weights
) -> NDArray[np.float64]:
    """Return the score of each pair of a table that is `settled`, shape (promises, candidates), 0 to 1; 0 where the candidate is not later."""
    if not promises or not candidates:
        return np.zeros((len(promises), len(candidates)))
    return weights.probabilities(table) * later(promises, candidates)
