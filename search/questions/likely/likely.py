"""The figure of a sentence that a question most likely means, where no fact is told in its words.

Every figure that its own words do not rule out is weighed: how much of the question stands at it, in its clause, sentence and paragraph,
how near its clause lies to the question in the encoder's space, what characters it shares, and whether it is in the unit that is asked for.
The best is given where it is likely by itself and by how far any other stays behind it: 稿费付了多少钱 is told by 支付稿酬290万元, though no
word of it stands there.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from search.questions.likely.text_figures import (
    LEAST,
    names_told,
    unit_allowed,
)
from search.questions.likely.told_figures import Told, led_before, told_in
from search.questions.likely.weighing import Places, chance, fit, held, nearness, shared, telling, unheard_of
from search.questions.measures.otherwise import EDITION, VERSION
from search.questions.measures.quantities import STAFF, counted_noun
from search.questions.measures.subjects import OF_ALL, asks_followers, quoted_words, told_together
from search.questions.naming.catalog import ACCOUNTS
from search.questions.naming.linking import outlets_in
from search.questions.reading.reading import Question
from search.questions.sentences.passages import all_sentences, places_meant
from search.questions.sentences.terms import NEAR, Term, terms_of
from search.questions.source import Source
from search.questions.wording.words import cover, measure_words, topic_words

WEIGHTS = (1.35, 0.24, 1.87, 1.38, 1.07, 2.97, 0.74, 2.2, 0.98, 0.86, -0.09)
"""What counts, among the figures of a year, of the question's weight at the figure, up to its clauses, its sentence and its paragraph, of the head, of
nearness, of the unit, that no other is in the very unit asked for, and of the characters shared at the figure, in its clause and up to it.

By logistic regression over the figures that 690 questions for one value may mean, over 60 invented media.
"""
BIAS = -6.46
SURE = (0.13, 0.65, 1.59, 1.97, 0.32, 1.58, 2.59, -1.64, 0.19, 0.23, 2.17, 0.56)
"""What of the same, and of how far any other figure stays behind, tells that the best one is what is asked for.

Of media that were left out of the fit, 81 of the 92 figures that no fact told in the question's words were found so, 3 were wrong; of 135
unanswerable questions 5 were answered.
"""
SURE_BIAS = -7.16
LIKELY = 0.5
"""How likely a figure must be that is given."""
LIKELY_TOO = 0.35
"""How likely it must be where other years have the figure, and in what unit is known."""
ALL_TOLD, _SENTENCE = 0.7, 2
"""What of the question's weight must be told up to the figure, so that its sentence holds all of it; which of the features that is."""
FARTHEST = 6.0
"""So much less likely (as log odds) another figure stands by itself for any more."""

_MARKED = re.compile("[《“]")
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
    whole: bool
    """Whether its sentence and what leads to it hold all that the question speaks of."""


def likely(
    source: Source,
    question: Question,
    years: Collection[int],
    units: Collection[str] | None,
    least: float = LIKELY,
) -> dict[int, Likely]:
    """Return by year the figure that is likely meant, at least so likely, for years that have such a one."""
    found = {
        year: _of_deed(question, best_of(each), each)
        for year, each in weighed(source, question, years, units).items()
    }
    return {year: best for year, best in found.items() if best.chance >= least}


def weighed(
    source: Source, question: Question, years: Collection[int], units: Collection[str] | None
) -> dict[int, list[tuple[Told, list[float]]]]:
    """Return by year the figures that may be meant, each with what `WEIGHTS` weigh."""
    terms = terms_of(question, source.encoder)
    if not terms or _told_nowhere(source, question, terms):
        return {}
    if units is not None and len(counted := counted_noun(question) or "") == 1:
        units = {*units, counted}  # 途经7省 tells 几个省.
    told = list(_told(source, question, terms, years, units))
    by_year: defaultdict[int, list[tuple[Told, list[float]]]] = defaultdict(list)
    for each, features in zip(told, features_of(source, question, terms, told), strict=True):
        by_year[each.sentence.year].append((each, features))
    return by_year


