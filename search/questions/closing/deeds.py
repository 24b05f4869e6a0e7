"""What later reports tell of deeds by which something was done that a question names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from search.answers import Item, TraceItem
from search.questions.reading.reading import Question
from search.questions.sentences.passages import Sentence, all_sentences, places_meant, proof_of
from search.questions.source import Source
from search.questions.wording.words import SYNONYM, act_words, cover, key, topic_words

SURE = 0.55
"""Score from on which a link is told as an answer: tracing shows fainter ones to be judged, an answer may not."""
DEED = "写到"
"""What is told of a deed that a later report shows."""
SHOWN = 2
"""How many of each kind are told."""


def deeds(source: Source, question: Question, topic: Sequence[str], since: int) -> list[Item]:
    """Return the sentences of later reports' bodies that hold all words of a topic: what was done after it was answered."""
    meant = places_meant(source, question)
    found = [
        each
        for each in all_sentences(source, question)
        if each.year > since and all(word in each.said for word in topic) and not each.within(meant)
    ]
    return [
        Item(year=each.year, label=proof.quote, detail=DEED, evidence=[proof])
        for each in found[:SHOWN]
        for proof in [proof_of(source, each)]
    ]


def done(source: Source, question: Question, topic: Sequence[str], traced: TraceItem) -> list[Item]:
    """Return the later sentences of which a clause says that what a plan names was done: 直播间建成260平方米.

    With the responses that are linked to it; none for a shortcoming, and where no sentence says so.
    """
    named = [word for word in topic if word not in act_words() and not _DONE.search(word)]
    if traced.kind != "commitment" or not named:
        return []
    meant = places_meant(source, question)
    told = [
        each
        for each in all_sentences(source, question)
        if each.year > traced.year and not each.within(meant) and _says_done(source, each, named)
    ]
    items = [
        Item(year=each.year, label=proof.quote, detail=DEED, evidence=[proof])
        for each in told[:SHOWN]
        for proof in [proof_of(source, each)]
    ]
    places = {(item.evidence[0].report, item.evidence[0].start) for item in items}
    answered = [
        Item(year=link.evidence.year, label=link.evidence.quote, detail="回应", evidence=[link.evidence])
        for link in traced.responses[:SHOWN]
        if link.score >= SURE and (link.evidence.report, link.evidence.start) not in places
    ]
    return sorted([*answered, *items], key=lambda item: (item.year, item.evidence[0].start)) if items else []


def _says_done(source: Source, sentence: Sentence, named: Sequence[str]) -> bool:
    text = source.report(sentence.report).text[sentence.start : sentence.end]
    clauses = map(key, re.split(r"[，,；;：:。]", text))
    return any(_DONE.search(clause) and all(says(clause, word) for word in named) for clause in clauses)


_DONE = re.compile(
    r"建[成起]|成立|组建|挂牌|揭牌|上线|开通|启用|投用|投入使用|开播|开办|创办|设立|落成|竣工|完工|完成|推出|开[馆业展]|建立|改造|招聘|引进|实施|落地|开工"
)
"""Words of which one tells that something planned was done."""


def says(text: str, word: str) -> bool:
    """Tell whether a text (in one spelling) has a word, or another of the tables for it."""
    return cover(word, text, topic_words()) >= SYNONYM
