"""The library on other engines: one setting each, and everything else as it is on this machine alone."""

from __future__ import annotations

import sys
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
from search.engines import GRAPH, SEARCH
from search.errors import LibraryError
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


@pytest.fixture(params=["here", "remote graph", "milvus"])
def engine(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What is tried of each set of engines."""
    if request.param == "milvus":
        monkeypatch.setenv(SEARCH, str(tmp_path / "milvus.db"))
    else:
        monkeypatch.delenv(SEARCH, raising=False)
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


def found(data: Path, encoder: Encoder, query: str, **filters: Any) -> list[tuple[str, int, str]]:
    with Library.open(data, encoder=encoder) as library:
        hits = library.search(query, **filters).hits
    for hit in hits:
        assert hit.text == hit.evidence.quote
    return [(hit.evidence.media, hit.evidence.year, hit.text) for hit in hits]


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


def test_search(engine: str, put: Put, reports: Write, data: Path, encoder: Encoder, code: Code) -> None:
    put(*reports(a=A21, b=A22, c=B21))
    assert found(data, encoder, "老人热线节目")[0] == ("乙台", 2021, "为老人开设热线节目。\n员工=7")
    assert found(data, encoder, "《山河》")[0][2].startswith("拍摄纪录片《山河》一部。")
    assert {(media, year) for media, year, _ in found(data, encoder, "播出安全", media="甲报")} == {
        ("甲报", 2021),
        ("甲报", 2022),
    }
    assert {year for _, year, _ in found(data, encoder, "播出安全", years=[2022])} == {2022}
    assert {text for _, _, text in found(data, encoder, "纪录片", duty="culture")} == {
        "拍摄纪录片《山河》一部。"
    }
    assert ("乙台", 2021, "年轻观众流失明显") in found(data, encoder, "年轻观众", kind="fact")
    with Library.open(data, encoder=encoder) as old:
        put(*reports(a=A21.replace("全年播出安全无事故", "全年都是零差错")))
        remove(next(stored.id for stored in old.reports if stored.media == "乙台"), data, encoder=encoder)
        # Whoever reads the old snapshot finds in it what they found.
        assert old.search("老人热线节目").hits[0].text == "为老人开设热线节目。\n员工=7"
        assert any("全年播出安全无事故" in hit.text for hit in old.search("全年播出安全无事故").hits)
    assert all(media != "乙台" for media, _, _ in found(data, encoder, "老人热线节目"))
    texts = [text for _, _, text in found(data, encoder, "全年", media="甲报")]
    assert any("零差错" in text for text in texts)
    assert not any("无事故" in text for text in texts)
    assert verify(data) == []
    rebuild(data, workers=0, code=Code(code.understand, "test2"), encoder=encoder)
    assert [text for _, _, text in found(data, encoder, "全年", media="甲报")] == texts
    assert verify(data) == []


def test_what_milvus_keeps(
    put: Put,
    reports: Write,
    data: Path,
    code: Code,
    encoder: Encoder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from search.milvus.layout import ALIAS, connected

    setting = str(tmp_path / "milvus.db")
    monkeypatch.setenv(SEARCH, setting)
    put(*reports(a=A21, b=A22, c=B21))
    client = connected(setting)

    def rows() -> int:
        return int(client.query(ALIAS, "since >= 0", output_fields=["count(*)"])[0]["count(*)"])

    first = client.describe_collection(ALIAS)["collection_name"]
    before = rows()

    def killed(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setattr(Snapshots, "go_live", killed)
        with pytest.raises(KeyboardInterrupt):
            put(*reports(d="丙网 2021\n# safety\n网络安全。\n"))
    assert rows() > before
    assert "丙网" not in {media for media, _, _ in found(data, encoder, "网络安全")}
    for value in (121, 122, 123, 124):
        put(*reports(a=A21.replace("120", str(value))))
    # Two earlier versions of one report, each of three entries, wait for their snapshots to go; nothing is left of the killed one.
    with Library.open(data, encoder=encoder) as library:
        assert rows() <= before + 2 * 3
        assert len(library.lexical) == before
    # As in a process that was just started.
    from milvus_lite.server_manager import server_manager_instance

    client.close()
    server_manager_instance.release_server(setting)
    connected.cache_clear()
    assert found(data, encoder, "老人热线节目")[0][0] == "乙台"
    client = connected(setting)
    rebuild(data, workers=0, code=code, encoder=encoder)
    second = client.describe_collection(ALIAS)["collection_name"]
    assert second != first
    put(*reports(a=A21))
    put(*reports(a=A21.replace("120", "130")))
    assert first not in client.list_collections()
    with pytest.raises(LibraryError, match="另一个资料库"):
        ingest(reports(e=A21), tmp_path / "other", workers=0, code=code, encoder=encoder)
    monkeypatch.delenv(SEARCH)
    with pytest.raises(LibraryError, match="YINZHENG_SEARCH"):
        found(data, encoder, "安全")


def test_without_the_client(put: Put, reports: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SEARCH, "milvus://127.0.0.1:1")
    monkeypatch.setitem(sys.modules, "pymilvus", None)
    with pytest.raises(LibraryError, match=r"yinzheng\[milvus\]"):
        put(*reports(a=A21))
