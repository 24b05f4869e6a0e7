"""What people decided about links, kept apart from all that is derived: append-only, durable, anchored by words.

A report that is put in anew has other ids and offsets. A decision therefore remembers both ends, the statement
and the evidence, by media, year and words with what stands around them, and is found again by these.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from ingest.report import Evidence, Frozen
from search.answers import LinkKind
from search.databases import reading, writing
from search.errors import LibraryError, reason

Verdict = Literal["confirm", "reject", "add", "withdraw"]
"""withdraw: what was said of the link before holds no longer, the system's own finding stands again."""
CONTEXT = 30
"""Characters kept before and after a quote."""
ENDS = ("about", "evidence")
"""The two ends of a link: the shortcoming or commitment, and the sentence that speaks to it."""
ANCHOR = {
    "media": "TEXT",
    "year": "INTEGER",
    "report": "TEXT",
    "quote": "TEXT",
    "before": "TEXT",
    "after": "TEXT",
    "start": "INTEGER",
    "end": "INTEGER",
}
_ANCHORED = (f"{end}_{name}" for end in ENDS for name in ANCHOR)
COLUMNS = ("decided_at", "decided_by", "note", "item", "kind", "verdict", *_ANCHORED)
TYPES = ", ".join(f"{name} {ANCHOR.get(name.partition('_')[2], 'TEXT')} NOT NULL" for name in COLUMNS)
SCHEMA = f"""
CREATE TABLE IF NOT EXISTS decisions (number INTEGER PRIMARY KEY AUTOINCREMENT, {TYPES});
CREATE INDEX IF NOT EXISTS decisions_item ON decisions (item);
CREATE INDEX IF NOT EXISTS decisions_about ON decisions (about_media, about_year);
CREATE TRIGGER IF NOT EXISTS decisions_stay BEFORE UPDATE ON decisions
    BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
CREATE TRIGGER IF NOT EXISTS decisions_remain BEFORE DELETE ON decisions
    BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
"""


class Anchor(Frozen):
    """A place in a report that is found again after the report was put in anew.

    `start` and `end` are where the quote stood in report `report` (code points, end exclusive).
    """

    media: str
    year: int
    report: str
    quote: str
    before: str
    after: str
    start: int
    end: int

    @classmethod
    def of(cls, evidence: Evidence, text: str) -> Anchor:
        """Anchor evidence of a report with this text. Raises ValueError where the text does not hold it there."""
        start, end = evidence.start, evidence.end
        if text[start:end] != evidence.quote or not evidence.quote:
            raise ValueError("the text does not hold the quote at its offsets")
        return cls(
            media=evidence.media,
            year=evidence.year,
            report=evidence.report,
            quote=evidence.quote,
            before=text[max(0, start - CONTEXT) : start],
            after=text[end : end + CONTEXT],
            start=start,
            end=end,
        )

    def find(self, text: str) -> tuple[int, int] | None:
        """Return where the quote stands in `text`, the present text of this media and year, or None.

        Of several places the one with most of the old context around it counts, then the nearest.
        """
        best: tuple[int, int, int] | None = None
        place = text.find(self.quote)
        while place >= 0:
            end = place + len(self.quote)
            alike = _common(self.before[::-1], text[max(0, place - CONTEXT) : place][::-1])
            alike += _common(self.after, text[end : end + CONTEXT])
            found = alike, -abs(place - self.start), place
            best = found if best is None else max(best, found)
            place = text.find(self.quote, place + 1)
        return None if best is None else (best[2], best[2] + len(self.quote))

    def same_place(self, other: Anchor) -> bool:
        """Tell whether both are the same words of the same media and year, whichever version said them."""
        return (self.media, self.year, self.quote) == (other.media, other.year, other.quote)


class Decision(Frozen):
    """One verdict of a person on one link."""

    number: int
    """Grows with each decision of the library."""
    decided_at: str
    """ISO 8601, UTC."""
    decided_by: str
    item: str
    """Id of the shortcoming or commitment when it was decided."""
    about: Anchor
    """The shortcoming's or commitment's own words."""
    kind: LinkKind
    verdict: Verdict
    evidence: Anchor
    note: str


class Decisions:
    """The decisions of one library, in ``decisions.sqlite``. Safe to use from many threads and processes."""

    def __init__(self, data_dir: Path | str) -> None:
        """Say where they are; the file is made with the first decision."""
        self.path = Path(data_dir) / "decisions.sqlite"

    def record(
        self,
        item: str,
        about: Anchor,
        kind: LinkKind,
        verdict: Verdict,
        evidence: Anchor,
        *,
        by: str,
        note: str = "",
    ) -> Decision:
        """Keep a decision; when this returns it is on the disk. Raises LibraryError where it can't be kept."""
        if not by.strip():
            raise LibraryError("请说明是谁作的决定（by）")
        values: list[str | int] = [datetime.now(UTC).isoformat(), by, note, item, kind, verdict]
        for anchor in (about, evidence):
            values += [getattr(anchor, name) for name in ANCHOR]
        insert = f"INSERT INTO decisions ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(values))})"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with writing(self.path) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.executescript(SCHEMA)
                with connection:
                    number = connection.execute(insert, values).lastrowid
                row = connection.execute("SELECT * FROM decisions WHERE number = ?", (number,)).fetchone()
        except (OSError, sqlite3.Error) as error:
            raise LibraryError(f"决定未能保存：{reason(error)}") from error
        return _decision(row)

    def current(self, item: str, about: Anchor | None = None) -> list[Decision]:
        """Return what holds now of an item: of each link the last verdict, in the order they were decided.

        `about` is the item's own words: with it, decisions on the same statement of an earlier version of the
        report count too. Raises LibraryError where the file is damaged.
        """
        held: dict[tuple[str, str, int, str], Decision] = {}
        for decision in self.history(item, about):
            where = decision.evidence
            key = decision.kind, where.media, where.year, where.quote
            held.pop(key, None)
            if decision.verdict != "withdraw":
                held[key] = decision
        return list(held.values())

    def history(self, item: str, about: Anchor | None = None) -> list[Decision]:
        """Return every decision on an item, oldest first, those that no longer hold too; `about` as in `current`."""
        query = "SELECT * FROM decisions WHERE item = ?"
        values: list[str | int] = [item]
        if about is not None:
            query += " OR (about_media = ? AND about_year = ? AND about_quote = ?)"
            values += [about.media, about.year, about.quote]
        return list(self._read(f"{query} ORDER BY number", values))

    def all(self) -> list[Decision]:
        """Return every decision ever made, oldest first. Raises LibraryError where the file is damaged."""
        return list(self._read("SELECT * FROM decisions ORDER BY number", ()))

    def _read(self, query: str, values: Iterable[str | int]) -> Iterator[Decision]:
        if not self.path.exists():
            return
        try:
            with reading(self.path) as connection:
                # Whoever made the file may have been killed before it wrote the first decision.
                made = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'decisions'").fetchone()
                rows = connection.execute(query, tuple(values)).fetchall() if made else []
        except sqlite3.Error as error:
            raise LibraryError(f"决定文件 {self.path.name} 无法读取：{reason(error)}") from error
        yield from map(_decision, rows)


def _decision(row: sqlite3.Row) -> Decision:
    about, evidence = (Anchor(**{name: row[f"{end}_{name}"] for name in ANCHOR}) for end in ENDS)
    plain = {name: row[name] for name in ("number", *COLUMNS[:6])}
    return Decision(**plain, about=about, evidence=evidence)


def _common(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length
