"""Entities and figures of a whole library, read off its graph year by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple, get_args

from api.access.scope import SCOPE, visible
from api.errors import UnknownError
from api.objects import Entity, EntityList, EntityType, MetricList
from ingest.report import Evidence
from kg.entities import normalised
from kg.queries import iri, literal, run
from kg.series import EntityYears, YearMentions, entity_years
from kg.vocabulary import DATA
from search.library import Library
from search.yearly import renamings, yearly_figures

TYPES: tuple[EntityType, ...] = get_args(EntityType)


def entities(
    library: Library, kind: EntityType | None, text: str | None, media: str | None, limit: int
) -> EntityList:
    """Return the entities of one type or of all, of one media or of all, whose name in any spelling holds `text`."""
    wanted = normalised(text) if text and text.strip() else ""
    found: list[Entity] = []
    for each in [kind] if kind else TYPES:
        held = _merged(library, each, [media] if media else library.media)
        found += [one for one in held if any(wanted in normalised(label) for label in one.labels)]
    return EntityList(total=len(found), entities=found[:limit])


def entity(library: Library, wanted: str) -> Entity:
    """Return the entity with this id. Raises UnknownError where no report held speaks of it."""
    kind = next((each for each in TYPES if wanted.startswith(f"{each}-")), None)
    if kind is not None:
        for one in _merged(library, kind, filter(visible, _media_of(library, wanted))):
            if one.id == wanted:
                return one
    raise UnknownError(f"资料库中没有实体 {wanted}")


class Neighbour(NamedTuple):
    """An entity that stands in one fact with another."""

    id: str
    type: EntityType
    label: str
    facts: int
    """How many facts name both."""


def neighbours(library: Library, entity: str) -> list[Neighbour]:
    """Return the entities that facts name together with this one, the most frequent first."""
    node, limit = iri(f"{DATA}{entity}"), SCOPE.get()
    # A report's graph holds its own spellings: in those of one media stand no names that only others use.
    where = f"?fact yz:about {node} ; yz:about ?other . ?other skos:prefLabel ?name ."
    if limit is not None:
        where = f"GRAPH ?graph {{ {where} ?fact yz:report/yz:mediaName {literal(limit)} }}"
    rows = run(
        library.graph,
        f"""SELECT ?other (SAMPLE(?name) AS ?label) (COUNT(DISTINCT ?fact) AS ?facts)
WHERE {{ {where} FILTER(?other != {node}) }}
GROUP BY ?other ORDER BY DESC(?facts) ?label""",
    )
    found = []
    for row in rows:
        name = str(row["other"]).removeprefix(DATA)
        kind = next((each for each in TYPES if name.startswith(f"{each}-")), None)
        if kind is not None:
            found.append(Neighbour(name, kind, str(row["label"]), int(str(row["facts"]))))
    return found


def _media_of(library: Library, entity: str) -> list[str]:
    """Return the media of the library whose facts name an entity: few of many."""
    rows = run(
        library.graph,
        f"SELECT DISTINCT ?name {{ ?fact yz:about {iri(f'{DATA}{entity}')} ; yz:report/yz:mediaName ?name }}",
    )
    return sorted({str(row["name"]) for row in rows} & set(library.media))


def metrics(library: Library, media: str | None, name: str | None, subject: str | None) -> MetricList:
    """Return the figures of one media or of all as yearly series.

    Of one media, what goes on under another name is one series; of all it is not, since that means reading every text.
    """
    if media:
        renamed = renamings(library, media)
        return MetricList(series=yearly_figures(library.graph, media, renamed, name, subject))
    found = [yearly_figures(library.graph, each, None, name, subject) for each in library.media]
    return MetricList(series=[series for each in found for series in each])


def _merged(library: Library, kind: EntityType, media: Iterable[str]) -> list[Entity]:
    """Return the entities of a type; an award that several media won is one, its years put together."""
    by_id: dict[str, list[tuple[str, EntityYears]]] = defaultdict(list)
    for each in media:
        for one in entity_years(library.graph, each, kind):
            by_id[one.id].append((each, one))
    found = []
    for name, held in by_id.items():
        latest = max((one for _, one in held), key=lambda one: one.years[-1].year)
        years: dict[int, list[Evidence]] = defaultdict(list)
        for _, one in held:
            for mentions in one.years:
                years[mentions.year] += mentions.evidence
        found.append(
            Entity(
                id=name,
                type=kind,
                label=latest.label,
                labels=sorted({label for _, one in held for label in one.labels}),
                outlet=latest.outlet,
                media=[each for each, _ in held],
                years=[YearMentions(year=year, evidence=tuple(at)) for year, at in sorted(years.items())],
            )
        )
    return sorted(found, key=lambda one: (one.label, one.id))
