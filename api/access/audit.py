"""A log of who did what and when: uploads, removals, decisions, keys. Only ever added to."""

from __future__ import annotations

import getpass
import sqlite3
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from ingest.report import Frozen
from search.databases import reading, writing
from search.errors import LibraryError, reason

What = Literal[
    "ingest", "remove", "rebuild", "decide", "backup", "model", "key create", "key revoke", "entity"
]
WHO: ContextVar[str | None] = ContextVar("who", default=None)
"""Who the present request is from; None on the command line."""
SCHEMA = """
CREATE TABLE IF NOT EXISTS audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, about TEXT NOT NULL);
CREATE TRIGGER IF NOT EXISTS audit_stays BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END;
CREATE TRIGGER IF NOT EXISTS audit_remains BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END;
"""


class Entry(Frozen):
    """One thing that was done."""

    number: int
    at: str
    """ISO 8601, UTC."""
    who: str
    what: str
    about: str
    """Ids of reports, items or keys; nothing of a report's text."""


class Log(Frozen):
    """What `audit` returns: newest last."""

    entries: list[Entry]


class Audit:
    """The log of one library, in ``audit.sqlite``. Safe to use from many threads and processes."""

    def __init__(self, data_dir: Path | str) -> None:
        """Say where it is; the file is made with the first entry."""
        self.path = Path(data_dir) / "audit.sqlite"

    def record(self, what: What, about: str) -> None:
        """Keep what was done; when this returns it is on the disk. Raises LibraryError where it can't be kept."""
        row = (datetime.now(UTC).isoformat(), WHO.get() or _user(), what, about)
        try:
            with writing(self.path) as connection:
                connection.executescript(SCHEMA)
                with connection:
                    connection.execute("INSERT INTO audit (at, who, what, about) VALUES (?, ?, ?, ?)", row)
        except sqlite3.Error as error:
            raise LibraryError(f"操作已完成，但日志 {self.path.name} 未能写入：{reason(error)}") from error

    def entries(self, limit: int = 200) -> list[Entry]:
        """Return the last `limit` entries, oldest first."""
        if not self.path.exists():
            return []
        try:
            with reading(self.path) as connection:
                made = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'audit'").fetchone()
                query = "SELECT number, at, who, what, about FROM audit ORDER BY number DESC LIMIT ?"
                rows = connection.execute(query, (limit,)).fetchall() if made else []
        except sqlite3.Error as error:
            raise LibraryError(f"日志 {self.path.name} 无法读取：{reason(error)}") from error
        names = Entry.model_fields
        return [Entry(**dict(zip(names, row, strict=True))) for row in reversed(rows)]


def _user() -> str:
    try:
        return f"{getpass.getuser()}（命令行）"
    except (KeyError, OSError):  # An account without a name.
        return "（命令行）"
