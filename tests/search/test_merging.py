"""A person merges and splits entities: everything follows, and it outlasts putting reports in anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.service import Service
from ingest.report import Duty
from kg.queries import run
from search.compare import compare
from search.decisions import Decisions
from search.errors import LibraryError
from search.ingest import ingest, rebuild, remove
from search.library import Library
from search.merging import merge, split, standing
from search.questions.asking import ask
from search.same import EntityDecisions
from search.verify import verify

MEDIA = "兰陵日报社"


def _report(year: int, column: str, more: str = "") -> str:
    return f"""兰陵日报社社会责任报告（{year}年度）
一、政治责任
坚持正确导向，开设专栏《{column}》，全年刊发稿件{year - 1900}篇。{more}
二、服务责任
做好信息服务。
三、文化责任
传承优秀文化。
四、后记
（一）不足
全媒体人才短缺。
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "2030.txt").write_text(_report(2030, "春潮"))
    (tmp_path / "in" / "2031.txt").write_text(_report(2031, "春天的潮水", "开设专栏《夜读》。"))
    assert ingest([tmp_path / "in"], tmp_path / "data", workers=0).failed == []
    return tmp_path


def _columns(home: Path) -> dict[str, tuple[str, list[int]]]:
    """Label → id and years."""
    service = Service(home / "data")
    try:
        found = service.entities("column").entities
    finally:
        service.close()
    return {one.label: (one.id, [each.year for each in one.years]) for one in found}


def _merged(home: Path) -> tuple[str, str]:
    columns = _columns(home)
    keep, gone = columns["春天的潮水"][0], columns["春潮"][0]
    merge(home / "data", keep, gone, by="张三", note="同一个专栏改了名")
    return keep, gone


def test_all_see_what_was_merged(home: Path) -> None:
    keep, gone = _merged(home)
    assert _columns(home)["春天的潮水"] == (keep, [2030, 2031])
    assert "春潮" not in _columns(home)
    with Library.open(home / "data") as library:
        found = compare(library, MEDIA, (2030, 2031))
        assert [one.label for one in found.kept if "潮" in one.label] == ["春天的潮水"]
        assert [one.label for one in found.added] == ["夜读"]
        assert [(one.label, one.delta) for one in found.changed] == [("春天的潮水 稿件", 1)]
        held = run(library.graph, "SELECT DISTINCT ?c { ?f a yz:ColumnFact ; yz:column ?c }")
        assert len(held) == 2
        answer = ask(library, "《春潮》最早出现在哪一年的报告，最近又是哪一年")
        assert answer.evidence
        assert {hit.evidence.year for hit in library.search("春潮", duty=Duty.POLITICAL).hits} == {2030, 2031}
    assert verify(home / "data") == []
    assert gone not in {one for one, _ in _columns(home).values()}


def test_a_merge_outlasts_a_changed_file_a_rebuild_and_a_removal(home: Path) -> None:
    keep, _ = _merged(home)
    (home / "in" / "2030.txt").write_text(_report(2030, "春潮", "另有新稿若干，反响良好。"))
    assert len(ingest([home / "in"], home / "data", workers=0).replaced) == 1
    assert _columns(home)["春天的潮水"] == (keep, [2030, 2031])
    rebuild(home / "data", workers=0)
    assert _columns(home)["春天的潮水"] == (keep, [2030, 2031])
    assert verify(home / "data") == []
    with Library.open(home / "data") as library:
        ids = {stored.year: stored.id for stored in library.reports}
        (held,) = standing(home / "data", library.graph)
        assert held.missing == ()
    remove(ids[2030], home / "data")
    with Library.open(home / "data") as library:
        (held,) = standing(home / "data", library.graph)
        assert held.missing == ("春潮",)
    ingest([home / "in"], home / "data", workers=0)
    assert _columns(home)["春天的潮水"] == (keep, [2030, 2031])


