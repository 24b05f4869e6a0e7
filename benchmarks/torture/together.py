"""Two writers at the same moment: one after the other, or one is told who writes; what both were given is kept."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.torture import always
from benchmarks.torture.steps import MEDIA, TEXT
from search.snapshots import Snapshots
from search.verify import verify


def meet(
    folder: Path,
    rounds: int,
    said: Callable[[str], None] = lambda line: None,
    more: Callable[[], bool] = always,
) -> dict[str, Any]:
    """Start two commands at once, `rounds` times; return how often the second was refused.

    Raises AssertionError where a command ends otherwise than done or refused with one line that names the writer,
    where a report of one that was done is missing, or the library is not sound.
    """
    data = folder / "data"
    refused = met = 0
    for number in range(rounds):
        if not more():
            break
        met += 1
        said(f"{number}/{rounds}")
        paths = []
        for media in MEDIA[:2]:
            path = folder / f"{media}.txt"
            path.write_text(
                TEXT.format(media=media, year=2000 + number, count=number + 20, edition=number + 2), "utf-8"
            )
            paths.append(path)
        pair = [_ingest(path, data) for path in paths]
        ended = [process.communicate(timeout=300)[1] for process in pair]
        for process, path, told in zip(pair, paths, ended, strict=True):
            if process.returncode:
                assert len(told.strip().splitlines()) == 1, told
                assert "写入" in told, told
                assert "进程" in told, told
                refused += 1
                again = _ingest(path, data)
                _, told = again.communicate(timeout=300)
                assert again.returncode == 0, told
        manifest = Snapshots(data).manifest(str(Snapshots(data).current()))
        held = {(stored.media, stored.year) for stored in manifest.reports}
        assert {(media, 2000 + number) for media in MEDIA[:2]} <= held, held
        assert len(held) == 2 * (number + 1), held
    assert not verify(data)
    return {"pairs": met, "refused with the writer's name": refused, "lost": 0}


def _ingest(path: Path, data: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "api.cli", "ingest", str(path), "--workers", "0", "--data", str(data)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
