"""Outlets and columns that go on under another name, as the reports tell it (A更名为B)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from search.questions.entity import Entity
from search.questions.words import key

_RENAMED = re.compile(r"(?:更名|改名|易名|改称|改叫|升级)(?:成|为|叫)+")
_END = re.compile(r"[。；;！？\n]")
_SORTS = frozenset({"platform", "column", "referent"})
NEAR = 24
"""Code points beside the verb in which a name is looked for."""


@dataclass(frozen=True)
class Renamed:
    """`before` became `after`; both are what was called so, in `year`'s report."""

    before: frozenset[str]
    after: frozenset[str]
    """IRIs."""
    was: str
    now: str
    year: int


def renames(texts: Iterable[tuple[int, str]], named: Mapping[str, Sequence[Entity]]) -> list[Renamed]:
    """Return the renamings that reports (year and text) tell, of entities known by their names' keys."""
    known = {
        name: [entity for entity in entities if entity.kind in _SORTS]
        for name, entities in named.items()
        if len(name) > 2 and any(entity.kind in _SORTS for entity in entities)
    }
    found = []
    for year, text in texts:
        for match in _RENAMED.finditer(text):
            start = max((end.end() for end in _END.finditer(text, 0, match.start())), default=0)
            before = key(text[max(start, match.start() - NEAR) : match.start()])
            ends = _END.search(text, match.end())
            after = key(text[match.end() : min(ends.start() if ends else len(text), match.end() + NEAR)])
            olds = [name for name in known if name in before]
            news = [name for name in known if after.startswith(name)]
            if olds and news:
                # The nearest name before the verb, the longest of those that begin after it.
                old = max(olds, key=lambda name: (before.rfind(name) + len(name), len(name)))
                new = max(news, key=len)
                one, other = known[old], known[new]
                if {e.iri for e in one}.isdisjoint(e.iri for e in other):
                    found.append(
                        Renamed(
                            frozenset(e.iri for e in one),
                            frozenset(e.iri for e in other),
                            one[0].label,
                            other[0].label,
                            year,
                        )
                    )
    return found


def series(irs: Iterable[str], found: Iterable[Renamed]) -> tuple[set[str], list[Renamed]]:
    """Return some entities together with what they were called before and after, and the renamings between."""
    all_, used, last = set(irs), list[Renamed](), -1
    renamed = list(found)
    while len(all_) != last:
        last = len(all_)
        for each in renamed:
            if (all_ & each.before or all_ & each.after) and each not in used:
                all_ |= each.before | each.after
                used.append(each)
    return all_, used
