"""How fast reports are understood and queries answered: ``python -m benchmarks.speed``.

Each figure stands beside the bare work that can't be saved: jieba cutting the same texts, FAISS and tantivy
asked directly over the same files. Prints the figures and writes them to `RESULTS.md` beside this file.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.bare import bare_words, cutter, open_bare
from benchmarks.gold import CORPORA, PARTS, media_folders, series_gold
from benchmarks.results import put
from ingest.pipeline import understand

FIRST, SECOND = "东南西北中大小江河海", "山川原州宁安平清泰康"
"""Characters of the place names that copies of the samples are given, two by two."""
THIRD = "阳门口岭岗桥桃梅兰竹松柏石金玉龙凤云水林田塘湖泉屏坪沙湾潭溪洲浦滩矶埠堡寨墩坡坝峪岩崖峰谷岛渡驿关塞堂亭阁楼塔沟岔梁塬峡柳杨槐榆樟枫桂荷莲菊葵禾麦稻粟鹤雁鹭鹊莺鹿麒麟虹霞霜露雪霖晨晖星辰月岚烟"
"""A character that keeps apart the copies of different media whose names differ in their place alone."""

Row = tuple[str, str]
Given = TypeVar("Given")
Result = TypeVar("Result")


def main(arguments: list[str] | None = None) -> int:
    """Measure, print and write; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument(
        "--seconds", type=float, default=5.0, help="CPU time that each throughput is measured for"
    )
    parser.add_argument(
        "--copies", type=int, default=20, help="times that the samples are stored, under other names"
    )
    parser.add_argument("--rounds", type=int, default=3, help="times that every query is asked")
    options = parser.parse_args(arguments)
    if not (options.seconds > 0 and 1 <= options.copies <= len(FIRST) * len(SECOND) and options.rounds > 0):
        parser.error(f"--seconds and --rounds must be above 0, --copies 1 to {len(FIRST) * len(SECOND)}")
    before = load()
    one_core()
    rows = [*understanding(options.seconds), *searching(options.copies, options.rounds)]
    command = " ".join(["python -m benchmarks.speed", *(sys.argv[1:] if arguments is None else arguments)])
    text = written(rows, setting(command, before))
    put(text)
    print(text)
    return 0


def one_core() -> None:
    """Keep this process to one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def samples() -> list[Path]:
    """Return the files of the sample reports, in order."""
    return [path for path in sorted((CORPORA / "reports").rglob("*")) if path.is_file()]


def understanding(seconds: float) -> list[Row]:
    """Return reports a second through `understand`, and through jieba alone, of every sample report."""
    files = samples()
    contents = [(path.read_bytes(), path.name) for path in files]
    texts = [understand(content, name).text for content, name in contents]
    cut = cutter()
    ours, bare = side_by_side(partial(_all_of, contents), lambda: list(map(cut, texts)), 2 * seconds)
    characters = sum(map(len, texts)) / len(texts)
    rows = [
        ("reports understood per second, one core", f"{ours * len(files):.1f}"),
        ("the same texts cut by jieba alone", f"{bare * len(files):.1f}"),
        ("time of understanding ÷ time of jieba", f"{bare / ours:.2f}"),
        ("sample reports, characters each", f"{len(files)}, {characters:.0f}"),
    ]
    for suffix in sorted({path.suffix for path in files}):
        some = [(content, name) for content, name in contents if name.endswith(suffix)]
        rate = per_second(partial(_all_of, some), seconds / 4) * len(some)
        rows.append((f"only {suffix}", f"{rate:.1f}"))
    return rows


def _all_of(contents: Sequence[tuple[bytes, str]]) -> None:
    for content, name in contents:
        understand(content, name)


def searching(copies: int, rounds: int) -> list[Row]:
    """Return latencies of every need of the gold, over the samples stored `copies` times."""
    from search.encoder import open_encoder
    from search.ingest import ingest
    from search.library import Library
    from search.snapshots import Snapshots

    queries = [
        need["query"]
        for part in PARTS
        for folder in media_folders(part)
        if (gold := series_gold(folder)) is not None
        for need in gold["needs"]
    ]
    encoder = open_encoder()
    with tempfile.TemporaryDirectory(prefix="yinzheng-") as home:
        texts = Path(home, "texts")
        write_copies(texts, copies)
        begun = time.process_time()
        summary = ingest([texts], Path(home, "data"), workers=0, encoder=encoder)
        took = time.process_time() - begun
        if summary.failed:
            raise RuntimeError(f"copies were not stored: {summary.failed[:3]}")
        with Library.open(Path(home, "data"), encoder=encoder) as library:
            folder = Snapshots(Path(home, "data")).path(library.manifest.id)
            nearest, matching = open_bare(folder)
            whole: list[float] = []
            raw: list[float] = []
            encoding: list[float] = []
            for turn in range(rounds + 1):
                for query in queries:
                    # One after the other for each query, so that other work on the machine meets all alike.
                    vector, encoded = timed(encoder.encode_queries, [query])
                    words = bare_words(query)
                    _, dense = timed(nearest, vector)
                    _, lexical = timed(matching, words)
                    _, searched = timed(library.search, query)
                    if turn:  # The first round opens and fills what is opened once.
                        encoding.append(encoded)
                        raw.append(dense + lexical)
                        whole.append(searched)
    return [
        ("reports, passages, facts stored", f"{summary.reports}, {summary.passages}, {summary.facts}"),
        ("reports stored per second in one ingest, one core", f"{summary.reports / took:.1f}"),
        ("search, median / p95 ms", spread(whole)),
        ("raw FAISS + raw tantivy over the same index, median / p95 ms", spread(raw)),
        ("encoding the query (part of search, not of raw), median / p95 ms", spread(encoding)),
        ("search ÷ (encoding + raw), medians", f"{ratio(whole, encoding, raw):.2f}"),
        ("queries, times asked", f"{len(queries)}, {rounds}"),
    ]


def write_copies(folder: Path, copies: int) -> None:
    """Write the text of every sample report `copies` times, each time as another place's media."""
    folder.mkdir()
    places = [first + second for first in FIRST for second in SECOND][:copies]
    slugs = sorted(path.name for path in (CORPORA / "reports").iterdir())
    for path in samples():
        again, at = divmod(slugs.index(path.parent.name), len(THIRD))
        own = THIRD[at] * (again + 1)
        report = understand(path.read_bytes(), path.name)
        if report.media is None:
            raise RuntimeError(f"{path.name}: media unknown")
        for place in places:
            text = report.text.replace(report.media[:2], place + own)
            (folder / f"{path.parent.name}-{path.stem}-{place}.txt").write_text(text, encoding="utf-8")


