"""What the service alone costs, page and API, without any ingest: ``python -m benchmarks.service``.

`yinzheng serve` is started on a free port over the sample reports (or the library in `--data`). Measured are the
seconds until `/readyz` says that it can answer, and the memory that its process holds then, after every page was
opened once, after one client asked alone, after many clients at once asked, searched and followed every media, and
after they went on for some minutes: memory must not grow with what was asked. Memory is the resident set in MB
(10^6 bytes), what it shares with files (the program's libraries, vectors read in place) included, and stands beside
the part that is the process's own. An answer other than 200 is an error. Times are wall times at the client; with
many clients on few cores most of them is waiting, so that what one client alone sees stands beside them.
"""

from __future__ import annotations

import argparse
import http.client
import itertools
import json
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.gold import CORPORA
from benchmarks.growth import NEEDS
from benchmarks.results import put
from benchmarks.speed import Row, load, setting, spread
from search.ingest import ingest

QUESTIONS = (
    "{last}年有多少职工", "经营收入历年变化", "{last}年有哪些不足", "有哪些作品得过一等奖", "{last}年职工比{first}年多多少",
    "{first}年承诺的事后来做到了吗", "微信公众号粉丝有多少", "{last}年办了哪些活动",
)  # fmt: skip
PATIENCE = 60.0
"""Seconds that the service may take to be ready, and to answer."""


@dataclass(frozen=True)
class Held:
    """A media of the library, and the years of its reports, growing."""

    media: str
    years: tuple[int, ...]
    report: str
    """Id of the last one."""


