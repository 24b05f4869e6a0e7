"""`/sparql` by the SPARQL 1.1 Protocol."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient
from lxml import etree

from tests.api.conftest import REPORTS, opened
from tests.api.http.test_problems import problem

YEARS = "SELECT ?year ?title { ?r a yz:Report ; yz:year ?year ; dcterms:title ?title } ORDER BY ?year"
TRIPLES = "CONSTRUCT { ?r yz:year ?year } WHERE { ?r a yz:Report ; yz:year ?year }"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"


def asked(client: TestClient, query: str, accept: str | None = None, **more: Any) -> Any:
    headers = {"accept": accept} if accept else {}
    answer = client.get("/sparql", params={"query": query, **more}, headers=headers)
    assert answer.status_code == 200, answer.text
    assert answer.headers["vary"] == "Accept"
    assert answer.headers["yinzheng-truncated"] == "false"
    return answer


def bindings(answer: Any) -> list[dict[str, str]]:
    rows = answer.json()["results"]["bindings"]
    return [{name: cell["value"] for name, cell in row.items()} for row in rows]


def test_the_three_ways_of_asking_answer_alike(client: TestClient) -> None:
    by_get = asked(client, YEARS)
    assert [row["year"] for row in bindings(by_get)] == ["2020", "2021", "2023"]
    assert by_get.headers["yinzheng-snapshot"] == "00000001"
    assert by_get.headers["yinzheng-row-limit"] == "10000"
    by_form = client.post("/sparql", data={"query": YEARS})
    direct = client.post("/sparql", content=YEARS, headers={"content-type": f"{DIRECT}; charset=UTF-8"})
    assert by_get.content == by_form.content == direct.content


def test_each_format_of_a_table_says_the_same(client: TestClient) -> None:
    rows = bindings(asked(client, YEARS, "application/sparql-results+json"))
    xml = asked(client, YEARS, "application/sparql-results+xml")
    assert xml.headers["content-type"] == "application/sparql-results+xml"
    name = "{http://www.w3.org/2005/sparql-results#}"
    found = etree.fromstring(xml.content).iter(f"{name}result")
    assert [[cell.findtext("*") for cell in row] for row in found] == [list(row.values()) for row in rows]
    table = asked(client, YEARS, "text/csv")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert list(csv.DictReader(table.text.splitlines())) == rows
    tabs = asked(client, YEARS, "text/tab-separated-values")
    assert tabs.headers["content-type"] == "text/tab-separated-values; charset=utf-8"
    assert tabs.text.splitlines()[0] == "?year\t?title"
    assert len(tabs.text.splitlines()) == 1 + len(rows)


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        (None, ox.RdfFormat.TURTLE),
    ],
)
def test_each_format_of_triples_says_the_same(
    client: TestClient, accept: str | None, form: ox.RdfFormat
) -> None:
    for query in (TRIPLES, "DESCRIBE ?r { ?r a yz:Report ; yz:year 2021 }"):
        answer = asked(client, query, accept)
        assert answer.headers["content-type"].partition(";")[0] == (accept or "text/turtle")
        found = {str(quad.triple) for quad in ox.parse(answer.content, format=form)}
        plain = ox.parse(asked(client, query, "application/n-triples").content, format=ox.RdfFormat.N_TRIPLES)
        assert found == {str(quad.triple) for quad in plain}
        assert len(found) >= 3


def test_ask_answers_yes_or_no(client: TestClient) -> None:
    assert asked(client, "ASK { ?f a yz:Shortcoming }").json()["boolean"] is True
    assert asked(client, "ASK { ?f yz:year 1999 }").json()["boolean"] is False
    assert b"<boolean>true</boolean>" in asked(client, "ASK {}", "application/sparql-results+xml").content


@pytest.mark.parametrize(
    ("query", "accept", "chosen"),
    [
        (YEARS, "*/*", "application/sparql-results+json"),
        (YEARS, "text/html, application/xml;q=0.9, */*;q=0.8", "application/sparql-results+xml"),
        (YEARS, "application/json", "application/sparql-results+json"),
        (YEARS, "text/*", "text/csv"),
        (YEARS, "text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values"),
        (YEARS, "text/turtle, text/csv;q=0.1", "text/csv"),
        (YEARS, "application/sparql-results+json;q=0, */*", "application/sparql-results+xml"),
        (YEARS, "APPLICATION/SPARQL-RESULTS+XML", "application/sparql-results+xml"),
        (TRIPLES, "application/sparql-results+json, application/rdf+xml;q=0.2", "application/rdf+xml"),
        (TRIPLES, "text/html, */*;q=0.1", "text/turtle"),
    ],
)
def test_the_format_is_what_the_client_likes_best(
    client: TestClient, query: str, accept: str, chosen: str
) -> None:
    assert asked(client, query, accept).headers["content-type"].partition(";")[0] == chosen


def test_unbound_cells_and_odd_characters_survive_each_format(client: TestClient) -> None:
    query = (
        'SELECT ?no ("a\\t\\"b\\"\\n，<c>&" AS ?text) ("x"@zh AS ?said) (BNODE() AS ?blank) (1.5 AS ?n) {}'
    )
    cells = asked(client, query).json()["results"]["bindings"][0]
    assert set(cells) == {"text", "said", "blank", "n"}
    assert cells["text"] == {"type": "literal", "value": 'a\t"b"\n，<c>&'}
    assert cells["said"]["xml:lang"] == "zh"
    assert cells["blank"]["type"] == "bnode"
    assert cells["n"]["datatype"].endswith("#decimal")
    xml = etree.fromstring(asked(client, query, "application/sparql-results+xml").content)
    assert 'a\t"b"\n，<c>&' in xml.itertext()
    assert asked(client, "SELECT * {}").json()["results"]["bindings"] == [{}]
    triple = asked(client, "SELECT (<<( <a:a> <a:b> 1 )>> AS ?t) {}").json()["results"]["bindings"][0]["t"]
    assert triple["type"] == "triple"


def test_the_projects_prefixes_need_no_declaration_and_may_have_one(client: TestClient) -> None:
    for query in (
        "SELECT (COUNT(*) AS ?n) { ?f a yz:Fact ; prov:wasDerivedFrom/oa:hasSelector/oa:exact ?q }",
        "PREFIX y: <https://w3id.org/yinzheng/ns#> SELECT (COUNT(*) AS ?n) { ?f a y:Fact }",
        "PREFIX yz: <https://w3id.org/yinzheng/ns#> SELECT (COUNT(*) AS ?n) { ?f a yz:Fact }",
    ):
        assert int(bindings(asked(client, query))[0]["n"]) > 100


def test_graphs_are_those_of_the_store(client: TestClient) -> None:
    graphs = "SELECT ?g ?year { GRAPH ?g { ?r a yz:Report ; yz:year ?year } } ORDER BY ?year"
    held = {row["year"]: row["g"] for row in bindings(asked(client, graphs))}
    assert list(held) == ["2020", "2021", "2023"]
    one = {"default-graph-uri": held["2021"]}
    assert [row["year"] for row in bindings(asked(client, YEARS, **one))] == ["2021"]
    assert bindings(asked(client, graphs, **one)) == []
    two = {"named-graph-uri": [held["2020"], held["2023"]]}
    assert [row["year"] for row in bindings(asked(client, graphs, **two))] == ["2020", "2023"]
    assert bindings(asked(client, YEARS, **two)) == []
    body = urlencode({"query": YEARS, "default-graph-uri": [held["2020"], held["2021"]]}, doseq=True)
    sent = client.post("/sparql", content=body, headers={"content-type": FORM})
    assert [row["year"] for row in bindings(sent)] == ["2020", "2021"]
    direct = client.post("/sparql", params=one, content=YEARS, headers={"content-type": DIRECT})
    assert [row["year"] for row in bindings(direct)] == ["2021"]
    # What the request names overrules what the query names (SPARQL 1.1 Protocol, 2.1.4).
    within = YEARS.replace("{", f"FROM <{held['2020']}> {{", 1)
    assert [row["year"] for row in bindings(asked(client, within))] == ["2020"]
    assert [row["year"] for row in bindings(asked(client, within, **one))] == ["2021"]
    for elsewhere in ("http://127.0.0.1:1/x", "file:///etc/passwd"):
        assert bindings(asked(client, YEARS, **{"default-graph-uri": elsewhere})) == []
        assert bindings(asked(client, YEARS.replace("{", f"FROM <{elsewhere}> {{", 1))) == []


SERVICE = "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"


@pytest.mark.parametrize(
    ("method", "sent", "status", "kind"),
    [
        ("GET", {"params": {"query": "SELECT * {"}}, 400, "malformed-query"),
        ("GET", {"params": {"query": ""}}, 400, "malformed-query"),
        ("GET", {"params": {"query": "CLEAR ALL"}}, 400, "malformed-query"),
        ("GET", {"params": {"query": "SELECT (<a:f>(1) AS ?x) {}"}}, 400, "malformed-query"),
        ("GET", {"params": [("query", "ASK {}"), ("query", "ASK {}")]}, 400, "malformed-query"),
        ("GET", {"params": {"query": "ASK {}", "default-graph-uri": "no iri"}}, 400, "malformed-query"),
        ("GET", {"params": {"query": SERVICE}}, 403, "forbidden-query"),
        ("POST", {"data": {"query": SERVICE}}, 403, "forbidden-query"),
        ("POST", {"data": {"update": "CLEAR ALL"}}, 403, "forbidden-query"),
        ("POST", {"data": {"query": "INSERT DATA { <a:a> <a:b> <a:c> }"}}, 400, "malformed-query"),
        ("POST", {"data": {"query": "LOAD <http://127.0.0.1:1/x>"}}, 400, "malformed-query"),
        ("POST", {"data": {"other": "ASK {}"}}, 400, "malformed-query"),
        ("POST", {"data": {"query": ["ASK {}", "ASK {}"]}}, 400, "malformed-query"),
        ("POST", {"content": "query=%FF", "headers": {"content-type": FORM}}, 400, "malformed-query"),
        ("POST", {"content": b"\xff", "headers": {"content-type": DIRECT}}, 400, "malformed-query"),
        ("POST", {"content": "", "headers": {"content-type": DIRECT}}, 400, "malformed-query"),
        ("GET", {"params": {"query": YEARS}, "headers": {"accept": "image/png"}}, 406, "not-acceptable"),
        ("GET", {"params": {"query": YEARS}, "headers": {"accept": "text/turtle"}}, 406, "not-acceptable"),
        ("GET", {"params": {"query": TRIPLES}, "headers": {"accept": "text/csv"}}, 406, "not-acceptable"),
        ("GET", {"headers": {"accept": "text/csv"}}, 406, "not-acceptable"),
        ("POST", {"content": "ASK {}", "headers": {"content-type": "text/plain"}}, 415, "unsupported-type"),
        ("POST", {"content": "ASK {}"}, 415, "unsupported-type"),
        ("POST", {"files": {"query": "ASK {}"}}, 415, "unsupported-type"),
        (
            "POST",
            {"content": "CLEAR ALL", "headers": {"content-type": "application/sparql-update"}},
            415,
            "unsupported-type",
        ),
        (
            "POST",
            {"content": "ASK {}", "headers": {"content-type": f"{DIRECT}; charset=gbk"}},
            415,
            "unsupported-type",
        ),
        ("POST", {"data": {"query": "ASK {}" + " " * 300_000}}, 413, "too-long-query"),
        ("POST", {"content": "#" * 3_000_000, "headers": {"content-type": DIRECT}}, 413, "too-long-query"),
        ("GET", {"params": {"query": f"ASK {'{' * 1000}{'}' * 1000}"}}, 400, "malformed-query"),
    ],
)
def test_mistakes(client: TestClient, method: str, sent: dict[str, Any], status: int, kind: str) -> None:
    problem(client.request(method, "/sparql", **sent), status, f"urn:yinzheng:{kind}")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_named_wrong(client: TestClient, method: str) -> None:
    answer = client.request(method, "/sparql")
    problem(answer, 405, "about:blank")
    assert answer.headers["allow"]


def test_the_service_describes_itself(client: TestClient) -> None:
    sd = "http://www.w3.org/ns/sparql-service-description#"
    for accept, form in (("text/turtle", ox.RdfFormat.TURTLE), ("application/rdf+xml", ox.RdfFormat.RDF_XML)):
        answer = client.get("/sparql", headers={"accept": accept})
        assert answer.status_code == 200
        triples = [quad.triple for quad in ox.parse(answer.content, format=form)]
        (service,) = {t.subject.value for t in triples if t.predicate.value == f"{sd}endpoint"}
        assert service == "http://127.0.0.1:8321/sparql"
        languages = [t.object.value for t in triples if t.predicate.value == f"{sd}supportedLanguage"]
        assert languages == [f"{sd}SPARQL11Query"]
        named = {t.object.value for t in triples if t.predicate.value == f"{sd}name"}
        asked_for = bindings(asked(client, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"))
        assert named == {row["g"] for row in asked_for}


def test_what_is_ingested_is_seen_at_once(own_client: TestClient) -> None:
    count = "SELECT (COUNT(DISTINCT ?r) AS ?n) { ?r a yz:Report }"
    before = asked(own_client, count)
    file = ("files", ("2024.pdf", (REPORTS / "2024.pdf").read_bytes()))
    assert own_client.post("/v1/reports", files=[file]).status_code == 201
    after = asked(own_client, count)
    assert (bindings(before)[0]["n"], bindings(after)[0]["n"]) == ("3", "4")
    assert before.headers["yinzheng-snapshot"] < after.headers["yinzheng-snapshot"]


def test_an_empty_library_is_said_so(tmp_path: Path) -> None:
    with opened(tmp_path) as client:
        problem(client.get("/sparql", params={"query": "ASK {}"}), 409, "urn:yinzheng:empty-library")
        assert "sd:Service" in client.get("/sparql").text
