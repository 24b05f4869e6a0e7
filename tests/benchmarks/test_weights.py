"""Fitting what makes the right one come first, and how sure it is."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.weights import Case, best_of, fitted, left_out, ranked


def _cases(seed: int) -> list[Case]:
    chance = np.random.default_rng(seed)
    cases = []
    for at in range(60):
        table = chance.normal(size=(5, 3))
        right = np.zeros(5, dtype=np.bool_)
        right[int(chance.integers(5))] = True
        table[right, 0] += 4.0  # Only the first column tells.
        cases.append(Case(f"media{at % 12}", str(at), table, right, np.arange(5), (1.0,)))
    return cases


def test_what_tells_weighs_most() -> None:
    weights = ranked(_cases(1))
    assert weights[0] > 3 * abs(weights[1:]).max()


def test_the_best_is_ahead_of_other_places_only() -> None:
    case = Case(
        "m", "q", np.array([[3.0], [2.5], [1.0]]), np.array([True, False, False]), np.array([7, 7, 8]), ()
    )
    assert best_of(case, np.array([1.0]), 9.0) == (0, 3.0, 2.0)
    assert best_of(case, np.array([1.0]), 1.5) == (0, 3.0, 1.5)


def test_what_is_right_is_surer_on_media_left_out() -> None:
    pytest.importorskip("sklearn")
    told = _cases(2)
    nothing = [case.without_right() for case in told]
    assert fitted(told, nothing, 6.0).sure.shape == (6,)
    seen = list(left_out(told, nothing, 6.0))
    assert len(seen) == len(told) + len(nothing)
    asked = [likely for case, _, likely in seen if case.right.any()]
    idle = [likely for case, _, likely in seen if not case.right.any()]
    assert np.mean(asked) > np.mean(idle) + 0.3
