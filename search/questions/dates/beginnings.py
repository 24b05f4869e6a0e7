"""When something began, asked for by its earliest time: 电台最早是哪年办的."""

from __future__ import annotations

import re
from dataclasses import replace

from search.answers import Answer
from search.questions.dates.dates import answer_date
from search.questions.dates.likely_dates import answer_likely_date
from search.questions.reading.reading import Question
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent

_AT_FIRST = re.compile(r"最早|最初|最先")
_BEGAN = re.compile(
    r"(?:(?:哪1?年|什么时候|何时)(?:.{0,3})(?:[办建设]|创[办刊立建]|成立|开[播办通])|(?:[办建]|创[办刊立建]|成立|开[播办通])(?:的|于)?.{0,4}(?:哪1?年|什么时候|何时))"
)


def answer_began(library: Source, question: Question) -> Answer | None:
    """Answer 电台最早是哪年办的 with the date of the founding, where a report tells it; None elsewhere."""
    if not (_AT_FIRST.search(question.masked) and _BEGAN.search(question.masked)):
        return None
    passed = question.passed | {word for word in question.words if _AT_FIRST.fullmatch(word)}
    dated = replace(question, intent=Intent.WHEN, passed=frozenset(passed))
    told = answer_date(library, dated) or answer_likely_date(library, dated)
    if told is None or len(told.items) < 2:
        return told
    first = min(told.items, key=lambda item: str(item.detail))
    return told.model_copy(
        update={"items": [first], "answer": f"{phrasing.day(str(first.detail))}（{first.label}）。"}
    )
