"""A line for each request, without a word of what was asked or said."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import ROOT


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Any:
    caplog.set_level(logging.INFO, logger="yinzheng.requests")
    return lambda: [
        (record.levelname, json.loads(record.getMessage()))
        for record in caplog.records
        if record.name == "yinzheng.requests"
    ]


def test_each_request_has_a_line_and_an_id(client: TestClient, lines: Any) -> None:
    answer = client.get("/v1/search?q=新闻热线", headers={"x-request-id": "mine-1"})
    assert answer.headers["x-request-id"] == "mine-1"
    client.get("/v1/reports/nothing")
    odd = client.get("/sparql?query=ASK {}", headers={"x-request-id": "a b"})
    told = [line for _, line in lines()]
    assert [(line["method"], line["route"], line["status"]) for line in told] == [
        ("GET", "/v1/search", 200),
        ("GET", "/v1/reports/{report}", 404),
        ("GET", "/sparql", 200),
    ]
    assert told[0]["id"] == "mine-1"
    assert told[0]["snapshot"] == "00000001"
    assert told[0]["bytes"] == len(answer.content)
    assert told[2]["id"] == odd.headers["x-request-id"] != "a b"
    assert len({line["id"] for line in told}) == 3
    assert all(line["ms"] > 0 for line in told)
    assert "新闻" not in json.dumps(told, ensure_ascii=False)
    assert "ASK" not in json.dumps(told)


def test_slow_requests_and_faults_stand_out(
    client: TestClient, lines: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.http.logs.SLOW", 0.0)
    client.get("/healthz")
    ((level, line),) = lines()
    assert (level, line["slow"]) == ("WARNING", True)

    def broken(*_: object, **__: object) -> None:
        raise KeyError("secret")

    monkeypatch.setattr("search.library.Library.search", broken)
    assert client.get("/v1/search?q=a").status_code == 500
    assert lines()[-1][1]["status"] == 500
    assert "secret" not in json.dumps(lines())


def test_lines_go_to_standard_error_and_nowhere_else(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from api.http.logs import LOG, write_to_standard_error

    monkeypatch.setattr(LOG, "handlers", [])
    monkeypatch.setattr(LOG, "propagate", True)
    before = LOG.level
    try:
        write_to_standard_error(slow_only=True)
        LOG.info("quick")
        LOG.warning("slow")
    finally:
        LOG.setLevel(before)
    assert capsys.readouterr().err == "slow\n"


SECRET = "尚未公开的句子"
SERVICE = f"""
import sys
from api.cli import main
from search.library import Library

def broken(*args, **words):
    try:
        raise KeyError("{SECRET}")
    except KeyError as error:
        raise ValueError("{SECRET} 在这里") from error

Library.search = broken
sys.argv = ["yinzheng", "serve", "--log", "all", "--port", sys.argv[1], "--data", sys.argv[2]]
main()
"""


def test_no_word_of_a_report_stands_in_what_the_service_writes(tmp_path: Path, library: Path) -> None:
    """A service as it runs, with faults of ours whose messages quote a report, and everything that it writes."""
    from api.http.listening import listen

    with listen("127.0.0.1", 0) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", SERVICE, str(port), str(library)]
    service = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, encoding="utf-8"
    )
    assert service.stdout is not None
    try:
        service.stdout.readline()
        # The server ends a connection after a fault: none is used twice.
        once = httpx.Limits(max_keepalive_connections=0)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, limits=once) as client:
            assert client.get("/v1/search", params={"q": SECRET}).status_code == 500
            assert (
                client.get("/search", params={"q": SECRET}, headers={"Accept": "text/html"}).status_code
                == 500
            )
            assert client.get("/v1/ask", params={"q": f"{SECRET}有几个"}).status_code in (200, 500)
            assert client.get("/sparql", params={"query": f"SELECT {SECRET}"}).status_code == 400
            report = f"{SECRET}社会责任报告（2020年度）\n一、安全责任\n{SECRET}。"
            sent = {"files": (f"{SECRET}.txt", report.encode())}
            assert client.post("/v1/reports", files=sent).status_code in (200, 201, 422)
            bad = client.post("/v1/reports", files={"files": (f"{SECRET}.docx", b"PK" + SECRET.encode())})
            assert bad.status_code == 422
            call = {"name": "search", "arguments": {"query": SECRET}}
            client.post(
                "/mcp",
                json={"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call},
                headers={"Accept": "application/json, text/event-stream"},
            )
            client.post("/v1/check", json={"text": report})
    finally:
        service.terminate()
        out, told = service.communicate(timeout=30)
    lines = [json.loads(line) for line in told.splitlines() if line.startswith("{")]
    assert len(lines) >= 8
    named = next(line["id"] for line in lines if line.get("status") == 500)
    (because,) = [line["because"] for line in lines if line.get("fault") == f"request {named}"]
    assert [each["kind"] for each in because] == ["ValueError", "KeyError"]
    assert because[0]["places"][-1].endswith(" broken")
    assert "Traceback" not in told
    assert SECRET not in told + out
    assert SECRET.encode("unicode_escape").decode() not in told
