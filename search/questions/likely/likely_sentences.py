"""The sentence that most likely answers a question, where none holds what it says in its own words.

Sentences are weighed as figures are (see `likely`): by how much of the question stands in one of their clauses, in all of it and in what leads to it, by
words that lie near those of the question, and by how near it lies as a whole in the encoder's space. What rules a sentence out stays: it must name all that
is named, suit the form of asking (`suiting`), and be no plan. 一线记者有没有高温补贴 is told by 为一线采编人员发放高温津贴.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from search.answers import Answer, Item
from search.questions.likely.soft import NEAR, soft
from search.questions.likely.text_figures import names_told
from search.questions.likely.told_figures import led_before
from search.questions.likely.weighing import (
    ahead_of,
    chance,
    held,
    nearness,
    of_elsewhere,
    rare_characters,
    shared,
    telling,
    unheard_of,
)
from search.questions.reading.reading import Question, read
from search.questions.reading.suiting import WHERE, WHETHER, suits, tells_by_form, turned
from search.questions.replies import given
from search.questions.sentences.nearest import asked_terms, named_asked, tells_names, titles_asked, titles_in
from search.questions.sentences.passages import Sentence, all_sentences, places_meant, proof_of
from search.questions.sentences.terms import Term
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.kinds import kind_asked
from search.questions.wording.several import asks_several
from search.questions.wording.words import key

WEIGHTS = (0.24, 0.23, 0.61, 1.71, 2.45, 0.0, 0.78, 0.16, 0.96, 0.3, 0.14, 0.46, 0.57, 0.41, 0.45, -0.02)
"""What counts, among all sentences, of the question's weight in one clause, in the sentence, in that with what leads to it, of the nearness of its nearest clause and
of all of it, of the weight that no report tells, of that for which a word lies near, of the least told term, of the characters shared with all of it and with its
nearest clause, and how far it is ahead of all others in the first, in both nearnesses, in what lies near and in both shares of characters.

By conditional logistic regression over the sentences that 431 questions of the tuning part may mean (`benchmarks.weights sentences`). Of media that were left out of
the fit the right one comes first for 369.
"""
SURE = (
    *(0.13, -0.24),
    *(0.08, 0.36, 0.59, 1.44, 0.88, -0.65, 0.68, -0.3, 0.52, -2.03, 0.91, 0.76, 1.32, -0.14, 1.96, 0.76),
    *(-0.46, 1.35, 0.42, 0.72, 0.46, -2.67, -0.33),
)
"""What tells that the best one is what is asked for: its own weight and how far it is ahead of any other, the same of it that `WEIGHTS` weigh, and of the question what
`to_weigh` returns.

By logistic regression over the same, over the same questions without the right sentence and asked of two other media, and over unanswerable ones: 835 that nothing
answers. Of media left out of the fit 297 of the 431 are found, 18 answers are wrong, and 86 of the 835 are answered.
"""
BIAS = -3.48
LIKELY = 0.25
"""How likely a sentence must be that is given."""
LIKELY_WHETHER = 0.4
"""The same, where it is asked whether."""
LIKELY_TOLD = 0.1
"""The same, where it is asked in which year something is spoken of."""
LIKELY_NAMED = 0.3
"""The same, where works or columns are asked for by name: only sentences that name any are weighed then."""
LIKELY_ALSO = 0.1
"""The same, beside a likelier one, where all that is asked for is told in so many words."""
ALSO = 0.5
"""What of the best one's likelihood any other must have to be given beside it."""
POOL = 40
"""Sentences that are weighed: those that hold most of the question, by its words, by words that lie near them and by its characters."""
_LED = 120
"""Characters of what leads to a sentence that count."""
_LOOSE = frozenset(
    {
        Intent.UNKNOWN,
        Intent.PASSAGE,
        Intent.OUTCOME,
        Intent.COLUMNS,
        Intent.WORKS,
        Intent.AWARDS,
    }
)
STRANGE = 0.4
"""Share of a question's weight that words may have which no report has and to which no word of the sentence lies near."""
FARTHEST = 3.0
"""How far ahead the best one counts as being at most."""
_NUMBER = re.compile(r"多少|百分之|(?<!哪)几(?!乎|[个位]?(?:人|谁))")
OF_PLANS = re.compile(r"承诺|打算|计划|兑现|说好|说要|不足|短板|问题")
_CLAUSE = re.compile(r"[，,；;：:、。！？]")
_ASKED = re.compile(
    r"什么时[候间]|为什么|为何|怎么样?|如何|怎样|什么|哪[些几个位家里儿年]?|谁|有没有|是否|是不是|有无|吗|呢|请问|没有?$|[□？?，。,的了是在]"
)


