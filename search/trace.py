"""What became of each shortcoming and commitment: links to later reports, found by several signals, decided by people."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol
from weakref import WeakKeyDictionary

from ingest.report import Report
from search.answers import Trace, TraceItem
from search.decisions import Decision, Decisions
from search.held import Held
from search.tracing.chain import Chain, status
from search.tracing.material import Promise
from search.tracing.overlay import Links, Verdicts, lay_over
from search.tracing.scoring import fitted
from search.tracing.testable import vagueness

if TYPE_CHECKING:
    from search.encoder import Encoder

REMEMBERED = 32
"""Media whose links are kept for a library: found once, they are asked for by several pages and by `ask`."""


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
            reports = sorted(by_media[name], key=lambda held: held.year)
            items += _items(library, reports, year, verdicts)
    return Trace(items=items)


def _items(
    library: Reports, held: Sequence[Held], year: int | None, verdicts: Verdicts
) -> Iterator[TraceItem]:
    reports = [library.report(each.id) for each in held]
    texts = {(report.media or "", report.report_year or 0): report for report in reports}
    for each in _followed(library, reports):
        promise, said = each.promise, each.promise.evidence
        if year is not None and said.year != year:
            continue
        links, decided = lay_over(each.links, verdicts.on(promise.id, said), texts)
        yield TraceItem(
            id=promise.id,
            kind=promise.kind,
            media=said.media,
            year=said.year,
            text=promise.text,
            evidence=said,
            status=status(links, pending=said.year >= held[-1].year),
            responses=links["response"],
            actions=links["action"],
            recurrences=links["recurrence"],
            decided_by="person" if decided else "system",
            vague=each.vague,
        )


@dataclass(frozen=True)
class _Followed:
    """A promise and what was found of it, before what people decided."""

    promise: Promise
    links: Links
    vague: str | None


_known: WeakKeyDictionary[Reports, OrderedDict[tuple[str, ...], list[_Followed]]] = WeakKeyDictionary()
_guard = Lock()


def _followed(library: Reports, reports: Sequence[Report]) -> list[_Followed]:
    """Return what is found of all promises of one media, by year; remembered as long as the library is open."""
    key = tuple(report.id for report in reports)
    with _guard:
        kept = _known.setdefault(library, OrderedDict())
        if key in kept:
            kept.move_to_end(key)
            return kept[key]
    weights = fitted()
    chain = Chain.of(reports, library.encoder, weights)
    found = []
    for index, promise in enumerate(chain.promises):
        links = chain.links(index, weights.thresholds)
        vague = vagueness(promise.text) if promise.kind == "commitment" else None
        if vague is not None:
            # Nothing can show that it was done; that a later report finds it lacking is said all the same.
            links |= {"response": [], "action": []}
        found.append(_Followed(promise, links, vague))
    with _guard:
        kept[key] = found
        if len(kept) > REMEMBERED:
            kept.popitem(last=False)
    return found
