"""What is told twice: summed up in a response and told in the chapter of its duty; promised by name and told by it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from search.tracing.material import Candidate, Promise
from search.tracing.once import each
from search.tracing.phrases import plain
from search.tracing.shares import Matrix, shares, tables
from search.tracing.wording import names as marked

LEAST = 0.5
"""What is less near than this is not near, though nothing is nearer."""
_FIGURE = re.compile(r"\d[\d.,]*\d")


def named_too(
    promises: Sequence[Promise],
    candidates: Sequence[Candidate],
    told: Sequence[str],
    fit: Matrix,
    outlets: Sequence[str],
) -> Matrix:
    """Return the `fit` of the best response that names what a deed of its report names too: 推出“鹤立言”, told in its chapter as 《鹤立言》.

    The name must be new since the promise, and be no outlet's: of those much else is told.
    """
    years = np.array([candidate.evidence.year for candidate in candidates])
    first: dict[str, int] = {}
    naming = []
    for at, candidate in enumerate(candidates):
        if candidate.kind == "response":
            for name in {plain(name) for name in marked(candidate.text)}:
                if not any(name in outlet or outlet in name for outlet in outlets):
                    first[name] = min(
                        year for year, text in zip(years.tolist(), told, strict=True) if name in text
                    )
                    naming.append((at, name))
    found = np.zeros_like(fit)
    since = np.array([promise.evidence.year for promise in promises])
    for at, name in naming:
        deeds = [
            other
            for other in np.flatnonzero(years == years[at]).tolist()
            if candidates[other].kind == "action" and name in told[other]
        ]
        shown = fit[:, at] * (since < first[name])
        found[:, deeds] = np.maximum(found[:, deeds], shown[:, None])
    return found


def titled(
    promises: Sequence[Promise], candidates: Sequence[Candidate], told: Sequence[str], outlets: Sequence[str]
) -> Matrix:
    """Return 1 for each deed that has a name which the promise gives to what is to come: 开办《渔港夜话》, and a year later 《渔港夜话》播出298期.

    No deed up to the year of the promise has the name, and no outlet is called so.
    """
    found = np.zeros((len(promises), len(candidates)), np.float32)
    years = np.array([candidate.evidence.year for candidate in candidates])
    acts = np.array([candidate.kind == "action" for candidate in candidates])
    for row, promise in enumerate(promises):
        for name in {plain(name) for name in marked(promise.text)}:
            having = acts & np.array([name in text for text in told])
            known = (years[having] <= promise.evidence.year).any()
            if not known and not any(name in outlet or outlet in name for outlet in outlets):
                found[row, having] = 1
    return found


def retold(
    candidates: Sequence[Candidate], told: Sequence[str], cores: Matrix, parts: Sequence[AbstractSet[str]]
) -> Matrix:
    """Return how near each deed (second axis) comes to being what a response (first axis) of its report says too, 0 to 1.

    What a response sums up (为112名新人配备导师) is mostly told once more where its duty is told: by meaning, letters and figures
    the two are near, though the deed may have no word of the promise.
    """
    years = np.array([candidate.evidence.year for candidate in candidates])
    acts = np.array([candidate.kind == "action" for candidate in candidates])
    found = np.zeros((len(candidates), len(candidates)), np.float32)
    replies = [at for at, candidate in enumerate(candidates) if candidate.kind == "response"]
    if replies:
        letters = shares(*tables([parts[at] for at in replies], parts))[0]
        near = np.maximum(cores[replies] @ cores.T, 0) + letters + _figures(candidates, told, replies)
        near *= acts[None, :] & (years[replies][:, None] == years[None, :])
        found[replies] = near / np.maximum(near.max(axis=1, keepdims=True), LEAST)
    return found


def echo(candidates: Sequence[Candidate], near: Matrix, fit: Matrix) -> Matrix:
    """Return the `fit` of the best response that a deed of its report says too, by how `near` (as `retold` gives it) the two are."""
    found = np.zeros_like(fit)
    for at in (at for at, candidate in enumerate(candidates) if candidate.kind == "response"):
        deeds = np.flatnonzero(near[at])
        found[:, deeds] = np.maximum(found[:, deeds], fit[:, [at]] * near[at, deeds])
    return found


def _figures(candidates: Sequence[Candidate], told: Sequence[str], replies: Sequence[int]) -> Matrix:
    """Return for each of `replies` and each candidate 1 where both tell a figure of two digits and more, less where others tell it too."""
    figures = each(lambda text: frozenset(_FIGURE.findall(text)), told)
    telling: dict[str, list[int]] = defaultdict(list)
    for at, some in enumerate(figures):
        for figure in some:
            telling[figure].append(at)
    of = Counter(
        (candidate.evidence.year, figure)
        for candidate, some in zip(candidates, figures, strict=True)
        for figure in some
    )
    shared = np.zeros((len(replies), len(candidates)), np.float32)
    for row, at in enumerate(replies):
        for figure in sorted(figures[at]):
            shared[row, telling[figure]] += 1 / max(of[candidates[at].evidence.year, figure] - 1, 1)
    return np.minimum(shared, 1)
