"""Expressions that share their sets of characters match what others match."""

from __future__ import annotations

import importlib
import re
from typing import Any

import pytest

from ingest.compiling import sets_made_once

PATTERNS = [
    ("[一-龥]{2,4}[^，。；]", 0),
    ("(?:[一-龥]|[a-z])+[一二三]", 0),
    ("[一-龥a-zß]+", re.IGNORECASE),
    (r"[^\d一-龥]|[😀-😏一-龥]", 0),
]


def compiled() -> list[re.Pattern[str]]:
    """Compile the patterns anew; two of the same text are equal where they were compiled to the same."""
    re.purge()
    return [re.compile(pattern, flags) for pattern, flags in PATTERNS]


def test_what_is_compiled_is_the_same() -> None:
    with sets_made_once():
        within = compiled(), compiled()
    assert within == (compiled(), compiled())


def test_a_set_is_made_once_and_only_within(monkeypatch: pytest.MonkeyPatch) -> None:
    compiler: Any = importlib.import_module("re._compiler")
    made = []
    make = compiler._optimize_charset

    def noting(characters: Any, *folding: Any) -> Any:
        made.append(tuple(characters))
        return make(characters, *folding)

    monkeypatch.setattr(compiler, "_optimize_charset", noting)
    with sets_made_once():
        re.purge()
        re.compile("[一-龥]好")
        re.compile("[一-龥]坏")
    assert len(made) == 1
    assert compiler._optimize_charset is noting


def test_a_python_without_such_a_step_compiles_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.compiling.STEP", "no such step")
    with sets_made_once():
        assert compiled()
