"""The nodes that all parts of a report's graph share, each written once: entities, and places in the text."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache

from rdflib import RDF, SDO, SKOS, Graph, URIRef

from ingest.report import Evidence, PlatformKind, Report
from kg.entities import SHARED_KINDS, EntityKind, entity_key, media_iri
from kg.vocabulary import DATA, ENTITY_CLASSES, KINDS, OA, YZ
from kg.written import Lines, Names, Term, iri, text, typed, whole

CONTEXT = 24
"""How many code points of the text stand before and after a quote in its selector, where the text has the quote more than once."""

yz, oa, skos = Names(YZ), Names(OA), Names(SKOS)
TYPE = iri(RDF.type)
_CLASSES: dict[str, tuple[Term, ...]] = {kind: (iri(name),) for kind, name in ENTITY_CLASSES.items()} | {
    "media": (iri(YZ.Media), iri(SDO.NewsMediaOrganization)),
    "work": (iri(YZ.Work), iri(SDO.CreativeWork)),
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


def json_text(values: tuple[str, ...]) -> str:
    """Return a list of strings as JSON in its canonical form (RFC 8785), the lexical form of rdf:JSON."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


class Nodes:
    """The graph of one report while it is being built. What it is given and keeps is written as N-Triples have it."""

    def __init__(self, report: Report) -> None:
        if report.media is None or report.report_year is None:
            raise UnbuildableReportError("未能识别媒体名称或报告年度，无法建图")
        self.report = report
        self.media_name = report.media
        self.media = iri(media_iri(report.media))
        self.year = whole(report.report_year)
        self.iri = iri(report_iri(report.id))
        self.lines = Lines()
        self._spans: set[Term] = set()
        self._labels: dict[str, set[str]] = {}

    def graph(self) -> Graph:
        """Return what has been added."""
        return Graph(store=self.lines, identifier=report_graph_iri(self.report.id))

    def add(self, subject: Term, *pairs: tuple[Term, Term]) -> None:
        """Add one triple for each (predicate, object)."""
        self.lines.write(subject, *pairs)

    def optional(self, node: Term, *pairs: tuple[Term, str | int | None]) -> None:
        """Add one triple for each pair whose value is not None."""
        for predicate, value in pairs:
            if value is not None:
                self.lines.write(node, (predicate, whole(value) if isinstance(value, int) else text(value)))

    def entity(self, kind: EntityKind, named: str, name: str, outlet: PlatformKind | None = None) -> Term:
        """Describe an entity (its IRI) and return it; another spelling of one described before is its altLabel."""
        node = iri(named)
        labels = self._labels.get(node)
        if labels is not None:
            if name not in labels:
                labels.add(name)
                self.add(node, (skos.altLabel, text(name)))
            return node
        self._labels[node] = {name}
        self.add(
            node,
            *((TYPE, cls) for cls in _CLASSES[kind]),
            (skos.prefLabel, text(name)),
            (skos.hiddenLabel, text(entity_key(kind, name, outlet))),
        )
        if kind not in SHARED_KINDS:
            self.add(node, (yz.media, self.media))
        if outlet is not None:
            self.add(node, (yz.kind, iri(KINDS[outlet])))
        return node

    def span(self, evidence: Evidence) -> Term:
        """Return the node of a place in the text. It is the same node for all facts that quote this place."""
        start, end = evidence.start, evidence.end
        told = self.report.text
        if told[start:end] != evidence.quote or not 0 <= start < end:
            raise UnbuildableReportError(f"引文与原文第 {start} 至 {end} 字不符：{evidence.quote[:20]}")
        headings, digest = _headings(evidence.section, evidence.page)
        # Place first, to be read; the digest keeps apart what says another heading or page of the same place.
        name = f"{DATA}span-{self.report.id}-{start}-{end}-{digest}"
        span = iri(name)
        if span in self._spans:
            return span
        self._spans.add(span)
        selector = iri(f"{name}-selector")
        self.add(
            span,
            (oa.hasSource, self.iri),
            (oa.hasSelector, selector),
            (yz.headings, headings),
            # Always there, so that the evidence of a fact is one pattern without OPTIONAL, which joins slowly.
            (yz.page, whole(evidence.page or 0)),
        )
        # One node is both selectors: a third of the quads of a report were those of its spans' nodes.
        self.add(
            selector,
            (TYPE, oa.TextPositionSelector),
            (TYPE, oa.TextQuoteSelector),
            (oa.start, whole(start)),
            (oa.end, whole(end)),
            (oa.exact, text(evidence.quote)),
        )
        if told.find(evidence.quote) != start or told.find(evidence.quote, start + 1) >= 0:
            # What stands around it tells it from the others.
            self.add(
                selector,
                (oa.prefix, text(told[max(0, start - CONTEXT) : start])),
                (oa.suffix, text(told[end : end + CONTEXT])),
            )
        return span


@lru_cache(maxsize=64)
def _headings(section: tuple[str, ...], page: int | None) -> tuple[Term, str]:
    """Return headings as they are written, and eight hex digits that tell them and the page from others."""
    headings = json_text(section)
    digest = hashlib.sha256(f"{headings}\x1f{page}".encode()).hexdigest()[:8]
    return typed(headings, RDF.JSON), digest
