"""What people decide is kept for good and found again in a report that was put in anew."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from ingest.report import Evidence
from search.decisions import Anchor, Decisions
from search.errors import LibraryError

OLD = "一、不足\n原创精品不够多。\n二、回应\n针对人才不足，举办培训42场。人才不足的问题已缓解。\n"
NEW = "新加的一段前言。\n" + OLD.replace("已缓解", "明显缓解")


def anchor(quote: str, text: str = OLD, report: str = "a" * 16, year: int = 2022, nth: int = 0) -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    evidence = Evidence(
        media="某报", year=year, report=report, quote=quote, start=start, end=start + len(quote)
    )
    return Anchor.of(evidence, text)


def test_the_last_verdict_on_a_link_holds_and_none_is_lost(tmp_path: Path) -> None:
    decisions = Decisions(tmp_path)
    assert decisions.current("item") == []
    about, deed, other = anchor("原创精品不够多"), anchor("举办培训42场"), anchor("已缓解")
    decisions.record("item", about, "response", "confirm", deed, by="李编辑", note="对得上")
    decisions.record("item", about, "action", "add", other, by="李编辑")
    last = decisions.record("item", about, "response", "reject", deed, by="王主任")
    held = Decisions(tmp_path).current("item")
    assert [(each.kind, each.verdict, each.decided_by) for each in held] == [
        ("action", "add", "李编辑"),
        ("response", "reject", "王主任"),
    ]
    assert held[1] == last
    assert [each.note for each in Decisions(tmp_path).all()] == ["对得上", "", ""]


def test_a_withdrawal_ends_what_was_decided_of_its_link_alone(tmp_path: Path) -> None:
    decisions = Decisions(tmp_path)
    about, deed, other = anchor("原创精品不够多"), anchor("举办培训42场"), anchor("已缓解")
    decisions.record("item", about, "response", "confirm", deed, by="李")
    decisions.record("item", about, "response", "reject", deed, by="李")
    decisions.record("item", about, "response", "add", other, by="李")
    decisions.record("item", about, "action", "confirm", deed, by="李")
    decisions.record("item", about, "response", "withdraw", deed, by="王", note="看错了")
    held = [("add", other), ("confirm", deed)]
    assert [(each.verdict, each.evidence) for each in decisions.current("item")] == held
    assert [each.verdict for each in decisions.history("item")] == [
        "confirm",
        "reject",
        "add",
        "confirm",
        "withdraw",
    ]
    decisions.record("item", about, "response", "reject", deed, by="王")
    assert len(decisions.current("item")) == 3


def test_a_decision_is_found_by_the_words_when_ids_have_changed(tmp_path: Path) -> None:
    decisions = Decisions(tmp_path)
    decisions.record(
        "old id", anchor("原创精品不够多"), "response", "confirm", anchor("举办培训42场"), by="李"
    )
    again = anchor("原创精品不够多", NEW, report="b" * 16)
    assert decisions.current("new id") == []
    assert len(decisions.current("new id", again)) == 1
    assert decisions.current("new id", again.model_copy(update={"year": 2021})) == []


def test_a_decision_about_both_versions_counts_once(tmp_path: Path) -> None:
    decisions = Decisions(tmp_path)
    decisions.record(
        "old id", anchor("原创精品不够多"), "response", "confirm", anchor("举办培训42场"), by="李"
    )
    again = anchor("原创精品不够多", NEW, report="b" * 16)
    deed = anchor("举办培训42场", NEW, report="b" * 16)
    decisions.record("new id", again, "response", "reject", deed, by="李")
    assert [each.verdict for each in decisions.current("new id", again)] == ["reject"]


def test_an_anchor_finds_its_words_by_what_stands_around_them() -> None:
    second = anchor("人才不足", nth=1)
    place = second.find(NEW)
    assert place is not None
    assert NEW[place[0] : place[1]] == "人才不足"
    assert place[0] == NEW.index("人才不足的问题")
    assert anchor("已缓解").find(NEW) is None


def test_an_anchor_must_stand_in_its_text() -> None:
    wrong = Evidence(media="某报", year=2022, report="a" * 16, quote="没有这话", start=0, end=4)
    with pytest.raises(ValueError, match="does not hold"):
        Anchor.of(wrong, OLD)


def test_decisions_can_not_be_changed_or_removed(tmp_path: Path) -> None:
    decisions = Decisions(tmp_path)
    decisions.record("item", anchor("原创精品不够多"), "response", "confirm", anchor("已缓解"), by="李")
    connection = sqlite3.connect(decisions.path)
    for statement in ("DELETE FROM decisions", "UPDATE decisions SET verdict = 'reject'"):
        with pytest.raises(sqlite3.DatabaseError, match="only ever added"):
            connection.execute(statement)
    connection.close()


def test_who_decides_must_be_named_and_damage_is_told(tmp_path: Path) -> None:
    decisions = Decisions(tmp_path)
    with pytest.raises(LibraryError, match="谁"):
        decisions.record("i", anchor("已缓解"), "response", "confirm", anchor("已缓解"), by=" ")
    decisions.path.write_bytes(b"not a database" * 100)
    with pytest.raises(LibraryError, match=r"decisions\.sqlite"):
        decisions.all()


def test_a_file_that_was_made_and_no_more_holds_no_decision(tmp_path: Path) -> None:
    """What is left where a process is killed before it writes its first decision."""
    decisions = Decisions(tmp_path)
    decisions.path.touch()
    assert decisions.all() == []
    assert decisions.current("item") == []
