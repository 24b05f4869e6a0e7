"""By how much something changed, where one report tells it itself: 台聘人员月均增收1100元."""

from __future__ import annotations

import re
from dataclasses import replace

from search.answers import Answer
from search.questions.figures.differences import THAN_BEFORE, changed_within
from search.questions.figures.figures import answer_figures
from search.questions.figures.reading_off import answer_likely
from search.questions.likely.likely import LIKELY, LIKELY_TOO, likely
from search.questions.likely.told_figures import Told, start_of
from search.questions.naming.linking import is_outlet
from search.questions.reading.reading import Question
from search.questions.source import Source
from search.questions.wording.intents import Intent

_HELD_AGAINST = re.compile(r"比|较|相差|差(?:多少|几|了)")
_CHANGED = re.compile(r"(?:增|涨|升|提高|上浮|加薪?|多[拿领挣]|降|减|缩|跌|翻)[^，。；\d]{0,5}\d")


# 砍掉几个, 多出来多少, 一个月多发了多少: how many there are less or more since.
_GONE = re.compile(
    r"(?:快|慢|早|晚|长|短|砍|裁|撤|并|精简|压缩|压减|缩|减|少|降|增|涨|升|扩|添|多|高|提高|缩短|翻)(?:掉|去|出来?|加|少|低|来|收|了)*(?:多少|几|百分之)"
)


def answer_within(source: Source, question: Question) -> Answer | None:
    """Work the change out of the two figures of one sentence: 部门由19个精简为11个 for 部门一下子砍掉几个; None where it tells no such two.

    Made for a change of which no two years are named. Few sentences tell what a figure came from, so that only those that do are weighed.
    """
    if question.intent not in (Intent.DIFFERENCE, Intent.VALUE) or len(question.years.named) > 1:
        return None
    changed = question.intent is Intent.DIFFERENCE or _GONE.search(question.masked)
    if not changed or THAN_BEFORE.search(question.text):
        return None
    years = question.years.within(question.known.years)
    asked = replace(question, intent=Intent.TREND)

    def came(told: Told) -> bool:
        return start_of(source, told) is not None

    found = likely(source, asked, years, asked.level_units, LIKELY_TOO, came)
    named = tuple(mention for mention in asked.mentions if not is_outlet(mention.name))
    if not found and len(named) < len(asked.mentions):
        # 客户端闪退的情况下降了多少: which outlet it is need not be said where a figure came from another.
        asked = replace(asked, mentions=named)
        found = likely(source, asked, years, asked.level_units, LIKELY, came)
    if not found:
        return None
    told = max(found.values(), key=lambda each: each.chance).told
    start = start_of(source, told)
    return changed_within(source, question, told, start) if start is not None else None


def answer_change(source: Source, question: Question) -> Answer | None:
    """Answer 台聘的人每月涨了多少钱 with the change that a report tells; None where two years are compared or none tells it."""
    years_named = len(question.years.named) > 1
    if question.intent is not Intent.DIFFERENCE or years_named or _HELD_AGAINST.search(question.masked):
        return None
    as_value = replace(question, intent=Intent.VALUE)
    found = (answer(source, as_value) for answer in (answer_figures, answer_likely))
    told = next((each for each in found if each is not None and each.answer is not None), None)
    if told is None or not all(_CHANGED.search(value.evidence[0].quote) for value in told.values):
        return None
    return told.model_copy(update={"intent": question.intent})
