"""The limits that known changes give."""

from __future__ import annotations

import pytest

from search.checking.fit import LEAST, MARGIN, changes, limit
from search.checking.jumps import limits
from tests.search.checking.drafts import DRAFT, EARLIER, changed, read


def test_limits_lie_beyond_known_changes() -> None:
    found = limit([0.5, *[1.1] * 8, 4.0])
    assert 1.1 * MARGIN < found["up"] <= 4.0 * MARGIN
    assert 0.5 / MARGIN <= found["down"] < 1.1 / MARGIN
    assert limit([0.9, 1.1]) == {"up": LEAST, "down": round(1 / LEAST, 2)}


def test_changes_are_told_by_kind_and_year() -> None:
    later = read(changed(("（2023年度）", "（2024年度）")))
    found = list(changes([read(EARLIER), later]))
    assert {kind for kind, _ in found} == {"audience", "deed", "share"}
    once = dict(changes([read(EARLIER), read(DRAFT)]))
    for kind, ratio in dict(found).items():
        assert ratio == pytest.approx(once[kind] ** 0.5)


def test_every_kind_has_limits_that_ship() -> None:
    assert set(limits()) == {"audience", "deed", "share"}
    assert all(each.down < 1 < each.up for each in limits().values())
