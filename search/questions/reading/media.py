"""Which media a question is about, where the reports of several are stored."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from weakref import WeakKeyDictionary

from kg.entities import normalised
from kg.queries import literal, run
from kg.store import GraphStore
from search.questions.naming.names import proper_part
from search.questions.reading.sides import AND, Sides, Way, ahead, apart
from search.questions.wording.words import key

_BY_NAME = """SELECT DISTINCT ?name WHERE {{
  ?entity skos:hiddenLabel ?label .
  {{ ?entity yz:media ?media }} UNION {{ ?fact yz:award ?entity ; yz:media ?media }}
  ?report yz:media ?media ; yz:mediaName ?name .
  FILTER(STRLEN(?label) > 2 && CONTAINS({question}, ?label))
}}"""


@dataclass(frozen=True)
class Chosen:
    """The media of a question, or why there is none (Chinese)."""

    media: str | None
    reason: str | None = None


_STORED: WeakKeyDictionary[GraphStore, list[str]] = WeakKeyDictionary()


def stored_media(store: GraphStore) -> list[str]:
    """Return the media stored, each as its latest report spells it, sorted; read once for each graph that is open."""
    if store not in _STORED:
        # Of all reports: with a thousand stored, reading it for every question took a third of the answer's time.
        _STORED[store] = _read_media(store)
    return _STORED[store]


def _read_media(store: GraphStore) -> list[str]:
    rows = run(
        store,
        "SELECT ?media ?name ?year WHERE { ?r a yz:Report ; yz:media ?media ; yz:mediaName ?name ; yz:year ?year } "
        "ORDER BY ?year",
    )
    return sorted({str(row["media"]): str(row["name"]) for row in rows}.values())


def choose(store: GraphStore, question: str, asked: str | None) -> Chosen:
    """Return the media that was asked for, the only one stored, or the one that the question names."""
    stored = stored_media(store)
    if not stored:
        return Chosen(None, "资料库中还没有报告")
    if asked is not None:
        found = [media for media in stored if normalised(media) == normalised(asked)] or _named(
            key(asked), stored
        )
        if len(found) == 1:
            return Chosen(found[0])
        return Chosen(None, f"资料库中没有“{asked}”的报告；已有：{_listed(stored)}")
    if len(stored) == 1:
        return Chosen(stored[0])
    text = key(question)
    found = _named(text, stored)
    if not found:
        rows = run(store, _BY_NAME.format(question=literal(text)))
        found = sorted({str(row["name"]) for row in rows} & set(stored))
    if len(found) == 1:
        return Chosen(found[0])
    among = found or stored
    return Chosen(None, f"资料库中有多家媒体的报告，请指明是哪一家：{_listed(among)}")


_SUFFIX = re.compile(
    r"[省市县州区旗]?(?:融媒体中心|融媒中心|广播电视(?:总台|台|集团)|广电(?:集团|总台|中心|台)?|电视台|报业(?:传媒)?集团|传媒集团|[日晚]报社?|报社|新闻网|融媒|总台|中心|集团|台)?"
)


def between(store: GraphStore, question: str) -> tuple[list[str], Sides] | None:
    """Return the media of which a question asks the same, with their sides; None where it names no two, or asks no such thing."""
    text = key(question)
    places: list[tuple[int, int, str]] = []
    for media in stored_media(store):
        for name in (key(media), proper_part(media)):
            start = text.find(name) if len(name) >= 2 else -1
            if start >= 0:
                suffix = _SUFFIX.match(text, start + len(name)) if name != key(media) else None
                places.append((start, suffix.end() if suffix else start + len(name), media))
                break
    places.sort()
    if len(places) < 2 or any(one[1] > other[0] for one, other in pairwise(places)):
        return None
    names = [key(media) for _, _, media in places]
    head, tail = text[: places[0][0]], text[places[-1][1] :]
    if all(AND.fullmatch(text[one[1] : other[0]]) for one, other in pairwise(places)):
        # 甲报、乙报的不足有哪些: what is asked of media side by side is asked of each.
        found: Sides | None = apart(head, names, tail) or Sides(
            tuple(names), tuple(f"{head}{name}{tail}" for name in names), Way.EACH
        )
    elif len(places) == 2:
        found = ahead(head, names, text[places[0][1] : places[1][0]], tail)
    else:
        found = None
    return None if found is None else ([media for _, _, media in places], found)


def _named(text: str, stored: Sequence[str]) -> list[str]:
    """Return the media that a text names: by the whole name, else by its proper part; the longest name wins."""
    for names in ({media: key(media) for media in stored}, {media: proper_part(media) for media in stored}):
        found = [media for media, name in names.items() if len(name) >= 2 and name in text]
        if found:
            most = max(len(names[media]) for media in found)
            return [media for media in found if len(names[media]) == most]
    return []


def _listed(media: Sequence[str]) -> str:
    shown = "、".join(media[:_SHOWN])
    return f"{shown}等{len(media)}家" if len(media) > _SHOWN else shown


_SHOWN = 8
