"""The first or the last report that tells that something was done with what is asked about, and not only that it was meant to be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from search.answers import Answer, Item
from search.questions.lists.spans import asked_about
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.sentences.passages import Sentence, all_sentences, places_of, proof_of
from search.questions.sentences.terms import names_of
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.turns import turns
from search.questions.wording.words import SYNONYM, act_words, cover, segment, topic_words

_AT_AN_END = re.compile(r"首次|第1次|末次|最[早初先后近]|开始|推出|发布|升级")
"""What asks for an end, and what things do again and again."""
_STILL = re.compile(r"还.*(?:吗|么|没有?)$")
"""Whether it goes on is not asked of when it was done last."""
_BEHIND, _BEFORE = 24, 12
"""Characters behind and before what is named in which what was done with it is told."""


def answer_deed_end(source: Source, question: Question) -> Answer | None:
    """Answer in which year's report a deed is first (else last) told: 通航夜校最早在哪年的报告里真正开课; None where none tells it.

    What is planned or missed is no deed, and what tells of another kind of turn (停, 改名) none of this.
    """
    done = dict.fromkeys([*question.words, *sorted(question.done)])
    deeds = [word for word in done if turns(word) and not _AT_AN_END.search(word)]
    about = [word for piece in asked_about(question) for word in segment(piece)]
    things = [word for word in about if not any(word in deed or deed in word for deed in deeds)]
    if (
        _STILL.search(question.masked)
        or not deeds
        or question.missing is not None
        or not (question.mentions or things)
    ):
        return None
    names = [names_of(mention) for mention in question.mentions]
    unmet = places_of(source, question, "Commitment") | places_of(source, question, "Shortcoming")
    told = [
        each
        for each in all_sentences(source, question)
        if _of_all(each, names, things)
        and _tells(each, names[-1] if names else frozenset(things[-1:]), deeds)
        and not each.within(unmet)
    ]
    if not told:
        return None
    first = question.intent is Intent.FIRST
    end = (min if first else max)(told, key=lambda each: each.year)
    proof = proof_of(source, end)
    text = f"在已入库的报告中，{'最早' if first else '最后'}见于{end.year}年的报告：{phrasing.ended(proof.quote)}。"
    item = Item(year=end.year, label=proof.quote, evidence=[proof])
    return given(question.asked, question.intent, text, items=[item])


def _of_all(sentence: Sentence, names: Sequence[frozenset[str]], things: Sequence[str]) -> bool:
    """Tell whether a sentence has all that is named and all things that are asked about."""
    said = sentence.said
    return all(any(name in said for name in each) for each in names) and all(
        cover(word, said, topic_words()) >= SYNONYM for word in things
    )


def _tells(sentence: Sentence, names: frozenset[str], deeds: Sequence[str]) -> bool:
    """Tell whether a sentence tells near one of some names that one of some deeds was done, or one of its kind."""
    near = "".join(
        sentence.said[max(0, at.start() - _BEFORE) : at.end() + _BEHIND]
        for name in names
        for at in re.finditer(re.escape(name), sentence.said)
    )
    return any(cover(deed, near, act_words()) >= SYNONYM or _kinds(deed) & turns(near) for deed in deeds)


def _kinds(deed: str) -> frozenset[str]:
    """Return by which kinds of turn another word tells a deed: 停办 only by an end, 复课 by no other beginning, 改版 by no other change."""
    if _ONCE_MORE.match(deed):
        return frozenset()
    return turns(deed) & {"end"} or turns(deed) - {"change"}


_ONCE_MORE = re.compile(r"复|重|恢")
