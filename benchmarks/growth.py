"""What one library costs as it grows, beside what can't be saved: ``python -m benchmarks.growth``.

Reports of `benchmarks.national` go into one library, up to each of the sizes asked for. At each size stand the time
that storing took beside jieba cutting the same texts, one more report, searches beside raw FAISS and tantivy over
the same index, questions, promises followed, disk, and the memory of a process that answers, beside vectors and texts. ``--library`` names one that is stored already, in
which answering alone is measured.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.bare import bare_words, cutter, open_bare
from benchmarks.national import reports
from benchmarks.results import put
from benchmarks.speed import Row, load, ratio, setting, spent, spread, timed
from search.encoder import open_encoder
from search.ingest import ingest
from search.library import Library
from search.questions.asking import ask
from search.snapshots import Snapshots
from search.trace import trace

SIZES = (100, 1_000, 7_200)
NEEDS = (
    "给困难群众送温暖", "短视频获奖作品", "新媒体粉丝增长", "记者下基层采访", "舆论监督推动解决问题", "助农直播卖了多少钱", "汛期怎么报道",
    "有没有被处罚的广告", "年轻人才培养", "人工智能用在哪里", "安全播出有没有出事故", "非遗宣传", "职工体检", "对外传播做了什么",
    "网上办事", "版权保护", "反诈宣传", "打击假新闻", "记者证管理", "收入增长",
)  # fmt: skip
QUESTIONS = (
    "{year}年有多少职工", "{year}年经营收入是多少", "职工人数历年变化", "哪一年经营收入最高", "{year}年有哪些不足", "有哪些作品得过一等奖",
    "{year}年职工比{before}年多多少", "微信公众号粉丝有多少", "{year}年发行量是多少",
)  # fmt: skip
MEASURE_MEMORY = """
import sys
from pathlib import Path
from search.library import Library
from benchmarks.growth import NEEDS, resident
with Library.open(Path(sys.argv[1])) as library:
    for need in NEEDS:
        library.search(need)
    print(resident())
