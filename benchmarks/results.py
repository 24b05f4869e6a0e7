"""`RESULTS.md` beside this file: one chapter a command, each written by its command alone."""

from __future__ import annotations

import re
from pathlib import Path

RESULTS = Path(__file__).parent / "RESULTS.md"
CHAPTER = re.compile(r"^(?=# )", re.MULTILINE)


def put(chapter: str, results: Path = RESULTS) -> None:
    """Put a chapter (Markdown that begins with ``# Title``) into the file in place of the one of that title.

    A chapter of a new title comes last; all others stay as they are.
    """
    title = chapter.split("\n", 1)[0]
    before = results.read_text(encoding="utf-8") if results.exists() else ""
    held = {part.split("\n", 1)[0]: part.strip() for part in CHAPTER.split(before) if part.strip()}
    held[title] = chapter.strip()
    results.write_text("\n\n".join(held.values()) + "\n", encoding="utf-8")
