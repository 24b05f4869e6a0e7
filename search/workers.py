"""A pure function over many jobs in processes of their own that may hang, swallow memory or die.

`concurrent.futures` loses every waiting job when one process dies and can't say which job killed it; here
each process is known by the job it holds.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

SECONDS = 180.0
"""A file that takes longer than this is given up."""
MEMORY = 4 << 30
"""Bytes of address space a process may take."""


@dataclass(frozen=True)
class Outcome:
    """What became of the job at `index`: its `result`, or the `error` that it raised or met."""

    index: int
    result: Any = None
    error: Exception | None = None


class WorkerDied(Exception):  # noqa: N818 - it reads as what happened
    """The process ended while it held the job. The message is one line in Chinese."""


@dataclass
class _Worker:
    process: BaseProcess
    pipe: Connection
    index: int = -1
    since: float = 0.0


def run(
    function: Callable[[Any], Any], jobs: Sequence[Any], workers: int, seconds: float = SECONDS
) -> Iterator[Outcome]:
    """Yield the outcome of `function(job)` for every job, as they end.

    `workers` processes share the jobs; 0 runs them here, one behind the other, without any limit. Function,
    jobs and results must pickle. Closing the iterator early ends the processes.
    """
    if workers == 0:
        for index, job in enumerate(jobs):
            yield _outcome(function, index, job)
        return
    context = multiprocessing.get_context("spawn")
    waiting = list(range(len(jobs)))[::-1]
    crew: list[_Worker] = []
    try:
        while waiting or crew:
            while waiting and len(crew) < workers:
                worker = _hire(context, function)
                crew.append(worker)
                _assign(worker, waiting.pop(), jobs)
            for worker, outcome in _finished(crew, seconds):
                yield outcome
                if worker.process.is_alive() and waiting:
                    _assign(worker, waiting.pop(), jobs)
                else:
                    _dismiss(worker)
                    crew.remove(worker)
    finally:
        for worker in crew:
            _dismiss(worker, at_once=True)


def _hire(context: Any, function: Callable[[Any], Any]) -> _Worker:
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, function, os.getpid()), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _assign(worker: _Worker, index: int, jobs: Sequence[Any]) -> None:
    worker.index, worker.since = index, time.monotonic()
    # Where the process has died meanwhile, _finished finds the pipe closed and names the job.
    with contextlib.suppress(OSError):
        worker.pipe.send((index, jobs[index]))


def _finished(crew: Sequence[_Worker], seconds: float) -> Iterator[tuple[_Worker, Outcome]]:
    soonest = min(worker.since for worker in crew) + seconds
    ready = wait([worker.pipe for worker in crew], timeout=max(0.05, soonest - time.monotonic()))
    for worker in crew[:]:
        if worker.pipe in ready:
            try:
                yield worker, worker.pipe.recv()
            except (EOFError, OSError):
                worker.process.join(5)
                died = WorkerDied(
                    f"解析进程意外终止（{_ending(worker.process.exitcode)}），文件可能已损坏或过大"
                )
                yield worker, Outcome(worker.index, error=died)
        elif time.monotonic() - worker.since > seconds:
            worker.process.kill()
            worker.process.join(5)
            yield worker, Outcome(worker.index, error=WorkerDied(f"解析超过 {seconds:.0f} 秒，已放弃"))


def _dismiss(worker: _Worker, at_once: bool = False) -> None:
    worker.pipe.close()
    if at_once:
        worker.process.kill()
    worker.process.join(5)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()
    worker.process.close()


def _ending(code: int | None) -> str:
    if code is None:
        return "原因不明"
    if code >= 0:
        return f"退出码 {code}"
    try:
        return f"信号 {signal.Signals(-code).name}"
    except ValueError:
        return f"信号 {-code}"


def _serve(pipe: Connection, function: Callable[[Any], Any], parent: int) -> None:
    """Answer jobs until the other end of the pipe is closed; runs in the process."""
    # Ctrl-C is the parent's to handle; it closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    # By default a twentieth of the time goes into looking for cycles among objects that reading a file leaves none of.
    gc.set_threshold(50_000, 20, 20)
    while os.getppid() == parent:
        try:
            index, job = pipe.recv()
        except (EOFError, OSError):
            return
        outcome = _outcome(function, index, job)
        try:
            pipe.send(outcome)
        except OSError:
            return
        except Exception as error:
            # An exception or result that can't be pickled must not look like a death.
            pipe.send(Outcome(index, error=RuntimeError(f"{type(error).__name__}: {error}")))


def _outcome(function: Callable[[Any], Any], index: int, job: Any) -> Outcome:
    try:
        return Outcome(index, result=function(job))
    except MemoryError:
        return Outcome(index, error=WorkerDied("解析所需内存过大，已放弃"))
    except Exception as error:
        return Outcome(index, error=error)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    # Some systems refuse the limit; the file is then read without it.
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
