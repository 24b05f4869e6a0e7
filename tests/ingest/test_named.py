"""Honours, works, columns, outlets and dated events in short reports of many kinds of media, 2013 to 2024.

Each file of `named/` is a report (`# media | year`, a third cell where only some types are annotated, then its lines) with what a careful reader finds in each
paragraph below it: `> A award|edition|level|year|work;work|count|winner`, `> W title|genre`, `> C title|outlet`,
`> P name|kind`, `> E date|words`. `> ?` marks what may be seen either way; an outlet after ~ may be left out.
They were written before the rules were tried on them, and rules were then made on them: they guard what is
reached, and measure nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from benchmarks.figures import Count
from benchmarks.matching import OTHER_RULES, RULES, Said, match
from benchmarks.names import one_holds_other, plain
from benchmarks.places import Squeezed
from benchmarks.understanding import found_facts, gold_fact
from ingest.pipeline import understand

FILES = sorted((Path(__file__).parent / "named").glob("*.txt"))
KINDS = {"A": "award", "W": "work", "C": "column", "P": "platform", "E": "event"}
LEAST = {"award": 0.98, "work": 0.97, "column": 0.97, "platform": 0.98, "event": 0.98}
"""The F1 over all files that is kept."""
LEAST_OF_COLUMNS_WITH_OUTLETS = 0.93


def _fields(kind: str, cells: list[str]) -> dict[str, Any]:
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


def _annotated(path: Path) -> list[str]:
    """The fact types that the file is annotated for: all, or those that the third cell of its head names."""
    head = path.read_text(encoding="utf-8").partition("\n")[0].split("|")
    return head[2].split() if len(head) > 2 else list(KINDS.values())


def _read(path: Path) -> tuple[str, list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the report's text, what must be found and what may be."""
    lines: list[str] = []
    wanted: dict[str, dict[str, Any]] = {}
    free: dict[str, dict[str, Any]] = {}
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


def _with_outlet(gold: Said, found: Said) -> bool:
    outlet = gold.fields["platform"] or ""
    if not outlet.startswith("~"):
        return OTHER_RULES["column"]["with platform"](gold, found)
    given = found.fields["platform"]
    return RULES["column"](gold, found) and (given is None or one_holds_other(outlet[1:], given))


def _may_be(gold: Said, found: Said) -> bool:
    rule = {"award": OTHER_RULES["award"]["award+edition"], "platform": OTHER_RULES["platform"]["name"]}
    return rule.get(gold.kind, RULES[gold.kind])(gold, found)


@pytest.fixture(scope="module")
def counted() -> dict[str, Count]:
    counts: defaultdict[str, Count] = defaultdict(Count)
    for path in FILES:
        text, wanted, free = _read(path)
        report = understand(text.encode(), path.name)
        media = report.media or ""
        squeezed = Squeezed(report.text)
        all_found = list(found_facts(report, squeezed, media))
        for kind in _annotated(path):
            gold = [gold_fact(fact, squeezed, media) for fact in wanted if fact["type"] == kind]
            other = [gold_fact(fact, squeezed, media) for fact in free if fact["type"] == kind]
            given = [fact for fact in all_found if fact.kind == kind]
            used = {j for _, j in match(gold, given, RULES[kind])}
            rest = [fact for j, fact in enumerate(given) if j not in used]
            spared = {j for _, j in match(other, rest, _may_be)}
            given = [fact for j, fact in enumerate(given) if j in used]
            given += [fact for j, fact in enumerate(rest) if j not in spared]
            counts[kind] += Count(len(gold), len(given), len(used))
            if kind == "column":
                counts["outlet"] += Count(len(gold), len(given), len(match(gold, given, _with_outlet)))
    return counts


def test_there_are_files_of_every_kind() -> None:
    assert len(FILES) >= 50


@pytest.mark.parametrize("kind", list(LEAST))
def test_what_is_named_is_found(counted: dict[str, Count], kind: str) -> None:
    assert counted[kind].gold >= 70
    assert counted[kind].f1 >= LEAST[kind]


def test_columns_are_given_the_outlet_that_their_sentences_tell(counted: dict[str, Count]) -> None:
    assert counted["outlet"].f1 >= LEAST_OF_COLUMNS_WITH_OUTLETS
