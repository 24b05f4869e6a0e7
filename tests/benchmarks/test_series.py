"""Needs, questions and traces over a hand-made shelf of two reports."""

from dataclasses import dataclass
from typing import Any, cast

import pytest

from benchmarks import asking, following
from benchmarks.asking import Asked, Asking, is_exact, is_right
from benchmarks.finding import rate
from benchmarks.following import Following
from benchmarks.gold import Record
from benchmarks.stored import Shelf, Spot
from ingest.report import Evidence, Qualifier
from search.answers import Answer, Item, Link, Status, Trace, TraceItem, Value
from search.library import Library

TEXTS = {
    2020: "短视频数量偏少。人才紧缺。将办短视频工作室。",
    2021: "成立短视频工作室。增加短视频产品。精品不多。",
}


@dataclass
class Stored:
    id: str
    media: str
    year: int


@dataclass
class Texts:
    text: str


class FakeLibrary:
    reports = tuple(Stored(f"r{year}", "澜溪台", year) for year in TEXTS)

    def report(self, report: str) -> Texts:
        return Texts(TEXTS[int(report[1:])])


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(cast(Library, FakeLibrary()))


def evidence(year: int, quote: str) -> Evidence:
    start = TEXTS[year].index(quote)
    end = start + len(quote)
    return Evidence(media="澜溪台", year=year, report=f"r{year}", quote=quote, start=start, end=end)


def test_spots_are_in_the_report_of_their_year(shelf: Shelf) -> None:
    assert shelf.spot("澜溪台", {"year": 2020, "quote": "人才 紧缺"}) == shelf.of(evidence(2020, "人才紧缺"))
    assert shelf.spot("澜溪台", {"year": 2021, "quote": "人才紧缺"}) == ("r2021", ())
    assert shelf.spot("澜溪台", {"year": 2019, "quote": "人才紧缺"}) == ("", ())


def test_ranking_of_a_need() -> None:
    relevant: list[Spot] = [("a", ((0, 5),)), ("b", ((0, 5),))]
    miss: Spot = ("c", ((0, 5),))
    assert rate([miss, ("a", ((4, 9),))], relevant).reciprocal == 0.5
    late = rate([miss] * 5 + [("b", ((0, 1),))], relevant)
    assert (late.recall, late.success) == (0.0, 0.0)
    assert late.reciprocal == pytest.approx(1 / 6)
    assert rate([miss] * 10 + [("b", ((0, 1),))], relevant).reciprocal == 0.0
    both = rate([("a", ((0, 1),)), ("a", ((2, 3),)), ("b", ((0, 1),))], relevant)
    assert (both.recall, both.success, both.reciprocal) == (1.0, 1.0, 1.0)
    assert rate([("a", ((5, 9),))], relevant).recall == 0.0
    with pytest.raises(ValueError, match="without relevant"):
        rate([], [])


def value(year: int, number: float, unit: str | None = "人") -> Value:
    return Value(
        year=year,
        label="职工",
        value=number,
        unit=unit,
        qualifier=Qualifier.EXACT,
        evidence=[evidence(2020, "人才紧缺")],
    )


def answered(text: str | None, values: list[Value] | None = None, items: list[str] | None = None) -> Answer:
    listed = [Item(year=2020, label=label, evidence=[]) for label in items or []]
    return Answer(question="?", intent="value", answer=text, values=values or [], items=listed)


def question(kind: str, **wanted: Any) -> Record:
    gold = {"values": [], "items": [], "text": None} | wanted
    return {
        "question": "?",
        "kind": kind,
        "answer": gold if wanted else None,
        "evidence": [{"year": 2020, "quote": "人才紧缺"}],
    }


TREND = question(
    "trend",
    values=[{"year": 2020, "value": 86, "unit": "人"}, {"year": 2021, "value": 91, "unit": None}],
)


def test_values_must_all_be_there() -> None:
    assert is_right(TREND, answered("…", [value(2020, 86), value(2021, 91)]))
    assert not is_right(TREND, answered("…", [value(2020, 86)]))
    assert not is_right(TREND, answered("…", [value(2020, 86, "次"), value(2021, 91)]))
    assert not is_right(TREND, answered(None, [value(2020, 86), value(2021, 91)]))


def test_more_than_the_gold_is_not_exact() -> None:
    more = answered("…", [value(2020, 86), value(2021, 91), value(2021, 17)])
    assert is_right(TREND, more)
    assert not is_exact(TREND, more)
    assert is_exact(TREND, answered("…", [value(2020, 86), value(2021, 91)], ["别的"]))


