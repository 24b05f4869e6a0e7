"""A line of JSON for each request, where that is wished for: no words of a question, nothing of a report."""

from __future__ import annotations

import json
import logging
import re
import secrets
import sys
import time
from datetime import UTC, datetime

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.faults import FAULTS, chain, fault

LOG = logging.getLogger("yinzheng.requests")
# Silent until it is wished for, whatever a library has made of the root logger.
LOG.setLevel(logging.CRITICAL + 1)
ID = "X-Request-ID"
"""Header by which a caller names its request, and is told under which name it stands in the log."""
SLOW = 1.0
"""Seconds from which a request is told of as slow, at the level of a warning."""


class Logged:
    """Gives every request an id and writes what became of it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and write its line when it is answered."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        stated = Headers(scope=scope).get(ID, "")
        name = stated if re.fullmatch(r"[\w.-]{1,64}", stated, re.ASCII) else secrets.token_hex(8)
        begun = time.perf_counter()
        # What never begins an answer ends as a fault of ours, told by the server around this.
        told: dict[str, object] = {"status": 500, "snapshot": None}
        sent = 0

        async def noted(message: Message) -> None:
            nonlocal sent
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers[ID] = name
                told.update(status=message["status"], snapshot=headers.get("Yinzheng-Snapshot"))
            elif message["type"] == "http.response.body":
                sent += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except Exception as error:
            fault(f"request {name}", error)
            raise
        finally:
            taken = time.perf_counter() - begun
            line = {
                "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
                "id": name,
                "method": scope["method"],
                # The route, not the address: that holds the words that were asked for.
                "route": getattr(scope.get("route"), "path", "none"),
                **told,
                "bytes": sent,
                "ms": round(taken * 1000, 1),
            }
            if taken >= SLOW:
                line["slow"] = True
            LOG.log(logging.WARNING if taken >= SLOW else logging.INFO, json.dumps(line))


def write_to_standard_error(slow_only: bool) -> None:
    """Write the lines to standard error, those of slow requests alone where that is asked for."""
    _to_standard_error(LOG)
    LOG.setLevel(logging.WARNING if slow_only else logging.INFO)


def keep_words_out() -> None:
    """Let nothing in this process write the message of an error, which may quote a report.

    To be called first: a root logger that has a handler is left as it is by libraries that are loaded later.
    """
    _to_standard_error(FAULTS)
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.StreamHandler(sys.stderr))
    for handler in root.handlers:
        handler.addFilter(_wordless)
    # What it has to tell of an error stands in the line of that request.
    logging.getLogger("uvicorn.error").addFilter(_silent)


def _to_standard_error(log: logging.Logger) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    log.addHandler(handler)
    log.propagate = False


def _wordless(record: logging.LogRecord) -> bool:
    if record.exc_info and record.exc_info[1] is not None:
        record.msg = f"{record.name}: {json.dumps(chain(record.exc_info[1]))}"
        record.args = record.exc_info = record.exc_text = None
    return True


def _silent(record: logging.LogRecord) -> bool:
    return not record.exc_info
