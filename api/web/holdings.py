"""What lists and citations need to know of all reports, read once a snapshot."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from api.access.scope import SCOPE
from api.objects import ReportSummary
from api.service import Service


@dataclass(frozen=True)
class Held:
    """The reports of one snapshot."""

    reports: tuple[ReportSummary, ...] = ()
    """By media and year, earlier versions left out."""
    by_id: dict[str, ReportSummary] = field(default_factory=dict)

    @cached_property
    def media(self) -> dict[str, list[int]]:
        """The years held of each media, in order."""
        years: dict[str, list[int]] = {}
        for report in self.reports:
            years.setdefault(report.media, []).append(report.year)
        return {name: sorted(found) for name, found in sorted(years.items())}

    def title(self, report: str) -> str | None:
        """Return the title of a report, None where it has none or is an earlier version."""
        held = self.by_id.get(report)
        return held.title if held is not None else None


class Holdings:
    """Gives the reports of the live snapshot; safe to use from many threads, for what it keeps is replaced whole."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._kept: tuple[str | None, Held] = (None, Held())

    def now(self) -> Held:
        """Return the reports held now, none for an empty library."""
        snapshot = self._service.shelf.snapshot()
        number, held = self._kept
        if snapshot is None:
            return Held()
        limited = SCOPE.get() is not None
        if number != snapshot or limited:
            reports = tuple(self._service.reports().reports)
            held = Held(reports, {report.id: report for report in reports})
            # What one limited key may see is not what others are shown.
            if not limited:
                self._kept = (snapshot, held)
        return held
