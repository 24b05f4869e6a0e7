"""The next snapshot: a checkpoint of the last one, changed reports taken out and put in, checked, made live."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, starmap
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.report import Report
from search.artifacts import Artifacts
from search.encoder import TUNED, Encoder
from search.engines import engines
from search.entries import Entry, clause_entries, entries
from search.errors import LibraryError
from search.files import MUTABLE, REWRITTEN, digest, disk_full, link, sync, write
from search.indexing import indexing
from search.passages import Passage
from search.same import EntityDecision, EntityDecisions, resolution
from search.snapshots import BUILDING, FORMAT, WORDS_SINCE, Digest, Manifest, Snapshots, Stored

if TYPE_CHECKING:
    from rdflib import Graph

    from kg.resolution import Resolution
    from kg.store import GraphStore
    from search.segments import Vectors

MODEL = "model"
"""Folder inside a snapshot that holds its tuned encoder, where it has one."""
GRACE = 2.0
"""Seconds for which a server keeps what is no longer live for answers under way; the workbench gives most in 0.2."""

Said = Callable[[int, int, str], None]
"""Told how far a work is: steps done, steps in all, and on what (Chinese)."""


@dataclass(frozen=True)
class Change:
    """What the next snapshot holds, and how that differs from the last one."""

    reports: tuple[Stored, ...]
    versions: tuple[Stored, ...]
    gone: tuple[str, ...]
    """Ids of reports to take out."""
    come: tuple[Stored, ...]
    """Reports to put in; one that is also in `gone` is replaced."""


def build(
    data_dir: Path,
    base: Manifest | None,
    change: Change,
    encoder: Encoder,
    *,
    model: str | None,
    code_version: str,
    said: Said = lambda done, total, what: None,
    tuned: Path | None = None,
) -> Manifest:
    """Make the snapshot that follows `base` (None: the first, or a rebuild), make it live, and return its manifest.

    `tuned` is the folder of the model TUNED; None takes over the one of `base`.

    The caller holds the library's lock. Whatever happens before the last step, the old snapshot stays live.
    Raises LibraryError where a report can't be stored or the disk is full.
    """
    try:
        return _build(data_dir, base, change, encoder, model, code_version, said, tuned)
    except Exception as error:
        if disk_full(error):
            raise LibraryError("磁盘已满，资料库保持原状，请腾出空间（可先运行 yinzheng gc）再试") from error
        raise


def _build(
    data_dir: Path,
    base: Manifest | None,
    change: Change,
    encoder: Encoder,
    model: str | None,
    code_version: str,
    said: Said,
    tuned: Path | None,
) -> Manifest:
    snapshots, artifacts = Snapshots(data_dir), Artifacts(data_dir / "artifacts")
    snapshot = snapshots.next_id()
    folder = snapshots.folder / f"{BUILDING}{snapshot}"
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    last = snapshots.path(base.id) if base is not None else None
    embed_all = base is None or base.model_id != encoder.model_id
    word_all = base is None or base.format < WORDS_SINCE

    source = tuned or (last / MODEL if last is not None else None)
    if model == TUNED and source is not None:
        link(source, folder / MODEL)

    decided = EntityDecisions(data_dir).all()
    index = indexing(
        folder, None if embed_all else last, None if word_all else last, change.gone, encoder.dimension
    )
    graphs = _Graphs(last, folder / "graph", [snapshots.path(each) / "graph" for each in snapshots.ids()])
    spoken = graphs.speaking_of(decided, base.entity_decisions if base is not None else 0)

    come = {stored.id for stored in change.come}
    built = {*come, *(stored.id for stored in change.reports if stored.id in spoken)}
    todo = [stored for stored in change.reports if embed_all or word_all or stored.id in built]
    # Those whose graph stays as it is come first: the others are read while the store takes in their graphs.
    todo.sort(key=lambda stored: stored.id in built)

    def taken(number: int, stored: Stored) -> Report:
        """Put a report into the indexes, and return it: it is read once for all that is made of it."""
        said(number, len(todo), stored.file)
        report, passages = _understood(artifacts, stored)
        whole = entries(report, passages)
        if word_all or stored.id in come:
            index.put_words(whole)
        if embed_all or stored.id in come:
            rows = [*whole, *clause_entries(passages)]
            index.put_vectors(rows, _embedded(artifacts, stored, rows, encoder))
        return report

    waiting = ((stored, taken(number, stored)) for number, stored in enumerate(todo))
    for _ in islice(waiting, len(todo) - len(built)):
        pass
    sizes = graphs.write(change.gone, waiting, resolution(decided))
    reports = tuple(
        stored.model_copy(update={"triples": sizes[stored.id]}) if stored.id in sizes else stored
        for stored in change.reports
    )
    rows, documents = index.finish()

    said(len(todo), len(todo), "核对")
    expected = sum(stored.passages + stored.facts for stored in reports)
    held = sorted(stored.id for stored in reports)
    if rows != expected or documents != expected or _graphs(folder / "graph") != held:
        raise LibraryError(
            f"新快照核对不符（应有 {expected} 条，向量 {rows} 条，词索引 {documents} 条），"
            "资料库保持原状，请运行 yinzheng verify 检查"
        )
    manifest = Manifest(
        format=FORMAT,
        id=snapshot,
        made_at=_later(base).isoformat(timespec="seconds"),
        code_version=code_version,
        model=model,
        model_id=encoder.model_id,
        reports=tuple(sorted(reports, key=lambda stored: (stored.media, stored.year))),
        versions=change.versions,
        entity_decisions=decided[-1].number if decided else 0,
        files=_digests(folder, base, last),
    )
    write(folder / "manifest.json", manifest.model_dump_json(indent=1).encode())
    _sync_folders(folder)
    folder.rename(snapshots.path(snapshot))
    sync(snapshots.folder)
    snapshots.go_live(snapshot)
    _settle(snapshots, snapshot, base)
    said(len(todo), len(todo), "完成")
    return manifest


def content_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield (path inside the snapshot, path) of the files that make up a snapshot, manifest.json left out."""
    for path in sorted(folder.rglob("*")):
        mutable = path.name in MUTABLE or path.name.startswith("LOG.old")
        if path.is_file() and not mutable and path != folder / "manifest.json":
            yield path.relative_to(folder).as_posix(), path


