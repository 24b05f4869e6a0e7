"""What is told of one pair by others: the fault beside a plan, the response that sums a deed up, what was met since."""

from __future__ import annotations

import numpy as np

from search.tracing.kin import either
from search.tracing.scoring import AGAIN, COLUMNS, SECOND, Model, Weights, recurring, sigmoid
from search.tracing.shares import Matrix
from search.tracing.signals import Seen, later


def settled(seen: Seen, table: Matrix, weights: Weights) -> Matrix:
    """Return a table of `columns` with all that is told of its pairs by others."""
    return again(seen, second(seen, table, weights.first), weights.met)


def second(seen: Seen, table: Matrix, first: Model) -> Matrix:
    """Return a table of `columns` with what the model `first` tells of other pairs than each, all 0 to 1 and 0 for recurrences.

    partner: how likely the candidate speaks to a promise of the year that is near (a shortcoming and the commitment to mend it), by
    how near that is. fellow: the same of the one at the same place of a list of the same length. retold: how likely a response of
    the report which says the deed too speaks to the promise, by how near the two are. rival: how likely the candidate speaks to another promise of the year and kind. elsewhere: the same of a promise of the year and the
    other kind, by how far from this one that is. backed: how likely a deed speaks
    to the promise that the response sums up, by how near the two are.
    """
    if not seen.promises or not seen.candidates:
        return table
    likely = _likely(seen, table, first)
    found = {
        "partner": _through(seen.kin, likely),
        "fellow": _through(seen.abreast, likely),
        "rival": _rival(seen, likely),
        "elsewhere": _elsewhere(seen, likely),
        **_by_responses(seen, likely),
    }
    filled = np.copy(table)
    for name in SECOND:
        filled[..., COLUMNS.index(name)] = found[name] * ~recurring(table)
    return filled


def _likely(seen: Seen, table: Matrix, model: Model) -> Matrix:
    """Return how likely each response or deed speaks to each promise, 0 for all else."""
    told = later(seen.promises, seen.candidates) & ~recurring(table)
    return np.asarray(sigmoid(model.logits(table)) * told, np.float32)


def _through(near: Matrix, likely: Matrix) -> Matrix:
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
    far = either(seen.promises) * (1 - np.maximum(seen.kin, seen.abreast))
    room = np.array([candidate.room for candidate in seen.candidates])
    return np.asarray(_through(far, likely) * (room == 1), np.float32)


def _by_responses(seen: Seen, likely: Matrix) -> dict[str, Matrix]:
    """Return what responses tell of deeds, and deeds of responses."""
    retold, backed = np.zeros((2, *likely.shape), np.float32)
    for at in (at for at, candidate in enumerate(seen.candidates) if candidate.kind == "response"):
        deeds = np.flatnonzero(seen.retold[at])
        near = seen.retold[at, deeds]
        retold[:, deeds] = np.maximum(retold[:, deeds], likely[:, [at]] * near)
        backed[:, at] = (likely[:, deeds] * near).max(axis=1, initial=0)
    return {"retold": retold, "backed": backed}


def again(seen: Seen, table: Matrix, met: Model) -> Matrix:
    """Return a table that went through `second` with what the model `met` tells of recurrences, each 0 to 1 and 0 for all else.

    kept: how likely the promise was met by the candidate's year: what falls short of a thing that was mended or done is mostly
    another matter (开播4K频道, and then 超高清节目源不足). together: how likely one later response speaks both to the promise and to the candidate,
    which is a shortcoming to be answered too: what is answered in one breath is one fault, in whatever words it was owned.
    """
    promises, candidates = seen.promises, seen.candidates
    shortcomings = [at for at, candidate in enumerate(candidates) if candidate.kind == "recurrence"]
    if not promises or not shortcomings:
        return table
    years = np.array([candidate.evidence.year for candidate in candidates])
    replies = np.array([candidate.kind == "response" for candidate in candidates])
    likely = _likely(seen, table, met)
    own = {(promise.evidence.report, promise.evidence.start): at for at, promise in enumerate(promises)}
    kept, together = np.zeros((2, *likely.shape), dtype=np.float32)
    for at in shortcomings:
        said = candidates[at].evidence
        kept[:, at] = likely[:, years <= said.year].max(axis=1)
        itself = own.get((said.report, said.start))
        if itself is not None:
            together[:, at] = np.minimum(likely, likely[itself])[:, replies].max(axis=1, initial=0)
    filled = np.copy(table)
    for name, values in zip(AGAIN, (kept, together), strict=True):
        filled[..., COLUMNS.index(name)] = values
    return filled
