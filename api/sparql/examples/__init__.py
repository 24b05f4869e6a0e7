"""Worked example queries: the `.rq` files beside this module, each a title, what it tells, and the query."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class Example:
    """A query to start from."""

    name: str
    """Short, for addresses: `year-over-year`."""
    title: str
    """What it answers, in Chinese, one line."""
    note: str
    """What to know or to change, in Chinese, one line."""
    sparql: str
    """The query, without declared prefixes: the endpoint knows the project's own."""


@cache
def examples() -> tuple[Example, ...]:
    """Return the examples, from the plain ones to the harder ones."""
    files = [file for file in resources.files(__package__).iterdir() if file.name.endswith(".rq")]
    return tuple(
        _read(file.name, file.read_text(encoding="utf-8"))
        for file in sorted(files, key=lambda each: each.name)
    )


def _read(file: str, text: str) -> Example:
    title, note, sparql = text.split("\n", 2)
    name = file.removesuffix(".rq").partition("-")[2]
    return Example(name, title.removeprefix("# "), note.removeprefix("# "), sparql.strip())
