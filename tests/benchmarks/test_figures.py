import pytest

from benchmarks.figures import Count, Share


def test_counts_add_up_before_they_are_divided() -> None:
    count = Count(4, 2, 2) + Count(6, 8, 3)
    assert (count.precision, count.recall) == (0.5, 0.5)
    assert Count(4, 2, 2).f1 == pytest.approx(2 / 3)


def test_nothing_to_find_is_found_but_nothing_found_is_no_recall() -> None:
    assert Count().f1 == 1.0
    assert Count(3, 0, 0).recall == 0.0
    assert Count(0, 3, 0).f1 == 0.0


def test_a_share_of_none_is_no_share() -> None:
    assert Share().as_json() == {"rate": None, "right": 0, "of": 0}
    assert (Share(1, 1) + Share(0, 2)).as_json() == {"rate": 0.3333, "right": 1, "of": 3}
