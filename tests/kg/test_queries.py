import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg.queries
from kg.build import report_triples
from kg.entities import entity_iri, referent
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


def _documented() -> list[str]:
    """The example queries of docs/graph.md, their placeholders filled in for the report of these tests."""
    page = Path(__file__).parents[2].joinpath("docs/graph.md").read_text(encoding="utf-8")
    block = page.split("```sparql\n")[1].split("```")[0]
    for theirs, ours in (("昌吉州融媒体中心", MEDIA), ("昌吉日报", "临江日报"), ("订阅用户", "粉丝")):
        block = block.replace(theirs, ours)
    known = {**vars(kg.queries), "entity_iri": entity_iri, "referent": referent, "M": media(MEDIA)}
    # A placeholder begins right after its brace, a group of the query with a space.
    filled = re.sub(r"\{(\w[^{}]*)\}", lambda match: str(eval(match[1], known)), block)
    return [query for query in re.split(r"^# .*\n", filled, flags=re.MULTILINE) if query.strip()]


def test_the_documented_queries_work() -> None:
    store = open_embedded(None)
    store.put_all(report_triples(linjiang(year, fans)) for year, fans in ((2023, 300_000), (2024, 350_000)))
    series, difference = _documented()
    assert [(row["year"], row["value"], row["unit"]) for row in run(store, series)] == [
        (2023, 300_000, "人"),
        (2024, 350_000, "人"),
    ]
    deltas = {str(row["name"]): row for row in run(store, difference)}
    assert set(deltas) == {"员工", "粉丝", "增长", "传播指数", "点击量"}
    assert deltas["粉丝"]["delta"] == 50_000
    assert evidence_of(deltas["粉丝"], "a").year == 2023
    assert evidence_of(deltas["粉丝"], "b").year == 2024
