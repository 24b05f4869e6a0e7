"""When something began, asked for by its earliest time: 电台最早是哪年办的."""

from __future__ import annotations

import re
from dataclasses import replace

from search.answers import Answer
from search.questions.dates.dates import answer_date
from search.questions.dates.likely_dates import answer_likely_date
from search.questions.reading.reading import Question, read
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent

_AT_FIRST = re.compile(r"最早|最初|最先")
_BEGAN = re.compile(
    r"(?:(?:哪1?年|什么时候|何时|哪1?天|几月|几号|哪个?月)(?:.{0,3})(?:[办建设]|创[办刊立建]|成立|开[播办通]|上线|面世|推出|首播|启用)|(?:[办建]|创[办刊立建]|成立|开[播办通])(?:的|于)?.{0,4}(?:哪1?年|什么时候|何时))"
)


# 晚报是哪一年开始有的: of an outlet that is older than any report.
_SINCE = re.compile(
    r"哪1?年(?:的时候)?(?:才|就)?(?:开始)?(?:有|办|出|创)(?:的|了|起来的?)?$|从哪1?年(?:开始|起)?(?:有|办|出)"
)
_FOUNDED = re.compile(r"创[刊办立建]|成立|始建|建台|建社|开播")


def answer_founded_in(library: Source, question: Question) -> Answer | None:
    """Answer 晚报是哪一年开始有的 with the founding of the outlet, where a report tells that it was before any report; None elsewhere."""
    outlets = question.named("platform")
    if (
        not _SINCE.search(question.masked)
        or len(outlets) != 1
        or len(question.mentions) != 1
        or question.words
    ):
        return None
    told = answer_likely_date(
        library, replace(read(f"{outlets[0].name}创办于哪一年", question.known), intent=Intent.WHEN)
    )
    if told is None or len(told.items) != 1 or not _FOUNDED.search(told.items[0].label):
        return None
    before = int(str(told.items[0].detail)[:4]) < question.known.years[0]
    return told.model_copy(update={"question": question.asked, "intent": question.intent}) if before else None


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