def test_lists_must_be_complete_and_may_be_too_long() -> None:
    gold = question("list", items=["茶山七年", "启航"])
    assert is_right(gold, answered("…", items=["《茶山七年》", "启航"]))
    assert not is_right(gold, answered("…", items=["茶山七年"]))
    assert not is_exact(gold, answered("…", items=["茶山七年", "启航", "渡"]))


def test_texts_are_judged_by_the_kind_of_question() -> None:
    assert is_right(question("when", text="2021-09-16"), answered("2021年9月16日"))
    assert not is_right(question("when", text="2021-09-16"), answered("2021年9月"))
    assert is_right(question("first", text="2020"), answered("2020年首见，2021年也有"))
    assert not is_right(question("last", text="2020"), answered("首见于2018年，末见于2021年，非2020年"))
    assert is_right(question("difference", text="5"), answered("增加5人"))
    assert not is_right(question("lookup", text="二等奖"), answered("一等奖"))


def test_what_cant_be_answered_must_be_null() -> None:
    assert is_right(question("unanswerable"), answered(None))
    assert not is_right(question("unanswerable"), answered("86人", [value(2020, 86)]))


def test_shares_of_answers(shelf: Shelf) -> None:
    counted = Asking()
    right = answered("…", [value(2020, 86), value(2021, 91)])
    unproven = right.model_copy(
        update={"values": [each.model_copy(update={"evidence": []}) for each in right.values]}
    )
    for gold, given in [
        (TREND, right),
        (TREND, unproven),
        (TREND, answered(None)),
        (question("unanswerable"), answered(None)),
        (question("unanswerable"), right),
    ]:
        asking.add(counted, shelf, Asked(gold, "澜溪台", given, is_right(gold, given)))
    figures = asking.as_json(counted)
    assert figures["right"] == {"rate": 0.6, "right": 3, "of": 5}
    assert figures["right by kind"]["trend"]["right"] == 2
    assert figures["of right: evidence meets the gold's"] == {"rate": 0.5, "right": 1, "of": 2}
    assert figures["of answers not null: right"] == {"rate": 0.6667, "right": 2, "of": 3}
    assert figures["unanswerable answered null"]["rate"] == 0.5
    assert figures["answerable answered null"] == {"rate": 0.3333, "right": 1, "of": 3}


def traced(quote: str, status: Status, kind: str = "shortcoming", **links: list[Evidence]) -> TraceItem:
    scored = {name: [Link(score=1, evidence=each) for each in found] for name, found in links.items()}
    fields: dict[str, Any] = {"id": quote, "kind": kind, "media": "澜溪台", "year": 2020, "text": quote}
    return TraceItem(**(fields | scored), evidence=evidence(2020, quote), status=status)


GOLD: Record = {
    "media": "澜溪台",
    "trace": [
        {
            "kind": "shortcoming",
            "year": 2020,
            "quote": "短视频数量偏少",
            "status": "fixed",
            "responses": [{"year": 2021, "quote": "增加短视频产品"}],
            "actions": [{"year": 2021, "quote": "成立短视频工作室"}],
            "recurrences": [],
        },
        {
            "kind": "shortcoming",
            "year": 2020,
            "quote": "人才紧缺",
            "status": "untraced",
            "responses": [],
            "actions": [],
            "recurrences": [],
        },
    ],
}


def test_statuses_and_links(shelf: Shelf) -> None:
    counted = Following()
    found = Trace(
        items=[
            traced(
                "短视频数量偏少",
                Status.PARTLY,
                responses=[evidence(2021, "增加短视频")],
                recurrences=[evidence(2021, "精品不多")],
            ),
            traced("人才紧缺", Status.UNTRACED),
            traced(
                "将办短视频工作室", Status.FIXED, "commitment", actions=[evidence(2021, "成立短视频工作室")]
            ),
        ]
    )
    following.add(counted, shelf, GOLD, found.items)
    figures = following.as_json(counted)
    assert (figures["items"]["precision"], figures["items"]["recall"]) == (0.6667, 1.0)
    assert figures["status"] == {"rate": 0.5, "right": 1, "of": 2}
    links = figures["links"]
    assert links["responses"]["f1"] == 1.0
    # The commitment is not in the gold, so its link is wrong and the gold's stays unfound.
    assert (links["actions"]["gold"], links["actions"]["found"], links["actions"]["matched"]) == (1, 1, 0)
    assert links["recurrences"]["precision"] == 0.0


@pytest.mark.parametrize(
    "item",
    [
        traced("短视频数量偏少", Status.FIXED, "commitment"),
        traced("数量偏少", Status.FIXED),
        traced("将办短视频工作室", Status.FIXED),
    ],
)
def test_another_statement_is_not_the_golds(shelf: Shelf, item: TraceItem) -> None:
    counted = Following()
    following.add(counted, shelf, GOLD, [item])
    assert counted.items.matched == 0
    assert counted.status.right == 0
