"""What is told of one pair by others: the fault beside a plan, the response that sums a deed up, what fell short since."""

from __future__ import annotations

import numpy as np

from search.tracing.kin import either
from search.tracing.scoring import COLUMNS, SECOND, Models, recurring
from search.tracing.shares import Matrix
from search.tracing.signals import Seen, later

FAINT = 0.01
"""A recurrence that is less likely leads to nothing."""


def settled(seen: Seen, table: Matrix, first: Models) -> Matrix:
    """Return a table of `columns` with what the models `first` tell of other pairs than each, all 0 to 1.

    partner: how likely the candidate speaks to a promise of the year that belongs to this one (a shortcoming and the commitment to
    mend it), by how far it does. rival: how likely the
    candidate speaks to another promise of the year and kind. elsewhere: the same of a promise of the year and the other kind, by
    how far from this one that is. retold: how likely a response of the report which says the deed too speaks to the promise, by
    how near the two are. through: how likely a shortcoming of a year between says the promise again and the candidate speaks to
    that one. kept, for a shortcoming and a commitment: how likely that one was met by the year of the shortcoming: what falls short of a thing that was done is
    mostly another matter (开播4K频道, and then 超高清节目源不足). together, for a shortcoming: how likely one later response speaks
    both to it and to the promise: what is answered in one breath is one fault, in whatever words it was owned. follow: how likely the
    promise was met by what the deed goes on with, as `search.tracing.going_on` says.
    """
    if not seen.promises or not seen.candidates:
        return table
    likely = np.asarray(first.probabilities(table) * later(seen.promises, seen.candidates), np.float32)
    met = likely * ~recurring(table)
    found = {
        "partner": _nearest(seen.kin, likely),
        "rival": _rival(seen, likely),
        "elsewhere": _elsewhere(seen, likely),
        "retold": _retold(seen, met),
        "follow": seen.news.going_on([promise.evidence.year for promise in seen.promises], met),
        **_since(seen, likely, met),
    }
    filled = np.copy(table)
    for name in SECOND:
        filled[..., COLUMNS.index(name)] = found[name]
    return filled


def _nearest(near: Matrix, likely: Matrix) -> Matrix:
    """Return of each pair the best of what is `likely` of promises that are `near`, by how near they are."""
    found = np.zeros_like(likely)
    for at, row in enumerate(near):
        others = np.flatnonzero(row)
        found[at] = (row[others, None] * likely[others]).max(axis=0, initial=0)
    return found


def _rival(seen: Seen, likely: Matrix) -> Matrix:
    """Return of each pair what is likely of the candidate and the best other promise of the same year and kind.

    Of a candidate with room for several promises it is the last of so many others that counts.
    """
    found = np.zeros_like(likely)
    room = np.array([candidate.room for candidate in seen.candidates])
    of = [(promise.evidence.year, promise.kind) for promise in seen.promises]
    for group in set(of):
        rows = np.flatnonzero([each == group for each in of])
        ranked = np.vstack([-np.sort(-likely[rows], axis=0), np.zeros_like(likely[:1])])
        last, after = (
            np.take_along_axis(ranked, np.minimum(room + more, len(rows))[None, :], axis=0)[0]
            for more in (-1, 0)
        )
        found[rows] = np.where(likely[rows] >= last, after, last)
    return found


def _elsewhere(seen: Seen, likely: Matrix) -> Matrix:
    """Return of each pair what is likely of the candidate and the best promise of the year and the other kind, by how far that is."""
    far = either(seen.promises) * (1 - seen.kin)
    room = np.array([candidate.room for candidate in seen.candidates])
    return np.asarray(_nearest(far, likely) * (room == 1), np.float32)


def _retold(seen: Seen, met: Matrix) -> Matrix:
    """Return of each deed what is likely of the response of its report that says it too."""
    found = np.zeros_like(met)
    for at in (at for at, candidate in enumerate(seen.candidates) if candidate.kind == "response"):
        deeds = np.flatnonzero(seen.retold[at])
        found[:, deeds] = np.maximum(found[:, deeds], met[:, [at]] * seen.retold[at, deeds])
    return found


def _since(seen: Seen, likely: Matrix, met: Matrix) -> dict[str, Matrix]:
    """Return what the shortcomings of later years tell, each a candidate and a promise of its own."""
    promises, candidates = seen.promises, seen.candidates
    years = np.array([candidate.evidence.year for candidate in candidates])
    answers = met[:, [candidate.kind == "response" for candidate in candidates]]
    pledges = np.array([promise.kind == "commitment" for promise in promises])
    own = {(promise.evidence.report, promise.evidence.start): at for at, promise in enumerate(promises)}
    kept, together, through = np.zeros((3, *likely.shape), dtype=np.float32)
    for at in (at for at, candidate in enumerate(candidates) if candidate.kind == "recurrence"):
        said = candidates[at].evidence
        kept[pledges, at] = met[pledges][:, years <= said.year].max(axis=1)
        itself = own.get((said.report, said.start))
        if itself is not None:
            together[:, at] = np.minimum(answers, answers[itself]).max(axis=1, initial=0)
            again = np.flatnonzero(likely[:, at] > FAINT)
            through[again] = np.maximum(through[again], likely[again, at, None] * likely[itself])
    return {"kept": kept, "together": together, "through": through}
