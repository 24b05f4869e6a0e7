import pytest
from rdflib import Graph, Literal, URIRef

from kg.guard import ForbiddenQueryError, names_graphs, refuse_foreign, refuse_unreasonable
from kg.nodes import report_graph_iri
from kg.store import GraphStore, QueryError, open_embedded

SOMEWHERE = "<http://127.0.0.1:1/sparql>"

FOREIGN = [
    f"SELECT * {{ SERVICE {SOMEWHERE} {{ ?s ?p ?o }} }}",
    f"select * {{ service silent {SOMEWHERE} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ SERVICE{SOMEWHERE}{{ ?s ?p ?o }} }}",
    "PREFIX : <http://127.0.0.1:1/> SELECT * { SERVICE:x { ?s ?p ?o } }",
    f"SELECT * {{ ?s ?p 1SERVICE {SOMEWHERE} {{}} }}",
    f"SELECT * {{ BIND(<http://x/> AS ?v) SERVICE ?v {{ ?s ?p ?o }} }} # {SOMEWHERE}",
    f'SELECT * {{ ?s ?p "#" . SERVICE {SOMEWHERE} {{}} }}',
    f"SELECT * {{ ?s ?p '\\'#' . SERVICE {SOMEWHERE} {{}} }}",
    f"PREFIX a: <http://a/> SELECT * {{ ?s a:b\\#c ?o . SERVICE {SOMEWHERE} {{}} }}",
    f"SELECT * {{ ?s ?p ?o FILTER(?o<3) SERVICE {SOMEWHERE} {{}} FILTER(?o>1) }}",
    f"SELECT * {{ \\u0053ERVICE {SOMEWHERE} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ # comment\rSERVICE {SOMEWHERE} {{ ?s ?p ?o }} }}",
    f'SELECT * {{ ?s ?p """a"b""" SERVICE {SOMEWHERE} {{}} }}',
]


@pytest.fixture
def store() -> GraphStore:
    return open_embedded(None)


@pytest.mark.parametrize("sparql", FOREIGN)
def test_other_endpoints_are_never_called(store: GraphStore, sparql: str) -> None:
    with pytest.raises(ForbiddenQueryError, match="SERVICE"):
        store.rows(sparql)
    with pytest.raises(ForbiddenQueryError, match="SERVICE"):
        store.query(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT * { ?s ?p "SERVICE" }',
        "SELECT ?service { ?service ?p $SERVICE }",
        "SELECT * { ?s yz:duty yz:duty-service }",
        "SELECT * { ?s ?p <http://x/service#service> } # service",
        "SELECT * { ?s ?p 'it is a \"service\"' }",
        'SELECT * { ?s ?p """long\n"service" """ }',
    ],
)
def test_the_word_alone_is_no_call(store: GraphStore, sparql: str) -> None:
    assert store.rows(sparql) == []


def test_escapes_beyond_unicode_are_left_to_the_parser(store: GraphStore) -> None:
    refuse_foreign("SELECT * { ?s ?p '\\UFFFFFFFF' }")
    with pytest.raises(QueryError):
        store.rows("SELECT * { ?s ?p '\\UFFFFFFFF' }")


@pytest.mark.parametrize(
    "sparql",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:1/x>",
        "DROP ALL",
        "CLEAR ALL",
    ],
)
def test_updates_are_no_queries(store: GraphStore, sparql: str) -> None:
    with pytest.raises(QueryError):
        store.query(sparql)
    assert store.size() == 0


def test_from_names_graphs_of_the_store_only() -> None:
    store = open_embedded(None)
    graphs = [Graph(identifier=report_graph_iri(name)) for name in ("one", "two")]
    for graph in graphs:
        graph.add((URIRef("a:a"), URIRef("a:b"), Literal(graph.identifier)))
    store.put_all(graphs)
    assert len(store.rows("SELECT * { ?s ?p ?o }")) == 2
    one = graphs[0].identifier
    for clause in (f"FROM <{one}>", f"from<{one}>", f"FROM # <x:y>\n<{one}>"):
        assert [row["o"] for row in store.rows(f"SELECT * {clause} {{ ?s ?p ?o }}")] == [str(one)]
    for elsewhere in ("http://127.0.0.1:1/x", "file:///etc/passwd"):
        assert store.rows(f"SELECT * FROM <{elsewhere}> {{ ?s ?p ?o }}") == []
        with pytest.raises(QueryError, match="FROM"):
            store.query(f"SELECT * FROM <{elsewhere}> {{ ?s ?p ?o }}")


@pytest.mark.parametrize(
    "sparql",
    [
        "PREFIX from: <a:> SELECT * { ?s from:b ?o }",
        "SELECT * { ?s <a:b> ?from FILTER(STR(?from) != 'FROM <x:y>') } # FROM <x:y>",
        "SELECT * { ?s <a:b> ?o FILTER(?o != <http://x/from>) FILTER(?o != yz:from) }",
    ],
)
def test_the_word_from_alone_narrows_nothing(sparql: str) -> None:
    assert not names_graphs(sparql)


@pytest.mark.parametrize("pair", ["{}", "()", "[]"])
def test_brackets_beyond_reason_are_refused_before_they_are_read(pair: str) -> None:
    opening, closing = pair
    refuse_unreasonable(f"ASK {opening * 20}{closing * 20} # {opening * 500}")
    refuse_unreasonable(f"ASK {{ {pair * 500} ?s ?p '{opening * 500}' }}")
    with pytest.raises(QueryError, match="嵌套"):
        refuse_unreasonable(f"ASK {{ {opening * 500}{closing * 500} }}")
