"""Taking away what nothing refers to any more."""

from __future__ import annotations

from pathlib import Path

from ingest.report import Frozen
from search.artifacts import Artifacts
from search.lock import exclusive
from search.snapshots import Snapshots


class Collected(Frozen):
    """What `gc` removed: names of snapshots, number of artifacts, and their bytes."""

    snapshots: tuple[str, ...]
    artifacts: int
    bytes: int


def gc(data_dir: Path | str, *, patience: float = 0.0) -> Collected:
    """Remove snapshots beyond the last two that no one reads, and artifacts that no remaining snapshot names.

    Reports and earlier versions named by a remaining manifest keep all that belongs to them. Raises
    LibraryError where another writes, or where a manifest can't be read: what it names must not be lost.
    """
    home = Path(data_dir)
    with exclusive(home, patience):
        snapshots, artifacts = Snapshots(home), Artifacts(home / "artifacts")
        removed = snapshots.collect()
        named: set[Path] = set()
        for snapshot in snapshots.ids():
            manifest = snapshots.manifest(snapshot)
            for stored in (*manifest.reports, *manifest.versions):
                named.add(artifacts.original(stored.sha256))
                named.add(artifacts.understood(stored.sha256, stored.code))
                named.add(artifacts.embedded(stored.sha256, stored.code, manifest.model_id))
        count = size = 0
        interrupted = home.glob(".writing-*")
        for path in [*artifacts.files(), *interrupted]:
            if path not in named:
                size += path.stat().st_size
                count += 1
                path.unlink()
        return Collected(snapshots=tuple(removed), artifacts=count, bytes=size)
