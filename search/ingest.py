"""Putting reports in and taking them out: the service that ties the floors together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ingest.readers.base import ReadingError
from search import building
from search.answers import IngestFailure, IngestSummary
from search.artifacts import Artifacts
from search.building import Change
from search.collect import Found, collect, read
from search.encoder import Encoder, EncoderError, open_encoder
from search.engines import engines
from search.errors import LibraryError, NewerError
from search.files import disk_full
from search.houses import one_name
from search.lock import exclusive
from search.plan import Given, Plan, plan
from search.snapshots import Manifest, Snapshots, Stored
from search.understanding import Code, Job, Understood, carry_out, of_stored, own_code
from search.workers import Outcome, WorkerDied, run

FULL = "磁盘已满，请腾出空间（可先运行 yinzheng gc）再试"
Progress = Callable[[int, int, str], None]
"""Told steps done, steps in all, and on what (a file's name or a Chinese word)."""


def ingest(
    paths: Iterable[Path | str],
    data_dir: Path | str,
    *,
    media: str | None = None,
    year: int | None = None,
    model: str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    patience: float = 0.0,
    code: Code | None = None,
    encoder: Encoder | None = None,
) -> IngestSummary:
    """Store the reports in files and folders, and return what became of each and the library's totals.

    `media` and `year` overrule what the files say. `model` None keeps the library's model; another one
    re-embeds all that is stored. `workers` None takes one process a core, 0 parses in this process.
    `patience` is how many seconds to wait for another writer. `code` and `encoder` are for tests.

    Files that fail are named in the summary and the rest is stored. Raises LibraryError where nothing can be
    stored at all, EncoderError where the model can't be opened.
    """
    home = Path(data_dir)
    with exclusive(home, patience):
        snapshots = Snapshots(home)
        base = _base(snapshots)
        artifacts = Artifacts(home / "artifacts")
        how = code or own_code()
        files, failures = collect(Path(path) for path in paths)
        held = {old.sha256: old for old in (*base.versions, *base.reports)} if base else {}
        jobs: list[tuple[Found, Job]] = []
        for file in files:
            try:
                sha256 = artifacts.keep(read(file))
            except OSError as error:
                told = FULL if disk_full(error) else f"无法读取：{error.strerror or error}"
                failures.append(IngestFailure(path=str(file.path), error=told))
            except ValueError as error:
                failures.append(IngestFailure(path=str(file.path), error=str(error)))
            else:
                jobs.append((file, _job(artifacts, sha256, file.name, how, (media, year), held.get(sha256))))
        given, failed = _understand(jobs, base, workers, progress)
        given, misnamed = _under_one_name(given, jobs, base, workers)
        failures += [*failed, *misnamed]
        planned = plan(base, given)
        manifest = _store(home, base, planned.change, how, model, encoder, progress)
        if manifest is not None:
            snapshots.collect()
        return _summary(manifest or base, planned, failures)


def remove(
    report: str, data_dir: Path | str, *, encoder: Encoder | None = None, patience: float = 0.0
) -> None:
    """Take a report and its earlier versions out. Raises LibraryError where it is not stored."""
    home = Path(data_dir)
    with exclusive(home, patience):
        snapshots = Snapshots(home)
        base = _base(snapshots)
        held = next((stored for stored in base.reports if stored.id == report), None) if base else None
        if base is None or held is None:
            raise LibraryError(f"资料库中没有报告 {report}")
        change = Change(
            reports=tuple(stored for stored in base.reports if stored.id != report),
            versions=tuple(old for old in base.versions if (old.media, old.year) != (held.media, held.year)),
            gone=(report,),
            come=(),
        )
        building.build(
            home,
            base,
            change,
            encoder or open_encoder(base.model, snapshots.path(base.id) / building.MODEL),
            model=base.model,
            code_version=base.code_version,
        )
        snapshots.collect()


def _job(
    artifacts: Artifacts,
    sha256: str,
    name: str,
    code: Code,
    stated: tuple[str | None, int | None],
    held: Stored | None,
) -> Job:
    """Return what to do with a file; what a user once stated of these bytes holds until they state otherwise."""
    if stated == (None, None) and held is not None:
        stated = held.stated_media, held.stated_year
    return Job(artifacts.folder, sha256, name, code, *stated)


def rebuild(
    data_dir: Path | str,
    *,
    model: str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    patience: float = 0.0,
    code: Code | None = None,
    encoder: Encoder | None = None,
) -> IngestSummary:
    """Build the library anew from the kept bytes: after an update of the program, or where `verify` complains.

    Reports that today's program can't read any more are named as failures and stay as they were understood
    before. Ids, versions and times stay. Raises as `ingest` does.
    """
    home = Path(data_dir)
    with exclusive(home, patience):
        snapshots = Snapshots(home)
        base = _newest(snapshots)
        artifacts = Artifacts(home / "artifacts")
        how = code or own_code()
        jobs = [
            (
                Found(artifacts.original(held.sha256), held.id),
                Job(artifacts.folder, held.sha256, held.file, how, held.stated_media, held.stated_year),
            )
            for held in base.reports
        ]
        crew = min(len(jobs), (os.cpu_count() or 1) if workers is None else workers)
        understood: dict[str, Understood] = {}
        failures = []
        for done, outcome in enumerate(_outcomes([job for _, job in jobs], crew), start=1):
            name = jobs[outcome.index][0].name
            if outcome.error is None:
                understood[name] = outcome.result
            else:
                path = jobs[outcome.index][1].name
                failures.append(IngestFailure(path=path, error=_told(outcome.error)))
            if progress is not None:
                progress(done, len(jobs), jobs[outcome.index][1].name)
        reports = tuple(
            held.model_copy(update=vars(understood[held.id])) if held.id in understood else held
            for held in base.reports
        )
        asked = model if model is not None else base.model
        tuned = snapshots.path(base.id) / building.MODEL
        manifest = building.build(
            home,
            None,
            Change(reports, base.versions, (), reports),
            encoder or open_encoder(asked, tuned),
            model=asked,
            code_version=how.version,
            said=progress or (lambda done, total, what: None),
            tuned=tuned,
        )
        snapshots.collect()
        same = {held.id: held.code for held in base.reports}
        return IngestSummary(
            unchanged=[held.id for held in reports if held.code == same[held.id]],
            replaced=[held.id for held in reports if held.code != same[held.id]],
            failed=failures,
            reports=len(manifest.reports),
            passages=manifest.passages,
            facts=manifest.facts,
            triples=manifest.triples,
        )


def _newest(snapshots: Snapshots) -> Manifest:
    """Return the live manifest, or the newest that can be read where that one can't."""
    try:
        live = _base(snapshots)
    except NewerError:
        raise
    except LibraryError:
        live = None
    manifest = live or max(snapshots.manifests(), key=lambda manifest: manifest.id, default=None)
    if manifest is None:
        raise LibraryError("资料库还是空的，请先运行 yinzheng ingest 收入报告")
    return manifest


def _base(snapshots: Snapshots) -> Manifest | None:
    current = snapshots.current()
    return snapshots.manifest(current) if current is not None else None


def _understand(
    jobs: Sequence[tuple[Found, Job]], base: Manifest | None, workers: int | None, progress: Progress | None
) -> tuple[list[Given], list[IngestFailure]]:
    """Carry out the jobs; those of bytes that the library holds, understood the same way, cost nothing."""
    known = {(held.sha256, held.code): held for held in (*base.reports, *base.versions)} if base else {}
    given, todo, failures = [], [], []
    for file, job in jobs:
        held = known.get((job.sha256, job.key))
        if held is None:
            todo.append((file, job))
        else:
            given.append(Given(str(file.path), job, of_stored(held)))
    crew = min(len(todo), (os.cpu_count() or 1) if workers is None else workers)
    for done, outcome in enumerate(_outcomes([job for _, job in todo], crew), start=1):
        file, job = todo[outcome.index]
        if outcome.error is None:
            given.append(Given(str(file.path), job, outcome.result))
        else:
            failures.append(IngestFailure(path=str(file.path), error=_told(outcome.error)))
        if progress is not None:
            progress(done, len(todo), file.name)
    return given, sorted(failures, key=lambda failure: failure.path)


def _under_one_name(
    given: list[Given], jobs: Sequence[tuple[Found, Job]], base: Manifest | None, workers: int | None
) -> tuple[list[Given], list[IngestFailure]]:
    """Understand again, under the name that the media is kept by, what names it otherwise and of which no user stated a name."""
    held = [stored.media for stored in base.reports] if base else []
    read = [(each.understood.media, each.understood.year) for each in given if each.job.media is None]
    name = one_name(read, [*held, *(each.job.media for each in given if each.job.media is not None)])
    again = {
        each.job.sha256: name[each.understood.media]
        for each in given
        if each.job.media is None and name[each.understood.media] != each.understood.media
    }
    if not again:
        return given, []
    renamed = [
        (file, replace(job, media=again[job.sha256]))
        for file, job in jobs
        if job.media is None and job.sha256 in again
    ]
    anew, failures = _understand(renamed, base, workers, None)
    kept = [each for each in given if each.job.media is not None or each.job.sha256 not in again]
    return [*kept, *anew], failures


def _outcomes(jobs: Sequence[Job], crew: int) -> Iterator[Outcome]:
    """Carry the jobs out in `crew` processes here, or on the cluster where the settings name one."""
    cluster = engines().ingest
    if cluster is None:
        return run(carry_out, jobs, crew)
    from search.far import run_far

    return run_far(jobs, cluster)


def _told(error: Exception) -> str:
    if isinstance(error, ReadingError | WorkerDied):
        return str(error)
    if disk_full(error):
        return FULL
    return f"解析时出错（{type(error).__name__}: {' '.join(str(error).split())[:200]}）"


def _store(
    home: Path,
    base: Manifest | None,
    change: Change,
    how: Code,
    model: str | None,
    encoder: Encoder | None,
    progress: Progress | None,
) -> Manifest | None:
    """Build the next snapshot where there is anything to build."""
    asked = model if model is not None or base is None else base.model
    other_model = base is not None and model is not None and model != base.model
    same = base is not None and (change.reports, change.versions) == (base.reports, base.versions)
    if not other_model and (same or (base is None and not change.come)):
        return None
    tuned = Snapshots(home).path(base.id) / building.MODEL if base is not None else None
    return building.build(
        home,
        base,
        change,
        encoder or open_encoder(asked, tuned),
        model=asked,
        code_version=how.version,
        said=progress or (lambda done, total, what: None),
    )


def _summary(manifest: Manifest | None, planned: Plan, failures: list[IngestFailure]) -> IngestSummary:
    return IngestSummary(
        added=planned.added,
        unchanged=planned.unchanged,
        replaced=planned.replaced,
        failed=failures,
        reports=len(manifest.reports) if manifest else 0,
        passages=manifest.passages if manifest else 0,
        facts=manifest.facts if manifest else 0,
        triples=manifest.triples if manifest else 0,
    )


__all__ = ["EncoderError", "LibraryError", "Progress", "ingest", "rebuild", "remove"]
