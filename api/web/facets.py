"""What a search can be narrowed by, with counts, each value an address of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from api.duties import NAMES
from api.service import Service
from api.web.addresses import address
from api.web.view import View
from api.words import FACT_TYPES
from ingest.report import Duty
from search.answers import Hit

MOST = 200
"""Hits looked at for a query: further ones are too far from it to be of use."""


@dataclass(frozen=True)
class Wanted:
    """What an address of the search page asks for."""

    query: str
    media: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    duties: tuple[Duty, ...] = ()
    types: tuple[str, ...] = ()

    def address(self, page: int = 1) -> str:
        """Return the address of this state."""
        return address(
            "/search",
            q=self.query,
            media=self.media,
            year=self.years,
            duty=[duty.value for duty in self.duties],
            type=self.types,
            page=page if page > 1 else None,
        )

    @property
    def narrowed(self) -> bool:
        """Whether anything is asked for beside the words."""
        return bool(self.media or self.years or self.duties or self.types)


@dataclass(frozen=True)
class Choice:
    """A value of a facet: how many hits have it, and the address that takes it in or out."""

    label: str
    count: int
    chosen: bool
    to: str


@dataclass(frozen=True)
class Facet:
    """One thing to narrow by."""

    name: str
    choices: list[Choice]


def hits_of(floor: Service, wanted: Wanted) -> list[Hit]:
    """Return the hits of a state, best first, MOST at most. Asked for types, they are facts."""
    if not wanted.types:
        return _found(floor, wanted, None)
    return [hit for hit in _found(floor, wanted, "fact") if _type(hit) in wanted.types]


def facets(view: View, floor: Service, wanted: Wanted, found: list[Hit]) -> list[Facet]:
    """Return the facets of `found`, the hits of `wanted`.

    Counts are of the nearest hits; narrowed, search reaches further and may find more. Of a facet with a choice
    the counts are those without it, so that the choice can be widened.
    """

    def hits(free: Wanted) -> list[Hit]:
        return found if free == wanted else hits_of(floor, free)

    media = Counter(hit.evidence.media for hit in hits(replace(wanted, media=())))
    years = Counter(hit.evidence.year for hit in hits(replace(wanted, years=())))
    duties = Counter(
        duty for hit in hits(replace(wanted, duties=())) if (duty := floor.duty(hit.evidence)) is not None
    )
    types = Counter(_type(hit) for hit in _found(floor, wanted, "fact"))
    order = list(FACT_TYPES)

    def choices(
        field: str, counts: Counter[Any], rank: Callable[[Any], Any], label: Callable[[Any], str]
    ) -> list[Choice]:
        chosen = getattr(wanted, field)
        made = []
        for value in sorted({*chosen, *counts}, key=rank):
            taken = value in chosen
            kept = tuple(each for each in chosen if each != value) if taken else (*chosen, value)
            change: dict[str, Any] = {field: kept}
            state = replace(wanted, **change)
            made.append(Choice(label(value), counts[value], taken, state.address()))
        return made

    made = [
        Facet(
            "媒体", choices("media", media, lambda name: (name not in wanted.media, -media[name], name), str)
        ),
        Facet("年度", choices("years", years, lambda year: -year, str)),
        Facet("责任", choices("duties", duties, list(Duty).index, lambda duty: view.say(NAMES[duty]))),
        Facet("类型", choices("types", types, order.index, lambda name: view.say(FACT_TYPES[name]))),
    ]
    return [facet for facet in made if facet.choices]


def _found(floor: Service, wanted: Wanted, kind: Literal["fact"] | None) -> list[Hit]:
    """Return the hits of one kind. Search takes one media, so of several each is asked for by itself."""
    found: list[Hit] = []
    for media in wanted.media or (None,):
        found += floor.search(
            wanted.query, media=media, years=wanted.years, duties=wanted.duties, kind=kind, limit=MOST
        ).hits
    return sorted(found, key=lambda hit: -hit.score)[:MOST]


def _type(hit: Hit) -> str:
    # Only hits that are facts are asked for their type.
    return hit.fact.type if hit.fact is not None else ""
