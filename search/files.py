"""Writing that survives a kill: a file is whole or not there."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from pathlib import Path

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""A full disk, a user's quota, a process's limit."""
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


def disk_full(error: BaseException) -> bool:
    """Tell whether an error says that no more may be written; the index and the graph tell it in words alone."""
    return getattr(error, "errno", None) in FULL or any(os.strerror(each) in str(error) for each in FULL)
