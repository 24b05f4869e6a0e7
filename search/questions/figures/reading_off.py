"""Figures read off the sentences themselves, where no fact of the reports is told in the words of the question (see `likely`)."""

from __future__ import annotations

from collections.abc import Collection

from ingest.report import Qualifier
from ingest.units import unit_family
from search.answers import Answer, Value
from search.questions.likely.likely import LIKELY, LIKELY_TOO, likely
from search.questions.likely.told_figures import Told
from search.questions.measures.matching import Match
from search.questions.naming.catalog import Figure
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.words import measure_units
from search.tracing.material import evidence


def answer_likely(source: Source, question: Question) -> Answer | None:
    """Answer with the figure of a sentence that is likely meant; None where none is.

    The answer says whether its sentence holds all that the question speaks of.
    """
    if question.intent is not Intent.VALUE:
        return None
    found = likely(source, question, question.years.within(question.known.years), question.units)
    if not found:
        return None
    wanted = sorted(found) if question.years.named else [max(found)]
    whole = all(found[year].whole for year in wanted)
    reason = (
        "数字直接读自这句原文，没有收入图谱"
        if whole
        else "没有一句话写全所问的内容，这是意思最接近的数字，请对照原文"
    )
    values = [_value(source, question, found[year].told) for year in wanted]
    said = "；".join(f"{v.year}年报告写到：{phrasing.ended(v.evidence[0].quote)}" for v in values)
    return given(question.asked, question.intent, f"{said}。", values=values, reason=reason)


def filled_off_text(
    source: Source, question: Question, found: dict[int, list[Match]], years: Collection[int]
) -> dict[int, list[Match]]:
    """Return figures by year, with those that only the text has of years that are compared and have none.

    In the unit of the other years; without such, only where the text tells two years and more in one unit.
    """
    lacking = [year for year in years if year not in found]
    told = {unit_family(match.figure.unit) for each in found.values() for match in each} - {None}
    units = frozenset(unit for unit in told if unit) or question.level_units
    own = measure_units().get(question.words[-1], frozenset()) if question.words else frozenset()
    units = units | own if units and units & own else units  # 93人 of one year, 97名 of the next.
    if not lacking or len(told) > 1:
        return found
    reads = likely(source, question, lacking, units, LIKELY_TOO if found else LIKELY)
    if not found and (
        len(reads) < 2 or len({unit_family(read.told.quantity.unit) for read in reads.values()}) > 1
    ):
        return found
    off = {year: [Match(_figure(source, question, read.told), read.chance)] for year, read in reads.items()}
    return dict(sorted({**found, **off}.items()))


def _figure(source: Source, question: Question, read: Told) -> Figure:
    """Return what was read off as a figure, without a fact of the graph."""
    value = _value(source, question, read)
    return Figure(
        fact="",
        year=value.year,
        measure="",
        subject="",
        subject_name=None,
        name=value.label,
        value=value.value,
        unit=value.unit,
        qualifier=Qualifier(value.qualifier),
        text=read.quantity.text,
        evidence=value.evidence[0],
        around=read.sentence.said,
        led_by=read.sentence.said,
        paragraph=read.sentence.said,
    )


def _value(source: Source, question: Question, read: Told) -> Value:
    words = [*(mention.name for mention in question.mentions), *question.words]
    quantity = read.quantity
    return Value(
        year=read.sentence.year,
        label="".join(words),
        value=quantity.value,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        evidence=[evidence(source.report(read.sentence.report), read.sentence.start, read.sentence.end)],
    )