def side_by_side(first: Callable[[], Any], second: Callable[[], Any], seconds: float) -> tuple[float, float]:
    """Return how often each can be done in a second of CPU time, after one time that does not count.

    They are done in turn, so that other work on the machine meets both alike, until both together have taken
    `seconds`; then the median of each counts.
    """
    took: tuple[list[float], list[float]] = ([], [])
    first(), second()
    while sum(map(sum, took)) < seconds:
        for work, times in zip((first, second), took, strict=True):
            begun = time.process_time()
            work()
            times.append(time.process_time() - begun)
    ours, theirs = map(statistics.median, took)
    return 1 / ours, 1 / theirs


def per_second(work: Callable[[], Any], seconds: float) -> float:
    """Return how often `work` can be done in a second of CPU time, after one time that does not count."""
    work()
    begun, times = time.process_time(), 0
    while (took := time.process_time() - begun) < seconds:
        work()
        times += 1
    return times / took


def timed(work: Callable[[Given], Result], given: Given) -> tuple[Result, float]:
    """Return what `work` makes of `given`, and the milliseconds it took."""
    begun = time.perf_counter()
    result = work(given)
    return result, (time.perf_counter() - begun) * 1000


def spent(work: Callable[[Given], Result], given: Given) -> tuple[Result, float, float]:
    """Return what `work` makes of `given`, and the milliseconds and the milliseconds of CPU time it took."""
    begun = time.process_time()
    result, took = timed(work, given)
    return result, took, (time.process_time() - begun) * 1000


def spread(values: Sequence[float]) -> str:
    """Return median and 95th percentile."""
    return (
        f"{statistics.median(values):.2f} / {statistics.quantiles(values, n=20, method='inclusive')[-1]:.2f}"
    )


def ratio(whole: Sequence[float], *parts: Sequence[float]) -> float:
    """Return the median of the whole over the sum of the medians of its parts."""
    return statistics.median(whole) / sum(statistics.median(part) for part in parts)


def written(rows: Sequence[Row], setting: str) -> str:
    """Return the figures as Markdown, under the line that tells how they came to be."""
    lines = [
        "# Speed",
        "",
        setting,
        "Throughput is per second of CPU time, latency is wall time; the process is kept to one core.",
        "How right the answers are is in `accuracy.json` (`python -m benchmarks.evaluate`).",
        "",
        "| | |",
        "| --- | ---: |",
        *(f"| {label} | {value} |" for label, value in rows),
        "",
    ]
    return "\n".join(lines)


def setting(command: str, before: float) -> str:
    """Return the line that tells how figures came to be; `before` is what `load` gave when the command began."""
    return (
        f"`{command}` on {machine()}, {date.today().isoformat()}; "
        f"load average {before:.1f} at the start (other work), {load():.1f} at the end."
    )


def load() -> float:
    """Return how many processes on average wanted a core in the last minute."""
    return os.getloadavg()[0]


def machine() -> str:
    """Return processor, number of cores and Python version."""
    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        models = [
            line.partition(":")[2].strip() for line in info.read_text().splitlines() if "model name" in line
        ]
        name = models[0] if models else name
    return f"{name} ({os.cpu_count()} cores, {platform.system()}), Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main())
