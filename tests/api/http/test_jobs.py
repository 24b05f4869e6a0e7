"""Reports that are taken in while nobody waits."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, cast

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from search.errors import LibraryError
from tests.api.conftest import REPORTS, ROOT, opened
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
    folder = cast(FastAPI, own_client.app).state.service.data_dir / "jobs"
    kept = {path.name for path in folder.iterdir() if path.is_dir()}
    assert kept == {address.rpartition("/")[2] for address in addresses[1:]}
    assert own_client.get(addresses[2]).status_code == 200


def test_a_mistake_in_the_form_is_told_at_once(own_client: TestClient) -> None:
    problem(sent(own_client, report("2024.pdf"), year="x"), 422, "urn:yinzheng:invalid-request")
    assert own_client.get("/v1/jobs").json() == {"jobs": []}


OTHER = "../haizhou/2021.txt"
CUT_OFF = """
import os, sys, threading
from pathlib import Path
from fastapi.testclient import TestClient
from api.http.app import create_app
from api.service import Service

begun = threading.Event()

def hanging(*_, **__):
    begun.set()
    threading.Event().wait()

Service.ingest = hanging
with TestClient(create_app(sys.argv[1]), base_url="http://127.0.0.1:8321") as client:
    for name in sys.argv[2:]:
        path = Path(name)
        sent = {"files": (path.name, path.read_bytes())}
        print(client.post("/v1/reports?wait=false", files=sent).json()["id"], flush=True)
    begun.wait(60)
    os.kill(os.getpid(), 9)
"""


def cut_off(data: Path, *names: str) -> list[str]:
    """Let a service take files in, be killed while it works on the first, and return its jobs."""
    command = [sys.executable, "-c", CUT_OFF, str(data), *(str(REPORTS / name) for name in names)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=120)
    assert done.returncode == -signal.SIGKILL, done.stderr
    return done.stdout.split()


def test_jobs_of_a_killed_service_are_carried_out_by_the_next(library: Path) -> None:
    jobs = cut_off(library, "2024.pdf", OTHER)
    with opened(library) as client:
        for job in jobs:
            found = ended(client, f"/v1/jobs/{job}")
            assert found["state"] == "done"
            assert len(found["summary"]["added"]) == 1
        assert len(client.get("/v1/reports").json()["reports"]) == 5
        listed = client.get("/v1/jobs").json()
        assert [each["id"] for each in listed["jobs"]] == jobs[::-1]
    assert not list((library / "jobs").glob("*/files"))
    with opened(library) as client:
        assert client.get("/v1/jobs").json() == listed


def test_a_job_that_ends_the_service_each_time_is_given_up(library: Path) -> None:
    (job,) = cut_off(library, "2024.pdf")
    assert cut_off(library, OTHER)  # Resumes the first, is killed in it, and so leaves the second behind.
    with opened(library) as client:
        found = ended(client, f"/v1/jobs/{job}")
        assert found["state"] == "failed"
        assert "已放弃" in found["error"]
        (other,) = [each["id"] for each in client.get("/v1/jobs").json()["jobs"] if each["id"] != job]
        assert ended(client, f"/v1/jobs/{other}")["state"] == "done"


def test_a_second_service_of_the_library_leaves_the_jobs_of_the_first_alone(
    own_client: TestClient, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(*_: object, **__: object) -> None:
        go_on.wait(30)
        raise LibraryError("不行")

    monkeypatch.setattr("api.service.Service.ingest", slow)
    address = sent(own_client, report("2024.pdf")).headers["location"]
    with opened(library) as second:
        assert second.get("/v1/jobs").json() == {"jobs": []}
    go_on.set()
    assert ended(own_client, address)["state"] == "failed"


def test_files_that_can_not_be_kept_are_refused_in_one_line(own_client: TestClient, library: Path) -> None:
    (library / "jobs").write_text("in the way", encoding="utf-8")
    found = problem(sent(own_client, report("2024.pdf")), 503, "urn:yinzheng:library")
    assert "存不下来" in found["detail"]
