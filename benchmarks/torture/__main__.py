"""Run it: ``python -m benchmarks.torture``. Any loss ends it with an error that says what was lost, and exit status 1."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.torture import disk
from benchmarks.torture.documents import attack
from benchmarks.torture.kills import kill
from benchmarks.torture.readers import read

Part = Callable[[Path, Callable[[str], None]], dict[str, Any]]


def main(arguments: list[str] | None = None) -> int:
    """Run what was asked for and print what was found; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.torture", description=__doc__)
    parser.add_argument("--only", choices=("kills", "disk", "readers", "documents"), help="run this alone")
    parser.add_argument("--kills", type=int, default=200, help="writers to kill, default 200")
    parser.add_argument("--seconds", type=float, default=300, help="how long to read, default 300")
    parser.add_argument("--readers", type=int, default=50, help="readers at once, default 50")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    parts: dict[str, list[tuple[str, Part]]] = {
        "kills": [("kill -9", lambda at, said: kill(at, options.kills, options.seed, said))],
        "disk": [
            ("full disk", lambda at, _: disk.fill(at)),
            ("read-only disk", lambda at, _: disk.write_protect(at)),
        ],
        "readers": [
            ("readers", lambda at, _: read(at, options.seconds, options.readers, options.seed)),
        ],
        "documents": [("harmful documents", attack)],
    }
    if not disk.available():
        print("no small disk can be mounted here: a full disk is not tried", file=sys.stderr)
        del parts["disk"]
    for name, part in [each for key in parts if options.only in (None, key) for each in parts[key]]:
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
