"""Weights under which the right one of several comes first."""

import numpy as np

from benchmarks.ranking import Choice, coming_first


def choices(number: int) -> list[Choice]:
    """Of four things each the one that is highest in the first column is right; the second column tells nothing."""
    chance = np.random.default_rng(7)
    tables = [chance.normal(size=(4, 2)) * (10.0, 1.0) for _ in range(number)]
    return [(table, np.arange(4) == np.argmax(table[:, 0])) for table in tables]


def test_the_right_one_comes_first_of_choices_that_were_not_fitted() -> None:
    weights = coming_first(choices(60), pull=0.5)
    apart = choices(90)[60:]
    assert all(right[np.argmax(table @ weights)] for table, right in apart)
    assert abs(weights[0] * 10.0) > 5 * abs(weights[1])


def test_a_stronger_pull_makes_smaller_weights() -> None:
    free, drawn = coming_first(choices(60), pull=0.5), coming_first(choices(60), pull=50.0)
    assert np.abs(drawn).sum() < np.abs(free).sum()


def test_several_may_be_right() -> None:
    told = [(table, table[:, 0] > np.median(table[:, 0])) for table, _ in choices(60)]
    weights = coming_first(told, pull=0.5)
    assert all(right[np.argmax(table @ weights)] for table, right in told)
