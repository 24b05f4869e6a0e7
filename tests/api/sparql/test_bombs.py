"""Queries that would take a machine down are stopped, and whoever else asks is answered meanwhile."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.http.app import create_app
from api.sparql.limits import Limits
from tests.api.http.test_problems import problem

SECONDS = 2.0
LIMITS = Limits(seconds=SECONDS, rows=50, memory=1 << 30, workers=2, waiting=2, patience=30.0)
COUNT = "SELECT (COUNT(*) AS ?n) { ?f a yz:Fact }"
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def client(built: Path) -> Iterator[TestClient]:
    app = create_app(built, limits=LIMITS)
    with TestClient(app, base_url="http://127.0.0.1:8321", raise_server_exceptions=False) as client:
        yield client


def asked(client: TestClient, query: str) -> Any:
    return client.post("/sparql", data={"query": query})


def assert_answers(client: TestClient) -> None:
    answer = asked(client, COUNT)
    # A process that has just come to be may be short of memory beside a bomb's remains.
    if answer.status_code == 503:
        answer = asked(client, COUNT)
    assert answer.status_code == 200, answer.text


def workers() -> set[int]:
    """Return the ids of the processes that answer queries for this one."""
    children: list[str] = []
    for task in Path("/proc/self/task").iterdir():
        with contextlib.suppress(OSError):  # A thread may end between being listed and being read.
            children += (task / "children").read_text().split()
    found = set()
    for child in children:
        with contextlib.suppress(OSError):  # So may a process.
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                found.add(int(child))
    return found


@pytest.mark.parametrize(
    "bomb",
    [
        CROSS,
        "SELECT (COUNT(*) AS ?n) { ?a (!yz:x)* ?b . ?b (!yz:x)* ?c . ?c (!yz:x)* ?d }",
        "SELECT (COUNT(*) AS ?n) { ?a (!yz:x|^!yz:x)+/(!yz:x|^!yz:x)+ ?b }",
        "SELECT DISTINCT ?a ?d { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?d",
        f"SELECT (COUNT(*) AS ?n) {{ VALUES ?x {{ {'1 ' * 50_000} }} VALUES ?y {{ {'1 ' * 50_000} }} }}",
        'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(CONCAT(STR(?c), STR(?f)), "(x+x+)+y|(.*.*)*z$")) }',
    ],
    ids=["cross product", "paths", "path both ways", "sorted cross product", "values", "regex"],
)
def test_what_never_ends_is_killed_at_the_deadline(client: TestClient, bomb: str) -> None:
    begun = time.monotonic()
    answer = asked(client, bomb)
    assert time.monotonic() - begun < SECONDS + 10
    if answer.status_code != 503:
        problem(answer, 504, "urn:yinzheng:deadline")
    assert_answers(client)


@pytest.mark.parametrize(
    "bomb",
    [
        f"ASK {{ FILTER({'!' * 100_000}true) }}",
        f"ASK {{ FILTER({'1+' * 60_000}1 = 2) }}",
        f"ASK {{ ?s {'<a:b>/' * 30_000}<a:b> ?o }}",
        "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?c), STR(?f))) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
    ],
    ids=["negations", "sums", "path of many steps", "one huge text"],
)
def test_what_swallows_stack_or_memory_takes_only_its_own_process_down(client: TestClient, bomb: str) -> None:
    answer = asked(client, bomb)
    kinds = {503: "urn:yinzheng:too-costly", 504: "urn:yinzheng:deadline"}
    problem(answer, answer.status_code, kinds[answer.status_code])
    assert_answers(client)


def test_memory_is_capped(built: Path) -> None:
    # A text that doubles forty times, by expressions alone: no deadline stops it in time.
    doubled = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40))
    query = f'SELECT (STRLEN(?x40) AS ?n) {{ BIND("0123456789" AS ?x0) {doubled} }}'
    app = create_app(built, limits=Limits(seconds=60.0, memory=1 << 30))
    with TestClient(app, base_url="http://127.0.0.1:8321") as client:
        problem(asked(client, query), 503, "urn:yinzheng:too-costly")
        assert_answers(client)


def test_others_are_answered_while_bombs_run(client: TestClient) -> None:
    paths = ("/healthz", "/v1/search?q=记者", "/v1/ask?q=2023年有哪些不足")
    for path in paths:
        # What is loaded with the first question is no part of what is measured.
        assert client.get(path).status_code == 200
    told: list[int] = []
    bombs = [threading.Thread(target=lambda: told.append(asked(client, CROSS).status_code)) for _ in range(2)]
    for bomb in bombs:
        bomb.start()
    time.sleep(0.3)
    served = 0
    while any(bomb.is_alive() for bomb in bombs):
        begun = time.monotonic()
        for path in paths:
            assert client.get(path).status_code == 200
        assert time.monotonic() - begun < SECONDS
        served += 1
    # One that waits for a process gets it when the bombs are gone.
    assert_answers(client)
    assert told == [504, 504]
    assert served


def test_too_many_at_once_are_told_to_come_again(built: Path) -> None:
    app = create_app(built, limits=Limits(seconds=3.0, workers=1, waiting=1, patience=0.2))
    with TestClient(app, base_url="http://127.0.0.1:8321") as client:
        told: list[Any] = []
        asking = [threading.Thread(target=lambda: told.append(asked(client, CROSS))) for _ in range(4)]
        for each in asking:
            each.start()
        for each in asking:
            each.join()
        assert sorted(answer.status_code for answer in told) == [503, 503, 503, 504]
        for answer in told:
            if answer.status_code == 503:
                problem(answer, 503, "urn:yinzheng:busy")
                assert int(answer.headers["retry-after"]) > 0


def test_rows_and_triples_are_capped_and_the_answer_says_so(client: TestClient) -> None:
    for query, count in (
        ("SELECT ?s ?p ?o { ?s ?p ?o }", lambda answer: len(answer.json()["results"]["bindings"])),
        ("SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 50", lambda answer: len(answer.json()["results"]["bindings"])),
    ):
        answer = asked(client, query)
        assert count(answer) == 50
        assert answer.headers["yinzheng-row-limit"] == "50"
        assert answer.headers["yinzheng-truncated"] == ("false" if "LIMIT" in query else "true")
    triples = client.post(
        "/sparql",
        data={"query": "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"},
        headers={"accept": "application/n-triples"},
    )
    assert len(triples.text.splitlines()) == 50
    assert triples.headers["yinzheng-truncated"] == "true"


def test_an_answer_beyond_all_bounds_is_refused(built: Path) -> None:
    app = create_app(built, limits=Limits(answer_bytes=1 << 20))
    query = "SELECT ?s ?p (CONCAT(STR(?s), STR(?s), STR(?s), STR(?p)) AS ?t) ?o { ?s ?p ?o } LIMIT 9000"
    with TestClient(app, base_url="http://127.0.0.1:8321") as client:
        found = problem(asked(client, query), 503, "urn:yinzheng:too-costly")
        assert "LIMIT" in found["detail"]


def test_a_process_that_dies_is_replaced_and_none_is_left_behind(built: Path) -> None:
    before = workers()
    app = create_app(built, limits=Limits(workers=1))
    with TestClient(app, base_url="http://127.0.0.1:8321") as client:
        assert_answers(client)
        (first,) = workers() - before
        assert_answers(client)
        assert workers() - before == {first}, "one that is warm is used again"
        os.kill(first, signal.SIGKILL)
        problem(asked(client, COUNT), 503, "urn:yinzheng:too-costly")
        assert_answers(client)
        (second,) = workers() - before
        assert second != first
    assert workers() == before
