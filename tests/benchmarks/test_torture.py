"""A short form of what `make torture` does at length."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.torture import disk, forked
from benchmarks.torture.documents import attack
from benchmarks.torture.kills import kill
from benchmarks.torture.readers import read


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_killed_writers_lose_nothing(tmp_path: Path) -> None:
    assert kill(tmp_path, kills=6, seed=3)["lost"] == 0


def test_readers_meet_no_error_while_reports_change(tmp_path: Path) -> None:
    found = read(tmp_path, seconds=6, readers=8)
    assert found["answers"] > 20
    assert found["evidence"] > 20
    assert found["changes"] > 1


@pytest.mark.skipif(not disk.available(), reason="only who may mount disks can fill one")
def test_a_disk_that_can_not_be_written_still_answers(tmp_path: Path) -> None:
    assert disk.write_protect(tmp_path)["lost"] == 0


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
        "digits.txt",
        "\u202egpj.\u200btxt",
    )
    found = attack(tmp_path, only=tried)
    assert found["documents"] == len(tried)
    assert found["refused"] >= 5
    assert found["stopped at a limit"] == 0


def test_what_fails_in_a_copy_is_told_here() -> None:
    def act(say: Callable[[str], None]) -> None:
        raise ValueError("of the copy")

    with pytest.raises(RuntimeError, match="of the copy"):
        forked.run(act)
