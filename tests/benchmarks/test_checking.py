"""How findings are counted, and what is planted by chance."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.checking import Checking, _same, _written, as_json, lines
from benchmarks.places import Squeezed
from benchmarks.planting import WAYS, plant
from search.answers import DraftPlace, Finding, FindingKind, Findings, Severity
from tests.search.checking.drafts import DRAFT, EARLIER, MEDIA, read


class Bare:
    """A shelf whose library nothing looks into."""

    library = None


TEXT = Squeezed("办结率98%。全年发布信息12万条。《桃花度》刊出50期。")


def finding(kind: FindingKind, quote: str, severity: Severity = Severity.WARNING, **more: Any) -> Finding:
    start = TEXT.text.index(quote)
    place = DraftPlace(quote=quote, start=start, end=start + len(quote))
    return Finding(kind=kind, severity=severity, message="", draft=place, **more)


def error(kind: str, quote: str | None, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "quote": quote, "note": "", "evidence": [], **more}


def test_a_finding_is_an_error_of_its_kind_at_its_words() -> None:
    gold = error("number-jump", "全年发布信息12万条")
    assert _same(finding("number-jump", "12万条"), gold, TEXT)
    assert _same(finding("number-conflict", "12万条"), gold, TEXT)
    assert not _same(finding("name-variant", "12万条"), gold, TEXT)
    assert not _same(finding("number-jump", "98%"), gold, TEXT)
    assert _same(finding("number-jump", "98%"), gold | {"also": ["办结率98%"]}, TEXT)


def test_what_is_absent_is_told_by_duty() -> None:
    gold = error("missing-section", None, duty="ethics")
    assert _same(finding("missing-section", "办结率", duty="ethics"), gold, TEXT)
    assert not _same(finding("missing-section", "办结率", duty="safety"), gold, TEXT)


def test_misses_false_alarms_and_remarks_are_counted() -> None:
    found = Findings(
        media=MEDIA,
        year=2023,
        against=[],
        text=TEXT.text,
        findings=[
            finding("number-jump", "12万条"),
            finding("name-variant", "50期"),
            finding("repeated-text", "98%", Severity.INFO),
        ],
    )
    draft = read(DRAFT).model_copy(update={"text": TEXT.text})
    gold = {
        "file": "drafts/x.txt",
        "media": MEDIA,
        "findings": [error("number-jump", "12万条"), error("unsupported-claim", "98%")],
        "plausible": [{"quote": "《桃花度》刊出50期"}, {"quote": "办结率98%"}],
    }
    counted = Checking()
    _written(counted, Bare(), gold, draft, lambda *_: found)
    told = as_json(counted)
    assert told["errors found"] == {"rate": 0.5, "right": 1, "of": 2}
    assert told["false alarms"]["count"] == 1
    assert told["right passages left alone"] == {"rate": 0.5, "right": 1, "of": 2}
    assert [line[0] for line in lines(counted)] == ["-", "+"]


@pytest.fixture
def planted() -> list[Any]:
    return list(plant(read(DRAFT), [read(EARLIER)], {"trace": []}))


def test_each_error_stands_in_its_text_and_not_in_the_report(planted: list[Any]) -> None:
    assert len({each.way for each in planted}) >= 5
    for each in planted:
        assert each.text != DRAFT
        if each.quote is not None and each.way != "copied paragraph":
            assert each.quote in each.text
            assert each.quote not in DRAFT


def test_chance_is_seeded(planted: list[Any]) -> None:
    again = plant(read(DRAFT), [read(EARLIER)], {"trace": []})
    assert [each.text for each in again] == [each.text for each in planted]
    assert len(WAYS) == len({way.__name__ for way in WAYS})
