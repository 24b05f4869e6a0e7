"""The nodes that all parts of a report's graph share, each written once: entities, and places in the text."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache

from rdflib import RDF, SDO, SKOS, Graph, Literal, URIRef

from ingest.report import Evidence, PlatformKind, Report
from kg.entities import SHARED_KINDS, EntityKind, entity_key, media_iri
from kg.vocabulary import DATA, ENTITY_CLASSES, KINDS, OA, YZ
from kg.written import WrittenOnce

CONTEXT = 24
"""How many code points of the text stand before and after a quote in its selector."""

_TYPE = RDF.type
_CLASSES: dict[str, tuple[URIRef, ...]] = {kind: (iri,) for kind, iri in ENTITY_CLASSES.items()} | {
    "media": (YZ.Media, SDO.NewsMediaOrganization),
    "work": (YZ.Work, SDO.CreativeWork),
}


class UnbuildableReportError(ValueError):
    """A report cannot become a graph. The message is one line in Chinese and says what is missing or wrong."""


def report_graph_iri(report: str) -> URIRef:
    """Return the name of the graph that holds all triples of the report with this id."""
    return URIRef(f"{DATA}graph-{report}")


def report_iri(report: str) -> URIRef:
    """Return the IRI of the report with this id."""
    return URIRef(f"{DATA}report-{report}")


def fact_iri(fact: str) -> URIRef:
    """Return the IRI of the fact with this id."""
    return URIRef(f"{DATA}fact-{fact}")


@lru_cache(maxsize=1 << 14)
def whole(number: int) -> Literal:
    """Return a whole number as xsd:integer. Kept, as offsets and years stand in many triples."""
    return Literal(number)


def json_text(values: tuple[str, ...]) -> str:
    """Return a list of strings as JSON in its canonical form (RFC 8785), the lexical form of rdf:JSON."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


class Nodes:
    """The graph of one report while it is being built."""

    def __init__(self, report: Report) -> None:
        if report.media is None or report.report_year is None:
            raise UnbuildableReportError("未能识别媒体名称或报告年度，无法建图")
        self.report = report
        self.media_name = report.media
        self.media = media_iri(report.media)
        self.year = whole(report.report_year)
        self.iri = report_iri(report.id)
        self.graph = Graph(store=WrittenOnce(), identifier=report_graph_iri(report.id))
        self._add = self.graph.store.add
        self._spans: set[URIRef] = set()
        self._labels: dict[URIRef, set[str]] = {}

    def add(self, subject: URIRef, *pairs: tuple[URIRef, URIRef | Literal]) -> None:
        """Add one triple for each (predicate, object)."""
        for predicate, value in pairs:
            # Past Graph.add, whose type checks cost a third of the time; mypy checks the types here.
            self._add((subject, predicate, value), self.graph)

    def optional(self, node: URIRef, *pairs: tuple[URIRef, str | int | None]) -> None:
        """Add one triple for each pair whose value is not None."""
        self.add(node, *((predicate, Literal(value)) for predicate, value in pairs if value is not None))

    def entity(self, kind: EntityKind, iri: URIRef, name: str, outlet: PlatformKind | None = None) -> None:
        """Describe an entity; another spelling of one that is described already becomes its altLabel."""
        labels = self._labels.get(iri)
        if labels is not None:
            if name not in labels:
                labels.add(name)
                self.add(iri, (SKOS.altLabel, Literal(name)))
            return
        self._labels[iri] = {name}
        self.add(
            iri,
            *((_TYPE, cls) for cls in _CLASSES[kind]),
            (SKOS.prefLabel, Literal(name)),
            (SKOS.hiddenLabel, Literal(entity_key(kind, name, outlet))),
        )
        if kind not in SHARED_KINDS:
            self.add(iri, (YZ.media, self.media))
        if outlet is not None:
            self.add(iri, (YZ.kind, KINDS[outlet]))

    def span(self, evidence: Evidence) -> URIRef:
        """Return the node of a place in the text. It is the same node for all facts that quote this place."""
        start, end = evidence.start, evidence.end
        text = self.report.text
        if text[start:end] != evidence.quote or not 0 <= start < end:
            raise UnbuildableReportError(f"引文与原文第 {start} 至 {end} 字不符：{evidence.quote[:20]}")
        headings = json_text(evidence.section)
        # Place first, to be read; the digest keeps apart what says another heading or page of the same place.
        told = hashlib.sha256(f"{headings}\x1f{evidence.page}".encode()).hexdigest()[:8]
        name = f"{DATA}span-{self.report.id}-{start}-{end}-{told}"
        span = URIRef(name)
        if span in self._spans:
            return span
        self._spans.add(span)
        position, words = URIRef(f"{name}-position"), URIRef(f"{name}-quote")
        self.add(
            span,
            (_TYPE, OA.SpecificResource),
            (OA.hasSource, self.iri),
            (OA.hasSelector, position),
            (OA.hasSelector, words),
            (YZ.headings, Literal(headings, datatype=RDF.JSON, normalize=False)),
            # Always there, so that the evidence of a fact is one pattern without OPTIONAL, which joins slowly.
            (YZ.page, whole(evidence.page or 0)),
        )
        self.add(
            position,
            (_TYPE, OA.TextPositionSelector),
            (OA.start, whole(start)),
            (OA.end, whole(end)),
        )
        self.add(
            words,
            (_TYPE, OA.TextQuoteSelector),
            (OA.exact, Literal(evidence.quote)),
            (OA.prefix, Literal(text[max(0, start - CONTEXT) : start])),
            (OA.suffix, Literal(text[end : end + CONTEXT])),
        )
        return span
