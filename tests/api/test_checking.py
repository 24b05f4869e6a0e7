"""`check` on the command line and over HTTP."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from fastapi.testclient import TestClient

from tests.api.conftest import MEDIA, REPORTS, Run, opened

DRAFT = """四、服务责任
新闻热线全年受理群众诉求15070件，办结率达97.1%。
五、人文关怀责任
《银铃时光》栏目全年播出310期。
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "稿件.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_the_command_shows_each_finding_with_its_evidence(run: Run, built: Path, draft: Path) -> None:
    shown = run("check", draft, "--media", "澜溪", data=built)
    assert shown.exit_code == 0
    for expected in (
        f"{MEDIA} 2024 年度稿，对照已存年度：2020、2021、2023",
        "数字异常：",
        "“新闻热线全年受理群众诉求【15070件】，办结率达97.1%”",
        "2023 › 服务责任 › 社会服务：“新闻热线全年受理群众诉求1320件”",
        "名称不一：",
        "银龄时光",
        "共 2 处",
    ):
        assert expected in shown.stdout


def test_json_is_the_contracts_object_with_exact_places(run: Run, built: Path, draft: Path) -> None:
    found = json.loads(run("check", draft, "--json", data=built).stdout)
    assert found["text"] == DRAFT
    assert [finding["kind"] for finding in found["findings"]] == ["number-jump", "name-variant"]
    for finding in found["findings"]:
        assert finding.keys() >= {"kind", "severity", "message", "draft", "evidence"}
        place = finding["draft"]
        assert DRAFT[place["start"] : place["end"]] == place["quote"]


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [(b"", "空.txt", "空的"), (b"\x89PNG\r\n\x1a\n" + bytes(64), "图.docx", "图片")],
)
def test_what_cannot_be_read_is_one_line(
    run: Run, built: Path, tmp_path: Path, content: bytes, name: str, why: str
) -> None:
    (tmp_path / name).write_bytes(content)
    done = run("check", tmp_path / name, "--media", "澜溪", data=built)
    assert (done.exit_code, len(done.stderr.splitlines())) == (1, 1)
    assert why in done.stderr
    assert name in done.stderr


def test_unknown_media_and_files_are_told(run: Run, built: Path, draft: Path, tmp_path: Path) -> None:
    assert "没有媒体“海角”" in run("check", draft, "--media", "海角", data=built).stderr
    assert "找不到文件" in run("check", tmp_path / "无.txt", data=built).stderr


def test_http_takes_text_and_files(client: TestClient, draft: Path) -> None:
    as_text = client.post("/v1/check", json={"text": DRAFT, "media": "澜溪"})
    assert as_text.status_code == 200, as_text.text
    found = as_text.json()
    assert [finding["kind"] for finding in found["findings"]] == ["number-jump", "name-variant"]
    with draft.open("rb") as file:
        as_file = client.post("/v1/check", files={"file": (draft.name, file)}, data={"media": "澜溪"})
    assert as_file.json() == found


def test_http_reads_the_formats_of_reports(client: TestClient) -> None:
    content = (REPORTS / "2024.pdf").read_bytes()
    answer = client.post("/v1/check", files={"file": ("稿.pdf", content)})
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert (found["media"], found["year"], found["against"]) == (MEDIA, 2024, [2020, 2021, 2023])
    # A true report held against its own past: what it left unanswered, and nothing else.
    assert {f["kind"] for f in found["findings"] if f["severity"] != "info"} <= {"unanswered-shortcoming"}


@pytest.mark.parametrize(
    ("sent", "where"),
    [
        ({"json": {"media": "澜溪"}}, "body.text"),
        ({"json": {"text": ""}}, "body.text"),
        ({"json": [1]}, "body"),
        ({"content": b"{", "headers": {"content-type": "application/json"}}, "body"),
        ({"files": {"other": ("a.txt", b"x")}}, "body.file"),
        ({"files": {"file": ("a.txt", b"x")}, "data": {"year": "soon"}}, "body.year"),
    ],
)
def test_a_wrong_request_is_told(client: TestClient, sent: dict[str, Any], where: str) -> None:
    answer = client.post("/v1/check", **sent)
    assert answer.status_code == 422, answer.text
    problem = answer.json()
    assert problem["type"] == "urn:yinzheng:invalid-request"
    assert [fault["where"] for fault in problem["errors"]] == [where]


def test_an_unreadable_file_and_an_empty_library_are_problems(client: TestClient, tmp_path: Path) -> None:
    broken = client.post("/v1/check", files={"file": ("坏.pdf", b"%PDF-1.7 nothing")}, data={"media": "澜溪"})
    assert broken.status_code == 422
    assert "坏.pdf" in broken.json()["detail"]
    with opened(tmp_path / "empty") as empty:
        assert empty.post("/v1/check", json={"text": DRAFT}).status_code == 409


def test_a_reviewed_draft_is_written(run: Run, built: Path, draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "批注稿.docx"
    done = run("check", draft, "--out", out, data=built)
    assert done.exit_code == 0
    assert "已写入批注稿" in done.stderr
    assert len(list(Document(str(out)).comments)) == 2
    wrong = run("check", draft, "--out", tmp_path / "批注稿.pdf", data=built)
    assert (wrong.exit_code, ".docx" in wrong.stderr) == (2, True)
    assert "写不了" in run("check", draft, "--out", tmp_path / "无" / "a.docx", data=built).stderr


def test_http_answers_a_reviewed_draft(client: TestClient) -> None:
    answer = client.post("/v1/check", params={"format": "docx"}, json={"text": DRAFT, "media": "澜溪"})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
    assert len(list(Document(io.BytesIO(answer.content)).comments)) == 2
    assert client.post("/v1/check", params={"format": "odt"}, json={"text": DRAFT}).status_code == 422
