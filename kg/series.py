"""Figures and entities by year, with their evidence. These show how a query of this graph is written."""

from __future__ import annotations

from collections import defaultdict

from ingest.report import Evidence, Frozen, PlatformKind, Qualifier
from ingest.units import unit_family
from kg.entities import EntityKind, entity_iri, normalised, referent
from kg.queries import EVIDENCE, EVIDENCE_VARIABLES, evidence_of, graphs_of, iri, literal, run
from kg.queries import media as media_term
from kg.store import GraphStore, Row
from kg.vocabulary import DATA, ENTITY_CLASSES, notation


class MetricPoint(Frozen):
    """One figure of one year."""

    year: int
    fact: str
    """Id of the fact."""
    value: int | float
    """In single units; percent as written."""
    qualifier: Qualifier
    text: str
    """As written, with hedge and unit."""
    name: str
    """The measure as this report spells it."""
    evidence: Evidence


class MetricSeries(Frozen):
    """The figures of one measure about one subject in one unit, over the years."""

    media: str
    measure: str
    """IRI of the measure: the same for all its spellings."""
    name: str
    """The measure as the latest report spells it."""
    subject: str | None
    """The subject as the latest report spells it; None where no report names one: it is the media."""
    subject_iri: str
    unit: str | None
    """As the latest report writes it; others may write one that counts alike (名, 人)."""
    points: tuple[MetricPoint, ...]
    """By year, then by place in the text; a year may have several. What the table of a later report retells of a year
    is there only where that year's own report does not tell it."""
    names: tuple[str, ...] = ()
    """The words that the reports have for the measure, oldest first; empty where series were not joined."""
    remark: str | None = None
    """What keeps its figures from being compared over the years, in Chinese."""


class YearMentions(Frozen):
    """Where the report of one year speaks of an entity."""

    year: int
    evidence: tuple[Evidence, ...]
    """One for each fact, by place in the text."""


class EntityYears(Frozen):
    """An entity and the years in which the reports of one media speak of it."""

    id: str
    """What the API calls it: work-0123456789abcdef."""
    iri: str
    kind: EntityKind
    label: str
    """As the latest report spells it."""
    labels: tuple[str, ...]
    """All spellings of all years, sorted."""
    outlet: PlatformKind | None
    """A platform's kind, None for all else."""
    years: tuple[YearMentions, ...]


def metric_series(
    store: GraphStore, media: str, name: str | None = None, subject: str | None = None
) -> list[MetricSeries]:
    """Return the figures of a media as yearly series, one for each measure, subject and unit (`unit_family`).

    `name` and `subject` narrow it to one measure and one subject, in any spelling. A subject that no figure names
    by itself is looked for as the stem of an account's name: 掌上临江 then finds the figures of 掌上临江客户端.
    Ordered by name.
    """
    narrow = ""
    if name is not None:
        narrow = f"?fact yz:measure {iri(entity_iri('measure', None, name))} . "
    if subject is None:
        rows = _figures(store, media, narrow)
    else:
        kind, _, node = referent(media, subject)
        link = "yz:subject" if kind == "media" else "yz:about"
        rows = _figures(store, media, f"{narrow}?fact {link} {iri(node)} . ")
        for stem in [] if rows else _under(store, media, subject):
            rows += _figures(store, media, f"{narrow}?fact yz:subject {iri(stem)} . ")
    series: dict[tuple[str, str, str | None], list[MetricPoint]] = defaultdict(list)
    spelt: dict[tuple[str, str, str | None], tuple[str, str | None]] = {}
    units: dict[tuple[str, str, str | None], str | None] = {}
    for row in rows:
        unit = None if row["unit"] is None else str(row["unit"])
        key = (str(row["measure"]), str(row["subject"]), unit_family(unit))
        units[key] = unit
        spelt[key] = (str(row["name"]), None if row["subjectName"] is None else str(row["subjectName"]))
        point = {
            "year": row["year"] if row["figureYear"] is None else row["figureYear"],
            "fact": str(row["fact"]).removeprefix(f"{DATA}fact-"),
            "value": row["value"],
            "qualifier": notation(str(row["qualifier"])),
            "text": row["text"],
            "name": str(row["name"]),
            "evidence": evidence_of(row),
        }
        series[key].append(MetricPoint.model_validate(point))
    found = [
        MetricSeries(
            media=media,
            measure=key[0],
            name=spelt[key][0],
            subject=spelt[key][1],
            subject_iri=key[1],
            unit=units[key],
            points=_own_first(points),
        )
        for key, points in series.items()
    ]
    return sorted(found, key=lambda s: (s.name, s.subject or "", s.unit or ""))


