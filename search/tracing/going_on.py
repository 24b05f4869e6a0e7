"""What goes on with a deed that met a promise: told again by what was new in it, the year after or in the next clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.tracing.material import Candidate
from search.tracing.shares import Matrix

LIKELY = 0.2
"""What is less likely to meet a promise leads to nothing."""
NAME = 3.0
"""How much a name counts beside a pair of characters."""
LEAST = 1.0
"""What is new of a deed weighs no less than this: one rare pair in common is not all."""


@dataclass(frozen=True)
class News:
    """Which parts (pairs of characters, names) the candidates have, and since when each is told."""

    years: NDArray[np.int64]
    acts: NDArray[np.bool_]
    parts: list[list[str]]
    """Of each candidate, without figures and outlets."""
    having: dict[str, NDArray[np.int64]]
    """The candidates that have each part."""
    since: dict[str, int]
    """The first year that has each part."""
    weight: dict[str, float]

    @classmethod
    def of(
        cls, candidates: Sequence[Candidate], held: Sequence[AbstractSet[str]], outlets: Iterable[str]
    ) -> News:
        """Read the parts that `search.tracing.shares` gives of each candidate; names of `outlets` are told of every year."""
        known = tuple(outlets)
        told = {
            part
            for part in set().union(*held)
            if not any(map(str.isdigit, part))
            and not (len(part) > 2 and any(part in name or name in part for name in known))
        }
        parts = [sorted(some & told) for some in held]
        having: dict[str, list[int]] = defaultdict(list)
        for at, some in enumerate(parts):
            for part in some:
                having[part].append(at)
        years = np.array([candidate.evidence.year for candidate in candidates], np.int64)
        whole = np.log(len(candidates) + 1)
        return cls(
            years,
            np.array([candidate.kind == "action" for candidate in candidates], bool),
            parts,
            {part: np.array(some) for part, some in having.items()},
            {part: int(years[some].min()) for part, some in having.items()},
            {
                part: float((1 - np.log(len(some) + 1) / whole) * (NAME if len(part) > 2 else 1))
                for part, some in having.items()
            },
        )

    def going_on(self, since: Sequence[int], met: Matrix) -> Matrix:
        """Return how far each deed goes on with one that met the promise, by how likely it `met`; (promises, candidates), 0 to 1.

        `since` is the year of each promise. A deed goes on with what the same report or an earlier one tells, as far as it has what
        was new in that since the promise: 聘请30名评报员, and a year later 评报员增至50名.
        """
        found = np.zeros_like(met)
        shares: dict[tuple[int, int], NDArray[np.float32]] = {}
        for row, year in enumerate(since):
            for at in np.flatnonzero(met[row] > LIKELY).tolist():
                if (at, year) not in shares:
                    shares[at, year] = self._share(at, year)
                found[row] = np.maximum(found[row], met[row, at] * shares[at, year])
        return found

    def _share(self, at: int, year: int) -> NDArray[np.float32]:
        """Return how much each deed has of what is new in the candidate `at` since `year`, shape (candidates,)."""
        share = np.zeros(len(self.years), np.float32)
        new = [part for part in self.parts[at] if self.since[part] > year]
        for part in new:
            share[self.having[part]] += self.weight[part]
        share /= max(sum(self.weight[part] for part in new), LEAST)
        share *= self.acts & (self.years >= self.years[at])
        share[at] = 0
        return share
