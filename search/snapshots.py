"""Snapshots: what a library holds at one moment, a folder that is never changed once it is live.

``snapshots/ID/`` holds ``graph/``, ``words/``, ``vectors/`` and ``manifest.json``; ``CURRENT`` names the live
one and is replaced at once. A reader keeps a shared lock on the manifest it opened, so that nothing is taken
from under it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pydantic import BaseModel, ValidationError

from ingest.report import Frozen
from search.errors import LibraryError, NewerError
from search.files import write

FORMAT = 3
"""Version of what a library writes; raised when an older program could not read it.

1: the first. 2: the manifest tells which decisions on entities the graph follows. 3: facts that a passage holds have fields of
their own in the word index, and reports are kept as lines. All since 1 is read as it is, and what is written next is of this format: nothing has to be done to upgrade, nothing that people decided is touched.
"""
WORDS_SINCE = 3
"""The format since which the word index is as it is now; that of an earlier library is made anew with the next snapshot."""
KEPT = 2
"""How many of the newest snapshots `gc` keeps whoever reads them."""
BUILDING = ".building-"


class Stored(Frozen):
    """A report that a library holds, or held before a later file of the same media and year took its place."""

    id: str
    sha256: str
    code: str
    """What understood it, and under which stated media and year (`artifacts.code_key`)."""
    stated_media: str | None = None
    """The media's name where the user stated it; None where it was found in the file."""
    stated_year: int | None = None
    media: str
    year: int
    title: str | None
    file: str
    """The file's name as it was given, without its folder."""
    version: int
    """1 for the first file of this media and year, and so on."""
    stored_at: str
    """ISO 8601 with offset."""
    supersedes: tuple[str, ...] = ()
    """Ids of the reports whose place it took, newest first."""
    passages: int
    facts: int
    triples: int


class Digest(Frozen):
    """What a file of a snapshot must be."""

    sha256: str
    size: int


class Manifest(Frozen):
    """`manifest.json`: all that a snapshot says of itself."""

    format: int
    id: str
    made_at: str
    code_version: str
    model: str | None
    """The model as it was asked for: None for the embedded one."""
    model_id: str
    reports: tuple[Stored, ...]
    """By media and year."""
    versions: tuple[Stored, ...] = ()
    """Earlier files of a media and year that is still held, oldest first."""
    entity_decisions: int = 0
    """Number of the last decision on entities that the graph follows."""
    files: dict[str, Digest]
    """By path inside the snapshot, `manifest.json` itself left out."""

    @property
    def passages(self) -> int:
        """How many passages are indexed."""
        return sum(report.passages for report in self.reports)

    @property
    def facts(self) -> int:
        """How many facts are held."""
        return sum(report.facts for report in self.reports)

    @property
    def triples(self) -> int:
        """How many triples the graph holds."""
        return sum(report.triples for report in self.reports)

    def stored(self, report: str) -> Stored | None:
        """Return the report with this id, an earlier version too, or None."""
        return next((held for held in (*self.reports, *self.versions) if held.id == report), None)


