"""Growth is measured at each size on one library, and told as a table."""

from __future__ import annotations

from pathlib import Path

from benchmarks.growth import measured, stored, written


def test_each_size_is_measured(tmp_path: Path) -> None:
    (column,) = measured(tmp_path, [24], characters=300, workers=0)
    figures = dict(column)
    assert float(figures["CPU time a report ÷ jieba's"]) > 1
    assert float(figures["memory ÷ (vectors + texts)"]) > 1
    chapter = written("Growth", [24], [column], "the command")
    assert chapter.startswith("# Growth\n")
    assert all(f"| {label} | {value} |" in chapter for label, value in column)


def test_a_library_that_is_stored_is_asked_alone(tmp_path: Path) -> None:
    measured(tmp_path, [24], characters=300, workers=0)
    before = sorted((tmp_path / "data").rglob("*"))
    size, column = stored(tmp_path / "data")
    assert size == 25
    assert "memory ÷ (vectors + texts)" in dict(column)
    assert sorted((tmp_path / "data").rglob("*")) == before
