"""Holding a library against what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sized
from pathlib import Path

from rdflib import XSD, Graph

from ingest.report import Frozen, Report
from kg.resolution import AS_SPELT, Resolution
from search.artifacts import Artifacts
from search.building import content_files
from search.engines import engines
from search.entries import clause_entries, entries
from search.errors import LibraryError
from search.files import digest
from search.passages import Passage
from search.same import EntityDecisions, resolution
from search.snapshots import Manifest, Snapshots, Stored

Progress = Callable[[int, int, str], None]


class Problem(Frozen):
    """Something that is not as it should be: `code` for programs, `message` (Chinese) for people."""

    code: str
    """manifest missing changed unlisted original artifact quote counts graph shape decisions."""
    where: str
    """The report's or file's name."""
    message: str


def verify(data_dir: Path | str, *, progress: Progress | None = None) -> list[Problem]:
    """Return what is wrong with the library: an empty list is a sound one. Changes nothing.

    Checked are every file's digest, every kept original, every quote at its offsets, that graph, word index
    and vectors hold what the manifest says, and each report's graph against the SHACL shapes (about 2 ms a
    fact). Raises LibraryError where there is no library.
    """
    home = Path(data_dir)
    try:
        manifest, held = Snapshots(home).open()
    except LibraryError as error:
        if Snapshots(home).current() is None:
            raise
        return [Problem(code="manifest", where="manifest.json", message=str(error))]
    with held:
        problems = list(_files(home, manifest))
        expected = 0
        for done, stored in enumerate((*manifest.reports, *manifest.versions), start=1):
            found, rows = _report(home, manifest, stored)
            problems += found
            expected += rows if stored in manifest.reports else 0
            if progress is not None:
                progress(done, len(manifest.reports) + len(manifest.versions), stored.file)
        problems += _indexes(home, manifest, expected)
        problems += _graph(home, manifest)
        problems += _decisions(home)
    return problems


def _files(home: Path, manifest: Manifest) -> Iterator[Problem]:
    folder = Snapshots(home).path(manifest.id)
    there = dict(content_files(folder))
    for name, expected in manifest.files.items():
        path = there.pop(name, None)
        if path is None:
            yield Problem(code="missing", where=name, message=f"快照缺少文件 {name}")
        elif path.stat().st_size != expected.size or digest(path) != expected.sha256:
            yield Problem(code="changed", where=name, message=f"快照文件 {name} 与清单中的摘要不符")
    for name in there:
        yield Problem(code="unlisted", where=name, message=f"快照中多出清单之外的文件 {name}")


def _report(home: Path, manifest: Manifest, stored: Stored) -> tuple[list[Problem], int]:
    """Return the problems of one report and how many index entries it makes."""
    artifacts = Artifacts(home / "artifacts")
    problems = []
    original = artifacts.original(stored.sha256)
    if not original.is_file():
        problems.append(Problem(code="original", where=stored.file, message=f"原件 {stored.file} 缺失"))
    elif digest(original) != stored.sha256:
        problems.append(Problem(code="original", where=stored.file, message=f"原件 {stored.file} 已被改动"))
    try:
        report, passages = artifacts.read_report(stored.sha256, stored.code)
    except (OSError, ValueError):
        message = f"{stored.file} 的解析结果缺失或已损坏"
        return [*problems, Problem(code="artifact", where=stored.file, message=message)], 0
    problems += [
        Problem(code="quote", where=stored.file, message=f"{stored.file}：{what}")
        for what in _quotes(report, passages)
    ]
    said = stored.id, stored.media, stored.year, stored.passages, stored.facts
    if said != (report.id, report.media, report.report_year, len(passages), len(report.facts)):
        message = f"{stored.file} 的编号、媒体、年度或条数与清单不符"
        problems.append(Problem(code="counts", where=stored.file, message=message))
    if stored in manifest.reports:
        problems += _vectors(artifacts, manifest, stored, len(clause_entries(passages)))
    return problems, len(entries(report, passages)) if report.media and report.report_year else 0


def _quotes(report: Report, passages: tuple[Passage, ...]) -> Iterator[str]:
    for passage in passages:
        if report.text[passage.start : passage.end] != passage.text:
            yield f"段落 {passage.id} 与正文 {passage.start}–{passage.end} 不符"
    for fact in report.facts:
        for evidence in (fact.evidence, *fact.mentions):
            if report.text[evidence.start : evidence.end] != evidence.quote:
                yield f"事实 {fact.id} 的引文与正文 {evidence.start}–{evidence.end} 不符"
            if (evidence.report, evidence.media, evidence.year) != (
                report.id,
                report.media,
                report.report_year,
            ):
                yield f"事实 {fact.id} 的引文指向另一份报告"


def _vectors(artifacts: Artifacts, manifest: Manifest, stored: Stored, clauses: int) -> Iterator[Problem]:
    try:
        found = artifacts.read_vectors(stored.sha256, stored.code, manifest.model_id)
    except (OSError, ValueError):
        yield Problem(code="artifact", where=stored.file, message=f"{stored.file} 的向量缺失或已损坏")
        return
    if len(found) != stored.passages + stored.facts + clauses:
        yield Problem(code="artifact", where=stored.file, message=f"{stored.file} 的向量条数不符")


def _indexes(home: Path, manifest: Manifest, expected: int) -> Iterator[Problem]:
    from search.lexical import LexicalIndex
    from search.vectors import VectorIndex

    folder = Snapshots(home).path(manifest.id)
    kinds: dict[str, Callable[[Path], Sized]] = {"words": LexicalIndex, "vectors": VectorIndex}
    if engines().search is not None:
        from search.milvus.index import MilvusIndex

        kinds = {"index": lambda folder: MilvusIndex(folder, engines().search or "")}
    for name, kind in kinds.items():
        try:
            count = len(kind(folder / name))
        except (OSError, ValueError, KeyError, TypeError, LibraryError) as error:
            yield Problem(code="missing", where=name, message=f"索引 {name} 无法打开：{error}")
            continue
        if count != expected:
            yield Problem(code="counts", where=name, message=f"索引 {name} 有 {count} 条，应有 {expected} 条")


def _graph(home: Path, manifest: Manifest) -> Iterator[Problem]:
    from kg.build import report_triples
    from kg.store import StoreError, open_graph
    from kg.validate import validate

    artifacts = Artifacts(home / "artifacts")
    try:
        store = open_graph(Snapshots(home).path(manifest.id) / "graph", engines().graph, read_only=True)
    except StoreError as error:
        yield Problem(code="graph", where="graph", message=str(error))
        return
    try:
        for extra in set(store.reports()) - {stored.id for stored in manifest.reports}:
            yield Problem(code="graph", where=extra, message=f"图谱中有清单之外的报告 {extra}")
        same = _decided(home, manifest)
        for stored in manifest.reports:
            try:
                graph = store.graph(stored.id)
            except StoreError as error:
                yield Problem(code="graph", where=stored.file, message=str(error))
                continue
            try:
                built = report_triples(artifacts.read_report(stored.sha256, stored.code)[0], same)
            except (OSError, ValueError):
                built = None  # Reported as a damaged artifact already.
            if _built_otherwise(stored.code):
                built = None
            if len(graph) != stored.triples or (built is not None and _plain(built) != _plain(graph)):
                message = f"{stored.file} 在图谱中的内容与解析结果不符，请运行 yinzheng rebuild"
                yield Problem(code="graph", where=stored.file, message=message)
            for violation in validate(graph):
                message = f"{stored.file}：{violation.node} {violation.path or ''} {violation.message}"
                yield Problem(code="shape", where=stored.file, message=message)
    finally:
        store.close()


def _built_otherwise(code: str) -> bool:
    """Tell whether a report was stored when `kg.build` had another version: its graph may hold other triples, and is read as it is."""
    from kg.build import VERSION

    parts = code.partition("-")[0].split(
        "+"
    )  # See `search.understanding.own_code` and `search.artifacts.code_key`.
    return len(parts) == 3 and parts[2] != VERSION


def _decided(home: Path, manifest: Manifest) -> Resolution:
    """Return what people had decided of entities when the snapshot was made."""
    try:
        decisions = EntityDecisions(home).all()
    except LibraryError:
        return AS_SPELT  # Reported with the decisions already.
    return resolution(each for each in decisions if each.number <= manifest.entity_decisions)


def _plain(graph: Graph) -> set[str]:
    """Return the triples in a form in which a text is the same with and without its datatype named."""
    from kg.written import lines

    return {line.removesuffix(f"^^<{XSD.string}>") for line in lines(graph)}


def _decisions(home: Path) -> Iterator[Problem]:
    from search.decisions import Decisions

    try:
        Decisions(home).all()
        EntityDecisions(home).all()
    except LibraryError as error:
        yield Problem(code="decisions", where="decisions.sqlite", message=str(error))
