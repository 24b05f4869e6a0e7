"""Answers that are the sentence nearest to a question, where no sentence holds every word of it.

Words weigh by how rarely the reports use them: what is in one sentence of a hundred says which one is meant, what is in every third
does not. All that is named must be there, and what the reports speak of nowhere is never left out.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from search.answers import Answer, Item
from search.questions import phrasing
from search.questions.awards import WORDS_OF_AWARDS
from search.questions.intents import Intent
from search.questions.light import content
from search.questions.passages import (
    CAUSE,
    KIND_ASKED,
    Sentence,
    all_sentences,
    places_meant,
    places_of,
    proof_of,
)
from search.questions.reading import Question
from search.questions.replies import given
from search.questions.source import Source
from search.questions.words import SYNONYM, act_words, cover, topic_words
from search.tokens import tagged

LEAST = 0.6
"""What a sentence must cover of a word to hold it."""
ENOUGH = 0.72
"""Share of the weight of all words that a sentence must hold."""
ACT = 0.4
"""What a word of doing weighs beside one that names something: the same deed is told in many ways."""
FEW = 6
"""Sentences that may hold a word which alone says which is meant."""
CLOSE = 0.03
_SHOWN = 2
_WHO = re.compile(r"谁|哪位|哪1?个人|什么人|何人")
_WHERE = re.compile(r"在(?:哪|什么地方|何处)|哪里|哪儿|什么地方")
_PLACE = re.compile(
    r"在[\u4e00-\u9fff“”]{2,16}(?:举办|举行|召开|启动|开幕|揭牌|开展|落户|首发|首演|上演|成立)|位于|落户|设在|建在|坐落|走进|来到|赶?赴"
)
_DEEDS = re.compile(
    r"(?:做|干|办|开展|采取|搞)(?:了|过)?(?:些)?(?:什么|啥|哪些)|有(?:什么|哪些)(?:新)?(?:举措|措施|动作|行动|做法|进展)"
)
"""国际传播做了什么: one thing and whatever was done about it."""
_NUMBER = re.compile(r"多少|(?<!哪)几(?!乎)|多大|多长|多久|多高|百分之")
_ASKED = re.compile(r"原因|缘故|理由|功能|作用|用处|内容|特点|意思|情况|做法|运作|运转|运行|操作|主要|具体")
_TURNS = (
    (re.compile(r"减|降|少了|变少|下滑"), re.compile(r"减|降|少|下滑|取消|暂停")),
    (re.compile(r"增|涨|多了|变多|上升|提高"), re.compile(r"增|涨|升|提高|翻")),
)
"""What a question says of how something changed, and how a sentence tells the same."""


@dataclass(frozen=True)
class _Term:
    """One thing that a question speaks of; `names` are all that it may be called."""

    names: frozenset[str]
    word: str | None
    act: bool
    least: float = LEAST

    def held(self, said: str) -> bool:
        if self.word is None:
            return any(name in said for name in self.names)
        return cover(self.word, said, act_words() if self.act else topic_words()) >= self.least


class _Told:
    """The sentences of the years asked for, and how much each term weighs in them."""

    def __init__(self, source: Source, question: Question) -> None:
        self.every = all_sentences(source, question)
        years = set(question.years.within(question.known.years))
        meant = places_meant(source, question)
        if _DEEDS.search(question.masked):
            meant |= places_of(source, question, "Shortcoming")
        self.asked = [
            each
            for each in self.every
            if each.year in years
            and not any(each.report == r and each.start < end and start < each.end for r, start, end in meant)
        ]

    def number(self, term: _Term) -> int:
        return sum(term.held(each.said) for each in self.every)

    def weight(self, number: int, *, act: bool) -> float:
        return math.log((len(self.every) + 1) / (number + 1)) * (ACT if act else 1.0)

    @cached_property
    def windows(self) -> list[tuple[Sentence, ...]]:
        """Each sentence, and each with the one that it goes on from."""
        pairs = [
            (one, other)
            for one, other in pairwise(self.asked)
            if one.report == other.report and other.start - one.end <= 1
        ]
        return [*((each,) for each in self.asked), *pairs]


def answer_nearest(source: Source, question: Question) -> Answer | None:
    """Answer with the sentence that holds most of what a question says; None where none holds enough."""
    if _NUMBER.search(question.masked):
        return None
    terms = _terms(question)
    told = _Told(source, question)
    numbers = [told.number(term) for term in terms]
    things = [number for term, number in zip(terms, numbers, strict=True) if not term.act]
    if not things or 0 in things:
        return None  # Of what no report speaks no sentence tells anything.
    of_one = question.intent in _OF_ONE or any(
        form.search(question.masked) for form in (_WHO, _WHERE, _DEEDS)
    )
    if len(things) < 2 and not (things[0] <= FEW and of_one):
        return None
    weights = [told.weight(number, act=term.act) for term, number in zip(terms, numbers, strict=True)]
    found: list[tuple[float, tuple[Sentence, ...]]] = []
    for window in told.windows:
        said = "".join(each.said for each in window)
        held = [term.held(said) for term in terms]
        if not all(ok for ok, term in zip(held, terms, strict=True) if term.word is None):
            continue
        share = sum(w for ok, w in zip(held, weights, strict=True) if ok) / sum(weights)
        if share >= ENOUGH and _right_kind(question, window[-1].said, said):
            # A sentence alone goes before one with another that adds nothing.
            found.append((share - (CLOSE + 0.01) * (len(window) - 1), window))
    if not found:
        return None
    best = max(share for share, _ in found)
    chosen = [window for share, window in found if share >= best - CLOSE][:_SHOWN]
    items = [
        Item(year=window[0].year, label="".join(proof.quote for proof in proofs), evidence=proofs)
        for window in chosen
        for proofs in [[proof_of(source, each) for each in window]]
    ]
    said = "；".join(f"{item.year}年报告写到：{phrasing.ended(item.label)}" for item in items)
    reason = "没有一句话写全所问的内容，这是最接近的原文" if best < 1.0 - CLOSE else None
    return given(question.asked, Intent.PASSAGE, f"{said}。", items=items, reason=reason)


def _terms(question: Question) -> list[_Term]:
    terms = [
        _Term(frozenset(name for entity in mention.candidates for name in entity.names), None, act=False)
        for mention in question.mentions
    ]
    kind = KIND_ASKED.search(question.masked)
    for word in question.words:
        if kind and word.endswith(kind[1]):
            continue
        if _ASKED.fullmatch(word) or (question.intent is Intent.AWARDS and word in WORDS_OF_AWARDS):
            continue
        if word in act_words():
            terms.append(_Term(frozenset(), word, act=True))
        elif word in question.known.said and len(word) > 1:
            # What the reports call so is not told by a part of it: 中国新闻奖 by 新闻奖.
            terms.append(_Term(frozenset(), word, act=False, least=SYNONYM))
        else:
            terms += [
                _Term(frozenset(), part, act=False) for part in content(word) if not _ASKED.fullmatch(part)
            ]
    return terms


_OF_ONE = frozenset({Intent.PASSAGE, Intent.AWARDS})
"""What can be asked of one thing: what it is, why it is so, what honour someone got; its name alone finds the sentence."""


def _right_kind(question: Question, last: str, said: str) -> bool:
    """Tell whether a sentence can be an answer: one with a cause to why, one with a person to who."""
    asked = question.masked
    if question.intent is Intent.PASSAGE and _WHY.search(asked):
        turns = [told for cue, told in _TURNS if cue.search(asked)]
        return CAUSE.search(said) is not None and all(turn.search(last) for turn in turns)
    if question.intent is Intent.AWARDS:
        return _HONOUR.search(last) is not None
    if _WHO_MADE.search(asked) and not _MADE.search(said):
        return False
    if _WHERE.search(asked):
        return _PLACE.search(said) is not None
    if _WHO.search(asked):
        return any(tag.startswith("nr") and word not in question.text for word, tag in tagged(said))
    return True


_HONOUR = re.compile(
    r"奖|称号|先进|荣誉|获评|评为|标兵|能手|入选|授予|表彰|优秀|十佳|文明号|先锋号|文明岗|模范|奖章|示范|最美|红旗|名专栏|榜"
)
_WHO_MADE = re.compile(r"谁(?:采?写|撰|拍|导|主持|编|唱|画|做|采)|作者")
_MADE = re.compile(r"采写|撰写|作者|导演|主持人|编剧|演唱|执笔|主创|[由]\S{2,8}[写拍导编制]")
_WHY = re.compile(r"为什么|为何|原因|缘故|凭什么|怎么会")
