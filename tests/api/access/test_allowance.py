from __future__ import annotations

import pytest

from api.access.allowance import Allowance


def test_an_allowance_fills_again(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("api.access.allowance.time.monotonic", lambda: now[0])
    allowance = Allowance(rate=2, most=3)
    assert [allowance.take("a") for _ in range(4)] == [True, True, True, False]
    assert allowance.take("b")
    now[0] = 1.0
    assert [allowance.take("a") for _ in range(3)] == [True, True, False]
