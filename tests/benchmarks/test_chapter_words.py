"""The words of chapters, counted anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import chapter_words
from benchmarks.gold import CORPORA


def test_words_are_counted_and_tried_on_media_that_were_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = [CORPORA / "gold" / "tuning" / media for media in ("lanxi", "yunhe", "tangxi")]
    monkeypatch.setattr(chapter_words, "media_folders", lambda part: folders if part == "tuning" else [])
    monkeypatch.setattr(chapter_words, "LEAST_MEDIA", 2)
    out = tmp_path / "words.json"
    assert chapter_words.main(["--out", str(out)]) == 0
    kept = json.loads(out.read_text(encoding="utf-8"))
    assert kept["chapters"]["safety"] >= 3
    assert kept["words"]
    assert all(sum(told.values()) >= 2 for told in kept["words"].values())
    right, wrong, none = (int(part.split()[0]) for part in capsys.readouterr().out.split(", "))
    assert right > wrong
    assert right + wrong + none == sum(kept["chapters"].values())
