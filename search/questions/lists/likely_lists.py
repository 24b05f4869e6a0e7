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
    rare_characters,
    shared,
    telling,
    unheard_of,
)
from search.questions.lists.coordinated import Coordinated, coordinated
from search.questions.lists.enumerated import answer_enumerated
from search.questions.reading.hearing import BESIDES
from search.questions.reading.reading import Question
from search.questions.reading.suiting import MADE_OF, RULES_ASKED, suits, turned
from search.questions.replies import given
from search.questions.sentences.nearest import asked_terms
from search.questions.sentences.passages import Sentence, all_sentences, places_of, proof_of
from search.questions.sentences.terms import Term
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.kinds import kind_asked, tells_kind
from search.questions.wording.several import Several, asks_several, suits_persons
from search.questions.wording.turns import turns
from search.questions.wording.words import key
from search.tokens import tagged

WEIGHTS = (1.63, 2.09, 1.05, 1.81, 1.0, 1.59, 1.28, -0.01, 0.79, 0.42, 0.15, 0.3, 1.5)
"""What counts of the question's weight in the sentence with what leads to it, of the nearness of the clause without its list and of the sentence, of the weight
for which a word lies near, that there are as many as are asked for, of the characters that question and sentence share, that both tell of plans or none does,
that there are more than two, and how far the sentence is ahead of all others in nearness.

By conditional logistic regression over what the sentences of their media count out for 125 questions, of the tuning part and written beside it. Fitted anew over
164 of them (`python -m benchmarks.weights lists`, 2026-12-01), 144 of the right ones come first on media left out, but fewer of the gold's lists were right, and the dishes of
a canteen were told by a list of business lines: so these stand.
"""
SURE = (
    0.18,
    0.45,
    0.19,
    1.24,
    -0.03,
    1.46,
    0.86,
    -0.03,
    2.24,
    0.24,
    0.08,
    0.32,
    0.9,
    0.5,
    3.3,
    -0.92,
    -0.7,
    -0.01,
    -0.46,
    -0.77,
)
"""What makes the best one likely: its own weight, how far it is ahead of that of any other sentence, the nearness of its sentence and of its clause without the list.

By logistic regression over the same questions, over the same without the right sentence, over 34 alike that nothing answers, and over some of other media.
"""
BIAS = -4.39
LIKELY = 0.25
"""How likely the best one must be. By weights fitted without them 127 of 164 lists are found at .3 and 134 at .2, with 13 and 14 wrong ones; of 271 questions that nothing
answers, most of them asked of other media or without their sentence, 48 and 66 are answered."""
SURELY = 0.7
"""The same, where facts list one thing."""
FARTHEST = 3.0
"""How far ahead the best one counts as being at most."""
POOL = 60
"""Sentences whose lists are weighed: those that hold most of the question."""
_LED = 120
_LEAST = 0.6
"""What some sentence must hold of a word, for the reports to speak of it."""
_LIKE = 0.4
"""Cosine from which on a word of a sentence may mean one of the question."""
_ASKED = re.compile(
    r"什么样?|哪[些几两俩\d]?[个家项档支份部篇件种类款座条门位名大张本台辆所处块组套期场幅首集样]?|谁|分别|都|叫|名字|标题|请问|[□？?，。,的了是在]"
)
_PLANNED = re.compile(
    r"打算|计划|承诺|目标|力争|争取|准备|今后|以后|往后|下1步|来年|明年|[想要]往|许[的下]愿|(?<!主)要[做干]|说要"
)
_OWN_FAULTS = re.compile(r"(?:报告|自己|自查)[^，,]{0,8}哪[些几]个?(?:问题|不足|毛病|短板)$")
"""报告里自己列了哪几个问题: those of the closing chapter."""
_WHAT = re.compile(r"什么[\u4e00-\u9fff]{0,4}[？?]?$")
"""写过什么书: no number and no 哪些 says that several are asked for."""
_OPEN = frozenset({Intent.UNKNOWN, Intent.PASSAGE, Intent.OUTCOME})
_MAY = _OPEN | {Intent.WORKS, Intent.COLUMNS, Intent.PLATFORMS}


@dataclass(frozen=True)
class Listed:
    """What a sentence counts out."""

    sentence: Sentence
    found: Coordinated


def answer_counted_out(source: Source, question: Question) -> Answer | None:
    """Answer a question that asks for nothing that facts list with what one sentence counts out; None where none does."""
    if question.intent not in _OPEN or _OWN_FAULTS.search(question.masked):
        return None
    return answer_enumerated(source, question, 1) or answer_likely_list(source, question)


def answer_likely_list(source: Source, question: Question, least: float = LIKELY) -> Answer | None:
    """Answer a question for several things with those that one sentence counts out; None where none is likely enough.

    The items are the things as the report spells them, or the sentence where it does not count out as many as are asked for.
    """
    several = asks_several(question.masked)
    if several is None or question.intent not in _MAY:
        return None
    found, table, asked = to_weigh(source, question)
    if not found:
        return None
    fits = table @ np.array(WEIGHTS)
    best = int(np.argmax(fits))
    others = [fit for fit, each in zip(fits, found, strict=True) if each.sentence is not found[best].sentence]
    ahead = min(FARTHEST, float(fits[best]) - max(others, default=-np.inf))
    if chance(SURE, BIAS, [float(fits[best]), ahead, *table[best].tolist(), *asked]) < least:
        return None
    return _given(source, question, found[best], several)


