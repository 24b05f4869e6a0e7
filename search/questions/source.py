"""What a question is asked of: as much of a library as answering needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from ingest.report import Report
from kg.store import GraphStore
from search.answers import SearchResult
from search.held import Held
from search.trace import Reports


class Texts(Protocol):
    """The graph of what is stored and the texts that it was read from."""

    @property
    def reports(self) -> Sequence[Held]:
        """All reports held, one a media and year."""

    @property
    def graph(self) -> GraphStore:
        """The graph, read only."""

    def report(self, report: str) -> Report:
        """Return the report with this id."""


class Source(Reports, Protocol):
    """A `search.library.Library`, or anything that offers the same."""

    @property
    def graph(self) -> GraphStore:
        """The graph, read only."""

    def search(
        self, query: str, media: str | None = None, years: Iterable[int] = (), *, limit: int = 10
    ) -> SearchResult:
        """Return the `limit` passages and facts that fit `query` best."""