def _own_first(points: list[MetricPoint]) -> tuple[MetricPoint, ...]:
    """The points by year, without those that a later report retells of a year whose own report tells them."""
    own = {point.year for point in points if point.evidence.year == point.year}
    kept = [point for point in points if point.evidence.year == point.year or point.year not in own]
    return tuple(sorted(kept, key=lambda point: point.year))


def _figures(store: GraphStore, media: str, narrow: str) -> list[Row]:
    return run(
        store,
        f"""SELECT ?fact ?year ?measure ?subject ?name ?subjectName ?value ?unit ?qualifier ?text ?figureYear
    {EVIDENCE_VARIABLES}
WHERE {{
  {graphs_of(store, media)}
  GRAPH ?g {{
    ?fact a yz:MetricFact ; yz:media {media_term(media)} ; yz:year ?year ; yz:measure ?measure ;
      yz:subject ?subject ; yz:name ?name ; yz:value ?value ; yz:qualifier ?qualifier ; yz:text ?text .
    {narrow}
    {EVIDENCE}
    OPTIONAL {{ ?fact yz:subjectName ?subjectName }} OPTIONAL {{ ?fact yz:unit ?unit }}
    OPTIONAL {{ ?fact yz:figureYear ?figureYear }}
  }}
}}
ORDER BY ?year ?e_start ?fact""",
    )


def _under(store: GraphStore, media: str, name: str) -> list[str]:
    """Return the entities of a media whose normalised name is this one, whatever their kind."""
    rows = run(
        store,
        f"SELECT DISTINCT ?e {{ ?e skos:hiddenLabel {literal(normalised(name))} ; yz:media {media_term(media)} }}",
    )
    return sorted(str(row["e"]) for row in rows)


def entity_years(store: GraphStore, media: str, kind: EntityKind) -> list[EntityYears]:
    """Return the entities of a kind that the reports of a media speak of, each with its years. Ordered by label.

    For ``measure`` the facts are the figures that count it; ``media`` gives none, since every fact is the media's.
    """
    link = "yz:measure" if kind == "measure" else "yz:about"
    rows = run(
        store,
        f"""SELECT ?entity ?year ?fact {EVIDENCE_VARIABLES}
WHERE {{
  {graphs_of(store, media)}
  GRAPH ?g {{
    ?fact yz:media {media_term(media)} ; yz:year ?year ; {link} ?entity .
    {EVIDENCE}
  }}
  # Not by the entity's own type, which stands once in every graph and would multiply the rows.
  FILTER(STRSTARTS(STR(?entity), "{DATA}{kind}-"))
}}
ORDER BY ?year ?e_report ?e_start ?fact""",
    )
    years: dict[str, dict[int, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        evidence = evidence_of(row)
        years[str(row["entity"])][evidence.year].append(evidence)
    labels, latest, outlets = _spellings(store, media, f"<{ENTITY_CLASSES[kind]}>")
    found = [
        EntityYears(
            id=entity.removeprefix(DATA),
            iri=entity,
            kind=kind,
            label=latest[entity],
            labels=tuple(sorted(labels[entity])),
            outlet=outlets.get(entity),
            years=tuple(
                YearMentions(year=year, evidence=tuple(found)) for year, found in sorted(by_year.items())
            ),
        )
        for entity, by_year in years.items()
    ]
    return sorted(found, key=lambda e: (e.label, e.id))


def _spellings(
    store: GraphStore, media: str, cls: str
) -> tuple[dict[str, set[str]], dict[str, str], dict[str, PlatformKind]]:
    """Return all spellings, the latest report's own, and the kinds of platforms, by entity."""
    rows = run(
        store,
        f"""SELECT DISTINCT ?entity ?label ?preferred ?kind ?year
WHERE {{
  GRAPH ?g {{
    ?report a yz:Report ; yz:media {media_term(media)} ; yz:year ?year .
    ?entity a {cls} ; skos:prefLabel ?preferred ; skos:prefLabel|skos:altLabel ?label .
    OPTIONAL {{ ?entity yz:kind ?kind }}
  }}
}}
ORDER BY ?year ?preferred""",
    )
    labels: dict[str, set[str]] = defaultdict(set)
    latest: dict[str, str] = {}
    outlets: dict[str, PlatformKind] = {}
    for row in rows:
        entity = str(row["entity"])
        labels[entity].add(str(row["label"]))
        latest[entity] = str(row["preferred"])
        if row["kind"] is not None:
            outlets[entity] = PlatformKind(notation(str(row["kind"])))
    return labels, latest, outlets
