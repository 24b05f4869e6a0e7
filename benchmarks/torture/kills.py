"""`kill -9` at random moments of ingest, replacement, removal, rebuilding and decisions."""

from __future__ import annotations

import random
import statistics
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.torture import always, forked
from benchmarks.torture.steps import Held, Step, next_step
from search.artifacts import Artifacts
from search.decisions import Anchor, Decisions
from search.gc import gc
from search.snapshots import Snapshots
from search.verify import verify

TOP = {"CURRENT", "LOCK", "snapshots", "artifacts", "decisions.sqlite"}
"""What may lie in a library's folder beside what SQLite keeps next to its file."""
DECISIONS = 40
"""Decisions that a process tries to write before it is killed."""
ANCHOR = Anchor(media="甲", year=2020, report="0" * 16, quote="句", before="", after="", start=0, end=1)


def kill(
    folder: Path,
    kills: int,
    seed: int,
    said: Callable[[str], None] = lambda line: None,
    more: Callable[[], bool] = always,
) -> dict[str, Any]:
    """Kill writers of a library below `folder` until `kills` hit or there is no `more` time, and return how often and at what.

    After each kill the library is held against `verify` and against what it held before and was to hold after;
    every tenth time `gc` runs, and no file may be left that nothing names. Raises AssertionError, which
    tells the step, where anything is lost or left over.
    """
    chance = random.Random(seed)
    data, files = folder / "data", folder / "files"
    _warm()
    held: Held = {}
    took: dict[str, list[float]] = defaultdict(list)
    hit: Counter[str] = Counter()
    new = 0
    while hit.total() < kills and more():
        if held and chance.random() < 0.15:
            hit["decide"] += _decisions_outlive(data, chance)
            continue
        step = next_step(chance, data, files, held)
        usual = statistics.median(took[step.name][-5:]) if took[step.name] else None
        moment = None if usual is None else chance.uniform(0, usual * 1.1)
        ended = forked.run(partial(_acted, step), moment)
        if not ended.killed:
            took[step.name].append(ended.seconds)
        hit[step.name] += ended.killed
        found = forked.told(lambda: _state(data))
        now = {(media, year): sha256 for media, year, sha256 in found["held"]}
        where = f"{step.name}, killed after {moment} s"
        assert not found["problems"], f"{where}: {found['problems']}"
        assert now in ((held, step.after) if ended.killed else (step.after,)), f"{where}: {now}"
        new += ended.killed and now == step.after != held
        held = now
        if hit.total() % 10 == 0:
            left = forked.told(lambda: _orphans(data))
            assert not left, f"{where}: gc left {left}"
        said(f"{hit.total()}/{kills} {dict(hit)}")
    return {"kills": hit.total(), "at": dict(hit), "new state": new, "lost": 0}


def _warm() -> None:
    """Import and load here what each copy would load again."""
    from ingest.pipeline import understand
    from search.ingest import ingest, rebuild, remove

    assert all((ingest, rebuild, remove))
    understand("某报社会责任报告（2020年度）\n一、安全责任\n全年无事故。".encode(), "a.txt")


def _acted(step: Step, say: Callable[[str], None]) -> None:
    step.act()


def _state(data: Path) -> dict[str, Any]:
    if Snapshots(data).current() is None:
        return {"problems": [], "held": []}
    problems = [problem.message for problem in verify(data)]
    manifest = Snapshots(data).manifest(str(Snapshots(data).current()))
    return {
        "problems": problems,
        "held": [(stored.media, stored.year, stored.sha256) for stored in manifest.reports],
    }


def _orphans(data: Path) -> list[str]:
    """Collect what nothing names, and return the files left that nothing names all the same."""
    if not data.is_dir():
        return []
    gc(data)
    snapshots, artifacts = Snapshots(data), Artifacts(data / "artifacts")
    named = set()
    for manifest in snapshots.manifests():
        for stored in (*manifest.reports, *manifest.versions):
            named.add(artifacts.original(stored.sha256))
            named.add(artifacts.understood(stored.sha256, stored.code))
            named.add(artifacts.embedded(stored.sha256, stored.code, manifest.model_id))
    left = [path for path in (data / "artifacts").rglob("*") if path.is_file() and path not in named]
    left += [path for path in data.iterdir() if path.name not in TOP and ".sqlite-" not in path.name]
    if (data / "snapshots").is_dir():
        left += [path for path in (data / "snapshots").iterdir() if path.name not in snapshots.ids()]
    return [path.relative_to(data).as_posix() for path in left]


def _decisions_outlive(data: Path, chance: random.Random) -> bool:
    """Kill a process that writes decisions; all that it was told were kept must be there. Tell whether it was hit."""

    def decide(say: Callable[[str], None]) -> None:
        decisions = Decisions(data)
        for _ in range(DECISIONS):
            number = decisions.record("item", ANCHOR, "response", "confirm", ANCHOR, by="王").number
            say(f"{number}\n")

    ended = forked.run(decide, chance.uniform(0.002, 0.3))
    kept = set(forked.told(lambda: [decision.number for decision in Decisions(data).all()]))
    # The last line may be cut where the kill fell into it: a number cut short was acknowledged to nobody.
    acknowledged = {int(number) for number in ended.said.split("\n")[:-1]}
    assert acknowledged <= kept, f"decisions lost: {sorted(acknowledged - kept)}"
    return ended.killed
