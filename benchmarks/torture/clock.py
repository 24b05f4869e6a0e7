"""A clock that jumps: what was stored, decided and revoked stays in its order, whatever time it is said to be."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.torture import always
from benchmarks.torture.steps import TEXT

PLACES = ("/usr/lib/*/faketime/libfaketime.so.1", "/usr/lib*/faketime/libfaketime.so.1")
JUMPS = ("-400d", "+20y", "-1d", "+0", "-30y", "+3y")
"""What the clock is off by, one after the other."""
MEDIA = "青川县融媒体中心"


def faketime() -> Path | None:
    """Return where libfaketime is, which lies about the time to one process; None where it is not installed."""
    return next((path for place in PLACES for path in Path("/").glob(place[1:])), None)


def jump(
    folder: Path,
    seed: int,
    said: Callable[[str], None] = lambda line: None,
    jumps: tuple[str, ...] = JUMPS,
    more: Callable[[], bool] = always,
) -> dict[str, Any]:
    """Change a library under a clock that jumps between the changes and while they are made.

    Raises AssertionError where the library is not sound afterwards, a later file or decision does not stand, a
    revoked key is let in, or a key outlives its end by a clock that is not behind it.
    """
    library = faketime()
    assert library is not None
    chance = random.Random(seed)
    clock = _Clock(folder, library)
    data = str(folder / "data")
    changes = 0
    place: dict[str, Any] = {}
    _put(clock, folder, data, 2020, 0)
    _put(clock, folder, data, 2021, 0)
    revoked = clock.told("key", "create", "--name", "甲", "--data", data)["token"]
    clock.told("key", "revoke", revoked.split("_")[1], "--data", data)
    brief = clock.told("key", "create", "--name", "乙", "--days", "2", "--data", data)["token"]
    for number, off in enumerate(jumps, start=1):
        if not more():
            break
        said(f"{number}/{len(jumps)}: {off}")
        clock.set(off)
        # Another jump while the report is stored.
        clock.later(chance.uniform(0.3, 2.5), chance.choice(JUMPS))
        _put(clock, folder, data, 2020, number)
        clock.set(off)
        held = clock.told("reports", "list", "--data", data)["reports"]
        assert [each["version"] for each in held] == [number + 1, 1], (off, held)
        item = next(
            each
            for each in clock.told("trace", "--data", data)["items"]
            if each["text"] == "原创精品还不够多"
        )
        verdict = "reject" if number % 2 else "confirm"
        place = place or item["responses"][0]["evidence"]
        where = f"{place['report']}:{place['start']}-{place['end']}"
        said_by = ("decide", item["id"], "--kind", "response", "--verdict", verdict, "--evidence", where)
        clock.told(*said_by, "--by", f"第{number}", "--data", data)
        made = clock.told("decisions", "--data", data)["decisions"]
        assert [each["by"] for each in made] == [f"第{each}" for each in range(1, number + 1)], (off, made)
        assert [each["standing"] for each in made] == [False] * (number - 1) + [True], (off, made)
        assert not clock.told("verify", "--data", data)["problems"], off
        lives = {token: _lives(clock, data, token) for token in (revoked, brief)}
        assert not lives[revoked], off
        # By a clock that is behind its end a key lives: `key revoke` is what ends one for good.
        assert lives[brief] == (off not in ("+20y", "+3y")), off

        changes += 2
    log = clock.told("audit", "--limit", "1000", "--data", data)["entries"]
    assert [each["number"] for each in log] == sorted(each["number"] for each in log)
    return {"jumps": changes // 2, "changes": changes, "lost": 0}


class _Clock:
    """The time that each command is told, off by what a file says; a running command follows the file."""

    def __init__(self, folder: Path, library: Path) -> None:
        self._file = folder / "clock"
        self._timer: threading.Timer | None = None
        self.set("+0")
        self.environment = {
            **os.environ,
            "LD_PRELOAD": str(library),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            # What measures how long something takes does not jump with the clock on the wall.
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }

    def set(self, off: str) -> None:
        if self._timer is not None:
            self._timer.cancel()
        new = self._file.with_suffix(".new")
        new.write_text(off, encoding="ascii")
        new.replace(self._file)

    def later(self, seconds: float, off: str) -> None:
        self._timer = threading.Timer(seconds, self.set, (off,))
        self._timer.start()

    def told(self, *args: str) -> Any:
        """Return what a command answers as JSON; it must succeed."""
        command = [sys.executable, "-m", "api.cli", *args, "--json"]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False, timeout=300
        )
        assert done.returncode == 0, (args, done.stderr)
        return json.loads(done.stdout)


def _put(clock: _Clock, folder: Path, data: str, year: int, number: int) -> None:
    path = folder / f"{year}.txt"
    text = TEXT.format(media=MEDIA, year=year, count=30 + number, edition=3 + number)
    if year == 2021:
        text = text.replace("（一）不足", "（一）回应\n针对精品不够多的问题，打造精品30件。\n（二）不足")
    path.write_text(text, encoding="utf-8")
    clock.told("ingest", str(path), "--workers", "0", "--data", data)


def _lives(clock: _Clock, data: str, token: str) -> bool:
    """Ask, at the time that the clock says, whether a key is let in."""
    code = "import sys; from api.access.keys import Keys; print(Keys(sys.argv[1]).holder(sys.argv[2]) is not None)"
    command = [sys.executable, "-c", code, data, token]
    done = subprocess.run(
        command, env=clock.environment, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip() == "True"
