"""Pages of other origins write nothing, whichever body they send, with keys and without."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import REPORTS
from tests.api.http.test_problems import problem

AT = "http://127.0.0.1:8321"
FILE = {"files": ("2024.pdf", (REPORTS / "2024.pdf").read_bytes(), "application/pdf")}
CALL = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
TEXT = {"content-type": "text/plain"}
"""What a page may send as JSON without asking first."""
WRITES: list[tuple[str, str, dict[str, Any]]] = [
    ("POST", "/v1/reports", {"files": FILE}),
    ("POST", "/v1/reports?wait=false", {"files": FILE}),
    ("DELETE", "/v1/reports/{report}", {}),
    ("POST", "/v1/trace/{item}/decisions", {"json": {"kind": "response", "verdict": "reject", "by": "甲"}}),
    ("POST", "/v1/trace/{item}/decisions", {"content": "{}", "headers": TEXT}),
    ("POST", "/v1/check", {"json": {"text": "一、安全责任"}}),
    ("POST", "/v1/check", {"files": {"file": ("稿.txt", b"a")}}),
    ("POST", "/sparql", {"data": {"query": "ASK {}"}}),
    ("POST", "/mcp", {"json": CALL}),
    ("POST", "/mcp", {"content": "{}", "headers": TEXT}),
    ("POST", "/library", {"files": FILE}),
    ("POST", "/preferences", {"data": {"theme": "dark"}}),
]
OTHERS = [
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"origin": "http://127.0.0.1:9999"},
    {"origin": "http://127.0.0.1"},
    {"origin": "http://localhost:8321"},
    {"origin": "http://127.0.0.1:8321.evil.example"},
    {"origin": "http://127.0.0.1:8321@evil.example"},
    {"origin": ""},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "cross-site", "origin": AT},
]


@pytest.mark.parametrize("other", OTHERS, ids=str)
def test_another_origins_page_writes_nothing(
    own_client: TestClient, library: Path, other: dict[str, str]
) -> None:
    before = sorted(path.name for path in library.iterdir())
    report = own_client.get("/v1/reports").json()["reports"][0]["id"]
    item = own_client.get("/v1/trace").json()["items"][0]["id"]
    for method, path, sent in WRITES:
        headers = {**sent.get("headers", {}), **other}
        answer = own_client.request(
            method, path.format(report=report, item=item), **{**sent, "headers": headers}
        )
        found = problem(answer, 403, "about:blank")
        assert "其他网站" in found["detail"], (path, found)
    assert len(own_client.get("/v1/reports").json()["reports"]) == 3
    assert own_client.get("/v1/jobs").json() == {"jobs": []}
    assert sorted(path.name for path in library.iterdir()) == before


@pytest.mark.parametrize(
    ("own", "host"),
    [
        ({}, "127.0.0.1:8321"),
        ({"origin": AT, "sec-fetch-site": "same-origin"}, "127.0.0.1:8321"),
        ({"origin": "http://localhost:8321"}, "localhost:8321"),
        ({"origin": "HTTP://LocalHost:8321"}, "LOCALHOST:8321"),
        ({"origin": "http://[::1]:8321"}, "[::1]:8321"),
        ({"origin": "http://127.0.0.1"}, "127.0.0.1:80"),
        ({"origin": "https://localhost"}, "localhost"),
        ({"sec-fetch-site": "none"}, "127.0.0.1:8321"),
    ],
)
def test_programs_and_own_pages_write(client: TestClient, own: dict[str, str], host: str) -> None:
    sent = client.post(
        "/v1/check", json={"text": "一、安全责任\n全年播出安全无事故。"}, headers={**own, "host": host}
    )
    assert sent.status_code == 200, sent.text


def test_reading_is_not_writing(client: TestClient) -> None:
    # A page elsewhere may ask; its browser lets it read nothing, for no answer says that it may.
    answer = client.get("/v1/reports", headers={"origin": "http://127.0.0.1:9999"})
    assert answer.status_code == 200
    assert not [name for name in answer.headers if name.startswith("access-control")]
    asked = client.options(
        "/v1/reports",
        headers={"origin": "http://127.0.0.1:9999", "access-control-request-method": "DELETE"},
    )
    assert not [name for name in asked.headers if name.startswith("access-control")]
