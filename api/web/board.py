"""The rows of the trace board: a statement and, year by year, what later reports say of it and people said of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.deciding import Standing
from api.errors import UnknownError
from api.service import Service
from api.words import status_word
from ingest.report import Evidence
from search.answers import Link, LinkKind, TraceItem
from search.decisions import Verdict

SIGNS = {
    "已回应": ("fixed", "●"),
    "有行动": ("fixed", "●"),
    "有进展，又提": ("partly", "◐"),
    "再次提出": ("recurring", "↻"),
    "未见下文": ("untraced", "○"),
    "待来年看": ("pending", "…"),
}
"""For each word of a status its class and the sign that tells it without colour."""


@dataclass(frozen=True)
class Shown:
    """A link on the board, with what people said of it."""

    kind: LinkKind
    evidence: Evidence
    score: float | None
    """How sure the system is, None where a person said it."""
    verdict: Verdict | None
    by: str
    """Who said so, empty where nobody did."""


@dataclass(frozen=True)
class Row:
    """A statement and, by year, what later reports say of it."""

    item: TraceItem
    word: str
    cells: dict[int, list[Shown]]


def rows_of(floor: Service, media: str, year: int | None = None) -> list[Row]:
    """Return the statements of a media, those of the latest year first, of a year in the order of the text."""
    items = sorted(floor.trace(media=media, year=year).items, key=lambda item: -item.year)
    said = floor.decisions(items)
    return [_row(item, said.get(item.id, ())) for item in items]


def row_of(floor: Service, item: str) -> Row:
    """Return one statement. Raises UnknownError for one that is not held."""
    about = floor.statement(item).evidence
    for row in rows_of(floor, about.media, about.year):
        if row.item.id == item:
            return row
    raise UnknownError(f"资料库中没有不足或承诺 {item}")


def _row(item: TraceItem, said: Sequence[Standing]) -> Row:
    groups: tuple[tuple[LinkKind, list[Link]], ...] = (
        ("response", item.responses),
        ("action", item.actions),
        ("recurrence", item.recurrences),
    )
    shown: list[Shown] = []
    for kind, links in groups:
        for link in links:
            standing = next((each for each in said if each.on(kind, link.evidence)), None)
            decision = standing.decision if standing is not None else None
            shown.append(
                Shown(
                    kind,
                    link.evidence,
                    None if decision else link.score,
                    decision.verdict if decision else None,
                    decision.decided_by if decision else "",
                )
            )
        # What a person rejected is no link any more; the board keeps it in sight, to be taken back.
        shown += [
            Shown(kind, each.evidence, None, "reject", each.decision.decided_by)
            for each in said
            if each.decision.kind == kind and each.decision.verdict == "reject"
        ]
    cells: dict[int, list[Shown]] = {}
    for each in shown:
        cells.setdefault(each.evidence.year, []).append(each)
    return Row(item, status_word(item), cells)
