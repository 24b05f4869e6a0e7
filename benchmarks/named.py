"""Short annotated reports of many kinds of media, 2013 to 2024, in `tests/ingest/named`.

Each file is a report (`# media | year`, a third cell where only some types are annotated, then its lines) with what a careful reader finds in each
paragraph below it: `> A award|edition|level|year|work;work|count|winner`, `> W title|genre`, `> C title|outlet`,
`> P name|kind`, `> E date|words`. `> ?` marks what may be seen either way; an outlet after ~ may be left out.
They were written before the rules were tried on them, and rules were then made on them: they guard what is
reached and may be fitted on, and measure nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.gold import Record
from benchmarks.names import plain

FILES = sorted((Path(__file__).parent.parent / "tests" / "ingest" / "named").glob("*.txt"))
KINDS = {"A": "award", "W": "work", "C": "column", "P": "platform", "E": "event"}


def _fields(kind: str, cells: list[str]) -> Record:
    if kind == "A":
        award, edition, level, year, works, count, winner = (cells + [""] * 7)[:7]
        return {
            "award": award,
            "edition": int(edition) if edition else None,
            "level": level or None,
            "year": int(year) if year else None,
            "works": [work for work in works.split(";") if work],
            "count": int(count or 1),
            "recipient": winner or None,
        }
    if kind == "E":
        return {"date": cells[0], "name": cells[1], "quote": cells[1]}
    names = {"W": ("title", "genre"), "C": ("title", "platform"), "P": ("name", "kind")}[kind]
    return {name: cell or None for name, cell in zip(names, cells, strict=True)}


def annotated(path: Path) -> list[str]:
    """Return the fact types that the file is annotated for: all, or those that the third cell of its head names."""
    head = path.read_text(encoding="utf-8").partition("\n")[0].split("|")
    return head[2].split() if len(head) > 2 else list(KINDS.values())


def read(path: Path) -> tuple[str, list[Record], list[Record]]:
    """Return the report's text, what must be found and what may be."""
    lines: list[str] = []
    wanted: dict[str, Record] = {}
    free: dict[str, Record] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        told = re.match(r"> (\? )?([AWCPE]) (.*)$", line)
        if told is None:
            lines.append(line)
            continue
        fact = {"type": KINDS[told[2]], "quote": lines[-1], **_fields(told[2], told[3].split("|"))}
        name = fact.get("title") or fact.get("name")
        key = f"{fact['type']} {plain(name) if name else told[3]}"
        (free if told[1] else wanted).setdefault(key, fact)
    return "\n".join(lines), list(wanted.values()), list(free.values())


def head(path: Path) -> tuple[str, int]:
    """Return the media and the year that the file is of."""
    media, year = path.read_text(encoding="utf-8").partition("\n")[0].lstrip("# ").split("|")[:2]
    return media.strip(), int(year)
