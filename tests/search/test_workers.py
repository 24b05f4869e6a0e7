"""Processes that die, hang or raise cost their own job only."""

from __future__ import annotations

import operator
import os
import time

import pytest

from search.workers import WorkerDied, run


def test_all_jobs_are_done() -> None:
    outcomes = sorted(run(abs, [-3, 2, -1], workers=2), key=lambda outcome: outcome.index)
    assert [outcome.result for outcome in outcomes] == [3, 2, 1]


@pytest.mark.parametrize("workers", [0, 1])
def test_an_exception_costs_its_own_job_only(workers: int) -> None:
    outcomes = sorted(run(operator.inv, [1, "a", 2], workers), key=lambda outcome: outcome.index)
    assert [outcome.result for outcome in outcomes] == [-2, None, -3]
    assert isinstance(outcomes[1].error, TypeError)


def test_a_dying_process_names_its_job_and_others_go_on() -> None:
    # os._exit takes an exit status and dies of it, and refuses a text without dying.
    outcomes = sorted(run(os._exit, ["a", 7, "b", "c"], workers=1), key=lambda outcome: outcome.index)
    assert isinstance(outcomes[1].error, WorkerDied)
    assert "退出码 7" in str(outcomes[1].error)
    assert [type(outcome.error) for outcome in outcomes] == [TypeError, WorkerDied, TypeError, TypeError]


def test_a_hanging_process_is_given_up() -> None:
    begun = time.monotonic()
    outcomes = sorted(run(time.sleep, [60, 0], workers=2, seconds=3.0), key=lambda outcome: outcome.index)
    assert isinstance(outcomes[0].error, WorkerDied)
    assert outcomes[1].error is None
    assert time.monotonic() - begun < 30


def test_closing_early_ends_the_processes() -> None:
    outcomes = run(time.sleep, [0, 60], workers=2)
    next(outcomes)
    begun = time.monotonic()
    outcomes.close()  # type: ignore[attr-defined]
    assert time.monotonic() - begun < 10