"""


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and put the chapter into `RESULTS.md`; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--reports", type=int, nargs="+", default=list(SIZES), help="sizes, growing")
    parser.add_argument("--characters", type=int, default=9000, help="length of a report, about")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes that parse")
    parser.add_argument("--data", type=Path, help="an empty folder for the library; default a temporary one")
    parser.add_argument(
        "--library",
        type=Path,
        help="a library that is stored already: what answering costs in it once it is warm, and nothing else",
    )
    options = parser.parse_args(arguments)
    if sorted(options.reports) != options.reports or options.reports[0] < 24:
        parser.error("--reports must grow, from 24 on")
    command = " ".join(["python -m benchmarks.growth", *(sys.argv[1:] if arguments is None else arguments)])
    before = load()
    if options.library is not None:
        size, column = stored(options.library)
        text = written("A library that was stored", [size], [column], setting(command, before))
        put(text)
        print(text)
        return 0
    with tempfile.TemporaryDirectory(prefix="yinzheng-", dir=options.data) as home:
        columns = measured(Path(home), options.reports, options.characters, options.workers)
    text = written("Growth", options.reports, columns, setting(command, before))
    put(text)
    print(text)
    return 0


def measured(home: Path, sizes: Sequence[int], characters: int, workers: int) -> list[list[Row]]:
    """Return the figures at each size."""
    # Twelve years of so many media that the last size is reached; all years of a media go in one after the other.
    media = -(-sizes[-1] // 12) + 1
    written = sorted(reports(media=media, characters=characters))
    supply = iter(written)
    texts, data, cut = home / "texts", home / "data", cutter()
    columns, held = [], 0
    for size in sizes:
        texts.mkdir()
        batch = list(islice(supply, size - held))
        for name, text in batch:
            (texts / f"{name}.txt").write_text(text, encoding="utf-8")
        begun, started = time.perf_counter(), cpu()
        summary = ingest([texts], data, workers=workers)
        wall, used = time.perf_counter() - begun, cpu() - started
        if summary.failed:
            raise RuntimeError(f"reports were not stored: {summary.failed[:3]}")
        some = [text for _, text in batch[:: max(1, len(batch) // 100)]]
        begun = time.process_time()
        for text in some:
            cut(text)
        floor = (time.process_time() - begun) / len(some)
        for path in texts.iterdir():
            path.unlink()
        more = texts / "more.txt"
        name, text = written[-1 - sizes.index(size)]
        more.write_text(text, encoding="utf-8")
        _, visible, used_by_one = spent(lambda path: ingest([path], data, workers=0), more)
        more.unlink()
        texts.rmdir()
        held = size
        columns.append(
            [
                ("passages, facts, quads", f"{summary.passages:,}, {summary.facts:,}, {summary.triples:,}"),
                ("stored per second, wall", f"{len(batch) / wall:.1f}"),
                ("CPU time a report, ms", f"{used / len(batch) * 1000:.0f}"),
                ("CPU time a report ÷ jieba's", f"{used / len(batch) / floor:.1f}"),
                (
                    "one more report until it is found, s (CPU)",
                    f"{visible / 1000:.2f} ({used_by_one / 1000:.2f})",
                ),
                *asked(data),
            ]
        )
    return columns


def stored(data: Path) -> tuple[int, list[Row]]:
    """Return how many reports the library in a folder holds, and what answering costs in it once it is warm."""
    with Library.open(data) as library:
        manifest = library.manifest
    held = f"{manifest.passages:,}, {manifest.facts:,}, {manifest.triples:,}"
    asked(data, rounds=1)
    return len(manifest.reports), [("passages, facts, quads", held), *asked(data)]


def asked(data: Path, rounds: int = 3) -> list[Row]:
    """Return what answering costs in the library in a folder."""
    encoder = open_encoder()
    with Library.open(data, encoder=encoder) as library:
        folder = Snapshots(data).path(library.manifest.id)
        nearest, matching = open_bare(folder)
        whole, searching, raw, encoding = [], [], [], []
        for turn in range(rounds + 1):
            for need in NEEDS:
                vector, encoded = timed(encoder.encode_queries, [need])
                _, dense = timed(nearest, vector)
                _, lexical = timed(matching, bare_words(need))
                _, searched, used = spent(library.search, need)
                if turn:  # The first round opens and fills what is opened once.
                    whole.append(searched)
                    searching.append(used)
                    raw.append(dense + lexical)
                    encoding.append(encoded)
        chance = random.Random(1)
        some = chance.sample(library.media, min(8, len(library.media)))
        ask(library, QUESTIONS[2], media=some[0])  # What is read once a process is not told.
        first: list[float] = []
        asking: list[tuple[float, float]] = []
        following: list[tuple[float, float]] = []
        for media in some[1:]:
            years = sorted(held.year for held in library.reports if held.media == media)
            answer = partial(ask, library, media=media)
            questions = [question.format(year=years[-1], before=years[0]) for question in QUESTIONS]
            first.append(spent(answer, questions[0])[2])
            asking += [spent(answer, question)[1:] for question in questions]
            following.append(spent(partial(trace, library), media)[1:])
        some_reports = library.reports[:50]
        text = sum(len(library.report(held.id).text.encode()) for held in some_reports) / len(some_reports)
        vectors = sum(path.stat().st_size for path in (folder / "vectors").iterdir())
        bytes_held = vectors + text * len(library.reports)
    memory = int(
        subprocess.run(
            [sys.executable, "-c", MEASURE_MEMORY, str(data)], check=True, capture_output=True, text=True
        ).stdout
    )
    parts = [
        on_disk(part) for part in (folder / "vectors", folder / "words", folder / "graph", data / "artifacts")
    ]
    return [
        ("search over all, median / p95 ms", spread(whole)),
        ("search ÷ (encoding + raw FAISS and tantivy), medians", f"{ratio(whole, encoding, raw):.2f}"),
        ("search, CPU time", spread(searching)),
        ("ask of a media asked about before, median / p95 ms", spread([wall for wall, _ in asking])),
        ("ask, CPU time", spread([used for _, used in asking])),
        ("the first question about a media, CPU ms", f"{statistics.median(first):.0f}"),
        (
            "trace of one media of up to 12 years, asked first, median ms (CPU)",
            f"{statistics.median(wall for wall, _ in following):.0f} "
            f"({statistics.median(used for _, used in following):.0f})",
        ),
        ("memory of a process that searches, MB", f"{memory / 1e6:.0f}"),
        ("memory ÷ (vectors + texts)", f"{memory / bytes_held:.2f}"),
        ("disk: vectors, words, graph, originals and kept reports and vectors, MB", ", ".join(parts)),
        ("disk in all, snapshots before included, MB", on_disk(data)),
    ]


def on_disk(folder: Path) -> str:
    """Return the megabytes of all files in a folder, hard links counted once."""
    files = {(held := path.stat()).st_ino: held.st_size for path in folder.rglob("*") if path.is_file()}
    return f"{sum(files.values()) / 1e6:.1f}"


def cpu() -> float:
    """Return the seconds of CPU time that this process and those it waited for have taken."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def resident() -> int:
    """Return the bytes of memory that this process holds now."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) * 1024


def written(title: str, sizes: Sequence[int], columns: Sequence[Sequence[Row]], setting: str) -> str:
    """Return the figures as a chapter in Markdown."""
    labels = [label for label, _ in columns[0]]
    lines = [
        f"# {title}",
        "",
        setting,
        "Invented reports of `benchmarks/national.py`, a media's years one after the other, into one library.",
        "",
        "| reports | " + " | ".join(f"{size:,}" for size in sizes) + " |",
        "| --- |" + " ---: |" * len(sizes),
        *(f"| {label} | " + " | ".join(dict(column)[label] for column in columns) + " |" for label in labels),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
