"""The figure of a year that a later report tells by how far its own is from it: 期均发行12.6万份，比2016年多出8000份 for 2016年期均发行多少份."""

from __future__ import annotations

import re

from ingest.numbers import quantities
from ingest.report import Qualifier
from ingest.units import unit_family
from search.answers import Answer, Value
from search.questions.figures.figures import answer_figures
from search.questions.measures.matching import matches
from search.questions.measures.quantities import is_change
from search.questions.reading.reading import Question, read
from search.questions.reading.settling import settled
from search.questions.replies import given
from search.questions.sentences.passages import all_sentences
from search.questions.sentences.terms import SHORTENED, terms_of
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.words import key
from search.tracing.material import evidence

_UP = r"多|增|上升|提高|上涨|涨|扩"
_DOWN = r"少|减|降|下降|下滑|下跌|缩|跌|回落"
_WENT = rf"(?:同期)?(?:相比)?[，,]?(?:又|再|净|还|同比)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:[加长出了少低收产去掉]|近|约|逾|超)*$"
_BEFORE = r"(?:[比较](?:上一?年度?|去年|前一?年)|同比)"


def answer_against(source: Source, question: Question) -> Answer | None:
    """Work out the figure of the one year asked for from a later report that tells its own and how much more or less that is; None where none does."""
    if question.intent is not Intent.VALUE or len(question.years.named) != 1 or question.rate:
        return None
    year = question.years.named[0]
    for later in (stored for stored in question.known.years if stored > year):
        told = _of_year(source, question, later)
        if told is not None and (found := _worked_out(source, told, year)) is not None:
            said, value = found
            reason = f"{year}年的数字由{later}年报告中的两个数字算出"
            return given(question.asked, question.intent, said, values=[value], reason=reason)
    return None


def answer_after(source: Source, question: Question) -> Answer | None:
    """Work out the figure of the one year asked for from an earlier one and by how much it has changed since: 期均投递又少了八百份, 比2011年多出12个整版.

    Without a year it is the year before.
    """
    if question.intent is not Intent.VALUE or len(question.years.named) != 1 or question.rate:
        return None
    year = question.years.named[0]
    changes = [
        each.figure
        for each in matches(question, [year], changes=True).get(year, [])
        if is_change(each.figure) and each.figure.year == each.figure.evidence.year
    ]
    if len(changes) != 1:
        return None
    change = changes[0]
    against = _AGAINST.search(change.evidence.quote)
    earlier = int(against[1]) if against else year - 1
    if earlier not in question.known.years or earlier >= year:
        return None
    way = _WAY.search(change.evidence.quote.partition(change.text)[0])
    told = _of_year(source, question, earlier)
    if (
        way is None
        or told is None
        or unit_family(told.unit) != unit_family(change.unit)
        or change.unit == "%"
    ):
        return None
    value = round(told.value + (change.value if way["up"] else -change.value), 6)
    exact = told.qualifier is change.qualifier is Qualifier.EXACT
    figure = phrasing.exactly(value, told.unit)
    said = f"{earlier}年为{phrasing.exactly(told.value, told.unit)}，{year}年报告写到：{phrasing.ended(change.evidence.quote)}，即{year}年{'' if exact else '大约'}为{figure}。"
    worked_out = told.model_copy(
        update={
            "year": year,
            "value": value,
            "qualifier": Qualifier.EXACT if exact else Qualifier.ABOUT,
            "evidence": [*told.evidence, change.evidence],
        }
    )
    reason = f"{year}年的数字由{earlier}年的数字和增减算出"
    return given(question.asked, question.intent, said, values=[told, worked_out], reason=reason)


def answer_level(source: Source, question: Question) -> Answer | None:
    """Tell the figure of the one year asked for where its report says no more than that it is that of an earlier one: 公益广告整版与上年一样多."""
    if question.intent is not Intent.VALUE or len(question.years.named) != 1 or question.rate:
        return None
    year = question.years.named[0]
    things = [term for term in terms_of(question, source.encoder) if not term.act]
    for each in all_sentences(source, question):
        text = source.report(each.report).text[each.start : each.end]
        level = _LEVEL.search(text) if each.year == year else None
        if level is None or not things or not all(t.worth(key(level["what"])) >= SHORTENED for t in things):
            continue
        told = _of_year(source, question, int(level["year"] or year - 1))
        if told is not None:
            said = f"{year}年报告写到：{phrasing.ended(text)}，{told.year}年为{phrasing.exactly(told.value, told.unit)}。"
            quote = evidence(source.report(each.report), each.start, each.end)
            same = told.model_copy(update={"year": year, "evidence": [*told.evidence, quote]})
            return given(question.asked, question.intent, said, values=[told, same])
    return None


_LEVEL = re.compile(
    r"(?P<what>[^，,。；;\d]{2,24}?)[与和跟同较](?:(?P<year>(?:19|20)\d\d)年|上一?年度?|去年|前一?年)(?:同期|相比|基本|大体|大致)*(?:持平|一样多|相同|一样|相当|一致)"
)


def _of_year(source: Source, question: Question, year: int) -> Value | None:
    """Return the one figure that the report of another year tells of what is asked for; None where it tells none or several."""
    text = question.text
    for start, end in sorted(question.years.spans, reverse=True):
        text = f"{text[:start]}{text[end:]}"
    told = answer_figures(source, settled(read(f"{year}年{text}", question.known)))
    one = told is not None and len(told.values) == 1 and told.values[0].year == year
    return told.values[0] if told is not None and one else None


_AGAINST = re.compile(r"[比较]((?:19|20)\d\d)年")
_WAY = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))[^\d，。]{{0,4}}$")


def _worked_out(source: Source, told: Value, year: int) -> tuple[str, Value] | None:
    """Return what to say of the figure of `year`, and it, from the change that stands behind `told` in its sentence."""
    place = told.evidence[0]
    report = source.report(place.report)
    text = report.text
    end = min((at for mark in "。；\n" if (at := text.find(mark, place.start)) >= 0), default=len(text))
    found = list(quantities(text, place.start, end))
    here = next((each for each in found if each.value == told.value), None)
    if here is None:
        return None
    before = f"|{_BEFORE}" if year == told.year - 1 else ""
    against = re.compile(rf"(?:[比较]{year}年(?:底|末|全年)?{before}){_WENT}")
    for change in found:
        way = against.search(text, here.end, change.start) if change.start > here.end else None
        if way and unit_family(change.unit) == unit_family(told.unit) and change.unit != "%":
            value = round(told.value + (-change.value if way["up"] else change.value), 6)
            exact = here.qualifier is change.qualifier is Qualifier.EXACT
            figure = phrasing.exactly(value, told.unit)
            quote = evidence(report, place.start, end)
            said = f"{told.year}年报告写到：{phrasing.ended(quote.quote)}，即{year}年{'' if exact else '大约'}为{figure}。"
            return said, told.model_copy(
                update={
                    "year": year,
                    "value": value,
                    "qualifier": Qualifier.EXACT if exact else Qualifier.ABOUT,
                    "evidence": [quote],
                }
            )
    return None
