"""Answers about what was newly opened: 今年新开了哪些账号, 2022年上线了什么新平台."""

from __future__ import annotations

import re

from kg.queries import evidence_of, run
from search.answers import Answer, Item
from search.questions import phrasing, sparql
from search.questions.intents import Intent
from search.questions.light import content
from search.questions.linking import tells
from search.questions.reading import Question
from search.questions.replies import given
from search.questions.source import Source
from search.questions.words import act_words, cover, key, topic_words

_LAUNCH = "上线"
"""Stands for its group in `acts.txt`: all words for what has been opened."""
NEWLY = re.compile(
    r"新(?:开|增|推|办|设|上|创|入驻|添)|(?:开|办|上|建|推|设|添|增|出)(?:了|过|通|设|办|线|播|出)*(?:什么|哪些|哪几个|几个)?的?新"
)
_KINDS = {
    Intent.PLATFORMS: re.compile(r"账号|[^口]号$|平台|客户端|app|频道|频率|网站|小程序|公众号|视频号"),
    Intent.COLUMNS: re.compile(r"栏目|专栏|专题|专版|副刊|节目|板块|版块"),
}


def newly(question: Question) -> bool:
    """Tell whether a question asks only for what is new."""
    return NEWLY.search(question.masked) is not None


def launched(text: str) -> bool:
    """Tell whether a text (in one spelling) says that something was opened."""
    return cover(_LAUNCH, text, act_words()) >= _SURE


_SURE = 0.85


def answer_launches(source: Source, question: Question) -> Answer | None:
    """Answer with the events that tell of a launch, for what was not understood as an outlet or column; None where there are none.

    Of the years named; of the latest where none is.
    """
    kinds = _KINDS.get(question.intent)
    if kinds is None or not newly(question):
        return None
    years = question.years.within(question.known.years) if question.years.named else question.known.years[-1:]
    query = sparql.facts(
        question.media, "EventFact", sparql.EVENT, sparql.EVENT_VARIABLES, sparql.years(years)
    )
    topics = [
        part
        for word in question.words
        if word not in act_words() and not NEWLY.search(word)
        for part in content(word.removeprefix("新"))
        if not kinds.search(part)
    ]
    found = [
        (
            str(row["fact"]),
            Item(year=proof.year, label=str(row["name"]), detail=_date(row["date"]), evidence=[proof]),
        )
        for row in run(source.graph, query)
        for proof in [evidence_of(row)]
        for said in [key(f"{row['name']}{proof.quote}")]
        if launched(key(str(row["name"])))
        and kinds.search(said)
        and all(cover(topic, said, topic_words()) >= _SURE for topic in topics)
        and all(any(tells(e, said) for e in m.candidates) for m in question.mentions)
    ]
    if not found:
        return None
    items = [item for _, item in found]
    text = "；".join(f"{item.year}年报告写到：{phrasing.ended(item.label)}" for item in items)
    narrow = sparql.iris("?fact", (fact for fact, _ in found))
    query = sparql.facts(question.media, "EventFact", sparql.EVENT, sparql.EVENT_VARIABLES, narrow)
    return given(question.asked, question.intent, f"{text}。", items=items, sparql=query)


def _date(told: object) -> str | None:
    return None if told is None else str(told)
