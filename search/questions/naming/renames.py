"""Outlets and columns that go on under another name, as the reports tell it (A更名为B)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.renamings import RenamedOutlet
from search.questions.naming.entity import Entity
from search.questions.wording.words import key

_RENAMED = re.compile(
    r"(?:更名|改名|易名|改称|改叫|改版|升级)(?:成|为|叫)+|(?:更名|改名|易名)(?=[《“])"
    r"|由(?P<old>[^，。；]{2,24}?)(?:于[^，。；]{2,12})?(?:更名|改名|易名|改版|升级)而来(?P<of>的)?"
)
_OLD = re.compile(
    r"(?:^|[，、：日月初底原由将])[“\"《]?(?P<name>[^，、：日月“”\"《》]{2,14})[”\"》]?(?:客户端|APP|公众号|栏目|专栏)?(?:正式|全新)?$"
)
_END = re.compile(r"[。；;！？\n]")
_SORTS = frozenset({"platform", "column", "referent"})
NEAR = 24
"""Code points beside the verb in which a name is looked for."""


@dataclass(frozen=True)
class Renamed:
    """`before` became `after`: what was called so, by IRI; `before` is empty where no report knows it otherwise."""

    before: frozenset[str]
    after: frozenset[str]
    was: str
    now: str
    year: int


def renames(
    outlets: Iterable[RenamedOutlet],
    entities: Mapping[str, Entity],
    texts: Iterable[tuple[int, str]],
    named: Mapping[str, Sequence[Entity]],
) -> list[Renamed]:
    """Return the renamings that reports tell: of outlets as the graph has them, else as the texts (by year) say.

    `entities` are all entities by IRI, `named` by their names' keys.
    """
    found = [
        Renamed(frozenset({each.before}), frozenset({each.after}), each.was, each.now, each.year)
        for each in outlets
        if each.before in entities and each.after in entities
    ]
    for told in _told(texts, named):
        if not any(known.before & told.before and known.after & told.after for known in found):
            found.append(told)
        else:
            # The text knows of mere names (referents) as well.
            found = [
                replace(known, before=known.before | told.before, after=known.after | told.after)
                if known.before & told.before and known.after & told.after
                else known
                for known in found
            ]
    return found


def _told(texts: Iterable[tuple[int, str]], named: Mapping[str, Sequence[Entity]]) -> list[Renamed]:
    """What the texts say of entities known by their names' keys."""
    known = {
        name: _called(name, entities)
        for name, entities in named.items()
        if len(name) > 2 and any(entity.kind in _SORTS for entity in entities)
    }
    found = []
    for year, text in texts:
        for match in _RENAMED.finditer(text):
            before, after = _beside(text, match)
            if match["old"]:
                # B由A更名而来, or 由A升级而来的B
                was = match["old"]
                news = [
                    n for n in known if (key(after).startswith(n) if match["of"] else key(before).endswith(n))
                ]
            else:
                told = _OLD.search(before)
                was, news = told["name"] if told else "", [n for n in known if key(after).startswith(n)]
            olds = [name for name in known if name in key(match["old"] or before)]
            if not news or not (olds or was):
                continue
            other = known[max(news, key=len)]
            # The nearest name before the verb.
            spot = key(match["old"] or before)
            old = max(olds, key=lambda name: (spot.rfind(name) + len(name), len(name)), default=None)
            one = known[old] if old else []
            if {e.iri for e in one}.isdisjoint(e.iri for e in other):
                irs, now = frozenset(e.iri for e in one), frozenset(e.iri for e in other)
                found.append(Renamed(irs, now, one[0].label if one else was, other[0].label, year))
    return found


def _called(name: str, entities: Sequence[Entity]) -> list[Entity]:
    """Return what is called just so, else what may be: 更名为《江南日报》 is said of the paper, and not of its accounts."""
    sorts = [entity for entity in entities if entity.kind in _SORTS]
    return [entity for entity in sorts if key(entity.label) == name] or sorts


def _beside(text: str, match: re.Match[str]) -> tuple[str, str]:
    """Return what stands in the sentence before and after a verb, as far as names are looked for."""
    start = max((end.end() for end in _END.finditer(text, 0, match.start())), default=0)
    end = _END.search(text, match.end())
    stop = min(end.start() if end else len(text), match.end() + NEAR)
    return text[max(start, match.start() - NEAR) : match.start()], text[match.end() : stop]


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
