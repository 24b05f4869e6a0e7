"""How a report and its passages are kept: as lines of JSON, so that who shows three of them reads three.

The first line tells where each passage and fact stands, the second is the report without its facts; then comes a line
for each passage and a line for each fact, in the order of the text. Reports kept before 2026-11-30 are one line of all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Self

from ingest.report import Fact, Frozen, Report
from search.passages import Passage

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Place = tuple[str, int, int]


class Places(Frozen):
    """Where the passages and facts of a report stand: id, start, end (code points) of each, in the order of the text."""

    passages: tuple[Place, ...]
    facts: tuple[Place, ...]


class _Whole(Frozen):
    report: Report
    passages: tuple[Passage, ...]


def kept(report: Report, passages: Sequence[Passage]) -> bytes:
    """Return the kept form of a report and its passages."""
    facts = sorted(report.facts, key=lambda fact: fact.evidence.start)
    places = Places(
        passages=tuple((each.id, each.start, each.end) for each in passages),
        facts=tuple((fact.id, fact.evidence.start, fact.evidence.end) for fact in facts),
    )
    values = [places, report.model_copy(update={"facts": ()}), *passages, *facts]
    return "\n".join(value.model_dump_json() for value in values).encode()


def whole(content: bytes) -> tuple[Report, tuple[Passage, ...]]:
    """Return the report and its passages. Raises ValueError where `content` is not their kept form."""
    if b"\n" not in content:
        found = _Whole.model_validate_json(content)
        return found.report, found.passages
    lines = _Lines.of(content)
    found = _Whole.model_validate_json(
        b'{"passages":[%s],"report":%s}' % (b",".join(lines.passages), lines.report)
    )
    facts = _facts().validate_json(b"[%s]" % b",".join(lines.facts))
    return found.report.model_copy(update={"facts": facts}), found.passages


class _Lines(NamedTuple):
    """A kept form, cut into what each line holds."""

    places: Places
    report: bytes
    passages: list[bytes]
    facts: list[bytes]

    @classmethod
    def of(cls, content: bytes) -> Self:
        first, report, *rest = content.split(b"\n")
        places = Places.model_validate_json(first)
        count = len(places.passages)
        if len(rest) != count + len(places.facts):
            raise ValueError("not as many lines as passages and facts")
        return cls(places, report, rest[:count], rest[count:])


class Glance:
    """A kept report of which only what is asked for is read. Offsets are those of its text; ids are as in the index."""

    def __init__(self, content: bytes) -> None:
        """Take the kept form. Raises ValueError where it is none."""
        self._lines = _Lines.of(content if b"\n" in content else kept(*whole(content)))
        self._passages, self._facts = self._lines.places.passages, self._lines.places.facts

    def passage(self, passage: str) -> Passage | None:
        """Return the passage with this id, None where the report has none."""
        return next((self._passage(at) for at, each in enumerate(self._passages) if each[0] == passage), None)

    def passage_of(self, start: int, end: int) -> Passage | None:
        """Return the passage that is just this span, None where none is."""
        places = enumerate(self._passages)
        return next((self._passage(at) for at, each in places if (each[1], each[2]) == (start, end)), None)

    def fact(self, fact: str) -> Fact | None:
        """Return the fact with this id, None where the report has none."""
        at = next((at for at, each in enumerate(self._facts) if each[0] == fact), None)
        return None if at is None else _facts().validate_json(b"[%s]" % self._lines.facts[at])[0]

    def facts_within(self, start: int, end: int) -> list[str]:
        """Return the ids of the facts whose evidence lies within the span, in the order of the text."""
        first = bisect_left(self._facts, start, key=lambda each: each[1])
        last = bisect_left(self._facts, end, key=lambda each: each[1])
        return [each[0] for each in self._facts[first:last] if each[2] <= end]

    def _passage(self, at: int) -> Passage:
        return Passage.model_validate_json(self._lines.passages[at])


@cache
def _facts() -> TypeAdapter[tuple[Fact, ...]]:
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[Fact, ...])
