"""Figures read off the sentences themselves, where the reports hold one that was not understood as a fact.

A figure is what is asked for where its sentence, or what leads to it in the paragraph, holds all that the question speaks of, and it
alone is in the unit that the question tells (多少份, 百分之多少), or stands beside the very word that says what is counted (粉丝达9.7万).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ingest.report import Qualifier
from ingest.units import unit_family
from search.answers import Answer, Value
from search.questions import phrasing
from search.questions.catalog import Figure
from search.questions.intents import Intent
from search.questions.likely import LIKELY, LIKELY_TOO, likely
from search.questions.matching import Match
from search.questions.reading import Question
from search.questions.replies import given
from search.questions.source import Source
from search.questions.terms import Term, terms_of
from search.questions.text_figures import Read, read_off, stands_alone
from search.questions.words import key, measure_units, measure_words
from search.tracing.material import evidence


def answer_off_text(source: Source, question: Question) -> Answer | None:
    """Answer with a figure that stands in a sentence beside all that is asked for; None where there is not exactly one a year."""
    if question.intent is not Intent.VALUE:
        return None
    years = question.years.within(question.known.years)
    found = read_off(source, question, years, question.units)
    if not found:
        return None
    wanted = sorted(found) if question.years.named else [max(found)]
    if any(found[year] is None for year in wanted):
        return None
    reads = [read for year in wanted if (read := found[year]) is not None]
    return _told(source, question, reads, "数字直接读自这句原文，没有收入图谱")


def answer_likely(source: Source, question: Question) -> Answer | None:
    """Answer with the figure that is most likely meant, though its sentence does not hold all of the question; None where none is."""
    if question.intent is not Intent.VALUE:
        return None
    found = likely(source, question, question.years.within(question.known.years), question.units)
    if not found:
        return None
    wanted = sorted(found) if question.years.named else [max(found)]
    reads = [Read(each.sentence, each.quantity, 0.0) for year in wanted for each in [found[year].told]]
    return _told(source, question, reads, "没有一句话写全所问的内容，这是意思最接近的数字，请对照原文")


def _told(source: Source, question: Question, reads: Sequence[Read], reason: str) -> Answer:
    values = [_value(source, question, read) for read in reads]
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
    reads = {year: read for year, read in read_off(source, question, lacking, units).items() if read}
    lacking = [year for year in lacking if year not in reads]
    also = likely(source, question, lacking, units, LIKELY_TOO if found else LIKELY) if lacking else {}
    reads |= {year: Read(each.told.sentence, each.told.quantity, each.chance) for year, each in also.items()}
    if not found and (
        len(reads) < 2 or len({unit_family(read.quantity.unit) for read in reads.values()}) > 1
    ):
        return found
    off = {year: [Match(_figure(source, question, read), read.score)] for year, read in reads.items()}
    return dict(sorted({**found, **off}.items()))


def corrected_off_text(
    source: Source, question: Question, found: dict[int, list[Match]]
) -> dict[int, list[Match]]:
    """Return figures by year, those of a part (广告收入) replaced where a measure of all is asked for and the text tells it.

    Only where nothing but the measure is asked for, and it stands alone in the text (全年总收入1.19亿元).
    """
    terms = terms_of(question, source.encoder)
    if len(terms) != 1 or terms[0].word not in measure_words():
        return found
    parts = [
        year
        for year, each in found.items()
        if not any(match.figure.subject_name or _of_all(terms[0], match.figure) for match in each)
    ]
    reads = read_off(source, question, parts, question.units, alone=True) if parts else {}
    # 印发口袋书1.1万册 is no truer 发行量 than 报纸发行4万份.
    better = {
        year: [Match(_figure(source, question, read), 1.0)]
        for year, read in reads.items()
        if read
        and any(unit_family(match.figure.unit) == unit_family(read.quantity.unit) for match in found[year])
    }
    return {**found, **better}


def _of_all(term: Term, figure: Figure) -> bool:
    before, _, after = figure.evidence.quote.partition(figure.text)
    words = {term.word, *measure_words().get(str(term.word), ())}
    return figure.called in words or stands_alone(term, key(before), key(after))


def _figure(source: Source, question: Question, read: Read) -> Figure:
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


def _value(source: Source, question: Question, read: Read) -> Value:
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
