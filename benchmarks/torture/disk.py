"""A disk that is full, and one that can't be written: what was stored stays, and the user is told in one line."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.gold import CORPORA
from benchmarks.torture import always

REPORTS = CORPORA / "reports" / "lanxi"
SIZES = range(3, 9)
"""MiB of the disks that are filled: the sample reports end at another moment on each."""


LIMITS = (8, 40, 70)
"""KiB that a file may have: less than the report itself, than its vectors, than what the graph writes."""


def available() -> bool:
    """Tell whether this user may mount a small disk of memory."""
    if shutil.which("mount") is None or shutil.which("umount") is None:
        return False
    done = subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False)
    return done.returncode == 0


def fill(folder: Path, more: Callable[[], bool] = always) -> dict[str, Any]:
    """Store the sample reports one by one on small disks until they are full; return how often that was met.

    Raises AssertionError where a report that was stored is not there afterwards, or where more than one line
    is told.
    """
    full = disks = 0
    for size in SIZES:
        if not more():
            break
        disks += 1
        with _disk(folder / f"{size}", f"size={size}m") as disk:
            kept = 0
            for path in sorted(REPORTS.iterdir()):
                done = _yinzheng("ingest", str(path), "--data", str(disk / "data"))
                if done.returncode == 0:
                    kept += 1
                else:
                    full += 1
                    _one_line(done)
                    assert "已满" in done.stderr, done.stderr
            if kept:
                done = _yinzheng("verify", "--data", str(disk / "data"))
                assert done.returncode == 0, done.stdout + done.stderr
                listed = _yinzheng("reports", "list", "--data", str(disk / "data")).stdout
                assert len(listed.splitlines()) == kept + 1, listed
    assert full or not disks, "no disk was full"
    return {"disks": disks, "full": full, "lost": 0}


def limit(folder: Path, more: Callable[[], bool] = always) -> dict[str, Any]:
    """Store reports where no file may grow beyond some size: what needs no right to mount, and how a quota refuses.

    Raises AssertionError as `fill` does.
    """
    refused = kept = 0
    data = folder / "data"
    for size, path in zip(LIMITS, sorted(REPORTS.iterdir()), strict=False):
        if not more():
            break
        before = _listed(data)
        done = _yinzheng("ingest", str(path), "--data", str(data), kilobytes=size)
        if done.returncode == 0:
            kept += 1
            continue
        refused += 1
        _one_line(done)
        assert "已满" in done.stderr, done.stderr
        assert _listed(data) == before
        assert _yinzheng("ingest", str(path), "--data", str(data)).returncode == 0
        kept += 1
    done = _yinzheng("verify", "--data", str(data))
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(_listed(data)) == kept + 1
    assert refused or not kept, "nothing was refused"
    return {"refused": refused, "stored": kept, "lost": 0}


def _listed(data: Path) -> list[str]:
    return _yinzheng("reports", "list", "--data", str(data)).stdout.splitlines()


def write_protect(folder: Path) -> dict[str, Any]:
    """Answer from a disk that can't be written, and refuse to change it in one line."""
    with _disk(folder / "protected", "size=64m") as disk:
        data = str(disk / "data")
        assert _yinzheng("ingest", str(REPORTS / "2020.txt"), "--data", data).returncode == 0
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        for args in (("search", "记者"), ("ask", "有多少员工"), ("trace",), ("reports", "list"), ("verify",)):
            done = _yinzheng(*args, "--data", data)
            assert done.returncode == 0, (args, done.stderr)
        for args in (("ingest", str(REPORTS / "2021.html")), ("rebuild",), ("gc",)):
            done = _yinzheng(*args, "--data", data)
            assert done.returncode == 1, (args, done.stdout)
            _one_line(done)
    return {"answers": 5, "refused in one line": 3, "lost": 0}


@contextlib.contextmanager
def _disk(folder: Path, options: str) -> Iterator[Path]:
    folder.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def _yinzheng(*args: str, kilobytes: int | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "api.cli", *args]
    if kilobytes is not None:
        command = ["bash", "-c", f'ulimit -f {kilobytes}; exec "$0" "$@"', *command]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def _one_line(done: subprocess.CompletedProcess[str]) -> None:
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert "Traceback" not in done.stderr
