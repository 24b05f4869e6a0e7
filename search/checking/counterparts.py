"""Which figure of an earlier report counts the same as a figure of the draft."""

from __future__ import annotations

from collections.abc import Iterator

from search.checking.case import Case
from search.checking.figures import Aligned, Figure, align, fit

LEAST = 0.66
"""A pair that fits less well is not held against each other. On the tuning series the worst right pair has 0.66."""
LEAST_HALF = 0.75
"""The same where only one of the two figures names whose it is."""
_COUNTS = ("level", "part")


def alike(one: Figure, other: Figure) -> float:
    """Return how surely two figures count the same, 0 where that is not enough to hold them against each other."""
    half = (one.metric.subject is None) != (other.metric.subject is None)
    score = fit(one, other)
    return score if score >= (LEAST_HALF if half else LEAST) else 0.0


def counterpart(case: Case, figure: Figure, year: int) -> Aligned | None:
    """Return the figure of the report of `year` that counts the same as `figure` of the draft, None where it has none.

    A part (其中 …) is held against parts only. A figure that fits several of another value as well as the best is none.
    """
    parts = figure.role == "part"
    scored = sorted(
        (
            Aligned(figure, other, score)
            for other in case.earlier_figures.get(year, ())
            if other.role in _COUNTS and (other.role == "part") == parts
            if (score := alike(figure, other))
        ),
        key=lambda pair: -pair.fit,
    )
    if not scored:
        return None
    best = scored[0]
    rivals = [
        pair for pair in scored[1:] if pair.fit > best.fit - 0.03 and pair.before.value != best.before.value
    ]
    return None if rivals else best


def pairs(case: Case, year: int) -> Iterator[Aligned]:
    """Yield the pairs of figures of the draft and the report of `year` that count the same, each figure once."""
    for role in _COUNTS:
        now = [figure for figure in case.figures if figure.role == role]
        before = [figure for figure in case.earlier_figures.get(year, ()) if figure.role == role]
        yield from align(now, before, alike)
