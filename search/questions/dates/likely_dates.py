"""The date that a question most likely means, where no event and no sentence holds all that it says.

Every date that a report gives is weighed as figures are (see `likely`): by how much of the question stands behind it, up to the next date, in its
clause and sentence, and by how near that lies in the encoder's space. 报史馆哪天开的 is told by 11月8日，报史馆开馆.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ingest.dates import Date, dates
from search.answers import Answer, Item
from search.questions.dates.dates import bare_acts, without_output
from search.questions.likely.text_figures import names_told
from search.questions.likely.told_figures import led_before
from search.questions.likely.weighing import Places, chance, held, nearness, telling, unheard_of
from search.questions.measures.otherwise import EDITION, VERSION
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.sentences.passages import Sentence, all_sentences, places_meant, proof_of
from search.questions.sentences.terms import Term, terms_of
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.seasons import seasons
from search.questions.wording.words import act_words, key

WEIGHTS = (0.4, 1.85, 1.95, 1.95, 1.8, 1.85)
"""What counts of the question's weight in the date's clause, up to the next date, in its sentence and its paragraph, of what happened, of nearness.

By logistic regression over the dates of all reports that the tuning part's questions for dates may mean. Of media that were left out of the fit 81
of 90 dates were found so, by nothing else, with two wrong ones.
"""
BIAS = -6.65
LIKELY = 0.3
"""How likely a date must be that is given."""
LIKELY_SEASON = 0.5
"""The same of what is no date: 年底."""
APART = 0.1
"""How much less likely any other must be."""

_REACH = 20
"""Characters behind a date within which what it is of is named."""
_DONE = 0.5
"""What must be told in its sentence of some word for what happened, where the question has one of the tables."""
_ASKED = re.compile(
    r"什么时[候间]|何时|哪1?[天日年]|几月(?:几[号日])?|几号|哪个?月|日期|时间|从|[□？?，。,的了是在]|请问"
)
_EXPECTED = re.compile(r"(?:预计|计划|拟|将|力争|有望|确保|争取|推迟|延期|顺延|延后)(?:于|在|到|至)?$")
_JUST_BEFORE = 5
# 从4月起，稿费拉开差距; 5月25日起，专线昼夜有人值守: that it began then is said by that one character.
_FROM_THEN = re.compile(r"[年月日]起")
_BEGUN = "开始实行执行实施启用开通上线开办推出"
_CLAUSE = re.compile(r"[，,；;。！？\n]")


@dataclass(frozen=True)
class Dated:
    """A date in a sentence with what stands around it, each in one spelling."""

    sentence: Sentence
    iso: str
    written: str
    """As the report has it."""
    clause: str
    """The clause that holds it."""
    behind: str
    """What follows up to the next date or ；."""
    before: str
    """What stands before it in its sentence, back to the date before."""
    led: str


Find = Callable[[str, int, int, int], list[Date]]
"""text, the year of its report, start, end → the dates in between."""


def answer_likely_date(source: Source, question: Question) -> Answer | None:
    """Answer with the date that is most likely meant, or else with a time of the year (年底); None where none is, or others come near."""
    terms = terms_asked(source, question)
    if not terms or any(unheard_of(term) for term in terms):
        return None
    if (told := _likeliest(source, question, terms, dates, LIKELY)) is not None:
        return _given(source, question, told, phrasing.day(told.iso))
    if (told := _likeliest(source, question, terms, seasons, LIKELY_SEASON)) is not None:
        return _given(source, question, told, f"{told.iso}年{told.written.strip('“”')}")
    return None


def _likeliest(
    source: Source, question: Question, terms: Sequence[Term], find: Find, least: float
) -> Dated | None:
    told = list(told_dates(source, question, find))
    if not told:
        return None
    chances = [chance(WEIGHTS, BIAS, each) for each in features_of(source, question, terms, told)]
    best = max(range(len(told)), key=lambda at: (chances[at], len(told[at].iso)))
    iso = told[best].iso
    others = [c for c, each in zip(chances, told, strict=True) if not iso.startswith(each.iso)]
    return told[best] if chances[best] >= max(least, max(others, default=0.0) + APART) else None


def _given(source: Source, question: Question, told: Dated, when: str) -> Answer:
    proof = proof_of(source, told.sentence)
    item = Item(year=told.sentence.year, label=proof.quote, detail=told.iso, evidence=[proof])
    text = f"{when}：{phrasing.ended(item.label)}。"
    reason = "没有一句话写全所问的内容，这是意思最接近的日期，请对照原文"
    return given(question.asked, question.intent, text, items=[item], reason=reason)


def terms_asked(source: Source, question: Question) -> list[Term]:
    """Return what a question for a date speaks of; of 哪天停的 the bare verb is what happened."""
    terms = terms_of(question, source.encoder)
    if sum(term.act for term in terms) > 1:
        terms = [term for term in terms if term.word != "开始"]  # 从哪天开始改版
    bare = [] if any(term.act for term in terms) else bare_acts(question)
    return [*terms, *(Term(frozenset(), act, act=True) for act in bare[:1])]


def told_dates(source: Source, question: Question, find: Find = dates) -> Iterator[Dated]:
    """Yield the dates of all sentences that name what the question names, of the years asked for; none of what is meant to be."""
    meant = places_meant(source, question)
    acts = [term for term in terms_asked(source, question) if term.word in act_words()]
    editions, versions = EDITION.findall(question.text), VERSION.findall(question.asked)
    for each, led in led_before(source, question):
        if not names_told(each.said, question) or not all(edition in each.said for edition in editions):
            continue
        if each.within(meant):
            continue
        text = source.report(each.report).text
        if not all(version in text[each.start : each.end] for version in versions):
            continue
        begun = _BEGUN if _FROM_THEN.search(each.said) else ""
        if acts and max(term.worth(without_output(each.said) + begun) for term in acts) < _DONE:
            continue  # 停刊 is not dated by what else happened.
        found = find(text, each.year, each.start, each.end)
        for at, date in enumerate(found):
            if question.years.named and int(date.iso[:4]) not in question.years.named:
                continue
            if _EXPECTED.search(text, max(each.start, date.start - _JUST_BEFORE), date.start):
                continue  # 预计2022年底竣工 tells no day on which it was.
            stop = found[at + 1].start if at + 1 < len(found) else each.end
            start = found[at - 1].end if at else each.start
            ends = [mark.start() for mark in _CLAUSE.finditer(text, date.end, each.end)]
            begins = [mark.end() for mark in _CLAUSE.finditer(text, each.start, date.start)]
            parted = [place for mark in "；;" if (place := text.find(mark, date.end, stop)) >= 0]
            before, behind = key(text[start : date.start]), key(text[date.end : min(parted, default=stop)])
            if not names_told(before + behind[:_REACH], question):
                continue  # 2001年创刊，…客户端“启讯”下载量47万: what is named far behind did not happen then.
            began = begun if text.startswith("起", date.end) else ""
            yield Dated(
                each,
                date.iso,
                text[date.start : date.end],
                began + key(text[max(begins, default=each.start) : min(ends, default=each.end)]),
                began + behind,
                before,
                led,
            )


def features_of(
    source: Source, question: Question, terms: Sequence[Term], told: Sequence[Dated]
) -> list[list[float]]:
    """Return for each date what `WEIGHTS` weigh."""
    weights = telling(terms, all_sentences(source, question))
    texts = [(each.clause, each.behind, each.before + each.behind) for each in told]
    near = nearness(source.encoder, _ASKED.sub("", question.masked), texts)
    return [
        [*held(terms, weights, _places(each)), terms[-1].worth(each.behind), fit]
        for each, fit in zip(told, near, strict=True)
    ]


def _places(told: Dated) -> Places:
    return ((told.clause,), (told.behind,), (told.sentence.said,), (told.led,))
