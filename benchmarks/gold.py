"""The gold annotations as they lie in the repository."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CORPORA = Path(__file__).parent.parent / "corpora"
PARTS = ("tuning", "aside")
"""What rules and weights may be fitted on, and what is only ever measured."""

Record = dict[str, Any]
"""An object of a gold file; `corpora/README.md` gives its fields."""


def media_folders(part: str, media: str | None = None) -> Iterator[Path]:
    """Yield the gold folders of `part`, or only the one called `media`."""
    for folder in sorted((CORPORA / "gold" / part).iterdir()):
        if folder.is_dir() and media in (None, folder.name):
            yield folder


def report_golds(folder: Path) -> Iterator[Record]:
    """Yield the gold of each report of one media, oldest first."""
    for path in sorted(folder.glob("[0-9]*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def series_gold(folder: Path) -> Record | None:
    """Return the gold over a media's years, None where none is written."""
    path = folder / "series.json"
    gold: Record | None = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
    return gold


def drafts_gold(folder: Path) -> list[Record]:
    """Return the gold of the drafts of one media, none where none are written."""
    path = folder / "drafts.json"
    return list(json.loads(path.read_text(encoding="utf-8"))["drafts"]) if path.exists() else []


def content_of(gold: Record) -> tuple[bytes, str]:
    """Return the bytes of the report that `gold` annotates, and a file name that tells nothing but the format.

    The repository's own names say the year, which must be read from the text.
    """
    path = CORPORA / gold["file"]
    return path.read_bytes(), f"report{path.suffix}"
