import time
from collections.abc import Callable

import pytest
from rdflib import DCTERMS, PROV, QB, RDF, SKOS, XSD, BNode, Graph, Literal, URIRef

from ingest.report import Duty, Report
from kg.build import (
    UnbuildableReportError,
    fact_iri,
    report_graph_iri,
    report_iri,
    report_triples,
)
from kg.entities import entity_iri, media_iri
from kg.facts import facts_of
from kg.store import GraphStore, open_embedded
from kg.validate import validate
from kg.vocabulary import DUTIES, OA, QUALIFIERS, YZ
from tests.kg.reports import MEDIA, Writer, large, linjiang


def _fact_node(report: Report, kind: str, nth: int = 0) -> URIRef:
    return fact_iri([fact for fact in report.facts if fact.type == kind][nth].id)


def test_the_same_report_gives_the_same_triples() -> None:
    first, second = report_triples(linjiang(2022)), report_triples(linjiang(2022))
    assert set(first) == set(second)
    assert first.identifier == report_graph_iri(linjiang(2022).id)
    assert not any(isinstance(term, BNode) for triple in first for term in triple)
    assert not any(isinstance(o, Literal) and o.datatype == XSD.dateTime for o in first.objects())


@pytest.mark.parametrize("make", [lambda: linjiang(2022), lambda: large(60)], ids=["linjiang", "large"])
def test_graphs_keep_the_shapes(make: Callable[[], Report]) -> None:
    assert validate(report_triples(make())) == []


def test_every_fact_has_its_exact_words() -> None:
    report = linjiang(2022)
    graph = report_triples(report)
    for fact in report.facts:
        node = fact_iri(fact.id)
        spans = [graph.value(node, PROV.wasDerivedFrom), *graph.objects(node, YZ.mentionedIn)]
        assert len(spans) == 1 + len(fact.mentions)
        for span in spans:
            start = graph.value(span, OA.hasSelector / OA.start).toPython()
            end = graph.value(span, OA.hasSelector / OA.end).toPython()
            assert report.text[start:end] == str(graph.value(span, OA.hasSelector / OA.exact))
        assert (node, YZ.media, media_iri(MEDIA)) in graph
        assert (node, YZ.year, Literal(2022)) in graph


def test_what_stands_around_a_quote_is_told_where_the_text_has_it_twice() -> None:
    text = "员工9人。\n编辑部员工9人。\n记者8人。"
    writer = Writer(MEDIA, 2022, text)
    writer.fact("metric", "员工9人", subject=None, name="员工", value=9, unit="人", text="9人")
    writer.fact("metric", "记者8人", subject=None, name="记者", value=8, unit="人", text="8人")
    graph = report_triples(writer.report())
    twice, once = (next(graph.subjects(OA.exact, Literal(quote))) for quote in ("员工9人", "记者8人"))
    start, end = (graph.value(twice, each).toPython() for each in (OA.start, OA.end))
    assert str(graph.value(twice, OA.prefix)) == text[:start][-24:]
    assert str(graph.value(twice, OA.suffix)) == text[end:][:24]
    assert graph.value(once, OA.prefix) is graph.value(once, OA.suffix) is None
    assert validate(graph) == []


def test_a_span_of_two_selectors_still_keeps_the_shapes() -> None:
    graph = report_triples(linjiang(2022))
    old = _of_version_2(graph)
    assert len(old) > len(graph)
    assert validate(old) == []
    id = linjiang(2022).id
    assert facts_of(_holding(old), id) == facts_of(_holding(graph), id)


def _of_version_2(graph: Graph) -> Graph:
    """Return a graph as version 2 had it: a span says its class, its position and its quote are two nodes."""
    old = Graph(identifier=graph.identifier)
    for s, p, o in graph:
        if p == OA.hasSelector:
            old.add((s, RDF.type, OA.SpecificResource))
            for kind in ("position", "quote"):
                old.add((s, p, URIRef(f"{o}-{kind}")))
        elif o == OA.TextPositionSelector or p in (OA.start, OA.end):
            old.add((URIRef(f"{s}-position"), p, o))
        elif o == OA.TextQuoteSelector or p in (OA.exact, OA.prefix, OA.suffix):
            old.add((URIRef(f"{s}-quote"), p, o))
        else:
            old.add((s, p, o))
    return old


