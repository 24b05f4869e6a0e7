"""All sample reports as one library, in a temporary folder, with gold quotes found in its texts."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from benchmarks.gold import CORPORA, Record
from benchmarks.places import Place, Squeezed, overlap
from ingest.report import Evidence
from search.encoder import open_encoder
from search.ingest import ingest
from search.library import Library

Spot = tuple[str, tuple[Place, ...]]
"""A report's id, empty where the library lacks the report, and places in its text."""


class Shelf:
    """The library under test. Both parts always lie in it, so that no option changes what is searched."""

    def __init__(self, library: Library) -> None:
        """Hold an opened library of every sample report."""
        self.library = library
        self._ids = {(stored.media, stored.year): stored.id for stored in library.reports}
        self._text = cache(lambda report: Squeezed(library.report(report).text))

    def spot(self, media: str, quote: Record) -> Spot:
        """Return where a gold ``{"year", "quote"}`` stands in the report of `media` of that year."""
        report = self._ids.get((media, quote["year"]), "")
        return report, self._text(report).find(quote["quote"]) if report else ()

    def at(self, report: str, start: int, end: int) -> Place:
        """Return the place in a report's text between two offsets into it, end exclusive."""
        return self._text(report).place(start, end)

    def of(self, evidence: Evidence) -> Spot:
        """Return where `evidence` stands."""
        return evidence.report, (self.at(evidence.report, evidence.start, evidence.end),)


def meet(one: Spot, other: Spot) -> bool:
    """Return whether two spots share a character of one report."""
    return one[0] == other[0] and overlap(one[1], other[1])


def meets_any(spots: Iterable[Spot], others: Iterable[Spot]) -> bool:
    """Return whether any spot of `spots` meets any of `others`."""
    wanted = list(others)
    return any(meet(spot, other) for spot in spots for other in wanted)


@contextmanager
def shelf(media: Iterable[str] | None = None) -> Iterator[Shelf]:
    """Ingest every sample report, or those of some media folders, understood as a user's would be, and give the library."""
    reports = CORPORA / "reports"
    folders = [reports] if media is None else [reports / name for name in media]
    encoder = open_encoder()
    with tempfile.TemporaryDirectory(prefix="yinzheng-") as folder:
        summary = ingest(folders, Path(folder), workers=0, encoder=encoder)
        if summary.failed:
            raise RuntimeError(f"sample reports were not stored: {summary.failed}")
        with Library.open(folder, encoder=encoder) as library:
            yield Shelf(library)
