"""What an ingest changes: which file stands for a media and year, and which become earlier versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from search.building import Change
from search.snapshots import Manifest, Stored
from search.understanding import Job, Understood


@dataclass(frozen=True)
class Given:
    """A file of this run, how it was understood, and what of."""

    path: str
    job: Job
    understood: Understood


@dataclass
class Plan:
    """The change to make, and what becomes of the reports of this run (ids)."""

    change: Change
    added: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)


def plan(base: Manifest | None, given: Sequence[Given]) -> Plan:
    """Return what `given` makes of `base`.

    Of several files of one media and year the last by name stands; the others, and what stood before, are
    kept as versions. What stands already and is understood the same way stays untouched.
    """
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    standing = {stored.id: stored for stored in base.reports} if base else {}
    versions = list(base.versions) if base else []
    result = Plan(Change((), (), (), ()))
    gone: list[str] = []
    come: list[Stored] = []
    for (media, year), group in _groups(given).items():
        last = group[-1]
        before = next((old for old in standing.values() if (old.media, old.year) == (media, year)), None)
        known = {old.id for old in versions if (old.media, old.year) == (media, year)}
        known |= {last.understood.id} | ({before.id} if before else set())
        number = max(
            (old.version for old in (*versions, *standing.values()) if _same(old, media, year)), default=0
        )
        for other in group[:-1]:
            if other.understood.id not in known:
                number += 1
                versions.append(_stored(other, number, now, ()))
        line = [old.id for old in versions if _same(old, media, year) and old.id != last.understood.id]
        if before is not None and (before.id, before.code) == (last.understood.id, last.understood.code):
            standing[before.id] = before.model_copy(update={"supersedes": tuple(line[::-1])})
            result.unchanged.append(before.id)
            continue
        # The same bytes may have stood for another media or year before the user stated this one.
        moved = standing.pop(last.understood.id, None)
        versions = [old for old in versions if old.id != last.understood.id]
        if moved is not None:
            gone.append(moved.id)
        if before is not None and before.id != last.understood.id:
            del standing[before.id]
            gone.append(before.id)
            versions.append(before)
            line.append(before.id)
        # Bytes that are only understood anew are no new version.
        same = before is not None and before.id == last.understood.id and not group[:-1]
        stored = _stored(last, number if same else number + 1, now, tuple(line[::-1]))
        standing[stored.id] = stored
        come.append(stored)
        (result.replaced if line or moved else result.added).append(stored.id)
    result.change = Change(tuple(standing.values()), tuple(versions), tuple(gone), tuple(come))
    return result


def _groups(given: Sequence[Given]) -> dict[tuple[str, int], list[Given]]:
    """Return the files by media and year, each report once, ordered by file name."""
    groups: dict[tuple[str, int], dict[str, Given]] = {}
    for each in sorted(given, key=lambda each: (each.job.name, each.path)):
        group = groups.setdefault((each.understood.media, each.understood.year), {})
        group.pop(each.understood.id, None)
        group[each.understood.id] = each
    return {key: list(group.values()) for key, group in sorted(groups.items())}


def _same(stored: Stored, media: str, year: int) -> bool:
    return (stored.media, stored.year) == (media, year)


def _stored(each: Given, version: int, now: str, supersedes: tuple[str, ...]) -> Stored:
    known = each.understood
    return Stored(
        id=known.id,
        sha256=each.job.sha256,
        code=known.code,
        stated_media=each.job.media,
        stated_year=each.job.year,
        media=known.media,
        year=known.year,
        title=known.title,
        file=each.job.name,
        version=version,
        stored_at=now,
        supersedes=supersedes,
        passages=known.passages,
        facts=known.facts,
        triples=0,
    )
