"""Answers about what something was called before, or is called now."""

from __future__ import annotations

import re

from ingest.report import Evidence
from kg.queries import evidence_of, run
from kg.renamings import renamed_outlets, renamings_query
from search.answers import Answer, Item
from search.questions import sparql
from search.questions.naming.coverage import covers
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.sentences.passages import all_sentences, proof_of
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.words import key

_VERB = re.compile(r"更名|改名|易名|改称|改叫")
_WIDER = re.compile(
    r"更名|改名|易名|改称|改叫|改为|改成|改版[为成]|[转调变][型整更]*[为成]|升级(?:为|成|而来)|前身|原名|合并(?:为|成)"
)
_REST = re.compile(r"[^。；;\n]*")
_ASKED = re.compile(
    r"[改更换]|变成|变|叫|名|用过|前后|先后|栏目|专栏|节目|专版|前身|之后|后来|以前|原来|现在|新|旧|客户端|app"
)


def answer_renamed(source: Source, question: Question) -> Answer | None:
    """Answer with the sentence that tells of another name of what is asked about; None where there is none."""
    words = [word for word in question.words if not _ASKED.search(word)]
    if not words and not question.mentions:
        return None
    found: dict[str, tuple[Evidence, str, str | None]] = {}
    query = sparql.facts(question.known.graphs, "EventFact", sparql.EVENT, sparql.EVENT_VARIABLES)
    for row in run(source.graph, query):
        evidence = evidence_of(row)
        rest = _REST.match(source.report(evidence.report).text, evidence.end)
        told = evidence.quote if _VERB.search(evidence.quote) else evidence.quote + (rest[0] if rest else "")
        said = key(told)
        if (
            _VERB.search(told)
            and covers(words, said, {}, 1.0)
            and all(any(n in said for e in m.candidates for n in e.names) for m in question.mentions)
        ):
            found[str(row["fact"])] = (evidence, told, None if row["date"] is None else str(row["date"]))
    if not found:
        return _of_outlets(source, question) or _told(source, question, words)
    query = sparql.facts(
        question.known.graphs, "EventFact", sparql.EVENT, sparql.EVENT_VARIABLES, sparql.iris("?fact", found)
    )
    items = [
        Item(year=evidence.year, label=phrasing.ended(told), detail=date, evidence=[evidence])
        for evidence, told, date in found.values()
    ]
    text = "；".join(f"{item.year}年报告写到：{item.label}" for item in items)
    return given(question.asked, question.intent, f"{text}。", items=items, sparql=query)


def _of_outlets(source: Source, question: Question) -> Answer | None:
    """Answer with what the graph knows of an outlet's names, where no dated event tells of them."""
    asked = {entity.iri for mention in question.mentions for entity in mention.candidates}
    told = [
        each
        for each in renamed_outlets(source.graph, question.known.graphs)
        if {each.before, each.after} & asked
    ]
    if not told:
        return None
    items = [
        Item(year=each.year, label=f"{each.was}更名为{each.now}", detail=None, evidence=[each.evidence])
        for each in told
    ]
    text = "；".join(f"{item.year}年报告写到：{item.evidence[0].quote}" for item in items)
    return given(
        question.asked,
        question.intent,
        f"{text}。",
        items=items,
        sparql=renamings_query(question.known.graphs),
    )


def _told(source: Source, question: Question, words: list[str]) -> Answer | None:
    """Answer with sentences that no event was made of: A专栏改为B."""
    named = [{name for e in m.candidates for name in e.names} for m in question.mentions]
    items = [
        Item(year=each.year, label=phrasing.ended(proof.quote), evidence=[proof])
        for each in all_sentences(source, question)
        if _WIDER.search(each.said)
        and covers(words, each.said, {}, 1.0)
        and all(any(name in each.said for name in names) for names in named)
        for proof in [proof_of(source, each)]
    ]
    if not items:
        return None
    text = "；".join(f"{item.year}年报告写到：{item.label}" for item in items[:_SHOWN])
    return given(question.asked, question.intent, f"{text}。", items=items[:_SHOWN])


_SHOWN = 3
