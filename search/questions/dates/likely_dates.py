"""The date that a question most likely means, where no event holds all that it says.

Every date that a report gives is weighed as figures are (see `likely`): by how much of the question stands in its clause, up to the next date, in its
sentence and its paragraph, by its words or by such as lie near them, what characters it shares, how near it lies in the encoder's space, whether the same
kind of thing is said to happen (`turns`), and whether it is as exact as is asked for. The best is given where it is likely by itself and by how far any
other stays behind it. 报史馆哪天开的 is told by 11月8日，报史馆开馆.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ingest.dates import Date
from search.answers import Answer, Item
from search.questions.dates.dates import bare_acts, without_output
from search.questions.dates.repeated import JOINT
from search.questions.likely.soft import soft
from search.questions.likely.text_figures import LEAST, names_told
from search.questions.likely.told_figures import led_before
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
from search.questions.measures.otherwise import EDITION, VERSION
from search.questions.naming.linking import outlets_in
from search.questions.naming.names import KIND_END
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.sentences.passages import Sentence, all_sentences, places_meant, proof_of
from search.questions.sentences.terms import Term, terms_of
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.seasons import seasons, with_days_of_names
from search.questions.wording.turns import turns
from search.questions.wording.words import key

WEIGHTS = (
    *(
        0.53,
        1.09,
        0.61,
        0.43,
        0.47,
        0.58,
        1.43,
        0.92,
        0.84,
        1.85,
        0.25,
        -0.6,
        0.12,
        0.22,
        -1.19,
        2.26,
        0.29,
        0.57,
    ),
)
"""What counts, among all dates, of the question's weight in the date's clause, up to the next date, in its sentence and its paragraph, of its last word and of what
happened, of nearness, of words that lie near, of the characters shared in each place, of what kind of thing happens in the clause, up to the next date and against
it, of exactness, and of a year that is not the report's.

By logistic regression over the dates that 163 questions may mean, over 60 invented media. Of media that were left out of the fit the very date comes first for 156 of 161.
"""
BIAS = -6.04
SURE = (
    *(
        -0.4,
        0.79,
        0.81,
        0.59,
        0.66,
        0.87,
        1.59,
        0.87,
        0.47,
        0.79,
        0.61,
        -0.27,
        0.42,
        0.73,
        -1.67,
        1.62,
        -0.13,
        0.72,
    ),
    *(0.61, -0.53, -1.37, 1.2, -1.5),
)
"""What of the same, of how far any other date stays behind and of the question itself tells that the best one is what is asked for.

