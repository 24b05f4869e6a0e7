import pytest

from ingest.report import FACT_TYPES, Fact, Report
from kg.build import report_triples
from kg.facts import facts, facts_of
from kg.queries import media
from kg.store import GraphStore, open_embedded
from tests.kg.reports import MEDIA, Writer, large, linjiang


def _in_order(report: Report) -> list[Fact]:
    def by_place(fact: Fact) -> tuple[int, int, int, str]:
        return fact.evidence.start, fact.evidence.end, FACT_TYPES.index(fact.type), fact.id

    mentions = {
        fact.id: tuple(sorted(fact.mentions, key=lambda mention: (mention.start, mention.end)))
        for fact in report.facts
    }
    return sorted(
        (fact.model_copy(update={"mentions": mentions[fact.id]}) for fact in report.facts), key=by_place
    )


@pytest.fixture(scope="module")
def store() -> GraphStore:
    opened = open_embedded(None)
    opened.put_all(report_triples(linjiang(year)) for year in (2021, 2022))
    return opened


@pytest.mark.parametrize("year", [2021, 2022])
def test_facts_come_back_as_they_were(store: GraphStore, year: int) -> None:
    assert {fact.type for fact in linjiang(year).facts} == set(FACT_TYPES)
    assert facts_of(store, linjiang(year).id) == _in_order(linjiang(year))


def test_many_facts_come_back_as_they_were() -> None:
    report = large(60)
    store = open_embedded(None)
    store.put(report_triples(report))
    assert facts_of(store, report.id) == _in_order(report)


def test_facts_by_pattern(store: GraphStore) -> None:
    found = facts(store, f"?fact a yz:Shortcoming ; yz:media {media(MEDIA)} ; yz:year 2022 .")
    assert [fact.type for fact in found] == ["shortcoming", "shortcoming"]
    assert {fact.evidence.year for fact in found} == {2022}
    by_duty = facts(store, "?fact yz:year 2021 ; yz:section/yz:duty yz:duty-service .")
    assert {fact.type for fact in by_duty} == {"column", "event", "work", "metric"}


def test_an_unknown_report_has_none(store: GraphStore) -> None:
    assert facts_of(store, "0" * 16) == []


def test_awkward_values_come_back_as_they_were() -> None:
    writer = Writer(MEDIA, 2022, "作品《“甲”》、〈乙\\n〉与\t丙获奖，增长0.1个百分点，占50.0%。")
    writer.fact(
        "award", "作品《“甲”》、〈乙\\n〉与\t丙获奖", award="奖", works=("〈乙\\n〉", "丙", "“甲”"), count=3
    )
    writer.fact(
        "metric", "增长0.1个百分点", subject=None, name="增长", value=0.1, unit="个百分点", text="0.1个百分点"
    )
    writer.fact("metric", "占50.0%", subject="", name="占比", value=50.0, unit="%", text="50.0%")
    # An empty subject is wrong, and the shapes say so; the graph still keeps what it was given.
    report = writer.report()
    store = open_embedded(None)
    store.put(report_triples(report))
    assert facts_of(store, report.id) == _in_order(report)
