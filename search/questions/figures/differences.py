"""Answers that are worked out of the figures of several years: differences, ratios, growth in percent, sums."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.numbers import Quantity
from ingest.report import Qualifier
from ingest.units import unit_family
from search.answers import Answer
from search.questions.figures.choosing import (
    elsewhere,
    given_figures,
    left_open,
    none,
    one_subject,
    told_years,
)
from search.questions.figures.claims import checked
from search.questions.figures.reading_off import figure_of
from search.questions.figures.saying import common_label, label, remarks, told_later, written
from search.questions.likely.told_figures import Told
from search.questions.measures.matching import Match, matches
from search.questions.measures.quantities import is_change, is_start
from search.questions.naming.catalog import Figure
from search.questions.reading.reading import Question
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.unit_words import PIECES, TIMES_OF
from search.questions.wording.words import key

_PERCENT = re.compile(r"百分之|增长|增加|上升|下降|同比|增幅|涨幅|降幅|增长率|比例|%|几成")
_OVER = re.compile(
    r"(?<![\d第近这前])([2-9])年(?:来|间|里|下来)?(?:共|1共|总共|累计)?(?:增|涨|升|提高|多|减|降|少)"
)
_SINCE = re.compile(r"[比较跟和与同](?:起|起来)?□(?:那年|那会儿?|的时候|相比|时)?")
THAN_BEFORE = re.compile(r"[比较跟和与同](?:上1?年|去年|前年|前1年)|同比")
_TIMES = re.compile(r"几倍|多少倍|翻了几|几番|之比|比值")


def answer_difference(source: Source, question: Question, found: dict[int, list[Match]]) -> Answer | None:
    """Work a difference out of two years, else tell the change that a report itself states (净增1.9万人)."""
    if _lacks_year_before(question) and (stated := _stated(source, question)) is not None:
        # 2023年新增了多少, where 2022 is not stored: what the report itself tells goes before what 2021 would give.
        return stated
    worked_out = _difference(source, question, found) if found else None
    if worked_out is not None and worked_out.answer is not None:
        # 由1100人升至6900人: where no year is named, one sentence tells both, and of its first figure no year.
        one_sentence = len({value.evidence[0].quote for value in worked_out.values}) == 1
        named = question.years.named and (len(question.years.named) > 1 or THAN_BEFORE.search(question.text))
        within = _within_report(question, found) if one_sentence and not named else None
        return within or worked_out
    return _within_report(question, found) or _stated(source, question) or worked_out


def _lacks_year_before(question: Question) -> bool:
    """Tell whether the change of one year is asked for whose year before is not stored."""
    named = question.years.named
    return len(named) == 1 and named[0] - 1 not in question.known.years


def _stated(source: Source, question: Question) -> Answer | None:
    """Tell the change that a report itself states; None where none does."""
    named = question.years.named
    told = replace(question, intent=Intent.VALUE)
    changes = {
        year: [match for match in each if is_change(match.figure) or match.figure.unit == "%"]
        for year, each in matches(told, told_years(question)).items()
        if not named or year in named
    }
    changes = {year: each for year, each in changes.items() if each}
    if not changes:
        return None
    figures = [match.figure for year in sorted(changes) for match in changes[year]]
    said = "；".join(f"{f.year}年{label(f)}{written(f)}" for f in figures)
    return given_figures(told, f"{said}。", figures, "；".join(told_later(figures)) or None)


def _within_report(question: Question, found: dict[int, list[Match]]) -> Answer | None:
    """Work the change out of the two figures of one sentence (由年初的340万涨至512万); None where no report has such a one."""
    named = question.years.named
    years = [year for year in sorted(found) if not named or year in named]
    if not years or len(found[years[-1]]) != 1:
        return None
    figure = found[years[-1]][0].figure
    quote = figure.evidence.quote
    before = [
        each
        for each in question.known.figures
        if is_start(each)
        and each.evidence.report == figure.evidence.report
        and each.evidence.start < figure.evidence.end
        and figure.evidence.start < each.evidence.end
        and (each.unit is None or _comparable(each.unit, figure.unit))
        and 0 <= quote.find(each.text) < quote.find(figure.text)
    ]
    if not before:
        return None
    start = max(before, key=lambda each: quote.find(each.text))
    change = _change(question, start, figure, not start.qualifier == figure.qualifier == Qualifier.EXACT)
    said = f"{figure.year}年报告写到：{label(figure)}由{written(start)}到{written(figure)}，{change}。"
    return given_figures(question, said, [replace(start, year=figure.year), figure], None)


def changed_within(source: Source, question: Question, told: Told, start: Quantity) -> Answer:
    """Answer with a figure of a sentence, the one that it came from in the same sentence, and the change between the two."""
    figures = [figure_of(source, question, replace(told, quantity=each)) for each in (start, told.quantity)]
    one, other = figures
    if (before := _told_before(question, one, told)) is not None:
        figures[0] = before
    hedged = not one.qualifier == other.qualifier == Qualifier.EXACT
    quote = phrasing.ended(other.evidence.quote)
    return given_figures(
        question,
        f"{other.year}年报告写到：{quote}，即{_change(question, one, other, hedged)}。",
        figures,
        None,
    )


def _told_before(question: Question, start: Figure, told: Told) -> Figure | None:
    """Return the figure of the year before, where its report tells what the sentence says was there: 出海补贴每趟120元, 由120元提高到150元."""
    return next(
        (
            figure
            for figure in question.known.figures
            if figure.year == figure.evidence.year == start.year - 1
            and (figure.value, unit_family(figure.unit)) == (start.value, unit_family(start.unit))
            and any(name and key(name) in told.sentence.said for name in (figure.subject_name, figure.called))
        ),
        None,
    )


def _difference(source: Source, question: Question, found: dict[int, list[Match]]) -> Answer:
    first, last = _ends(question, found)
    if first is None or last is None:
        return none(source, question, elsewhere(found))
    levels = one_subject({year: each for year, each in found.items() if year in (first, last)})
    if first == last:
        return none(source, question, "没有可以比较的两个年度")
    if lacking := [year for year in (first, last) if year not in levels]:
        return none(source, question, f"{phrasing.years(lacking)}的报告没有给出这项数据，无从比较")
    if open_ := left_open(levels):
        return none(source, question, open_)
    one, other = levels[first][0].figure, levels[last][0].figure
    reasons = remarks([one, other])
    told = f"{common_label(question, [one, other])}{last}年为{written(other)}，{first}年为{written(one)}"
    if one.unit and other.unit and not _comparable(one.unit, other.unit):
        # 31场次 against 27期: both are told, but nothing is taken from the other.
        return given_figures(question, f"{told}，单位不同，不能相减。", [one, other], "；".join(reasons))
    hedged = not one.qualifier == other.qualifier == Qualifier.EXACT
    reasons += checked(source, one, other)
    if question.years.named == (last,) and (absent := range(first + 1, last)):
        reasons.append(f"{phrasing.years(absent)}的报告没有入库，改与{first}年比较")
    if question.years.ranged and (first, last) != (min(question.years.named), max(question.years.named)):
        reasons.append(f"所问时段里，给出这项数据的最早是{first}年、最近是{last}年的报告")
    if hedged:
        reasons.append("原文数字带有“超、近、约、余”等字样，差额只是大致的")
    said = f"{told}，{_change(question, one, other, hedged)}。"
    return given_figures(question, said, [one, other], "；".join(reasons) or None)


def _ends(question: Question, found: dict[int, list[Match]]) -> tuple[int | None, int | None]:
    """Return the two years that are compared: those named, else the year before and the one named, else first and last."""
    named = sorted(question.years.named)
    if len(named) == 1 and _SINCE.search(question.masked):
        # 创收比2021年多了多少: the year named is what the latest is held against.
        later = [year for year in sorted(found) if year > named[0]]
        if later:
            return named[0], later[-1]
    if len(named) == 1:
        before = [year for year in question.known.years if year < named[0]]
        named = [before[-1], named[0]] if before else named
    if (
        (span := _OVER.search(question.text))
        and named
        and (start := named[-1] - int(span[1])) in question.known.years
    ):
        return start, named[-1]  # 两年涨了多少: from two years before.
    if not named or question.years.ranged:
        named = [year for year in sorted(found) if not named or year in named]
    return (named[0], named[-1]) if named else (None, None)


def _comparable(one: str | None, other: str | None) -> bool:
    """Tell whether something counted in one unit can be taken from what is counted in another: 19个事项, 83项; 3小时, 40分钟."""
    units = {one, other}
    return unit_family(one) == unit_family(other) or units <= PIECES or units <= TIMES_OF.keys()


def _change(question: Question, one: Figure, other: Figure, hedged: bool) -> str:
    if one.unit != other.unit and one.unit in TIMES_OF and other.unit in TIMES_OF:
        one = replace(one, value=one.value * TIMES_OF[one.unit] / TIMES_OF[other.unit])
    delta = round(other.value - one.value, 6)
    if not delta:
        return "持平"
    unit = other.unit or one.unit
    change = f"{phrasing.plain(abs(delta))}个百分点" if unit == "%" else phrasing.exactly(abs(delta), unit)
    said = f"{'大约' if hedged else ''}{'增加' if delta > 0 else '减少'}{change}"
    if _PERCENT.search(question.masked) and one.value and unit != "%":
        growth = phrasing.plain(round(abs(delta) / one.value * 100, 1))
        said += f"，{'增长' if delta > 0 else '下降'}{growth}%"
    if _TIMES.search(question.masked) and one.value:
        times = other.value / one.value
        exact, about = (phrasing.plain(round(times, digits)) for digits in (2, 1))
        before = f"{one.year}年" if one.year != other.year else "原来"
        said += f"，是{before}的{exact}倍" + ("" if about == exact else f"（约{about}倍）")
    return said


def answer_sum(source: Source, question: Question, figures: Sequence[Figure]) -> Answer:
    """Add up the figures of several years, one a year; what years lack is said, and nothing is put in for it."""
    if len(figures) < 2:
        return none(source, question, f"只有{figures[0].year}年的报告给出了这项数据，无从相加")
    units = {unit_family(f.unit) for f in figures if f.unit}
    told = "，".join(f"{f.year}年{written(f)}" for f in figures)
    reasons = remarks(figures)
    years = [f.year for f in figures]
    wanted = question.years.within(question.known.years)
    if missing := [year for year in wanted if year not in years]:
        reasons.append(f"{phrasing.years(missing)}的报告没有给出，没有计入")
    if absent := [year for year in question.years.named if year not in question.known.years]:
        reasons.append(f"{phrasing.years(absent)}的报告没有入库，没有计入")
    what = common_label(question, figures)
    if len(units) > 1 or "%" in units:
        return none(source, question, f"{what}各年单位不同或是比例，不能相加：{told}")
    total = phrasing.exactly(round(sum(f.value for f in figures), 6), figures[-1].unit)
    if any(f.qualifier != Qualifier.EXACT for f in figures):
        reasons.append("原文数字带有“超、近、约、余”等字样，合计只是大致的")
        total = f"大约{total}"
    return given_figures(question, f"{what}：{told}，合计{total}。", figures, "；".join(reasons) or None)
