"""The interval against the one that statistics give for known distributions."""

import math
import random
import statistics

import pytest

from benchmarks.resampling import interval


def test_the_interval_is_that_of_the_mean() -> None:
    chance = random.Random(5)
    values = [chance.gauss(0.5, 0.2) for _ in range(200)]
    low, high = interval(values)
    half = 1.96 * statistics.stdev(values) / math.sqrt(len(values))
    assert low == pytest.approx(statistics.fmean(values) - half, abs=0.2 * half)
    assert high == pytest.approx(statistics.fmean(values) + half, abs=0.2 * half)


def test_the_same_values_give_the_same_interval() -> None:
    values = [0.0, 1.0, 0.5] * 10
    assert interval(values) == interval(values)


def test_fewer_values_leave_more_room() -> None:
    few, many = (interval([0.0, 1.0] * times) for times in (10, 100))
    assert few[0] < many[0] < many[1] < few[1]


def test_values_without_spread_leave_none() -> None:
    assert interval([0.25] * 12) == (0.25, 0.25)


def test_no_values_have_no_interval() -> None:
    with pytest.raises(ValueError, match="no values"):
        interval([])