Fitted with as many questions again whose date was taken away, and with 430 asked of other media or of the contrary. Of media that were left out of the fit 147 of 161 dates
were given so, 3 were wrong, and of those questions whose answer is not told some 6% were answered, half of these by what the other media tells of the same thing.
"""
SURE_BIAS = -8.66
LIKELY = 0.18
"""How likely a date must be that is given."""
LIKELY_FROM = 0.03
"""The same of a date from which something goes on (7月起), where that is asked for."""
LIKELY_SEASON = 0.25
"""The same of what is no date: 年底."""
FARTHEST = 6.0
"""So much less likely (as log odds) another date stands by itself for any more."""

_REACH = 20
"""Characters behind a date within which what it is of is named."""
_ASKED = re.compile(
    r"什么时[候间]|何时|何年何月|哪1?[天日年]|几月份?(?:几[号日])?|几号|哪个?月|日期|时间|从|[□？?，。,的了是在]|请问"
)
_DAY_ASKED = re.compile(r"几[号日]|哪1?[天日]|日期|日子|日$")
_FROM_ASKED = re.compile(r"起|开始|从")
_YEAR_ASKED = re.compile(r"哪1?个?年|何年|年份")
_EXPECTED = re.compile(
    r"(?:预计|原定|原计划|原拟|本应|计划|拟|将|力争|有望|确保|争取|推迟|延期|顺延|延后)(?:于|在|到|至)?$"
)
_JUST_BEFORE = 5
# 从4月起，稿费拉开差距; 5月25日起，专线昼夜有人值守: that it began then is said by that one character.
_BEGUN = "开始实行执行实施启用开通上线开办推出"
_ALONE = re.compile(r"[^，,；;。！？\n]{0,3}[，,]")
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
    run: int
    """The same for dates that stand side by side."""


Find = Callable[[str, int, int, int], list[Date]]
"""text, the year of its report, start, end → the dates in between."""


@dataclass(frozen=True)
class Likeliest:
    """A date and how likely it is what is asked for, 0 to 1."""

    told: Dated
    chance: float


def answer_likely_date(source: Source, question: Question) -> Answer | None:
    """Answer with the date that is most likely meant, or else with a time of the year (年底); None where none is, or others come near."""
    terms = terms_asked(source, question)
    if not terms:
        return None
    best = likeliest_date(source, question, terms, with_days_of_names)
    goes_on = best and best.told.behind.startswith(_BEGUN) and _FROM_ASKED.search(question.masked)
    if best is not None and best.chance >= (LIKELY_FROM if goes_on else LIKELY):
        return _given(source, question, best.told, phrasing.day(best.told.iso))
    best = likeliest_date(source, question, terms, seasons)
    if best is not None and best.chance >= LIKELY_SEASON:
        told = best.told
        return _given(source, question, told, f"{told.iso}年{told.written.strip('“”')}")
    return None


def likeliest_date(source: Source, question: Question, terms: Sequence[Term], find: Find) -> Likeliest | None:
    """Return the date that fits best, and how likely it is meant: also by how far any other stays behind it; None where there is none."""
    told = list(told_dates(source, question, find))
    if not told:
        return None
    features = features_of(source, question, terms, told)
    at, apart = best_of(told, features)
    return Likeliest(
        told[at], chance(SURE, SURE_BIAS, [*features[at], apart, *asked_of(source, question, terms)])
    )


def best_of(told: Sequence[Dated], features: NDArray[np.float64]) -> tuple[int, float]:
    """Return the place of the date that fits best, and how far any other stays behind it (log odds).

    2019 is no other than 2019-03, nor 5月20日 another than 9月16日 that stands beside it (5月20日、9月16日两次).
    """
    fits = [fit(WEIGHTS, BIAS, each) for each in features]
    at = max(range(len(told)), key=lambda n: (fits[n], len(told[n].iso)))
    best = told[at]
    others = [
        fits[n]
        for n, each in enumerate(told)
        if not best.iso.startswith(each.iso) and not (each.sentence is best.sentence and each.run == best.run)
    ]
    return at, min(FARTHEST, fits[at] - max(others)) if others else FARTHEST


def asked_of(source: Source, question: Question, terms: Sequence[Term]) -> list[float]:
    """Return what `SURE` weighs of a question itself: the share of its words that no report has, whether one is strange, whether it names anything, how few words it has."""
    strange = any(unheard_of(term) and not term.act for term in terms)
    every = all_sentences(source, question)
    unsaid = sum(all(term.worth(each.said) < LEAST for each in every) for term in terms) / len(terms)
    return [unsaid, float(strange), float(bool(question.mentions)), 1 / len(terms)]


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


def told_dates(source: Source, question: Question, find: Find = with_days_of_names) -> Iterator[Dated]:
    """Yield the dates of all sentences that name what the question names, of the years asked for; none of what is meant to be."""
    meant = places_meant(source, question)
    editions, versions = EDITION.findall(question.text), VERSION.findall(question.asked)
    kinds = outlets_in(question.masked)
    outlets = {e.outlet for m in question.mentions for e in m.candidates if e.outlet is not None}
    for each, led in led_before(source, question):
        # 送别晚报，…。这张报纸在12月31日休刊: the sentence before says which one is meant.
        back = not _named(each.said, question) and _named(led[-_LED:], question) and _points_back(each.said)
        if not (back or _named(each.said, question)):
            continue
        if not all(edition in each.said for edition in editions):
            continue
        if each.within(meant):
            continue
        text = source.report(each.report).text
        if not all(version in text[each.start : each.end] for version in versions):
            continue
        found = find(text, each.year, each.start, each.end)
        run = 0
        for at, date in enumerate(found):
            run += bool(at and not JOINT.fullmatch(text, found[at - 1].end, date.start))
            if question.years.named and int(date.iso[:4]) not in question.years.named:
                continue
            if _EXPECTED.search(text, max(each.start, date.start - _JUST_BEFORE), date.start):
                continue  # 预计2022年底竣工 tells no day on which it was.
            stop = found[at + 1].start if at + 1 < len(found) else each.end
            # 1月1日，综合频道高清播出，生活频道11月同步跟进: the next date's own clause is no more of this one.
            stop = (
                max((mark.end() for mark in _CLAUSE.finditer(text, date.end + 1, stop)), default=stop)
                if stop < each.end
                else stop
            )
            start = found[at - 1].end if at else each.start
            # 6月，客户端上线: what is of the date alone goes on into the next clause.
            alone = _ALONE.match(text, date.end, each.end)
            ends = [
                mark.start() for mark in _CLAUSE.finditer(text, alone.end() if alone else date.end, each.end)
            ]
            begins = [mark.end() for mark in _CLAUSE.finditer(text, each.start, date.start)]
            parted = [place for mark in "；;" if (place := text.find(mark, date.end, stop)) >= 0]
            before, behind = key(text[start : date.start]), key(text[date.end : min(parted, default=stop)])
            if back and not _points_back(before + behind[:_REACH]):
                continue
            others = outlets_in(before + behind)
            if not question.mentions and kinds and others and kinds.isdisjoint(others):
                continue  # 客户端哪天上线的 is not told by 官方微信开通.
            clause = key(text[max(begins, default=each.start) : min(ends, default=each.end)])
            if outlets and (told_of := outlets_in(clause)) and outlets.isdisjoint(told_of):
                continue  # 抖音号哪天开通的 is not told by 办有抖音号，4月开通视频号.
            if not back and not _named(before + behind[:_REACH], question):
                continue  # 2001年创刊，…客户端“启讯”下载量47万: what is named far behind did not happen then.
            began = _BEGUN if text.startswith("起", date.end) else ""
            yield Dated(
                each,
                date.iso,
                text[date.start : date.end],
                began + (_back_named(clause, question) if back else clause),
                began + behind,
                _back_named(before, question) if back else before,
                led,
                run,
            )


_POINTS_BACK = re.compile(
    r"[这该](?:1?[张份家本档个])[^，,。；]{0,14}?(?:报纸|日报|晚报|刊物|周刊|杂志|节目|栏目|专栏|频道|频率|客户端|账号|网站)|该(?:报|刊|栏目|节目|频道|频率|客户端|账号)"
)
_LED = 60
"""Characters before a sentence in which what it points back to is named."""


def _points_back(said: str) -> bool:
    return _POINTS_BACK.search(said) is not None


def _back_named(said: str, question: Question) -> str:
    """Return a text with the name that the question has for what it points back to: 这张…报纸 is the 晚报."""
    return _POINTS_BACK.sub("".join(mention.name for mention in question.mentions), said)


def _named(said: str, question: Question) -> bool:
    """Tell whether a text names all that the question names, if without the word for its kind: 小橹工作室 is told by 工作室“小橹”."""
    return all(
        names_told(said, replace(question, mentions=(mention,)))
        or any(
            # The place that a house is named after says nothing of which paper: 汐原 of 汐原日报.
            (stem := _KIND.sub("", name)) not in (name, question.known.proper) and stem in said
            for entity in mention.candidates
            for name in (key(entity.label), *entity.names)
        )
        for mention in question.mentions
    )


_KIND = re.compile(rf"{KIND_END.pattern}|(?<=..)(?:工作室|频道|频率|客户端|直播间|团队|品牌|中心|热线|基地)$")


def features_of(
    source: Source, question: Question, terms: Sequence[Term], told: Sequence[Dated]
) -> NDArray[np.float64]:
    """Return for each date what `WEIGHTS` weigh, shape (dates, weights)."""
    every = all_sentences(source, question)
    place = {(each.report, each.start): at for at, each in enumerate(every)}
    weights, asked = telling(terms, every), _ASKED.sub("", question.masked)
    texts = [(each.clause, each.behind, each.before + each.behind) for each in told]
    near = nearness(source.encoder, asked, texts)
    alike = shared(
        rare_characters(asked, every),
        [(each.clause, each.behind, each.sentence.said, each.led) for each in told],
    )
    lying = weights @ soft(question, terms, every, source.encoder)
    happens = turns(asked)
    if VERSION.search(question.asked) and "begin" in happens:
        happens |= {"change"}  # 2.0什么时候上线 is told by 升级到2.0版本.
    rows = []
    for each, cosine, characters in zip(told, near, alike, strict=True):
        done = turns(without_output(each.clause + each.behind))
        rows.append(
            [
                *held(terms, weights, _places(each)),
                terms[-1].worth(each.behind),
                max(
                    (term.worth(without_output(each.clause + each.behind)) for term in terms if term.act),
                    default=0.5,
                ),
                cosine,
                lying[place[each.sentence.report, each.sentence.start]],
                *characters,
                float(bool(happens & turns(each.clause))),
                float(bool(happens & done)),
                float(bool(happens) and not happens & done),
                *_exact(question, each),
            ]
        )
    return np.array(rows, dtype=np.float64)


def _exact(question: Question, told: Dated) -> tuple[float, float, float]:
    """Return whether a date is as exact as is asked for, whether it is of another year than its report, and that where a year is asked for."""
    asked = question.masked
    least = (
        len("2020-01-01")
        if _DAY_ASKED.search(asked)
        else len("2020-01")
        if not _YEAR_ASKED.search(asked)
        else 4
    )
    before = float(int(told.iso[:4]) != told.sentence.year)
    return float(len(told.iso) >= least), before, before * float(_YEAR_ASKED.search(asked) is not None)


def _places(told: Dated) -> Places:
    return ((told.clause,), (told.behind,), (told.sentence.said,), (told.led,))