class Snapshots:
    """The snapshots of the library in one folder."""

    def __init__(self, data_dir: Path) -> None:
        self.folder = data_dir / "snapshots"
        self.pointer = data_dir / "CURRENT"

    def path(self, snapshot: str) -> Path:
        """Return the folder of a snapshot."""
        return self.folder / snapshot

    def current(self) -> str | None:
        """Return the id of the live snapshot, None where nothing was ever stored."""
        try:
            return self.pointer.read_text(encoding="ascii").strip() or None
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise LibraryError(f"资料库的 CURRENT 文件无法读取：{error}") from error

    def ids(self) -> list[str]:
        """Return the ids of the finished snapshots, oldest first."""
        if not self.folder.is_dir():
            return []
        return sorted(path.name for path in self.folder.iterdir() if path.name.isdigit())

    def manifest(self, snapshot: str) -> Manifest:
        """Read a snapshot's manifest. Raises LibraryError where it is damaged or of another format."""
        try:
            content = (self.path(snapshot) / "manifest.json").read_bytes()
        except OSError as error:
            raise LibraryError(f"快照 {snapshot} 的清单无法读取：{error.strerror}") from error
        return parse(snapshot, content)

    def open(self) -> tuple[Manifest, IO[bytes]]:
        """Return the live snapshot's manifest and the open file whose lock keeps the snapshot from `gc`.

        Raises LibraryError where nothing is stored yet.
        """
        while True:
            snapshot = self.current()
            if snapshot is None:
                raise LibraryError("资料库还是空的，请先运行 yinzheng ingest 收入报告")
            try:
                file = (self.path(snapshot) / "manifest.json").open("rb")
            except FileNotFoundError as error:
                if self.current() == snapshot:
                    raise LibraryError(
                        f"快照 {snapshot} 缺失，请运行 yinzheng rebuild 由原件重建资料库"
                    ) from error
                continue  # Another snapshot went live and this one away in between.
            try:
                fcntl.flock(file, fcntl.LOCK_SH)
                if (self.path(snapshot) / "manifest.json").exists():
                    return parse(snapshot, file.read()), file
            except BaseException:
                file.close()
                raise
            file.close()

    def next_id(self) -> str:
        """Return the id that the next snapshot gets; ids grow."""
        last = max([int(name) for name in self.ids()] + [int(self.current() or 0)])
        return f"{last + 1:08d}"

    def go_live(self, snapshot: str) -> None:
        """Make a finished snapshot the live one."""
        write(self.pointer, f"{snapshot}\n".encode())

    def collect(self) -> list[str]:
        """Remove unfinished snapshots and those that are old and unread; return their names.

        To be called by who holds the library's lock.
        """
        removed: list[str] = []
        if not self.folder.is_dir():
            return removed
        for path in self.folder.glob(f"{BUILDING}*"):
            shutil.rmtree(path)
            removed.append(path.name)
        current = self.current()
        # One that never went live is newer than CURRENT and of no use.
        dead = [name for name in self.ids() if current is None or name > current]
        old = [name for name in self.ids() if name not in dead][:-KEPT]
        for name in dead + old:
            with self._unread(name) as unread:
                if unread:
                    # Under another name first: a half-removed folder must not look like a snapshot.
                    gone = self.folder / f"{BUILDING}gone-{name}"
                    self.path(name).rename(gone)
                    shutil.rmtree(gone)
                    removed.append(name)
        return removed

    def wait_until_unread(self, snapshot: str, seconds: float) -> None:
        """Wait until nobody reads the snapshot, `seconds` at most."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            with self._unread(snapshot) as unread:
                if unread:
                    return
            time.sleep(0.05)

    @contextmanager
    def _unread(self, snapshot: str) -> Iterator[bool]:
        """Tell whether nobody reads the snapshot, and keep it so while the context lasts."""
        try:
            handle = os.open(self.path(snapshot) / "manifest.json", os.O_RDONLY)
        except FileNotFoundError:
            yield True
            return
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
        finally:
            os.close(handle)

    def manifests(self) -> Iterator[Manifest]:
        """Yield the manifests of all finished snapshots that can be read."""
        for snapshot in self.ids():
            try:
                yield self.manifest(snapshot)
            except LibraryError:
                continue


class _Formatted(BaseModel):
    """What every manifest says, whatever else there is in it."""

    format: int


def parse(snapshot: str, content: bytes) -> Manifest:
    """Return the manifest that `content` is. Raises LibraryError where it is none, NewerError where of a later format."""
    try:
        # First of all, for a later format may hold anything.
        found = _Formatted.model_validate_json(content).format
        if found > FORMAT:
            raise NewerError(
                f"资料库由更新版本的 yinzheng 写成（格式 {found}，本程序读到 {FORMAT} 为止），请先升级本程序"
            )
        return Manifest.model_validate_json(content)
    except ValidationError as error:
        raise LibraryError(f"快照 {snapshot} 的清单已损坏，请运行 yinzheng rebuild 重建资料库") from error
