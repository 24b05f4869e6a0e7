"""The live snapshot's graph, asked in SPARQL."""

from __future__ import annotations

import asyncio
import contextvars
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from api.service import Service
from api.sparql.limits import Limits
from api.sparql.pool import BusyError, Pool
from api.sparql.worker import Answered, Question, Refused
from kg.vocabulary import PREFIXES
from search.engines import engines
from search.snapshots import Manifest, Snapshots


@dataclass(frozen=True)
class Told:
    """An answer, or why there is none, and the snapshot that it is of."""

    answer: Answered | Refused
    snapshot: Manifest


class Endpoint:
    """Answers SPARQL from one library. Safe to use from many threads."""

    def __init__(self, service: Service, limits: Limits | None = None) -> None:
        """Ask the library of `service`. Nothing starts before the first question."""
        self.service = service
        self.limits = limits or Limits()
        self._pool = Pool(PREFIXES, self.limits)
        most = self.limits.workers + self.limits.waiting
        # Threads of its own: a query that waits must not hold up what else the service is asked.
        self._threads = ThreadPoolExecutor(most, thread_name_prefix="sparql")
        self._places = most

    async def answer(self, question: Question) -> Told:
        """Do as `ask` does without blocking the event loop; BusyError where too many wait already."""
        if self._places <= 0:
            raise BusyError("查询太多，请稍后再试")
        self._places -= 1
        try:
            # What watches the request watches its threads, too.
            context = contextvars.copy_context()
            return await asyncio.wrap_future(self._threads.submit(context.run, self.ask, question))
        finally:
            self._places += 1

    def ask(self, question: Question) -> Told:
        """Answer a question from the live snapshot, which stays for as long as that takes.

        Raises what `Pool.answer` does, EmptyLibraryError and LibraryError.
        """
        with self.service.shelf.reading() as library:
            manifest = library.manifest
            folder = Snapshots(library.data_dir).path(manifest.id) / "graph"
            # A library that was removed and filled anew counts its snapshots from the start.
            stamp = f"{manifest.id} {manifest.made_at}"
            return Told(self._pool.answer(folder, stamp, question, engines().graph), manifest)

    def close(self) -> None:
        """End the processes."""
        self._pool.close()
        self._threads.shutdown()
