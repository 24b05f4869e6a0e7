"""The library on other engines: one setting each, and everything else as it is on this machine alone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.remote.server import Address, Server
from kg.remote.state import read as state_of
from kg.store import StoreError
from search.answers import IngestSummary
from search.encoder import Encoder
from search.engines import GRAPH
from search.ingest import ingest, rebuild, remove
from search.library import Library
from search.snapshots import Snapshots
from search.understanding import Code
from search.verify import verify
from tests.virtuoso import virtuoso

Write = Callable[..., list[Path]]
Put = Callable[..., IngestSummary]
A21 = "甲报 2021\n# safety\n全年播出安全无事故。\n员工=120\n- 原创精品还不够多\n"
A22 = "甲报 2022\n# safety\n播出安全，没有差错。\n员工=131\n总阅读量=2290000000\n# culture\n拍摄纪录片《山河》一部。\n"
B21 = "乙台 2021\n# service\n为老人开设热线节目。\n员工=7\n# afterword\n- 年轻观众流失明显\n"
FIGURES = "SELECT ?media ?year ?value { ?f a yz:MetricFact ; yz:year ?year ; yz:value ?value ; yz:report/yz:mediaName ?media }"


@pytest.fixture(params=["here", "remote graph"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """What is tried of each set of engines."""
    if request.param == "remote graph":
        monkeypatch.setenv(GRAPH, virtuoso())
    else:
        monkeypatch.delenv(GRAPH, raising=False)
    return str(request.param)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def put(data: Path, code: Code, encoder: Encoder) -> Put:
    def call(*paths: Path, **options: Any) -> IngestSummary:
        return ingest(paths, data, **{"workers": 0, "code": code, "encoder": encoder, **options})

    return call


def figures(data: Path, encoder: Encoder) -> set[tuple[Any, ...]]:
    with Library.open(data, encoder=encoder) as library:
        rows = library.graph.rows(FIGURES)
    found = [(row["media"], row["year"], row["value"]) for row in rows]
    assert len(found) == len(set(found))
    assert all(type(value) is int for _, _, value in found)
    return set(found)


def test_reports_come_are_replaced_and_go(
    engine: str, put: Put, reports: Write, data: Path, encoder: Encoder, code: Code
) -> None:
    put(*reports(a=A21, b=A22, c=B21))
    all_three = {("甲报", 2021, 120), ("甲报", 2022, 131), ("甲报", 2022, 2_290_000_000), ("乙台", 2021, 7)}
    assert figures(data, encoder) == all_three
    summary = put(*reports(a=A21.replace("120", "125")))
    assert len(summary.replaced) == 1
    changed = all_three - {("甲报", 2021, 120)} | {("甲报", 2021, 125)}
    assert figures(data, encoder) == changed
    with Library.open(data, encoder=encoder) as library:
        last = next(stored for stored in library.reports if stored.media == "乙台")
        assert library.graph.size() == sum(stored.triples for stored in library.reports)
    remove(last.id, data, encoder=encoder)
    assert figures(data, encoder) == changed - {("乙台", 2021, 7)}
    assert verify(data) == []
    rebuild(data, workers=0, code=Code(code.understand, "test2"), encoder=encoder)
    assert figures(data, encoder) == changed - {("乙台", 2021, 7)}
    assert verify(data) == []


def test_readers_see_old_or_new_whole(
    engine: str, put: Put, reports: Write, data: Path, encoder: Encoder
) -> None:
    def files(value: int) -> list[Path]:
        return reports(
            **{f"r{year}": f"甲报 {year}\n# safety\n好。\n员工={value}\n" for year in (2020, 2021, 2022)}
        )

    put(*files(1))
    seen: list[tuple[Any, ...]] = []
    faults: list[BaseException] = []
    done = threading.Event()

    def look() -> None:
        try:
            while not done.is_set():
                with Library.open(data, encoder=encoder) as library:
                    for _ in range(3):
                        rows = library.graph.rows("SELECT ?v { ?f a yz:MetricFact ; yz:value ?v }")
                        seen.append(tuple(sorted(row["v"] for row in rows)))
        except StoreError as error:
            # A snapshot that was replaced while it was read: to be opened anew.
            if "取代" not in str(error):
                faults.append(error)
        except BaseException as error:
            faults.append(error)

    def keep_looking() -> None:
        while not done.is_set():
            look()

    readers = [threading.Thread(target=keep_looking) for _ in range(2)]
    for reader in readers:
        reader.start()
    try:
        for value in (2, 3, 4):
            put(*files(value))
    finally:
        done.set()
        for reader in readers:
            reader.join()
    assert faults == []
    assert set(seen) <= {(value,) * 3 for value in (1, 2, 3, 4)}
    assert (1,) * 3 in seen


def on_server(setting: str) -> set[str]:
    from kg.remote.store import graphs_on

    server = Server(Address.of(setting))
    try:
        return set(graphs_on(server))
    finally:
        server.close()


def test_a_writer_killed_half_way_leaves_nothing_behind(
    put: Put, reports: Write, data: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting = virtuoso()
    monkeypatch.setenv(GRAPH, setting)
    put(*reports(a=A21))
    held = on_server(setting)

    def killed(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setattr(Snapshots, "go_live", killed)
        with pytest.raises(KeyboardInterrupt):
            put(*reports(b=A22))
    assert len(on_server(setting)) == 2
    assert figures(data, encoder) == {("甲报", 2021, 120)}
    put(*reports(c=B21))
    assert figures(data, encoder) == {("甲报", 2021, 120), ("乙台", 2021, 7)}
    assert held < on_server(setting)
    assert len(on_server(setting)) == 2
    server = Server(Address.of(setting))
    state = state_of(server)
    server.close()
    assert state is not None
    assert not state.changing
    assert len(state.sets) == 1


def test_two_libraries_do_not_share_a_server(
    put: Put,
    reports: Write,
    data: Path,
    tmp_path: Path,
    code: Code,
    encoder: Encoder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(GRAPH, virtuoso())
    put(*reports(a=A21))
    with pytest.raises(StoreError, match="另一个资料库"):
        ingest(reports(b=B21), tmp_path / "other", workers=0, code=code, encoder=encoder)
    assert figures(data, encoder) == {("甲报", 2021, 120)}


def test_moving_to_a_server_and_back(
    put: Put, reports: Write, data: Path, code: Code, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(*reports(a=A21))
    monkeypatch.setenv(GRAPH, virtuoso())
    with pytest.raises(StoreError, match="rebuild --graph"):
        figures(data, encoder)
    rebuild(data, workers=0, code=code, encoder=encoder)
    assert figures(data, encoder) == {("甲报", 2021, 120)}
    monkeypatch.delenv(GRAPH)
    with pytest.raises(StoreError, match="YINZHENG_GRAPH"):
        figures(data, encoder)
    rebuild(data, workers=0, code=code, encoder=encoder)
    assert figures(data, encoder) == {("甲报", 2021, 120)}


def test_sparql_over_http(engine: str, put: Put, reports: Write, data: Path) -> None:
    from tests.api.conftest import opened

    put(*reports(a=A21, b=A22))
    with opened(data) as client:

        def asked(sparql: str, accept: str = "text/csv", **more: str) -> str:
            answer = client.get("/sparql", params={"query": sparql, **more}, headers={"Accept": accept})
            assert answer.status_code == 200, answer.text
            return answer.text.replace("\r\n", "\n")

        years = "SELECT ?year { ?r a yz:Report ; yz:year ?year } ORDER BY ?year"
        assert asked(years) == "year\n2021\n2022\n"
        held = client.get("/v1/reports").json()["reports"]
        graph = next(
            f"https://w3id.org/yinzheng/id/graph-{each['id']}" for each in held if each["year"] == 2022
        )
        assert asked("SELECT ?g { GRAPH ?g { ?r yz:year 2022 ; a yz:Report } }") == f"g\n{graph}\n"
        assert asked(years.replace(" {", f" FROM <{graph}> {{", 1)) == "year\n2022\n"
        assert asked(years, **{"default-graph-uri": graph}) == "year\n2022\n"
        assert '"boolean":true' in asked("ASK { ?f a yz:MetricFact }", "application/sparql-results+json")
        triples = asked("CONSTRUCT { ?f yz:value ?v } WHERE { ?f yz:value ?v }", "application/n-triples")
        assert sorted(line.split('"')[1] for line in triples.splitlines()) == ["120", "131", "2290000000"]
        for refused in (
            "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
            'define get:soft "soft" SELECT * FROM <http://127.0.0.1/> { ?s ?p ?o }',
            "DROP ALL",
        ):
            assert client.get("/sparql", params={"query": refused}).status_code in (400, 403)
        assert asked(years) == "year\n2021\n2022\n"
