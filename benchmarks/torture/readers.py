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

QUESTIONS = ("2018年有哪些不足", "主题报道历年有多少组", "纪录片《山河》得过什么奖", "2019年承诺了什么")
QUERIES = ("播出安全", "原创精品", "引进人才", "主题报道")


def read(folder: Path, seconds: float, readers: int = 50, seed: int = 1) -> dict[str, Any]:
    """Let `readers` ask for `seconds` while a writer changes the library below `folder` over HTTP.

    Returns what was counted. Raises AssertionError where any answer is an error, where its evidence does not
    stand in the report that it names, or where the service takes much more memory at the end than after its
    first third.
    """
    data = folder / "data"
    counts = {"answers": 0, "evidence": 0, "changes": 0}
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
                    told = _answer(client, chance)
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
            counts["changes"] += 1
            memory.append(_resident(process.pid))
        for thread in crew:
            thread.join()
    assert not faults, faults[0]
    third = max(1, len(memory) // 3)
    early, late = statistics.median(memory[:third]), statistics.median(memory[-third:])
    assert late < early * 1.3, f"memory grew from {early} to {late} bytes"
    megabytes = {"MB early": round(early / 1e6), "MB late": round(late / 1e6)}
    return {"readers": readers, "seconds": round(seconds), **counts, **megabytes, "errors": 0}


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


def _answer(client: httpx.Client, chance: random.Random) -> int | str:
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
    places = found["evidence"] if "evidence" in found else [hit["evidence"] for hit in found["hits"]]
    held = 0
    for place in places[:2]:
        report = client.get(f"/v1/reports/{place['report']}")
        if report.status_code == 404:
            continue  # Taken out since the answer was given.
        if report.status_code != 200:
            return f"{report.url}: {report.status_code} {report.text[:300]}"
        if report.json()["text"][place["start"] : place["end"]] != place["quote"]:
            return f"{answer.url}: {place} does not stand there"
        held += 1
    return held


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
