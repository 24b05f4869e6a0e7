"""Figures read off the sentences themselves, where the reports hold one that was not understood as a fact.

Only where a sentence holds all that the question names, and one figure of it either is in the unit that the question tells (多少份,
百分之多少) or follows the very word that says what is counted (粉丝达9.7万).
"""

from __future__ import annotations

import re

from ingest.numbers import quantities
from search.answers import Answer, Value
from search.questions import phrasing
from search.questions.intents import Intent
from search.questions.light import content
from search.questions.linking import is_outlet, tells
from search.questions.matching import EDITION, stands
from search.questions.passages import Sentence, all_sentences, places_meant
from search.questions.reading import Question
from search.questions.replies import given
from search.questions.source import Source
from search.questions.words import cover, key, measure_words, topic_words
from search.tracing.material import evidence

LEAST = 0.75
"""What a sentence must cover of every word that names something."""


def answer_off_text(source: Source, question: Question) -> Answer | None:
    """Answer with a figure that stands in a sentence beside all that is asked for; None where there is not exactly one a year."""
    said = question.known.said
    words = [
        part
        for word in question.words
        for part in content(word) or ((word,) if len(word) > 1 and word in said else ())
    ]
    # 空中课堂播了几节课: a name and the unit are all that is asked by.
    by_unit = question.units is not None and bool(question.named("work", "column", "referent"))
    if question.intent is not Intent.VALUE or not (
        by_unit or (words and question.mentions) or len(words) > 1
    ):
        return None
    years = question.years.within(question.known.years)
    meant = places_meant(source, question)
    found: dict[int, list[Value]] = {}
    for each in all_sentences(source, question):
        if each.year in years and _names_all(each, question, words):
            value = _figure(source, question, each, words)
            if value is not None and not any(
                proof.report == report and proof.start < end and start < proof.end
                for proof in value.evidence
                for report, start, end in meant
            ):
                found.setdefault(each.year, []).append(value)
    if not found:
        return None
    wanted = sorted(found) if question.years.named else [max(found)]
    if any(len({value.value for value in found[year]}) > 1 for year in wanted):
        return None
    values = [found[year][0] for year in wanted]
    said = "；".join(f"{v.year}年报告写到：{phrasing.ended(v.evidence[0].quote)}" for v in values)
    return given(
        question.asked,
        question.intent,
        f"{said}。",
        values=values,
        reason="数字直接读自这句原文，没有收入图谱",
    )


def _told(said: str, question: Question) -> bool:
    """Tell whether a text names all that the question names: not another account that is called alike."""
    return all(
        (is_outlet(m.name) and m.name in said)
        or any(tells(e, said) and any(stands(name, said, e.outlet) for name in e.names) for e in m.candidates)
        for m in question.mentions
    )


def _names_all(each: Sentence, question: Question, words: list[str]) -> bool:
    named = _told(each.said, question) and all(
        edition in each.said for edition in EDITION.findall(question.text)
    )
    tables = (measure_words(), topic_words())
    return named and all(max(cover(word, each.said, t) for t in tables) >= LEAST for word in words)


def _figure(source: Source, question: Question, each: Sentence, words: list[str]) -> Value | None:
    """Return the only figure of a sentence in a unit asked for, whose clause names what is counted."""
    report = source.report(each.report)
    every = [
        quantity
        for quantity in quantities(report.text, each.start, each.end)
        # 由2.1分升至4.6分: what it came from is not what it is.
        if not (
            _FROM.search(report.text[each.start : quantity.start])
            and _TO.match(report.text[quantity.end : each.end])
        )
    ]
    if question.units:
        fitting = [q for q in every if q.unit in question.units]
    else:
        fitting = [
            q for q in every if words and _follows(words[-1], report.text[each.start : q.start], question)
        ]
    if len(fitting) != 1 or (
        fitting[0].unit == "%" and not question.rate and "%" not in (question.units or ())
    ):
        return None
    [quantity] = fitting
    start = max(report.text.rfind(mark, each.start, quantity.start) for mark in "，,；;、") + 1
    start = max(start, each.start)
    if words and cover(words[-1], key(report.text[start : quantity.end]), measure_words()) < LEAST:
        return None
    proof = evidence(report, each.start, each.end)
    return Value(
        year=each.year,
        label="".join([*(m.name for m in question.mentions), *words]),
        value=quantity.value,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        evidence=[proof],
    )


def _follows(head: str, before: str, question: Question) -> bool:
    """Tell whether what stands before a figure ends with the word that says what is counted, of what the question names."""
    clause = before[max(before.rfind(mark) for mark in "，,；;、。") + 1 :]
    said = key(clause)
    named = _told(said, question)
    words = {head, *measure_words().get(head, ())}
    ends = [said.rfind(word) + len(word) for word in words if word in said]
    return named and bool(ends) and len(said) - max(ends) <= _GAP


_FROM = re.compile(r"[由从][^，,；;。]{0,4}$")
_TO = re.compile(r"[^，,；;。]{0,3}(?:升|增|涨|降|提高|减|缩短|到|至)")
_GAP = 4
"""Characters between the word that says what is counted and its figure (粉丝数量已达9.7万)."""
