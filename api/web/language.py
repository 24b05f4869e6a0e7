"""Words of the interface: written in Chinese where they stand, and in English by the list `english.json`."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["zh", "en"]


@cache
def english() -> dict[str, str]:
    """Return the English of each Chinese text."""
    found: dict[str, str] = json.loads(Path(__file__).with_name("english.json").read_text(encoding="utf-8"))
    return found


def translated(text: str, language: Language, **values: object) -> str:
    """Return `text` in a language with ``{name}`` replaced by values; what has no English stays Chinese."""
    words = english().get(text, text) if language == "en" else text
    for name, value in values.items():
        words = words.replace(f"{{{name}}}", str(value))
    return words
