"""Units that count alike."""

from __future__ import annotations

import pytest

from ingest.units import unit_family


@pytest.mark.parametrize(
    ("unit", "family"),
    [
        ("名", "人"),
        ("人次", "人次"),
        ("篇（条）", "篇"),
        ("条（次）", "条"),
        ("个小时", "小时"),
        ("%", "%"),
        (None, None),
    ],
)
def test_family(unit: str | None, family: str | None) -> None:
    assert unit_family(unit) == family
