"""Answers about what was newly opened: 今年新开了哪些账号, 2022年上线了什么新平台."""

from __future__ import annotations

import re

from kg.queries import evidence_of, run
from search.answers import Answer, Item
from search.questions import sparql
from search.questions.naming.linking import tells
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.sentences.passages import all_sentences, places_of, proof_of, without_kind
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.light import content
from search.questions.wording.words import act_words, cover, key, topic_words

_LAUNCH = "上线"
"""Stands for its group in `acts.txt`: all words for what has been opened."""
NEWLY = re.compile(
    r"新(?:开|增|加|推|办|设|上|创|入驻|添)|(?:开|办|上|建|推|设|添|增|出)(?:了|过|通|设|办|线|播|出)*(?:什么|哪些|哪几个|几个)?的?新"
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
        question.known.graphs, "EventFact", sparql.EVENT, sparql.EVENT_VARIABLES, sparql.years(years)
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
    query = sparql.facts(question.known.graphs, "EventFact", sparql.EVENT, sparql.EVENT_VARIABLES, narrow)
    return given(question.asked, question.intent, f"{text}。", items=items, sparql=query)


def answer_founded(source: Source, question: Question) -> Answer | None:
    """Answer 新成立了什么部门, 组建了哪些工作室 with the sentences that tell of such a founding; None where there are none."""
    asked = _FOUNDED.search(question.masked)
    if asked is None or question.mentions:
        return None
    ends = _BODIES.get(asked[1], asked[1])
    told = re.compile(
        rf"(?:成立|组建|设立|新设|新建|创办|创建|筹建|组成|挂牌)(?:了|起)?[\u4e00-\u9fff\da-z]{{0,24}}(?:{ends})|(?:{ends})[\u4e00-\u9fff\d]{{0,6}}(?:成立|挂牌|揭牌)"
    )
    years = question.years.within(question.known.years) if question.years.named else question.known.years
    meant = places_of(source, question, "Statement")
    topics = [part for word in without_kind(question) if word not in act_words() for part in content(word)]
    found = [
        proof_of(source, each)
        for each in all_sentences(source, question)
        if each.year in years
        and told.search(each.said)
        and all(cover(topic, each.said, topic_words()) >= _SURE for topic in topics)
        and not each.within(meant)
    ]
    if not found:
        return None
    items = [Item(year=proof.year, label=proof.quote, evidence=[proof]) for proof in found[:_SHOWN]]
    text = "；".join(f"{item.year}年报告写到：{phrasing.ended(item.label)}" for item in items)
    return given(question.asked, Intent.PASSAGE, f"{text}。", items=items)


_FOUNDED = re.compile(
    r"(?:成立|组建|设立|新设|新建|创建|设|建|办)(?:了|过|起)?(?:什么|哪些|哪几[个家支]|几[个家支])(?:新的?)?(部门|机构|公司|工作室|中心|团队|基地|实验室|联盟|学院|委员会|队伍|小组|专班|记者站|研究院|智库)"
)
_BODIES = {
    "部门": "部(?!门|署|分|委)|室|中心|处(?!理)|办公室",
    "机构": "部(?!门|署|分|委)|室|中心|公司|院|所|委员会",
    "团队": "团队|队",
    "队伍": "队伍|队",
    "小组": "小组|专班",
}
"""How what is asked for may be called."""
_SHOWN = 6


def _date(told: object) -> str | None:
    return None if told is None else str(told)
