"""The small SQLite files beside a library: opened for one use, so that no thread ever holds another's connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

PATIENCE = 10.0
"""Seconds to wait for whoever writes at the moment."""


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file, made where it is not there, to be written: what is committed is on the disk. Raises sqlite3.Error."""
    with closing(sqlite3.connect(path, timeout=PATIENCE)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA synchronous = FULL")
        yield connection


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file that is there to be read, where nothing may be written too. Raises sqlite3.Error."""
    with closing(_opened(path)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=PATIENCE)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        # Whoever reads a file with a write-ahead log writes beside it, unless told that nothing changes. While the
        # log holds something that would be passed over, it is not read at all.
        log = path.with_name(f"{path.name}-wal")
        barred = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
        if not barred or (log.exists() and log.stat().st_size):
            raise
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
    except sqlite3.Error:
        connection.close()
        raise
    return connection
