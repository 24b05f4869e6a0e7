"""Answers that are figures: one value, a series over years, a difference, the year of the most or least."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.report import Qualifier
from search.answers import Answer, Value
from search.questions import phrasing, sparql
from search.questions.catalog import Catalog, Figure
from search.questions.intents import Intent
from search.questions.matching import CLOSE, Match, matches
from search.questions.quantities import is_change, named_years
from search.questions.reading import Question
from search.questions.replies import given, withheld
from search.questions.saying import common_label, label, remarks, told_later, written
from search.questions.source import Source

_PERCENT = re.compile(r"百分之|增长|增加|上升|下降|同比|增幅|涨幅|降幅|增长率|比例|%|几成")
_TIMES = re.compile(r"几倍|多少倍|翻了几")
_SUBJECTS = 8
"""Subjects listed side by side where a question names none."""


def answer_figures(source: Source, question: Question) -> Answer | None:
    """Answer a question for figures, None where no figure of any year fits."""
    named = question.years.named
    found = matches(question, told_years(question), levels=question.intent is not Intent.VALUE)
    asked = {year: each for year, each in found.items() if not named or year in named}
    if question.intent is Intent.DIFFERENCE:
        return _difference_or_change(source, question, found)
    if not found:
        return None
    if question.intent is Intent.VALUE:
        return _value(source, question, found, asked)
    asked = _one_subject(asked)
    if open_ := _left_open(asked):
        return _none(source, question, open_)
    if not asked:
        return _none(source, question, _elsewhere(found))
    if question.intent in (Intent.MAXIMUM, Intent.MINIMUM):
        return _extreme(source, question, [each[0].figure for each in asked.values()])
    return _trend(question, [each[0].figure for each in asked.values()])


def _difference_or_change(source: Source, question: Question, found: dict[int, list[Match]]) -> Answer | None:
    """Work a difference out of two years, else tell the change that a report itself states (净增1.9万人)."""
    worked_out = _difference(source, question, found) if found else None
    if worked_out is not None and worked_out.answer is not None:
        return worked_out
    named = question.years.named
    changes = {
        year: [match for match in each if is_change(match.figure) or match.figure.unit == "%"]
        for year, each in matches(question, told_years(question)).items()
        if not named or year in named
    }
    changes = {year: each for year, each in changes.items() if each}
    if not changes:
        return worked_out
    return _value(source, replace(question, intent=Intent.VALUE), changes, changes)


def told_years(question: Question) -> list[int]:
    """Return the years of which figures may be told: those stored, and those named of which a later report speaks."""
    stored = question.known.years
    others = {year for year in question.years.named if year not in stored}
    return [*stored, *sorted(others & named_years(question.known.figures) if others else ())]


def _left_open(asked: dict[int, list[Match]]) -> str | None:
    """Return what to say where figures of several subjects fit equally, None where there is one a year."""
    if all(len(each) == 1 for each in asked.values()):
        return None
    subjects = phrasing.listed([label(match.figure) for each in asked.values() for match in each], 6)
    return f"有几个对象都有这项数据，请指明是哪一个：{subjects}"


def _value(
    source: Source, question: Question, found: dict[int, list[Match]], asked: dict[int, list[Match]]
) -> Answer:
    named = question.years.named
    if not asked:
        return _none(source, question, _elsewhere(found, named))
    years = sorted(asked) if named else [max(asked)]
    figures = [match.figure for year in years for match in asked[year]]
    if len({f.subject for f in figures}) > _SUBJECTS:
        return _none(source, question, "有许多对象都有这项数据，请指明是哪一个")
    said = "；".join(f"{f.year}年{label(f)}{written(f)}" for f in figures)
    reason = None
    if missing := [year for year in named if year not in asked and not question.years.ranged]:
        reason = f"{phrasing.years(missing)}的报告没有给出这项数据"
    elif not named and years[-1] != question.known.years[-1]:
        reason = f"最近给出这项数据的是{years[-1]}年的报告"
    reason = "；".join(filter(None, [reason, *told_later(figures)])) or None
    return _given(question, f"{said}。", figures, reason)


def _trend(question: Question, figures: Sequence[Figure]) -> Answer:
    said = "，".join(f"{f.year}年{written(f)}" for f in figures)
    reasons = []
    wanted = question.years.within(question.known.years)
    given_years = [f.year for f in figures]
    if missing := [year for year in wanted if year not in given_years]:
        reasons.append(f"{phrasing.years(missing)}的报告没有给出")
    if absent := [year for year in question.years.named if year not in question.known.years]:
        reasons.append(f"{phrasing.years(absent)}的报告没有入库")
    reasons += remarks(figures)
    return _given(
        question, f"{common_label(question, figures)}：{said}。", figures, "；".join(reasons) or None
    )


def _extreme(source: Source, question: Question, figures: Sequence[Figure]) -> Answer:
    most = question.intent is Intent.MAXIMUM
    chosen = (max if most else min)(figures, key=lambda f: f.value)
    if len(figures) < 2:
        return _none(source, question, f"只有{chosen.year}年的报告给出了这项数据，无从比较")
    said = f"{label(chosen)}{'最多' if most else '最少'}的是{chosen.year}年，{written(chosen)}。"
    reasons = [f"比较了{phrasing.years([f.year for f in figures])}的数据", *remarks(figures)]
    return _given(question, said, figures, "；".join(reasons))


def _difference(source: Source, question: Question, found: dict[int, list[Match]]) -> Answer:
    named = sorted(question.years.named)
    stored = question.known.years
    if len(named) == 1:
        before = [year for year in stored if year < named[0]]
        named = [before[-1], named[0]] if before else named
    if not named or question.years.ranged:
        named = [year for year in sorted(found) if not named or year in named]
    if not named:
        return _none(source, question, _elsewhere(found))
    first, last = named[0], named[-1]
    levels = _one_subject({year: each for year, each in found.items() if year in (first, last)})
    if first == last or first not in levels or last not in levels:
        lacking = [year for year in dict.fromkeys((first, last)) if year not in levels]
        return _none(
            source,
            question,
            f"{phrasing.years(lacking)}的报告没有给出这项数据，无从比较"
            if lacking
            else "没有可以比较的两个年度",
        )
    if open_ := _left_open(levels):
        return _none(source, question, open_)
    one, other = levels[first][0].figure, levels[last][0].figure
    delta = round(other.value - one.value, 6)
    unit = other.unit or one.unit
    if unit == "%":
        change = f"{phrasing.plain(abs(delta))}个百分点"
    else:
        change = phrasing.exactly(abs(delta), unit)
    hedge = "" if one.qualifier == other.qualifier == Qualifier.EXACT else "约"
    verb = "增加" if delta > 0 else "减少"
    said = f"{hedge and '大约'}{verb}{change}" if delta else "持平"
    if _PERCENT.search(question.masked) and one.value and delta and unit != "%":
        said += (
            f"，{'增长' if delta > 0 else '下降'}{phrasing.plain(round(abs(delta) / one.value * 100, 1))}%"
        )
    if _TIMES.search(question.masked) and one.value:
        said += f"，是{first}年的{phrasing.plain(round(other.value / one.value, 2))}倍"
    text = f"{common_label(question, [one, other])}{last}年为{written(other)}，{first}年为{written(one)}，{said}。"
    reasons = remarks([one, other])
    if len(question.years.named) == 1 and (absent := range(first + 1, last)):
        reasons.append(f"{phrasing.years(absent)}的报告没有入库，改与{first}年比较")
    if question.years.ranged and (first, last) != (min(question.years.named), max(question.years.named)):
        reasons.append(f"所问时段里，给出这项数据的最早是{first}年、最近是{last}年的报告")
    if hedge:
        reasons.append("原文数字带有“超、近、约、余”等字样，差额只是大致的")
    return _given(question, text, [one, other], "；".join(reasons) or None)


def _given(question: Question, said: str, figures: Sequence[Figure], reason: str | None) -> Answer:
    values = [
        Value(
            year=f.year,
            label=label(f),
            value=f.value,
            unit=f.unit,
            qualifier=f.qualifier,
            evidence=[f.evidence],
        )
        for f in figures
    ]
    query = query_of(question.known, figures)
    return given(question.asked, question.intent, said, values=values, sparql=query, reason=reason)


def query_of(known: Catalog, figures: Sequence[Figure]) -> str:
    """Return the query whose rows are these figures: by measure, subject and year, by fact where that is too wide."""
    years, measures, subjects = (
        {f.evidence.year for f in figures},
        {f.measure for f in figures},
        {f.subject for f in figures},
    )
    narrow = (
        sparql.years(sorted(years)) + sparql.iris("?measure", measures) + sparql.iris("?subject", subjects)
    )
    alike = {
        each.fact
        for each in known.figures
        if each.year in years and each.measure in measures and each.subject in subjects
    }
    if alike != {f.fact for f in figures}:
        narrow = sparql.iris("?fact", (f.fact for f in figures))
    return sparql.facts(known.media, "MetricFact", sparql.METRIC, sparql.METRIC_VARIABLES, narrow)


def _none(source: Source, question: Question, reason: str) -> Answer:
    years = question.years.within(question.known.years) if question.years.named else ()
    return withheld(source, question.asked, question.intent, reason, media=question.media, years=years)


def _elsewhere(found: dict[int, list[Match]], named: Sequence[int] = ()) -> str:
    asked = f"{phrasing.years(named)}的" if named else "所问年度的"
    return f"{asked}报告没有给出这项数据；有这项数据的是{phrasing.years(sorted(found))}的报告"


def _one_subject(asked: dict[int, list[Match]]) -> dict[int, list[Match]]:
    """Where years differ in how many subjects fit, keep the one that most years have."""
    count: dict[str, int] = {}
    for each in asked.values():
        for match in each:
            count[match.figure.subject] = count.get(match.figure.subject, 0) + 1
    kept: dict[int, list[Match]] = {}
    for year, each in asked.items():
        most = max(count[match.figure.subject] for match in each)
        best = [match for match in each if count[match.figure.subject] == most]
        top = max(match.score for match in best)
        best = [match for match in best if match.score >= top - CLOSE]
        kept[year] = best if len(best) == 1 else each
    return kept