def _told_nowhere(source: Source, question: Question, terms: Sequence[Term]) -> bool:
    """Tell whether all that is asked for are words of the tables that no sentence has, nor any that stands for them: 假新闻."""
    things = [term for term in terms if not term.act]
    return bool(things) and all(
        term.word is not None
        and (term.word in topic_words() or term.word in measure_words())
        and not any(term.worth(each.said) >= NEAR for each in all_sentences(source, question))
        for term in things
    )


def best_of(found: Sequence[tuple[Told, list[float]]]) -> Likely:
    """Return the figure of a year that fits best, and how likely it is meant: also by how far any other stays behind it."""
    fits = [fit(WEIGHTS, BIAS, features) for _, features in found]
    at = max(range(len(found)), key=fits.__getitem__)
    best, features = found[at]
    others = [
        each
        for (told, _), each in zip(found, fits, strict=True)
        if told.quantity.value != best.quantity.value
    ]
    apart = min(FARTHEST, fits[at] - max(others)) if others else FARTHEST
    return Likely(best, chance(SURE, SURE_BIAS, [*features, apart]), features[_SENTENCE] >= ALL_TOLD)


def _of_deed(question: Question, best: Likely, found: Sequence[tuple[Told, list[float]]]) -> Likely:
    """Return rather the figure of the same sentence and unit right before which what was done stands: 收到求助6237条，协调解决5904条."""
    verbs = tuple(question.done.difference(question.words))
    if not verbs or best.told.left.endswith(verbs):
        return best
    rather = (
        told
        for told, _ in found
        if told.sentence is best.told.sentence
        and told.quantity.unit == best.told.quantity.unit
        and told.left.endswith(verbs)
    )
    return replace(best, told=next(rather, best.told))


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
        if any(told_together(text[each.start : each.end], word) for word in quoted):
            continue
        for told in told_in(source, question, each, units, led):
            things = [term for term in terms if not term.act]
            if any(term.worth(other) >= LEAST for term in things for other in told.others):
                continue
            if not unit_allowed(question, told, units, terms) or _another_measure(terms[-1], told):
                continue
            if counted and counted not in told.before + told.clause:
                continue
            # What names something and no report, table or dictionary knows is a name, or badly cut (人扣): its characters must be told.
            if not all(
                set(term.word or "") <= set(told.until) for term in terms if unheard_of(term) and not term.act
            ):
                continue
            # “三分岚”播放14亿次，《大国油菜》获奖: what is named behind is not what it is of, where something else is before.
            if _MARKED.search(text, each.start, told.quantity.start) and any(
                term.worth(each.said) > max(map(term.worth, (told.until, led)))
                for term in terms
                if term.word is None
            ):
                continue
            if _of_one_account(question, told):
                continue
            yield told


def _of_one_account(question: Question, told: Told) -> bool:
    """Tell whether a figure is of one account, where the followers or users of no one account are asked for."""
    if not asks_followers(question) or outlets_in(question.text):
        return False
    return bool(outlets_in(told.clause) & ACCOUNTS) and not OF_ALL.search(told.clause)


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
    every = all_sentences(source, question)
    weights, asked = telling(terms, every), _ASKED.sub("", question.masked)
    texts = [(each.left + each.right, each.clause, each.before + each.clause) for each in told]
    near = nearness(source.encoder, asked, texts)
    alike = shared(asked, [(each.left + each.right, each.clause, each.until) for each in told], every)
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


def _places(told: Told) -> Places:
    return ((told.left, told.right), (told.clause, told.before), (told.until,), (told.led,))


def _unit(question: Question, told: Told) -> float:
    if told.quantity.unit is not None and told.quantity.unit == question.asked_unit:
        return 1.0
    return 0.5 if question.units and told.quantity.unit in question.units else 0.0
