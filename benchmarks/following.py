"""What became of shortcomings and commitments, held against what a careful reader links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.figures import Count, Share
from benchmarks.gold import Record, media_folders, series_gold
from benchmarks.matching import STATEMENT_OVERLAP, match
from benchmarks.places import shared
from benchmarks.stored import Shelf, Spot, meet
from search.answers import Trace, TraceItem
from search.library import Library

Follow = Callable[[Library, str], Trace]
"""library, media → trace."""
LINKS = ("responses", "actions", "recurrences")


@dataclass(frozen=True)
class Followed:
    """A gold item with the item of the program that is the same statement, None where there is none."""

    gold: Record
    media: str
    found: TraceItem | None


@dataclass
class Following:
    """What was counted over the statements of one part."""

    items: Count = field(default_factory=Count)
    status: Share = field(default_factory=Share)
    by_status: defaultdict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    links: dict[str, Count] = field(default_factory=lambda: dict.fromkeys(LINKS, Count()))
    followed: list[Followed] = field(default_factory=list)


def measure(shelf: Shelf, part: str, media: str | None, follow: Follow) -> Following | None:
    """Trace every media of `part`; None where it has no statements."""
    counted = Following()
    for folder in media_folders(part, media):
        gold = series_gold(folder)
        if gold and gold["trace"]:
            add(counted, shelf, gold, list(follow(shelf.library, gold["media"]).items))
    return counted if counted.followed else None


def add(counted: Following, shelf: Shelf, gold: Record, found: list[TraceItem]) -> None:
    """Count one media: items are one where kind, year and four fifths of the characters are the same.

    An item that was not found has the wrong status and lacks its links; the links of an item that the gold
    does not have are wrong.
    """
    wanted, media = gold["trace"], gold["media"]
    spots = [shelf.spot(media, item) for item in wanted]
    places = [shelf.of(item.evidence) for item in found]

    def same(i: int, j: int) -> bool:
        alike = wanted[i]["kind"] == found[j].kind and spots[i][0] == places[j][0]
        return alike and shared(spots[i][1], places[j][1]) >= STATEMENT_OVERLAP

    pairs = dict(match(range(len(wanted)), range(len(found)), same))
    counted.items += Count(len(wanted), len(found), len(pairs))
    for i, item in enumerate(wanted):
        mine = found[pairs[i]] if i in pairs else None
        counted.followed.append(Followed(item, media, mine))
        right = Share(int(mine is not None and mine.status == item["status"]), 1)
        counted.status += right
        counted.by_status[item["status"]] += right
        for kind in LINKS:
            quotes = [shelf.spot(media, quote) for quote in item[kind]]
            counted.links[kind] += _linked(quotes, _links(shelf, mine, kind))
    for j in set(range(len(found))) - set(pairs.values()):
        for kind in LINKS:
            counted.links[kind] += Count(0, len(_links(shelf, found[j], kind)), 0)


def _links(shelf: Shelf, item: TraceItem | None, kind: str) -> list[Spot]:
    return [shelf.of(link.evidence) for link in getattr(item, kind)] if item is not None else []


def _linked(quotes: list[Spot], links: list[Spot]) -> Count:
    return Count(len(quotes), len(links), len(match(quotes, links, meet)))


def as_json(counted: Following) -> Record:
    """Return the figures under fixed keys."""
    return {
        "items": counted.items.as_json(),
        "status": counted.status.as_json(),
        "status by gold": {key: counted.by_status[key].as_json() for key in sorted(counted.by_status)},
        "links": {kind: counted.links[kind].as_json() for kind in LINKS},
    }
