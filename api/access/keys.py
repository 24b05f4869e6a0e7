"""Keys: shown once, kept as digests, with a role, an end and perhaps one media only."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from api.errors import InvalidError, UnknownError
from ingest.report import Frozen
from search.databases import reading, writing
from search.errors import LibraryError, reason

PREFIX = "yz"
SCHEMA = """
CREATE TABLE IF NOT EXISTS keys (
    id TEXT PRIMARY KEY, digest TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, media TEXT,
    created_at TEXT NOT NULL, expires_at TEXT, revoked_at TEXT);
"""


class Role(StrEnum):
    """What a key allows; each allows what stands before it too."""

    READER = "reader"
    """Search, ask, trace, compare, check, SPARQL, MCP."""
    EDITOR = "editor"
    """Upload reports, decide about links."""
    ADMIN = "admin"
    """Remove reports."""

    def allows(self, needed: Role) -> bool:
        """Tell whether this role may do what asks for `needed`."""
        order = tuple(Role)
        return order.index(self) >= order.index(needed)


class Key(Frozen):
    """A key without its secret. Times are ISO 8601, UTC."""

    id: str
    name: str
    """Who holds it."""
    role: Role
    media: str | None
    """The media that it is limited to; None for all."""
    created_at: str
    expires_at: str | None
    revoked_at: str | None

    def live(self, now: datetime | None = None) -> bool:
        """Tell whether it is neither revoked nor expired, by this machine's clock: set back, it lets an end wait."""
        moment = (now or datetime.now(UTC)).isoformat()
        return self.revoked_at is None and (self.expires_at is None or moment < self.expires_at)


class KeyList(Frozen):
    """What `key list` returns: newest last."""

    keys: list[Key]


class NewKey(Frozen):
    """What `key create` returns. `token` is told here and never again."""

    key: Key
    token: str


class Keys:
    """The keys of one library, in ``keys.sqlite``. Safe to use from many threads and processes.

    The secret is 256 random bits: a plain SHA-256 of it can't be turned back, and nothing slower is needed.
    """

    def __init__(self, data_dir: Path | str) -> None:
        """Say where they are; the file is made with the first key."""
        self.path = Path(data_dir) / "keys.sqlite"

    def create(self, name: str, role: Role, media: str | None = None, days: int | None = None) -> NewKey:
        """Make a key for `name` that ends after `days` (None: never). Raises InvalidError without a name."""
        if not name.strip():
            raise InvalidError("请说明密钥给谁用（--name）")
        secret, now = secrets.token_urlsafe(32), datetime.now(UTC)
        key = Key(
            id=secrets.token_hex(4),
            name=name.strip(),
            role=role,
            media=media,
            created_at=now.isoformat(),
            expires_at=(now + timedelta(days=days)).isoformat() if days is not None else None,
            revoked_at=None,
        )
        row = (key.id, _digest(secret), key.name, role.value, media, key.created_at, key.expires_at)
        with self._opened(writing) as connection:
            connection.executescript(SCHEMA)
            # Digests only, yet nobody else on this machine need read them.
            self.path.chmod(0o600)
            with connection:
                connection.execute("INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?, ?, NULL)", row)
        return NewKey(key=key, token=f"{PREFIX}_{key.id}_{secret}")

    def all(self) -> list[Key]:
        """Return every key ever made, oldest first."""
        return [_key(row) for row in self._rows("SELECT * FROM keys ORDER BY rowid", ())]

    def revoke(self, id: str) -> Key:
        """End a key at once; one that has ended stays as it is. Raises UnknownError for an unknown id."""
        if not any(key.id == id for key in self.all()):
            raise UnknownError(f"没有密钥 {id}，见 yinzheng key list")
        with self._opened(writing) as connection, connection:
            connection.execute(
                "UPDATE keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
                (datetime.now(UTC).isoformat(), id),
            )
        return next(key for key in self.all() if key.id == id)

    def holder(self, token: str) -> Key | None:
        """Return the live key that `token` is, or None. Takes the same time for every wrong secret."""
        prefix, _, rest = token.partition("_")
        id, _, secret = rest.partition("_")
        rows = self._rows("SELECT * FROM keys WHERE id = ?", (id,)) if prefix == PREFIX else []
        kept = rows[0]["digest"] if rows else ""
        if not hmac.compare_digest(_digest(secret), kept):
            return None
        key = _key(rows[0])
        return key if key.live() else None

    def _rows(self, query: str, values: tuple[str, ...]) -> list[sqlite3.Row]:
        if not self.path.exists():
            return []
        with self._opened(reading) as connection:
            made = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'keys'").fetchone()
            return connection.execute(query, values).fetchall() if made else []

    @contextmanager
    def _opened(
        self, way: Callable[[Path], AbstractContextManager[sqlite3.Connection]]
    ) -> Iterator[sqlite3.Connection]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with way(self.path) as connection:
                yield connection
        except sqlite3.Error as error:
            raise LibraryError(f"密钥文件 {self.path.name} 无法读写：{reason(error)}") from error


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _key(row: sqlite3.Row) -> Key:
    return Key(**{name: row[name] for name in Key.model_fields})
