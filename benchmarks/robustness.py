"""Damaged documents in numbers: ``python -m benchmarks.robustness --documents 10000 --seed 1``.

Takes the sample reports of all four formats, damages each at random (the seed makes it repeatable) and understands
what is left. Whatever the bytes are, there must be a report or one Chinese line, in seconds and in little memory.
Each document is damaged by its number alone, so a failure is seen again with ``--only NUMBER``. Exit status 1 where
one raised anything else, took more than `SECONDS`, or a worker more than `MEGABYTES`.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import random
import resource
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from benchmarks.gold import CORPORA
from ingest.pipeline import understand
from ingest.readers.base import ReadingError

SECONDS = 10.0
"""CPU time that one document may take."""
MEGABYTES = 1024
"""Memory that a worker may ever hold."""
SUFFIXES = (".txt", ".html", ".docx", ".pdf")
_PIECES = (
    *(
        b"\x00",
        b"\xff\xfe",
        b"<",
        b">",
        b"</p>",
        b"<table><tr><td rowspan=9999>",
        b"<w:p>",
        b"&#x10ffff;",
        b"\r",
    ),
    *(
        text.encode()
        for text in (
            "《",
            "》",
            "“",
            "”",
            "（",
            "一、",
            "二〇二一年",
            "第34届",
            "分获",
            "万亿",
            "99999999",
            "，" * 50,
        )
    ),
    *(text.encode("gb18030") for text in ("年度", "、《", "％")),
)


class Outcome(NamedTuple):
    """What became of one damaged document."""

    number: int
    suffix: str
    kind: str
    """report, refused, or the name of what was raised."""
    seconds: float
    megabytes: float
    """The most that its worker ever held."""
    told: str
    """The traceback of what was raised."""


def main(arguments: list[str] | None = None) -> int:
    """Damage, read, print; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.robustness", description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000, help="how many are made and read")
    parser.add_argument("--seed", type=int, default=1, help="another one makes other documents")
    parser.add_argument("--workers", type=int, default=1, help="processes that read")
    parser.add_argument("--only", type=int, help="make and read this one only, in this process")
    options = parser.parse_args(arguments)
    if options.documents < 1 or options.workers < 1:
        parser.error("--documents and --workers must be above 0")
    if options.only is not None:
        outcomes: list[Outcome] = [read_damaged((options.only, options.seed))]
    else:
        outcomes = list(_read_all(options.documents, options.seed, options.workers))
    bad = [outcome for outcome in outcomes if not sound(outcome)]
    print(summary(outcomes))
    for outcome in bad[:20]:
        print(f"--only {outcome.number}: {outcome.kind}, {outcome.seconds:.1f} s\n{outcome.told}")
    return 1 if bad else 0


def sound(outcome: Outcome) -> bool:
    """Tell whether a document was read or refused as it should be."""
    return (
        outcome.kind in {"report", "refused"}
        and outcome.seconds <= SECONDS
        and outcome.megabytes <= MEGABYTES
    )


def summary(outcomes: Iterable[Outcome]) -> str:
    """Return the figures of all outcomes as lines of text."""
    outcomes = list(outcomes)
    slowest = max(outcomes, key=lambda outcome: outcome.seconds)
    most = max(outcome.megabytes for outcome in outcomes)
    kinds = Counter(outcome.kind for outcome in outcomes)
    lines = [f"documents: {len(outcomes)}; " + ", ".join(f"{n} {kind}" for kind, n in kinds.most_common())]
    for suffix in SUFFIXES:
        own = [outcome for outcome in outcomes if outcome.suffix == suffix]
        if own:
            read = sum(outcome.kind == "report" for outcome in own)
            worst = max(outcome.seconds for outcome in own)
            lines.append(f"{suffix}: {len(own)}, {read} still read, slowest {worst:.2f} s")
    lines.append(
        f"slowest: {slowest.seconds:.2f} s (--only {slowest.number}); most memory of a worker: {most:.0f} MB"
    )
    return "\n".join(lines)


def _read_all(documents: int, seed: int, workers: int) -> Iterator[Outcome]:
    context = multiprocessing.get_context("spawn")
    with context.Pool(workers) as pool:
        yield from pool.imap_unordered(
            read_damaged, ((number, seed) for number in range(documents)), chunksize=20
        )


