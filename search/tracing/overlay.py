"""What people decided laid over what the system found: confirmed and added links stay, rejected ones never come back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ingest.report import Evidence, Report
from search.answers import Link, LinkKind
from search.decisions import Decision
from search.tracing.material import evidence

CERTAIN = 1.0
"""The score of a link that a person confirmed or added."""

Links = dict[LinkKind, list[Link]]
Texts = Mapping[tuple[str, int], Report]
"""The stored reports by media and year."""


class Verdicts:
    """The last verdict on each link, by the statement that it is about."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._by_item: dict[str, list[Decision]] = {}
        self._by_words: dict[tuple[str, int, str], list[Decision]] = {}
        for decision in decisions:
            about = decision.about
            self._by_item.setdefault(decision.item, []).append(decision)
            self._by_words.setdefault((about.media, about.year, about.quote), []).append(decision)

    def on(self, item: str, said: Evidence) -> list[Decision]:
        """Return what holds of a statement, by its id or, after it was put in anew, by its words; oldest first.

        A link whose last verdict was withdrawn is as if nobody had said anything of it.
        """
        found = {
            decision.number: decision
            for decision in (
                *self._by_item.get(item, ()),
                *self._by_words.get((said.media, said.year, said.quote), ()),
            )
        }
        last: dict[tuple[str, str, int, str], Decision] = {}
        for _, decision in sorted(found.items()):
            where = decision.evidence
            last[decision.kind, where.media, where.year, where.quote] = decision
        kept = (decision for decision in last.values() if decision.verdict != "withdraw")
        return sorted(kept, key=lambda decision: decision.number)


def lay_over(links: Links, decisions: Iterable[Decision], reports: Texts) -> tuple[Links, bool]:
    """Return the links with the decisions applied, and whether any did apply.

    A decision whose words stand in no stored report any more can't be shown and has no effect: see `lost`.
    """
    result = {kind: list(found) for kind, found in links.items()}
    decided = False
    for decision in decisions:
        place = _place(decision, reports)
        if place is None:
            continue
        decided = True
        report, start, end = place
        others = [
            link
            for link in result[decision.kind]
            if link.evidence.report != report.id or link.evidence.end <= start or end <= link.evidence.start
        ]
        if decision.verdict != "reject":
            others.append(Link(score=CERTAIN, evidence=evidence(report, start, end)))
        result[decision.kind] = others
    return result, decided


def lost(decisions: Iterable[Decision], reports: Texts) -> list[Decision]:
    """Return the decisions one end of which stands in no stored report any more."""
    return [
        decision
        for decision in decisions
        if _place(decision, reports) is None
        or (held := reports.get((decision.about.media, decision.about.year))) is None
        or decision.about.find(held.text) is None
    ]


def _place(decision: Decision, reports: Texts) -> tuple[Report, int, int] | None:
    report = reports.get((decision.evidence.media, decision.evidence.year))
    if report is None:
        return None
    found = decision.evidence.find(report.text)
    return None if found is None else (report, *found)
