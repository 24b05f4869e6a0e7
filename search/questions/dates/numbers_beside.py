"""The number that is asked for beside a day: 晚报哪天停的，出到多少期, 抖音号何时开的，到年底多少粉丝."""

from __future__ import annotations

import re

from ingest.report import Qualifier
from search.answers import Answer, Value
from search.questions.likely.told_figures import numbers_in
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.sentences.passages import all_sentences
from search.questions.source import Source
from search.questions.wording.intents import Intent
from search.questions.wording.words import key

_MUCH = re.compile(r"多少|(?<![哪第])几(?![月号日天年个])")
# 出完第9476期之后休刊
_LAST_NUMBER = re.compile(r"第(\d+)(期|号|版|集|季)")
_BESIDE = 6
"""Code points before a number in which what it counts is named, where no unit is asked for."""


def number_beside(source: Source, asked: Question, told: Answer) -> Answer | None:
    """Answer how many with the one number of the sentence that tells the day; None where it has none, or several that may be meant.

    `asked`: the question, or the part of it, that asks how many; `told`: the answer that gives the day.
    """
    if told.intent != Intent.WHEN or len(told.items) != 1 or _MUCH.search(asked.masked) is None:
        return None
    (item,) = told.items
    proof = item.evidence[0]
    sentence = next(
        (
            each
            for each in all_sentences(source, asked)
            if each.report == proof.report and each.start <= proof.start < each.end
        ),
        None,
    )
    if sentence is None:
        return None
    text = source.report(proof.report).text
    found = [
        (number.value, number.unit, number.qualifier, number.text)
        for number in numbers_in(text, sentence, asked.units, rate=asked.rate)
        if (number.unit in asked.units if asked.units else _named_before(text, number.start, asked))
    ]
    if not found and (last := _LAST_NUMBER.search(text, sentence.start, sentence.end)):
        found = [(int(last[1]), last[2], Qualifier.EXACT, last[0])] if last[2] in (asked.units or ()) else []
    if len(found) != 1:
        return None
    ((number, unit, qualifier, said),) = found
    value = Value(
        year=int(item.detail[:4]) if item.detail else proof.year,
        label="".join(asked.words) or "".join(mention.name for mention in asked.mentions),
        value=number,
        unit=unit,
        qualifier=qualifier,
        evidence=[proof],
    )
    reason = "数字直接读自这句原文，没有收入图谱"
    return given(asked.asked, Intent.VALUE, f"{said}。", values=[value], reason=reason)


def _named_before(text: str, at: int, asked: Question) -> bool:
    return any(word in key(text[max(0, at - _BESIDE) : at]) for word in asked.words)
