"""Every answer names the snapshot that it is of; what a client has already is not sent again (RFC 9110, 13)."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from importlib.metadata import version
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access.scope import SCOPE
from api.service import Service
from kg.store import StoreError
from search.errors import LibraryError
from search.snapshots import Manifest

SNAPSHOT = "Yinzheng-Snapshot"
"""Name of the header; its value is the snapshot's id."""
SAFE = frozenset({"GET", "HEAD"})


class Freshness:
    """Names the snapshot of each answer, and answers 304 to a client that has what it would be sent.

    What is read while one GET is answered is of one snapshot, whatever goes live meanwhile.
    """

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self.app = app
        self.service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, unless the client's copy is as good."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        headers = Headers(scope=scope)
        safe = scope["method"] in SAFE
        # Before anything is read: a decision that comes in between makes the tag older than the answer, never newer.
        decided = _decided(self.service.data_dir)
        with self.service.shelf.visit(keep=safe) as visit:
            marked = safe and _is_marked(scope["path"])
            wanted = headers.get("if-none-match") if marked else None
            if wanted is not None:
                manifest = await run_in_threadpool(_manifest, self.service)
                if manifest is not None:
                    mark = _Mark(manifest, decided, scope, headers)
                    if mark.tag in {each.strip() for each in wanted.split(",")}:
                        return await mark.unchanged()(scope, receive, send)
            silent = False

            async def named(message: Message) -> None:
                nonlocal silent
                if message["type"] == "http.response.start":
                    sent = MutableHeaders(scope=message)
                    shown = visit.manifest.id if visit.manifest else None if safe else self._live()
                    if shown is not None and SNAPSHOT not in sent:
                        sent[SNAPSHOT] = shown
                    if marked and message["status"] == 200 and visit.manifest is not None:
                        mark = _Mark(visit.manifest, decided, scope, headers)
                        mark.put(sent)
                        if wanted is None and mark.is_older(headers.get("if-modified-since")):
                            silent = True
                            await mark.unchanged()(scope, receive, send)
                if not silent:
                    await send(message)

            await self.app(scope, receive, named)

    def _live(self) -> str | None:
        with contextlib.suppress(LibraryError):
            return self.service.shelf.snapshot()
        return None


class _Mark:
    """The validators of an answer of one snapshot to one request."""

    def __init__(
        self, manifest: Manifest, decided: tuple[float, str], scope: Scope, headers: Headers
    ) -> None:
        self.snapshot = manifest.id
        when, state = decided
        made = datetime.fromisoformat(manifest.made_at)
        # Whole seconds are all that the header can say: rounded up, so that it is never too old.
        self.modified = datetime.fromtimestamp(int(max(made.timestamp(), when)) + 1, UTC)
        parts = (
            *(manifest.id, manifest.made_at, manifest.model_id, state, version("yinzheng")),
            *(
                scope["path"],
                scope["query_string"].decode("latin-1"),
                headers.get("accept", ""),
                SCOPE.get() or "",
            ),
        )
        # Weak: two answers may differ in how long they took.
        self.tag = f'W/"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:24]}"'

    def put(self, headers: MutableHeaders) -> None:
        headers["ETag"] = self.tag
        headers["Last-Modified"] = format_datetime(self.modified, usegmt=True)
        headers["Cache-Control"] = "private, no-cache"

    def is_older(self, stated: str | None) -> bool:
        """Tell whether nothing changed since the moment that the client states."""
        # A clock that was set back since says nothing of what is older.
        if stated is None or self.modified > datetime.now(UTC) + timedelta(seconds=2):
            return False
        try:
            return self.modified <= parsedate_to_datetime(stated)
        except (TypeError, ValueError):
            return False

    def unchanged(self) -> Response:
        answer = Response(status_code=304, headers={SNAPSHOT: self.snapshot})
        self.put(answer.headers)
        return answer


def _is_marked(path: str) -> bool:
    """Tell whether what a path answers follows from the snapshot and people's decisions alone."""
    return (path.startswith("/v1/") and not path.startswith("/v1/jobs")) or path == "/sparql"


def _manifest(service: Service) -> Manifest | None:
    try:
        return service.manifest()
    except (LibraryError, StoreError):
        # The route itself tells what is wrong.
        return None


def _decided(data_dir: Path) -> tuple[float, str]:
    """Return when the file of decisions was changed last, as a time stamp, and words that change with it."""
    stats = list(_stats(data_dir))
    return max((when for when, _ in stats), default=0.0), " ".join(f"{when} {size}" for when, size in stats)


def _stats(data_dir: Path) -> Iterator[tuple[float, int]]:
    # New decisions lie in the write-ahead log first.
    for name in ("decisions.sqlite", "decisions.sqlite-wal"):
        with contextlib.suppress(OSError):
            found = (data_dir / name).stat()
            if found.st_size:
                yield found.st_mtime, found.st_size
