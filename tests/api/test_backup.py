"""`backup` and `restore` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.access.audit import Audit
from search.errors import LibraryError
from tests.api.conftest import FILES, Run


def test_a_library_moves_in_one_file(run: Run, built: Path, tmp_path: Path) -> None:
    kept = tmp_path / "备份.zip"
    made = run("backup", kept, data=built)
    assert made.exit_code == 0
    assert made.stdout.startswith(f"已备份到 {kept}：报告 {len(FILES)} 份")
    again = run("restore", kept, "--json", data=tmp_path / "new")
    assert again.exit_code == 0
    assert json.loads(again.stdout)["reports"] == len(FILES)
    question = ("ask", "2023年经营收入比2021年增加了多少", "--json")
    asked = [json.loads(run(*question, data=data).stdout) for data in (built, tmp_path / "new")]
    assert asked[0] == asked[1]
    assert "570万元" in asked[1]["answer"]


def test_what_can_not_be_done_is_one_line(run: Run, built: Path, tmp_path: Path) -> None:
    for args, data, status, line in (
        (("backup", tmp_path / "no" / "k.zip"), built, 2, "不存在"),
        (("backup", tmp_path / "k.zip"), tmp_path / "none", 1, "yinzheng ingest"),
        (("restore", tmp_path / "k.zip"), tmp_path / "new", 1, "找不到文件"),
        (("restore", Path(__file__)), tmp_path / "new", 1, "不是完整的备份文件"),
    ):
        done = run(*args, data=data)
        assert done.exit_code == status
        assert line in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_a_backup_is_kept_though_the_log_can_not_be_written(
    run: Run, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library on a full or read-only disk is the one that most needs to be backed up."""

    def full(*_: object) -> None:
        raise LibraryError("操作已完成，但日志 audit.sqlite 未能写入：磁盘已满")

    monkeypatch.setattr(Audit, "record", full)
    done = run("backup", tmp_path / "备份.zip", data=built)
    assert done.exit_code == 1
    assert "操作已完成" in done.stderr
    monkeypatch.undo()
    assert run("restore", tmp_path / "备份.zip", data=tmp_path / "new").exit_code == 0
