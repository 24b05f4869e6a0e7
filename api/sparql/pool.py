"""Warm processes that answer queries, killed at the deadline and replaced; safe to use from many threads."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import threading
import time
from collections.abc import Mapping
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from api.sparql import worker
from api.sparql.limits import Limits
from api.sparql.worker import Answered, Job, Question, Refused

LOG = logging.getLogger(__name__)
STARTING = 60.0
"""Seconds that a process may take to start, on a machine that is busy."""
COURTESY = 1.0
"""Seconds after which a query steps back behind everything else that wants a processor."""


class BusyError(Exception):
    """No process became free in time. The message is one line in Chinese."""


class DeadlineError(Exception):
    """The query was killed at its deadline. The message is one line in Chinese."""


class CostlyError(Exception):
    """The process died of the query: out of memory or stack. The message is one line in Chinese."""


class _Worker:
    """A process and our end of its pipe."""

    def __init__(self, prefixes: Mapping[str, str], memory: int) -> None:
        # Spawned, not forked: the service has threads.
        context = multiprocessing.get_context("spawn")
        self.pipe: Connection
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=worker.serve, args=(theirs, dict(prefixes), memory), daemon=True
        )
        self.process.start()
        theirs.close()
        self.ready = False
        self.slow = False
        """Whether it stepped back once; no process may step forward again."""

    def starts(self) -> bool:
        """Wait until the process takes jobs; False where it never will."""
        try:
            if not self.ready and self.pipe.poll(STARTING):
                self.pipe.recv()
                self.ready = True
        except (EOFError, OSError) as error:
            self._log(error)
        return self.ready

    def answer(self, job: Job) -> Answered | Refused:
        """Put a job to the process. Raises DeadlineError, CostlyError; the process is of no use after either."""
        try:
            self.pipe.send(job)
            if not self.pipe.poll(min(COURTESY, job.seconds)):
                self._step_back()
                if not self.pipe.poll(max(0.0, job.seconds - COURTESY)):
                    raise DeadlineError(
                        f"查询超过 {job.seconds:g} 秒，已中止；请先用 yz:media、yz:year 缩小范围"
                    )
            answer: Answered | Refused = self.pipe.recv()
        except (EOFError, OSError) as error:
            self._log(error)
            raise CostlyError("查询太复杂，所需内存超过上限，已中止；请缩小范围或拆成几条") from error
        return answer

    def _log(self, error: Exception) -> None:
        self.process.join(5)
        LOG.warning("a query process ended by itself: exit code %s, %r", self.process.exitcode, error)

    def end(self) -> None:
        """Kill the process, whatever it does."""
        self.pipe.close()
        self.process.kill()
        self.process.join()
        self.process.close()

    def _step_back(self) -> None:
        self.slow = True
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.process.pid or 0, 10)


class Pool:
    """Hands questions to processes, as many at a time as the limits say. Nothing starts before the first one."""

    def __init__(self, prefixes: Mapping[str, str], limits: Limits | None = None) -> None:
        """Serve queries in which `prefixes` need no declaration."""
        self.limits = limits or Limits()
        self._prefixes = prefixes
        self._change = threading.Condition()
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()
        self._running = 0
        """Questions that hold a process or are starting one."""
        self._closed = False

    def answer(
        self, store: Path, stamp: str, question: Question, server: str | None = None
    ) -> Answered | Refused:
        """Answer a question from the store in a folder that nobody writes to, or that `server` keeps.

        `stamp` tells its content from what lay in the folder before. Raises BusyError, DeadlineError, CostlyError.
        """
        limits = self.limits
        job = Job(store, server, stamp, question, limits.rows, limits.answer_bytes, limits.seconds)
        crew = self._take()
        sound = False
        try:
            answer = crew.answer(job)
            sound = not crew.slow
            return answer
        finally:
            self._give(crew, sound)

    def close(self) -> None:
        """End all processes; a query under way ends with CostlyError."""
        with self._change:
            self._closed = True
            idle, self._idle = self._idle, []
            for each in self._busy:
                each.process.kill()
        for each in idle:
            each.end()

    def _take(self) -> _Worker:
        until = time.monotonic() + self.limits.patience
        with self._change:
            while not self._closed and self._running >= self.limits.workers:
                left = until - time.monotonic()
                if left <= 0:
                    raise BusyError("查询太多，请稍后再试")
                self._change.wait(left)
            if self._closed:
                raise BusyError("服务正在停止")
            self._running += 1
            found = self._idle.pop() if self._idle else None
        try:
            found = self._started(found)
        except BaseException:
            self._free()
            raise
        with self._change:
            self._busy.add(found)
        return found

    def _started(self, found: _Worker | None) -> _Worker:
        """Return a process that takes jobs, another one where this one can't."""
        for _ in range(2):
            found = found or self._hire()
            if found.starts():
                return found
            found.end()
            found = None
        raise BusyError("查询进程未能启动，请稍后再试")

    def _give(self, crew: _Worker, sound: bool) -> None:
        with self._change:
            self._busy.discard(crew)
            kept = sound and not self._closed
            if kept:
                self._idle.append(crew)
        self._free()
        if not kept:
            crew.end()
            self._prepare()

    def _free(self) -> None:
        with self._change:
            self._running -= 1
            self._change.notify()

    def _prepare(self) -> None:
        """Start a process for the next question, in the place of one that is gone."""
        with self._change:
            enough = self._closed or self._running + len(self._idle) >= self.limits.workers
        if enough:
            return
        fresh = self._hire()
        with self._change:
            if not self._closed:
                self._idle.append(fresh)
                return
        fresh.end()

    def _hire(self) -> _Worker:
        return _Worker(self._prefixes, self.limits.memory)
