"""A short form of what `make torture` does at length."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.torture import clock, disk
from benchmarks.torture.documents import attack
from benchmarks.torture.readers import read
from benchmarks.torture.together import meet


def test_killed_writers_lose_nothing() -> None:
    # In a process of its own: copies of one in which other tests left threads may wait for what these hold.
    command = [sys.executable, "-m", "benchmarks.torture", "--only", "kills", "--kills", "6", "--seed", "3"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    assert "kills 6" in done.stdout
    assert "lost 0" in done.stdout


def test_readers_meet_no_error_while_reports_change(tmp_path: Path) -> None:
    found = read(tmp_path, seconds=6, readers=8)
    # How many depends on what else the machine does; each was looked up in the snapshot that it names.
    assert found["answers"] >= 8
    assert found["evidence"] > 0
    assert found["changes"] > 0


@pytest.mark.skipif(not disk.available(), reason="only who may mount disks can fill one")
def test_a_disk_that_can_not_be_written_still_answers(tmp_path: Path) -> None:
    assert disk.write_protect(tmp_path)["lost"] == 0


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    assert meet(tmp_path, 1)["lost"] == 0


def test_what_may_not_grow_is_refused_and_the_library_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "LIMITS", (40,))
    found = disk.limit(tmp_path)
    assert (found["refused"], found["lost"]) == (1, 0)


@pytest.mark.skipif(clock.faketime() is None, reason="needs libfaketime: apt-get install libfaketime")
def test_a_clock_set_back_changes_no_order(tmp_path: Path) -> None:
    found = clock.jump(tmp_path, seed=1, jumps=("-400d",))
    assert (found["jumps"], found["lost"]) == (1, 0)


def test_documents_made_to_harm_end_in_one_line_and_fetch_nothing(tmp_path: Path) -> None:
    tried = (
        "ratio.docx",
        "laughs.docx",
        "entity.docx",
        "paths.docx",
        "linked.docx",
        "remote.html",
        "cyclic.pdf",
        "script.pdf",
        "embedded.pdf",
        "digits.txt",
        "\u202egpj.\u200btxt",
    )
    found = attack(tmp_path, only=tried)
    assert found["documents"] == len(tried)
    assert found["refused"] >= 5
    assert found["stopped at a limit"] == 0


def test_what_fails_in_a_copy_is_told() -> None:
    code = "from benchmarks.torture import forked\nforked.run(lambda say: 1 / 0)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert "RuntimeError" in done.stderr
    assert "ZeroDivisionError" in done.stderr
