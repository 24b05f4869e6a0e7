"""A library of the previous format is read, grown and rebuilt; nothing that people decided is lost."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from search.decisions import Decisions
from search.entries import Filters
from search.errors import LibraryError, NewerError
from search.gc import gc
from search.ingest import ingest, rebuild, remove
from search.library import Library
from search.reembed import reembed
from search.snapshots import FORMAT, Snapshots
from search.trace import trace
from search.verify import verify

OLD = Path(__file__).parent / "libraries" / "format-1.zip"
MEDIA = "青川县融媒体中心"
LATER = f"{MEDIA}社会责任报告（2022年度）\n一、安全责任\n全年播出安全无事故，组织应急演练8次。\n"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    with zipfile.ZipFile(OLD) as packed:
        packed.extractall(data)
    assert written(data) == 1
    return data


def written(data: Path) -> int:
    """The format in which the live snapshot was written."""
    live = Snapshots(data).path(str(Snapshots(data).current()))
    return int(json.loads((live / "manifest.json").read_text(encoding="utf-8"))["format"])


def raise_format(data: Path) -> None:
    """Let the live snapshot be of a later format, with something in it that nobody knows here."""
    manifest = Snapshots(data).path(str(Snapshots(data).current())) / "manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8")) | {"format": FORMAT + 1, "unheard_of": [1]}
    manifest.write_text(json.dumps(told), encoding="utf-8")


def decided(data: Path) -> str:
    """Hold what a person decided; return the status that follows from it."""
    (decision,) = Decisions(data).all()
    assert (decision.verdict, decision.decided_by, decision.note) == ("reject", "王编辑", "说的不是一回事")
    with Library.open(data) as library:
        items = trace(library, media=MEDIA, year=2020).items
    (item,) = [each for each in items if each.text == "原创精品还不够多"]
    assert item.decided_by == "person"
    assert not [link for link in item.responses if link.evidence.quote == decision.evidence.quote]
    return item.status


def found(library: Library) -> None:
    """The words of passages are found, and those of the facts that they hold where facts are asked for."""
    said, words = "原创精品还不够多", library.lexical
    for kind, is_passage in (("standing", True), ("passage", True), ("fact", False)):
        (best, _), *_ = words.search(said, Filters(kind=kind), 5)["chars"]
        assert (best.entry == best.passage) is is_passage, kind
        number = int(best.entry, 16)
        assert words.best(said, {"bigrams": 1.0}, Filters(kind=kind), 5)[0][0] == number
        assert number in words.exact(said, Filters(kind=kind), 5)
        assert words.covered(said, Filters(kind=kind)) > 0.5


def test_it_is_read_as_it_is(old: Path) -> None:
    with Library.open(old) as library:
        assert [(each.media, each.year) for each in library.reports] == [(MEDIA, 2020), (MEDIA, 2021)]
        found(library)
    assert verify(old) == []
    assert len(Decisions(old).all()) == 1
    assert written(old) == 1


def test_what_is_stored_next_is_of_this_format_and_decisions_hold(old: Path, tmp_path: Path) -> None:
    # It was embedded with the encoder of 0.1.0; `serve` and `encoder use` embed it anew.
    assert reembed(old, None) is not None
    before = decided(old)
    (tmp_path / "2022.txt").write_text(LATER, encoding="utf-8")
    assert ingest([tmp_path / "2022.txt"], old, workers=0).added
    assert written(old) == FORMAT
    assert verify(old) == []
    assert decided(old) == before
    with Library.open(old) as library:
        assert [each.year for each in library.reports] == [2020, 2021, 2022]
        assert library.search("应急演练", years=[2022]).hits
        found(library)


def test_rebuilding_brings_it_to_this_format_and_decisions_hold(old: Path) -> None:
    summary = rebuild(old, workers=0)
    assert not summary.failed
    assert written(old) == FORMAT
    assert verify(old) == []
    decided(old)


def test_a_later_format_is_refused_and_not_undone(old: Path, tmp_path: Path) -> None:
    rebuild(old, workers=0)
    raise_format(old)
    live = Snapshots(old).current()
    (tmp_path / "2022.txt").write_text(LATER, encoding="utf-8")
    with pytest.raises(NewerError, match="请先升级本程序"):
        Library.open(old)
    for change in (
        lambda: ingest([tmp_path / "2022.txt"], old, workers=0),
        # The snapshot before it could be read, and would put the library back to what it was then.
        lambda: rebuild(old, workers=0),
        lambda: remove("141ffc1cedea33aa", old),
        lambda: gc(old),
    ):
        with pytest.raises(LibraryError, match=f"格式 {FORMAT + 1}"):
            change()
    assert Snapshots(old).current() == live
    assert [problem.code for problem in verify(old)] == ["manifest"]
