"""The encoder tuned to a library, kept or not, and another model taken for what is stored."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.gold import CORPORA
from search import tuning
from search.backup import backup, restore
from search.encoder import EMBEDDED, TUNED, Encoder, EncoderError, open_encoder
from search.errors import LibraryError
from search.gc import gc
from search.ingest import ingest, rebuild
from search.library import Library
from search.reembed import reembed
from search.snapshots import Snapshots
from search.training.ranking import Plan
from search.tuning import Tuned, own_pairs, tune
from search.understanding import Code
from search.verify import verify

Write = Callable[..., list[Path]]
FIRST = "甲报 2021\n# safety\n全年播出安全无事故。\n员工=120\n"
SECOND = "甲报 2022\n# safety\n安全播出继续保持。\n员工=131\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of real reports that no test changes."""
    data = tmp_path_factory.mktemp("tuning") / "data"
    ingest([CORPORA / "reports" / name for name in ("lanxi", "qingshan")], data, workers=0)
    return data


def test_pairs_are_what_belongs_together(built: Path) -> None:
    with Library.open(built) as library:
        pairs = list(own_pairs(library))
        assert pairs == list(own_pairs(library)), "the same every time"
        texts = {stored.id: library.report(stored.id).text for stored in library.reports}
        years = {stored.id: (stored.media, stored.year) for stored in library.reports}
    kinds = {
        kind: [pair for pair in pairs if pair.kind == kind] for kind in ("heading", "neighbours", "entity")
    }
    assert all(len(some) > 20 for some in kinds.values())
    for pair in pairs:
        assert pair.a != pair.b
        assert pair.a in texts[pair.reports[0]]
    for pair in kinds["entity"]:
        (one, first), (other, second) = (years[report] for report in pair.reports)
        assert one == other
        assert first < second
        assert pair.b in texts[pair.reports[1]]
    for pair in kinds["neighbours"]:
        assert pair.a not in pair.b


@pytest.fixture(scope="module")
def tuned(
    built: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Tuned, list[tuple[int, int, str]]]:
    """A library that was tuned, with a gain that any training passes, so that it is kept."""
    data = Path(shutil.copytree(built, tmp_path_factory.mktemp("tuned") / "data"))
    told: list[tuple[int, int, str]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tuning, "GAIN", -1.0)
        patch.setattr(tuning, "LOSS", 1.0)
        patch.setattr(tuning, "TURNS", 1)
        found = tune(data, progress=lambda done, total, what: told.append((done, total, what)))
    return data, found, told


def test_a_tuned_encoder_is_stored_in_the_library_and_used(
    tuned: tuple[Path, Tuned, list[tuple[int, int, str]]], tmp_path: Path
) -> None:
    data, found, told = tuned
    assert found.kept
    assert found.pairs > found.held > 20
    assert all(0 < figure < 1 for figure in found.check)
    assert all(0.5 < figure <= 1 for figure in found.everyday)
    assert found.check[0] != found.check[1]
    steps = [(done, total) for done, total, what in told if what == "训练"]
    assert steps == [(at, len(steps)) for at in range(1, len(steps) + 1)]
    own = open_encoder()
    with Library.open(data) as library:
        assert library.manifest.model == TUNED
        assert library.encoder.model_id != own.model_id
        assert library.search("给困难职工送温暖").hits
    assert verify(data) == []
    # It goes along with further reports, a rebuild, a backup and clearing.
    ingest([CORPORA / "reports" / "qiushui"], data, workers=0)
    gc(data)
    rebuild(data, workers=0)
    backup(data, tmp_path / "all.zip")
    restore(tmp_path / "all.zip", tmp_path / "restored")
    shutil.rmtree(data)
    with Library.open(tmp_path / "restored") as library:
        assert library.manifest.model == TUNED
        assert library.search("给困难职工送温暖").hits
    assert reembed(tmp_path / "restored", None) is not None
    assert reembed(tmp_path / "restored", None) is None
    with Library.open(tmp_path / "restored") as library:
        assert library.encoder.model_id == own.model_id
    with pytest.raises(EncoderError, match="没有调校"):
        reembed(tmp_path / "restored", TUNED)


def test_what_is_no_better_is_not_kept(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = Path(shutil.copytree(built, tmp_path / "data"))
    before = Snapshots(data).current()
    monkeypatch.setattr(tuning, "TURNS", 1)
    found = tune(data, plan=Plan(batch=256, rate=30.0, warm_up=1))
    assert not found.kept
    assert found.check[1] < found.check[0]
    assert Snapshots(data).current() == before


def test_too_few_reports_are_refused(reports: Write, tmp_path: Path, code: Code, encoder: Encoder) -> None:
    with pytest.raises(LibraryError, match="ingest"):
        tune(tmp_path / "none")
    ingest(reports(one=FIRST, two=SECOND), tmp_path / "data", workers=0, code=code, encoder=encoder)
    with pytest.raises(LibraryError, match="至少要 5 份"):
        tune(tmp_path / "data")


def test_another_model_embeds_all_anew_while_the_old_answers(
    reports: Write, tmp_path: Path, code: Code, encoder: Encoder, other_encoder: Encoder
) -> None:
    data = tmp_path / "data"
    with pytest.raises(LibraryError, match="ingest"):
        reembed(data, None, encoder=encoder)
    ingest(reports(one=FIRST, two=SECOND), data, workers=0, code=code, encoder=encoder)
    seen = []
    with Library.open(data, encoder=encoder) as reader:

        def progress(done: int, total: int, what: str) -> None:
            seen.append((Snapshots(data).current(), len(reader.search("安全").hits)))

        manifest = reembed(data, str(EMBEDDED), encoder=other_encoder, progress=progress)
        assert manifest is not None
        assert seen[0] == (reader.manifest.id, 2), "the old one answers until the new one is whole"
        assert len(reader.search("安全").hits) == 2
    assert (manifest.model, manifest.model_id) == (str(EMBEDDED), "another")
    assert [held.id for held in manifest.reports] == [held.id for held in reader.manifest.reports]
    assert Snapshots(data).current() == manifest.id
    with Library.open(data, encoder=other_encoder) as library:
        assert len(library.search("安全").hits) == 2
    assert verify(data) == []