def answer_likely_sentence(source: Source, question: Question, least: float = LIKELY) -> Answer | None:
    """Answer with the sentence that is most likely meant; None where none is at least so likely."""
    asked = question.masked
    loose = (
        question.intent in _LOOSE
        or (question.intent is Intent.LAST and WHERE.search(asked))
        # 客户端新加了哪几个频道: what an outlet has within it.
        or (question.intent is Intent.PLATFORMS and question.mentions)
    )
    if not loose or question.missing is not None or _NUMBER.search(asked):
        return None
    if question.intent is Intent.OUTCOME and OF_PLANS.search(asked):
        return None  # What became of a plan is told by what follows it, not by what speaks of the same.
    terms = asked_terms(source, question)
    if not terms or any(unheard_of(term) or of_elsewhere(term, question.known.said) for term in terms):
        return None
    if _YEAR.search(asked) and all(term.word is None for term in terms):
        return None  # 舒敏是哪年来台里的: what speaks of her tells nothing of that.
    found, chances = chances_of(source, question)
    if not found:
        return None
    best = int(np.argmax(chances))
    if named_asked(question):
        # Each may be told in a sentence of its own.
        held = [all(term.act or term.worth(each.said) >= _LEAST for term in terms) for each in found]
        enough = max(LIKELY_NAMED, ALSO * chances[best])
        told = [at for at, each in enumerate(chances) if each >= (LIKELY_ALSO if held[at] else enough)]
        if chances[best] < LIKELY_NAMED:
            told = []
        return _given(source, question, [found[at] for at in sorted(told, key=lambda at: found[at].year)])
    # Whether something was done, no sentence tells that only speaks of the like.
    if chances[best] < (max(least, LIKELY_WHETHER) if WHETHER.search(asked) else least):
        return None
    return _given(source, question, [found[best]])


def chances_of(source: Source, question: Question) -> tuple[list[Sentence], list[float]]:
    """Return the sentences that may be meant and how likely each is, 0 to 1."""
    found, table, asked = to_weigh(source, question)
    fits = table @ np.array(WEIGHTS)
    ahead = (
        np.minimum(FARTHEST, np.maximum(0.0, ahead_of(fits)))
        if len(found) > 1
        else np.full(len(found), FARTHEST)
    )
    rows = zip(fits, ahead, table, strict=True)
    return found, [chance(SURE, BIAS, [fit, far, *row, *asked]) for fit, far, row in rows]


def to_weigh(
    source: Source, question: Question
) -> tuple[list[Sentence], NDArray[np.float64], tuple[float, ...]]:
    """Return the sentences that may be meant, what `WEIGHTS` weigh of each, and what `SURE` weighs of the question.

    Of the question: whether it has some strange word, whether it names anything, whether its form says what is to be told, whether it asks for several things or
    whether something is so, how few words it has.
    """
    terms = asked_terms(source, question) if question.missing is None else []
    if not terms or (_YEAR.search(question.masked) and all(term.word is None for term in terms)):
        return [], np.zeros((0, len(WEIGHTS))), ()
    found, table = features_of(source, question, terms)
    asked = (
        float(any(unheard_of(term) or of_elsewhere(term, question.known.said) for term in terms)),
        float(bool(question.mentions)),
        float(tells_by_form(question)),
        float(asks_several(question.masked) is not None),
        float(WHETHER.search(question.masked) is not None),
        float(_NUMBER.search(question.masked) is not None),
        1 / len(terms),
    )
    return found, table, asked


