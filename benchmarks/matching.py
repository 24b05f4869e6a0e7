"""The rules by which a found fact is a gold fact, and the one-to-one matching under a rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from benchmarks.gold import Record
from benchmarks.names import one_holds_other, plain, same_measure, same_subject
from benchmarks.places import Place, overlap, shared
from ingest.report import FACT_TYPES


@dataclass(frozen=True)
class Said:
    """One fact, of the gold or of the program, with the places of the text that say it."""

    kind: str
    fields: Record
    places: tuple[Place, ...]
    media: str = ""


Rule = Callable[[Said, Said], bool]
"""Gold fact, found fact → whether they are one. Both have the same kind."""

STATEMENT_OVERLAP = 0.8


def _works(fact: Said) -> set[str]:
    return {plain(title) for title in fact.fields["works"]}


def _award_and_edition(gold: Said, found: Said) -> bool:
    return gold.fields["edition"] == found.fields["edition"] and one_holds_other(
        gold.fields["award"], found.fields["award"]
    )


def _award(gold: Said, found: Said) -> bool:
    level = plain(gold.fields["level"] or "") == plain(found.fields["level"] or "")
    return (
        level
        and _award_and_edition(gold, found)
        and gold.fields["count"] == found.fields["count"]
        and _works(gold) == _works(found)
    )


def _award_and_recipient(gold: Said, found: Said) -> bool:
    mine, other = gold.fields["recipient"], found.fields["recipient"]
    same = mine == other if mine is None or other is None else one_holds_other(mine, other)
    return same and gold.fields["year"] == found.fields["year"] and _award(gold, found)


def _title(gold: Said, found: Said) -> bool:
    return plain(gold.fields["title"]) == plain(found.fields["title"])


def _title_and_genre(gold: Said, found: Said) -> bool:
    return _title(gold, found) and gold.fields["genre"] == found.fields["genre"]


def _title_and_platform(gold: Said, found: Said) -> bool:
    mine, other = gold.fields["platform"], found.fields["platform"]
    return _title(gold, found) and (
        mine == other if mine is None or other is None else one_holds_other(mine, other)
    )


def _platform_name(gold: Said, found: Said) -> bool:
    return plain(gold.fields["name"]) == plain(found.fields["name"])


def _platform(gold: Said, found: Said) -> bool:
    return _platform_name(gold, found) and gold.fields["kind"] == found.fields["kind"]


def _places(gold: Said, found: Said) -> bool:
    return overlap(gold.places, found.places)


def _value(gold: Said, found: Said) -> bool:
    return bool(gold.fields["value"] == found.fields["value"]) and _places(gold, found)


def _metric(gold: Said, found: Said) -> bool:
    same = all(gold.fields[field] == found.fields[field] for field in ("unit", "qualifier"))
    return same and _value(gold, found)


def _metric_of(gold: Said, found: Said) -> bool:
    return (
        _metric(gold, found)
        and same_measure(gold.fields["name"], found.fields["name"])
        and same_subject(gold.fields["subject"], found.fields["subject"], gold.media)
    )


def _event(gold: Said, found: Said) -> bool:
    return gold.fields["date"] == found.fields["date"] and _places(gold, found)


def _statement(gold: Said, found: Said) -> bool:
    return shared(gold.places, found.places) >= STATEMENT_OVERLAP


def _half_statement(gold: Said, found: Said) -> bool:
    return shared(gold.places, found.places) >= STATEMENT_OVERLAP / 2


RULES: dict[str, Rule] = {
    "award": _award,
    "work": _title,
    "column": _title,
    "platform": _platform,
    "metric": _metric,
    "event": _event,
    "response": _statement,
    "shortcoming": _statement,
    "commitment": _statement,
}
"""The rule that counts, by fact type."""

OTHER_RULES: dict[str, dict[str, Rule]] = {
    "award": {"award+edition": _award_and_edition, "with year+recipient": _award_and_recipient},
    "work": {"with genre": _title_and_genre},
    "column": {"with platform": _title_and_platform},
    "platform": {"name": _platform_name},
    "metric": {"value": _value, "with name+subject": _metric_of},
    "event": {"place": _places},
    "response": {"overlap 0.4": _half_statement},
    "shortcoming": {"overlap 0.4": _half_statement},
    "commitment": {"overlap 0.4": _half_statement},
}
"""Looser and stricter rules that tell where a type falls short, by fact type and label."""

if set(RULES) != set(FACT_TYPES):
    raise AssertionError("every fact type needs a rule")

_One = TypeVar("_One")
_Other = TypeVar("_Other")


def match(
    ones: Sequence[_One], others: Sequence[_Other], same: Callable[[_One, _Other], bool]
) -> list[tuple[int, int]]:
    """Return a largest one-to-one matching as index pairs (into `ones`, into `others`), sorted.

    No order of the two lists changes how many pairs there are, so no lucky order lifts a figure.
    """
    edges = [[j for j, other in enumerate(others) if same(one, other)] for one in ones]
    taken: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        # Augmenting path: take a free partner, or one whose holder finds another.
        for j in edges[i]:
            if j not in tried:
                tried.add(j)
                if j not in taken or place(taken[j], tried):
                    taken[j] = i
                    return True
        return False

    for i in range(len(ones)):
        place(i, set())
    return sorted((i, j) for j, i in taken.items())
