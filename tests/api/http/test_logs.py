"""A line for each request, without a word of what was asked or said."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from fastapi.testclient import TestClient


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
