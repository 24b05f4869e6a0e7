"""How much of a question a place in the reports holds, and how likely that makes it the answer.

Made for figures and dates (`likely`, `likely_dates`) that no sentence tells in the words of the question.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from search.encoders.base import Encoder
from search.questions.passages import Sentence
from search.questions.terms import Term
from search.questions.text_figures import weight_of
from search.questions.words import act_words, measure_words, topic_words
from search.tokens import in_dictionary, tagged

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


def telling(terms: Sequence[Term], every: Sequence[Sentence]) -> NDArray[np.float64]:
    """Return the share of the question's weight that each term has."""
    weights = np.array([weight_of(term, every) for term in terms], dtype=np.float64)
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def held(terms: Sequence[Term], weights: NDArray[np.float64], places: Places) -> list[float]:
    """Return the share of the question's weight that is told at a place, and up to each one further off."""
    best, shares = np.zeros(len(terms)), []
    for said in places:
        best = np.maximum(best, [max(term.worth(each) for each in said) for term in terms])
        shares.append(float(weights @ best))
    return shares


def nearness(encoder: Encoder, asked: str, places: Sequence[Sequence[str]]) -> list[float]:
    """Return for each place the cosine of the question with that of its texts which lies nearest; 0 where there is none."""
    flat = sorted({text for texts in places for text in texts if text})
    if not asked or not flat:
        return [0.0] * len(places)
    fits = dict(zip(flat, encoder.encode_passages(flat) @ encoder.encode_queries([asked])[0], strict=True))
    return [max(float(fits.get(text, 0.0)) for text in texts) for texts in places]


def chance(weights: Sequence[float], bias: float, features: Sequence[float]) -> float:
    """Return how likely a place with these features is the answer, 0 to 1."""
    return 1 / (1 + math.exp(-float(np.dot(weights, features)) - bias))
