"""The stopwatch itself, and one run of it on the smallest store."""

import time
from functools import partial
from pathlib import Path

import pytest

from benchmarks import speed
from benchmarks.gold import CORPORA
from benchmarks.results import put
from ingest.pipeline import understand

FEW = sorted(path for name in ("lanxi", "xiyuan") for path in (CORPORA / "reports" / name).iterdir())


@pytest.fixture(autouse=True)
def _few_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    # One way of writing of each kind is enough to see the stopwatch run.
    monkeypatch.setattr(speed, "samples", lambda: FEW)
    monkeypatch.setattr(
        speed, "media_folders", lambda part: [CORPORA / "gold" / part / "lanxi"] * (part == "tuning")
    )


def _busy(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_rates_are_of_cpu_time() -> None:
    assert 50 < speed.per_second(partial(_busy, 0.01), 0.1) <= 100.5


def test_rates_side_by_side_are_each_ones_own() -> None:
    slow, fast = speed.side_by_side(partial(_busy, 0.02), partial(_busy, 0.01), 0.2)
    assert 25 < slow <= 50.5
    assert 50 < fast <= 100.5


def test_spread_is_median_and_95th_percentile() -> None:
    assert speed.spread([float(value) for value in range(101)]) == "50.00 / 95.00"


def test_ratio_is_of_medians() -> None:
    assert speed.ratio([10, 20, 900], [3, 4, 5], [1, 1, 1]) == 4.0


def test_copies_are_reports_of_other_media(tmp_path: Path) -> None:
    speed.write_copies(tmp_path / "texts", 2)
    files = sorted((tmp_path / "texts").iterdir())
    reports = [understand(path.read_bytes(), path.name) for path in files]
    assert len({(report.media, report.report_year) for report in reports}) == len(files) == 2 * len(FEW)
    assert len({report.id for report in reports}) == 2 * len(FEW)


def test_the_figures_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(speed, "put", partial(put, results=tmp_path / "RESULTS.md"))
    # The tests that follow in this process keep their cores.
    monkeypatch.setattr(speed, "one_core", lambda: None)
    assert speed.main(["--seconds", "0.02", "--copies", "1", "--rounds", "1"]) == 0
    text = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    assert "--copies 1" in text
    assert f"| reports, passages, facts stored | {len(FEW)}, " in text
    assert text.strip() in capsys.readouterr().out


def test_wrong_usage() -> None:
    with pytest.raises(SystemExit) as ended:
        speed.main(["--copies", "0"])
    assert ended.value.code == 2
