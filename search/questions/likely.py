"""The figure that a question most likely means, where no sentence holds all that it says.

Every figure that its own words do not rule out is weighed: how much of the question stands at it, in its clause, sentence and paragraph,
how near its clause lies to the question in the encoder's space, and whether it is in the unit that is asked for. Only a likely one that no
other comes near is given: 稿费付了多少钱 is told by 支付稿酬290万元, though no word of it stands there.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from search.questions.otherwise import EDITION, VERSION
from search.questions.passages import all_sentences, places_meant
from search.questions.quantities import STAFF
from search.questions.reading import Question
from search.questions.source import Source
from search.questions.subjects import quoted_words
from search.questions.terms import Term, terms_of
from search.questions.text_figures import (
    LEAST,
    names_told,
    unit_allowed,
)
from search.questions.told_figures import Told, led_before, told_in
from search.questions.weighing import Places, chance, held, nearness, telling, unheard_of
from search.questions.words import cover, measure_words

WEIGHTS = (1.7, 0.55, 1.7, 1.65, 1.25, 3.2, 0.1, 2.1)
"""What counts of the question's weight at the figure, up to its clauses, its sentence and its paragraph, of the head, of nearness, of the unit,
and that no other figure of the year is in the very unit asked for.

By logistic regression over the figures that the tuning part's questions, and 240 more over six invented media, may mean. Of media that were left out of
the fit 85% of the figures asked for were found so, by nothing else; 3% were wrong ones, and 210 of 211 unanswerable questions got none.
"""
BIAS = -6.45
LIKELY = 0.25
"""How likely a figure must be that is given."""
LIKELY_TOO = 0.15
"""How likely it must be where other years have the figure, and in what unit is known."""
_NEARNESS, _FIT = 5, 0.4
"""Which of the features is the cosine, and from which on it speaks for a figure by itself."""
APART = 0.1
"""How much less likely any other of the year must be."""

# 央视发稿, 省级稿件: whose they were or of what level must be said of a figure.
_CARRIER = re.compile(
    r"央视|央广|央媒|总台|新华社|人民日报|学习强国|省[台报]|市[台报]|(?:中央|国家|省|市|县|区)(?:级|级以上|级媒体|媒体)"
)
_ASKED = re.compile(
    r"多少|百分之几|几(?=[个件条篇期场次项名位部家种份人户块天岁张套万千百倍成册本分节集辆所座])|[□？?，。,的了是有]|一共|总共|请问|分别"
)
# 捐了多少书: so short a word for what is counted is told by no other.
_COUNTED = re.compile(r"(?:多少|几[^个]?个?)([书课树车船路村国省市县校])$")


@dataclass(frozen=True)
class Likely:
    """A figure and how likely it is what is asked for, 0 to 1."""

    told: Told
    chance: float


def likely(
    source: Source,
    question: Question,
    years: Collection[int],
    units: Collection[str] | None,
    least: float = LIKELY,
) -> dict[int, Likely]:
    """Return by year the figure that is likely meant, at least so likely, for years that have such a one."""
    found: defaultdict[int, list[Likely]] = defaultdict(list)
    terms = terms_of(question, source.encoder)
    if not terms or any(unheard_of(term) for term in terms):
        return {}
    told = list(_told(source, question, terms, years, units))
    for each, features in zip(told, features_of(source, question, terms, told), strict=True):
        if not _touched(terms, each, features[_NEARNESS]):
            continue
        found[each.sentence.year].append(Likely(each, chance(WEIGHTS, BIAS, features)))
    return {year: best for year, each in found.items() if (best := _clear(each, least)) is not None}


def _touched(terms: Sequence[Term], told: Told, fit: float) -> bool:
    """Tell whether more speaks for a figure than that it is of what the question names, in the unit asked for."""
    words = [term for term in terms if term.word is not None]
    said = told.led + told.until
    return not words or fit >= _FIT or max(term.worth(said) for term in words) >= LEAST


def _clear(found: Sequence[Likely], least: float) -> Likely | None:
    best = max(found, key=lambda each: each.chance)
    others = [each.chance for each in found if each.told.quantity.value != best.told.quantity.value]
    return best if best.chance >= max(least, max(others, default=0.0) + APART) else None


def _told(
    source: Source,
    question: Question,
    terms: Sequence[Term],
    years: Collection[int],
    units: Collection[str] | None,
) -> Iterator[Told]:
    meant = places_meant(source, question)
    counted = found[1] if (found := _COUNTED.search(question.masked)) else ""
    quoted = quoted_words(question)
    staff = terms[-1].word in STAFF
    # 有记者证的采编: where reports speak of it, what does not is of others.
    others = [
        term
        for term in terms[:-1]
        if staff
        and term.word is not None
        and not term.act
        and any(term.worth(each.said) >= LEAST for each in all_sentences(source, question))
    ]
    # 被央视新闻联播采用: what is named says whose it was.
    carriers = [term for term in terms if not question.mentions and _CARRIER.fullmatch(term.word or "")]
    editions, versions = EDITION.findall(question.text), VERSION.findall(question.asked)
    for each, led in led_before(source, question):
        if each.year not in years or not names_told(each.said, question):
            continue
        if not all(word in each.said for word in quoted):
            continue
        if any(term.worth(each.said) < LEAST for term in carriers):
            continue
        if any(term.worth(led + each.said) < LEAST for term in others):
            continue
        if each.within(meant):
            continue
        if not all(edition in each.said for edition in editions):
            continue
        text = source.report(each.report).text
        if not all(version in text[each.start : each.end] for version in versions):
            continue
        for told in told_in(source, question, each, units, led):
            things = [term for term in terms if not term.act]
            if any(term.worth(other) >= LEAST for term in things for other in told.others):
                continue
            if not unit_allowed(question, told, units, terms) or _another_measure(terms[-1], told):
                continue
            if counted and counted not in told.before + told.clause:
                continue
            yield told


def _another_measure(head: Term, told: Told) -> bool:
    """Tell whether a measure is asked for, and the figure's clause tells it of another one alone: 用户 are no 粉丝."""
    measures = measure_words()
    if head.word not in measures or cover(head.word, told.before + told.clause, measures) >= LEAST:
        return False
    own = {head.word, *measures[head.word]}
    return any(word in told.left for word in measures if len(word) > 1 and word not in own)


def features_of(
    source: Source, question: Question, terms: Sequence[Term], told: Sequence[Told]
) -> list[list[float]]:
    """Return for each figure what `WEIGHTS` weigh."""
    weights = telling(terms, all_sentences(source, question))
    texts = [(each.left + each.right, each.clause, each.before + each.clause) for each in told]
    near = nearness(source.encoder, _ASKED.sub("", question.masked), texts)
    units = [_unit(question, each) for each in told]
    exact = Counter(each.sentence.year for each, unit in zip(told, units, strict=True) if unit == 1.0)
    return [
        [
            *held(terms, weights, _places(each)),
            terms[-1].worth(each.clause),
            fit,
            unit,
            float(unit == 1.0 and exact[each.sentence.year] == 1),
        ]
        for each, fit, unit in zip(told, near, units, strict=True)
    ]


def _places(told: Told) -> Places:
    return ((told.left, told.right), (told.clause, told.before), (told.until,), (told.led,))


def _unit(question: Question, told: Told) -> float:
    if told.quantity.unit is not None and told.quantity.unit == question.asked_unit:
        return 1.0
    return 0.5 if question.units and told.quantity.unit in question.units else 0.0
