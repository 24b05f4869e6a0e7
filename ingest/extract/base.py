"""The one interface of all extractors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from ingest.reading import Reading
from ingest.report import Fact


class Extractor(Protocol):
    """Finds the facts of one type in one report.

    Every fact's evidence lies in ``reading.text``; a fact that is said several times is returned once, with
    the further places as `mentions`. Never raises on odd text: what it cannot read it leaves out.
    """

    def __call__(self, reading: Reading) -> Iterable[Fact]:
        """Return the facts in the order of the text."""
        ...
