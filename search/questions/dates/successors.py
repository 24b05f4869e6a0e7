"""When what took the place of something began: 接替晚报的那个周刊叫什么，什么时候办起来的."""

from __future__ import annotations

from search.answers import Answer, Item
from search.questions.dates.timing import told_date
from search.questions.lists.fates import succession
from search.questions.reading.reading import Question, read
from search.questions.replies import given
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent


def answer_successor_began(source: Source, question: Question) -> Answer | None:
    """Answer with the day on which what took the place of what is named began, and what that is; None where no report tells both."""
    if question.intent is not Intent.WHEN or (told := succession(source, question)) is None:
        return None
    proof, others = told
    dated = told_date(source, read(f"《{others[-1]}》是什么时候创办的", question.known))
    if dated is None:
        return None
    item = Item(year=proof.year, label=phrasing.ended(proof.quote), evidence=[proof])
    text = f"{dated.answer}{proof.year}年报告写到：{item.label}。"
    return given(question.asked, question.intent, text, items=[*dated.items, item])
