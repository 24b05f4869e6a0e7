"""Growth is measured at each size on one library, and told as a table."""

from __future__ import annotations

from pathlib import Path

from benchmarks.growth import measured, written


def test_each_size_is_measured(tmp_path: Path) -> None:
    (column,) = measured(tmp_path, [24], characters=300, workers=0)
    figures = dict(column)
    assert float(figures["CPU time a report ÷ jieba's"]) > 1
    assert float(figures["memory ÷ (vectors + texts)"]) > 1
    chapter = written([24], [column], "the command")
    assert chapter.startswith("# Growth\n")
    assert all(f"| {label} | {value} |" in chapter for label, value in column)