def _holding(graph: Graph) -> GraphStore:
    store = open_embedded(None)
    store.put(graph)
    return store


def test_two_spellings_of_one_report_are_one_work() -> None:
    graph = report_triples(linjiang(2022))
    work = entity_iri("work", MEDIA, "江岸12时辰")
    assert {str(o) for o in graph.objects(work, SKOS.prefLabel | SKOS.altLabel)} == {
        "江岸十二时辰",
        "江岸12时辰",
    }
    assert len(list(graph.objects(work, SKOS.prefLabel))) == 1
    # The award, the work itself and the figure about it.
    assert len(set(graph.subjects(YZ.about, work))) == 3


def test_a_column_that_won_is_what_its_award_is_about() -> None:
    writer = Writer(MEDIA, 2022, "开设《老街坊》栏目。电视栏目《老街坊》获十佳栏目奖。")
    writer.fact("column", "《老街坊》栏目", title="老街坊", platform=None)
    writer.fact(
        "award",
        "电视栏目《老街坊》获十佳栏目奖",
        award="十佳栏目奖",
        edition=None,
        level=None,
        year=None,
        works=["老街坊"],
        count=1,
        recipient=None,
    )
    graph = report_triples(writer.report())
    column = URIRef(entity_iri("column", MEDIA, "老街坊"))
    assert (_fact_node(writer.report(), "award"), YZ.about, column) in graph
    assert not list(graph.objects(None, YZ.work))


def test_figures_are_observations() -> None:
    report = linjiang(2022)
    graph = report_triples(report)
    fans = _fact_node(report, "metric", 1)
    normalised = Graph()
    for triple in graph:
        normalised.add(triple)
    # The Data Cube's own normalization of abbreviated cubes (section 10.1, phase 1).
    normalised.update("INSERT { ?o a qb:Observation . ?ds a qb:DataSet } WHERE { ?o qb:dataSet ?ds }")
    assert (fans, RDF.type, QB.Observation) in normalised
    assert graph.value(fans, YZ.value) == Literal(500000)
    assert graph.value(fans, YZ.qualifier) == QUALIFIERS["over"]
    percent, index = _fact_node(report, "metric", 2), _fact_node(report, "metric", 3)
    assert graph.value(percent, YZ.value).datatype == XSD.decimal
    assert str(graph.value(percent, YZ.value)) == "38.5"
    assert (index, YZ.unitless, Literal(True)) in graph
    assert graph.value(index, YZ.unit) is None
    # Without a subject, and with the media's own name, a figure is about the media.
    staff = _fact_node(report, "metric", 0)
    assert graph.value(staff, YZ.subject) == graph.value(percent, YZ.subject) == media_iri(MEDIA)
    assert graph.value(staff, YZ.subjectName) is None


def test_a_sub_section_stands_under_its_chapters_duty() -> None:
    report = linjiang(2022)
    graph = report_triples(report)
    section = graph.value(_fact_node(report, "metric", 0), YZ.section)
    assert str(graph.value(section, DCTERMS.title)) == "媒体概况"
    assert graph.value(section, YZ.duty) == DUTIES[Duty.PREFACE]
    assert str(graph.value(graph.value(section, DCTERMS.isPartOf), DCTERMS.title)) == "前言"
    shortcoming = graph.value(_fact_node(report, "shortcoming"), YZ.section)
    assert graph.value(shortcoming, YZ.duty) == DUTIES[Duty.AFTERWORD]
    assert graph.value(shortcoming, DCTERMS.isPartOf) == report_iri(report.id)


def _event(date: str | None) -> Graph:
    writer = Writer(MEDIA, 2022, "中心挂牌成立。")
    return report_triples(writer.fact("event", "中心挂牌成立", name="挂牌", date=date).report())