def _given(source: Source, question: Question, found: Sequence[Sentence]) -> Answer | None:
    """Return the answer that some sentences are; None where there are none."""
    if not found:
        return None
    items = [
        Item(year=each.year, label=proof.quote, evidence=[proof])
        for each in found
        for proof in [proof_of(source, each)]
    ]
    text = "；".join(f"{item.year}年报告写到：{phrasing.ended(item.label)}" for item in items)
    reason = "没有一句话写全所问的内容，这是最接近的原文"
    return given(question.asked, Intent.PASSAGE, f"{text}。", items=items, reason=reason)


def _runs(question: Question, terms: Sequence[Term]) -> list[str]:
    """Return what neighbouring words of a question make together, where the reports have it as one: 柳江灯会 is no other 灯会."""
    pairs = [(one.word, other.word) for one, other in pairwise(terms) if one.word and other.word]
    return [
        one + other
        for one, other in pairs
        if one + other in question.text and one + other in question.known.said
    ]


def answer_likely_year(source: Source, question: Question) -> Answer | None:
    """Answer in which year's report the sentence stands that is most likely meant: 哪年提过人才流失, where the report has 人才流向互联网公司."""
    passed = {word for word in question.words if _IN_REPORTS.fullmatch(word)}
    about = replace(question, intent=Intent.UNKNOWN, passed=question.passed | passed)
    told = answer_likely_sentence(source, about, LIKELY_TOLD)
    return told and told.model_copy(update={"intent": question.intent})


def answer_likely_end(source: Source, question: Question, pieces: Sequence[str] = ()) -> Answer | None:
    """Answer 哪年开始有手语播报 with the first (else the last) report whose sentence is likely meant: 配播手语翻译; None where none is.

    `pieces`: what it is about, without the words of asking (`lists.spans.asked_about`).
    """
    passed = {word for word in question.words if _AT_AN_END.fullmatch(word)}
    about = replace(question, intent=Intent.UNKNOWN, passed=question.passed | passed)
    if pieces and not question.mentions:
        # 网上直播卖货最早见于哪年: the words of asking are no part of those beside them.
        about = replace(read("，".join(pieces), question.known), intent=Intent.UNKNOWN)
    terms = asked_terms(source, about)
    if (
        question.missing is not None
        or not any(not term.act for term in terms)
        or any(unheard_of(term) or of_elsewhere(term, question.known.said) for term in terms)
    ):
        return None
    absent = places_meant(source, question)
    told = [
        each
        for each, likely in zip(*chances_of(source, about), strict=True)
        if likely >= LIKELY_TOLD and not each.within(absent)
    ]
    if not told:
        return None
    end = (min if question.intent is Intent.FIRST else max)(told, key=lambda each: each.year)
    proof = proof_of(source, end)
    item = Item(year=end.year, label=proof.quote, evidence=[proof])
    which = "最早" if question.intent is Intent.FIRST else "最后"
    text = f"在已入库的报告中，{which}见于{end.year}年的报告：{phrasing.ended(item.label)}。"
    reason = "没有一句话写全所问的内容，这是最接近的原文"
    return given(question.asked, question.intent, text, items=[item], reason=reason)


_YEAR = re.compile(r"哪1?个?年")
_AT_AN_END = re.compile(
    r"(?:最[早先后近晚初]|首次|第1次|初次|末次|开始|才|就|有|出现|提到|写[进到]|报告|里|1次|起|搞|做|用|上)+(?:的|了|过)?"
)
_IN_REPORTS = re.compile(r"(?:在|都|也|曾)*(?:报告[里中]?|提|说|写|讲|谈|出现|涉及)(?:到|过|了|的)*")


