"""A draft held against the earlier reports of its media: what is missing, what does not fit, what was said before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, Protocol

from ingest.report import Report
from search.answers import Finding, Findings, Severity
from search.checking import (
    aired,
    bare,
    begun,
    boasts,
    chapters,
    cited,
    columns,
    dated,
    divided,
    editions,
    firsts,
    growth,
    happened,
    held,
    honours,
    jumps,
    listed,
    misprints,
    names,
    never_told,
    ordinals,
    origins,
    paces,
    past,
    promised,
    rates,
    ratios,
    recalled,
    records,
    regained,
    renamed,
    repeats,
    running,
    shares,
    spans,
    staff,
    stale,
    stopped,
    sums,
    totals,
    trends,
    twice,
    unanswered,
    unchanged,
    wholes,
    zeros,
)
from search.checking.case import Case
from search.held import Held

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.encoder import Encoder

LOOKED_FOR: Final[tuple[Callable[[Case], Iterator[Finding]], ...]] = (
    chapters.find,
    unanswered.find,
    listed.find,
    sums.find,
    columns.find,
    rates.find,
    divided.find,
    shares.find,
    paces.find,
    growth.find,
    spans.find,
    ratios.find,
    cited.find,
    recalled.find,
    twice.find,
    wholes.find,
    staff.find,
    totals.find,
    editions.find,
    ordinals.find,
    dated.find,
    origins.find,
    happened.find,
    jumps.find,
    bare.find,
    repeats.find,
    unchanged.find,
    names.find,
    misprints.find,
    renamed.find,
    records.find,
    firsts.find,
    begun.find,
    regained.find,
    stale.find,
    past.find,
    aired.find,
    honours.find,
    running.find,
    trends.find,
    held.find,
    zeros.find,
    stopped.find,
    promised.find,
    never_told.find,
    boasts.find,
)
"""All that is looked for. Of two findings about one figure the one that stands first here is told."""
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_FIGURES: Final = frozenset({"number-conflict", "number-jump", "unsupported-claim"})
_NAMES: Final = frozenset({"name-variant"})
_TAKEN: Final = frozenset({"repeated-text"})


class Reports(Protocol):
    """What checking asks of a library; `search.library.Library` is one."""

    @property
    def reports(self) -> Sequence[Held]:
        """All reports held, one a media and year."""

    @property
    def encoder(self) -> Encoder:
        """The encoder for meaning."""

    def report(self, report: str, /) -> Report:
        """Return the report with this id."""


def check(library: Reports, draft: Report, media: str) -> Findings:
    """Return what an editor of `media` should look at in `draft`, in the order of its text.

    `draft` is what `ingest.pipeline.understand` makes of a file (with `part`, so that chapters have facts too); nothing is
    stored. It is held against the stored reports of the years before its own; the year is the one in its title, else
    the one after the last stored. Raises LibraryError where the library is damaged.
    """
    stored = sorted((held for held in library.reports if held.media == media), key=lambda held: held.year)
    year = draft_year(draft, [held.year for held in stored])
    earlier = tuple(library.report(held.id) for held in stored if held.year < year)
    case = Case(
        draft.model_copy(update={"media": media, "report_year": year}), year, earlier, library.encoder
    )
    found = [finding for look in LOOKED_FOR for finding in look(case)]
    return Findings(
        media=media,
        year=year,
        against=[report.report_year or 0 for report in earlier],
        findings=sorted(_told(found), key=lambda each: (each.draft.start, _RANK[each.severity])),
        text=draft.text,
    )


def draft_year(draft: Report, stored: Sequence[int]) -> int:
    """Return the year that a draft reports on: as its title says, else the year after the last stored one."""
    after = max(stored, default=0) + 1
    if draft.report_year is not None and (
        draft.title is not None or draft.report_year >= after or not stored
    ):
        return draft.report_year
    return after


def _told(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings, of several about the same figure, name or passage the first only, and no remark beside a louder one.

    What is told of a passage that is taken over (由3档增至5档 as last year) is told by that alone.
    """
    told: list[Finding] = []
    findings = list(found)
    taken = [
        finding.draft
        for finding in findings
        if finding.kind in _TAKEN and finding.severity is not Severity.INFO
    ]
    for finding in sorted(findings, key=lambda finding: finding.severity is Severity.INFO):
        if finding.kind in _FIGURES and any(
            place.start <= finding.draft.start and finding.draft.end <= place.end for place in taken
        ):
            continue
        group = next((group for group in (_FIGURES, _NAMES, _TAKEN) if finding.kind in group), frozenset())
        if any(
            other.kind in group
            and other.draft.start < finding.draft.end
            and finding.draft.start < other.draft.end
            for other in told
        ):
            continue
        told.append(finding)
        yield finding
