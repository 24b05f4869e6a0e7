"""What reports told before: what comes every year is no answer to a promise, what is new may be."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from search.tracing.material import Candidate
from search.tracing.shares import Matrix


def told_before(candidates: Sequence[Candidate], told: Sequence[str], vectors: Matrix) -> Matrix:
    """Return how near each candidate comes to the nearest deed of all reports before its own, shape (candidates,), 0 to 1."""
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
    rows = np.array([row[text] for text in told])
    nearest, stale = np.zeros(len(distinct), np.float32), np.zeros(len(told), np.float32)
    before = 0
    for year, following in itertools.pairwise(sorted(set(years.tolist()))):
        # What is nearest up to a year grows from what was nearest up to the year before; only later candidates are asked about.
        new, after = (since > before) & (since <= year), until > year
        if new.any():
            nearest[after] = np.maximum(
                nearest[after], (distinct[after] @ distinct[new].T).max(axis=1, initial=0)
            )
        here = years == following
        stale[here], before = nearest[rows[here]], year
    return np.clip(stale, 0, 1)
