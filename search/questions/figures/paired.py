"""Two figures that one sentence tells side by side and that a question holds against each other: 现有在编人员46人、聘用人员37人."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ingest.numbers import quantities
from ingest.units import unit_family
from search.answers import Answer
from search.questions.figures.choosing import given_figures
from search.questions.figures.reading_off import figure_of
from search.questions.likely.likely import LIKELY, Likely, likely
from search.questions.likely.told_figures import Told
from search.questions.reading.reading import Question
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.unit_words import PIECES
from search.questions.wording.words import act_words, cover, key
from search.tokens import tagged

OTHER = 0.04
"""How likely the second figure must be by itself: where the first is told, that it stands beside it in the same unit tells more."""
DEED = 2.0
"""How much better (as log odds) a figure fits before which what was done is told: 收到留言5870条 for 收到的."""


def pair_told(source: Source, sides: Sequence[Question]) -> list[Answer]:
    """Return the answers of two sides, off one sentence that tells of both in one unit; empty where none does."""
    pairs = [pair for first in (0, 1) for pair in _pairs(source, sides, first)]
    if not pairs:
        return []
    best = max(pairs, key=lambda pair: _fit(pair, sides))
    answers = []
    for question, told in zip(sides, best, strict=True):
        figure = figure_of(source, question, told)
        said = f"{figure.year}年报告写到：{phrasing.ended(figure.evidence.quote)}。"
        answers.append(given_figures(question, said, [figure], None))
    return answers


def apart_in_one_unit(answers: Sequence[Answer]) -> bool:
    """Tell whether each side has a figure of its own, in a unit in which the two can be held against each other, of one year."""
    told = [
        {(value.year, "个" if value.unit in PIECES else unit_family(value.unit)) for value in answer.values}
        for answer in answers
    ]
    same = {
        frozenset((value.evidence[0].report, value.value) for value in answer.values) for answer in answers
    }
    return len(same) == len(answers) and bool(set.intersection(*told))


def _pairs(source: Source, sides: Sequence[Question], first: int) -> list[tuple[Told, Told]]:
    """Return the figure that one side likely means with that beside it which the other does, for each year in the sides' order."""
    one, other = sides[first], sides[1 - first]
    found = []
    for year, best in _likely(source, one, LIKELY).items():
        at = best.told

        def beside(told: Told, at: Told = at) -> bool:
            return (
                (told.sentence.report, told.sentence.start) == (at.sentence.report, at.sentence.start)
                and told.quantity.start != at.quantity.start
                and unit_family(told.quantity.unit) == unit_family(at.quantity.unit)
            )

        years = one.years.within(one.known.years)
        second = likely(source, other, [year], other.level_units, OTHER, beside) if year in years else {}
        for each in second.values():
            found.append((at, each.told) if first == 0 else (each.told, at))
    return found


def _likely(source: Source, question: Question, least: float) -> dict[int, Likely]:
    years = question.years.within(question.known.years)
    return likely(source, question, years, question.level_units, least, lambda told: _has_mate(source, told))


def _has_mate(source: Source, told: Told) -> bool:
    """Tell whether another figure of its sentence counts in the unit of this one."""
    text = source.report(told.sentence.report).text
    return any(
        each.start != told.quantity.start and unit_family(each.unit) == unit_family(told.quantity.unit)
        for each in quantities(text, told.sentence.start, told.sentence.end)
    )


def _fit(pair: tuple[Told, Told], sides: Sequence[Question]) -> tuple[float, int]:
    deeds = sum(
        DEED * _does(question.masked, told) - DEED * _does(question.masked, against)
        for question, told, against in zip(sides, pair, pair[::-1], strict=True)
    )
    return deeds, pair[0].sentence.year


@lru_cache(maxsize=256)
def _verbs(masked: str) -> tuple[str, ...]:
    return tuple(word for word, tag in tagged(key(masked)) if tag.startswith("v") and word not in "有是")


def _does(masked: str, told: Told) -> float:
    """Return 1 where what stands right before a figure tells what the side says was done, by the verb or a character of it; else 0."""
    near = told.left + told.right
    return float(
        any(cover(verb, near, act_words()) >= 0.5 or any(c in near for c in verb) for verb in _verbs(masked))
    )
