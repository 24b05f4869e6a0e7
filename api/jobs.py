"""Work that takes longer than anyone waits for an answer: one job at a time, looked after while it runs and after.

A job is a folder ``jobs/ID`` of the library: ``job.json``, and ``files/`` with what was sent until it is over. A service
that starts again carries out what the one before did not end.
"""

from __future__ import annotations

import fcntl
import logging
import queue
import secrets
import shutil
import threading
from collections.abc import Callable, Iterable
from contextvars import copy_context
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Literal

from pydantic import ValidationError

from api.access.audit import WHO
from api.access.scope import SCOPE
from api.errors import UnknownError
from api.faults import fault
from ingest.report import Frozen
from search.answers import IngestSummary
from search.encoder import EncoderError
from search.errors import LibraryError, reason
from search.files import sync, write

LOG = logging.getLogger(__name__)
REMEMBERED = 200
"""Jobs that can be asked after; older ones that have ended are forgotten."""
WAITING = 50
"""Jobs that may wait; more are refused."""

TRIES = 2
"""Times that a job is begun: what ended the service each time is not tried for ever."""

Progress = Callable[[int, int, str], None]
Work = Callable[[list[Path], str | None, int | None, Progress], IngestSummary]
"""Stores files under the media and year that were stated."""


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
    """The jobs that are remembered, newest first."""

    jobs: list[Job]


class _Kept(Frozen):
    """``job.json``: a job, and all that is needed to carry it out."""

    job: Job
    paths: tuple[str, ...]
    """Where each file lies below ``files/``, in the order of the names."""
    media: str | None
    year: int | None
    who: str | None
    """Who sent it, for the log."""
    limit: str | None
    """The media that who sent it is limited to."""
    number: int
    """Grows with each job: clocks may be set back."""
    tries: int = 0

    @property
    def visible(self) -> bool:
        return SCOPE.get() in (None, self.limit)


