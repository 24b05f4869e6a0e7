"""Deeds of the kind that a fault or plan asks for, in words of their own: 人才流失 is met by 首席津贴, 各唱各的调 by 合署办公."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from search.tracing.once import together
from search.tracing.phrases import HERE, Phrases, lines, rules
from search.tracing.shares import Matrix, shares, tables

MOST = 2.0
"""Several rare remedies in one clause say no more than this."""


def remedied(said: Sequence[str], told: Sequence[str]) -> Matrix:
    """Return how rare the remedies are that each of `said` asks for and each of `told` is, 0 to MOST; shape (said, told).

    The texts are as `plain` gives them.
    """
    asked, done = _remedies()
    rarity = shares(*tables(asked.shown(said), together(done.shown, told)))[1]
    return np.asarray(np.minimum(rarity, MOST), np.float32)


@cache
def _remedies() -> tuple[Phrases, Phrases]:
    """Return the words of `remedies.txt` that ask, and those of the deeds."""
    asked, done = {}, {}
    for line in lines(HERE / "remedies.txt"):
        name, _, words = line.partition(":")
        asks, _, does = words.partition("|")
        asked[name], done[name] = rules(asks), rules(does)
    return Phrases(asked), Phrases(done)
