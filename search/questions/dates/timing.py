"""Answers about when: from the events of the graph, the dates of sentences, or the year of the report that tells of it."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.dates import dates
from search.answers import Answer
from search.questions.dates.dates import answer_date
from search.questions.dates.likely_dates import answer_likely_date
from search.questions.dates.repeated import with_all_days
from search.questions.dates.telling_years import in_which_year
from search.questions.lists.spans import answer_span
from search.questions.reading.reading import Question, entities, read
from search.questions.reading.suiting import HOW_OFTEN
from search.questions.sentences.nearest import answer_nearest, answer_often
from search.questions.sentences.passages import answer_passage
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.turns import turns
from search.questions.wording.words import key


def answer_when(source: Source, question: Question) -> Answer | None:
    """Answer when something happened, or how often it does (每周几播); None where the reports do not tell."""
    if HOW_OFTEN.search(question.masked):
        return answer_date(source, question) or answer_nearest(source, question)
    told = (
        told_date(source, question)
        or _renamed(source, question)
        or _made(source, question)
        or in_which_year(source, question)
    )
    if told is not None:
        return told
    told = answer_passage(source, question) if _STOPPED.search(question.masked) else None
    if told is not None and not any(turns(key(item.label)) & {"end", "change"} for item in told.items):
        told = None  # 停车 tells no end of what is named beside it.
    return _with_date(source, told or answer_often(source, question))


def told_date(source: Source, question: Question) -> Answer | None:
    """Answer 第一次5G直播是几号, 从什么时候起实行 with the date that a report tells, by an event or else the likeliest; None where none does."""
    when = replace(question, intent=Intent.WHEN)
    told = answer_date(source, when) or answer_likely_date(source, when)
    return told and with_all_days(source, told)


def _renamed(source: Source, question: Question) -> Answer | None:
    """岭上云几时改叫岭云的, where the report says only what it came to be called: 客户端5月8日更名为“岭云”."""
    if len(question.mentions) < 2 or not _NEW_NAME.search(question.masked):
        return None
    now = question.mentions[-1].name
    return told_date(source, read(f"什么时候更名为{now}", question.known))


def _with_date(source: Source, told: Answer | None) -> Answer | None:
    """Return an answer that is one sentence with the date that alone stands in it: 短讯几时有的, 手语短讯10月起每日一期."""
    if told is None or len(told.items) != 1:
        return told
    (item,) = told.items
    proof = item.evidence[0]
    found = dates(source.report(proof.report).text, proof.year, proof.start, proof.end)
    if len(days := {date.iso for date in found}) != 1:
        return told
    (day,) = days
    text = f"{phrasing.day(day)}：{phrasing.ended(item.label)}。"
    return told.model_copy(update={"answer": text, "items": [item.model_copy(update={"detail": day})]})


def _made(source: Source, question: Question) -> Answer | None:
    """哪年推出的, of a work whose date no report tells: the year of the first report that speaks of it."""
    if (
        question.mentions
        and all(entities([m], "work") for m in question.mentions)
        and _YEAR_MADE.search(question.masked)
    ):
        return answer_span(source, replace(question, intent=Intent.FIRST))
    return None


# 从什么时候起: a day or month is told rather than the first report that speaks of it.
FROM_WHEN = re.compile(r"(?:什么时[间候]|何时|哪1?天|几月(?:几[日号])?|几号)(?:起|开始)")
_NEW_NAME = re.compile(r"(?:改|更|换)(?:名|称|叫)?(?:成|为|叫|做)*□")
_STOPPED = re.compile(r"[改更换]名|改[版刊]|升级|停[播办刊更用]|休刊|终刊|关停|下线|撤销|不办|没了")
"""《A》停播 or 更名, without a date: the report that tells it is the year."""
_YEAR_MADE = re.compile(r"哪1?年.{0,3}(?:推出|制作|拍|做|创作|采写|写|刊发|发布|出品)")
