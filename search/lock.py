"""One writer at a time."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import socket
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from search.errors import LibraryError


@contextlib.contextmanager
def exclusive(data_dir: Path, patience: float = 0.0) -> Iterator[None]:
    """Hold the writing lock of a library, waiting for it up to `patience` seconds.

    The system lets go of it when the process ends, however it ends. Raises LibraryError, which says who
    holds it, where it is not to be had.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + patience
    with (data_dir / "LOCK").open("a+", encoding="utf-8") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise LibraryError(f"资料库正被{_holder(file.name)}写入，请待其完成后再试") from None
                time.sleep(0.1)
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        file.truncate(0)
        file.write(json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": now}))
        file.flush()
        yield


def _holder(path: str) -> str:
    try:
        held = json.loads(Path(path).read_text(encoding="utf-8"))
        return f"进程 {held['pid']}（主机 {held['host']}，自 {held['since']}）"
    except (OSError, ValueError, KeyError, TypeError):
        return "另一个进程"
