"""The duty of a chapter by what is told in it, where its title names none: 把温暖送到炕头上, 自家人也要顾好.

A naive Bayes model over some hundred words, each there or not. `chapter_words.json` holds in how many chapters of the
tuning reports each word stands, by duty; `python -m benchmarks.chapter_words` counts them anew and tells how often the duty is right on
media that were not counted.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Self

from ingest.report import Duty

SMOOTHING = 0.3
"""Added to each count, so that a word that no chapter of a duty has only speaks against it."""
SURE = 1.0
"""By how much the natural logarithm of the best duty's odds must exceed the next one's for the chapter to have it."""
SHORTEST, SHORT = 12, 30
"""Characters of the shortest chapter of which a duty is told, and up to which it is told with more care ..."""
SURE_OF_SHORT = 2.0
"""... and by how much its odds must exceed the next one's then."""


@dataclass(frozen=True)
class Words:
    """How much each word says for each duty."""

    duties: tuple[Duty, ...]
    priors: tuple[float, ...]
    """The logarithm of how frequent chapters of each duty are."""
    weights: Mapping[str, tuple[float, ...]]
    """For each word the logarithms of its share in the words of each duty's chapters."""

    @classmethod
    def counted(cls, chapters: Mapping[str, int], words: Mapping[str, Mapping[str, int]]) -> Self:
        """Return what counts say: chapters by duty, and by word in how many of them it stands."""
        duties = tuple(map(Duty, sorted(chapters)))
        every = sum(chapters.values())
        totals = [
            sum(told.get(duty, 0) for told in words.values()) + SMOOTHING * len(words) for duty in duties
        ]
        weights = {
            word: tuple(
                math.log((told.get(duty, 0) + SMOOTHING) / total)
                for duty, total in zip(duties, totals, strict=True)
            )
            for word, told in words.items()
        }
        return cls(duties, tuple(math.log(chapters[duty] / every) for duty in duties), weights)

    def duty(self, text: str, sure: float = SURE) -> Duty | None:
        """Return the duty of a chapter by its text, titles left out; None where the text is short or two are near."""
        if len(text) < SHORTEST:
            return None
        least = max(sure, SURE_OF_SHORT) if len(text) < SHORT else sure
        told = [weights for word, weights in self.weights.items() if word in text]
        scores = [sum(column) for column in zip(self.priors, *told, strict=True)]
        (best, duty), (second, _), *_ = sorted(zip(scores, self.duties, strict=True), reverse=True)
        return duty if best - second >= least else None


@cache
def _words() -> Words:
    counts = json.loads(resources.files("ingest").joinpath("chapter_words.json").read_text(encoding="utf-8"))
    return Words.counted(counts["chapters"], counts["words"])


def duty_told(text: str, sure: float = SURE) -> Duty | None:
    """Return the duty of a chapter by its text, titles left out; None where it is short or tells of two alike."""
    return _words().duty(text, sure)
