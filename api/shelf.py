"""The live snapshot for many readers: opened anew when another goes live, while those reading keep theirs."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

from search.errors import LibraryError
from search.library import Library
from search.snapshots import Manifest, Snapshots


class EmptyLibraryError(LibraryError):
    """Nothing is stored yet. The message is one line in Chinese and names the mend."""

    def __init__(self) -> None:
        super().__init__("资料库还是空的，请先用 yinzheng ingest 收入报告")


@dataclass
class _Lease:
    library: Library
    readers: int = 0
    retired: bool = False


@dataclass
class Visit:
    """What one request was shown, by whichever of its threads."""

    keep: bool
    """Whether all that it reads must be of one snapshot."""
    manifest: Manifest | None = None
    """Of the snapshot that was read last; None where nothing was read."""
    kept: dict[Shelf, _Lease] = field(default_factory=dict)


_VISIT: ContextVar[Visit | None] = ContextVar("visit", default=None)
"""The visit under way; threads that a request is answered in see it too, as they run in a copy of its context."""


class Shelf:
    """Hands out the live snapshot of one library; safe to use from many threads."""

    def __init__(self, data_dir: Path, model: str | None = None, rerank: str | None = None) -> None:
        """Serve the library in `data_dir`; `model` None takes the one that it was built with.

        `rerank` names a cross-encoder for the first hits.
        """
        self.data_dir = data_dir
        self._model = model
        self._rerank = rerank
        self._snapshots = Snapshots(data_dir)
        self._guard = threading.Lock()
        self._live: _Lease | None = None

    def snapshot(self) -> str | None:
        """Return the id of the live snapshot, None where nothing was ever stored."""
        return self._snapshots.current()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Library]:
        """Give the live snapshot for as long as the block runs, whatever goes live meanwhile.

        Raises EmptyLibraryError where nothing is stored, LibraryError where the library is damaged.
        """
        lease = self._borrow()
        try:
            yield lease.library
        finally:
            with self._guard:
                lease.readers -= 1
                self._drop_if_unread(lease)

    @contextlib.contextmanager
    def visit(self, *, keep: bool) -> Iterator[Visit]:
        """Watch what is read within the block; with `keep` it is all of the snapshot that is read first."""
        visit = Visit(keep)
        token = _VISIT.set(visit)
        try:
            yield visit
        finally:
            _VISIT.reset(token)
            with self._guard:
                lease = visit.kept.pop(self, None)
                if lease is not None:
                    lease.readers -= 1
                    self._drop_if_unread(lease)

    def close(self) -> None:
        """Close the snapshot as soon as its last reader is done."""
        with self._guard:
            self._retire()

    def _borrow(self) -> _Lease:
        visit = _VISIT.get()
        with self._guard:
            lease = visit.kept.get(self) if visit is not None else None
            lease = lease or self._current()
            lease.readers += 1
            if visit is not None:
                visit.manifest = lease.library.manifest
                if visit.keep and self not in visit.kept:
                    visit.kept[self] = lease
                    lease.readers += 1
            return lease

    def _current(self) -> _Lease:
        current = self.snapshot()
        if current is None:
            self._retire()
            raise EmptyLibraryError
        if self._live is None or self._live.library.manifest.id != current:
            opened = _Lease(Library.open(self.data_dir, self._model, rerank=self._rerank))
            if self._live is not None:
                opened.library.take_over(self._live.library)
            self._retire()
            self._live = opened
        return self._live

    def _retire(self) -> None:
        if self._live is not None:
            self._live.retired = True
            self._drop_if_unread(self._live)
            self._live = None

    def _drop_if_unread(self, lease: _Lease) -> None:
        if lease.retired and lease.readers == 0:
            lease.library.close()
