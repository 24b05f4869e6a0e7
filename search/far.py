"""The same pure map over many files on a Ray cluster: bytes go out, what was understood comes back and is kept here.

The machines of the cluster need the program, no folder in common. A machine that is lost costs its batches
another try elsewhere; what came back is kept under what it was made of, so nothing is lost and nothing is kept twice.
"""

from __future__ import annotations

import importlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from search.artifacts import Artifacts
from search.errors import LibraryError
from search.files import write
from search.understanding import Job, carry_out
from search.workers import Outcome, WorkerDied, run

LOCAL: Final = "ray"
"""The cluster that RAY_ADDRESS names; where it names none, one of this machine's own cores."""
SCHEMES: Final = ("ray://",)
BATCH: Final = 8
"""Files a task: few enough that a lost machine costs little, enough to be worth a process of their own."""
RETRIES: Final = 3
"""Machines that may be lost under one batch."""


class Far(NamedTuple):
    """What became of one file: the outcome, and the kept report, None where it failed."""

    outcome: Outcome
    kept: bytes | None


def run_far(jobs: Sequence[Job], setting: str) -> Iterator[Outcome]:
    """Yield the outcome of `carry_out` for every job, as they end, the reports kept.

    `setting` is LOCAL or ``ray://host:port``. Raises LibraryError where the cluster can't be reached.
    """
    todo = []
    for index, job in enumerate(jobs):
        if Artifacts(job.artifacts).understood(job.sha256, job.key).exists():
            # Costs nothing here, and is made anew where it is damaged.
            yield from (replace(each, index=index) for each in run(carry_out, [job], 0))
        else:
            todo.append(index)
    if todo:
        yield from _run(jobs, todo, setting)


def _run(jobs: Sequence[Job], todo: Sequence[int], setting: str) -> Iterator[Outcome]:
    ray = _connected(setting)
    far = ray.remote(num_cpus=1, max_retries=RETRIES)(understand_far)
    batches = [todo[start : start + BATCH] for start in range(0, len(todo), BATCH)][::-1]
    under_way: dict[Any, Sequence[int]] = {}
    try:
        while batches or under_way:
            # Enough for every core to have the next at hand; all at once would hold every file in memory.
            while batches and len(under_way) < 2 * max(1, int(ray.cluster_resources().get("CPU", 1))):
                batch = batches.pop()
                sent = [
                    (jobs[at], Artifacts(jobs[at].artifacts).original(jobs[at].sha256).read_bytes())
                    for at in batch
                ]
                under_way[far.remote(sent)] = batch
            (ready, *_), _ = ray.wait(list(under_way), num_returns=1)
            batch = under_way.pop(ready)
            try:
                results: list[Far] = ray.get(ready)
            except ray.exceptions.RayError as error:
                told = WorkerDied(f"集群上的解析任务未能完成（{type(error).__name__}），可稍后再试")
                yield from (Outcome(at, error=told) for at in batch)
                continue
            for at, (outcome, kept) in zip(batch, results, strict=True):
                if kept is not None:
                    write(Artifacts(jobs[at].artifacts).understood(jobs[at].sha256, jobs[at].key), kept)
                yield replace(outcome, index=at)
    finally:
        for each in under_way:
            ray.cancel(each, force=True)


def understand_far(sent: Sequence[tuple[Job, bytes]]) -> list[Far]:
    """Understand files, in a limited process as on one machine; runs on the cluster."""
    with tempfile.TemporaryDirectory(prefix="yinzheng-") as folder:
        artifacts = Artifacts(Path(folder))
        here = []
        for job, content in sent:
            artifacts.keep(content)
            here.append(replace(job, artifacts=artifacts.folder))
        results: list[Far | None] = [None] * len(here)
        for outcome in run(carry_out, here, 1):
            job = here[outcome.index]
            kept = artifacts.understood(job.sha256, job.key).read_bytes() if outcome.error is None else None
            results[outcome.index] = Far(outcome, kept)
        return [each for each in results if each is not None]


def _connected(setting: str) -> Any:
    """Return the library `ray`, connected to the cluster."""
    if setting != LOCAL and not setting.startswith(SCHEMES):
        raise LibraryError(f"--engine {setting}：应为 {LOCAL}，或 ray://主机:10001")
    # What Ray tells of itself goes nowhere unless its owner says so.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        ray: Any = importlib.import_module("ray")
    except ImportError as error:
        raise LibraryError("用 Ray 集群解析要先安装：pip install 'yinzheng[ray]'") from error
    if not ray.is_initialized():
        try:
            ray.init(
                address=None if setting == LOCAL else setting, log_to_driver=False, logging_level="error"
            )
        except (ConnectionError, RuntimeError, TimeoutError, ValueError) as error:
            line = " ".join(str(error).split())[:200]
            raise LibraryError(f"无法连接 Ray 集群 {setting}：{line}") from error
    return ray
