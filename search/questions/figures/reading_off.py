"""Figures read off the sentences themselves, where no fact of the reports is told in the words of the question (see `likely`)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ingest.report import Qualifier
from ingest.units import unit_family, units_alike
from search.answers import Answer, Value
from search.questions.likely.alike import Place, all_places
from search.questions.likely.likely import LIKELY, LIKELY_TOO, likely
from search.questions.likely.series import akin, series
from search.questions.likely.told_figures import Told
from search.questions.measures.matching import Match
from search.questions.naming.catalog import Figure
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.unit_words import PIECES
from search.tracing.material import evidence

SURELY_ONE = 0.8
"""How likely one figure must be that is given for a difference which no two years are asked for: 同岗位最多能差多少钱, 每月能多领多少."""
_YEARS_COMPARED = re.compile(r"[年届季]|比|增|减|涨|降|升|跌|倍|翻|后来")
_CASES = PIECES - {"期"}
"""Units in which calls, complaints and the like are counted."""
LIKELY_AT_ALL = 0.08
"""How likely a figure must be by itself of a year that is told a little like those of the other years."""
AS_WELL = 1.0
"""So much worse (as log odds) a figure of a later year may fit than that of another, to be given in its stead."""


def answer_likely(source: Source, question: Question) -> Answer | None:
    """Answer with the figure of a sentence that is likely meant; None where none is.

    The answer says whether its sentence holds all that the question speaks of.
    """
    one = question.intent is Intent.DIFFERENCE and not question.years.named
    if question.intent is not Intent.VALUE and not (one and not _YEARS_COMPARED.search(question.masked)):
        return None
    years = question.years.within(question.known.years)
    found = likely(source, question, years, question.units, LIKELY if question.years.named else LIKELY_TOO)
    if not any(each.chance >= (SURELY_ONE if one else LIKELY) for each in found.values()):
        return None
    top = max(found[year].fit for year in found)
    # The latest year that tells it about as well as any: 第一季走了多远 is told by the first report alone.
    latest = max(year for year in found if found[year].fit >= top - AS_WELL)
    wanted = sorted(found) if question.years.named else [latest]
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

    They are of one series with those of the other years, or likely by themselves and in their unit; without any other,
    a series that the text tells of two years and more.
    """
    lacking = [year for year in years if year not in found]
    told = {unit_family(match.figure.unit) for each in found.values() for match in each} - {None}
    # 93人 of one year, 97名 of the next.
    units = frozenset(alike for unit in told if unit for alike in units_alike(unit)) or question.level_units
    if units and not units.isdisjoint(PIECES):
        units |= _CASES & (question.units or _CASES)  # 来电5.3万个 of one year, 受理6.14万件 of the next.
    if not lacking or len(told) > 1:
        return found
    reads: dict[int, Told | Place] = {}
    if found:
        anchors = _anchors(source, question, found)
        meant = likely(source, question, lacking, units, LIKELY_AT_ALL)
        reads.update({year: read.told for year, read in meant.items() if read.chance >= LIKELY_TOO})
        told_meant = {year: read.told for year, read in meant.items()}
        found_akin = akin(source, question, anchors, lacking, told_meant)
        if left := [year for year in lacking if year not in found_akin and found_akin]:
            # Of the years between one may be told more like the one than like the other.
            found_akin |= akin(source, question, [*anchors, *found_akin.values()], left, told_meant)
        reads.update(found_akin)
    else:
        reads.update(series(source, question, lacking, units))
    off = {year: [Match(figure_of(source, question, read), 1.0)] for year, read in reads.items()}
    return dict(sorted({**found, **off}.items()))


def told_alike(
    source: Source, question: Question, found: dict[int, list[Match]], lacking: Sequence[int]
) -> dict[int, list[Match]]:
    """Return figures by year, with those that only the text has of the years that lack one, where one year alone is asked for.

    Such a one is told like those of the other years, and the likeliest of its year as well: 全年98期 for 2019年录了几期, where 2018 has 全年录制51期.
    """
    meant = likely(source, question, lacking, question.units, LIKELY_TOO)
    told = {year: read.told for year, read in meant.items()}
    alike = akin(source, question, _anchors(source, question, found), lacking, told)
    off = {
        year: [Match(figure_of(source, question, place), 1.0)]
        for year, place in alike.items()
        if year in told and told[year].quantity.start == place.quantity.start
    }
    return {**found, **off}


def _anchors(source: Source, question: Question, found: dict[int, list[Match]]) -> list[Place]:
    return [place for each in found.values() if len(each) == 1 for place in _place(source, question, each[0])]


def _place(source: Source, question: Question, match: Match) -> list[Place]:
    """Return where the figure of a fact stands in its report; nothing for one that a later report tells, or that is not found."""
    figure = match.figure
    quote = figure.evidence.quote
    if figure.year != figure.evidence.year or figure.text not in quote:
        return []
    places = all_places(source, question).of_year.get(figure.year, [])
    start = figure.evidence.start + quote.find(figure.text)
    return [
        place
        for place in places
        if place.sentence.report == figure.evidence.report
        and place.quantity.start <= start < place.quantity.end
        and place.quantity.value == figure.value
    ][:1]


def figure_of(source: Source, question: Question, read: Told | Place) -> Figure:
    """Return what was read off a sentence as a figure, without a fact of the graph."""
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


def _value(source: Source, question: Question, read: Told | Place) -> Value:
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
