"""Many readers over HTTP while reports come, are replaced and go: no error, no mixed answer, no growing memory."""

from __future__ import annotations

import contextlib
import itertools
import random
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx

from benchmarks.torture.steps import MEDIA, TEXT
from search.artifacts import Artifacts
from search.snapshots import Snapshots, Stored

QUESTIONS = ("2018年有哪些不足", "主题报道历年有多少组", "纪录片《山河》得过什么奖", "2019年承诺了什么")
QUERIES = ("播出安全", "原创精品", "引进人才", "主题报道")

# A shorter run says nothing of memory: most of what it sees grow is loaded once (dictionary, encoder, threads).
JUDGES_MEMORY_FROM = 60  # seconds


def read(folder: Path, seconds: float, readers: int = 50, seed: int = 1) -> dict[str, Any]:
    """Let `readers` ask for `seconds` while a writer changes the library below `folder` over HTTP.

    Returns what was counted. Raises AssertionError where any answer is an error or names no snapshot, where any of
    its evidence does not stand in a report of that very snapshot, or where, in a run of `JUDGES_MEMORY_FROM`
    seconds or more, the service takes much more memory in its last third than in its first.
    """
    data = folder / "data"
    counts = {"answers": 0, "evidence": 0, "changes": 0}
    shelves = _Shelves(data)
    faults: list[str] = []
    memory: list[int] = []
    guard = threading.Lock()
    with _service(data) as (url, process):
        _put(url, folder, random.Random(seed), MEDIA[0], 2018)
        until = time.monotonic() + seconds

        def ask(number: int) -> None:
            chance = random.Random(f"{seed} {number}")
            with httpx.Client(base_url=url, timeout=60) as client:
                while time.monotonic() < until and not faults:
                    told = _answer(client, chance, shelves)
                    with guard:
                        counts["answers"] += 1
                        counts["evidence"] += told if isinstance(told, int) else 0
                        faults.extend([told] if isinstance(told, str) else [])
                    # A person reads between two questions; without it the queue alone would be measured.
                    time.sleep(chance.uniform(0.1, 0.5))

        crew = [threading.Thread(target=ask, args=(number,)) for number in range(readers)]
        for thread in crew:
            thread.start()
        chance = random.Random(seed)
        for turn in itertools.count():
            if time.monotonic() >= until or faults:
                break
            if turn % 5 == 4:
                _take(url, chance)
            else:
                _put(url, folder, chance, chance.choice(MEDIA), chance.randrange(2016, 2024))
            shelves.note()
            counts["changes"] += 1
            memory.append(_resident(process.pid))
        for thread in crew:
            thread.join()
    assert not faults, faults[0]
    third = max(1, len(memory) // 3)
    early, late = statistics.median(memory[:third]), statistics.median(memory[-third:])
    assert seconds < JUDGES_MEMORY_FROM or late < early * 1.3, f"memory grew from {early} to {late} bytes"
    megabytes = {"MB early": round(early / 1e6), "MB late": round(late / 1e6)}
    counted = {**counts, "snapshots": len(shelves)}
    return {"readers": readers, "seconds": round(seconds), **counted, **megabytes, "errors": 0}


@contextlib.contextmanager
def _service(data: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "api.cli", "serve", "--port", str(port), "--data", str(data)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            with contextlib.suppress(httpx.TransportError):
                httpx.get(f"{url}/healthz")
                break
            time.sleep(0.1)
        yield url, process
    finally:
        process.terminate()
        process.wait(30)


class _Shelves:
    """What each snapshot that was ever live holds, read off the disk as it comes; no part of the service is asked."""

    def __init__(self, data: Path) -> None:
        self._snapshots = Snapshots(data)
        self._artifacts = Artifacts(data / "artifacts")
        self._held: dict[str, dict[str, Stored]] = {}
        self._texts: dict[tuple[str, str], str] = {}
        self._guard = threading.Lock()

    def note(self) -> None:
        """Remember the reports of every snapshot that is there; to be called after each change, before the next."""
        for snapshot in self._snapshots.ids():
            if snapshot not in self._held:
                held = self._snapshots.manifest(snapshot).reports
                self._held[snapshot] = {stored.id: stored for stored in held}

    def holds(self, snapshot: str, place: dict[str, Any]) -> bool:
        """Tell whether evidence stands, to the character, in a report of the snapshot."""
        with self._guard:
            if snapshot not in self._held:
                self.note()  # It went live a moment ago, and the writer has not been answered yet.
            stored = self._held[snapshot].get(place["report"])
            if stored is None or (stored.media, stored.year) != (place["media"], place["year"]):
                return False
            key = stored.sha256, stored.code
            if key not in self._texts:
                self._texts[key] = self._artifacts.read_report(*key)[0].text
            return self._texts[key][place["start"] : place["end"]] == str(place["quote"])

    def __len__(self) -> int:
        return len(self._held)


def _answer(client: httpx.Client, chance: random.Random, shelves: _Shelves) -> int | str:
    """Ask something; return how many places of evidence held, or what was wrong."""
    if chance.random() < 0.5:
        answer = client.get("/v1/ask", params={"q": chance.choice(QUESTIONS), "media": chance.choice(MEDIA)})
    else:
        answer = client.get("/v1/search", params={"q": chance.choice(QUERIES)})
    if answer.status_code in (404, 409) and answer.json()["type"] in (
        "urn:yinzheng:unknown",
        "urn:yinzheng:empty-library",
    ):
        return 0  # The last report of that media has just gone.
    if answer.status_code != 200:
        return f"{answer.url}: {answer.status_code} {answer.text[:300]}"
    found = answer.json()
    snapshot = answer.headers.get("Yinzheng-Snapshot")
    if snapshot is None:
        return f"{answer.url} names no snapshot"
    places = list(_places(found))
    for place in places:
        if not shelves.holds(snapshot, place):
            return f"{answer.url}: {place} does not stand in snapshot {snapshot}"
    return len(places)


def _places(found: Any) -> Iterator[dict[str, Any]]:
    """Yield every piece of evidence in an answer, wherever it stands in it."""
    if isinstance(found, list):
        for each in found:
            yield from _places(each)
    elif isinstance(found, dict):
        if "quote" in found and "report" in found:
            yield found
        for each in found.values():
            yield from _places(each)


def _put(url: str, folder: Path, chance: random.Random, media: str, year: int) -> None:
    text = TEXT.format(
        media=media, year=year, count=chance.randrange(20, 900), edition=chance.randrange(2, 40)
    )
    done = httpx.post(f"{url}/v1/reports", files={"files": (f"{year}.txt", text.encode())}, timeout=120)
    assert done.status_code in (200, 201), done.text


def _take(url: str, chance: random.Random) -> None:
    held = httpx.get(f"{url}/v1/reports", timeout=60).json()["reports"]
    if len(held) > 1:
        gone = chance.choice(held)["id"]
        done = httpx.delete(f"{url}/v1/reports/{gone}", timeout=120)
        assert done.status_code == 204, done.text


def _resident(pid: int) -> int:
    """Return the bytes of memory that a process holds."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096
