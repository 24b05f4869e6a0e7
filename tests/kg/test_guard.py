import pytest

from kg.guard import ForbiddenQueryError, refuse_foreign
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


def test_from_names_graphs_of_the_store_only(store: GraphStore) -> None:
    assert store.rows("SELECT * FROM <http://127.0.0.1:1/x> { ?s ?p ?o }") == []
    assert list(store.query("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }")) == []
