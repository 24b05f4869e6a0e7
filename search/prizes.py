"""How many works won each level of a prize in two years."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.report import Evidence
from kg.queries import evidence_of, graphs_of, run
from kg.store import GraphStore, Row
from search.answers import Change, Compared
from search.questions import sparql


@dataclass(frozen=True)
class Won:
    """How many works of one year won a level of a prize."""

    name: str
    level: str | None
    """None for the total that a report gives."""
    count: int
    stated: bool
    """Whether the report writes the number; else the works that it names are counted."""
    evidence: tuple[Evidence, ...]


def prizes(store: GraphStore, media: str, years: tuple[int, int]) -> Iterator[Change | Compared]:
    """Yield the prizes and levels of which both years tell how many works won them, where the number differs.

    A total (淮江新闻奖17件) is held against a total, a level against the same level. A prize given twice in one report
    (of two editions) is not compared. A report that names works without a number need not name them all: then both are
    told side by side, and no difference is made up.
    """
    before, after = (_won(store, media, year) for year in years)
    for key in sorted(before.keys() & after.keys(), key=lambda key: (after[key].name, key[1] or "")):
        one, other = before[key], after[key]
        if one.count == other.count or not (one.stated or other.stated):
            continue
        label = f"{other.name} {other.level or '合计'}"
        evidence = list(dict.fromkeys((*one.evidence, *other.evidence)))
        unstated = next((year for year, won in zip(years, (one, other), strict=True) if not won.stated), None)
        if unstated is not None:
            told = f"{years[0]}年{one.count}件；{years[1]}年{other.count}件"
            detail = f"{unstated}年只点了作品、没有写件数，不作比较：{told}"
            yield Compared(type="award", label=label, detail=detail, evidence=evidence)
            continue
        yield Change.model_validate(
            {
                "label": label,
                "unit": "件",
                "from": one.count,
                "to": other.count,
                "delta": other.count - one.count,
                "ratio": round(other.count / one.count, 6) if one.count else None,
                "evidence": evidence,
            }
        )


def _won(store: GraphStore, media: str, year: int) -> dict[tuple[str, str | None], Won]:
    found: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in run(
        store, sparql.facts(graphs_of(store, media), "AwardFact", sparql.AWARD, sparql.AWARD_VARIABLES)
    ):
        if row["year"] == year and row["recipient"] is None:
            found[str(row["award"])][str(row["fact"])] = row
    won = {}
    for award, facts in found.items():
        if len({(row["edition"], row["awardYear"]) for row in facts.values()}) > 1:
            continue
        levels: dict[str | None, list[Row]] = defaultdict(list)
        for row in facts.values():
            levels[None if row["level"] is None else str(row["level"])].append(row)
        for level, rows in levels.items():
            won[award, level] = _counted(level, rows)
    return won


def _counted(level: str | None, rows: list[Row]) -> Won:
    """Return the number that the report writes, else that of the works named: 一等奖3件 and 《A》获一等奖 are the same three."""
    works = {work for row in rows for work in _works(row)}
    stated = max((row for row in rows if _states(row)), key=lambda row: int(str(row["count"])), default=None)
    chosen = rows if stated is None else [stated]
    count = max(len(works), 1) if stated is None else int(str(stated["count"]))
    evidence = tuple(dict.fromkeys(evidence_of(row) for row in chosen))
    return Won(str(rows[0]["name"]), level, count, stated is not None, evidence)


def _works(row: Row) -> list[str]:
    return [] if row["works"] is None else list(json.loads(str(row["works"])))


def _states(row: Row) -> bool:
    """Tell whether the fact's number is one that the report writes: no count of the titles beside it."""
    return int(str(row["count"])) != len(_works(row)) or f"{row['count']}件" in evidence_of(row).quote