def to_weigh(
    source: Source, question: Question
) -> tuple[list[Listed], NDArray[np.float64], tuple[float, ...]]:
    """Return the lists that may be asked for, what `WEIGHTS` weigh of each, and what `SURE` weighs of the question: none where it asks for no several things.

    Of the question: whether it has some strange word, the share of it that no report tells, whether it names anything, whether it says how many, how few words it has.
    """
    several = asks_several(question.masked)
    terms = asked_terms(source, question) if several and question.missing is None else []
    if several is None or not terms:
        return [], np.zeros((0, len(WEIGHTS))), ()
    found, table = weighed(source, question, several, terms)
    every = all_sentences(source, question)
    weights = telling(terms, every)
    unsaid = sum(
        float(weight)
        for term, weight in zip(terms, weights, strict=True)
        if not any(term.worth(each.said) >= _LEAST for each in every)
    )
    asked = (
        float(any(_strange(term, question) for term in terms)),
        unsaid,
        float(bool(question.mentions)),
        float(several.number is not None),
        1 / len(terms),
    )
    return found, table, asked


def answer_fuller(source: Source, question: Question, listed: Answer | None) -> Answer | None:
    """Return what facts list, unless a sentence counts out more: one of several names may be all that was understood of it."""
    if counted := answer_enumerated(source, question, len(listed.items) if listed else 1):
        return counted
    if listed is not None and len(listed.items) != 1:
        return listed
    # 林间一分钟孵出了什么系列: one that is not told by the list of a sentence that surely is meant is another one.
    if listed is not None and (told := answer_likely_list(source, question, SURELY)):
        return told
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
    asked = _ASKED.sub("", _without_years(question))
    happens = turns(asked)
    worth = np.array([[term.worth(each.said) for each in every] for term in terms])
    near_too = np.maximum(worth, soft(question, terms, every, source.encoder))
    near = weights @ near_too
    things = [at for at, term in enumerate(terms) if not term.act]
    beside = [at for at, term in enumerate(terms) if term.word is not None]
    led = {(each.report, each.start): before[-_LED:] for each, before in led_before(source, question)}
    years = set(question.years.within(question.known.years))
    what = _WHAT.search(question.masked) is not None
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
        # 蒲小满写过什么书: nor does one that has his name, and nothing like a book or what was done.
        done = happens & turns(each.said)
        if what and beside and not done and max(near_too[n, at] for n in beside) < _LIKE:
            continue
        lists = _lists(source, question, each, several)
        found += lists
        nears += [float(near[at])] * len(lists)
        used += bool(lists)
        if used == POOL:
            break
    if not found:
        return [], np.zeros((0, len(WEIGHTS)))
    said = [(each.sentence.said,) for each in found]
    frame = nearness(
        source.encoder, asked, [(key(f"{each.found.before} {each.found.after}"),) for each in found]
    )
    whole = nearness(source.encoder, asked, said)
    plans = places_of(source, question, "Commitment")
    titled = float(_TITLED.search(question.masked) is not None)
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
            held(terms, weights, ((_clause(each.found),),))[0],
            titled * (1.0 if each.found.marked else -1.0),
            float(each.found.closed),
            _turned_alike(happens, turns(key(f"{each.found.before} {each.found.after}"))),
        ]
        for at, (each, chars) in enumerate(
            zip(found, shared(rare_characters(asked, every), said), strict=True)
        )
    ]
    return found, np.column_stack([rows, ahead_of(np.array(whole))])


def _turned_alike(asked: frozenset[str], told: frozenset[str]) -> float:
    """Return 1 where the same kind of thing is said to happen that is asked for (添了 by 新增), -1 where none or another is, 0 where none is asked for."""
    return 0.0 if not asked else 1.0 if asked & told else -1.0


def _clause(found: Coordinated) -> str:
    return key(f"{found.before}{'、'.join(member.label for member in found.members)}{found.after}")


_TITLED = re.compile(
    r"作品|稿|报道|文章|专栏|栏目|专题|节目|系列|片|视频|图书|书|剧|产品|品牌|专版|版面|歌|评论|消息|通讯|话题|IP|(?<!账)号|叫(?:什么|啥)"
)
"""What has a name between marks."""


def _without_years(question: Question) -> str:
    text = question.text
    for start, end in question.years.spans:
        text = text[:start] + "□" * (end - start) + text[end:]
    return text


def _lists(source: Source, question: Question, sentence: Sentence, several: Several) -> Sequence[Listed]:
    """Return what a sentence counts out, where it may tell the kind of things that are asked for."""
    told = tells_kind(question.masked, sentence.said, question.text)
    by_form = MADE_OF.search(question.masked) or RULES_ASKED.search(question.masked)
    if by_form and not suits(question, sentence.said, sentence.said):
        return []
    text = source.report(sentence.report).text
    found: list[Listed] = []
    lists = list(coordinated(text, sentence.start, sentence.end))
    if _TITLED.search(question.masked) and any(each.marked for each in lists):
        lists = [each for each in lists if each.marked]  # 调查稿件的标题 are no days of the week.
    for each in lists:
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
