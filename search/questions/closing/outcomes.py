"""Answers about what became of one shortcoming or commitment: the links that tracing finds, told with their words."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ingest.report import Evidence
from kg.queries import evidence_of, run
from search.answers import Answer, Item, Link, Status, TraceItem
from search.questions import sparql
from search.questions.closing.deeds import DEED, SHOWN, SURE, deeds, done, says
from search.questions.closing.pinpointing import ALONE, APART, BEYOND_DOUBT, CLOSE, LEAST, about, weighed
from search.questions.closing.statements import gist, line_of, speaks_of_all, topic_of
from search.questions.closing.undone import AGAIN, undone
from search.questions.naming.coverage import share
from search.questions.reading.reading import Question
from search.questions.replies import given, withheld
from search.questions.sentences.nearest import answer_nearest
from search.questions.sentences.passages import (
    all_sentences,
    answer_passage,
    proof_of,
)
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.words import act_words, cover, key, topic_words
from search.tokens import in_dictionary, tagged
from search.trace import trace

FAINT = 0.4
"""The same, where none is surer."""
TOLD = {
    Status.FIXED: "后来的报告写到了整改",
    Status.PARTLY: "后来的报告写到了整改，但也再次写为不足",
    Status.RECURRING: "后来的报告没有写到整改，并再次写为不足",
    Status.UNTRACED: "后来的报告没有写到（没有写到不等于没有做）",
    Status.PENDING: "之后的报告还没有入库",
}
_KINDS = {"shortcoming": "不足", "commitment": "打算"}


def answer_outcome(source: Source, question: Question) -> Answer:
    """Answer what later reports say of the shortcoming or commitment that a question describes."""
    topic, meant = topic_of(question), pinpointed(source, question)
    if (other := _elsewhere(question)) is not None and not (meant and meant[0].weight >= BEYOND_DOUBT):
        said = f"报告中没有提到“{other}”"
        return withheld(source, question.asked, question.intent, said, media=question.media)
    became = [(each, _links(source, question, topic, each)) for each in [one.traced for one in meant]]
    surely = _answered(source, question, topic, meant[0].weight + CLOSE if meant else 0.0)
    linked = [item for _, items in became for item in items]
    if surely is not None and not all(item in linked for item in surely.items):
        return surely
    only_again = bool(linked) and all(item.detail == AGAIN for item in linked)
    # That it fell short once more is no answer where another report tells what was done about it.
    if only_again and (done_about := _answered(source, question, topic, LEAST)) is not None:
        return done_about
    told = next((each for each, items in became if items), None)
    if told is None and question.years.named:
        # 国际传播空白这一条2024年怎么样了: the year is that of what became of it.
        before = answer_outcome(source, replace(question, years=replace(question.years, named=())))
        if before.answer is not None or not meant:
            return before
    if told is None:
        # 等保测评通过了没有: no plan speaks of it, but a sentence tells all that is asked.
        other_way = (
            _answered(source, question, topic, LEAST, meant[0].traced.year)
            if meant
            else answer_passage(source, question) or answer_nearest(source, question)
        )
        return other_way or _untold(source, question, [one.traced for one in meant])
    items = _once(item for _, some in became for item in some)
    query = _query(source, question, [told.evidence, *(item.evidence[0] for item in items)])
    said = "；".join(f"{item.year}年报告{item.detail}：{phrasing.ended(item.label)}" for item in items)
    status = TOLD[_became(told, [item.detail == AGAIN for item in items])]
    if all(item.detail == _PLANNED for item in items):
        status = "后来的报告没有写到落实，并再次列为打算"
    elif told.kind == "commitment" and all(item.detail == AGAIN for item in items):
        status = "后来的报告没有写到落实，并写为不足"
    text = f"{told.year}年报告写的{_KINDS[told.kind]}“{phrasing.ended(told.text)}”，{status}。{said}。"
    return given(
        question.asked,
        Intent.OUTCOME,
        text,
        items=items,
        sparql=query,
        reason=HYPOTHESIS,
        further=[told.evidence],
    )


class Meant(NamedTuple):
    """A statement that a question means, and how far it does."""

    weight: float
    traced: TraceItem


def pinpointed(source: Source, question: Question) -> list[Meant]:
    """Return the shortcomings and commitments of one report that a question means, the surest first; none where none is meant."""
    topic = topic_of(question)
    rare = _rarity(source, question, topic)
    years = question.years.within(question.known.years) if question.years.named else question.known.years
    every = [each for each in trace(source, question.media).items if each.year in years]
    weights = _weights(source, question, [each.text for each in every], rare)
    best = max(weights, default=0.0)
    others = max((weight for weight in weights if weight < best - CLOSE), default=0.0)
    least = ALONE if best - others >= APART else LEAST
    found = [
        Meant(weight, each)
        for weight, each in zip(weights, every, strict=True)
        # What is named is not told by its meaning: 浣溪新闻网 is no other outlet.
        if weight >= max(least, best - CLOSE) and speaks_of_all(question, each.text)
    ]
    # The first of those that fit about equally well: what was said again later is part of what became of it.
    first = min((each.traced.year for each in found), default=0)
    return sorted((each for each in found if each.traced.year == first), key=lambda each: -each.weight)


def _weights(
    source: Source, question: Question, texts: Sequence[str], rare: Mapping[str, float]
) -> list[float]:
    topic = list(rare)
    held = [share(topic, key(text), topic_words(), rare) if topic else 0.0 for text in texts]
    return weighed(about(question), held, texts, source.encoder)


def _untold(source: Source, question: Question, meant: Sequence[TraceItem]) -> Answer:
    """Return no answer, and why: no statement is meant, or no later report speaks of it."""
    if not meant:
        topic = gist(question)
        said = f"报告的不足与打算中没有说到“{topic}”" if topic else "没有看出问的是哪一条不足或打算"
        years = question.years.within(question.known.years) if question.years.named else []
        return withheld(source, question.asked, question.intent, said, media=question.media, years=years)
    origin = meant[0].evidence
    status = TOLD[Status.PENDING if meant[0].status is Status.PENDING else Status.UNTRACED]
    reply = withheld(
        source,
        question.asked,
        Intent.OUTCOME,
        f"{origin.year}年报告的“{meant[0].text}”，{status}",
        media=question.media,
        sparql=_query(source, question, [each.evidence for each in meant]),
    )
    return reply.model_copy(update={"evidence": [origin, *reply.evidence]})


def _links(source: Source, question: Question, topic: Sequence[str], traced: TraceItem) -> list[Item]:
    """Return what later reports say of a statement."""
    return (
        done(source, question, topic, traced)
        or _items(traced, topic)
        or _spoken_to(source, question, topic, traced.evidence)
        or undone(source, question, _rarity(source, question, topic), traced)
        or _planned_again(source, question, topic, traced.evidence)
    )


def _once(items: Iterable[Item]) -> list[Item]:
    """Return items by year and place, each place once."""
    places = {(item.evidence[0].report, item.evidence[0].start): item for item in items}
    return sorted(places.values(), key=lambda item: (item.year, item.evidence[0].start))


def _elsewhere(question: Question) -> str | None:
    """Return a name of the question that the reports do not have: 日语账号 is no 葡萄牙语账号; None where there is none."""
    return next(
        (
            word
            for word, tag in tagged(question.masked)
            if len(word) > 1
            and tag in ("ns", "nt", "nz")
            and in_dictionary(word)
            and word not in question.known.said
            and word not in topic_words()
        ),
        None,
    )


def _became(traced: TraceItem, again: Sequence[bool]) -> Status:
    """Return what is told of a statement by its links of which `again` says whether each is a fault told again."""
    if all(again):
        return Status.RECURRING
    if traced.status is Status.PARTLY and traced.kind == "shortcoming":
        return traced.status
    return Status.PARTLY if any(again) else Status.FIXED


def _query(source: Source, question: Question, told: Sequence[Evidence]) -> str:
    """Return the query of the statements at some places; deeds are sentences of the body and no facts of the graph."""
    places = {(each.report, each.start) for each in told}
    narrow = sparql.years(sorted({each.year for each in told}))
    pattern = (
        f"VALUES ?class {{ yz:Shortcoming yz:Commitment yz:Response }} ?fact a ?class . {sparql.STATEMENT}"
    )
    every = sparql.facts(question.known.graphs, "Statement", pattern, sparql.STATEMENT_VARIABLES, narrow)
    rows = [(str(row["fact"]), evidence_of(row)) for row in run(source.graph, every)]
    facts = [fact for fact, proof in rows if (proof.report, proof.start) in places]
    return sparql.facts(
        question.known.graphs, "Statement", pattern, sparql.STATEMENT_VARIABLES, sparql.iris("?fact", facts)
    )


def _rarity(source: Source, question: Question, topic: Sequence[str]) -> dict[str, float]:
    """Return how much each word of a topic says of which statement is meant: the fewer sentences have it, the more."""
    every = all_sentences(source, question)
    held = {word: sum(word in each.said for each in every) for word in topic}
    return {word: math.log((len(every) + 2) / (number + 1)) for word, number in held.items()}


# 报纸出错怎么更正的 is no question about a fault that the reports told or a plan that they made.
OF_FAULTS = re.compile(
    r"不足|问题|短板|毛病|差距|薄弱|缺|弱|少|低|慢|老|窄|难|差|滑|不|没|承诺|打算|计划|目标|说要|解决|改(?![版名刊])|落实|兑现|[多高重乱散杂旧浅空虚粗](?:的问题|的?毛病)?(?:是)?(?:怎么|怎样|如何|后来)|弥补|补|破|克服|扭转|后来|现在|如今|结果|怎么?样了|吗$|办$|进展|[建办做搞设]"
)


def tells_fault(source: Source, question: Question) -> bool:
    """Tell whether a shortcoming holds every word of the topic: 舆论监督空白怎么填的 asks for a fault, though by no word for one."""
    topic = topic_of(question)
    query = sparql.facts(
        question.known.graphs, "Shortcoming", sparql.STATEMENT, sparql.STATEMENT_VARIABLES, asked=False
    )
    rows = run(source.graph, query) if topic else []
    return any(all(says(key(str(row["text"])), word) for word in topic) for row in rows)


def _answered(
    source: Source, question: Question, topic: Sequence[str], least: float, since: int = 0
) -> Answer | None:
    """Answer with the response that names the fault itself: the report that found it may not be stored.

    None where none is meant so surely as by `least`, a weight, in a report of a year after `since`.
    """
    years = [year for year in question.years.within(question.known.years) if year > since]
    if not years:
        return None
    query = sparql.facts(
        question.known.graphs, "Response", sparql.STATEMENT, sparql.STATEMENT_VARIABLES, sparql.years(years)
    )
    rows = run(source.graph, query)
    # In a table the fault stands beside its mending.
    lines = [line_of(source, evidence_of(row)) for row in rows]
    weights = _weights(source, question, lines, _rarity(source, question, topic))
    best = max(weights, default=0.0)
    chosen = [
        row
        for row, line, weight in zip(rows, lines, weights, strict=True)
        # What is named must be told: 报停刊了吗 is not answered by a channel that was closed.
        if weight >= max(LEAST, least, best - CLOSE) and speaks_of_all(question, line)
    ]
    if not chosen:
        return None
    items = [
        Item(year=proof.year, label=str(row["text"]), detail="回应", evidence=[proof])
        for row in chosen
        for proof in [evidence_of(row)]
    ]
    items = _once([*items, *deeds(source, question, topic, min(item.year for item in items))])
    facts = sparql.iris("?fact", (str(row["fact"]) for row in chosen))
    query = sparql.facts(
        question.known.graphs, "Response", sparql.STATEMENT, sparql.STATEMENT_VARIABLES, facts
    )
    told = "；".join(f"{item.year}年报告{item.detail}：{phrasing.ended(item.label)}" for item in items)
    return given(question.asked, Intent.OUTCOME, f"{told}。", items=items, sparql=query)


HYPOTHESIS = "前后报告之间的联系由系统推断，请对照原文确认"


def _items(traced: TraceItem, topic: Sequence[str]) -> list[Item]:
    """Return the best links of each kind, by year and place; faint ones only where they name all that is asked about."""
    links: list[tuple[str, Link]] = [
        *(("回应", link) for link in traced.responses[:SHOWN]),
        *((DEED, link) for link in traced.actions[:SHOWN]),
        *((AGAIN, link) for link in traced.recurrences[:SHOWN]),
    ]
    # 报史馆建成了吗 is told by 报史馆建设进度滞后: what is to be done is named, not that it was.
    named = [word for word in topic if word not in act_words()]
    links = [
        (kind, link)
        for kind, link in links
        # A later fault says that a shortcoming goes on, but not whether a promised deed was done.
        if not (kind == AGAIN and traced.kind == "commitment")
        or (named and all(says(key(link.evidence.quote), word) for word in named))
    ]
    sure = [
        (kind, link)
        for kind, link in links
        if link.score >= SURE or (named and all(says(key(link.evidence.quote), word) for word in named))
    ]
    # Where none is sure, the likeliest deed or response is told: that it is inferred is said anyhow.
    likely = [pair for pair in links if pair[0] != AGAIN and pair[1].score >= FAINT]
    links = sure or sorted(likely, key=lambda pair: -pair[1].score)[:1]
    if not links and traced.kind == "commitment":
        # 实验室搞得顺不顺利: that it goes slowly is all that is told of it.
        links = [
            (AGAIN, link)
            for link in traced.recurrences[:1]
            if link.score >= SURE
            and any(len(word) > _SHORT and word in key(link.evidence.quote) for word in named)
        ]
    links.sort(key=lambda pair: (pair[1].evidence.year, pair[1].evidence.start))
    return [
        Item(year=link.evidence.year, label=link.evidence.quote, detail=kind, evidence=[link.evidence])
        for kind, link in links
    ]


def _spoken_to(source: Source, question: Question, topic: Sequence[str], origin: Evidence) -> list[Item]:
    """Return the sentences of later reports that say which fault they answer, though none was understood as a response: 针对监督力度不够的问题，…."""
    found = [
        each
        for each in all_sentences(source, question)
        if each.year > origin.year
        and (fault := _FAULT_ANSWERED.search(each.said)) is not None
        and all(cover(word, fault[0], topic_words()) >= LEAST_WORD for word in topic)
    ]
    return [
        Item(year=each.year, label=proof.quote, detail="回应", evidence=[proof])
        for each in (found if topic else [])[:SHOWN]
        for proof in [proof_of(source, each)]
    ]


def _planned_again(source: Source, question: Question, topic: Sequence[str], origin: Evidence) -> list[Item]:
    """Return what later reports still mean to do about the same thing: 传媒公司成立了吗, where 尽快组建传媒公司 is planned again."""
    named = [word for word in topic if word not in act_words()]
    query = sparql.facts(
        question.known.graphs, "Commitment", sparql.STATEMENT, sparql.STATEMENT_VARIABLES, asked=False
    )
    rows = [(str(row["text"]), evidence_of(row)) for row in run(source.graph, query)]
    found = [
        Item(year=proof.year, label=text, detail=_PLANNED, evidence=[proof])
        for text, proof in rows
        if proof.year > origin.year and named and all(says(key(text), word) for word in named)
    ]
    return sorted(found, key=lambda item: item.year)[:SHOWN]


_FAULT_ANSWERED = re.compile(r"(?:针对|对于|围绕)[^，。；]{2,40}?(?:问题|不足|短板|薄弱环节|情况|现象)")
LEAST_WORD = 0.6
_SHORT = 2
"""Characters of words that say too little of what is meant: 数据 of 数据采访实训班."""
_PLANNED = "再次列为打算"
