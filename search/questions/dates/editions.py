"""Answers about which edition something has come to: 读书节办到第几届了."""

from __future__ import annotations

import re

from ingest.report import Qualifier
from search.answers import Answer, Value
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.sentences.passages import all_sentences, proof_of
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent

ASKED = re.compile(r"第几(?P<of>[届季])|(?:多少|几)(?P<of2>[届季])了?$")
_EDITION = re.compile(r"第(?P<number>\d{1,3})(?P<of>[届季])|(?P<first>首)(?P<of2>[届季])")
_REACH = 14
"""Characters between an edition and the end of what it is of: 第12届海沧州读书节."""


def answer_edition(source: Source, question: Question) -> Answer | None:
    """Answer with the editions that the reports of the years asked for give something; None where they give it none.

    Made for 第几届, 办了几届; where no year is named, the latest report that gives one tells it.
    """
    asked = ASKED.search(question.masked)
    if asked is None:
        return None
    of = asked["of"] or asked["of2"]
    named = [{name for e in m.candidates for name in e.names} for m in question.mentions]
    names = {name for each in named for name in each}
    if not names:
        names = {word for word in question.words if len(word) > 1 and not ASKED.search(word)}
    years = question.years.within(question.known.years)
    found: dict[int, Value] = {}
    for each in all_sentences(source, question):
        # A在第几届B评选中获奖: told only where both are named.
        if each.year not in years or not all(any(name in each.said for name in own) for own in named):
            continue
        for edition in _EDITION.finditer(each.said):
            behind = each.said[edition.end() : edition.end() + _REACH]
            if (edition["of"] or edition["of2"]) != of or not any(name in behind for name in names):
                continue
            number = int(edition["number"] or 1)
            if each.year not in found or number > found[each.year].value:
                found[each.year] = Value(
                    year=each.year,
                    label="".join(m.name for m in question.mentions) or "".join(question.words),
                    value=number,
                    unit=of,
                    qualifier=Qualifier.EXACT,
                    evidence=[proof_of(source, each)],
                )
    if not found:
        return None
    values = [found[year] for year in sorted(found)] if question.years.named else [found[max(found)]]
    said = "；".join(f"{v.year}年是第{v.value}{of}：{phrasing.ended(v.evidence[0].quote)}" for v in values)
    return given(question.asked, Intent.VALUE, f"{said}。", values=values)