def read_damaged(job: tuple[int, int]) -> Outcome:
    """Make document number `job[0]` of seed `job[1]`, understand it, and return what became of it."""
    number, seed = job
    suffix, content = damaged(number, seed)
    begun, told = time.process_time(), ""
    try:
        check(content, f"report{suffix}")
        kind = "report"
    except ReadingError as error:
        kind = "refused" if "\n" not in str(error) and str(error) else "message"
    except Exception as error:
        kind, told = type(error).__name__, traceback.format_exc()
    took = time.process_time() - begun
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Outcome(number, suffix, kind, took, held, told)


def check(content: bytes, name: str) -> None:
    """Understand a document; raise AssertionError where a fact's quote is not what stands at its offsets."""
    report = understand(content, name)
    for fact in report.facts:
        for place in (fact.evidence, *fact.mentions):
            if report.text[place.start : place.end] != place.quote or not place.quote:
                raise AssertionError(f"{fact.type} {place.start}-{place.end}: {place.quote!r}")


def damaged(number: int, seed: int) -> tuple[str, bytes]:
    """Return suffix and bytes of a document: a sample report of one of the formats, damaged at random."""
    chance = random.Random(f"{seed}-{number}")
    suffix = SUFFIXES[number % len(SUFFIXES)]
    samples = _samples()[suffix]
    content = chance.choice(samples)
    if suffix == ".docx" and chance.random() < 0.7:
        return suffix, _damaged_inside(content, chance)
    return suffix, _damage(content, chance, chance.choice(samples))


@cache
def _samples() -> dict[str, list[bytes]]:
    found: dict[str, list[bytes]] = {suffix: [] for suffix in SUFFIXES}
    for path in sorted((CORPORA / "reports").rglob("*")):
        if path.suffix in found:
            found[path.suffix].append(path.read_bytes())
    return found


def _damage(content: bytes, chance: random.Random, other: bytes) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 4, 8, 30))):
        content = chance.choice(_WAYS)(content, chance, other)
    return content[:2_000_000]


def _place(content: bytes, chance: random.Random) -> tuple[int, int]:
    at = chance.randrange(len(content) + 1)
    return at, min(len(content), at + int(chance.expovariate(1 / 200)))


def _cut(content: bytes, chance: random.Random, other: bytes) -> bytes:
    at, end = _place(content, chance)
    return content[:at] + content[end:]


def _end(content: bytes, chance: random.Random, other: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)] if chance.random() < 0.2 else content


def _noise(content: bytes, chance: random.Random, other: bytes) -> bytes:
    at, end = _place(content, chance)
    return content[:at] + chance.randbytes(min(end - at, 40)) + content[end:]


def _insert(content: bytes, chance: random.Random, other: bytes) -> bytes:
    at, _ = _place(content, chance)
    return content[:at] + chance.choice(_PIECES) * chance.choice((1, 1, 3, 200)) + content[at:]


def _repeat(content: bytes, chance: random.Random, other: bytes) -> bytes:
    at, end = _place(content, chance)
    return content[:at] + content[at:end] * chance.choice((2, 3, 50)) + content[end:]


def _splice(content: bytes, chance: random.Random, other: bytes) -> bytes:
    at, end = _place(content, chance)
    start = chance.randrange(len(other) + 1)
    return content[:at] + other[start : start + chance.randrange(5000)] + content[end:]


def _flip(content: bytes, chance: random.Random, other: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 5, 50))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


_WAYS: tuple[Callable[[bytes, random.Random, bytes], bytes], ...] = (
    _cut, _end, _noise, _insert, _repeat, _splice, _flip,
)  # fmt: skip


def _damaged_inside(content: bytes, chance: random.Random) -> bytes:
    """Damage the markup within a .docx, which stays a whole zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("word/") and name.endswith(".xml") and chance.random() < 0.5:
                data = _markup(data, chance)
            new.writestr(name, data)
    return out.getvalue()


def _markup(data: bytes, chance: random.Random) -> bytes:
    """Move, drop and repeat whole elements and texts, so that much of it can still be parsed."""
    for _ in range(chance.choice((1, 2, 6))):
        cuts = [at for at in range(len(data)) if data[at : at + 1] == b"<"]
        if len(cuts) < 4:
            break
        first, last = sorted(chance.sample(range(len(cuts)), 2))
        last = min(last, first + chance.choice((1, 2, 10)))
        piece = data[cuts[first] : cuts[last]]
        if chance.random() < 0.5:
            data = data[: cuts[first]] + data[cuts[last] :]
        else:
            data = data[: cuts[first]] + piece * chance.choice((2, 30)) + data[cuts[first] :]
    return data


if __name__ == "__main__":
    sys.exit(main())
