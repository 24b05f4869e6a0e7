"""The figure of a sentence that a question most likely means, where no fact is told in its words.

Every figure that its own words do not rule out is weighed: how much of the question stands at it, in its clause, sentence and paragraph,
how near its clause lies to the question in the encoder's space, what characters it shares, and whether it is in the unit that is asked for.
The best is given where it is likely by itself and by how far any other stays behind it: 稿费付了多少钱 is told by 支付稿酬290万元, though no
word of it stands there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from search.questions.likely.figure_weights import CHOOSING, FigureWeights, figure_weights
from search.questions.likely.rather import rather_told
from search.questions.likely.ruling_out import figures_told
from search.questions.likely.text_figures import (
    LEAST,
)
from search.questions.likely.told_figures import Told
from search.questions.likely.weighing import (
    Places,
    chance,
    fit,
    held,
    nearness,
    rare_characters,
    shared,
    telling,
    unheard_of,
)
from search.questions.measures.quantities import counted_noun
from search.questions.reading.reading import Question
from search.questions.sentences.passages import all_sentences
from search.questions.sentences.terms import NEAR, Term, terms_of
from search.questions.source import Source
from search.questions.wording.unit_words import PEOPLE
from search.questions.wording.words import measure_words, topic_words
from search.tokens import tagged

LIKELY = 0.45
"""How likely a figure must be that is given."""
LIKELY_TOO = 0.35
"""How likely it must be where other years have the figure, and in what unit is known."""
_SENTENCE, _PARAGRAPH, _NEARNESS = (CHOOSING.index(name) for name in ("sentence", "paragraph", "nearness"))
_NEAR = 0.45
"""How near a figure's clause must lie to the question, where no word of it is told."""
ALL_TOLD = 0.7
"""What of the question's weight must be told up to the figure, so that its sentence holds all of it."""
FARTHEST = 6.0
"""So much less likely (as log odds) another figure stands by itself for any more."""

_ASKED = re.compile(
    r"多少|百分之几|几(?=[个件条篇期场次项名位部家种份人户块天岁张套万千百倍成册本分节集辆所座])|[□？?，。,的了是有]|一共|总共|请问|分别"
)


@dataclass(frozen=True)
class Likely:
    """A figure and how likely it is what is asked for, 0 to 1."""

    told: Told
    chance: float
    whole: bool
    """Whether its sentence and what leads to it hold all that the question speaks of."""
    fit: float
    """How well it fits by itself, as log odds."""


def likely(
    source: Source,
    question: Question,
    years: Collection[int],
    units: Collection[str] | None,
    least: float = LIKELY,
    such: Callable[[Told], bool] | None = None,
) -> dict[int, Likely]:
    """Return by year the figure that is likely meant, at least so likely, for years that have such a one.

    Where only some may be meant, `such` tells which.
    """
    terms = terms_of(question, source.encoder)
    found = {
        year: replace(best, told=rather_told(question, best.told, [told for told, _ in each], terms))
        for year, (best, each) in bests(source, question, years, units, such).items()
    }
    return {year: best for year, best in found.items() if best.chance >= least}


Weighed = tuple[Told, list[float]]
"""A figure with what `CHOOSING` names of it."""


@dataclass(frozen=True)
class Field:
    """All figures that a question may mean."""

    every: list[Weighed]
    within: frozenset[int]
    """The years asked for."""
    unsaid: float
    """The share of the question of which no report tells."""
    words: int
    """How many words and names it asks by."""

    def of(self, year: int) -> list[Weighed]:
        """Return those of a year."""
        return [each for each in self.every if each[0].sentence.year == year]


def bests(
    source: Source,
    question: Question,
    years: Collection[int],
    units: Collection[str] | None,
    such: Callable[[Told], bool] | None = None,
) -> dict[int, tuple[Likely, list[Weighed]]]:
    """Return by year the figure that fits best and how likely it is meant, with all the figures that may be."""
    found = field_of(source, question, years, units, such)
    if found is None:
        return {}
    told = sorted({told.sentence.year for told, _ in found.every}.intersection(years))
    return {year: (_best_of(found, year, figure_weights()), found.of(year)) for year in told}


def field_of(
    source: Source,
    question: Question,
    years: Collection[int],
    units: Collection[str] | None,
    such: Callable[[Told], bool] | None = None,
) -> Field | None:
    """Return the figures of some years that nothing rules out, where years are named also those of all others; None where no figure can be meant."""
    terms = terms_of(question, source.encoder)
    if not terms or _of_another_outlet(question, terms) or _told_nowhere(source, question, terms):
        return None
    if _of_whom_nothing_is_told(terms):
        return None
    if units is not None and len(counted := counted_noun(question) or "") == 1:
        units = {*units, counted}  # 途经7省 tells 几个省.
    every = _weighed(source, question, terms, question.known.years if question.years.named else years, units)
    every = [(told, features) for told, features in every if such is None or such(told)]
    within = frozenset(question.years.within(question.known.years))
    return Field(every, within, _unsaid(source, question, terms), len(terms))


def _told_nowhere(source: Source, question: Question, terms: Sequence[Term]) -> bool:
    """Tell whether all that is asked for are words of the tables that no sentence has, nor any that stands for them: 假新闻."""
    things = [term for term in terms if not term.act]
    return bool(things) and all(
        term.word is not None
        and (term.word in topic_words() or term.word in measure_words())
        and not any(term.worth(each.said) >= NEAR for each in all_sentences(source, question))
        for term in things
    )


