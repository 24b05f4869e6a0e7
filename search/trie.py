"""Words as a double array: a trie whose every step is one addition and one comparison.

The child of a node for a character of some code stands at ``base[node] + code``, and it is one if ``check`` there
names the node. Nodes are places in both arrays, the root is 0. Codes are 1 for the first of the characters, and so on;
one more than the last stands for every other character, and is no child of any node.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

ROOT = 0
_NOBODY = -1
_TRIED = 256
"""Places that are tried at a time for the children of one node."""

Ints = NDArray[np.int64]
Places = NDArray[np.intc]


def double_array(words: Sequence[str]) -> tuple[Places, Places, Ints, Ints]:
    """Return ``base`` and ``check``, the code points of the characters in the order of their codes, and each word's node.

    No word may be empty or stand there twice.
    """
    points, parents, codes, last = _trie(words)
    others = len(points) + 1
    order = np.argsort(parents[1:], kind="stable") + 1
    counts = np.bincount(parents[1:], minlength=len(parents))
    firsts = np.cumsum(counts) - counts
    # The root's children take the places of their codes, all others stand behind.
    taken = _Taken(others + 1)
    base_of = np.zeros(len(parents), dtype=np.int64)
    several = np.flatnonzero(counts > 1)
    several = several[several != ROOT]
    size = 0
    for node in several[np.argsort(-counts[several], kind="stable")].tolist():
        count = int(counts[node])
        if count.bit_length() != size:
            size = count.bit_length()
            taken.again()
        base_of[node] = taken.base(codes[order[firsts[node] : firsts[node] + count]])
    # All that are left have one child, for which every free place will do.
    single = np.flatnonzero(counts == 1)
    single = single[single != ROOT]
    base_of[single] = taken.free(len(single)) - codes[order[firsts[single]]]
    place = base_of[parents] + codes
    place[ROOT] = ROOT
    length = int(place.max()) + others + 1
    base, check = np.zeros(length, dtype=np.intc), np.full(length, _NOBODY, dtype=np.intc)
    base[place] = base_of
    check[place[1:]] = place[parents[1:]]
    # A step to a character that no word has ends here; it is a node without children, and the child of none but the root.
    check[others] = ROOT
    return base, check, points, place[last]


class _Taken:
    """The places of the arrays, of which the first so many are taken."""

    def __init__(self, first: int) -> None:
        self._first = self._start = first
        self._taken = np.zeros(4 * first, dtype=np.bool_)
        self._taken[:first] = True

    def again(self) -> None:
        """Look from now on through what nodes with more children have left between them, too."""
        self._start = self._first

    def base(self, children: Ints) -> int:
        """Take places for children with these codes, and return the base that gives; it is at least 1."""
        steps = children - children[0]
        while True:
            self._reach(self._start + _TRIED + int(steps.max()))
            firsts = self._start + np.flatnonzero(~self._taken[self._start : self._start + _TRIED])
            fits = firsts[~self._taken[firsts[:, None] + steps].any(axis=1)]
            if len(fits):
                self._start = int(fits[0])
                self._taken[fits[0] + steps] = True
                return int(fits[0] - children[0])
            self._start += _TRIED

    def free(self, count: int) -> Ints:
        """Return so many places that are free."""
        self._reach(len(self._taken) + count)
        return np.flatnonzero(~self._taken)[:count]

    def _reach(self, length: int) -> None:
        if length > len(self._taken):
            more = np.zeros(max(length, 2 * len(self._taken)) - len(self._taken), dtype=np.bool_)
            self._taken = np.concatenate([self._taken, more])


def _trie(words: Sequence[str]) -> tuple[Ints, Ints, Ints, Ints]:
    """Return the code points of all characters, by node its parent and the code that leads to it, and each word's node.

    The more frequent a character, the lower its code: the children of a node then stand close together.
    """
    points, inverse, counts = np.unique(
        np.frombuffer("".join(words).encode("utf-32-le"), dtype=np.uint32),
        return_inverse=True,
        return_counts=True,
    )
    frequent = np.argsort(-counts, kind="stable")
    points = points[frequent]
    codes = np.argsort(frequent)[inverse] + 1
    lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    starts = np.cumsum(lengths) - lengths
    node = np.zeros(len(words), dtype=np.int64)
    parents, leading, held = [np.zeros(1, np.int64)], [np.zeros(1, np.int64)], 1
    for depth in range(int(lengths.max(initial=0))):
        long = np.flatnonzero(lengths > depth)
        steps, inverse = np.unique(
            node[long] * (len(points) + 1) + codes[starts[long] + depth], return_inverse=True
        )
        node[long] = held + inverse
        parents.append(steps // (len(points) + 1))
        leading.append(steps % (len(points) + 1))
        held += len(steps)
    return points.astype(np.int64), np.concatenate(parents), np.concatenate(leading), node
