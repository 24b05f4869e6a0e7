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

from rdflib import DCTERMS, PROV, QB, RDF, SDO, XSD, Graph, URIRef

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
from kg.entities import EntityKind, entity_iri, entity_key, media_iri, normalised, referent
from kg.nodes import (
    TYPE,
    Nodes,
    UnbuildableReportError,
    fact_iri,
    json_text,
    report_graph_iri,
    report_iri,
    yz,
)
from kg.resolution import AS_SPELT, Resolution
from kg.vocabulary import DATA, DUTIES, FACT_CLASSES, KINDS, QUALIFIERS
from kg.written import Names, Term, iri, text, typed, whole

__all__ = [
    "VERSION",
    "UnbuildableReportError",
    "fact_iri",
    "report_graph_iri",
    "report_iri",
    "report_triples",
]

VERSION = "3"
"""Raised whenever the same report would give other triples, so that stored graphs are built anew."""

_dcterms, _prov, _qb, _sdo = Names(DCTERMS), Names(PROV), Names(QB), Names(SDO)
_TRUE = typed("true", XSD.boolean)
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
        self._places: list[tuple[int, int, Term]] = []
        self._known: dict[str, set[URIRef]] = defaultdict(set)

    def build(self) -> Graph:
        self._report()
        self._sections()
        self._learn_names()
        for fact in self.report.facts:
            self._fact(fact)
        for told in self.report.renamings:
            self._renaming(told)
        return self.graph()

    def _report(self) -> None:
        report = self.report
        source, ingest = iri(f"{DATA}file-{report.id}"), iri(f"{DATA}ingest-{report.id}")
        self.add(
            self.iri,
            (TYPE, yz.Report),
            (TYPE, _sdo.Report),
            (_dcterms.identifier, text(report.id)),
            (yz.media, self.media),
            (yz.mediaName, text(self.media_name)),
            (yz.year, self.year),
            (yz.textSha256, text(hashlib.sha256(report.text.encode()).hexdigest())),
            (_prov.wasGeneratedBy, ingest),
            (_prov.wasDerivedFrom, source),
        )
        if report.title is not None:
            self.add(self.iri, (_dcterms.title, text(report.title)))
        self.add(
            ingest,
            (TYPE, yz.Ingest),
            (TYPE, _prov.Activity),
            (_prov.used, source),
            (_prov.wasAssociatedWith, yz.yinzheng),
        )
        self.add(source, (TYPE, _prov.Entity))
        self.entity("media", media_iri(self.media_name), self.media_name)

    def _sections(self) -> None:
        open_sections: list[tuple[int, Term, Term | None]] = []  # level, node, duty
        for ordinal, section in enumerate(self.report.sections, start=1):
            node = iri(f"{DATA}section-{self.report.id}-{ordinal}")
            while open_sections and open_sections[-1][0] >= section.level:
                open_sections.pop()
            parent = open_sections[-1] if open_sections else None
            # A sub-section without a duty of its own stands under its chapter's.
            duty = iri(DUTIES[section.duty]) if section.duty else (parent[2] if parent else None)
            self.add(
                node,
                (TYPE, yz.Section),
                (_dcterms.title, text(section.title)),
                (_dcterms.isPartOf, parent[1] if parent else self.iri),
                (yz.report, self.iri),
                (yz.level, whole(section.level)),
                (yz.ordinal, whole(ordinal)),
                (yz.start, whole(section.start)),
                (yz.end, whole(section.end)),
            )
            if section.number is not None:
                self.add(node, (yz.number, text(section.number)))
            if duty is not None:
                self.add(node, (yz.duty, duty))
            open_sections.append((section.level, node, duty))
            self._places.append((section.start, section.end, node))

    def _section_at(self, offset: int) -> Term | None:
        """The innermost section that holds an offset: of those that do, the one that starts last."""
        found = [(start, node) for start, end, node in self._places if start <= offset < end]
        return max(found, key=lambda item: item[0])[1] if found else None

    def _learn_names(self) -> None:
        """Note what the report itself calls its platforms, columns and works, so that figures find them."""
        for fact in self.report.facts:
            named: URIRef | None = None
            name = ""
            if isinstance(fact, Platform):
                name = fact.name
                named = self._entity_iri("platform", name, fact.kind)
                self._known[entity_key("platform", name, fact.kind)].add(named)
            elif isinstance(fact, Column | Work):
                name = fact.title
                named = self._entity_iri(fact.type, name)
            if named is not None:
                self._known[normalised(name)].add(named)

    def _fact(self, fact: Fact) -> None:
        node = iri(fact_iri(fact.id))
        self.add(
            node,
            (TYPE, iri(FACT_CLASSES[fact.type])),
            (TYPE, yz.Fact),
            (yz.media, self.media),
            (yz.year, self.year),
            (yz.report, self.iri),
            (_prov.wasDerivedFrom, self.span(fact.evidence)),
        )
        section = self._section_at(fact.evidence.start)
        if section is not None:
            self.add(node, (yz.section, section))
        for mention in fact.mentions:
            self.add(node, (yz.mentionedIn, self.span(mention)))
        match fact:
            case Award():
                self._award(node, fact)
            case Work():
                self._named(node, "work", fact.title)
                self.optional(node, (yz.genre, fact.genre))
            case Column():
                self._column(node, fact)
            case Platform():
                self._named(node, "platform", fact.name, fact.kind)
                self.add(node, (yz.kind, iri(KINDS[fact.kind])))
            case Metric():
                self._metric(node, fact)
            case Event():
                self._named(node, "event", fact.name)
                if fact.date is not None:
                    datatype = _DATE_TYPES.get(len(fact.date))
                    date = text(fact.date) if datatype is None else typed(fact.date, datatype)
                    self.add(node, (yz.date, date))
            case StatementBase():
                self.add(node, (TYPE, yz.Statement), (yz.text, text(fact.text)))
                self.add(node, (yz.ordinal, whole(fact.ordinal)))

    def _renaming(self, told: Renaming) -> None:
        """Tie what an outlet was called to what it is called now; none where a person has made the two one."""
        before = self._entity_iri("platform", told.before, told.before_kind)
        after = self._entity_iri("platform", told.after, told.after_kind)
        if before == after:
            return
        self.add(
            iri(f"{DATA}renaming-{self.report.id}-{told.evidence.start}-{told.evidence.end}"),
            (TYPE, yz.Renaming),
            (yz.before, self.entity("platform", before, told.before, told.before_kind)),
            (yz.after, self.entity("platform", after, told.after, told.after_kind)),
            (yz.media, self.media),
            (yz.year, self.year),
            (yz.report, self.iri),
            (_prov.wasDerivedFrom, self.span(told.evidence)),
        )

    def _award(self, node: Term, fact: Award) -> None:
        self._named(node, "award", fact.award)
        self.add(node, (yz.count, whole(fact.count)))
        self.optional(
            node,
            (yz.edition, fact.edition),
            (yz.awardLevel, fact.level),
            (yz.awardYear, fact.year),
            (yz.recipientName, fact.recipient),
        )
        if fact.works:
            self.add(node, (yz.workTitles, typed(json_text(fact.works), RDF.JSON)))
        for title in fact.works:
            column = self._entity_iri("column", title)
            if column in self._same_name(title):
                # 电视栏目《A》获…: the column won, and no piece of its name.
                self.add(node, (yz.about, iri(column)))
                continue
            work = self.entity("work", self._entity_iri("work", title), title)
            self.add(node, (yz.work, work), (yz.about, work))
        if fact.recipient is not None:
            self.add(node, (yz.recipient, self._referent(node, fact.recipient)))

    def _column(self, node: Term, fact: Column) -> None:
        self._named(node, "column", fact.title)
        if fact.platform is None:
            return
        self.add(node, (yz.platformName, text(fact.platform)))
        kind, outlet, named = referent(self.media_name, fact.platform)
        if kind == "platform":
            platform = self.entity(kind, self._same.of(named, fact.platform), fact.platform, outlet)
            self.add(node, (yz.platform, platform), (yz.about, platform))
        for known in self._same_name(fact.platform):
            self.add(node, (yz.about, iri(known)))

    def _metric(self, node: Term, fact: Metric) -> None:
        measure = self.entity("measure", entity_iri("measure", None, fact.name), fact.name)
        self.add(
            node,
            (_qb.dataSet, yz.figures),
            (yz.name, text(fact.name)),
            (yz.measure, measure),
            (yz.subject, self._referent(node, fact.subject)),
            (yz.value, _number(fact.value)),
            (yz.qualifier, iri(QUALIFIERS[fact.qualifier])),
            (yz.text, text(fact.text)),
            (yz.unitless, _TRUE) if fact.unit is None else (yz.unit, text(fact.unit)),
        )
        self.optional(node, (yz.subjectName, fact.subject), (yz.figureYear, fact.year))

    def _named(self, node: Term, kind: EntityKind, name: str, outlet: PlatformKind | None = None) -> None:
        """Tie a fact to the entity it is named after; the fact keeps the spelling of its own sentence."""
        entity = self.entity(kind, self._entity_iri(kind, name, outlet), name, outlet)
        self.add(node, (yz.name, text(name)), (getattr(yz, kind), entity), (yz.about, entity))

    def _entity_iri(self, kind: EntityKind, name: str, outlet: PlatformKind | None = None) -> URIRef:
        """Return the entity of this name: the one that the name makes, unless a person decided otherwise."""
        return self._same.of(entity_iri(kind, self.media_name, name, outlet), name)

    def _referent(self, node: Term, name: str | None) -> Term:
        """Return the node that a name refers to; what the same report calls so is noted beside it."""
        kind, outlet, named = referent(self.media_name, name)
        if kind == "media" or name is None:
            return iri(named)
        meant = self._same.of(named, name) if kind == "platform" else self._renamed(named, name)
        entity = self.entity(kind, meant, name, outlet)
        self.add(node, (yz.about, entity))
        for known in self._same_name(name):
            self.add(node, (yz.about, iri(known)))
        return entity

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


def _number(value: int | float) -> Term:
    """A whole number as xsd:integer, any other as xsd:decimal in its shortest form: 38.4 stays 38.4."""
    if not math.isfinite(value):
        raise UnbuildableReportError(f"数值不是有限数：{value}")
    if value == int(value):
        return whole(int(value))
    return typed(f"{Decimal(repr(value)):f}", XSD.decimal)
