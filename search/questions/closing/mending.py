"""Answers about how one fault is mended: what became of it, and what was meant to be done where nothing is told to be done yet."""

from __future__ import annotations

import re
from dataclasses import replace

from search.answers import Answer
from search.questions.closing.outcomes import OF_FAULTS, answer_outcome
from search.questions.closing.statements import answer_statements, topic_of
from search.questions.reading.reading import Question
from search.questions.source import Source
from search.questions.wording.intents import Intent


def answer_mended(library: Source, question: Question) -> Answer:
    """Tell what became of a fault or plan; who asks how it is mended is told what was meant to be done as well."""
    told = answer_outcome(library, question)
    done = told.answer is None and _DONE.search(question.masked)
    if done or not _HOW.search(question.masked) or not OF_FAULTS.search(question.masked):
        return told
    if question.mentions and not topic_of(question):
        return told  # 报纸没法印的时候怎么办的
    planned = answer_statements(library, replace(question, intent=Intent.COMMITMENTS))
    if planned.answer is None or told.answer is None:
        return told if planned.answer is None else planned
    return told.model_copy(
        update={
            "answer": f"{told.answer}{planned.answer}",
            "items": [*told.items, *(item for item in planned.items if item not in told.items)],
            "evidence": [*told.evidence, *(each for each in planned.evidence if each not in told.evidence)],
            "sparql": None,
        }
    )


_DONE = re.compile(r"后来|之后|结果|最后|最终")
"""后来怎么收场的: what was meant to be done says nothing of it."""
_HOW = re.compile(r"怎么(?!样)|怎样(?!了)|如何(?!了)|什么(?:办法|措施|打算)")
"""Who asks how a fault is mended is served with what is meant to be done, where nothing is told to be done yet."""
