"""The gate must close: each case breaks one rule of a sound graph and must be found."""

from collections.abc import Callable

import pytest
from rdflib import DCTERMS, PROV, RDF, SKOS, XSD, Graph, Literal, URIRef

from kg.build import fact_iri, report_iri, report_triples
from kg.validate import validate
from kg.vocabulary import DUTIES, OA, YZ
from tests.kg.reports import linjiang

REPORT = linjiang(2022)


def _node(kind: str, nth: int = 0) -> URIRef:
    return fact_iri([fact for fact in REPORT.facts if fact.type == kind][nth].id)


def _without(subject: URIRef | None, predicate: URIRef) -> Callable[[Graph], object]:
    def change(graph: Graph) -> None:
        chosen = subject if subject is not None else next(graph.subjects(predicate))
        graph.remove((chosen, predicate, None))

    return change


def _with(subject: URIRef, predicate: URIRef, value: URIRef | Literal) -> Callable[[Graph], object]:
    return lambda graph: graph.add((subject, predicate, value))


def _swap_offsets(graph: Graph) -> None:
    position = next(graph.subjects(OA.start))
    start, end = graph.value(position, OA.start), graph.value(position, OA.end)
    graph.set((position, OA.start, end))
    graph.set((position, OA.end, start))


def _set_first(predicate: URIRef, value: Literal) -> Callable[[Graph], object]:
    return lambda graph: graph.set((next(graph.subjects(predicate)), predicate, value))


FACTS = ("award", "work", "column", "platform", "metric", "event", "response", "shortcoming", "commitment")
METRIC, INDEX = _node("metric", 0), _node("metric", 3)

BROKEN: dict[str, Callable[[Graph], object]] = {
    **{f"{kind} without a span": _without(_node(kind), PROV.wasDerivedFrom) for kind in FACTS},
    **{f"{kind} without media": _without(_node(kind), YZ.media) for kind in FACTS},
    **{f"{kind} without a year": _without(_node(kind), YZ.year) for kind in FACTS},
    **{f"{kind} without a name": _without(_node(kind), YZ.name) for kind in FACTS[:6]},
    **{f"{kind} without a text": _without(_node(kind), YZ.text) for kind in FACTS[6:]},
    **{f"{kind} without an ordinal": _without(_node(kind), YZ.ordinal) for kind in FACTS[6:]},
    **{
        f"{kind} without its entity": _without(_node(kind), YZ[kind])
        for kind in ("award", "work", "column", "event")
    },
    "fact of no class": lambda graph: graph.remove((_node("work"), RDF.type, YZ.WorkFact)),
    "fact not said to be one": lambda graph: graph.remove((_node("work"), RDF.type, YZ.Fact)),
    "fact of two classes": _with(_node("work"), RDF.type, YZ.EventFact),
    "two spans": lambda graph: graph.add(
        (_node("work"), PROV.wasDerivedFrom, graph.value(_node("award"), PROV.wasDerivedFrom))
    ),
    "offsets the wrong way round": _swap_offsets,
    "no start": _without(None, OA.start),
    "negative start": _set_first(OA.start, Literal(-1)),
    "no quote": _without(None, OA.exact),
    "empty quote": _set_first(OA.exact, Literal("")),
    "span without selectors": _without(None, OA.hasSelector),
    "span without report": _without(None, OA.hasSource),
    "span without headings": _without(None, YZ.headings),
    "figure without value": _without(METRIC, YZ.value),
    "figure with a text for value": lambda graph: graph.set((METRIC, YZ.value, Literal("很多"))),
    "figure without unit": _without(METRIC, YZ.unit),
    "figure with unit and without": _with(METRIC, YZ.unitless, Literal(True)),
    "unitless not said": _without(INDEX, YZ.unitless),
    "unitless false": lambda graph: graph.set((INDEX, YZ.unitless, Literal(False))),
    "figure without qualifier": _without(METRIC, YZ.qualifier),
    "figure without measure": _without(METRIC, YZ.measure),
    "figure without subject": _without(METRIC, YZ.subject),
    "award of none": lambda graph: graph.set((_node("award"), YZ.count, Literal(0))),
    "platform of unknown kind": lambda graph: graph.set((_node("platform"), YZ.kind, DUTIES["safety"])),
    "date that is none": _with(_node("event"), YZ.date, Literal("去年")),
    "impossible date": lambda graph: graph.set(
        (_node("event"), YZ.date, Literal("2022-02-30", datatype=XSD.date, normalize=False))
    ),
    "ordinal from 0": lambda graph: graph.set((_node("shortcoming"), YZ.ordinal, Literal(0))),
    "report without year": _without(report_iri(REPORT.id), YZ.year),
    "report without digest": _without(report_iri(REPORT.id), YZ.textSha256),
    "report without media": _without(report_iri(REPORT.id), YZ.media),
    "report without ingest": _without(report_iri(REPORT.id), PROV.wasGeneratedBy),
    "second report": _with(URIRef("https://example.org/r"), RDF.type, YZ.Report),
    "no report": lambda graph: graph.remove((None, RDF.type, YZ.Report)),
    "ingest with a time": lambda graph: graph.add(
        (next(graph.subjects(RDF.type, YZ.Ingest)), PROV.endedAtTime, Literal("2026-01-01T00:00:00Z"))
    ),
    "section without title": lambda graph: graph.remove(
        (next(graph.subjects(RDF.type, YZ.Section)), DCTERMS.title, None)
    ),
    "section without end": _without(None, YZ.end),
    "entity without label": _without(None, SKOS.prefLabel),
    "entity of two labels": lambda graph: graph.add(
        (next(graph.subjects(SKOS.prefLabel)), SKOS.prefLabel, Literal("另一个名字"))
    ),
    "entity without key": _without(None, SKOS.hiddenLabel),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_graph_is_found(case: str) -> None:
    graph = report_triples(REPORT)
    before = set(graph)
    BROKEN[case](graph)
    assert set(graph) != before, "the case changes nothing"
    assert validate(graph)


def test_a_violation_says_where_and_what() -> None:
    graph = report_triples(REPORT)
    graph.remove((METRIC, YZ.value, None))
    [violation] = validate(graph)
    assert violation.node == str(METRIC)
    assert violation.path == str(YZ.value)
    assert "数值" in violation.message


def test_the_graph_is_left_as_it_was() -> None:
    graph = report_triples(REPORT)
    before = set(graph)
    assert validate(graph) == []
    assert set(graph) == before
