"""Putting reports in: idempotent, replacing exactly what changed, and losing nothing wherever it is killed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDFS, Graph, Literal

import kg.build
from ingest.report import Report
from kg.nodes import report_iri
from kg.resolution import Resolution
from kg.store import open_embedded
from search import artifacts, building, files, lexical, segments, snapshots, vectors
from search import ingest as service
from search.answers import IngestSummary
from search.encoder import Encoder
from search.entries import Filters
from search.errors import LibraryError
from search.gc import gc
from search.ingest import ingest, rebuild, remove
from search.library import Library
from search.lock import exclusive
from search.snapshots import Snapshots
from search.understanding import Code, own_code
from search.verify import verify

Write = Callable[..., list[Path]]
Put = Callable[..., IngestSummary]
A21 = "甲报 2021\n# safety\n全年播出安全无事故。\n员工=120\n- 原创精品还不够多\n"
A22 = "甲报 2022\n# safety\n播出安全，没有差错。\n员工=131\n# culture\n拍摄纪录片《山河》一部。\n"
B21 = "乙台 2021\n# service\n为老人开设热线节目。\n# afterword\n- 年轻观众流失明显\n"
A21_NEW = A21.replace("120", "125").replace("无事故", "零事故")


@pytest.fixture
def put(tmp_path: Path, code: Code, encoder: Encoder) -> Put:
    def call(*paths: Path, **options: Any) -> IngestSummary:
        return ingest(paths, tmp_path / "data", **{"workers": 0, "code": code, "encoder": encoder, **options})

    return call


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def content(data: Path) -> dict[str, Any]:
    """All that a library holds, in a form that compares."""
    manifest, held = Snapshots(data).open()
    held.close()
    folder = Snapshots(data).path(manifest.id)
    graph = open_embedded(folder / "graph", read_only=True)
    triples = {
        report: {tuple(t.n3() for t in triple) for triple in graph.graph(report)}
        for report in graph.reports()
    }
    graph.close()
    words = lexical.LexicalIndex(folder / "words")
    found = words.search("报安全员工节目", Filters(), 1000)
    index = vectors.VectorIndex(folder / "vectors")
    import numpy as np

    near = index.search(np.ones(32, dtype=np.float32), Filters(), 10_000)
    return {
        "reports": manifest.reports,
        "versions": manifest.versions,
        "triples": triples,
        "words": {field: {key for key, _ in hits} for field, hits in found.items()},
        "documents": len(words),
        "vectors": {key: round(score, 4) for key, score in near},
    }


def test_reports_are_stored_and_found(reports: Write, put: Put, data: Path, encoder: Encoder) -> None:
    summary = put(*reports(a=A21, b=B21))
    assert len(summary.added) == 2
    assert (summary.reports, summary.facts, summary.failed) == (2, 3, [])
    assert summary.passages > 0
    assert summary.triples > 0
    with Library.open(data, encoder=encoder) as library:
        hit = library.search("热线节目").hits[0]
        assert (hit.evidence.media, hit.evidence.section) == ("乙台", ("service",))
        assert library.report(hit.evidence.report).text[hit.evidence.start : hit.evidence.end] == hit.text
        assert library.graph.reports() == sorted(summary.added)
    assert verify(data) == []


def test_the_same_bytes_do_nothing(reports: Write, put: Put, data: Path) -> None:
    paths = reports(a=A21, b=B21)
    first = put(*paths)
    live = Snapshots(data).current()
    again = put(*paths, paths[0].parent)
    assert sorted(again.unchanged) == sorted(first.added)
    assert (again.added, again.replaced) == ([], [])
    assert (again.reports, again.triples) == (first.reports, first.triples)
    assert Snapshots(data).current() == live


def test_a_changed_report_replaces_exactly_its_own(reports: Write, put: Put, data: Path) -> None:
    put(*reports(a=A21, b=B21))
    before = content(data)
    summary = put(*reports(a=A21_NEW))
    after = content(data)
    assert len(summary.replaced) == 1
    new = next(stored for stored in after["reports"] if stored.media == "甲报")
    old = next(stored for stored in before["reports"] if stored.media == "甲报")
    assert new.supersedes == (old.id,)
    assert new.version == 2
    assert [stored.id for stored in after["versions"]] == [old.id]
    kept = next(stored.id for stored in after["reports"] if stored.media == "乙台")
    assert after["triples"].keys() == {new.id, kept}
    assert after["triples"][kept] == before["triples"][kept]
    assert {key.report for key in after["vectors"]} == {new.id, kept}
    assert verify(data) == []


def test_an_earlier_version_given_again_becomes_the_present_one(reports: Write, put: Put, data: Path) -> None:
    first = put(*reports(a=A21)).added[0]
    second = put(*reports(a=A21_NEW)).replaced[0]
    assert put(*reports(a=A21)).replaced == [first]
    (stored,), versions = content(data)["reports"], content(data)["versions"]
    assert (stored.id, stored.version, stored.supersedes) == (first, 3, (second,))
    assert [old.id for old in versions] == [second]
    assert verify(data) == []


def test_of_two_files_of_one_media_and_year_the_later_name_stands(
    reports: Write, put: Put, data: Path
) -> None:
    paths = reports(draft=A21, final=A21_NEW)
    summary = put(*paths)
    assert len(summary.replaced) == 1
    assert summary.reports == 1
    (stored,) = content(data)["reports"]
    assert stored.file == "final.txt"
    assert [old.file for old in content(data)["versions"]] == ["draft.txt"]
    again = put(*paths)
    assert (again.unchanged, again.replaced, again.added) == ([stored.id], [], [])


def test_files_that_fail_are_named_and_the_rest_is_stored(reports: Write, put: Put, tmp_path: Path) -> None:
    paths = reports(
        a=A21, broken="broken", fault="fault", plain="某年某月，天气晴。\n", nameless="# safety\n平安。\n"
    )
    summary = put(*paths, tmp_path / "nowhere.txt")
    assert summary.reports == 1
    told = {Path(failure.path).stem: failure.error for failure in summary.failed}
    assert told["broken"] == "文件已损坏"
    assert "KeyError" in told["fault"]
    assert "不像" in told["plain"]
    assert "--media" in told["nameless"]
    assert "--year" in told["nameless"]
    assert "找不到" in told["nowhere"]
    assert all("\n" not in error for error in told.values())


def test_media_and_year_may_be_stated_and_stay_stated(reports: Write, put: Put, data: Path) -> None:
    paths = reports(nameless="# safety\n平安。\n")
    added = put(*paths, media="丙刊", year=2019).added
    assert len(added) == 1
    assert put(*paths).unchanged == added
    moved = put(*paths, media="丁刊", year=2019)
    assert moved.replaced == added
    (stored,) = content(data)["reports"]
    assert (stored.media, stored.year) == ("丁刊", 2019)
    assert verify(data) == []


def test_folders_are_walked_without_hidden_and_lock_files(reports: Write, put: Put, tmp_path: Path) -> None:
    (path,) = reports(a=A21)
    inner = path.parent / "inner"
    inner.mkdir()
    shutil.copy(path, inner / "~$b.txt")
    shutil.copy(path, inner / ".b.txt")
    (inner / "b.txt").write_text(B21, encoding="utf-8")
    (inner / "c.xlsx").write_text(A22, encoding="utf-8")
    summary = put(path.parent)
    assert (len(summary.added), summary.failed) == (2, [])


def test_readers_keep_the_snapshot_they_opened(
    reports: Write, put: Put, data: Path, encoder: Encoder
) -> None:
    put(*reports(a=A21))
    library = Library.open(data, encoder=encoder)
    for text in (A21_NEW, A21_NEW + "又一句。\n", A21_NEW + "再一句。\n", A21_NEW + "末一句。\n"):
        put(*reports(a=text))
    assert library.manifest.id in Snapshots(data).ids()
    assert not library.is_current
    assert "无事故" in library.search("播出安全").hits[0].text, (
        "parts are opened late, and still of that snapshot"
    )
    assert library.graph.reports() == [library.reports[0].id]
    library.close()
    gc(data)
    assert len(Snapshots(data).ids()) == 2
    assert library.manifest.id not in Snapshots(data).ids()


def test_an_old_snapshot_is_never_changed_by_the_next(reports: Write, put: Put, data: Path) -> None:
    put(*reports(a=A21, b=B21))
    first = Snapshots(data).current()
    assert first is not None
    put(*reports(a=A21_NEW, c=A22))
    remove(put(*reports(b=B21)).unchanged[0], data)
    manifest = Snapshots(data).manifest(first) if first in Snapshots(data).ids() else None
    second = Snapshots(data).manifest(Snapshots(data).ids()[0])
    for checked in (manifest, second):
        if checked is not None:
            folder = Snapshots(data).path(checked.id)
            there = dict(building.content_files(folder))
            assert {name: files.digest(path) for name, path in there.items()} == {
                name: expected.sha256 for name, expected in checked.files.items()
            }


def test_unchanged_files_are_shared_and_their_digests_carried_over(
    reports: Write, put: Put, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(*reports(a=A21, b=B21))
    first = Snapshots(data).path(str(Snapshots(data).current()))
    read: list[str] = []

    def digest(path: Path) -> str:
        read.append(path.name)
        return files.digest(path)

    monkeypatch.setattr(building, "digest", digest)
    put(*reports(c=A22))
    second = Snapshots(data).path(str(Snapshots(data).current()))
    shared = [path for path in second.rglob("*") if path.is_file() and path.stat().st_nlink > 1]
    assert any(path.suffix == ".sst" for path in shared)
    assert any(path.suffix == ".npy" for path in shared)
    assert any(path.suffix == ".idx" for path in shared)
    assert not {path.name for path in shared} & set(read)
    assert first.is_dir()
    assert verify(data) == []


def test_a_rebuild_gives_the_same_content(
    reports: Write, put: Put, data: Path, code: Code, encoder: Encoder
) -> None:
    put(*reports(a=A21, b=B21))
    put(*reports(a=A21_NEW, c=A22))
    before = content(data)
    summary = rebuild(data, workers=0, code=code, encoder=encoder)
    assert summary.failed == []
    assert content(data) == before
    assert verify(data) == []


def test_a_rebuild_understands_anew_with_newer_code(
    reports: Write, put: Put, data: Path, code: Code, encoder: Encoder
) -> None:
    put(*reports(a=A21))
    newer = Code(code.understand, "test2")
    assert put(*reports(a=A21), code=newer).replaced != []
    (stored,) = Snapshots(data).manifest(str(Snapshots(data).current())).reports
    assert (stored.code, stored.version, stored.supersedes) == ("test2", 1, ())
    summary = rebuild(data, workers=0, code=code, encoder=encoder)
    assert len(summary.replaced) == 1


def test_other_triples_lead_to_graphs_built_anew(
    reports: Write, put: Put, data: Path, code: Code, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = own_code().version
    put(*reports(a=A21), code=Code(code.understand, first))
    old = kg.build.report_triples

    def marked(report: Report, same: Resolution) -> Graph:
        graph = old(report, same)
        graph.add((report_iri(report.id), RDFS.comment, Literal("marked")))
        return graph

    monkeypatch.setattr("kg.build.report_triples", marked)
    monkeypatch.setattr("kg.build.VERSION", "another")
    assert own_code().version != first
    put(*reports(a=A21), code=Code(code.understand, own_code().version))
    assert verify(data) == []
    assert _is_marked(data)
    monkeypatch.setattr("kg.build.report_triples", old)
    monkeypatch.setattr("kg.build.VERSION", "a third")
    rebuild(data, workers=0, code=Code(code.understand, own_code().version), encoder=encoder)
    assert verify(data) == []
    assert not _is_marked(data)


def _is_marked(data: Path) -> bool:
    with Library.open(data) as library:
        return bool(library.graph.rows("SELECT ?s { ?s rdfs:comment 'marked' }"))


def test_another_model_embeds_everything_anew(
    reports: Write, put: Put, data: Path, encoder: Encoder, other_encoder: Encoder
) -> None:
    put(*reports(a=A21))
    put(*reports(b=B21), encoder=other_encoder, model="another")
    manifest = Snapshots(data).manifest(str(Snapshots(data).current()))
    assert (manifest.model, manifest.model_id) == ("another", "another")
    with Library.open(data, encoder=other_encoder) as library:
        assert len(library.vectors) == manifest.passages + manifest.facts
    assert verify(data) == []


def test_removing_takes_the_report_and_its_versions(
    reports: Write, put: Put, data: Path, encoder: Encoder
) -> None:
    put(*reports(a=A21, b=B21))
    (gone,) = put(*reports(a=A21_NEW)).replaced
    remove(gone, data, encoder=encoder)
    manifest = Snapshots(data).manifest(str(Snapshots(data).current()))
    assert [stored.media for stored in manifest.reports] == ["乙台"]
    assert manifest.versions == ()
    assert verify(data) == []
    with pytest.raises(LibraryError, match="没有报告"):
        remove(gone, data, encoder=encoder)


def test_the_last_report_may_be_removed(reports: Write, put: Put, data: Path, encoder: Encoder) -> None:
    (only,) = put(*reports(a=A21)).added
    remove(only, data, encoder=encoder)
    with Library.open(data, encoder=encoder) as library:
        assert library.search("安全").hits == []
    assert verify(data) == []
    assert put(*reports(a=A21)).added == [only]


def test_gc_takes_what_nothing_names(reports: Write, put: Put, data: Path, encoder: Encoder) -> None:
    put(*reports(a=A21, b=B21))
    kept = put(*reports(a=A21_NEW)).replaced[0]
    put(*reports(plain="天气晴。\n"))
    gone = put(*reports(b=B21)).unchanged[0]
    before = {path.name for path in (data / "artifacts" / "originals").glob("*/*")}
    assert len(before) == 4
    gc(data)
    assert len({path.name for path in (data / "artifacts" / "originals").glob("*/*")}) == 3, "versions stay"
    remove(gone, data, encoder=encoder)
    remove(kept, data, encoder=encoder)
    gc(data)
    originals = {path.name[:16] for path in (data / "artifacts" / "originals").glob("*/*")}
    assert kept in originals, "the last but one snapshot still names it"
    put(*reports(c=A22))
    gc(data)
    assert {path.name[:16] for path in (data / "artifacts" / "originals").glob("*/*")} == {
        stored.id for stored in content(data)["reports"]
    }
    assert verify(data) == []


def test_a_second_writer_is_told_who_writes(reports: Write, put: Put, data: Path) -> None:
    with exclusive(data), pytest.raises(LibraryError, match=r"进程 \d+"):
        put(*reports(a=A21))
    assert len(put(*reports(a=A21)).added) == 1


class Killed(BaseException):
    """As good as a kill: nothing catches it."""


STEPS = [
    (files, "write"),
    (artifacts.Artifacts, "keep"),
    (service, "run"),
    (building, "_embedded"),
    (segments.Writing, "put"),
    (segments.Writing, "finish"),
    (lexical.Writing, "put"),
    (lexical.Writing, "finish"),
    (building._Graphs, "speaking_of"),
    (building._Graphs, "write"),
    (building, "_graphs"),
    (building, "_digests"),
    (building, "write"),
    (building, "_sync_folders"),
    (building, "sync"),
    (snapshots.Snapshots, "go_live"),
    (snapshots.Snapshots, "collect"),
]


@pytest.mark.parametrize(("owner", "name"), STEPS, ids=[f"{owner.__name__}.{name}" for owner, name in STEPS])
@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
def test_killed_at_any_step_it_opens_and_goes_on(
    owner: Any,
    name: str,
    late: bool,
    reports: Write,
    put: Put,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put(*reports(a=A21, b=B21))
    before = content(data)
    step = getattr(owner, name)

    def killed(*args: Any, **options: Any) -> Any:
        if late:
            step(*args, **options)
        raise Killed

    paths = reports(a=A21_NEW, c=A22)
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, killed)
        if (owner, name) == (files, "write"):
            patch.setattr("search.artifacts.write", killed)
        with pytest.raises(Killed):
            put(*paths)
    now = content(data)
    if name == "collect" or (name == "go_live" and late):
        assert now != before
    else:
        assert now == before
    put(*paths)
    assert {(stored.media, stored.year) for stored in content(data)["reports"]} == {
        ("甲报", 2021),
        ("甲报", 2022),
        ("乙台", 2021),
    }
    assert verify(data) == []
    gc(data)
    assert not [path for path in (data / "snapshots").iterdir() if not path.name.isdigit()]
