import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from rdflib import Graph

from kg import store as kg_store
from kg.build import report_triples
from kg.remote.store import FEW, open_remote
from kg.store import GraphStore, QueryError, StoreError, open_embedded
from kg.validate import validate
from tests.kg.reports import large, linjiang, quads
from tests.virtuoso import virtuoso

Open = Callable[[Path], GraphStore]


@pytest.fixture(params=["embedded", "remote", "remote, all at once"])
def opening(request: pytest.FixtureRequest) -> Open:
    """What is tried of each engine: a folder, opened for writing."""
    if request.param == "embedded":
        return open_embedded
    return partial(open_remote, virtuoso(), few=FEW if request.param == "remote" else 0)


@pytest.fixture
def store(opening: Open, tmp_path: Path) -> Iterator[GraphStore]:
    opened = opening(tmp_path / "graph")
    yield opened
    opened.close()


def _files(folder: Path) -> dict[str, tuple[int, str]]:
    return {
        path.name: (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in folder.iterdir()
    }


def test_round_trip(store: GraphStore) -> None:
    graph = report_triples(linjiang(2022))
    store.put(graph)
    assert quads(store.graph(linjiang(2022).id)) == quads(graph)
    assert store.reports() == [linjiang(2022).id]
    assert store.size() == len(graph)
    assert validate(store.graph(linjiang(2022).id)) == []


def test_replacing_one_graph_leaves_the_others(store: GraphStore) -> None:
    first, second = report_triples(linjiang(2021)), report_triples(linjiang(2022))
    store.put(first)
    store.put(second)
    smaller = linjiang(2022).model_copy(update={"facts": linjiang(2022).facts[:3]})
    store.put(report_triples(smaller))
    assert quads(store.graph(linjiang(2021).id)) == quads(first)
    assert quads(store.graph(smaller.id)) == quads(report_triples(smaller))
    assert store.size() == len(first) + len(report_triples(smaller))


def test_putting_twice_changes_nothing(store: GraphStore) -> None:
    for _ in range(2):
        store.put(report_triples(linjiang(2022)))
    assert store.size() == len(report_triples(linjiang(2022)))


def test_in_bulk_as_one_by_one(store: GraphStore) -> None:
    reports = [linjiang(year) for year in (2020, 2021, 2022)]
    old = reports[1].model_copy(update={"facts": ()})
    store.put(report_triples(old))
    # The later of two with one name counts, within a batch too.
    store.put_all(
        report_triples(report) for report in [reports[2].model_copy(update={"facts": ()}), *reports]
    )
    assert store.reports() == sorted(report.id for report in reports)
    for report in reports:
        assert quads(store.graph(report.id)) == quads(report_triples(report))
    store.put_all([])
    assert len(store.reports()) == 3


def test_drop(store: GraphStore) -> None:
    store.put_all([report_triples(linjiang(2021)), report_triples(linjiang(2022))])
    assert store.drop(linjiang(2022).id) is True
    assert store.drop(linjiang(2022).id) is False
    assert store.reports() == [linjiang(2021).id]
    assert len(store.graph(linjiang(2022).id)) == 0


def test_a_checkpoint_lives_apart(store: GraphStore, opening: Open, tmp_path: Path) -> None:
    store.put(report_triples(linjiang(2021)))
    store.checkpoint(tmp_path / "next")
    following = opening(tmp_path / "next")
    following.put(report_triples(linjiang(2022)))
    following.drop(linjiang(2021).id)
    assert following.reports() == [linjiang(2022).id]
    assert store.reports() == [linjiang(2021).id]
    assert quads(store.graph(linjiang(2021).id)) == quads(report_triples(linjiang(2021)))
    store.put(report_triples(linjiang(2023)))
    assert following.reports() == [linjiang(2022).id]
    following.close()


def test_a_checkpoint_shares_its_files(tmp_path: Path) -> None:
    store = open_embedded(tmp_path / "graph")
    store.put_all(report_triples(large(30, year=year)) for year in (2020, 2021))
    store.checkpoint(tmp_path / "next")
    tables = list((tmp_path / "next").glob("*.sst"))
    assert tables
    assert all(table.stat().st_nlink > 1 for table in tables)
    store.close()


def test_a_read_only_checkpoint_has_what_was_written_last(tmp_path: Path) -> None:
    store = open_embedded(tmp_path / "graph")
    store.put(report_triples(linjiang(2021)))
    store.put(report_triples(linjiang(2022)))
    store.drop(linjiang(2021).id)
    store.close()
    reader = open_embedded(tmp_path / "graph", read_only=True)
    reader.checkpoint(tmp_path / "next")
    reader.close()
    _holds_2022_alone(tmp_path / "next")


def test_a_killed_writer_loses_nothing_to_a_read_only_checkpoint(tmp_path: Path) -> None:
    write = (
        "import os, pathlib, sys; from kg.build import report_triples; from kg.store import open_embedded;"
        "from tests.kg.reports import linjiang; store = open_embedded(pathlib.Path(sys.argv[1]));"
        "store.put(report_triples(linjiang(2021))); store.put(report_triples(linjiang(2022)));"
        "store.drop(linjiang(2021).id); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", write, str(tmp_path / "graph")], check=True)
    before = _files(tmp_path / "graph")
    reader = open_embedded(tmp_path / "graph", read_only=True)
    reader.checkpoint(tmp_path / "next")
    reader.close()
    assert _files(tmp_path / "graph") == before
    _holds_2022_alone(tmp_path / "next")
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".nq"] == []