@dataclass
class Told:
    """What clients saw; safe to use from many threads."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """Milliseconds of each answer, by what was asked for."""
    errors: list[str] = field(default_factory=list)

    def add(self, kind: str, took: float, error: str | None) -> None:
        """Take one answer in."""
        self.times[kind].append(took)
        if error is not None:
            self.errors.append(error)


class Served:
    """`yinzheng serve` as a process of its own."""

    def __init__(self, data: Path) -> None:
        """Start it over the library in `data`, and wait until it is ready. Raises RuntimeError where it is not."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        begun = time.perf_counter()
        command = [sys.executable, "-m", "api.cli", "serve", "--port", str(self.port), "--data", str(data)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        while not self._ready():
            if self._process.poll() is not None or time.perf_counter() - begun > PATIENCE:
                self.stop()
                raise RuntimeError("the service did not become ready")
            time.sleep(0.02)
        self.seconds_to_ready = time.perf_counter() - begun

    def _ready(self) -> bool:
        try:
            return get(self.port, "/readyz")[0] == 200
        except OSError:
            return False

    def memory(self) -> str:
        """Return the megabytes that it holds now: all, and those of its own."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        whole, own = (int(status.split(f"{name}:")[1].split()[0]) for name in ("VmRSS", "RssAnon"))
        return f"{whole * 1024 / 1e6:.0f}, {own * 1024 / 1e6:.0f}"

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(PATIENCE)


@contextmanager
def served(data: Path) -> Iterator[Served]:
    """Give the running service of a library, and end it afterwards."""
    service = Served(data)
    try:
        yield service
    finally:
        service.stop()


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and put the chapter into `RESULTS.md`; return the exit status, 1 where an answer failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.service", description=__doc__)
    parser.add_argument(
        "--data", type=Path, help="a filled library; default the sample reports, stored for this"
    )
    parser.add_argument("--clients", type=int, default=20, help="how many ask at once")
    parser.add_argument(
        "--minutes", type=float, default=3.0, help="how long they go on after every media was asked"
    )
    options = parser.parse_args(arguments)
    if options.clients < 1 or options.minutes < 0:
        parser.error("--clients must be above 0, --minutes not below")
    command = " ".join(["python -m benchmarks.service", *(sys.argv[1:] if arguments is None else arguments)])
    before = load()
    with tempfile.TemporaryDirectory(prefix="yinzheng-") as home:
        data = options.data or Path(home, "data")
        if options.data is None:
            summary = ingest([CORPORA / "reports"], data)
            if summary.failed:
                raise RuntimeError(f"reports were not stored: {summary.failed[:3]}")
        rows, errors = measured(data, options.clients, options.minutes)
    text = written(rows, setting(command, before))
    put(text)
    print(text)
    for error in errors[:10]:
        print(error, file=sys.stderr)
    return 1 if errors else 0


def measured(data: Path, clients: int, minutes: float) -> tuple[list[Row], list[str]]:
    """Return the figures of the library in `data`, and what went wrong."""
    with served(data) as service:
        rows = [("seconds to ready", f"{service.seconds_to_ready:.1f}")]
        memory = [("ready", service.memory())]
        held = holdings(service.port)
        chance = random.Random(1)
        opened, alone, together, later = Told(), Told(), Told(), Told()
        drive(service.port, 1, ((path, path) for path in pages(held)), opened)
        memory.append(("every page opened", service.memory()))
        # Media by media: the first question about each is one of its own kind.
        some = chance.sample(held, min(8, len(held)))
        drive(service.port, 1, itertools.chain.from_iterable(map(by_turns, some)), alone)
        memory.append(("one client asked of some media", service.memory()))
        wanted = [each for one in held for each in by_turns(one, first=False)]
        chance.shuffle(wanted)
        drive(service.port, clients, wanted, together)
        memory.append((f"{clients} clients asked of every media", service.memory()))
        least, most = sys.float_info.max, 0.0
        end = time.monotonic() + minutes * 60
        while time.monotonic() < end:
            drive(service.port, clients, chance.choices(wanted, k=200), later)
            now = float(service.memory().split(",")[0])
            least, most = min(least, now), max(most, now)
        if most:
            memory.append((f"{minutes:g} minutes later", service.memory()))
            memory.append(("least and most in those minutes", f"{least:.0f} to {most:.0f}"))
    rows += [(f"memory, MB (all, own): {stage}", value) for stage, value in memory]
    for who, told in (
        ("one client", alone),
        (f"{clients} clients", together),
        (f"{clients} clients later", later),
    ):
        rows += [
            (f"{who}: {kind}, median / p95 ms", spread(times))
            for kind, times in sorted(told.times.items())
            if len(times) > 1
        ]
    every = [opened, alone, together, later]
    errors = [error for each in every for error in each.errors]
    rows.append(
        (
            "requests, errors",
            f"{sum(len(times) for each in every for times in each.times.values())}, {len(errors)}",
        )
    )
    return rows, errors


def holdings(port: int) -> list[Held]:
    """Return every media that the service knows. Raises RuntimeError where none is stored."""
    status, body = get(port, "/v1/reports?limit=1000")
    by_media: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for report in json.loads(body)["reports"] if status == 200 else []:
        by_media[report["media"]].append((report["year"], report["id"]))
    if not by_media:
        raise RuntimeError("no report is stored")
    return [
        Held(media, tuple(year for year, _ in sorted(told)), max(told)[1])
        for media, told in sorted(by_media.items())
    ]


def pages(held: Sequence[Held]) -> list[str]:
    """Return an address of every page that reads the library."""
    one = max(held, key=lambda each: len(each.years))
    media = urlencode({"media": one.media})
    years = urlencode({"first": one.years[0], "second": one.years[-1]})
    return [
        "/",
        "/search?" + urlencode({"q": NEEDS[0]}),
        f"/ask?{urlencode({'q': QUESTIONS[0].format(first=one.years[0], last=one.years[-1])})}&{media}",
        f"/trace?{media}",
        f"/compare?{media}&{years}",
        f"/figures?{media}",
        f"/entities?{media}",
        f"/reports/{one.report}",
        "/check", "/library", "/query", "/help",
    ]  # fmt: skip


def by_turns(held: Held, first: bool = True) -> Iterator[tuple[str, str]]:
    """Yield what is asked for, and its path: questions, searches and promises of one media.

    With `first` the first question and the first promises are of kinds of their own.
    """
    kind = "the first question about a media" if first else "ask"
    for at, question in enumerate(QUESTIONS):
        asked = question.format(first=held.years[0], last=held.years[-1])
        yield kind if at == 0 else "ask", "/v1/ask?" + urlencode({"q": asked, "media": held.media})
        need = {"q": NEEDS[at % len(NEEDS)]} | ({"media": held.media} if at % 2 else {})
        yield "search", "/v1/search?" + urlencode(need)
    yield "trace", "/v1/trace?" + urlencode({"media": held.media})


def drive(port: int, clients: int, wanted: Iterable[tuple[str, str]], told: Told) -> None:
    """Let so many clients at once get what is wanted (kind, path), each as soon as its last answer is there."""
    supply, guard = iter(wanted), threading.Lock()

    def client() -> None:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
            while True:
                with guard:
                    kind, path = next(supply, ("", ""))
                if not path:
                    return
                begun, error = time.perf_counter(), None
                try:
                    connection.request("GET", path)
                    response = connection.getresponse()
                    response.read()
                    error = None if response.status == 200 else f"{response.status} {path}"
                except (OSError, http.client.HTTPException) as raised:
                    connection.close()
                    error = f"{raised!r} {path}"
                took = (time.perf_counter() - begun) * 1000
                with guard:
                    told.add(kind, took, error)

    with ThreadPoolExecutor(clients) as pool:
        for running in [pool.submit(client) for _ in range(clients)]:
            running.result()


def get(port: int, path: str) -> tuple[int, bytes]:
    """Return status and body of an address. Raises OSError where nobody answers."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read()


def written(rows: Sequence[Row], setting: str) -> str:
    """Return the figures as a chapter in Markdown."""
    lines = [
        "# Service",
        "",
        setting,
        "",
        "| | |",
        "| --- | ---: |",
        *(f"| {label} | {value} |" for label, value in rows),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
