import csv
import io
import json

import pyoxigraph as ox
import pytest

from kg.build import report_triples
from kg.export import FORMATS, Format, export
from kg.jsonld import context
from kg.store import GraphStore, open_embedded
from kg.table import COLUMNS
from kg.vocabulary import YZ
from tests.kg.reports import MEDIA, Writer, linjiang, quads

YEARS = (2021, 2022)


@pytest.fixture(scope="module")
def store() -> GraphStore:
    opened = open_embedded(None)
    opened.put_all(report_triples(linjiang(year)) for year in YEARS)
    return opened


def _whole(store: GraphStore, format: Format) -> bytes:
    return b"".join(export(store, format))


def _stored() -> set[ox.Quad]:
    return set().union(*(quads(report_triples(linjiang(year))) for year in YEARS))


def test_n_quads(store: GraphStore) -> None:
    assert set(ox.parse(_whole(store, "nq"), format=ox.RdfFormat.N_QUADS)) == _stored()


def test_turtle_is_the_union(store: GraphStore) -> None:
    text = _whole(store, "ttl")
    union = {ox.Quad(q.subject, q.predicate, q.object) for q in _stored()}
    assert set(ox.parse(text, format=ox.RdfFormat.TURTLE)) == union
    assert text.count(b"@prefix yz:") == 1


def test_json_ld_says_the_same(store: GraphStore) -> None:
    text = _whole(store, "jsonld")
    assert set(ox.parse(text, format=ox.RdfFormat.JSON_LD)) == _stored()
    document = json.loads(text)
    assert [graph["id"] for graph in document["@graph"]] == [f"graph-{id_}" for id_ in store.reports()]
    [fans] = [
        node
        for node in document["@graph"][0]["@graph"]
        if node.get("name") == "粉丝" and "yz:MetricFact" in node["type"]
    ]
    # Short names, plain numbers, no expanded values: what a JavaScript programmer expects.
    assert (fans["value"], fans["unit"], fans["qualifier"]) == (500_000, "人", "yz:qualifier-over")


def test_the_context_types_every_property() -> None:
    terms = context()
    assert terms["subject"] == {"@id": "yz:subject", "@type": "@id"}
    assert terms["year"] == {"@id": "yz:year"}
    assert terms["headings"]["@type"] == "@json"
    lower = {name for name in YZ.__annotations__ if name[0].islower()}
    assert lower - {
        "yinzheng",
        "figures",
        "figureStructure",
        "duties",
        "qualifiers",
        "platformKinds",
        "statuses",
    } <= set(terms)


def test_csv_has_a_row_for_each_fact(store: GraphStore) -> None:
    text = _whole(store, "csv")
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))
    facts = {fact.id: fact for year in YEARS for fact in linjiang(year).facts}
    assert {row["id"] for row in rows} == set(facts)
    assert len(rows) == len(facts)
    for row in rows:
        fact = facts[row["id"]]
        assert tuple(row) == COLUMNS
        assert (row["quote"], int(row["start"]), int(row["report_year"])) == (
            fact.evidence.quote,
            fact.evidence.start,
            fact.evidence.year,
        )
        for field, value in fact.model_dump(mode="json", exclude={"evidence", "mentions", "works"}).items():
            assert row[field] == ("" if value is None else str(value)), field


def test_every_field_of_every_fact_type_has_a_column() -> None:
    fields = {field for fact in linjiang(2022).facts for field in type(fact).model_fields}
    assert fields - {"evidence"} <= set(COLUMNS)


def test_no_cell_is_a_formula() -> None:
    writer = Writer(MEDIA, 2022, '=HYPERLINK("http://x") 与 @甲 与 +1,\n又一行 播出')
    writer.fact("work", '=HYPERLINK("http://x")', title='=HYPERLINK("http://x")', genre="-短片")
    writer.fact("work", "@甲 与 +1,\n又一行", title="@甲", genre="短片, “新”")
    store = open_embedded(None)
    store.put(report_triples(writer.report()))
    rows = list(csv.reader(io.StringIO(_whole(store, "csv").decode("utf-8-sig"), newline="")))
    assert len(rows) == 3
    assert not [cell for row in rows[1:] for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert "'@甲 与 +1,\n又一行" in rows[2]


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_store_is_a_valid_document(format: Format) -> None:
    text = _whole(open_embedded(None), format)
    if format == "csv":
        assert len(text.splitlines()) == 1
    elif format == "jsonld":
        assert json.loads(text)["@graph"] == []
    else:
        assert text == b""


@pytest.mark.parametrize("format", FORMATS)
def test_exports_are_the_same_bytes_however_filled(store: GraphStore, format: Format) -> None:
    other = open_embedded(None)
    for year in reversed(YEARS):
        other.put(report_triples(linjiang(year)))
    assert _whole(other, format) == _whole(store, format)


def test_unknown_format() -> None:
    with pytest.raises(ValueError, match="ttl、nq、jsonld、csv"):
        export(open_embedded(None), "xml")  # type: ignore[arg-type]
