"""Which figures of two years are of one series: told alike, in the same words, unit and order of size.

Nothing is known here of what is asked. A report tells a figure much as the one of the year before does (《帮女郎》劝和410起, 帮女郎全年劝和436起), so
that a figure found in one year leads to that of another whose words have little in common with the question.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from ingest.numbers import Quantity, quantities
from ingest.units import unit_family
from search.encoders.base import Encoder
from search.questions.likely.told_figures import CLAUSE_MARKS, around, came_from, left_of
from search.questions.likely.weighing import fit
from search.questions.measures.quantities import grew_by, of_several_years
from search.questions.naming.catalog import Catalog
from search.questions.reading.reading import Question
from search.questions.sentences.passages import Sentence, all_sentences, places_of
from search.questions.source import Source
from search.questions.wording.words import key

WEIGHTS = (1.28, 1.58, 1.58, 2.37, 2.97, 0.08, 0.45, -2.68, 3.5)
"""What counts that two figures have the same unit, units that count alike, a unit only one of them; of the characters and pairs of characters that both
have right before them, in their clauses, behind them and in their sentences; how many times larger one is (as a logarithm); and how near what
stands at them lies in the encoder's space.

By logistic regression over the pairs of years of 370 questions for several years of 79 invented media. Of media left out of the fit, the
figure of the other year is the best of all of its report in 95 of 100.
"""
BIAS = -6.13
_BEFORE, _BEHIND = 14, 6
"""Characters before and behind a figure by which it is held against others in the encoder's space."""
_RARE = 5.0
"""What a pair of characters weighs that the reports do not have."""
_DIGITS = re.compile(r"[\d.%]+")


@dataclass(frozen=True)
class Place:
    """A figure of a report with what stands around it, each in one spelling."""

    sentence: Sentence
    quantity: Quantity
    left: str
    right: str
    clause: str

    @property
    def year(self) -> int:
        """The report's year."""
        return self.sentence.year

    @cached_property
    def near(self) -> str:
        """What stands at it."""
        return f"{self.left[-_BEFORE:]}{self.right[:_BEHIND]}"


class Places:
    """All figures of a media's reports but those of plans, and how likely two of them are of one series."""

    def __init__(self, source: Source, question: Question) -> None:
        """Read them off the sentences."""
        plans = places_of(source, question, "Commitment")
        every = [each for each in all_sentences(source, question) if not each.within(plans)]
        self.of_year: dict[int, list[Place]] = {}
        for place in _places(source, every):
            self.of_year.setdefault(place.year, []).append(place)
        told = Counter(gram for said in {each.said for each in every} for gram in _grams(said))
        self._weights = {gram: math.log((len(every) + 1) / (n + 1)) + 0.1 for gram, n in told.items()}
        self._vectors: dict[str, NDArray[np.float32]] = {}

    def at(self, sentence: Sentence, start: int) -> Place | None:
        """Return the figure that starts at a place of the report (code points); None where none does."""
        found = self.of_year.get(sentence.year, [])
        return next(
            (p for p in found if p.sentence.report == sentence.report and p.quantity.start == start), None
        )

    def kinship(self, one: Place, others: Sequence[Place], encoder: Encoder) -> list[float]:
        """Return how likely each of some figures is of the series of `one`, as log odds."""
        self._encode([one, *others], encoder)
        return [fit(WEIGHTS, BIAS, self._features(one, other)) for other in others]

    def _encode(self, places: Iterable[Place], encoder: Encoder) -> None:
        new = sorted({place.near for place in places} - self._vectors.keys() - {""})
        if new:
            self._vectors.update(zip(new, encoder.encode_passages(new), strict=True))

    def _features(self, one: Place, other: Place) -> list[float]:
        units = one.quantity.unit, other.quantity.unit
        sizes = [max(abs(float(each.quantity.value)), 1e-6) for each in (one, other)]
        vectors = [self._vectors.get(each.near) for each in (one, other)]
        cosine = float(vectors[0] @ vectors[1]) if vectors[0] is not None and vectors[1] is not None else 0.0
        return [
            float(units[0] == units[1] and units[0] is not None),
            float(unit_family(units[0]) == unit_family(units[1])),
            float((units[0] is None) != (units[1] is None)),
            self._shared(one.left, other.left),
            self._shared(one.clause, other.clause),
            self._shared(one.right, other.right),
            self._shared(one.sentence.said, other.sentence.said),
            min(3.0, abs(math.log10(sizes[0] / sizes[1]))),
            cosine,
        ]

    def _shared(self, one: str, other: str) -> float:
        """Return how much of their characters and pairs of characters two texts share, 0 to 1, rare ones weighing more."""
        first, second = _grams(one), _grams(other)
        if not first or not second:
            return float(not first and not second)
        return 2 * self._weight(first & second) / (self._weight(first) + self._weight(second))

    def _weight(self, grams: Iterable[str]) -> float:
        return sum(self._weights.get(gram, _RARE) for gram in grams)


@lru_cache(maxsize=65536)
def _grams(said: str) -> frozenset[str]:
    plain = _DIGITS.sub("#", said)
    return frozenset({*plain, *(plain[at : at + 2] for at in range(len(plain) - 1))})


def _places(source: Source, every: Sequence[Sentence]) -> Iterable[Place]:
    for each in every:
        text = source.report(each.report).text
        told = list(quantities(text, each.start, each.end))
        for at, quantity in enumerate(told):
            before, after = around(text, each, quantity, CLAUSE_MARKS)
            left = key(left_of(text, before, told[:at], quantity))
            if came_from(text, each, quantity) or grew_by(left) or of_several_years(left):
                continue
            behind = min(after, told[at + 1].start if at + 1 < len(told) else after)
            yield Place(each, quantity, left, key(text[quantity.end : behind]), key(text[before:after]))


_HELD: WeakKeyDictionary[Catalog, Places] = WeakKeyDictionary()


def all_places(source: Source, question: Question) -> Places:
    """Return the figures of a media's reports, read once."""
    if question.known not in _HELD:
        _HELD[question.known] = Places(source, question)
    return _HELD[question.known]
