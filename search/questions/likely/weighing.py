"""How much of a question a place in the reports holds, and how likely that makes it the answer.

Made for figures and dates (`likely`, `likely_dates`) that no sentence tells in the words of the question.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search.encoders.base import Encoder
from search.questions.likely.text_figures import LEAST
from search.questions.sentences.passages import Sentence
from search.questions.sentences.terms import Term
from search.questions.wording.words import act_words, measure_words, topic_words
from search.tokens import in_dictionary, tagged

ACT = 0.4
"""What a word of doing weighs beside one that names something: the same deed is told in many ways."""
UNTOLD = 0.5
"""What a word of doing weighs that no sentence has."""
Places = Sequence[Sequence[str]]
"""What stands ever further off, each in one spelling: at the place itself, in its clause, sentence and paragraph."""


_OUTLET = re.compile(r"(?:号|频道|频率|客户端|网站|[报台刊网])$")


def unheard_of(term: Term) -> bool:
    """Tell whether no report, table or dictionary knows a word: it is some other name, of which nothing here is told."""
    if term.unsaid and _OUTLET.search(term.word or ""):
        return True  # 海外账号, where no report has one, are not those that it has.
    if not term.unsaid or any(term.word in table for table in (measure_words(), topic_words(), act_words())):
        return False
    return not all(in_dictionary(part) for part, _ in tagged(term.word or ""))


def of_elsewhere(term: Term, said: str) -> bool:
    """Tell whether a word names a place or a person of which no report (`said`: all of them) speaks: 柳江灯会 is no 柳渡灯谜会."""
    return any(
        tag in ("ns", "nr", "nt", "nz") and len(word) > 1 and word not in said
        for word, tag in tagged(term.word or "")
    )


def _weight_of(term: Term, every: Sequence[Sentence]) -> float:
    """Return how telling a term is: the more, the fewer sentences have it."""
    number = sum(term.worth(each.said) >= LEAST for each in every)
    if term.act and not number:
        return UNTOLD
    return math.log((len(every) + 1) / (number + 1)) * (ACT if term.act else 1.0) + 0.1


def telling(terms: Sequence[Term], every: Sequence[Sentence]) -> NDArray[np.float64]:
    """Return the share of the question's weight that each term has."""
    weights = np.array([_weight_of(term, every) for term in terms], dtype=np.float64)
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def held(terms: Sequence[Term], weights: NDArray[np.float64], places: Places) -> list[float]:
    """Return the share of the question's weight that is told at a place, and up to each one further off."""
    best, shares = np.zeros(len(terms)), []
    for said in places:
        best = np.maximum(best, [max(term.worth(each) for each in said) for term in terms])
        shares.append(float(weights @ best))
    return shares


Rare = list[tuple[str, float]]
"""Characters with what each weighs."""


def rare_characters(asked: str, every: Sequence[Sentence]) -> Rare:
    """Return the characters asked for, each with its weight: the more, the fewer sentences have it."""
    known = Counter(char for each in every for char in set(each.said))
    return [(char, math.log((len(every) + 1) / (known[char] + 1))) for char in asked if char.isalpha()]


def shared(rare: Rare, places: Sequence[Sequence[str]]) -> list[list[float]]:
    """Return for each place what share of the characters asked for each of its texts has, by their weights.

    Chinese shortens and composes by characters: 投稿 is told by 投来日记, 投资 by 注资, 自己采写的 by 自采.
    """
    total = sum(weight for _, weight in rare) or 1.0
    return [
        [sum(weight for char, weight in rare if char in text) / total for text in texts] for texts in places
    ]


def nearness(encoder: Encoder, asked: str, places: Sequence[Sequence[str]]) -> list[float]:
    """Return for each place the cosine of the question with that of its texts which lies nearest; 0 where there is none."""
    flat = sorted({text for texts in places for text in texts if text})
    if not asked or not flat:
        return [0.0] * len(places)
    fits = dict(zip(flat, encoder.encode_passages(flat) @ encoder.encode_queries([asked])[0], strict=True))
    return [max(float(fits.get(text, 0.0)) for text in texts) for texts in places]


def chance(weights: Sequence[float], bias: float, features: Sequence[float]) -> float:
    """Return how likely a place with these features is the answer, 0 to 1."""
    return 1 / (1 + math.exp(-fit(weights, bias, features)))


def fit(weights: Sequence[float], bias: float, features: Sequence[float]) -> float:
    """Return how well a place with these features is the answer, as log odds."""
    return float(np.dot(weights, features)) + bias


def ahead_of(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far each value is ahead of the best of the others (below 0: behind it)."""
    first, second = (*np.sort(values)[::-1][:2], 0.0)[:2]
    return np.asarray(values - np.where(values == first, second, first), dtype=np.float64)
