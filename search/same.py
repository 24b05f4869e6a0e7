"""What people decided of entities: that two are one, or that a spelling is another. Append-only, beside the links.

Entities are named by ids that come of kind, media and name alone, so a decision holds for every report that ever
speaks of them, put in anew or not. It is applied where graphs are built; `search.building` builds those anew that a
new decision concerns.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from ingest.report import Frozen
from kg.resolution import Resolution
from search.databases import reading, writing
from search.errors import LibraryError, reason

_COLUMNS = (
    "decided_at", "decided_by", "note", "verdict", "entity", "entity_label", "other", "other_label", "spelling",
)  # fmt: skip
_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS entities (number INTEGER PRIMARY KEY AUTOINCREMENT, {", ".join(f"{c} TEXT NOT NULL" for c in _COLUMNS)});
CREATE TRIGGER IF NOT EXISTS entities_stay BEFORE UPDATE ON entities
    BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
CREATE TRIGGER IF NOT EXISTS entities_remain BEFORE DELETE ON entities
    BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
"""


class EntityDecision(Frozen):
    """One thing that a person said of entities."""

    number: int
    """Grows with each decision of the library."""
    decided_at: str
    """ISO 8601, UTC."""
    decided_by: str
    note: str
    verdict: Literal["merge", "split"]
    entity: str
    """Id of the entity that stays."""
    entity_label: str
    other: str
    """Id of the one that is merged into it, or split off it again."""
    other_label: str
    spelling: str
    """The spelling that was split off; empty where a merge was undone, or for a merge."""


class EntityDecisions:
    """The decisions on entities of one library, in its ``decisions.sqlite``. Safe to use from many processes."""

    def __init__(self, data_dir: Path | str) -> None:
        """Say where they are; file and table are made with the first decision."""
        self.path = Path(data_dir) / "decisions.sqlite"

    def record(
        self,
        verdict: Literal["merge", "split"],
        entity: tuple[str, str],
        other: tuple[str, str],
        *,
        spelling: str = "",
        by: str,
        note: str = "",
    ) -> EntityDecision:
        """Keep a decision; `entity` and `other` are (id, label). Raises LibraryError where it can't be kept."""
        if not by.strip():
            raise LibraryError("请说明是谁作的决定（--by）")
        values = (datetime.now(UTC).isoformat(), by.strip(), note, verdict, *entity, *other, spelling)
        insert = f"INSERT INTO entities ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(values))})"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with writing(self.path) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.executescript(_SCHEMA)
                with connection:
                    number = connection.execute(insert, values).lastrowid
                row = connection.execute("SELECT * FROM entities WHERE number = ?", (number,)).fetchone()
        except (OSError, sqlite3.Error) as error:
            raise LibraryError(f"决定未能保存：{reason(error)}") from error
        return EntityDecision.model_validate(dict(row))

    def all(self) -> list[EntityDecision]:
        """Return every decision ever made, oldest first. Raises LibraryError where the file is damaged."""
        if not self.path.exists():
            return []
        try:
            with reading(self.path) as connection:
                made = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'entities'").fetchone()
                rows = connection.execute("SELECT * FROM entities ORDER BY number").fetchall() if made else []
        except sqlite3.Error as error:
            raise LibraryError(f"决定文件 {self.path.name} 无法读取：{reason(error)}") from error
        return [EntityDecision.model_validate(dict(row)) for row in rows]


def holding(decisions: Iterable[EntityDecision]) -> list[EntityDecision]:
    """Return the decisions that hold now: merges not undone, spellings split off and not merged back."""
    held: dict[tuple[bool, str], EntityDecision] = {}
    for decision in decisions:
        if decision.verdict == "split" and not decision.spelling:
            held.pop((False, decision.other), None)
        elif decision.verdict == "merge" and (
            (before := held.get((True, decision.other))) and before.entity == decision.entity
        ):
            del held[True, decision.other]
        else:
            held[bool(decision.spelling), decision.other] = decision
    return sorted(held.values(), key=lambda decision: decision.number)


def resolution(decisions: Iterable[EntityDecision]) -> Resolution:
    """Return what the decisions that hold make of entities."""
    held = holding(decisions)
    return Resolution(
        merged={each.other: each.entity for each in held if each.verdict == "merge"},
        labels={each.entity: each.entity_label for each in held if each.verdict == "merge"},
        apart={(each.entity, each.spelling): each.other for each in held if each.spelling},
    )
