"""Writing that survives a kill: a file is whole or not there."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import tempfile
from pathlib import Path

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""A full disk, a user's quota, a process's limit."""
MUTABLE = ("LOCK", "LOG", ".tantivy-meta.lock", ".tantivy-writer.lock")
"""Names of files that say nothing of the content and that readers may write."""
REWRITTEN = ("meta.json", ".managed.json", "segments.json", "CURRENT", "manifest.json")
"""Names of files that are written anew instead of linked, so that no snapshot can change another's."""
# Read by setting it, once and before there are threads: no other way is portable.
UMASK = os.umask(0o022)
os.umask(UMASK)


def write(path: Path, *content: bytes | memoryview) -> None:
    """Write `content`, one piece behind the other, to `path` through a temporary file, fsync and replace; make its folder where missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in content:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files that only their owner reads; a library is shared like any other file.
        Path(name).chmod(0o666 & ~UMASK)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync(path.parent)


def sync(path: Path) -> None:
    """Make a file's or folder's present state outlast a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file as 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def link(source: Path, target: Path) -> None:
    """Give `target` the files of `source` as hard links, or as copies where the file system has none."""
    target.mkdir()
    for path in source.iterdir():
        if path.name in MUTABLE or not path.is_file():
            continue
        if path.name in REWRITTEN:
            shutil.copyfile(path, target / path.name)
            continue
        try:
            os.link(path, target / path.name)
        except OSError:
            shutil.copyfile(path, target / path.name)


def disk_full(error: BaseException) -> bool:
    """Tell whether an error says that no more may be written; the index and the graph tell it in words alone."""
    return getattr(error, "errno", None) in FULL or any(os.strerror(each) in str(error) for each in FULL)
