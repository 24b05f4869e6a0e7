"""Steps that change a library, each with what the library must hold before and after."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Held = dict[tuple[str, int], str]
"""(media, year) → SHA-256 of the file that is held."""

MEDIA = ("青川县融媒体中心", "东湖日报社", "海宁台")
YEARS = range(2016, 2024)
TEXT = """{media}社会责任报告（{year}年度）
一、政治责任
{media}全年推出主题报道{count}组，阅读量超过{count}万次。纪录片《山河》获第{edition}届省新闻奖一等奖。
二、安全责任
全年播出安全无事故，组织应急演练{edition}次。
三、后记
（一）不足
一是原创精品还不够多；二是人才队伍有待加强。
（二）改进
一是打造更多精品；二是引进全媒体人才{edition}名。
"""


@dataclass(frozen=True)
class Step:
    """A change: what it does in a process of its own, and what is held when it is done."""

    name: str
    act: Callable[[], None]
    after: Held


def next_step(chance: random.Random, data: Path, files: Path, held: Held) -> Step:
    """Return a random change of the library in `data` that holds `held`; files are written below `files`."""
    kinds = ["ingest"] + (["replace", "remove", "rebuild"] if held else [])
    kind = chance.choices(kinds, weights=(4, 4, 2, 1)[: len(kinds)])[0]
    if kind == "rebuild":
        return Step(kind, _rebuild(data), held)
    if kind == "remove":
        gone = chance.choice(sorted(held))
        left = {key: sha256 for key, sha256 in held.items() if key != gone}
        return Step(kind, _remove(data, held[gone][:16]), left)
    free = [(media, year) for media in MEDIA for year in YEARS if (media, year) not in held]
    keys = chance.sample(sorted(held) if kind == "replace" or not free else free, 1)
    if kind == "ingest" and len(free) > 3:
        keys = chance.sample(free, chance.randint(1, 3))
    folder = files / f"{chance.randrange(10**9):09d}"
    folder.mkdir(parents=True)
    after = dict(held)
    for number, (media, year) in enumerate(keys):
        count = chance.randrange(20, 900)
        text = TEXT.format(media=media, year=year, count=count, edition=chance.randrange(2, 40)).encode()
        (folder / f"{number}.txt").write_bytes(text)
        after[media, year] = hashlib.sha256(text).hexdigest()
    return Step(kind, _ingest(data, folder), after)


def _ingest(data: Path, folder: Path) -> Callable[[], None]:
    def act() -> None:
        from search.ingest import ingest

        failed = ingest([folder], data, workers=0).failed
        if failed:
            raise RuntimeError(str(failed))

    return act


def _remove(data: Path, report: str) -> Callable[[], None]:
    def act() -> None:
        from search.ingest import remove

        remove(report, data)

    return act


def _rebuild(data: Path) -> Callable[[], None]:
    def act() -> None:
        from search.ingest import rebuild

        rebuild(data, workers=0)

    return act
