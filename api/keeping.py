"""Keeping a library: putting reports in and taking them out, checking, backing up, and who may do so."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from api.access.audit import Audit, What
from api.access.keys import Key, Keys, NewKey, Role
from api.access.scope import SCOPE, visible
from api.errors import InvalidError, UnknownError
from api.naming import known_media
from api.shelf import EmptyLibraryError, Shelf
from search.errors import LibraryError

if TYPE_CHECKING:
    from api.objects import (
        ModelInUse,
        Removed,
        ReportSummary,
        Verification,
    )
    from search.answers import (
        IngestSummary,
    )
    from search.backup import Listing
    from search.gc import Collected
    from search.snapshots import Manifest, Stored
    from search.tuning import Tuned

PATIENCE = 30.0
"""Seconds that HTTP waits for another writer; the command line says at once who writes."""

Progress = Callable[[int, int, str], None]
LOG = logging.getLogger(__name__)


def _silent(done: int, total: int, what: str) -> None:
    """Tell nobody."""


class Keeping:
    """All that is done to one library as a whole. Safe to use from many threads.

    Every method may raise LibraryError (and its EmptyLibraryError), EncoderError, UnknownError and
    InvalidError; each holds one line in Chinese.
    """

    def __init__(
        self,
        data_dir: Path | str,
        model: str | None = None,
        rerank: str | None = None,
        *,
        follow: bool = False,
    ) -> None:
        """Serve the library in `data_dir`; `model` None takes the one that it was built with.

        `rerank` names a cross-encoder, a folder or a hub name, for the first hits. With `follow` the library answers
        with the model that it was built with until `follow_model` has given it the one asked for.
        Raises InvalidError where `data_dir` is a file.
        """
        self.data_dir = Path(data_dir)
        if self.data_dir.exists() and not self.data_dir.is_dir():
            raise InvalidError(f"资料库 {self.data_dir} 是文件，不是文件夹")
        self.model = model or None
        self.shelf = Shelf(self.data_dir, None if follow else self.model, rerank or None)

    def close(self) -> None:
        """Give back what is held."""
        self.shelf.close()

    def manifest(self) -> Manifest | None:
        """Return what the live snapshot says of itself, None where nothing is stored."""
        try:
            with self.shelf.reading() as library:
                return library.manifest
        except EmptyLibraryError:
            return None

    def ready(self) -> Manifest | None:
        """Load all that answering needs and return what the live snapshot says of itself, None for an empty library.

        Raises LibraryError too where what is read only when it is asked for (texts, decisions) is not to be had.
        """
        from search.decisions import Decisions

        try:
            with self.shelf.reading() as library:
                _ = library.graph, library.lexical, library.vectors, library.encoder
                gone = library.missing()
                if gone is not None:
                    raise LibraryError(f"《{gone.file}》的解析结果缺失，请运行 yinzheng rebuild")
                Decisions(self.data_dir).all()
                return library.manifest
        except EmptyLibraryError:
            return None

    def ingest(
        self,
        paths: Iterable[Path],
        *,
        media: str | None = None,
        year: int | None = None,
        workers: int | None = None,
        progress: Progress | None = None,
        patience: float = 0.0,
    ) -> IngestSummary:
        """Store the reports in files and folders; those that fail are named in the summary."""
        from search.ingest import ingest

        summary = ingest(
            paths,
            self.data_dir,
            media=SCOPE.get() or media,
            year=year,
            model=self.model,
            workers=workers,
            progress=progress,
            patience=patience,
        )
        if summary.added or summary.replaced:
            self._done("ingest", " ".join((*summary.added, *summary.replaced)))
        return summary

    def rebuild(self, *, workers: int | None = None, progress: Progress | None = None) -> IngestSummary:
        """Build the library anew from the kept files."""
        from search.ingest import rebuild

        self._filled()
        summary = rebuild(self.data_dir, model=self.model, workers=workers, progress=progress)
        self._done("rebuild", f"{summary.reports}")
        return summary

    def encoder(self) -> ModelInUse:
        """Return which model the library is searched with."""
        from api.objects import ModelInUse
        from search.encoder import TUNED

        with self.shelf.reading() as library:
            encoder, model = library.encoder, library.manifest.model
        name = {None: "内置模型", TUNED: "用本库报告调校过的模型"}.get(model, model or "")
        return ModelInUse(model=model, name=name, id=encoder.model_id, dimension=encoder.dimension)

    def tune(self, *, progress: Progress | None = None) -> Tuned:
        """Fit the embedded encoder to the library's reports; it is used where that is better."""
        from search.tuning import tune

        self._filled()
        tuned = tune(self.data_dir, progress=progress or _silent)
        self._done("model", "tune kept" if tuned.kept else "tune not kept")
        return tuned

    def use_model(self, model: str | None, *, progress: Progress | None = None) -> bool:
        """Embed all that is stored with another model, None for the embedded one; return whether it is another."""
        from search.reembed import reembed

        self._filled()
        changed = reembed(self.data_dir, model, progress=progress or _silent) is not None
        if changed:
            self._done("model", model or "embedded")
        return changed

    def outdated(self) -> bool:
        """Tell whether the library was embedded with another model than it is to have; opens no model."""
        from search.encoder import EMBEDDED
        from search.encoders.base import folder_id
        from search.snapshots import Snapshots

        try:
            snapshots = Snapshots(self.data_dir)
            current = snapshots.current()
            held = snapshots.manifest(current) if current is not None else None
            if held is None:
                return False
            if self.model is not None:
                return self.model != held.model
            return held.model is None and folder_id(EMBEDDED) != held.model_id
        except (LibraryError, OSError):
            return False  # Whoever asks is told what is wrong.

    def follow_model(self) -> None:
        """Embed all anew with the model that the library is to have; a failure is logged."""
        from kg.errors import StoreError
        from search.encoder import EncoderError
        from search.reembed import reembed

        try:
            reembed(self.data_dir, self.model, patience=PATIENCE)
        except (EncoderError, LibraryError, StoreError, OSError) as error:
            LOG.error("换用模型未成，照旧用原来的：%s", error)

    def held(self, report: str) -> ReportSummary:
        """Return the report with this id, which is no earlier version."""
        with self.shelf.reading() as library:
            held = next((stored for stored in library.reports if stored.id == report), None)
            if held is not None and visible(held.media):
                return summary_of(held)
            if held is None and library.manifest.stored(report) is not None:
                raise InvalidError(f"{report} 是较早的版本，随现行的报告一同移除")
            raise UnknownError(f"资料库中没有报告 {report}")

    def remove(self, report: str, *, patience: float = 0.0) -> Removed:
        """Take a report and its earlier versions out."""
        from api.objects import Removed
        from search.ingest import remove

        held = self.held(report)
        remove(report, self.data_dir, patience=patience)
        self._done("remove", report)
        return Removed(removed=[report, *held.supersedes])

    def verify(self, *, progress: Progress | None = None) -> Verification:
        """Return what is wrong with the library."""
        from api.objects import Verification
        from search.verify import verify

        self._filled()
        return Verification(problems=verify(self.data_dir, progress=progress))

    def gc(self) -> Collected:
        """Remove what no snapshot needs any more and return what that was."""
        from search.gc import gc

        if not self.data_dir.is_dir():
            raise EmptyLibraryError
        return gc(self.data_dir)

    def backup(self, target: Path, *, progress: Progress | None = None) -> Listing:
        """Write all that is stored and decided to one file."""
        from search.backup import backup

        self._filled()
        done = backup(self.data_dir, target, progress=progress)
        self._done("backup", target.name)
        return done

    def restore(self, source: Path, *, progress: Progress | None = None) -> Listing:
        """Make the library of a backup in this service's folder, which must be empty."""
        from search.backup import restore

        return restore(source, self.data_dir, progress=progress)

    def create_key(
        self, name: str, role: Role, *, media: str | None = None, days: int | None = None
    ) -> NewKey:
        """Make a key; `media` limits it to one media held, named as in any question."""
        limit = media
        if media is not None:
            with self.shelf.reading() as library:
                limit = known_media(library, media)
        new = self.keys.create(name, role, limit, days)
        self._done("key create", new.key.id)
        return new

    def revoke_key(self, key: str) -> Key:
        """End a key at once."""
        revoked = self.keys.revoke(key)
        self._done("key revoke", key)
        return revoked

    @property
    def keys(self) -> Keys:
        """The keys of this library."""
        return Keys(self.data_dir)

    @property
    def audit(self) -> Audit:
        """The log of what was done to this library."""
        return Audit(self.data_dir)

    def _done(self, what: What, about: str) -> None:
        self.audit.record(what, about)

    def _filled(self) -> None:
        if self.shelf.snapshot() is None:
            raise EmptyLibraryError


def summary_of(stored: Stored) -> ReportSummary:
    """Return what is told of a stored report."""
    from api.objects import ReportSummary

    return ReportSummary(
        **{name: getattr(stored, name) for name in ReportSummary.model_fields if name != "supersedes"},
        supersedes=list(stored.supersedes),
    )
