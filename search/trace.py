"""What became of each shortcoming and commitment: links to later reports, found by several signals, decided by people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ingest.report import Report
from search.answers import Trace, TraceItem
from search.decisions import Decision, Decisions
from search.tracing.chain import Chain, status
from search.tracing.overlay import Verdicts, lay_over
from search.tracing.scoring import fitted
from search.tracing.testable import vagueness

if TYPE_CHECKING:
    from search.encoder import Encoder


class Held(Protocol):
    """A stored report as the library lists it."""

    @property
    def id(self) -> str:
        """The report's id."""

    @property
    def media(self) -> str:
        """The media that it is of."""

    @property
    def year(self) -> int:
        """The year reported on."""


class Reports(Protocol):
    """What tracing asks of a library; `search.library.Library` is one."""

    @property
    def reports(self) -> Sequence[Held]:
        """All reports held, one a media and year."""

    @property
    def data_dir(self) -> Path:
        """The library's folder, in which people's decisions lie."""

    @property
    def encoder(self) -> Encoder:
        """The encoder for meaning."""

    def report(self, report: str, /) -> Report:
        """Return the report with this id."""


def trace(
    library: Reports,
    media: str | None = None,
    year: int | None = None,
    decisions: Iterable[Decision] | None = None,
) -> Trace:
    """Return what the later reports of the same media say of each shortcoming and commitment.

    `media` and `year` narrow it to one media and to the statements of one year (scores don't depend on that).
    `decisions` is what people decided of links, laid over what is found; None takes the library's own. Items come by
    media, year and place in the text; links by score, the best first. A media or year that is not stored gives no
    items. Raises LibraryError where the library or its decisions are damaged.
    """
    by_media: dict[str, list[Held]] = defaultdict(list)
    for held in library.reports:
        if media is None or held.media == media:
            by_media[held.media].append(held)
    verdicts = Verdicts(Decisions(library.data_dir).all() if decisions is None else decisions)
    items: list[TraceItem] = []
    for name in sorted(by_media):
        if year is None or any(held.year == year for held in by_media[name]):
            reports = [library.report(held.id) for held in sorted(by_media[name], key=lambda held: held.year)]
            items += _items(reports, year, library.encoder, verdicts)
    return Trace(items=items)


def _items(
    reports: Sequence[Report], year: int | None, encoder: Encoder, verdicts: Verdicts
) -> Iterable[TraceItem]:
    weights = fitted()
    chain = Chain.of(reports, encoder, weights)
    texts = {(report.media or "", report.report_year or 0): report for report in reports}
    for index, promise in enumerate(chain.promises):
        said = promise.evidence
        if year is not None and said.year != year:
            continue
        vague = vagueness(promise.text) if promise.kind == "commitment" else None
        found = chain.links(index, weights.threshold)
        if vague is not None:
            # Nothing can show that it was done; that a later report finds it lacking is said all the same.
            found |= {"response": [], "action": []}
        links, decided = lay_over(found, verdicts.on(promise.id, said), texts)
        yield TraceItem(
            id=promise.id,
            kind=promise.kind,
            media=said.media,
            year=said.year,
            text=promise.text,
            evidence=said,
            status=status(links, pending=said.year >= chain.last),
            responses=links["response"],
            actions=links["action"],
            recurrences=links["recurrence"],
            decided_by="person" if decided else "system",
            vague=vague,
        )
