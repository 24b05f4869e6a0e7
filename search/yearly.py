"""Entities and figures over the years, joined where a report tells that one goes on under another name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ingest.report import Evidence, PlatformKind
from kg.entities import EntityKind
from kg.series import EntityYears, MetricPoint, MetricSeries, YearMentions, entity_years, metric_series
from kg.store import GraphStore
from search.questions.naming.catalog import catalog
from search.questions.naming.entity import Entity
from search.questions.naming.renames import Renamed
from search.questions.source import Texts
from search.questions.wording.words import key, measure_units, measure_words

_SHARES: Final = frozenset({"%", "元", "美元"})
"""Units that are always written: a figure without a unit is none of these."""


@dataclass(frozen=True)
class Renamings:
    """Which entities of a media are one because a report says that its name was changed."""

    latest: Mapping[str, str] = field(default_factory=dict)
    """By IRI of what is called otherwise today, the IRI of what it is called now."""
    told: Mapping[str, int] = field(default_factory=dict)
    """By IRI of an earlier name, the year of the report that tells of the change."""

    def now(self, iri: str) -> str:
        """Return what an entity is called at last; itself where it kept its name."""
        seen = {iri}
        while (after := self.latest.get(iri)) is not None and after not in seen:
            seen.add(after)
            iri = after
        return iri


def renamings(source: Texts, media: str) -> Renamings:
    """Return the renamings that the reports of a media tell (“掌上雁陂”客户端更名为“陂事通”), of entities they name."""
    held = catalog(source, media)
    return joined(held.renamed, held.entities)


def joined(found: Iterable[Renamed], entities: Mapping[str, Entity]) -> Renamings:
    """Return the renamings as pairs. A name may be borne by a paper and its accounts: like goes on as like."""
    latest: dict[str, str] = {}
    told: dict[str, int] = {}
    for each in found:
        after = {_sort(entities[iri]): iri for iri in sorted(each.after) if iri in entities}
        for iri in sorted(each.before & entities.keys()):
            other = after.get(_sort(entities[iri]))
            if other is not None and other != iri:
                latest[iri], told[iri] = other, each.year
    return Renamings(latest, told)


def _sort(entity: Entity) -> tuple[EntityKind, PlatformKind | None]:
    return entity.kind, entity.outlet


@dataclass(frozen=True)
class Followed:
    """An entity over the years under all its names."""

    entity: EntityYears
    """As it is called at last; `labels` and `years` are those of all names."""
    former: tuple[tuple[str, int], ...] = ()
    """Each earlier name with the year of the report that tells of the change."""


def yearly_entities(
    store: GraphStore, media: str, kind: EntityKind, renamed: Renamings | None = None
) -> list[Followed]:
    """Return the entities of a kind with their years, one for all its names."""
    known = renamed or Renamings()
    groups: dict[str, list[EntityYears]] = defaultdict(list)
    for entity in entity_years(store, media, kind):
        groups[known.now(entity.iri)].append(entity)
    return [_followed(now, group, known) for now, group in groups.items()]


def _followed(now: str, group: Sequence[EntityYears], renamed: Renamings) -> Followed:
    last = next((each for each in group if each.iri == now), group[-1])
    others = [each for each in group if each is not last]
    if not others:
        return Followed(last)
    years: dict[int, list[Evidence]] = defaultdict(list)
    for each in group:
        for mentions in each.years:
            years[mentions.year] += mentions.evidence
    whole = last.model_copy(
        update={
            "years": tuple(
                YearMentions(year=year, evidence=tuple(dict.fromkeys(found)))
                for year, found in sorted(years.items())
            )
        }
    )
    return Followed(whole, tuple((each.label, renamed.told[each.iri]) for each in others))


def yearly_figures(
    store: GraphStore,
    media: str,
    renamed: Renamings | None = None,
    name: str | None = None,
    subject: str | None = None,
) -> list[MetricSeries]:
    """Return the figures of a media as yearly series: one for a measure, subject and unit under all their names.

    Joined are: a subject that was renamed; a measure in other words (粉丝, 关注人数) where no year has both; a figure
    without a unit (粉丝9.7万) with those in the only unit that the measure has otherwise (粉丝2.3万人). People and
    visits (人, 人次) stay apart. `remark` says of what counts in several units over the years that it does. `name` and
    `subject`, in any spelling or under an earlier name, narrow it to the series that have such a figure; where none is
    called so, `name` may be another word for the measure. Ordered by name.
    """
    known = renamed or Renamings()
    found = metric_series(store, media)
    subjects = defaultdict(list)
    for series in found:
        subjects[known.now(series.subject_iri)].append(series)
    whole = []
    for now, group in subjects.items():
        by_measure: dict[str, dict[str | None, list[MetricSeries]]] = defaultdict(lambda: defaultdict(list))
        for series in group:
            by_measure[series.measure][series.unit].append(series)
        for units in by_measure.values():
            _without_unit(units)
        ways = _in_other_words([parts for units in by_measure.values() for parts in units.values()])
        whole += _remarked([_one(parts, now) for parts in ways], ways)
    if name is not None or subject is not None:
        facts = _called(store, media, name, subject)
        whole = [series for series in whole if any(point.fact in facts for point in series.points)]
    return sorted(whole, key=lambda s: (s.name, s.subject or "", s.unit or ""))


def _called(store: GraphStore, media: str, name: str | None, subject: str | None) -> set[str]:
    """Return the ids of the figures that are called so, else of those that another word for the measure finds."""
    found = metric_series(store, media, name, subject)
    if not found and name is not None:
        for word in sorted(measure_words().get(key(name), ())):
            found += metric_series(store, media, word, subject)
    return {point.fact for series in found for point in series.points}


def _without_unit(units: dict[str | None, list[MetricSeries]]) -> None:
    others = [unit for unit in units if unit is not None]
    if None in units and len(others) == 1 and others[0] not in _SHARES:
        units[others[0]] += units.pop(None)


def _in_other_words(ways: Sequence[list[MetricSeries]]) -> list[list[MetricSeries]]:
    """Put together what the table of measures calls one, unless a report gives both: then it means two."""
    groups: list[list[MetricSeries]] = []
    for way in ways:
        fitting = [group for group in groups if _one_measure(group, way)]
        # A word between two measures is neither: 浏览量 may be of texts or of films.
        if len(fitting) == 1:
            fitting[0].extend(way)
        else:
            groups.append(list(way))
    return groups


def _one_measure(some: Sequence[MetricSeries], others: Sequence[MetricSeries]) -> bool:
    units = {series.unit for series in (*some, *others)} - {None}
    years = {point.year for series in some for point in series.points}
    return (
        len(units) <= 1
        and all(
            _same_words(one, other) and units <= measure_units()[one] | measure_units()[other]
            for one in {key(series.name) for series in some}
            for other in {key(series.name) for series in others}
        )
        and years.isdisjoint(point.year for series in others for point in series.points)
    )


def _same_words(one: str, other: str) -> bool:
    """Tell whether two words of the table name one measure, both ways round (用户 may be 粉丝, 粉丝 are no 用户)."""
    words = measure_words()
    known = {one, other} <= measure_units().keys()
    return known and other in words.get(one, ()) and one in words.get(other, ())


def _one(parts: Sequence[MetricSeries], subject: str) -> MetricSeries:
    """Return series of one measure as one, under the latest names."""
    points: list[MetricPoint] = sorted(
        (point for part in parts for point in part.points),
        key=lambda point: (point.year, point.evidence.start, point.fact),
    )
    last = max(parts, key=lambda part: (part.subject_iri == subject, part.points[-1].year))
    name = max(parts, key=lambda part: part.points[-1].year)
    names = dict.fromkeys(part.name for part in sorted(parts, key=lambda part: part.points[0].year))
    unit = next((part.unit for part in parts if part.unit is not None), None)
    update = {
        "name": name.name,
        "measure": name.measure,
        "points": tuple(points),
        "unit": unit,
        "names": tuple(names),
    }
    return last.model_copy(update=update)


def _remarked(whole: Sequence[MetricSeries], ways: Sequence[Sequence[MetricSeries]]) -> list[MetricSeries]:
    """Say of a measure that is counted otherwise in other years in what it is counted when.

    Two units side by side in one year (培训33期、1510人次) are two matters and need no remark.
    """
    found = []
    measures = [{part.measure for part in parts} for parts in ways]
    for at, one in enumerate(whole):
        years = _years(one)
        others = [
            other
            for index, other in enumerate(whole)
            if index != at and measures[index] & measures[at] and years.isdisjoint(_years(other))
        ]
        told = "；".join(
            f"{'、'.join(map(str, sorted(_years(way))))}年以{way.unit or '不写单位的数'}计"
            for way in [one, *others]
        )
        remark = f"各年单位不同，不宜相比：{told}" if others else None
        found.append(one.model_copy(update={"remark": remark}))
    return found


def _years(series: MetricSeries) -> set[int]:
    return {point.year for point in series.points}