def _of_whom_nothing_is_told(terms: Sequence[Term]) -> bool:
    """Tell whether people are asked for of whom something is said that no report says: 几名记者受了工伤."""
    who, said = terms[0], terms[-1]
    people = who.word is not None and _STAFF.fullmatch(who.word) is not None
    return people and len(terms) == 2 and said.unsaid and not said.act


def _weighed(
    source: Source,
    question: Question,
    terms: Sequence[Term],
    years: Collection[int],
    units: Collection[str] | None,
) -> list[Weighed]:
    """Return the figures of some years that nothing rules out."""
    told = list(figures_told(source, question, terms, years, units))
    return [
        (each, features)
        for each, features in zip(told, features_of(source, question, terms, told), strict=True)
        # 带薪休假多少天: the unit alone says nothing.
        if features[_PARAGRAPH] > 0 or features[_NEARNESS] >= _NEAR
    ]


def _best_of(found: Field, year: int, weights: FigureWeights) -> Likely:
    """Return the figure of a year that fits best, and how likely it is meant."""
    at, fits, deciding = decided(found, year, weights.choosing)
    best, features = found.of(year)[at]
    sure = chance(weights.deciding, weights.bias, deciding)
    return Likely(best, sure, features[_SENTENCE] >= ALL_TOLD, fits[at])


def decided(found: Field, year: int, choosing: Sequence[float]) -> tuple[int, list[float], list[float]]:
    """Return which of a year's figures fits best, how well each does, and what `DECIDING` names of the best.

    What another year tells better, where years are asked for, is told of that year alone.
    """
    here = found.of(year)
    fits = [fit(choosing, 0.0, features) for _, features in here]
    at = max(range(len(here)), key=fits.__getitem__)
    best, features = here[at]
    others = [n for n, (told, _) in enumerate(here) if told.quantity.value != best.quantity.value]
    apart = min(FARTHEST, fits[at] - max(fits[n] for n in others)) if others else FARTHEST
    nearest = max((here[n][1][_NEARNESS] for n in others), default=0.0)
    elsewhere = [
        fit(choosing, 0.0, each) for told, each in found.every if told.sentence.year not in found.within
    ]
    better = min(FARTHEST, max(0.0, max(elsewhere) - fits[at])) if elsewhere else 0.0
    return (
        at,
        fits,
        [*features, found.unsaid, float(found.words), apart, features[_NEARNESS] - nearest, better],
    )


def _of_another_outlet(question: Question, terms: Sequence[Term]) -> bool:
    """Tell whether a question names an outlet of which no report speaks: 早报, 平湖发布."""
    return any(
        term.unsaid
        and (
            _OUTLET.search(term.word or "")
            or (not term.act and unheard_of(term) and _PAPER.search(term.word or ""))
        )
        for term in terms
    ) or any(
        match[1] not in question.known.said and tagged(match[1])[0][1] in ("ns", "nt")
        for match in _PLACED.finditer(question.masked)
    )


_OUTLET = re.compile(r"(?:频道|频率|客户端|网站|(?:[早晚日晨商快周月]|都市)[报刊])$")
_PAPER = re.compile(r"[报刊网]$")
_PLACED = re.compile(r"([\u4e00-\u9fff]{2})(?:发布|融媒|日报|晚报|新闻网|电视台|广播)")
_ANY_UNIT = re.compile(r"(?:多少|几)个[？?]?$")
_STAFF = re.compile(PEOPLE)


def features_of(
    source: Source, question: Question, terms: Sequence[Term], told: Sequence[Told]
) -> list[list[float]]:
    """Return for each figure what `CHOOSING` names."""
    every = all_sentences(source, question)
    weights, asked = telling(terms, every), _ASKED.sub("", question.masked)
    texts = [(each.left + each.right, each.clause, each.before + each.clause) for each in told]
    near = nearness(source.encoder, asked, texts)
    alike = shared(
        rare_characters(asked, every), [(each.left + each.right, each.clause, each.until) for each in told]
    )
    units = [_unit(question, each) for each in told]
    exact = Counter(each.sentence.year for each, unit in zip(told, units, strict=True) if unit == 1.0)
    return [
        [
            *held(terms, weights, _places(each)),
            terms[-1].worth(each.clause),
            cosine,
            unit,
            float(unit == 1.0 and exact[each.sentence.year] == 1),
            *characters,
        ]
        for each, cosine, unit, characters in zip(told, near, units, alike, strict=True)
    ]


def _unsaid(source: Source, question: Question, terms: Sequence[Term]) -> float:
    """Return the share of the question's weight of which no sentence of any report tells."""
    every = all_sentences(source, question)
    weights = telling(terms, every)
    told = [any(term.worth(each.said) >= LEAST for each in every) for term in terms]
    return float(sum(weight for weight, known in zip(weights, told, strict=True) if not known))


def _places(told: Told) -> Places:
    return ((told.left, told.right), (told.clause, told.before), (told.until,), (told.led,))


def _unit(question: Question, told: Told) -> float:
    # 没选上的有几个: 个 stands for whatever it is that is counted.
    any_unit = question.asked_unit == "个" and _ANY_UNIT.search(question.masked) is not None
    if told.quantity.unit is not None and told.quantity.unit == question.asked_unit and not any_unit:
        return 1.0
    return 0.5 if question.units and told.quantity.unit in question.units else 0.0