def test_split_undoes_a_merge(home: Path) -> None:
    before = _columns(home)
    keep, _ = _merged(home)
    (made,) = split(home / "data", keep, by="李四", note="其实是两个")
    assert (made.verdict, made.other_label) == ("split", "春潮")
    assert _columns(home) == before
    rebuild(home / "data", workers=0)
    assert _columns(home) == before
    assert [each.verdict for each in EntityDecisions(home / "data").all()] == ["merge", "split"]
    with Library.open(home / "data") as library:
        assert standing(home / "data", library.graph) == []


def test_a_spelling_is_split_off_and_merged_back(home: Path) -> None:
    (home / "in" / "2031.txt").write_text(_report(2031, "24小时"))
    (home / "in" / "2030.txt").write_text(_report(2030, "二十四小时"))
    ingest([home / "in"], home / "data", workers=0)
    ((label, (entity, years)),) = _columns(home).items()
    assert (label, years) == ("24小时", [2030, 2031])
    (made,) = split(home / "data", entity, ["二十四小时"], by="张三")
    assert _columns(home) == {"24小时": (entity, [2031]), "二十四小时": (made.other, [2030])}
    rebuild(home / "data", workers=0)
    assert _columns(home)["二十四小时"] == (made.other, [2030])
    assert verify(home / "data") == []
    merge(home / "data", entity, made.other, by="张三")
    assert _columns(home) == {"24小时": (entity, [2030, 2031])}


def test_a_decision_kept_just_before_a_kill_is_followed_by_the_next_change(home: Path) -> None:
    columns = _columns(home)
    keep, gone = (columns["春天的潮水"][0], "春天的潮水"), (columns["春潮"][0], "春潮")
    EntityDecisions(home / "data").record("merge", keep, gone, by="张三")
    assert _columns(home) == columns
    (home / "in" / "2032.txt").write_text(_report(2032, "秋水"))
    ingest([home / "in"], home / "data", workers=0)
    assert _columns(home)["春天的潮水"][1] == [2030, 2031]
    assert verify(home / "data") == []


def test_what_cannot_be_merged_or_split_is_said(home: Path) -> None:
    columns = _columns(home)
    one, other = columns["春潮"][0], columns["夜读"][0]
    for wrong, says in (
        ((one, one), "相同"),
        ((one, "work-0000000000000000"), "没有实体"),
        ((one, "x>y"), "没有实体"),
    ):
        with pytest.raises(LibraryError, match=says):
            merge(home / "data", *wrong, by="张三")
    with pytest.raises(LibraryError, match="by"):
        merge(home / "data", one, other, by=" ")
    with pytest.raises(LibraryError, match="没有人"):
        split(home / "data", one, by="张三")
    with pytest.raises(LibraryError, match="没有“别的”这种写法"):
        split(home / "data", one, ["别的"], by="张三")
    with pytest.raises(LibraryError, match="至少留一种"):
        split(home / "data", one, ["春潮"], by="张三")
    assert EntityDecisions(home / "data").all() == []


def test_decisions_on_entities_and_links_share_a_file_that_is_only_added_to(home: Path) -> None:
    import sqlite3

    _merged(home)
    assert Decisions(home / "data").all() == []
    connection = sqlite3.connect(home / "data" / "decisions.sqlite")
    try:
        for change in ("DELETE FROM entities", "UPDATE entities SET note = ''"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
                connection.execute(change)
    finally:
        connection.close()


def test_the_list_tells_why_names_are_one_and_which_may_be(home: Path) -> None:
    (home / "in" / "2032.txt").write_text(_report(2032, "春天的潮水", "开设专栏《夜读——纸上江湖》。"))
    ingest([home / "in"], home / "data", workers=0)
    keep, _ = _merged(home)
    service = Service(home / "data")
    try:
        found = service.entity_listing("column", "潮水")
        everything = service.entity_listing("column")
    finally:
        service.close()
    (one,) = found.entities
    why = {each.label: (each.reason, each.decided_by) for each in one.merges}
    assert one.id == keep
    assert why["春潮"] == ("人工合并：同一个专栏改了名", "张三")
    assert [(pair.label, pair.other_label) for pair in everything.likely] == [("夜读", "夜读——纸上江湖")]
    assert [(each.verdict, each.missing) for each in everything.decisions] == [("merge", [])]
