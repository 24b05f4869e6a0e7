"""A report becomes a graph: facts are nodes, each tied to the entities it speaks of and to its exact words.

The graph is a function of the report alone (no time, no blank node, no version), so building it again gives the
same triples, and one report's named graph is replaced without looking at the others.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from rdflib import DCTERMS, PROV, QB, RDF, SDO, XSD, Graph, Literal, URIRef

from ingest.report import (
    Award,
    Column,
    Event,
    Fact,
    Metric,
    Platform,
    PlatformKind,
    Renaming,
    Report,
    StatementBase,
    Work,
)
from kg.entities import EntityKind, entity_iri, entity_key, normalised, referent
from kg.nodes import (
    Nodes,
    UnbuildableReportError,
    fact_iri,
    json_text,
    report_graph_iri,
    report_iri,
    whole,
)
from kg.resolution import AS_SPELT, Resolution
from kg.vocabulary import DATA, DUTIES, FACT_CLASSES, KINDS, QUALIFIERS, YZ

__all__ = [
    "VERSION",
    "UnbuildableReportError",
    "fact_iri",
    "report_graph_iri",
    "report_iri",
    "report_triples",
]

VERSION = "2"
"""Raised whenever the same report would give other triples, so that stored graphs are built anew."""

_TYPE = RDF.type
_DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def report_triples(report: Report, same: Resolution = AS_SPELT) -> Graph:
    """Return all triples of one report version; the graph's identifier is `report_graph_iri(report.id)`.

    `same` is what people decided of its entities.

    Raises UnbuildableReportError where the report has no media or year, where a quote is not what stands at its
    offsets, or where a figure is not a finite number.
    """
    return _Builder(report, same).build()


class _Builder(Nodes):
    def __init__(self, report: Report, same: Resolution) -> None:
        super().__init__(report)
        self._same = same
        self._places: list[tuple[int, int, URIRef]] = []
        self._known: dict[str, set[URIRef]] = defaultdict(set)

    def build(self) -> Graph:
        self._report()
        self._sections()
        self._learn_names()
        for fact in self.report.facts:
            self._fact(fact)
        for told in self.report.renamings:
            self._renaming(told)
        return self.graph

    def _report(self) -> None:
        report = self.report
        source, ingest = URIRef(f"{DATA}file-{report.id}"), URIRef(f"{DATA}ingest-{report.id}")
        self.add(
            self.iri,
            (_TYPE, YZ.Report),
            (_TYPE, SDO.Report),
            (DCTERMS.identifier, Literal(report.id)),
            (YZ.media, self.media),
            (YZ.mediaName, Literal(self.media_name)),
            (YZ.year, self.year),
            (YZ.textSha256, Literal(hashlib.sha256(report.text.encode()).hexdigest())),
            (PROV.wasGeneratedBy, ingest),
            (PROV.wasDerivedFrom, source),
        )
        if report.title is not None:
            self.add(self.iri, (DCTERMS.title, Literal(report.title)))
        self.add(
            ingest,
            (_TYPE, YZ.Ingest),
            (_TYPE, PROV.Activity),
            (PROV.used, source),
            (PROV.wasAssociatedWith, YZ.yinzheng),
        )
        self.add(source, (_TYPE, PROV.Entity))
        self.entity("media", self.media, self.media_name)

    def _sections(self) -> None:
        open_sections: list[tuple[int, URIRef, URIRef | None]] = []  # level, node, duty
        for ordinal, section in enumerate(self.report.sections, start=1):
            node = URIRef(f"{DATA}section-{self.report.id}-{ordinal}")
            while open_sections and open_sections[-1][0] >= section.level:
                open_sections.pop()
            parent = open_sections[-1] if open_sections else None
            # A sub-section without a duty of its own stands under its chapter's.
            duty = DUTIES[section.duty] if section.duty else (parent[2] if parent else None)
            self.add(
                node,
                (_TYPE, YZ.Section),
                (DCTERMS.title, Literal(section.title)),
                (DCTERMS.isPartOf, parent[1] if parent else self.iri),
                (YZ.report, self.iri),
                (YZ.level, whole(section.level)),
                (YZ.ordinal, whole(ordinal)),
                (YZ.start, whole(section.start)),
                (YZ.end, whole(section.end)),
            )
            if section.number is not None:
                self.add(node, (YZ.number, Literal(section.number)))
            if duty is not None:
                self.add(node, (YZ.duty, duty))
            open_sections.append((section.level, node, duty))
            self._places.append((section.start, section.end, node))

    def _section_at(self, offset: int) -> URIRef | None:
        """The innermost section that holds an offset: of those that do, the one that starts last."""
        found = [(start, node) for start, end, node in self._places if start <= offset < end]
        return max(found, key=lambda item: item[0])[1] if found else None

    def _learn_names(self) -> None:
        """Note what the report itself calls its platforms, columns and works, so that figures find them."""
        for fact in self.report.facts:
            iri: URIRef | None = None
            name = ""
            if isinstance(fact, Platform):
                name = fact.name
                iri = self._entity_iri("platform", name, fact.kind)
                self._known[entity_key("platform", name, fact.kind)].add(iri)
            elif isinstance(fact, Column | Work):
                name = fact.title
                iri = self._entity_iri(fact.type, name)
            if iri is not None:
                self._known[normalised(name)].add(iri)

    def _fact(self, fact: Fact) -> None:
        node = fact_iri(fact.id)
        self.add(
            node,
            (_TYPE, FACT_CLASSES[fact.type]),
            (_TYPE, YZ.Fact),
            (YZ.media, self.media),
            (YZ.year, self.year),
            (YZ.report, self.iri),
            (PROV.wasDerivedFrom, self.span(fact.evidence)),
        )
        section = self._section_at(fact.evidence.start)
        if section is not None:
            self.add(node, (YZ.section, section))
        for mention in fact.mentions:
            self.add(node, (YZ.mentionedIn, self.span(mention)))
        match fact:
            case Award():
                self._award(node, fact)
            case Work():
                self._named(node, "work", fact.title)
                self.optional(node, (YZ.genre, fact.genre))
            case Column():
                self._column(node, fact)
            case Platform():
                self._named(node, "platform", fact.name, fact.kind)
                self.add(node, (YZ.kind, KINDS[fact.kind]))
            case Metric():
                self._metric(node, fact)
            case Event():
                self._named(node, "event", fact.name)
                if fact.date is not None:
                    datatype = _DATE_TYPES.get(len(fact.date))
                    self.add(node, (YZ.date, Literal(fact.date, datatype=datatype, normalize=False)))
            case StatementBase():
                self.add(node, (_TYPE, YZ.Statement), (YZ.text, Literal(fact.text)))
                self.add(node, (YZ.ordinal, whole(fact.ordinal)))

    def _renaming(self, told: Renaming) -> None:
        """Tie what an outlet was called to what it is called now; none where a person has made the two one."""
        before = self._entity_iri("platform", told.before, told.before_kind)
        after = self._entity_iri("platform", told.after, told.after_kind)
        if before == after:
            return
        self.entity("platform", before, told.before, told.before_kind)
        self.entity("platform", after, told.after, told.after_kind)
        place = self.span(told.evidence)
        self.add(
            URIRef(f"{DATA}renaming-{self.report.id}-{told.evidence.start}-{told.evidence.end}"),
            (_TYPE, YZ.Renaming),
            (YZ.before, before),
            (YZ.after, after),
            (YZ.media, self.media),
            (YZ.year, self.year),
            (YZ.report, self.iri),
            (PROV.wasDerivedFrom, place),
        )

    def _award(self, node: URIRef, fact: Award) -> None:
        self._named(node, "award", fact.award)
        self.add(node, (YZ.count, whole(fact.count)))
        self.optional(
            node,
            (YZ.edition, fact.edition),
            (YZ.awardLevel, fact.level),
            (YZ.awardYear, fact.year),
            (YZ.recipientName, fact.recipient),
        )
        if fact.works:
            titles = json_text(fact.works)
            self.add(node, (YZ.workTitles, Literal(titles, datatype=RDF.JSON, normalize=False)))
        for title in fact.works:
            work = self._entity_iri("work", title)
            self.entity("work", work, title)
            self.add(node, (YZ.work, work), (YZ.about, work))
        if fact.recipient is not None:
            self.add(node, (YZ.recipient, self._referent(node, fact.recipient)))

    def _column(self, node: URIRef, fact: Column) -> None:
        self._named(node, "column", fact.title)
        if fact.platform is None:
            return
        self.add(node, (YZ.platformName, Literal(fact.platform)))
        kind, outlet, iri = referent(self.media_name, fact.platform)
        iri = self._same.of(iri, fact.platform)
        if kind == "platform":
            self.entity(kind, iri, fact.platform, outlet)
            self.add(node, (YZ.platform, iri), (YZ.about, iri))
        for known in self._same_name(fact.platform):
            self.add(node, (YZ.about, known))

    def _metric(self, node: URIRef, fact: Metric) -> None:
        measure = entity_iri("measure", None, fact.name)
        self.entity("measure", measure, fact.name)
        self.add(
            node,
            (_TYPE, QB.Observation),
            (QB.dataSet, YZ.figures),
            (YZ.name, Literal(fact.name)),
            (YZ.measure, measure),
            (YZ.subject, self._referent(node, fact.subject)),
            (YZ.value, _number(fact.value)),
            (YZ.qualifier, QUALIFIERS[fact.qualifier]),
            (YZ.text, Literal(fact.text)),
            (YZ.unitless, Literal(True)) if fact.unit is None else (YZ.unit, Literal(fact.unit)),
        )
        self.optional(node, (YZ.subjectName, fact.subject))

    def _named(self, node: URIRef, kind: EntityKind, name: str, outlet: PlatformKind | None = None) -> None:
        """Tie a fact to the entity it is named after; the fact keeps the spelling of its own sentence."""
        iri = self._entity_iri(kind, name, outlet)
        self.entity(kind, iri, name, outlet)
        self.add(node, (YZ.name, Literal(name)), (getattr(YZ, kind), iri), (YZ.about, iri))

    def _entity_iri(self, kind: EntityKind, name: str, outlet: PlatformKind | None = None) -> URIRef:
        """Return the entity of this name: the one that the name makes, unless a person decided otherwise."""
        return self._same.of(entity_iri(kind, self.media_name, name, outlet), name)

    def _referent(self, node: URIRef, name: str | None) -> URIRef:
        """Return the node that a name refers to; what the same report calls so is noted beside it."""
        kind, outlet, iri = referent(self.media_name, name)
        if kind != "media" and name is not None:
            iri = self._same.of(iri, name) if kind == "platform" else self._renamed(iri, name)
            self.entity(kind, iri, name, outlet)
            self.add(node, (YZ.about, iri))
            for known in self._same_name(name):
                self.add(node, (YZ.about, known))
        return iri

    def _renamed(self, mere: URIRef, name: str) -> URIRef:
        """Return what stands for a mere name: `mere`, or that of the entity which a person merged the so named into.

        By name alone, whatever this report says of it, so that the figures of all years still join.
        """
        if not self._same.labels:
            return mere
        named = [entity_iri(kind, self.media_name, name) for kind in ("column", "work", "event")]
        named += [entity_iri("platform", self.media_name, name, outlet) for outlet in PlatformKind]
        for raw in named:
            decided = self._same.of(raw, name)
            if decided != raw and (label := self._same.name_of(decided)) is not None:
                return referent(self.media_name, label)[2]
        return mere

    def _same_name(self, name: str) -> Iterable[URIRef]:
        known = self._known.get(normalised(name), set())
        return known if len(known) == 1 else ()


def _number(value: int | float) -> Literal:
    """A whole number as xsd:integer, any other as xsd:decimal in its shortest form: 38.4 stays 38.4."""
    if not math.isfinite(value):
        raise UnbuildableReportError(f"数值不是有限数：{value}")
    if value == int(value):
        return whole(int(value))
    return Literal(Decimal(repr(value)))
