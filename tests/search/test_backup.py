"""Backups: the same library on another machine, whole or refused."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from search.backup import LISTING, backup, restore
from search.decisions import Anchor, Decisions
from search.encoder import Encoder
from search.errors import LibraryError
from search.ingest import ingest
from search.library import Library
from search.snapshots import Snapshots
from search.understanding import Code
from search.verify import verify

FIRST = "甲报 2021\n# safety\n全年播出安全无事故。\n员工=120\n- 原创精品还不够多\n"
LATER = "甲报 2022\n# culture\n拍摄纪录片《山河》一部。\n员工=131\n"
CORRECTED = FIRST.replace("120", "125")


@pytest.fixture
def data(tmp_path: Path, reports: Callable[..., list[Path]], code: Code, encoder: Encoder) -> Path:
    """A library with an earlier version of a report and a decision."""
    home = tmp_path / "data"
    for texts in ({"a": FIRST, "b": LATER}, {"a": CORRECTED}):
        ingest(reports(**texts), home, workers=0, code=code, encoder=encoder)
    with Library.open(home, encoder=encoder) as library:
        fact = next(
            fact for fact in library.report(library.reports[0].id).facts if fact.type == "shortcoming"
        )
        anchor = Anchor.of(fact.evidence, library.report(fact.evidence.report).text)
    Decisions(home).record(fact.id, anchor, "response", "add", anchor, by="王编辑")
    return home


def test_a_restored_library_is_the_same_and_goes_on(
    data: Path, tmp_path: Path, reports: Callable[..., list[Path]], code: Code, encoder: Encoder
) -> None:
    kept = backup(data, tmp_path / "kept.zip")
    assert kept.reports == 2
    new = tmp_path / "new machine" / "data"
    assert restore(tmp_path / "kept.zip", new) == kept
    assert verify(new) == []
    old, again = Snapshots(data), Snapshots(new)
    assert again.current() == old.current()
    assert again.manifest(kept.snapshot) == old.manifest(kept.snapshot)
    assert Decisions(new).all() == Decisions(data).all() != []
    with Library.open(new, encoder=encoder) as library:
        assert library.search("播出安全", None, (), (), None, 3).hits
        assert library.manifest.versions
    more = ingest(reports(c="乙台 2021\n# service\n开设热线。\n"), new, workers=0, code=code, encoder=encoder)
    assert more.reports == 3
    assert verify(new) == []


def test_a_backup_holds_what_was_live_when_it_began(
    data: Path, tmp_path: Path, reports: Callable[..., list[Path]], code: Code, encoder: Encoder
) -> None:
    def meanwhile(done: int, total: int, what: str) -> None:
        if done == 1:
            for year in range(2023, 2027):  # More snapshots than are kept unread.
                paths = reports(**{f"y{year}": f"甲报 {year}\n# safety\n安全。\n"})
                ingest(paths, data, workers=0, code=code, encoder=encoder)

    kept = backup(data, tmp_path / "kept.zip", progress=meanwhile)
    restore(tmp_path / "kept.zip", tmp_path / "restored")
    assert verify(tmp_path / "restored") == []
    assert len(Snapshots(tmp_path / "restored").manifest(kept.snapshot).reports) == 2


def test_damage_anywhere_is_refused_and_leaves_nothing(data: Path, tmp_path: Path) -> None:
    backup(data, tmp_path / "kept.zip")
    whole = (tmp_path / "kept.zip").read_bytes()
    chance = random.Random(7)
    places = {chance.randrange(len(whole)) for _ in range(60)}
    refused = 0
    for place in places:
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        (tmp_path / "damaged.zip").write_bytes(damaged)
        target = tmp_path / f"at-{place}"
        told = _refusal(tmp_path / "damaged.zip", target)
        if told is None:  # A byte that says nothing of the content: a date of the zip's own.
            assert verify(target) == []
        else:
            assert "damaged.zip" in told
            assert not target.exists()
            refused += 1
    assert refused > len(places) // 2
    for length in (0, 10, len(whole) // 2, len(whole) - 1):
        (tmp_path / "cut.zip").write_bytes(whole[:length])
        with pytest.raises(LibraryError, match="不是完整的备份文件"):
            restore(tmp_path / "cut.zip", tmp_path / "cut")
    assert not list(tmp_path.glob(".restoring-*"))


def test_a_version_that_no_program_reads_is_refused(data: Path, tmp_path: Path) -> None:
    backup(data, tmp_path / "kept.zip")
    packed = bytearray((tmp_path / "kept.zip").read_bytes())
    packed[packed.index(b"PK\x01\x02") + 6] = (
        0xFF  # The version needed to unpack the first member, in tenths.
    )
    (tmp_path / "later.zip").write_bytes(packed)
    with pytest.raises(LibraryError, match=r"later\.zip 不是完整的备份文件"):
        restore(tmp_path / "later.zip", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_the_damaged_place_is_named(data: Path, tmp_path: Path) -> None:
    backup(data, tmp_path / "kept.zip")
    _rewritten(tmp_path / "kept.zip", tmp_path / "other.zip", "data/CURRENT", b"00000009\n")
    with pytest.raises(LibraryError, match=r"other\.zip 已损坏：CURRENT 与清单不符"):
        restore(tmp_path / "other.zip", tmp_path / "new")


@pytest.mark.parametrize("name", ["../outside", "/outside", "a/../../outside", "..\\outside"])
def test_no_member_leaves_the_library(name: str, data: Path, tmp_path: Path) -> None:
    backup(data, tmp_path / "kept.zip")
    with zipfile.ZipFile(tmp_path / "kept.zip") as packed:
        listing = json.loads(packed.read(LISTING))
    listing["files"][name] = listing["files"].pop("CURRENT")
    _rewritten(tmp_path / "kept.zip", tmp_path / "evil.zip", LISTING, json.dumps(listing).encode())
    with pytest.raises(LibraryError, match="不在资料库之内"):
        restore(tmp_path / "evil.zip", tmp_path / "new")
    assert not (tmp_path / "outside").exists()


def test_a_backup_in_use_or_of_another_kind_is_told(data: Path, tmp_path: Path) -> None:
    backup(data, tmp_path / "kept.zip")
    with pytest.raises(LibraryError, match="不是空文件夹"):
        restore(tmp_path / "kept.zip", data)
    (tmp_path / "note.zip").write_text("一份说明", encoding="utf-8")
    with pytest.raises(LibraryError, match="不是完整的备份文件"):
        restore(tmp_path / "note.zip", tmp_path / "new")
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as packed:
        packed.writestr("one.jpg", b"x")
    with pytest.raises(LibraryError, match="清单"):
        restore(tmp_path / "photos.zip", tmp_path / "new")


def test_a_damaged_library_makes_no_backup(data: Path, tmp_path: Path) -> None:
    snapshots = Snapshots(data)
    manifest = snapshots.manifest(str(snapshots.current()))
    name = next(name for name in manifest.files if name.startswith("vectors/") and name.endswith(".npy"))
    path = snapshots.path(manifest.id) / name
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="已损坏，未作备份"):
        backup(data, tmp_path / "kept.zip")
    path.unlink()
    with pytest.raises(LibraryError, match="缺少"):
        backup(data, tmp_path / "kept.zip")
    assert not list(tmp_path.glob("*kept*"))


def _refusal(source: Path, target: Path) -> str | None:
    try:
        restore(source, target)
    except LibraryError as error:
        return str(error)
    return None


def _rewritten(source: Path, target: Path, name: str, content: bytes) -> None:
    """Copy a zip with one member's content changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for each in old.namelist():
            new.writestr(each, content if each == name else old.read(each))
