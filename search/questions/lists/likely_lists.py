"""The things that one sentence counts out and that a question most likely asks for, where no fact tells them.

What a sentence counts out (see `lists.coordinated`) is weighed as figures and sentences are: by how much of the question stands in its sentence, by how
near that lies with and without the list, by how many are told, and by what is a plan. 哪几块新业务挣到了钱 is told by 研学旅行、社区团购和文创三项业务实现收入….
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.answers import Answer, Item
from search.questions.likely.soft import soft
from search.questions.likely.text_figures import names_told
from search.questions.likely.told_figures import led_before
from search.questions.likely.weighing import (
    ahead_of,
    chance,
    held,
    nearness,
    of_elsewhere,
    shared,
    telling,
    unheard_of,
)
from search.questions.lists.coordinated import Coordinated, coordinated
from search.questions.lists.enumerated import answer_enumerated
from search.questions.reading.hearing import BESIDES
from search.questions.reading.reading import Question
from search.questions.reading.suiting import MADE_OF, suits, turned
from search.questions.replies import given
from search.questions.sentences.nearest import asked_terms
from search.questions.sentences.passages import Sentence, all_sentences, places_of, proof_of
from search.questions.sentences.terms import Term
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.kinds import kind_asked, tells_kind
from search.questions.wording.several import Several, asks_several, suits_persons
from search.questions.wording.words import key
from search.tokens import tagged

WEIGHTS = (2.25, 3.12, 1.82, 1.49, 1.0, 2.1, 1.3, 1.18, 2.37)
"""What counts of the question's weight in the sentence with what leads to it, of the nearness of the clause without its list and of the sentence, of the weight
for which a word lies near, that there are as many as are asked for, of the characters that question and sentence share, that both tell of plans or none does,
that there are more than two, and how far the sentence is ahead of all others in nearness.

By conditional logistic regression over what the sentences of their media count out for 125 questions, of the tuning part and written beside it. Of media that were
left out of the fit 119 of the sentences asked for come first.
"""
SURE = (0.59, 0.69, 0.81, 1.86)
"""What makes the best one likely: its own weight, how far it is ahead of that of any other sentence, the nearness of its sentence and of its clause without the list.

