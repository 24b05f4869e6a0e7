"""Answers that are figures: one value, a series over years, a difference, the year of the most or least."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
from search.questions.figures.differences import answer_difference, answer_sum
from search.questions.figures.reading_off import filled_off_text, told_alike
from search.questions.figures.same_subject import of_the_same
from search.questions.figures.saying import common_label, label, remarks, told_later, written
from search.questions.measures.matching import Match, does, matches
from search.questions.measures.otherwise import SO_FAR
from search.questions.measures.preferring import wholeness
from search.questions.measures.quantities import ALL_YEARS
from search.questions.naming.catalog import Figure
from search.questions.reading.reading import Question
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.words import key

_SUBJECTS = 8
"""Subjects listed side by side where a question names none."""


def answer_figures(source: Source, question: Question) -> Answer | None:
    """Answer a question for figures, None where no figure of any year fits."""
    named = question.years.named
    found = matches(question, told_years(question), levels=question.intent is not Intent.VALUE)
    if question.intent is Intent.DIFFERENCE:
        found = _without_shares(found)
    if question.intent is Intent.VALUE and found and len(named) == 1:
        found = {**found, **of_the_same(question, found, [year for year in named if year not in found])}
        found = told_alike(source, question, found, [year for year in named if year not in found])
    if question.intent is not Intent.VALUE or (found and len(named) > 1):
        # 三年分别演了多少场: a year may tell it in a sentence alone.
        wanted = question.years.within(question.known.years)
        if question.intent is Intent.DIFFERENCE and len(named) == 1:
            # 2023年比上年: the year before is compared, too.
            wanted = [*[year for year in question.known.years if year < named[0]][-1:], *wanted]
        found = {**found, **of_the_same(question, found, [year for year in wanted if year not in found])}
        done = {year: each for year, each in found.items() if any(does(question, m.figure) for m in each)}
        # 解决的问题: where one year tells 解决57个, that another has 问题53个 is something else than what its text may tell.
        found = {**found, **(filled_off_text(source, question, done, wanted) if done else {})}
        found = filled_off_text(source, question, dict(sorted(found.items())), wanted)
    asked = {year: each for year, each in found.items() if not named or year in named}
    if question.intent is Intent.DIFFERENCE:
        return answer_difference(source, question, found)
    if not found:
        return None
    if question.intent is Intent.VALUE:
        return _value(source, question, found, asked)
    asked = one_subject(asked)
    if open_ := left_open(asked):
        return none(source, question, open_)
    if not asked:
        return none(source, question, elsewhere(found))
    if question.intent in (Intent.MAXIMUM, Intent.MINIMUM):
        return _extreme(source, question, [each[0].figure for each in asked.values()])
    if question.intent is Intent.SUM:
        if (told := _told_over_years(question, found)) is not None:
            return told
        return answer_sum(source, question, [each[0].figure for each in asked.values()])
    return _trend(question, [each[0].figure for each in asked.values()])


def _without_shares(found: dict[int, list[Match]]) -> dict[int, list[Match]]:
    """Leave out shares (下载量提升百分之五) where another year tells how much there is: nothing is taken from one by the other."""
    if {match.figure.unit == "%" for each in found.values() for match in each} != {True, False}:
        return found
    levels = {year: [match for match in each if match.figure.unit != "%"] for year, each in found.items()}
    return {year: each for year, each in levels.items() if each}


def _value(
    source: Source, question: Question, found: dict[int, list[Match]], asked: dict[int, list[Match]]
) -> Answer:
    named = question.years.named
    if not asked:
        return none(source, question, elsewhere(found, named))
    latest = min if _AT_FIRST.search(question.masked) else max
    years = sorted(asked) if named else [latest(_so_far(question, asked) or _of_all(question, asked))]
    figures = [match.figure for year in years for match in asked[year]]
    if len({f.subject for f in figures}) > _SUBJECTS:
        return none(source, question, "有许多对象都有这项数据，请指明是哪一个")
    said = "；".join(f"{f.year}年{label(f)}{written(f)}" for f in figures)
    reason = None
    if missing := [year for year in named if year not in asked and not question.years.ranged]:
        reason = f"{phrasing.years(missing)}的报告没有给出这项数据"
    elif not named and latest is min:
        reason = f"最早给出这项数据的是{years[-1]}年的报告"
    elif not named and years[-1] != question.known.years[-1]:
        reason = f"最近给出这项数据的是{years[-1]}年的报告"
    reason = "；".join(filter(None, [reason, *told_later(figures)])) or None
    return given_figures(question, f"{said}。", figures, reason)


def _so_far(question: Question, asked: dict[int, list[Match]]) -> list[int]:
    """Return the years whose reports tell what there was over all years, where that is asked for: 十年累计资助3860名."""
    if not ALL_YEARS.search(question.text):
        return []
    return [year for year, each in asked.items() if any(SO_FAR.search(match.figure.near) for match in each)]


def _of_all(question: Question, asked: dict[int, list[Match]]) -> list[int]:
    """Return the years without those that tell only what is new, if any other tells how many there are: 新设两个 after 总数到了11个."""
    new = {year for year, each in asked.items() if all(wholeness(m.figure, question) < 0 for m in each)}
    return [year for year in asked if year not in new] or list(asked)


_AT_FIRST = re.compile(
    r"最?(?:开始|初|早)(?:的时候|时)?(?:有|是|只有|招|派|办|就|才)?(?:了)?(?:多少|几)|刚(?:开始|成立|起步|创办|组建)"
)
"""视频部最开始几个人: of the earliest report that tells it."""
_SO_LONG = re.compile(r"(?<!\d)(\d{1,2})年(?!度|报)")


def _told_over_years(question: Question, found: dict[int, list[Match]]) -> Answer | None:
    """Answer 五年一共募了多少 with what a report itself tells of so many years (五年累计募款1523万元); None where none does."""
    span = _SO_LONG.search(question.text)
    if span is None:
        return None
    each = [match.figure for matched in found.values() for match in matched]
    of, units = {figure.subject for figure in each}, {unit_family(figure.unit) for figure in each}
    names = {key(figure.subject_name) for figure in each if figure.subject_name}
    told = re.compile(rf"(?<!\d){span[1]}年(?:来|间|里)?.{{0,4}}?(?:累计|1共|总共|共)")
    for figure in reversed(question.known.figures):
        told_of = figure.subject in of or (
            figure.subject_name is None and any(n in figure.around for n in names)
        )
        if told_of and unit_family(figure.unit) in units and told.search(figure.near):
            said = f"{figure.year}年报告写到：{label(figure)}{written(figure)}。"
            return given_figures(question, said, [figure], None)
    return None


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
    return given_figures(
        question, f"{common_label(question, figures)}：{said}。", figures, "；".join(reasons) or None
    )


def _extreme(source: Source, question: Question, figures: Sequence[Figure]) -> Answer:
    most = question.intent is Intent.MAXIMUM
    chosen = (max if most else min)(figures, key=lambda f: f.value)
    if len(figures) < 2:
        return none(source, question, f"只有{chosen.year}年的报告给出了这项数据，无从比较")
    said = f"{label(chosen)}{'最多' if most else '最少'}的是{chosen.year}年，{written(chosen)}。"
    reasons = [f"比较了{phrasing.years([f.year for f in figures])}的数据", *remarks(figures)]
    return given_figures(question, said, figures, "；".join(reasons))
