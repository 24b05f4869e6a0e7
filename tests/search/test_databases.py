"""Decisions and keys are read where nothing may be written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from search.databases import reading, writing
from search.errors import reason

ROWS = "SELECT word FROM words"
# A file with a write-ahead log can be read only by who may write beside it, for which root needs no leave. So the
# test's own reader gives up what root may do, where it is root.
BARRED = """
import ctypes, sys
for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP
import os
os.execv(sys.executable, [sys.executable, "-c", sys.argv[1], *sys.argv[2:]])
"""
READ = """
import sqlite3, sys
from pathlib import Path
from search.databases import reading
from search.errors import reason
try:
    with reading(Path(sys.argv[1])) as connection:
        print([row["word"] for row in connection.execute("SELECT word FROM words")])
except sqlite3.Error as error:
    print(reason(error))
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A file of one word, with a write-ahead log."""
    path = tmp_path / "held" / "words.sqlite"
    path.parent.mkdir()
    with writing(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript("CREATE TABLE words (word TEXT)")
        with connection:
            connection.execute("INSERT INTO words VALUES ('甲')")
    return path


def _read_where_nothing_may_be_written(path: Path) -> str:
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        done = subprocess.run(
            [sys.executable, "-c", BARRED, READ, str(path)], capture_output=True, text=True, check=True
        )
    finally:
        path.parent.chmod(0o700)
    return done.stdout.strip()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs the rights of files")
def test_what_is_kept_is_read_where_nothing_may_be_written(kept: Path) -> None:
    assert _read_where_nothing_may_be_written(kept) == "['甲']"


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs the rights of files")
def test_what_the_log_alone_holds_is_not_passed_over(kept: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy" / kept.name
    copy.parent.mkdir()
    with writing(kept) as connection:
        with connection:
            connection.execute("INSERT INTO words VALUES ('乙')")
        # As after a kill: the second word is in the log alone.
        for name in (kept.name, f"{kept.name}-wal"):
            shutil.copy(kept.with_name(name), copy.with_name(name))
    assert "不可写" in _read_where_nothing_may_be_written(copy)
    with reading(copy) as connection:
        assert [row["word"] for row in connection.execute(ROWS)] == ["甲", "乙"]


def test_what_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "words.sqlite"
    path.write_bytes(b"no database" * 100)
    with pytest.raises(sqlite3.DatabaseError) as told, reading(path):
        pass
    assert reason(told.value) == "文件已损坏"
