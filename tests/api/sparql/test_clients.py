"""Clients that others wrote ask `/sparql` over a real connection."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, TURTLE, URLENCODED, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from kg.queries import declared
from kg.vocabulary import YZ
from tests.api.conftest import served

YEARS = declared("SELECT ?r ?year WHERE { ?r a yz:Report ; yz:year ?year } ORDER BY ?year")
COMUNICA = Path(os.environ.get("YINZHENG_COMUNICA") or Path(tempfile.gettempdir()) / "yinzheng-comunica")


@pytest.fixture(scope="module")
def endpoint(built: Path) -> Iterator[str]:
    """Address of `/sparql` of a service on a port of its own."""
    with served(built) as address:
        yield f"{address}/sparql"


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["xml", "json", "csv", "tsv"])
def test_rdflib(endpoint: str, method: str, form: str) -> None:
    store = SPARQLStore(endpoint, method=method, returnFormat=form)
    graph = Graph(store)
    found = [str(row[1]) for row in graph.query(YEARS)]
    assert found == ["2020", "2021", "2023"]
    if form in ("xml", "json"):
        assert bool(graph.query(declared("ASK { ?f a yz:Shortcoming }"))) is True
        assert {int(value) for value in graph.objects(None, YZ.year)} == {2020, 2021, 2023}
        assert (None, YZ.year, Literal(2021)) in graph
    store.close()


def test_rdflib_asks_one_graph(endpoint: str) -> None:
    everything = Graph(SPARQLStore(endpoint))
    (name,) = [
        row[0]
        for row in everything.query(declared("SELECT ?g { GRAPH ?g { ?r a yz:Report ; yz:year 2021 } }"))
    ]
    assert isinstance(name, URIRef)
    one = Graph(SPARQLStore(endpoint, context_aware=True), identifier=name)
    assert [int(row[1]) for row in one.query(YEARS)] == [2021]
    built = everything.query(declared("CONSTRUCT { ?r yz:year ?y } WHERE { ?r a yz:Report ; yz:year ?y }"))
    assert built.graph is not None
    assert len(built.graph) == 3


@pytest.mark.parametrize("directly", [None, URLENCODED, POSTDIRECTLY])
def test_sparqlwrapper(endpoint: str, directly: str | None) -> None:
    client = SPARQLWrapper(endpoint)
    if directly:
        client.setMethod(POST)
        client.setRequestMethod(directly)
    client.setQuery(YEARS)
    client.setReturnFormat(JSON)
    rows = client.queryAndConvert()["results"]["bindings"]
    assert [row["year"]["value"] for row in rows] == ["2020", "2021", "2023"]
    client.setReturnFormat(XML)
    assert len(client.queryAndConvert().getElementsByTagName("result")) == 3
    client.setReturnFormat(CSV)
    assert client.queryAndConvert().decode().splitlines()[0] == "r,year"
    client.setQuery(declared("CONSTRUCT { ?r yz:year ?y } WHERE { ?r a yz:Report ; yz:year ?y }"))
    client.setReturnFormat(TURTLE)
    assert len(Graph().parse(data=client.queryAndConvert(), format="turtle")) == 3
    client.setQuery("SELECT * WHERE {")
    client.setReturnFormat(JSON)
    with pytest.raises(QueryBadFormed):
        client.query()


@pytest.mark.skipif(
    shutil.which("node") is None or not (COMUNICA / "node_modules").is_dir(),
    reason=f"needs node, and Comunica in {COMUNICA}: npm install --prefix there, see .ci/run",
)
def test_comunica(endpoint: str) -> None:
    program = COMUNICA / "node_modules" / ".bin" / "comunica-sparql"

    def comunica(query: str, form: str) -> str:
        done = subprocess.run(
            ["node", program, f"sparql@{endpoint}", query, "-t", form],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    rows = json.loads(comunica(YEARS, "application/sparql-results+json"))["results"]["bindings"]
    assert [row["year"]["value"] for row in rows] == ["2020", "2021", "2023"]
    counted = declared(
        "SELECT ?year (COUNT(?f) AS ?n) WHERE { ?f a yz:Shortcoming ; yz:year ?year } GROUP BY ?year"
    )
    rows = json.loads(comunica(counted, "application/sparql-results+json"))["results"]["bindings"]
    assert len(rows) == 3
    triples = comunica(
        declared("CONSTRUCT { ?r yz:year ?y } WHERE { ?r a yz:Report ; yz:year ?y }"), "application/n-triples"
    )
    assert len(triples.strip().splitlines()) == 3
