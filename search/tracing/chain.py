"""One media over its years: its promises, what may answer them, and how well each pair fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ingest.report import Column, Evidence, Platform, Report, Work
from search.answers import Link, LinkKind, Status
from search.tracing.material import Candidate, Promise, candidates, promises
from search.tracing.overlay import Links
from search.tracing.scoring import KINDS, Weights, columns, scores
from search.tracing.settling import settled
from search.tracing.shares import Matrix
from search.tracing.signals import signals

if TYPE_CHECKING:
    from search.encoder import Encoder

MOST = 8
"""Links of one kind shown for a promise, the best ones."""
SURE = 0.9
"""The score from which on a candidate is a link though another promise has it: what fulfils a promise mostly fulfils one alone."""
BESIDES = 0.7
"""The score from which on a report's deed is a link though another deed of the same report fits the promise better. What fulfils a
promise is mostly told once a report; what else comes near is of the same topic, and most topics are told of every year."""


@dataclass(frozen=True)
class Chain:
    """`scores[i, j]` (0 to 1) is how likely `candidates[j]` speaks to `promises[i]`; 0 where it is not later."""

    promises: tuple[Promise, ...]
    candidates: tuple[Candidate, ...]
    scores: NDArray[np.float64]
    last: int
    """The latest stored year."""
    table: Matrix | None = None
    """What the scores are made of, shape (promises, candidates, columns)."""
    weights: Weights | None = None

    @classmethod
    def of(cls, reports: Sequence[Report], encoder: Encoder, weights: Weights) -> Chain:
        """Weigh all pairs of one media's reports, each of another year. Raises ValueError where a year is not known."""
        made = tuple(promise for report in reports for promise in promises(report))
        found = tuple(candidate for report in reports for candidate in candidates(report))
        seen = signals(made, found, encoder, names(reports), outlets(reports))
        table = settled(seen, columns(made, found, seen.signals), weights.first)
        return cls(
            made,
            found,
            scores(made, found, table, weights),
            max(report.report_year or 0 for report in reports),
            table,
            weights,
        )

    def links(self, index: int, thresholds: Mapping[LinkKind, float]) -> Links:
        """Return the links of the promise at `index`, by kind, the best first: those that reach their kind's threshold.

        What fits another promise of the same year and kind better belongs to that one alone unless it is sure; of a report's
        deeds the best may be a faint one, others must be surer.
        """
        row = np.where(self._owned(index), self.scores[index], 0)
        near = np.flatnonzero(row >= min(thresholds.values())).tolist()
        chosen: Links = {}
        for kind in KINDS:
            over = [
                (float(row[at]), self.candidates[at].evidence, at)
                for at in near
                if self.candidates[at].kind == kind and row[at] >= thresholds[kind]
            ]
            over.sort(key=lambda pair: (-pair[0], pair[1].year, pair[1].start))
            if kind == "action":
                over = _surest(over)
            chosen[kind] = [
                Link(score=round(score, 4), evidence=said, because=self._because(index, at))
                for score, said, at in over[:MOST]
            ]
        return chosen

    def _owned(self, index: int) -> NDArray[np.bool_]:
        """Return which candidates fit no more other promises of the same year and kind better than they have room for, or are sure."""
        of = [(promise.evidence.year, promise.kind) for promise in self.promises]
        rivals = [at for at, each in enumerate(of) if each == of[index]]
        ranked = -np.sort(-self.scores[rivals], axis=0)
        room = np.array([candidate.room for candidate in self.candidates])
        last = np.take_along_axis(ranked, np.minimum(room, len(rivals))[None, :] - 1, axis=0)[0]
        return np.asarray(self.scores[index] >= np.minimum(last, SURE))

    def _because(self, index: int, at: int) -> dict[str, float]:
        if self.table is None or self.weights is None:
            return {}
        return self.weights.because(self.table[index, at])


def _surest(deeds: list[tuple[float, Evidence, int]]) -> list[tuple[float, Evidence, int]]:
    """Return of deeds, the best first, each report's best and those that are surer."""
    seen: set[int] = set()
    kept = []
    for deed in deeds:
        if deed[0] >= BESIDES or deed[1].year not in seen:
            kept.append(deed)
        seen.add(deed[1].year)
    return kept


def names(reports: Sequence[Report]) -> set[str]:
    """Return the names of the columns, works and platforms that the reports know."""
    found = set()
    for fact in (fact for report in reports for fact in report.facts):
        if isinstance(fact, Column | Work):
            found.add(fact.title)
        elif isinstance(fact, Platform):
            found.add(fact.name)
    return found


def outlets(reports: Sequence[Report]) -> set[str]:
    """Return what the media and its platforms are called."""
    found = {report.media for report in reports if report.media}
    return found | {fact.name for report in reports for fact in report.facts if isinstance(fact, Platform)}


def status(links: Links, pending: bool) -> Status:
    """Return what became of a promise, as the contract defines it; a person's links count even while it is pending."""
    met = bool(links["response"] or links["action"])
    if links["recurrence"]:
        return Status.PARTLY if met else Status.RECURRING
    if met:
        return Status.FIXED
    return Status.PENDING if pending else Status.UNTRACED
