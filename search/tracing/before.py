"""What reports told before: what comes every year is no answer to a promise, what is new may be."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from search.tracing.material import Candidate, Promise
from search.tracing.shares import Matrix


def told_before(
    promises: Sequence[Promise], candidates: Sequence[Candidate], told: Sequence[str], vectors: Matrix
) -> tuple[Matrix, Matrix]:
    """Return how near each candidate comes to the nearest deed told up to the promise's year, and to that told before its own year.

    Shapes (promises, candidates) and (candidates,); 0 to 1.
    """
    years = np.array([candidate.evidence.year for candidate in candidates])
    # By text: the first year that tells it as a deed, the last that says it at all, where its vector stands.
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    place: dict[str, int] = {}
    for at, (text, candidate) in enumerate(zip(told, candidates, strict=True)):
        year = candidate.evidence.year
        last[text] = max(last.get(text, year), year)
        place.setdefault(text, at)
        if candidate.kind == "action":
            first[text] = min(first.get(text, year), year)
    row = {text: at for at, text in enumerate(place)}
    distinct = vectors[list(place.values())]
    since = np.array([first.get(text, 0) for text in place])
    until = np.array([last[text] for text in place])
    nearest = np.zeros(len(distinct), np.float32)
    by_year, before = {0: nearest}, 0
    for year in sorted({*years.tolist(), *(promise.evidence.year for promise in promises)}):
        # What is nearest up to a year grows from what was nearest up to the year before; only later candidates are asked about.
        new, after = (since > before) & (since <= year), until > year
        if new.any():
            nearest = nearest.copy()
            near = (distinct[after] @ distinct[new].T).max(axis=1, initial=0)
            nearest[after] = np.maximum(nearest[after], near)
        by_year[year], before = nearest, year
    rows = np.array([row[text] for text in told])
    made = np.array([promise.evidence.year for promise in promises])
    routine = np.stack([by_year[year][rows] for year in made.tolist()]) * (years[None, :] > made[:, None])
    stored = sorted(by_year)
    stale = np.zeros(len(told), np.float32)
    for last_year, year in itertools.pairwise(stored):
        stale[years == year] = by_year[last_year][rows[years == year]]
    return np.clip(routine, 0, 1).astype(np.float32), np.clip(stale, 0, 1)


def familiar(
    promises: Sequence[Promise], candidates: Sequence[Candidate], rows: Matrix, others: Matrix
) -> Matrix:
    """Return which share of what promise and candidate have in common stood in deeds up to the promise's year."""
    deeds = np.array([candidate.kind == "action" for candidate in candidates])
    years = np.array([candidate.evidence.year for candidate in candidates])
    told = {year: others[deeds & (years <= year)].any(axis=0) for year in {p.evidence.year for p in promises}}
    known = np.stack([told[promise.evidence.year] for promise in promises])
    common = rows @ others.T
    share: Matrix = np.divide((rows * known) @ others.T, common, out=np.zeros_like(common), where=common > 0)
    return share
