"""Answers about which year's report speaks of something, read off the passages themselves."""

from __future__ import annotations

import re

from search.answers import Answer, Item
from search.questions.naming.coverage import covers
from search.questions.reading.reading import Question
from search.questions.replies import given, withheld
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.words import key

_SAID = re.compile(r"(?:出现|提到|提过|说到|写到|讲到|谈到|涉及|说过|写过|说|写|讲)(?:过|了)?")
POOL = 30
"""Passages looked at."""


def answer_mentioning(source: Source, question: Question) -> Answer:
    """Answer which reports hold all the words asked for in one passage."""
    wanted = [*question.words, *(mention.name for mention in question.mentions)]
    wanted = [word for word in (_SAID.sub("", word) for word in wanted) if word]
    years = question.years.within(question.known.years) if question.years.named else ()
    items: list[Item] = []
    if wanted:
        for hit in source.search("".join(wanted), question.media, years, limit=POOL).hits:
            if covers(wanted, key(hit.text), {}, 1.0):
                items.append(Item(year=hit.evidence.year, label=hit.text, evidence=[hit.evidence]))
    if not items:
        said = f"没有报告提到“{''.join(wanted)}”" if wanted else "没有看出要找的是什么"
        return withheld(source, question.asked, question.intent, said, media=question.media, years=years)
    items.sort(key=lambda item: (item.year, item.evidence[0].start))
    found = sorted({item.year for item in items})
    text = f"{phrasing.years(found)}的报告提到“{''.join(wanted)}”。"
    return given(question.asked, question.intent, text, items=items)
