"""What later reports own of a fault that goes on or a plan that was not kept, where tracing ties nothing to it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.report import Evidence
from kg.queries import evidence_of, run
from search.answers import Item, TraceItem
from search.questions import sparql
from search.questions.closing.deeds import SHOWN, says
from search.questions.naming.coverage import share
from search.questions.reading.reading import Question
from search.questions.sentences.passages import all_sentences, places_of, proof_of
from search.questions.source import Source
from search.questions.wording.words import act_words, key, topic_words

AGAIN = "再次写为不足"
_NOT_DONE = re.compile(
    r"(?:至今|迟迟|一直|仍然?|还|尚)[^，。；]{0,6}[未没无]|未能|尚未|没能|没有?(?:如期|按期|按时)|未(?:如期|按期|按时)|流标|搁置|搁浅|落空|停工|[没未](?:有)?(?:兑现|守住|做到|办成|建成|落地|开工|动工)"
)
"""Words by which a report owns that something meant was not done."""
_GOES_ON = re.compile(rf"仍|依然|依旧|还是|还嫌|老样子|反弹|回潮|{_NOT_DONE.pattern}")
MOST = 0.4
"""What such a statement must cover of the words of the topic, each weighing as it is rare."""


def undone(source: Source, question: Question, rare: Mapping[str, float], traced: TraceItem) -> list[Item]:
    """Return the later shortcomings, of a plan also the sentences, that own that it was not kept or goes on.

    新印务中心因手续未了，至今未能开工 of a plan; 推送仍嫌多，说好的5条没守住 of a fault. `rare`: how much each word of the topic tells which statement
    is meant; one of those that tell most must stand there.
    """
    things = {word: weight for word, weight in rare.items() if word not in act_words()}
    if not things:
        return []
    cue = _NOT_DONE if traced.kind == "commitment" else _GOES_ON
    found = [
        (text, proof)
        for text, proof in _told(source, question, traced)
        if cue.search(said := key(text))
        and share(list(things), said, topic_words(), things) >= MOST
        and any(says(said, word) for word, weight in things.items() if weight >= MOST * max(things.values()))
    ]
    return [
        Item(year=proof.year, label=text, detail=AGAIN, evidence=[proof]) for text, proof in found[:SHOWN]
    ]


def _told(source: Source, question: Question, traced: TraceItem) -> list[tuple[str, Evidence]]:
    query = sparql.facts(
        question.known.graphs, "Shortcoming", sparql.STATEMENT, sparql.STATEMENT_VARIABLES, asked=False
    )
    told = [(str(row["text"]), evidence_of(row)) for row in run(source.graph, query)]
    if traced.kind == "commitment":
        closing = places_of(source, question, "Statement")
        every = all_sentences(source, question)
        proofs = (proof_of(source, each) for each in every if not each.within(closing))
        told += [(proof.quote, proof) for proof in proofs]
    later = [(text, proof) for text, proof in told if proof.year > traced.year]
    return sorted(later, key=lambda each: (each[1].year, each[1].start))
