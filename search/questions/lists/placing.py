"""Answers about the place that something has among others: 收视排名第几, 在榜上列第几位."""

from __future__ import annotations

import re

from ingest.report import Qualifier
from search.answers import Answer, Value
from search.questions.naming.linking import tells
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.sentences.passages import all_sentences, proof_of
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.words import cover, topic_words

ASKED = re.compile(r"第几(?![届季期版条次批天年集部场个])[位名]?|(?:排名|名次|位次)(?:是|为|在)?(?:多少|几)")
_TOLD = re.compile(
    r"(?:排名?|[列居]|名次|位次|[升降跃跌进]至|[升降跃跌进]到)[\u4e00-\u9fff]{0,24}?第(?P<place>\d{1,4})"
)
_NO_NAME = re.compile(r"排名|名次|位次|第几|第|排在?|[位名列居]|全国|榜上?")
LEAST = 0.6
"""What must be told of every word of the question by the end of the sentence's part that tells the place."""
_REACH = 60
"""Characters before a place in which what has it is named."""


def answer_placed(source: Source, question: Question) -> Answer | None:
    """Answer with the places that reports tell: 35城收视排名第14位; None where they tell none, or several in one year.

    Where no year is named, the latest report that tells one.
    """
    if not ASKED.search(question.masked):
        return None
    words = [left for word in question.words if (left := _NO_NAME.sub("", word))]
    if not words and not question.mentions:
        return None
    years = question.years.within(question.known.years)
    found: dict[int, dict[int, Value]] = {}
    for each in all_sentences(source, question):
        if each.year not in years:
            continue
        last = 0
        for told in _TOLD.finditer(each.said):
            before = each.said[max(last, told.start() - _REACH) : told.end()]
            last = told.end()
            if not all(any(tells(e, before) for e in m.candidates) for m in question.mentions):
                continue
            if not all(cover(word, before, topic_words()) >= LEAST for word in words):
                continue
            place = int(told["place"])
            found.setdefault(each.year, {})[place] = Value(
                year=each.year,
                label="".join(m.name for m in question.mentions) or "".join(words),
                value=place,
                unit="位",
                qualifier=Qualifier.EXACT,
                evidence=[proof_of(source, each)],
            )
    wanted = sorted(found) if question.years.named else sorted(found)[-1:]
    if not wanted or any(len(found[year]) > 1 for year in wanted):
        return None
    values = [value for year in wanted for value in found[year].values()]
    said = "；".join(f"{v.year}年是第{v.value}位：{phrasing.ended(v.evidence[0].quote)}" for v in values)
    return given(question.asked, Intent.VALUE, f"{said}。", values=values)
