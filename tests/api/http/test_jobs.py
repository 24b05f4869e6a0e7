"""Reports that are taken in while nobody waits."""

from __future__ import annotations

import json
import threading
import time
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import REPORTS
from tests.api.http.test_problems import problem


def sent(client: TestClient, *files: tuple[str, bytes], **form: Any) -> Any:
    return client.post("/v1/reports?wait=false", files=[("files", file) for file in files], data=form)


def report(name: str) -> tuple[str, bytes]:
    return name, (REPORTS / name).read_bytes()


def ended(client: TestClient, address: str) -> Any:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        job = client.get(address).json()
        if job["ended_at"] is not None:
            return job
        time.sleep(0.05)
    raise AssertionError("the job does not end")


def events(client: TestClient, address: str) -> list[tuple[str, Any]]:
    told = client.get(f"{address}/events")
    assert told.headers["content-type"].startswith("text/event-stream")
    found = []
    for block in told.text.strip().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
        if fields:
            found.append((fields["event"], json.loads(fields["data"])))
    return found


def test_a_job_says_how_far_it_is_and_what_became_of_each_file(own_client: TestClient) -> None:
    answer = sent(own_client, report("2024.pdf"), ("空.txt", b""), report("2020.txt"))
    assert answer.status_code == 202
    job = answer.json()
    assert answer.headers["location"] == f"/v1/jobs/{job['id']}"
    assert (job["state"], job["files"]) == ("waiting", ["2024.pdf", "空.txt", "2020.txt"])
    told = events(own_client, answer.headers["location"])
    assert [kind for kind, _ in told[:-1]] == ["progress"] * (len(told) - 1)
    kind, last = told[-1]
    assert kind == "done"
    # Files are read first, then stored: each is counted for itself.
    assert all(each["done"] <= each["total"] for _, each in told)
    assert len({each["step"] for _, each in told}) > 1
    assert last == ended(own_client, answer.headers["location"])
    assert (len(last["summary"]["added"]), len(last["summary"]["unchanged"])) == (1, 1)
    assert [each["path"] for each in last["summary"]["failed"]] == ["空.txt"]
    assert len(own_client.get("/v1/reports").json()["reports"]) == 4
    # Whoever comes late is told the end alone.
    assert events(own_client, answer.headers["location"]) == [("done", last)]


def test_a_job_in_which_every_file_fails_has_failed(own_client: TestClient) -> None:
    job = ended(own_client, sent(own_client, ("a.txt", b""), ("b.docx", b"PK")).headers["location"])
    assert job["state"] == "failed"
    assert job["error"]
    assert [each["path"] for each in job["summary"]["failed"]] == ["a.txt", "b.docx"]


def test_what_is_stated_counts_and_jobs_are_listed_newest_first(own_client: TestClient) -> None:
    first = sent(own_client, report("2024.pdf"), media="某报", year=2019)
    second = sent(own_client, report("2023.docx"))
    for answer in (first, second):
        assert ended(own_client, answer.headers["location"])["state"] == "done"
    listed = [each["id"] for each in own_client.get("/v1/jobs").json()["jobs"]]
    assert listed == [second.json()["id"], first.json()["id"]]
    held = own_client.get("/v1/reports", params={"media": "某报"}).json()["reports"]
    assert [each["year"] for each in held] == [2019]


def test_readers_are_answered_while_a_job_runs(
    own_client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, go_on = threading.Event(), threading.Event()

    def slow(*_: object, **__: object) -> None:
        going.set()
        go_on.wait(30)
        raise KeyError("a fault of ours")

    monkeypatch.setattr("api.service.Service.ingest", slow)
    address = sent(own_client, report("2024.pdf")).headers["location"]
    assert going.wait(30)
    assert own_client.get(address).json()["state"] == "running"
    waiting = sent(own_client, report("2024.pdf")).headers["location"]
    assert own_client.get(waiting).json()["state"] == "waiting"
    assert own_client.get("/v1/search?q=记者").status_code == 200
    go_on.set()
    job = ended(own_client, address)
    assert (job["state"], job["error"]) == ("failed", "程序内部错误，详情见服务的日志")
    assert ended(own_client, waiting)["state"] == "failed"


def test_too_many_waiting_jobs_are_refused(own_client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.jobs.WAITING", 0)
    answer = sent(own_client, report("2024.pdf"))
    problem(answer, 503, "urn:yinzheng:busy")
    assert int(answer.headers["retry-after"]) > 0


def test_old_jobs_are_forgotten(own_client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.jobs.REMEMBERED", 2)
    addresses = []
    for _ in range(3):
        addresses.append(sent(own_client, report("2020.txt")).headers["location"])
        ended(own_client, addresses[-1])
    problem(own_client.get(addresses[0]), 404, "urn:yinzheng:unknown")
    problem(own_client.get(f"{addresses[0]}/events"), 404, "urn:yinzheng:unknown")
    assert own_client.get(addresses[2]).status_code == 200


def test_a_mistake_in_the_form_is_told_at_once(own_client: TestClient) -> None:
    problem(sent(own_client, report("2024.pdf"), year="x"), 422, "urn:yinzheng:invalid-request")
    assert own_client.get("/v1/jobs").json() == {"jobs": []}
