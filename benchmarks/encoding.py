"""What the encoder costs: ``python -m benchmarks.encoding``.

Loading, memory and passages a second are measured in processes of their own, kept to one core and to two; latency by
every need of the gold over the library of all sample reports. Latency over 100,000 passages stands under Growth.
Prints the figures and writes them into `RESULTS.md` beside this file.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.gold import PARTS, media_folders, series_gold
from benchmarks.results import put
from benchmarks.speed import Row, load, setting, spent, spread
from benchmarks.stored import shelf
from search.encoder import open_encoder

CORES = (1, 2)


ALONE = """
import json, os, sys, time
from pathlib import Path

def resident():
    return int(Path("/proc/self/status").read_text().split("VmRSS:")[1].split()[0]) * 1024

cores, seconds, texts = int(sys.argv[1]), float(sys.argv[2]), json.loads(Path(sys.argv[3]).read_text())
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
held, begun = resident(), time.process_time()
from search.encoder import open_encoder
encoder = open_encoder()
encoder.encode_queries(["预热"])
loaded, memory = time.process_time() - begun, resident() - held
wall = used = times = 0
while used < seconds:
    clock, started = time.perf_counter(), time.process_time()
    encoder.encode_passages(texts)
    wall, used, times = wall + time.perf_counter() - clock, used + time.process_time() - started, times + 1
count = times * len(texts)
print(json.dumps({"load": loaded * 1000, "memory": memory, "wall": count / wall, "cpu": count / used}))
"""


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and put the chapter into `RESULTS.md`; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.encoding", description=__doc__)
    parser.add_argument("--seconds", type=float, default=8.0, help="CPU time that each rate is measured for")
    options = parser.parse_args(arguments)
    command = " ".join(["python -m benchmarks.encoding", *(sys.argv[1:] if arguments is None else arguments)])
    before = load()
    rows = measured(options.seconds)
    text = written(rows, setting(command, before), open_encoder().model_id)
    put(text)
    print(text)
    return 0


def measured(seconds: float) -> list[Row]:
    """Return all figures."""
    with shelf() as held, tempfile.TemporaryDirectory(prefix="yinzheng-") as folder:
        texts = [passage.text for passage in held.library.passages()]
        passages = Path(folder, "passages.json")
        passages.write_text(json.dumps(texts), encoding="utf-8")
        runs = {cores: in_a_process(cores, passages, seconds) for cores in CORES}
        queries = [
            need["query"]
            for part in PARTS
            for each in media_folders(part)
            if (gold := series_gold(each)) is not None
            for need in gold["needs"]
        ]
        encoder = open_encoder()
        encoding = [spent(encoder.encode_queries, [query])[2] for query in queries]
        # The first round opens and fills what is opened once.
        searched = [spent(held.library.search, query)[1:] for _ in range(2) for query in queries][
            len(queries) :
        ]
    first = runs[CORES[0]]
    return [
        ("to load it in a new process, imports and all, CPU ms", f"{first['load']:.0f}"),
        ("memory that it adds to an empty process, MB", f"{first['memory'] / 1e6:.0f}"),
        *(
            (
                f"passages a second, {cores} core{'s' if cores > 1 else ''}: by the clock (by CPU time)",
                f"{run['wall']:.0f} ({run['cpu']:.0f})",
            )
            for cores, run in runs.items()
        ),
        (
            "passages, characters each",
            f"{len(texts):,}, {sum(map(len, texts)) / len(texts):.0f}",
        ),
        ("a query's vector, CPU time, median / p95 ms", spread(encoding)),
        (
            f"search over the sample library, {len(queries)} needs, median / p95 ms",
            spread([wall for wall, _ in searched]),
        ),
        ("the same, CPU time", spread([used for _, used in searched])),
    ]


def in_a_process(cores: int, passages: Path, seconds: float) -> dict[str, float]:
    """Return what a process kept to some cores takes: milliseconds and bytes to load, passages a second."""
    command = [sys.executable, "-c", ALONE, str(cores), str(seconds), str(passages)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def written(rows: list[Row], setting: str, model: str) -> str:
    """Return the figures as a chapter in Markdown."""
    return "\n".join(
        [
            "# Encoder",
            "",
            setting,
            f"Model {model}. No graded pairs of sentences (STS-B and its like) are at hand under a licence that allows them, so there is no correlation here.",
            "",
            "| | |",
            "| --- | ---: |",
            *(f"| {label} | {value} |" for label, value in rows),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
