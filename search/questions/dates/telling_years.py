"""Answers about the year in which something was done, told by the report that speaks of it where no date is."""

from __future__ import annotations

import re
from dataclasses import replace

from search.answers import Answer
from search.questions.naming.linking import tells
from search.questions.reading.reading import Question
from search.questions.sentences.nearest import answer_nearest, asked_terms
from search.questions.source import Source
from search.questions.wording.intents import Intent
from search.questions.wording.words import key


def asks_year(question: Question) -> bool:
    """Tell whether a question asks for a year."""
    return _YEAR_ASKED.search(question.masked) is not None


def in_which_year(library: Source, question: Question) -> Answer | None:
    """哪年开始用AI校对, where no date is told: the report that tells all of it is that of its year."""
    if not asks_year(question):
        return None
    told = answer_nearest(library, question, enough=_WHOLE)
    if told is not None and question.intent in _ENDS and len({item.year for item in told.items}) > 1:
        told = _at_end(library, question)
    elif (
        told is not None
        and len({item.year for item in told.items}) > 1
        and len(asked_terms(library, question)) < 2
    ):
        return None  # 舒敏是哪年来台里的: that several reports speak of her tells nothing of that.
    if told is None or (_BEGUN.search(question.masked) and not _begins(question, told)):
        return None
    why = "报告没有写明日期，按写到此事的报告的年度回答"
    return told.model_copy(update={"reason": why, "intent": question.intent})


def _begins(question: Question, told: Answer) -> bool:
    """Tell whether it is said that what is named began: not of an app that a paper has which 创刊于1993年."""
    clauses = [clause for item in told.items for clause in _CLAUSE.split(item.label)]
    named = [
        clause
        for clause in clauses
        if all(
            m.name in key(clause) or any(tells(e, key(clause)) for e in m.candidates)
            for m in question.mentions
        )
    ]
    return any(
        _BEGINS.search(_without_given(clause, question) if question.mentions else clause)
        for clause in (named if question.mentions else clauses) or clauses
    )


def _without_given(clause: str, question: Question) -> str:
    """Return a clause without what the named thing brought forth; what brought that forth (建党百年推出“红帆”) stays."""
    labels = [entity.label for mention in question.mentions for entity in mention.candidates]
    at = min((place for label in labels if (place := clause.find(label)) >= 0), default=0)
    return clause[:at] + _GIVES.sub("", clause[at:])


# 客户端新增23个端口: what is named brought something forth, and began long ago.
_GIVES = re.compile(
    r"(?<=[\u4e00-\u9fff”》])(?:新增|引入|引进|推出|上线|开设|开通)(?=[\u4e00-\u9fff\d“《]{2})(?!运行|试运行|以来|后|了?$|使用)"
)


_CLAUSE = re.compile(r"[，,；;。]")


def _at_end(library: Source, question: Question) -> Answer | None:
    """Return what the first (else the last) report tells of it, where several do: 最早哪年提到直播带货."""
    for year in sorted(question.known.years, reverse=question.intent is Intent.LAST):
        one = replace(question, years=replace(question.years, named=(year,)))
        if (told := answer_nearest(library, one, enough=_WHOLE)) is not None:
            return told
    return None


_ENDS = frozenset({Intent.FIRST, Intent.LAST})
_YEAR_ASKED = re.compile(r"哪1?个?年(?!的)")
_WHOLE = 0.99
# 《茶戏园》哪年开办的: that it was on the air is no sign that it began.
_BEGUN = re.compile(r"开[播办通始设]|[创开]办|创刊|成立|上线|推出|组建|建的")
_BEGINS = re.compile(
    r"开[播办通设]|首播|创[办刊]|成立|上线|推出|组建|挂牌|启动|启用|引入|引进|投用|建成|新增|首次|起步"
)