def _holds_2022_alone(folder: Path) -> None:
    # A checkpoint of the checkpoint must have it too.
    reader = open_embedded(folder, read_only=True)
    reader.checkpoint(folder.with_name("third"))
    reader.close()
    third = open_embedded(folder.with_name("third"), read_only=True)
    assert third.reports() == [linjiang(2022).id]
    assert quads(third.graph(linjiang(2022).id)) == quads(report_triples(linjiang(2022)))
    third.close()


def test_read_only_changes_no_file(tmp_path: Path) -> None:
    store = open_embedded(tmp_path / "graph")
    store.put(report_triples(linjiang(2022)))
    store.checkpoint(tmp_path / "copy")
    store.close()
    before = _files(tmp_path / "copy")
    readers = [open_embedded(tmp_path / "copy", read_only=True) for _ in range(2)]
    for reader in readers:
        assert len(reader.rows("SELECT ?f { ?f a yz:Fact }")) == len(linjiang(2022).facts)
        assert len(reader.graph(linjiang(2022).id)) > 100
        with pytest.raises(StoreError):
            reader.put(report_triples(linjiang(2021)))
        with pytest.raises(StoreError):
            reader.put_all([report_triples(linjiang(2021))])
        with pytest.raises(StoreError):
            reader.drop(linjiang(2022).id)
    assert _files(tmp_path / "copy") == before
    for reader in readers:
        reader.close()
    assert _files(tmp_path / "copy") == before


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="无法打开"):
        open_embedded(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()
    (tmp_path / "file").write_text("no store")
    with pytest.raises(StoreError, match="无法打开"):
        open_embedded(tmp_path / "file")


def test_one_writer_and_a_closed_store(tmp_path: Path) -> None:
    store = open_embedded(tmp_path / "graph")
    with pytest.raises(StoreError, match="无法打开"):
        open_embedded(tmp_path / "graph")
    store.close()
    store.close()
    for use in (store.size, store.reports, lambda: store.rows("SELECT * {}"), lambda: store.query("ASK {}")):
        with pytest.raises(StoreError, match="已关闭"):
            use()
    again = open_embedded(tmp_path / "graph")
    assert again.reports() == []
    again.close()


def test_a_checkpoint_needs_a_new_folder(store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(StoreError, match="无法复制"):
        store.checkpoint(tmp_path / "taken")


def test_values_of_rows(store: GraphStore) -> None:
    [row] = store.rows(
        'SELECT (1 AS ?i) (1.5 AS ?d) (1.5e0 AS ?e) (true AS ?b) ("x" AS ?s) (yz:Fact AS ?n) ?u'
        ' ("2022-06"^^xsd:gYearMonth AS ?m) {}'
    )
    assert row == {
        "i": 1,
        "d": 1.5,
        "e": 1.5,
        "b": True,
        "s": "x",
        "n": "https://w3id.org/yinzheng/ns#Fact",
        "u": None,
        "m": "2022-06",
    }
    assert isinstance(row["i"], int)
    assert isinstance(row["d"], float)


def test_all_forms_of_query(store: GraphStore) -> None:
    store.put(report_triples(linjiang(2022)))
    assert store.query("ASK { ?f a yz:MetricFact }").askAnswer is True
    built = store.query("CONSTRUCT { ?f a yz:Fact } WHERE { ?f a yz:Fact }").graph
    assert built is not None
    assert len(built) == len(linjiang(2022).facts)
    found = store.query("SELECT ?y { ?r a yz:Report ; yz:year ?y }")
    assert [row.y.toPython() for row in found] == [2022]
    with pytest.raises(QueryError, match="SELECT"):
        store.rows("ASK { ?s ?p ?o }")


@pytest.mark.parametrize("sparql", ["", "SELEC", "SELECT * { ?s ?p }", "SELECT * { ?s nope:x ?o }", "什么？"])
def test_no_query_is_a_clear_error(store: GraphStore, sparql: str) -> None:
    with pytest.raises(QueryError, match="语法错误"):
        store.rows(sparql)
    with pytest.raises(QueryError, match="语法错误"):
        store.query(sparql)


def test_year_over_year_join(store: GraphStore) -> None:
    for year, fans in ((2021, 400_000), (2022, 500_000)):
        store.put(report_triples(linjiang(year, fans)))
    rows = store.rows(
        """SELECT ?name ?before ?after ((?after - ?before) AS ?grown) {
          ?a a yz:MetricFact ; yz:year 2021 ; yz:measure ?m ; yz:subject ?s ; yz:value ?before .
          ?b a yz:MetricFact ; yz:year 2022 ; yz:measure ?m ; yz:subject ?s ; yz:value ?after ; yz:name ?name .
          FILTER(?after != ?before)
        }"""
    )
    assert rows == [{"name": "粉丝", "before": 400_000, "after": 500_000, "grown": 100_000}]


def test_what_fails_in_making_graphs_is_told_as_it_is(store: GraphStore) -> None:
    def graphs() -> Iterator[Graph]:
        yield report_triples(linjiang(2021))
        raise OSError("the source is gone")

    with pytest.raises(OSError, match="the source is gone"):
        store.put_all(graphs())
    assert store.reports() == []


def test_loads_are_no_larger_than_memory_allows(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg_store, "_LOAD", 1)
    reports = [linjiang(year) for year in (2020, 2021, 2022)]
    store.put_all(map(report_triples, reports))
    assert store.reports() == sorted(report.id for report in reports)