def _understood(artifacts: Artifacts, stored: Stored) -> tuple[Report, tuple[Passage, ...]]:
    try:
        return artifacts.read_report(stored.sha256, stored.code)
    except (OSError, ValueError) as error:
        raise LibraryError(f"《{stored.file}》的解析结果缺失或已损坏，请运行 yinzheng rebuild") from error


def _embedded(artifacts: Artifacts, stored: Stored, rows: Sequence[Entry], encoder: Encoder) -> Vectors:
    """Return the vectors of a report's entries and clauses, embedded where no artifact of this model is at hand."""
    key = (stored.sha256, stored.code, encoder.model_id)
    try:
        found = artifacts.read_vectors(*key)
    except (OSError, ValueError):
        found = None
    if found is None or found.shape != (len(rows), encoder.dimension):
        found = encoder.encode_passages([entry.text for entry in rows]).reshape(len(rows), encoder.dimension)
        artifacts.write_vectors(*key, found)
    return found


class _Graphs:
    """The graph of the next snapshot while it is written.

    A checkpoint made by the writing store has all in its tables and nothing in its log, so that the next one is a
    matter of links again.
    """

    def __init__(self, last: Path | None, folder: Path, kin: Sequence[Path]) -> None:
        """Follow the graph of the snapshot `last`; `kin` are the graphs of the library's other snapshots."""
        self._last, self._folder, self._kin = last, folder, kin
        self._writing = folder.with_name("graph.writing")

    def speaking_of(self, decided: Sequence[EntityDecision], applied: int) -> set[str]:
        """Begin, and return the ids of reports that speak of an entity which a decision after number `applied` concerns."""
        from kg.store import open_graph

        if self._last is None:
            return set()
        before = open_graph(self._last / "graph", engines().graph, read_only=True)
        try:
            before.checkpoint(self._writing)
            return _speaking_of(before, [each for each in decided if each.number > applied])
        finally:
            before.close()

    def write(
        self, gone: Iterable[str], come: Iterable[tuple[Stored, Report]], same: Resolution
    ) -> dict[str, int]:
        """Take reports out and put others in, and return how many triples each of these has."""
        from kg.build import UnbuildableReportError, report_triples
        from kg.store import open_graph

        sizes: dict[str, int] = {}

        def built(stored: Stored, report: Report) -> Graph:
            try:
                graph = report_triples(report, same)
            except UnbuildableReportError as error:
                raise LibraryError(f"《{stored.file}》无法写入图谱：{error}") from error
            sizes[stored.id] = len(graph)
            return graph

        store = open_graph(self._writing, engines().graph, kin=self._kin)
        try:
            for report in gone:
                store.drop(report)
            store.put_all(starmap(built, come))
            store.checkpoint(self._folder)
        finally:
            store.close()
        shutil.rmtree(self._writing)
        return sizes


