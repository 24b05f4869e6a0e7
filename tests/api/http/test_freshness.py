"""Answers name their snapshot, and what a client has already is not sent again."""

from __future__ import annotations

import json
import threading
import time
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import REPORTS, opened

PATHS = (
    "/v1/search?q=记者",
    "/v1/ask?q=2023年有哪些不足",
    "/v1/trace",
    "/v1/compare?media=澜溪&years=2021&years=2023",
    "/v1/reports",
    "/v1/entities",
    "/v1/metrics",
    "/sparql?query=ASK {}",
)


@pytest.mark.parametrize("path", PATHS)
def test_what_a_client_has_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    assert first.status_code == 200
    assert first.headers["yinzheng-snapshot"] == "00000001"
    tag, modified = first.headers["etag"], first.headers["last-modified"]
    assert tag.startswith('W/"')
    for conditions in (
        {"if-none-match": tag},
        {"if-none-match": f'"other", {tag}'},
        {"if-modified-since": modified},
        # Where both are given the tag alone counts.
        {"if-none-match": tag, "if-modified-since": "Thu, 01 Jan 1970 00:00:00 GMT"},
    ):
        again = client.get(path, headers=conditions)
        assert again.status_code == 304, conditions
        assert again.content == b""
        assert again.headers["etag"] == tag
        assert again.headers["yinzheng-snapshot"] == "00000001"
    for conditions in (
        {"if-none-match": '"other"'},
        {"if-none-match": '"other"', "if-modified-since": modified},
        {"if-modified-since": "Thu, 01 Jan 1970 00:00:00 GMT"},
        {"if-modified-since": "no date"},
    ):
        assert client.get(path, headers=conditions).status_code == 200, conditions


def test_a_tag_is_of_one_address_and_one_format(client: TestClient) -> None:
    query = {"query": "SELECT * { ?s a yz:Report }"}
    tags = [
        client.get("/v1/reports").headers["etag"],
        client.get("/v1/reports?limit=1").headers["etag"],
        client.get("/v1/metrics").headers["etag"],
        client.get("/sparql", params=query, headers={"accept": "text/csv"}).headers["etag"],
        client.get("/sparql", params=query, headers={"accept": "application/json"}).headers["etag"],
    ]
    assert len(set(tags)) == len(tags)
    wrong = client.get("/v1/search", headers={"if-none-match": tags[0]})
    assert wrong.status_code == 422
    assert "etag" not in wrong.headers


def test_ingest_and_decisions_change_the_tag(own_client: TestClient) -> None:
    def tag(path: str = "/v1/trace") -> str:
        return str(own_client.get(path).headers["etag"])

    before = tag()
    assert tag() == before
    trace = own_client.get("/v1/trace").json()["items"]
    item = next(each for each in trace if each["actions"])
    place = {key: item["actions"][0]["evidence"][key] for key in ("report", "start", "end")}
    body = {"kind": "action", "verdict": "confirm", "by": "甲", "evidence": place}
    answer = own_client.post(f"/v1/trace/{item['id']}/decisions", json=body)
    assert answer.headers["yinzheng-snapshot"] == "00000001"
    decided = tag()
    assert decided != before
    own_client.post(f"/v1/trace/{item['id']}/decisions", json={**body, "verdict": "withdraw"})
    assert tag() not in (before, decided)
    modified = parsedate_to_datetime(own_client.get("/v1/trace").headers["last-modified"])
    file = ("files", ("2024.pdf", (REPORTS / "2024.pdf").read_bytes()))
    added = own_client.post("/v1/reports", files=[file])
    assert added.headers["yinzheng-snapshot"] == "00000002"
    stale = own_client.get("/v1/trace", headers={"if-modified-since": format_datetime(modified, usegmt=True)})
    assert stale.status_code == 200
    assert stale.headers["yinzheng-snapshot"] == "00000002"


def test_a_clock_set_back_makes_nothing_old_look_new(library: Path) -> None:
    """A snapshot of the year 2090 (as a clock had it then), then one of now."""
    from search.ingest import ingest

    manifest = library / "snapshots" / "00000001" / "manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8")) | {"made_at": "2090-01-01T00:00:00+00:00"}
    manifest.write_text(json.dumps(told), encoding="utf-8")
    with opened(library) as client:
        seen = {"if-modified-since": client.get("/v1/reports").headers["last-modified"]}
        assert "2090" in seen["if-modified-since"]
        assert client.get("/v1/reports", headers=seen).status_code == 200
        assert ingest([REPORTS / "2024.pdf"], library, workers=0).added
        answer = client.get("/v1/reports", headers=seen)
        assert answer.status_code == 200
        assert len(answer.json()["reports"]) == 4
        later = parsedate_to_datetime(answer.headers["last-modified"])
        assert later > parsedate_to_datetime(seen["if-modified-since"])


def test_no_answer_mixes_snapshots(own_client: TestClient, library: Path) -> None:
    """Readers page through the library while a report goes out and comes back again and again."""
    from search.ingest import ingest, remove

    stop = threading.Event()
    wrong: list[Any] = []

    def read() -> None:
        while not stop.is_set():
            answer = own_client.get("/v1/search", params={"q": "新闻热线", "limit": 50})
            reports = own_client.get("/v1/reports")
            if answer.status_code != 200 or reports.status_code != 200:
                wrong.append((answer.text, reports.text))
                continue
            held = {each["id"]: each for each in reports.json()["reports"]}
            if answer.headers["yinzheng-snapshot"] == reports.headers["yinzheng-snapshot"]:
                cited = {hit["evidence"]["report"] for hit in answer.json()["hits"]}
                if not cited <= held.keys():
                    wrong.append((cited, held.keys()))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    file = REPORTS / "2024.pdf"
    for _ in range(3):
        (added,) = ingest([file], library, workers=0).added
        time.sleep(0.2)
        remove(added, library)
        time.sleep(0.2)
    stop.set()
    for reader in readers:
        reader.join()
    assert not wrong


def test_one_visit_reads_one_snapshot(library: Path) -> None:
    from api.service import Service

    service = Service(library)
    with service.shelf.visit(keep=True) as visit:
        before = service.reports().reports
        service.remove(before[0].id)
        assert service.reports().reports == before
        assert visit.manifest is not None
        assert visit.manifest.id == "00000001"
    assert len(service.reports().reports) == len(before) - 1
    with service.shelf.visit(keep=False) as visit:
        service.reports()
        service.remove(before[1].id)
        service.reports()
        assert visit.manifest is not None
        assert visit.manifest.id == "00000003"
    service.close()