def features_of(
    source: Source, question: Question, terms: Sequence[Term]
) -> tuple[list[Sentence], NDArray[np.float64]]:
    """Return the sentences that may be meant and what `WEIGHTS` weigh of each, shape (sentences, weights)."""
    every = all_sentences(source, question)
    weights = telling(terms, every)
    worth = np.array([[term.worth(each.said) for each in every] for term in terms])
    near_too = np.maximum(worth, soft(question, terms, every, source.encoder))
    shares, near = weights @ worth, weights @ near_too
    asked = _ASKED.sub("", question.masked)
    rare = rare_characters(asked, every)
    spelt = np.array([at_all for (at_all,) in shared(rare, [(each.said,) for each in every])])
    years = set(question.years.within(question.known.years))
    meant = places_meant(source, question)
    led = {(each.report, each.start): before for each, before in led_before(source, question)}
    may = [
        at
        for at in np.argsort(-(shares + near + spelt), kind="stable").tolist()
        if every[at].year in years and names_told(every[at].said, question) and not every[at].within(meant)
    ]
    # 网站改版怎么应对的, 地震报道立了哪几条规矩: of what no report has, the sentence must have something like it, where much of the question lies in it.
    strange = [n for n, term in enumerate(terms) if worth[n].max() < _LEAST and len(term.word or "") > 1]
    runs = _runs(question, terms)
    beside = [n for n, term in enumerate(terms) if term.word is not None]
    titles = titles_asked(question.masked)
    asks_names, kind = named_asked(question), kind_asked(question.masked)
    # 哪些纪录片在海外播出: that it is a 纪录片 says nothing of where.
    said_of = [n for n in beside if not terms[n].act and terms[n].word != kind]
    may = [
        at
        for at in may[:POOL]
        if all(near_too[n, at] >= NEAR for n in strange if terms[n].act)
        and sum(weights[n] for n in strange if near_too[n, at] < _LIKE) <= STRANGE
        and all(run in every[at].said for run in runs)
        and (not beside or max(near_too[n, at] for n in beside) >= _LIKE)
        and (not titles or titles_in(source, every[at]) >= titles)
        and (not titles or all(terms[n].act or near_too[n, at] >= _LIKE for n in beside))
        and tells_names(source, question, every[at])
        and (not asks_names or sum(near_too[n, at] < _LIKE for n in said_of) <= len(said_of) // 3)
        and suits(question, every[at].said, every[at].said)
        and not turned(question.masked, every[at].said)
    ]
    if not may:
        return [], np.zeros((0, len(WEIGHTS)))
    texts = [_clauses(source, every[at]) for at in may]
    whole = nearness(source.encoder, asked, [(every[at].said,) for at in may])
    parts = nearness(source.encoder, asked, texts)
    told = [
        held(
            terms,
            weights,
            (clauses, (every[at].said,), (led[every[at].report, every[at].start][-_LED:] + every[at].said,)),
        )
        for at, clauses in zip(may, texts, strict=True)
    ]
    unsaid = float(weights @ (worth.max(axis=1) < _LEAST))
    chars = shared(rare, texts)
    rows = np.array(
        [
            [*shares_, part, one, unsaid, near[at], near_too[:, at].min(), spelt[at], max(alike)]
            for shares_, part, one, at, alike in zip(told, parts, whole, may, chars, strict=True)
        ]
    )
    ahead = [ahead_of(rows[:, column]) for column in (1, 3, 4, 6, 8, 9)]
    return [every[at] for at in may], np.column_stack([rows, *ahead])


_LIKE = 0.4
"""Cosine from which on a word of a sentence may mean one that the reports do not have."""
_LEAST = 0.6
"""What some sentence must hold of a word, for the reports to speak of it."""


def _clauses(source: Source, sentence: Sentence) -> tuple[str, ...]:
    text = source.report(sentence.report).text[sentence.start : sentence.end]
    return tuple(filter(None, map(key, _CLAUSE.split(text)))) or (sentence.said,)