def _speaking_of(store: GraphStore, decisions: Sequence[EntityDecision]) -> set[str]:
    """Return the ids of the reports that speak of an entity which one of the decisions concerns."""
    from kg.queries import iri, run
    from kg.vocabulary import DATA

    entities = {entity for each in decisions for entity in (each.entity, each.other)}
    if not entities:
        return set()
    values = " ".join(iri(f"{DATA}{entity}") for entity in sorted(entities))
    query = f"""SELECT DISTINCT ?id {{ VALUES ?entity {{ {values} }}
  GRAPH ?g {{ ?entity skos:prefLabel ?label . ?report a yz:Report ; dcterms:identifier ?id }} }}"""
    return {str(row["id"]) for row in run(store, query)}


def _graphs(folder: Path) -> list[str]:
    from kg.store import open_graph

    store = open_graph(folder, engines().graph, read_only=True)
    try:
        return store.reports()
    finally:
        store.close()


def _settle(snapshots: Snapshots, snapshot: str, base: Manifest | None) -> None:
    """Let the servers give up what only older snapshots hold, once those who read one are done, or after a while."""
    if engines().search is not None:
        from search.milvus.writing import settle

        kept = [snapshots.path(each) / "index" for each in snapshots.ids()]
        settle(engines().search or "", snapshots.path(snapshot) / "index", kept)
    if engines().graph is None:
        return
    from kg.store import open_graph

    if base is not None:
        snapshots.wait_until_unread(base.id, GRACE)
    store = open_graph(snapshots.path(snapshot) / "graph", engines().graph, read_only=True)
    try:
        store.settle()
    finally:
        store.close()


def _digests(folder: Path, base: Manifest | None, last: Path | None) -> dict[str, Digest]:
    """Return what the files are; those that are hard links of the last snapshot's keep the digest it gives."""
    found = {}
    for name, path in content_files(folder):
        old = base.files.get(name) if base is not None else None
        if old is not None and last is not None and path.name not in REWRITTEN and _same(path, last / name):
            found[name] = old
        else:
            # Hard links are as durable as they were; only what is new must reach the disk.
            sync(path)
            found[name] = Digest(sha256=digest(path), size=path.stat().st_size)
    return found


def _same(path: Path, other: Path) -> bool:
    return other.exists() and path.samefile(other)


def _sync_folders(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_dir():
            sync(path)
    sync(folder)


def _later(base: Manifest | None) -> datetime:
    """Return the time now, or a second after the snapshot before where the clock was set back since.

    What is told of the age of answers rests on it.
    """
    now = datetime.now().astimezone()
    return now if base is None else max(now, datetime.fromisoformat(base.made_at) + timedelta(seconds=1))
