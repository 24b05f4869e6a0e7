"""What the encoder costs is measured in processes of their own, and told as a table."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.encoding import in_a_process, written


def test_a_process_tells_what_loading_and_encoding_take(tmp_path: Path) -> None:
    passages = tmp_path / "passages.json"
    passages.write_text(json.dumps(["对患病、生活困难职工开展走访慰问"] * 50), encoding="utf-8")
    found = in_a_process(1, passages, 0.05)
    assert found["load"] > 1
    assert found["memory"] > 1e6
    assert found["cpu"] > 100


def test_the_figures_are_written() -> None:
    chapter = written([("passages a second", "1")], "the command", "local-1")
    assert chapter.startswith("# Encoder\n\nthe command\nModel local-1.")
    assert chapter.endswith("| passages a second | 1 |")
