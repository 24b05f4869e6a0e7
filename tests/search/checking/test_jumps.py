"""Two digits that changed places."""

from __future__ import annotations

import pytest

from search.checking.jumps import exchanged


@pytest.mark.parametrize(
    ("now", "was", "pace"),
    [(533.0, 331.0, 1.02), (59.0, 95.0, 1.0), (3160.0, 1360.0, 1.1), (82.6, 28.6, 1.05)],
)
def test_a_steady_measure_that_is_near_the_earlier_one_once_two_digits_change_places(
    now: float, was: float, pace: float
) -> None:
    assert exchanged(now, was, pace)


@pytest.mark.parametrize(
    ("now", "was", "pace"),
    [
        (533.0, 331.0, None),  # one earlier figure tells no pace
        (533.0, 331.0, 1.4),  # not steady
        (342.0, 331.0, 1.02),  # not off
        (610.0, 331.0, 1.02),  # off, but not by a change of places
        (44.0, 31.0, 1.02),  # no two digits to change
        (120.0, 21.0, 1.02),  # 021 is no figure
    ],
)
def test_other_changes_are_none(now: float, was: float, pace: float | None) -> None:
    assert not exchanged(now, was, pace)