class Jobs:
    """The jobs of one service, carried out in the order of their coming. Safe to use from many threads.

    Who is limited to one media sees the jobs of those who are limited to the same.
    """

    def __init__(self, data_dir: Path, work: Work) -> None:
        """Keep the jobs of the library in `data_dir`, which `work` carries out. Nothing is read or written yet."""
        self._folder = data_dir / "jobs"
        self._work = work
        self._guard = threading.Lock()
        self._jobs: dict[str, _Kept] = {}
        self._waiting: queue.Queue[str | None] = queue.Queue()
        self._last = 0
        self._hand: threading.Thread | None = None
        self._lock: IO[bytes] | None = None

    def resume(self) -> None:
        """Remember the jobs of the service before this one, and carry out those that it did not end.

        Where another service of the same library runs, its jobs are its own.
        """
        if not self._folder.is_dir() or not self._alone():
            return
        left: list[_Kept] = []
        for folder in self._folder.iterdir():
            if not folder.is_dir():
                continue
            try:
                left.append(_Kept.model_validate_json((folder / "job.json").read_bytes()))
            except (OSError, ValidationError):
                shutil.rmtree(folder, ignore_errors=True)  # Cut off before anybody was told of it.
        for kept in sorted(left, key=lambda kept: kept.number):
            with self._guard:
                self._jobs[kept.job.id] = kept
            if kept.job.over:
                continue
            if kept.tries < TRIES:
                self._change(kept.job.id, state="waiting", done=0, total=0, step="服务重启后继续")
                self._enqueue(kept.job.id)
            else:
                told = f"服务 {TRIES} 次在处理这批文件时中断，已放弃；请分几次重新上传"
                self._end(kept.job.id, state="failed", error=told)

    def submit(
        self,
        put: Callable[[Path], tuple[list[Path], Iterable[str]]],
        media: str | None = None,
        year: int | None = None,
    ) -> Job:
        """Have files stored and return the job, which waits; when this returns it outlasts the service.

        `put` lays the files into the folder that it is given, and returns their paths and the names they were sent
        under. Raises BusyError, and LibraryError where they can't be kept.
        """
        with self._guard:
            if sum(each.job.state == "waiting" for each in self._jobs.values()) >= WAITING:
                raise BusyError("排队的收入任务太多，请稍后再试")
        id = secrets.token_hex(8)
        files = self._folder / id / "files"
        try:
            files.mkdir(parents=True)
            self._alone()
            paths, names = put(files)
            for path in (*paths, *{path.parent for path in paths}, files, files.parent, self._folder):
                sync(path)
            job = Job(id=id, state="waiting", files=tuple(names), made_at=_now())
            kept = _Kept(
                job=job,
                paths=tuple(path.relative_to(files).as_posix() for path in paths),
                media=media,
                year=year,
                who=WHO.get(),
                limit=SCOPE.get(),
                number=self._number(),
            )
            self._write(kept)
        except OSError as error:
            shutil.rmtree(self._folder / id, ignore_errors=True)
            raise LibraryError(f"上传的文件存不下来（{reason(error)}）") from error
        with self._guard:
            over = [each.job.id for each in self._jobs.values() if each.job.over]
            gone = over[: max(0, len(self._jobs) + 1 - REMEMBERED)]
            for old in gone:
                del self._jobs[old]
            self._jobs[id] = kept
        for old in gone:
            shutil.rmtree(self._folder / old, ignore_errors=True)
        self._enqueue(id)
        return job

    def get(self, job: str) -> Job:
        """Return a job as it is now. Raises UnknownError."""
        with self._guard:
            found = self._jobs.get(job)
        if found is None or not found.visible:
            raise UnknownError(f"没有任务 {job}；只记得最近 {REMEMBERED} 个")
        return found.job

    def all(self) -> list[Job]:
        """Return the jobs that are remembered, newest first."""
        with self._guard:
            return [each.job for each in reversed(self._jobs.values()) if each.visible]

    def close(self) -> None:
        """Take on nothing more; what is not ended is for the next service."""
        self._waiting.put(None)
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _number(self) -> int:
        with self._guard:
            self._last = max([self._last, *(kept.number for kept in self._jobs.values())]) + 1
            return self._last

    def _enqueue(self, job: str) -> None:
        with self._guard:
            if self._hand is None:
                # A daemon: what it writes survives being killed, so nobody has to wait for it.
                self._hand = threading.Thread(target=self._carry_out_all, name="jobs", daemon=True)
                self._hand.start()
        self._waiting.put(job)

    def _carry_out_all(self) -> None:
        while (job := self._waiting.get()) is not None:
            # In a context of its own: the log names who sent it, and their limits hold.
            copy_context().run(self._carry_out, job)

    def _carry_out(self, id: str) -> None:
        kept = self._jobs[id]
        WHO.set(kept.who)
        SCOPE.set(kept.limit)
        paths = [self._folder / id / "files" / path for path in kept.paths]
        names = dict(zip(map(str, paths), kept.job.files, strict=True))

        def tell(done: int, total: int, step: str) -> None:
            self._change(id, done=done, total=total, step=step)

        try:
            with self._guard:
                self._jobs[id] = kept.model_copy(update={"tries": kept.tries + 1})
            self._change(id, state="running")
            self._write(self._jobs[id])
            summary = self._work(paths, kept.media, kept.year, tell)
        except (LibraryError, EncoderError) as error:
            self._end(id, state="failed", error=str(error))
        except Exception as error:
            # Whoever asks after the job is told, whoever looks after the service finds the rest in its log.
            fault(f"job {id}", error)
            self._end(id, state="failed", error="程序内部错误，详情见服务的日志")
        else:
            failed = [
                each.model_copy(update={"path": names.get(each.path, each.path)}) for each in summary.failed
            ]
            summary = summary.model_copy(update={"failed": failed})
            stored = summary.added or summary.replaced or summary.unchanged
            fate = {"state": "done"} if stored else {"state": "failed", "error": "没有一份能入库"}
            self._end(id, **fate, summary=summary)

    def _change(self, id: str, **news: object) -> None:
        with self._guard:
            kept = self._jobs[id]
            self._jobs[id] = kept.model_copy(update={"job": kept.job.model_copy(update=news)})

    def _end(self, id: str, **news: object) -> None:
        """Let a job be over: first on the disk, so that nobody is told an end that a restart takes back."""
        kept = self._jobs[id]
        over = kept.model_copy(update={"job": kept.job.model_copy(update={**news, "ended_at": _now()})})
        try:
            self._write(over)
            shutil.rmtree(self._folder / id / "files", ignore_errors=True)
        except OSError as error:
            LOG.warning("the end of a job was not kept: %s", reason(error))
        with self._guard:
            self._jobs[id] = over

    def _write(self, kept: _Kept) -> None:
        write(self._folder / kept.job.id / "job.json", kept.model_dump_json().encode())

    def _alone(self) -> bool:
        """Hold the jobs' lock for as long as this service lives; tell whether it is held."""
        if self._lock is None:
            file = (self._folder / "LOCK").open("ab")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.close()
                return False
            self._lock = file
        return True


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
