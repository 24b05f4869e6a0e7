import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.build import report_triples
from kg.queries import (
    EVIDENCE,
    EVIDENCE_VARIABLES,
    declared,
    evidence_of,
    evidence_pattern,
    evidence_variables,
    iri,
    literal,
    media,
    run,
)
from kg.store import GraphStore, open_embedded
from tests.kg.reports import MEDIA, linjiang

REPORT = linjiang(2022)


@pytest.fixture(scope="module")
def store() -> GraphStore:
    opened = open_embedded(None)
    opened.put(report_triples(REPORT))
    return opened


def test_evidence_of_a_fact(store: GraphStore) -> None:
    rows = run(
        store,
        f"""SELECT ?value {EVIDENCE_VARIABLES} WHERE {{
          ?fact a yz:MetricFact ; yz:media {media(MEDIA)} ; yz:name {literal("粉丝")} ; yz:value ?value . {EVIDENCE} }}""",
    )
    [fact] = [fact for fact in REPORT.facts if fact.type == "metric" and fact.name == "粉丝"]
    assert [row["value"] for row in rows] == [fact.value]
    assert evidence_of(rows[0]) == fact.evidence
    assert fact.evidence.page == 2
    assert fact.evidence.section == ("前言", "媒体概况")


def test_evidence_of_two_facts_in_one_row(store: GraphStore) -> None:
    rows = run(
        store,
        f"""SELECT {evidence_variables("a")} {evidence_variables("b")} WHERE {{
          ?one a yz:Shortcoming ; yz:ordinal 1 . ?two a yz:Shortcoming ; yz:ordinal 2 .
          {evidence_pattern("?one", "a")} {evidence_pattern("?two", "b")} }}""",
    )
    [row] = rows
    assert (evidence_of(row, "a").quote, evidence_of(row, "b").quote) == ("原创作品不多", "对外传播偏弱")


def test_all_places_of_a_fact(store: GraphStore) -> None:
    [fact] = [fact for fact in REPORT.facts if fact.mentions]
    pattern = evidence_pattern(path="(prov:wasDerivedFrom|yz:mentionedIn)")
    rows = run(
        store,
        f"SELECT {EVIDENCE_VARIABLES} WHERE {{ ?fact yz:mentionedIn ?any . {pattern} }} GROUP BY {EVIDENCE_VARIABLES}",
    )
    assert {evidence_of(row).quote for row in rows} == {
        fact.evidence.quote,
        *(m.quote for m in fact.mentions),
    }


def test_a_row_without_evidence_is_an_error(store: GraphStore) -> None:
    [row] = run(store, "SELECT ?x { ?x a yz:Report }")
    with pytest.raises(KeyError):
        evidence_of(row)


@given(st.text())
def test_any_text_is_one_literal(text: str) -> None:
    # Surrogates are no characters; neither RDF nor UTF-8 can hold them.
    text = text.encode("utf-8", "ignore").decode()
    with_store = open_embedded(None)
    [row] = run(with_store, f"SELECT ({literal(text)} AS ?x) {{}}")
    assert row["x"] == text


@pytest.mark.parametrize(
    "text", ["http://x/> . ?s ?p ?o . <http://y", "http://x/ y", 'http://x/"', "http://x/\n"]
)
def test_what_is_no_iri_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an IRI"):
        iri(text)


def test_a_query_to_take_elsewhere_declares_what_it_uses() -> None:
    text = declared("SELECT * { ?f a yz:Fact ; prov:wasDerivedFrom ?s }")
    assert text.count("PREFIX") == 2
    assert "PREFIX yz: <https://w3id.org/yinzheng/ns#>\n" in text
