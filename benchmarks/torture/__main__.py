"""Run it: ``python -m benchmarks.torture``. Any loss ends it with an error that says what was lost, and exit status 1."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.torture import clock, disk
from benchmarks.torture.documents import attack
from benchmarks.torture.kills import kill
from benchmarks.torture.readers import read
from benchmarks.torture.together import meet

Part = Callable[[Path, Callable[[str], None]], dict[str, Any]]
SECONDS = {"kills": 270, "disk": 60, "together": 40, "clock": 60, "readers": 310, "documents": 140}
"""What each part may take of the fifteen minutes: one that is cut off tells how much of it was tried."""


def main(arguments: list[str] | None = None) -> int:
    """Run what was asked for and print what was found; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.torture", description=__doc__)
    parser.add_argument("--only", choices=tuple(SECONDS), help="run this alone, for as long as it takes")
    parser.add_argument("--kills", type=int, default=200, help="writers to kill, default 200")
    parser.add_argument("--seconds", type=float, default=300, help="how long to read, default 300")
    parser.add_argument("--readers", type=int, default=50, help="readers at once, default 50")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    until = {"": 0.0}

    def more() -> bool:
        return bool(options.only) or time.monotonic() < until[""]

    parts: dict[str, list[tuple[str, Part]]] = {
        "kills": [("kill -9", lambda at, said: kill(at, options.kills, options.seed, said, more))],
        "disk": [
            ("no more to be written", lambda at, _: disk.limit(at, more)),
            ("read-only disk", lambda at, _: disk.write_protect(at)),
            ("full disk", lambda at, _: disk.fill(at, more)),
        ],
        "together": [("two writers", lambda at, said: meet(at, 10, said, more))],
        "clock": [("jumping clock", lambda at, said: clock.jump(at, options.seed, said, more=more))],
        "readers": [
            ("readers", lambda at, _: read(at, options.seconds, options.readers, options.seed)),
        ],
        "documents": [("harmful documents", lambda at, said: attack(at, said, more=more))],
    }
    if not disk.available():
        print("no small disk can be mounted here: a full and a read-only disk are not tried", file=sys.stderr)
        del parts["disk"][1:]
    if clock.faketime() is None:
        print("libfaketime is not installed: a jumping clock is not tried", file=sys.stderr)
        del parts["clock"]
    for key in parts:
        if options.only not in (None, key):
            continue
        until[""] = time.monotonic() + SECONDS[key]
        for name, part in parts[key]:
            started = time.monotonic()
            with tempfile.TemporaryDirectory() as folder:
                found = part(Path(folder), _progress)
            told = ", ".join(f"{what} {value}" for what, value in found.items())
            print(f"{name}: {told} ({time.monotonic() - started:.0f} s)", flush=True)
    return 0


def _progress(line: str) -> None:
    """Tell how far it is on a terminal. No spinner: its thread would be in the way of the copies of this process."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{line[:100]}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
