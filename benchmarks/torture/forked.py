"""Work in a copy of this process that may be killed at any moment."""

from __future__ import annotations

import json
import os
import select
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Ended:
    """How a copy ended. `killed` is false where it had finished before; `said` is what it wrote by then."""

    killed: bool
    said: str
    seconds: float


def run(act: Callable[[Callable[[str], None]], None], after: float | None = None) -> Ended:
    """Run `act` in a copy of this process, killed (SIGKILL) `after` seconds where given.

    Only for a process without threads: a copy has but one, and what the others held stays held.
    `act` is handed a function that sends words here; what was sent before the kill arrives. A copy lets its
    caller import once what each work needs. Raises RuntimeError, with its traceback, where `act` failed.
    """
    read, write = os.pipe()
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(read)
            act(lambda words: _send(write, words))
            status = 0
        except BaseException:
            _send(write, traceback.format_exc())
        finally:
            os._exit(status)
    os.close(write)
    said = _received(read, None if after is None else started + after, child)
    _, status = os.waitpid(child, 0)
    seconds = time.monotonic() - started
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        raise RuntimeError(said)
    return Ended(os.WIFSIGNALED(status), said, seconds)


def told(ask: Callable[[], Any]) -> Any:
    """Return what `ask` returns (as JSON holds it), asked in a copy of this process."""
    return json.loads(run(lambda say: say(json.dumps(ask()))).said)


def _send(pipe: int, words: str) -> None:
    rest = words.encode()
    while rest:
        rest = rest[os.write(pipe, rest) :]


def _received(pipe: int, deadline: float | None, child: int) -> str:
    """Return all that comes through the pipe until its other end is closed, killing the child at the deadline."""
    parts: list[bytes] = []
    with os.fdopen(pipe, "rb", buffering=0) as file:
        while True:
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            if not select.select([file], [], [], left)[0]:
                os.kill(child, signal.SIGKILL)
                deadline = None
                continue
            part = file.read(1 << 16)
            if not part:
                return b"".join(parts).decode(errors="replace")
            parts.append(part)