By logistic regression over the same questions, over the same without the right sentence, over 34 alike that nothing answers, and over some of other media.
"""
BIAS = -5.95
LIKELY = 0.4
"""How likely the best one must be: of media left out of the fit 99 of 117 are then found, with 3 wrong ones; 5 of the 34 that nothing answers are answered, and 11 of
those whose sentence was taken away."""
FARTHEST = 3.0
"""How far ahead the best one counts as being at most."""
POOL = 60
"""Sentences whose lists are weighed: those that hold most of the question."""
_LED = 120
_LIKE = 0.4
"""Cosine from which on a word of a sentence may mean one of the question."""
_ASKED = re.compile(
    r"什么样?|哪[些几两俩\d]?[个家项档支份部篇件种类款座条门位名大张本台辆所处块组套期场幅首集样]?|谁|分别|都|叫|名字|标题|请问|[□？?，。,的了是在]"
)
_PLANNED = re.compile(
    r"打算|计划|承诺|目标|力争|争取|准备|今后|以后|往后|下1步|来年|明年|[想要]往|许[的下]愿|(?<!主)要[做干]|说要"
)
_OPEN = frozenset({Intent.UNKNOWN, Intent.PASSAGE, Intent.OUTCOME})
_MAY = _OPEN | {Intent.WORKS, Intent.COLUMNS, Intent.PLATFORMS}


@dataclass(frozen=True)
class Listed:
    """What a sentence counts out."""

    sentence: Sentence
    found: Coordinated


def answer_counted_out(source: Source, question: Question) -> Answer | None:
    """Answer a question that asks for nothing that facts list with what one sentence counts out; None where none does."""
    if question.intent not in _OPEN:
        return None
    return answer_enumerated(source, question, 1) or answer_likely_list(source, question)


def answer_likely_list(source: Source, question: Question) -> Answer | None:
    """Answer a question for several things with those that one sentence counts out; None where none is likely enough.

    The items are the things as the report spells them, or the sentence where it does not count out as many as are asked for.
    """
    several = asks_several(question.masked)
    if several is None or question.intent not in _MAY or question.missing is not None:
        return None
    terms = asked_terms(source, question)
    if not terms or any(_strange(term, question) for term in terms):
        return None
    found, table = weighed(source, question, several, terms)
    if not found:
        return None
    fits = table @ np.array(WEIGHTS)
    best = int(np.argmax(fits))
    others = [fit for fit, each in zip(fits, found, strict=True) if each.sentence is not found[best].sentence]
    ahead = min(FARTHEST, float(fits[best]) - max(others, default=-np.inf))
    if chance(SURE, BIAS, (float(fits[best]), ahead, float(table[best, 2]), float(table[best, 1]))) < LIKELY:
        return None
    return _given(source, question, found[best], several)


def answer_fuller(source: Source, question: Question, listed: Answer | None) -> Answer | None:
    """Return what facts list, unless a sentence counts out more: one of several names may be all that was understood of it."""
    if counted := answer_enumerated(source, question, len(listed.items) if listed else 1):
        return counted
    if listed is not None and len(listed.items) != 1:
        return listed
    told = answer_likely_list(source, question)
    if listed is None or told is None:
        return told or listed
    labels = [key(item.label) for item in told.items]
    more = len(labels) > 1 and any(key(listed.items[0].label) in label for label in labels)
    return told if more or BESIDES.search(question.asked) else listed


def _strange(term: Term, question: Question) -> bool:
    """Tell whether a word is some name of which no report speaks; one cut across others (部拉 of 编辑部拉出来的) is none."""
    if not (unheard_of(term) or of_elsewhere(term, question.known.said)):
        return False
    ends, at = {0}, 0
    for word, _ in tagged(question.text):
        at += len(word)
        ends.add(at)
    start = question.text.find(term.word or "")
    return start < 0 or {start, start + len(term.word or "")} <= ends


def _given(source: Source, question: Question, listed: Listed, several: Several) -> Answer:
    proof = proof_of(source, listed.sentence)
    year = listed.sentence.year
    labels = list(dict.fromkeys(member.label for member in listed.found.members))
    if besides := BESIDES.search(question.asked):
        left_out = key(besides["what"] or besides["that"])
        labels = [label for label in labels if left_out not in key(label)] or labels
    said = f"{year}年报告写到：{phrasing.ended(proof.quote)}。"
    if several.number is not None and several.number != len(labels):
        items = [Item(year=year, label=proof.quote, evidence=[proof])]
        return given(question.asked, Intent.PASSAGE, said, items=items)
    items = [Item(year=year, label=label, evidence=[proof]) for label in labels]
    reason = "这几项直接读自这句原文，没有收入图谱，请对照原文"
    return given(
        question.asked, Intent.PASSAGE, f"{phrasing.listed(labels)}。{said}", items=items, reason=reason
    )


def weighed(
    source: Source, question: Question, several: Several, terms: Sequence[Term]
) -> tuple[list[Listed], NDArray[np.float64]]:
    """Return what sentences count out that may be asked for, and what `WEIGHTS` weigh of each, shape (lists, weights)."""
    every = all_sentences(source, question)
    weights = telling(terms, every)
    worth = np.array([[term.worth(each.said) for each in every] for term in terms])
    near_too = np.maximum(worth, soft(question, terms, every, source.encoder))
    near = weights @ near_too
    things = [at for at, term in enumerate(terms) if not term.act]
    led = {(each.report, each.start): before[-_LED:] for each, before in led_before(source, question)}
    years = set(question.years.within(question.known.years))
    found: list[Listed] = []
    nears: list[float] = []
    used = 0
    for at in np.argsort(-(weights @ worth + near), kind="stable").tolist():
        each = every[at]
        if each.year not in years or not names_told(led[each.report, each.start] + each.said, question):
            continue
        # 讲骑手的是哪两个专栏: a sentence that has nothing like any of it tells of other ones.
        if things and max(near_too[n, at] for n in things) < _LIKE:
            continue
        lists = _lists(source, question, each, several)
        found += lists
        nears += [float(near[at])] * len(lists)
        used += bool(lists)
        if used == POOL:
            break
    if not found:
        return [], np.zeros((0, len(WEIGHTS)))
    asked = _ASKED.sub("", _without_years(question))
    said = [(each.sentence.said,) for each in found]
    frame = nearness(
        source.encoder, asked, [(key(f"{each.found.before} {each.found.after}"),) for each in found]
    )
    whole = nearness(source.encoder, asked, said)
    plans = places_of(source, question, "Commitment")
    planned = 1.0 if _PLANNED.search(question.masked) else -1.0
    rows = [
        [
            held(terms, weights, ((led[each.sentence.report, each.sentence.start] + each.sentence.said,),))[
                0
            ],
            frame[at],
            whole[at],
            nears[at],
            _as_many(several, each.found),
            chars[0],
            planned * each.sentence.within(plans),
            float(len(each.found.members) > 2),
        ]
        for at, (each, chars) in enumerate(zip(found, shared(asked, said, every), strict=True))
    ]
    return found, np.column_stack([rows, ahead_of(np.array(whole))])


def _without_years(question: Question) -> str:
    text = question.text
    for start, end in question.years.spans:
        text = text[:start] + "□" * (end - start) + text[end:]
    return text


def _lists(source: Source, question: Question, sentence: Sentence, several: Several) -> Sequence[Listed]:
    """Return what a sentence counts out, where it may tell the kind of things that are asked for."""
    told = tells_kind(question.masked, sentence.said, question.text)
    if MADE_OF.search(question.masked) and not suits(question, sentence.said, sentence.said):
        return []
    text = source.report(sentence.report).text
    found: list[Listed] = []
    for each in coordinated(text, sentence.start, sentence.end):
        labels = [key(member.label) for member in each.members]
        # 什么人的故事: 船工、厨师 are persons, though none is named.
        suited = told or (several.persons and kind_asked(question.masked) in _ANYONE)
        suited = suited and (not several.persons or suits_persons(labels))
        other = turned(question.masked, key(f"{each.before} {each.after}"))
        # 工资跟中层看齐的是哪几种岗: what the question says itself is not asked for.
        said = any(label in question.text or label.isdigit() for label in labels)
        if suited and all(labels) and not said and not other:
            found.append(Listed(sentence, each))
    return found


_ANYONE = frozenset({"", "人", "人物", "人群", "故事"})


def _as_many(several: Several, found: Coordinated) -> float:
    if several.number is None:
        return 0.0
    return 1.0 if several.number == len(found.members) else -1.0