@pytest.mark.parametrize(
    ("date", "datatype"),
    [("2022-06-12", XSD.date), ("2022-06", XSD.gYearMonth), ("2022", XSD.gYear), (None, None)],
)
def test_dates_are_as_exact_as_the_text(date: str | None, datatype: object) -> None:
    graph = _event(date)
    found = graph.value(None, YZ.date, any=True) if date is None else next(graph.objects(None, YZ.date))
    assert (found is None) if date is None else (str(found) == date and found.datatype == datatype)
    assert validate(graph) == []


@pytest.mark.parametrize("value", [0, 7, -3, 0.5, 5.0, 1e-7, 99.99, 12345678901234, 1e22])
def test_values_come_back_as_they_were(value: float) -> None:
    writer = Writer(MEDIA, 2022, "增长若干。")
    report = writer.fact(
        "metric", "增长若干", subject=None, name="增长", value=value, unit="%", text="若干"
    ).report()
    graph = report_triples(report)
    literal = next(graph.objects(None, YZ.value))
    assert float(literal) == value
    assert "e" not in str(literal).lower()
    assert validate(graph) == []


def test_facts_at_one_place_share_their_span() -> None:
    writer = Writer(MEDIA, 2022, "《渡口》获江州新闻奖。")
    writer.fact("work", "《渡口》获江州新闻奖", title="渡口")
    writer.fact("award", "《渡口》获江州新闻奖", award="江州新闻奖", works=("渡口",))
    graph = report_triples(writer.report())
    assert len(set(graph.objects(None, PROV.wasDerivedFrom)) - set(graph.objects(report_iri(writer.id)))) == 1
    assert validate(graph) == []


def test_facts_before_any_heading_have_no_section() -> None:
    writer = Writer(MEDIA, 2022, "员工9人。\n一、前言\n后面。\n").section("前言", Duty.PREFACE, number="一、")
    writer.fact("metric", "员工9人", subject=None, name="员工", value=9, unit="人", text="9人")
    graph = report_triples(writer.report())
    assert graph.value(fact_iri(writer.facts[0].id), YZ.section) is None
    assert validate(graph) == []


def test_a_report_without_facts_or_title_is_sound() -> None:
    assert validate(report_triples(Writer(MEDIA, 2022, "空空如也。").report())) == []


def test_names_of_any_characters_are_kept() -> None:
    title = '引号"反斜\\换行\n制表\t〈尖〉🎬𠮷'
    writer = Writer(MEDIA, 2022, f"作品{title}播出。")
    report = writer.fact("work", f"作品{title}播出", title=title).report()
    graph = report_triples(report)
    assert str(graph.value(fact_iri(report.facts[0].id), YZ.name)) == title
    assert validate(graph) == []


@pytest.mark.parametrize("missing", ["media", "report_year"])
def test_a_report_without_media_or_year_is_refused(missing: str) -> None:
    with pytest.raises(UnbuildableReportError, match="未能识别"):
        report_triples(linjiang(2022).model_copy(update={missing: None}))


def test_a_quote_that_is_not_in_its_place_is_refused() -> None:
    report = linjiang(2022)
    wrong = report.facts[0].evidence.model_copy(update={"start": report.facts[0].evidence.start + 1})
    facts = (report.facts[0].model_copy(update={"evidence": wrong}), *report.facts[1:])
    with pytest.raises(UnbuildableReportError, match="不符"):
        report_triples(report.model_copy(update={"facts": facts}))


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_a_value_that_is_no_number_is_refused(value: float) -> None:
    writer = Writer(MEDIA, 2022, "增长若干。")
    writer.fact("metric", "增长若干", subject=None, name="增长", value=value, unit=None, text="若干")
    with pytest.raises(UnbuildableReportError, match="有限数"):
        report_triples(writer.report())


def test_a_large_report_is_built_quickly() -> None:
    # About 20 ms on an idle core; the bound is for CPU time, wide enough for a busy machine.
    report = large(120)
    report_triples(report)
    best = 1.0
    for _ in range(5):
        begun = time.process_time()
        report_triples(report)
        best = min(best, time.process_time() - begun)
    assert best < 0.06
