"""Every error is problem details in one shape, in Chinese."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import MEDIA, opened

DECISIONS = "/v1/trace/0123456789abcdef/decisions"
PLACE = {"report": "0123456789abcdef", "start": 0, "end": 3}
BODY = {"kind": "response", "verdict": "confirm", "evidence": PLACE, "by": "甲"}


def problem(answer: Any, status: int, kind: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    found: dict[str, Any] = answer.json()
    assert {"type", "title", "status", "detail", "instance"} <= found.keys()
    assert found["status"] == status
    assert found["type"] == kind
    assert re.search("[一-鿿]", found["detail"]), "the detail is for people who read Chinese"
    assert "\n" not in found["detail"]
    return found


INVALID, UNKNOWN, PLAIN = "urn:yinzheng:invalid-request", "urn:yinzheng:unknown", "about:blank"


@pytest.mark.parametrize(
    ("method", "path", "sent", "status", "kind"),
    [
        ("GET", "/v1/search", {}, 422, INVALID),
        ("GET", "/v1/search?q=", {}, 422, INVALID),
        ("GET", "/v1/search?q=%20", {}, 422, INVALID),
        ("GET", "/v1/search?q=a&limit=0", {}, 422, INVALID),
        ("GET", "/v1/search?q=a&limit=1001", {}, 422, INVALID),
        ("GET", "/v1/search?q=a&duty=work", {}, 422, INVALID),
        ("GET", "/v1/search?q=a&kind=x", {}, 422, INVALID),
        ("GET", f"/v1/search?q={'a' * 1001}", {}, 422, INVALID),
        ("GET", "/v1/search?q=a&media=nobody", {}, 404, UNKNOWN),
        ("GET", "/v1/ask?q=a&media=nobody", {}, 404, UNKNOWN),
        ("GET", "/v1/compare?media=澜溪&years=2021", {}, 422, INVALID),
        ("GET", "/v1/compare?media=澜溪&years=2021&years=2021", {}, 422, INVALID),
        ("GET", "/v1/compare?media=澜溪&years=2021&years=1999", {}, 404, UNKNOWN),
        ("GET", "/v1/compare?media=澜溪&years=2020&years=2021&years=2023", {}, 422, INVALID),
        ("GET", "/v1/reports/nothing", {}, 404, UNKNOWN),
        ("DELETE", "/v1/reports/nothing", {}, 404, UNKNOWN),
        ("POST", "/v1/reports", {}, 422, INVALID),
        ("POST", "/v1/reports", {"files": [("files", ("a.txt", b""))]}, 422, "urn:yinzheng:unreadable-files"),
        ("POST", "/v1/reports", {"files": [("files", ("a", b"x"))], "data": {"year": "x"}}, 422, INVALID),
        ("GET", "/v1/entities?type=media", {}, 422, INVALID),
        ("GET", "/v1/entities/work-0000000000000000", {}, 404, UNKNOWN),
        ("GET", "/v1/entities/nothing", {}, 404, UNKNOWN),
        ("POST", DECISIONS, {"json": BODY}, 404, UNKNOWN),
        ("POST", DECISIONS, {"json": {**BODY, "verdict": "maybe"}}, 422, INVALID),
        ("POST", DECISIONS, {"json": {**BODY, "evidence": {**PLACE, "start": -1}}}, 422, INVALID),
        ("POST", DECISIONS, {"json": {**BODY, "by": ""}}, 422, INVALID),
        ("POST", DECISIONS, {"json": []}, 422, INVALID),
        ("POST", DECISIONS, {"content": "{", "headers": {"content-type": "application/json"}}, 422, INVALID),
        ("GET", "/nowhere", {}, 404, PLAIN),
        ("GET", "/v1/check", {}, 405, PLAIN),
        ("PUT", "/v1/search", {}, 405, PLAIN),
        ("DELETE", "/v1/reports", {}, 405, PLAIN),
        ("GET", "/healthz", {"headers": {"host": "evil.example"}}, 400, PLAIN),
        ("GET", "/healthz", {"headers": {"host": "127.0.0.1.evil.example:8321"}}, 400, PLAIN),
        ("GET", "/healthz", {"headers": {"host": "["}}, 400, PLAIN),
        ("DELETE", "/v1/reports/nothing", {"headers": {"origin": "https://evil.example"}}, 403, PLAIN),
        ("DELETE", "/v1/reports/nothing", {"headers": {"origin": "null"}}, 403, PLAIN),
        ("POST", "/v1/reports", {"headers": {"content-length": str(1 << 40)}}, 413, PLAIN),
    ],
)
def test_mistakes(
    own_client: TestClient, method: str, path: str, sent: dict[str, Any], status: int, kind: str
) -> None:
    found = problem(own_client.request(method, path, **sent), status, kind)
    assert found["instance"] == path.partition("?")[0]
    if status == 405:
        assert own_client.request(method, path, **sent).headers["allow"]


def test_faults_are_named_each(client: TestClient) -> None:
    found = problem(client.get("/v1/search?q=a&limit=0&year=x"), 422, INVALID)
    assert {each["where"]: each["message"] for each in found["errors"]} == {
        "query.limit": "不得小于 1",
        "query.year.0": "须是整数",
    }


@pytest.mark.parametrize("host", ["localhost:8321", "127.0.0.1", "[::1]:8321", "LOCALHOST"])
def test_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"host": host}).status_code == 200


def test_own_pages_may_write(client: TestClient) -> None:
    answer = client.delete("/v1/reports/nothing", headers={"origin": "http://127.0.0.1:8321"})
    problem(answer, 404, UNKNOWN)


def test_an_empty_library_is_said_so(tmp_path: Path) -> None:
    with opened(tmp_path) as client:
        for path in (
            "/v1/search?q=a",
            "/v1/ask?q=a",
            "/v1/trace",
            "/v1/entities",
            "/v1/metrics",
            "/v1/reports/x",
        ):
            problem(client.get(path), 409, "urn:yinzheng:empty-library")


def test_a_damaged_library_is_not_ready(library: Path) -> None:
    manifest = next((library / "snapshots").glob("*/manifest.json"))
    manifest.write_text("{}")
    with opened(library) as client:
        problem(client.get("/readyz"), 503, "urn:yinzheng:library")
        problem(client.get("/v1/search?q=a"), 503, "urn:yinzheng:library")
        assert client.get("/healthz").status_code == 200


def test_a_writer_at_work_is_waited_for_and_then_named(
    own_client: TestClient, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from search.lock import exclusive

    monkeypatch.setattr("api.http.reports.PATIENCE", 0.1)
    report = own_client.get("/v1/reports").json()["reports"][0]["id"]
    with exclusive(library):
        problem(own_client.delete(f"/v1/reports/{report}"), 503, "urn:yinzheng:library")
    assert own_client.delete(f"/v1/reports/{report}").status_code == 204


def test_a_fault_of_ours_says_nothing_of_its_inside(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **more: object) -> None:
        raise KeyError("secret")

    monkeypatch.setattr("search.library.Library.search", broken)
    found = problem(client.get("/v1/search?q=a"), 500, "urn:yinzheng:internal")
    assert "secret" not in str(found)


def test_decisions_must_speak_of_a_later_year_of_the_same_media(own_client: TestClient) -> None:
    item = own_client.get("/v1/trace", params={"year": 2021}).json()["items"][0]
    reports = {each["year"]: each["id"] for each in own_client.get("/v1/reports").json()["reports"]}
    path = f"/v1/trace/{item['id']}/decisions"
    for place in (
        {"report": reports[2020], "start": 0, "end": 3},
        {"report": reports[2021], "start": 0, "end": 3},
        {"report": reports[2023], "start": 5, "end": 5},
        {"report": reports[2023], "start": 0, "end": 10**9},
    ):
        problem(own_client.post(path, json={**BODY, "evidence": place}), 422, INVALID)
    problem(own_client.post(path, json={**BODY, "evidence": PLACE}), 404, UNKNOWN)
    assert own_client.get("/v1/trace", params={"year": 2021, "media": MEDIA}).json()["items"][0] == item


@pytest.mark.parametrize("loaded", [True, False], ids=["after it answered", "from the start"])
@pytest.mark.parametrize("what", ["text", "decisions", "snapshot"])
def test_who_asks_whether_it_is_ready_is_told_the_truth(library: Path, what: str, loaded: bool) -> None:
    with opened(library) as client:
        if loaded:
            assert client.get("/readyz").status_code == 200
        if what == "text":
            next((library / "artifacts" / "understood").glob("*/*")).unlink()
        elif what == "decisions":
            (library / "decisions.sqlite").write_bytes(b"no database" * 100)
        else:
            (library / "CURRENT").write_text("00000099\n", encoding="ascii")
        problem(client.get("/readyz"), 503, "urn:yinzheng:library")
        assert client.get("/healthz").status_code == 200
