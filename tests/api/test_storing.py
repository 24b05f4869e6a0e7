"""`ingest`, `reports`, `verify`, `gc`, `rebuild`, `export` on the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.api.conftest import FILES, MEDIA, REPORTS, ROOT, Run


def test_ingest_names_what_failed_and_stores_the_rest(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, content in (
        ("a.txt", (REPORTS / "2020.txt").read_bytes()),
        ("b.docx", b"\x89PNG\r\n\x1a\n\0\0"),
    ):
        (tmp_path / "in" / name).write_bytes(content)
    done = run("ingest", tmp_path / "in", "--workers", "0", "--json", data=tmp_path / "data")
    assert done.exit_code == 1
    summary = json.loads(done.stdout)
    assert len(summary["added"]) == summary["reports"] == 1
    assert [Path(each["path"]).name for each in summary["failed"]] == ["b.docx"]
    assert "图片" in summary["failed"][0]["error"]
    assert len(done.stderr.splitlines()) == 1

    again = run("ingest", tmp_path / "in", "--workers", "0", data=tmp_path / "data")
    assert again.exit_code == 1
    assert "没有变化 1 份" in again.stdout
    assert "b.docx：这是图片" in again.stderr


def test_media_and_year_overrule_the_text(run: Run, tmp_path: Path) -> None:
    args = ("--media", "某某日报", "--year", "2019", "--workers", "0")
    done = run("ingest", REPORTS / "2020.txt", *args, data=tmp_path)
    assert done.exit_code == 0
    listed = json.loads(run("reports", "list", "--json", data=tmp_path).stdout)["reports"]
    assert [(each["media"], each["year"]) for each in listed] == [("某某日报", 2019)]


def test_reports_are_listed_and_removed(run: Run, library: Path) -> None:
    listed = json.loads(run("reports", "list", "--json", data=library).stdout)["reports"]
    assert [each["file"] for each in listed] == list(FILES)
    assert MEDIA in run("reports", "list", data=library).stdout

    done = run("reports", "remove", listed[0]["id"], data=library)
    assert done.exit_code == 0
    assert "2020 年度" in done.stdout
    left = json.loads(run("reports", "list", "--json", data=library).stdout)["reports"]
    assert [each["year"] for each in left] == [2021, 2023]

    gone = run("reports", "remove", listed[0]["id"], data=library)
    assert gone.exit_code == 1
    assert gone.stderr == f"出错：资料库中没有报告 {listed[0]['id']}\n"


def test_verify_lists_what_is_wrong(run: Run, library: Path) -> None:
    sound = run("verify", data=library)
    assert sound.exit_code == 0
    assert "完好" in sound.stdout

    report = json.loads(run("reports", "list", "--json", data=library).stdout)["reports"][0]["id"]
    original = next((library / "artifacts" / "originals").glob(f"*/{report}*"))
    original.write_bytes(original.read_bytes() + b" ")
    broken = run("verify", "--json", data=library)
    assert broken.exit_code == 1
    assert [each["code"] for each in json.loads(broken.stdout)["problems"]] == ["original"]
    assert "已被改动" in run("verify", data=library).stdout


def test_gc_and_rebuild_leave_the_library_as_it_is(run: Run, library: Path) -> None:
    before = json.loads(run("reports", "list", "--json", data=library).stdout)
    assert run("rebuild", "--workers", "0", data=library).exit_code == 0
    assert run("gc", data=library).exit_code == 0
    assert json.loads(run("reports", "list", "--json", data=library).stdout) == before
    assert run("search", "记者", data=library).exit_code == 0


def test_export_writes_every_format(run: Run, built: Path, tmp_path: Path) -> None:
    for form, start in (("ttl", b"@prefix"), ("nq", b"<"), ("jsonld", b"{"), ("csv", b"\xef\xbb\xbf")):
        out = tmp_path / f"out.{form}"
        done = run("export", "--format", form, "--out", out, data=built)
        assert done.exit_code == 0, done.output
        assert out.read_bytes().startswith(start)
        assert [path.name for path in tmp_path.glob(".*")] == []
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))))
    assert {row["media"] for row in rows} == {MEDIA}
    assert run("export", "--format", "csv", data=built).stdout_bytes == (tmp_path / "out.csv").read_bytes()


def test_an_export_that_fails_leaves_the_old_file(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("old")
    done = run("export", "--format", "csv", "--out", out, data=tmp_path / "nothing")
    assert done.exit_code == 1
    assert out.read_text() == "old"
    nowhere = run("export", "--out", tmp_path / "no" / "out.ttl", data=tmp_path / "nothing")
    assert nowhere.exit_code == 2
    assert "不存在" in nowhere.stderr


def test_an_empty_library_is_one_clear_line(run: Run, tmp_path: Path) -> None:
    commands = (
        ("search", "记者"),
        ("ask", "多少人"),
        ("trace",),
        ("compare", "--media", "a", "--years", "2020", "2021"),
        ("export",),
        ("verify",),
        ("gc",),
        ("rebuild",),
    )
    for command in commands:
        done = run(*command, data=tmp_path / "nothing")
        assert done.exit_code == 1, command
        assert done.stderr == "出错：资料库还是空的，请先用 yinzheng ingest 收入报告\n"
    assert not (tmp_path / "nothing").exists()
    assert json.loads(run("reports", "list", "--json", data=tmp_path / "nothing").stdout) == {"reports": []}


def test_data_and_model_may_come_from_the_environment(
    run: Run, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YINZHENG_DATA", str(built))
    assert run("search", "记者").exit_code == 0
    monkeypatch.setenv("YINZHENG_MODEL", str(ROOT / "no-such-model"))
    done = run("search", "记者")
    assert done.exit_code == 1
    assert "YINZHENG_MODEL" in done.stderr


def test_a_file_is_no_library(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for command in (("search", "a"), ("ingest", "."), ("reports", "list"), ("gc",), ("serve",)):
        done = run(*command, data=tmp_path / "file")
        assert done.exit_code == 1
        assert done.stderr == f"出错：资料库 {tmp_path / 'file'} 是文件，不是文件夹\n"
