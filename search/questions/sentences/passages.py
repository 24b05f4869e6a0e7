"""Answers that are a sentence of a report: why something is so, how it was done, who did it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from ingest.report import Evidence, Report
from ingest.sentences import sentences
from kg.queries import evidence_of, run
from search.answers import Answer, Item
from search.questions import sparql
from search.questions.naming.catalog import Catalog
from search.questions.naming.linking import tells
from search.questions.reading.hearing import BESIDES
from search.questions.reading.reading import Question
from search.questions.reading.suiting import CAUSE, suits
from search.questions.replies import given
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.kinds import called, kind_asked
from search.questions.wording.light import content
from search.questions.wording.words import act_words, cover, key, topic_words
from search.tracing.material import evidence

_ASKED = re.compile(r"原因|缘故|理由|措施|办法|举措|对策")
LEAST = 0.6
"""What a sentence must cover of every word that names something, or of the words beside it for the others."""
_SHOWN = 3


@dataclass(frozen=True)
class Sentence:
    """A sentence of a report; offsets as everywhere, end exclusive."""

    year: int
    report: str
    start: int
    end: int
    said: str
    """In one spelling."""

    def within(self, places: Iterable[tuple[str, int, int]]) -> bool:
        """Tell whether it shares a character with one of some places (report, start, end)."""
        return any(
            self.report == report and self.start < end and start < self.end for report, start, end in places
        )


_SENTENCES: WeakKeyDictionary[Catalog, tuple[Sentence, ...]] = WeakKeyDictionary()
_PLACES: WeakKeyDictionary[Catalog, dict[str, frozenset[tuple[str, int, int]]]] = WeakKeyDictionary()


def answer_passage(source: Source, question: Question) -> Answer | None:
    """Answer with the sentences that hold all that is named and asked about; None where no sentence does."""
    if question.intent is Intent.UNKNOWN and re.search(r"多少|几(?!乎)", question.masked):
        return None  # Who asks how many is not served with a sentence.
    words = [word for word in without_kind(question) if not _ASKED.search(word)]
    acts = [word for word in words if word in act_words()]
    things = [part for word in words if word not in act_words() for part in content(word)]
    # One name alone is in many sentences, none of which need be the answer.
    if len(question.mentions) + len(acts) + len(things) < 2:
        return None
    years = question.years.within(question.known.years)
    meant = places_meant(source, question)
    why = question.intent is Intent.PASSAGE
    found = [
        each
        for each in all_sentences(source, question)
        if each.year in years
        and not each.within(meant)
        and (not why or CAUSE.search(each.said))
        and suits(question, each.said, each.said)
        and all(
            m.name in each.said or any(tells(e, each.said) for e in m.candidates) for m in question.mentions
        )
        and all(cover(word, each.said, act_words()) >= LEAST for word in acts)
        and all(cover(word, each.said, topic_words()) >= LEAST for word in things)
    ]
    if not found:
        return None
    items = [
        Item(year=each.year, label=proof.quote, evidence=[proof])
        for each in found[:_SHOWN]
        for proof in [proof_of(source, each)]
    ]
    said = "；".join(f"{item.year}年报告写到：{phrasing.ended(item.label)}" for item in items)
    return given(question.asked, Intent.PASSAGE, f"{said}。", items=items)


def without_kind(question: Question) -> list[str]:
    """Return the words of a question without the kind of thing that is asked for."""
    kind = kind_asked(question.masked)
    ends = [
        at for at, word in enumerate(question.words) if kind and (word.endswith(kind) or kind.endswith(word))
    ]
    return [
        left
        for at, word in enumerate(question.words)
        # 虚拟主播叫什么: what kind of one it is, is all that is said of it.
        if at not in ends[-1:] or (word != kind and called(question.masked))
        for left in [word.removeprefix(kind) if kind else word]
        if left
    ]


def places_meant(source: Source, question: Question) -> frozenset[tuple[str, int, int]]:
    """Return the places that answer nothing: of commitments, as what was meant to be done was not done, or of what is left out (除了…还)."""
    if besides := BESIDES.search(question.asked):
        left_out = key(besides["what"] or besides["that"])
        told = (each for each in all_sentences(source, question) if left_out in each.said)
        return frozenset((each.report, each.start, each.end) for each in told)
    if asks_since(question):
        # 还没有自己的客户端: what there is not yet did not begin.
        every = all_sentences(source, question)
        lacking = ((each.report, each.start, each.end) for each in every if _LACKING.search(each.said))
        faults, plans = (places_of(source, question, cls) for cls in ("Shortcoming", "Commitment"))
        return faults | plans | frozenset(lacking)
    came_of = _CAME_OF.search(question.masked) is not None
    if _PROMISED.search(question.masked) and question.intent is not Intent.OUTCOME and not came_of:
        return frozenset()
    if DEEDS.search(question.masked):
        return places_of(source, question, "Commitment") | places_of(source, question, "Shortcoming")
    return places_of(source, question, "Statement" if question.intent is Intent.OUTCOME else "Commitment")


def places_of(source: Source, question: Question, cls: str) -> frozenset[tuple[str, int, int]]:
    """Return the places (report, start, end) of the statements of a class, read once a media."""
    held = _PLACES.setdefault(question.known, {})
    if cls not in held:
        query = sparql.facts(
            question.known.graphs, cls, sparql.STATEMENT, sparql.STATEMENT_VARIABLES, asked=False
        )
        proofs = (evidence_of(row) for row in run(source.graph, query))
        held[cls] = frozenset((proof.report, proof.start, proof.end) for proof in proofs)
    return held[cls]


def asks_since(question: Question) -> bool:
    """Tell whether it is asked since when there is something, and not which report speaks of it first."""
    return question.intent is Intent.FIRST and not _SPOKEN_OF.search(question.masked)


_SPOKEN_OF = re.compile(r"提|[说写讲谈见][到过进了]|报告|出现|不足|问题|打算|计划")
_LACKING = re.compile(r"[还尚仍](?:没有|未|无)|未能|(?<!填补)(?<!填补了)空白|没有自己的")
DEEDS = re.compile(
    r"(?:做|干|办|开展|采取|搞)(?:了|过)?(?:些)?(?:什么|啥|哪些)|有(?:什么|哪些)(?:新)?(?:举措|措施|动作|行动|做法|进展)"
)
"""国际传播做了什么: one thing and whatever was done about it, which no fault tells."""
# 承诺一共覆盖到多少人: what came of it is not told by the promise.
_CAME_OF = re.compile(
    r"(?:承诺|答应|许诺|许下|原计划|原定).*(?:最后|到底|结果|实际|最终|真正|[1一]共|总共)[^，。]*(?:到|成|了)(?:多少|几)"
)
_PROMISED = re.compile(r"打算|计划|承诺|目标|力争|争取|准备")


def proof_of(source: Source, found: Sentence) -> Evidence:
    """Return the evidence that a sentence is."""
    return evidence(source.report(found.report), found.start, found.end)


def _titles(report: Report) -> frozenset[str]:
    """Return the title and all headings of a report, with and without their numbers, in one spelling."""
    headings = [(section.number or "", section.title) for section in report.sections]
    return frozenset(key(each) for number, title in headings for each in (title, number + title)) | {
        key(report.title or "")
    }


def all_sentences(source: Source, question: Question) -> tuple[Sentence, ...]:
    """Return the sentences of a media's reports, by year and place; headings and the title tell nothing and are none."""
    held = _SENTENCES.get(question.known)
    if held is None:
        held = tuple(
            Sentence(stored.year, stored.id, start, end, key(report.text[start:end]))
            for stored in sorted(source.reports, key=lambda stored: stored.year)
            if stored.media == question.media
            for report in [source.report(stored.id)]
            for titles in [_titles(report)]
            for start, end in sentences(report.text)
            if key(report.text[start:end]) not in titles
        )
        _SENTENCES[question.known] = held
    return held
