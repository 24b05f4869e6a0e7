"""The short form of the robustness run, and that it finds what it looks for."""

from __future__ import annotations

import pytest

from benchmarks import robustness
from benchmarks.robustness import Outcome, damaged, read_damaged, sound, summary


def harmless(outcome: Outcome) -> bool:
    """What `sound` asks, but for memory: this process holds what other tests took."""
    return sound(outcome._replace(megabytes=0.0))


def test_damaged_documents_are_read_or_refused() -> None:
    outcomes = [read_damaged((number, 7)) for number in range(120)]
    assert [outcome for outcome in outcomes if not harmless(outcome)] == []
    assert {outcome.kind for outcome in outcomes} == {"report", "refused"}


@pytest.mark.parametrize("number", [4231, 9347])
def test_documents_that_once_raised_are_read(number: int) -> None:
    # A closing paragraph of nothing but white space.
    assert harmless(read_damaged((number, 1)))


def test_documents_are_the_same_for_a_seed_and_differ_between_seeds() -> None:
    assert damaged(5, 1) == damaged(5, 1)
    assert damaged(5, 1) != damaged(5, 2)
    assert {damaged(number, 1)[0] for number in range(4)} == set(robustness.SUFFIXES)


def test_what_is_raised_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(content: bytes, name: str) -> None:
        raise IndexError("beyond the end")

    monkeypatch.setattr(robustness, "understand", broken)
    assert robustness.main(["--only", "3", "--seed", "1"]) == 1
    told = capsys.readouterr().out
    assert "--only 3: IndexError" in told
    assert "beyond the end" in told


def test_slow_and_large_are_no_success() -> None:
    fine = Outcome(1, ".txt", "report", 0.1, 90.0, "")
    assert sound(fine)
    assert not sound(fine._replace(seconds=11.0))
    assert not sound(fine._replace(megabytes=2000.0))
    assert not sound(fine._replace(kind="KeyError"))
    assert "most memory of a worker: 90 MB" in summary([fine])
