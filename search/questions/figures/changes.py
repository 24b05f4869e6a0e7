"""By how much something changed, where one report tells it itself: 台聘人员月均增收1100元."""

from __future__ import annotations

import re
from dataclasses import replace

from search.answers import Answer
from search.questions.figures.figures import answer_figures
from search.questions.figures.reading_off import answer_likely
from search.questions.reading.reading import Question
from search.questions.source import Source
from search.questions.wording.intents import Intent

_HELD_AGAINST = re.compile(r"比|较|相差|差(?:多少|几|了)")
_CHANGED = re.compile(r"(?:增|涨|升|提高|上浮|加薪?|多[拿领挣]|降|减|缩|跌|翻)[^，。；\d]{0,5}\d")


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
