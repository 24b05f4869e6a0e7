"""The service is measured as a process of its own, by many clients, and what goes wrong is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.gold import CORPORA
from benchmarks.service import Told, drive, measured, served, written
from search.ingest import ingest


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of two reports."""
    folder = tmp_path_factory.mktemp("service") / "data"
    files = sorted((CORPORA / "reports" / "lanxi").iterdir())[:2]
    assert len(ingest(files, folder, workers=0).added) == 2
    return folder


def test_every_stage_is_measured(data: Path) -> None:
    rows, errors = measured(data, clients=3, minutes=0.01)
    assert errors == []
    figures = dict(rows)
    assert 0 < float(figures["seconds to ready"]) < 60
    ready, last = (
        [float(part) for part in figures[f"memory, MB (all, own): {stage}"].split(", ")]
        for stage in ("ready", "0.01 minutes later")
    )
    assert all(0 < own < whole for whole, own in (ready, last))
    assert last[0] > ready[0]
    # 12 pages, 17 requests of one client, 17 of three, and 200 later.
    assert figures["requests, errors"] == "246, 0"
    assert all(f"| {label} | {value} |" in written(rows, "the command") for label, value in rows)


def test_errors_are_told(data: Path) -> None:
    told = Told()
    with served(data) as service:
        drive(service.port, 2, [("page", "/help"), ("page", "/nowhere"), ("page", "/v1/search")], told)
    assert sorted(told.errors) == ["404 /nowhere", "422 /v1/search"]
    assert len(told.times["page"]) == 3
    drive(service.port, 1, [("page", "/help")], told)
    assert "/help" in told.errors[-1]
