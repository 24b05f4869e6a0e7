"""The weights of the words around quoted names, fitted anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import named, title_words
from benchmarks.gold import CORPORA


def test_weights_are_fitted_and_tried_on_media_that_were_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("sklearn")
    folders = [CORPORA / "gold" / "tuning" / media for media in ("lanxi", "yunhe", "tangxi", "meihe")]
    monkeypatch.setattr(title_words, "media_folders", lambda part: folders if part == "tuning" else [])
    monkeypatch.setattr(named, "FILES", named.FILES[:12])
    monkeypatch.setattr(title_words, "LEAST_MEDIA", 2)
    out = tmp_path / "words.json"
    assert title_words.main(["--out", str(out)]) == 0
    kept = json.loads(out.read_text(encoding="utf-8"))
    assert kept["=won"][0] > 0
    assert kept["=column"][1] > kept["=column"][0]
    alone, together = (line.rpartition(" ")[2] for line in capsys.readouterr().out.splitlines())
    assert float(together) > 0.85
    assert float(together) >= float(alone) - 0.05
