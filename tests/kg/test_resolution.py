"""What decisions make of an entity: merged, set apart, merged back."""

from __future__ import annotations

import pytest
from rdflib import URIRef

from kg.resolution import AS_SPELT, Resolution, apart_id
from kg.spelling import reason
from kg.vocabulary import DATA

A, B, C, NEW = ("work-a", "work-b", "work-c", "work-new")


def told(same: Resolution, entity: str, name: str = "甲") -> str:
    return str(same.of(URIRef(f"{DATA}{entity}"), name)).removeprefix(DATA)


def test_without_decisions_names_decide() -> None:
    assert told(AS_SPELT, A) == A


def test_merges_are_followed_to_the_end() -> None:
    same = Resolution({A: B, B: C}, {})
    assert [told(same, each) for each in (A, B, C)] == [C, C, C]


def test_one_spelling_is_set_apart_and_may_be_merged_into_another() -> None:
    same = Resolution({NEW: C}, {(A, "乙"): NEW})
    assert (told(same, A, "甲"), told(same, A, "乙")) == (A, C)


def test_a_spelling_stays_apart_when_the_rest_is_merged() -> None:
    same = Resolution({A: B}, {(A, "乙"): NEW})
    assert (told(same, A, "甲"), told(same, A, "乙")) == (B, NEW)


def test_circles_end() -> None:
    same = Resolution({A: B, B: A, NEW: A}, {(A, "乙"): NEW})
    assert told(same, A) in {A, B}
    assert told(Resolution({NEW: A}, {(A, "乙"): NEW}), A, "乙") == A


def test_an_entity_set_apart_keeps_its_kind() -> None:
    assert apart_id("column-0123", "甲").startswith("column-")
    assert apart_id("column-0123", "甲") != apart_id("column-0123", "乙")


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ("ＡＰＰ之夜", "app之夜", "全角"),
        ("守橋人", "守桥人", "繁体"),
        ("“春潮”", "春潮", "引号"),
        ("春·潮", "春——潮", "间隔号"),
        ("二十四小时", "24小时", "数字"),
        ("爱澜溪客户端", "爱澜溪APP", "类名"),
    ],
)
def test_reasons(one: str, other: str, says: str) -> None:
    why = reason(one, other)
    assert why is not None
    assert says in why.text
    assert 0.9 <= why.score <= 1


def test_no_reason_in_the_writing() -> None:
    assert reason("春潮", "秋水") is None
