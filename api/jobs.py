"""Work that takes longer than anyone waits for an answer: one job at a time, looked after while it runs."""

from __future__ import annotations

import logging
import queue
import secrets
import threading
from collections.abc import Callable, Sequence
from contextvars import Context, copy_context
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from api.access.scope import SCOPE
from api.errors import UnknownError
from ingest.report import Frozen
from search.answers import IngestSummary
from search.encoder import EncoderError
from search.errors import LibraryError

LOG = logging.getLogger(__name__)
REMEMBERED = 200
"""Jobs that can be asked after; older ones that have ended are forgotten."""
WAITING = 50
"""Jobs that may wait; more are refused."""

Progress = Callable[[int, int, str], None]
Work = Callable[[Progress], IngestSummary]


class BusyError(Exception):
    """Too many jobs wait already. The message is one line in Chinese."""


class Job(Frozen):
    """Files being taken in, and how far that is."""

    id: str
    state: Literal["waiting", "running", "done", "failed"]
    """`failed`: nothing was stored. Files that fail beside others that are stored are named in `summary`."""
    files: tuple[str, ...]
    """Names as they were sent."""
    done: int = 0
    """Steps done."""
    total: int = 0
    """Steps in all; 0 before it is known."""
    step: str = ""
    """What is at work: a file's name or a Chinese word."""
    made_at: str
    """ISO 8601, UTC."""
    ended_at: str | None = None
    """ISO 8601, UTC; null while it is not over."""
    summary: IngestSummary | None = None
    """What became of each file, once it is over."""
    error: str | None = None
    """With `failed`: one line in Chinese."""

    @property
    def over(self) -> bool:
        """Whether nothing of it changes any more."""
        return self.ended_at is not None


class JobList(Frozen):
    """The jobs since the service started, newest first."""

    jobs: list[Job]


@dataclass
class _Kept:
    job: Job
    limit: str | None
    """The media that who sent it is limited to."""

    @property
    def visible(self) -> bool:
        return SCOPE.get() in (None, self.limit)


class Jobs:
    """The jobs of one service, carried out in the order of their coming. Safe to use from many threads.

    Who is limited to one media sees the jobs of those who are limited to the same.

    They live as long as the process: what was stored stays, a job that was cut off is to be sent again.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._jobs: dict[str, _Kept] = {}
        self._waiting: queue.Queue[tuple[str, Work, Context] | None] = queue.Queue()
        self._hand: threading.Thread | None = None

    def submit(self, files: Sequence[str], work: Work) -> Job:
        """Have `work` done and return its job, which waits. Raises BusyError."""
        job = Job(id=secrets.token_hex(8), state="waiting", files=tuple(files), made_at=_now())
        with self._guard:
            if sum(each.job.state == "waiting" for each in self._jobs.values()) >= WAITING:
                raise BusyError("排队的收入任务太多，请稍后再试")
            over = [each.job.id for each in self._jobs.values() if each.job.over]
            for old in over[: max(0, len(self._jobs) + 1 - REMEMBERED)]:
                del self._jobs[old]
            self._jobs[job.id] = _Kept(job, SCOPE.get())
            if self._hand is None:
                # A daemon: what it writes survives being killed, so nobody has to wait for it.
                self._hand = threading.Thread(target=self._carry_out, name="jobs", daemon=True)
                self._hand.start()
        # In the context of who sent it: the log names them, and their limits hold.
        self._waiting.put((job.id, work, copy_context()))
        return job

    def get(self, job: str) -> Job:
        """Return a job as it is now. Raises UnknownError."""
        with self._guard:
            found = self._jobs.get(job)
        if found is None or not found.visible:
            raise UnknownError(f"没有任务 {job}；服务重启之后，以前的任务不再保留")
        return found.job

    def all(self) -> list[Job]:
        """Return the jobs that are remembered, newest first."""
        with self._guard:
            return [each.job for each in reversed(self._jobs.values()) if each.visible]

    def close(self) -> None:
        """Take on nothing more; the job under way goes on for as long as the process."""
        self._waiting.put(None)

    def _carry_out(self) -> None:
        while (given := self._waiting.get()) is not None:
            job, work, context = given

            def tell(done: int, total: int, step: str, job: str = job) -> None:
                self._change(job, done=done, total=total, step=step)

            self._change(job, state="running")
            try:
                summary = context.run(work, tell)
            except (LibraryError, EncoderError) as error:
                self._change(job, state="failed", ended_at=_now(), error=str(error))
            except Exception:
                # Whoever asks after the job is told, whoever looks after the service finds the rest in its log.
                LOG.exception("a job failed")
                self._change(job, state="failed", ended_at=_now(), error="程序内部错误，详情见服务的日志")
            else:
                stored = summary.added or summary.replaced or summary.unchanged
                fate = {"state": "done"} if stored else {"state": "failed", "error": "没有一份能入库"}
                self._change(job, **fate, ended_at=_now(), summary=summary)

    def _change(self, job: str, **news: object) -> None:
        with self._guard:
            kept = self._jobs[job]
            kept.job = kept.job.model_copy(update=news)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
