"""What answers with figures share: which years and subjects are compared, and the answer itself, given or withheld."""

from __future__ import annotations

from collections.abc import Sequence

from search.answers import Answer, Value
from search.questions import sparql
from search.questions.figures.saying import ends, label
from search.questions.measures.matching import CLOSE, Match
from search.questions.measures.quantities import named_years
from search.questions.naming.catalog import Catalog, Figure
from search.questions.reading.reading import Question
from search.questions.replies import given, withheld
from search.questions.source import Source
from search.questions.wording import phrasing


def told_years(question: Question) -> list[int]:
    """Return the years of which figures may be told: those stored, and those named of which a later report speaks.

    Where none is named, also those of which a table tells.
    """
    stored = question.known.years
    tabled = {f.year for f in question.known.figures if f.year != f.evidence.year}.difference(stored)
    if not question.years.named:
        return sorted({*stored, *tabled})
    others = {year for year in question.years.named if year not in stored}
    named = tabled | named_years(question.known.figures) if others else set()
    return [*stored, *sorted(others & named)]


def left_open(asked: dict[int, list[Match]]) -> str | None:
    """Return what to say where figures of several subjects fit equally, None where there is one a year."""
    if all(len(each) == 1 for each in asked.values()):
        return None
    subjects = phrasing.listed([label(match.figure) for each in asked.values() for match in each], 6)
    return f"有几个对象都有这项数据，请指明是哪一个：{subjects}"


def elsewhere(found: dict[int, list[Match]], named: Sequence[int] = ()) -> str:
    """Return what to say where only other years have the figure."""
    asked = f"{phrasing.years(named)}的" if named else "所问年度的"
    return f"{asked}报告没有给出这项数据；有这项数据的是{phrasing.years(sorted(found))}的报告"


def one_subject(asked: dict[int, list[Match]]) -> dict[int, list[Match]]:
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


def given_figures(question: Question, said: str, figures: Sequence[Figure], reason: str | None) -> Answer:
    """Return an answer made of figures: each with its year, unit, hedge and sentence."""
    values = [
        Value(
            year=f.year,
            label=label(f),
            value=value,
            unit=f.unit,
            qualifier=f.qualifier,
            evidence=[f.evidence],
        )
        for f in figures
        for value in ends(f)
    ]
    read = list(dict.fromkeys(f.year for f in figures if not f.fact))
    # A query that gives only some of the figures would mislead.
    query = None if read else query_of(question.known, figures)
    if read:
        off = f"{phrasing.years(read)}的数字直接读自原文，没有收入图谱"
        reason = "；".join(filter(None, [reason, off]))
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
    return sparql.facts(known.graphs, "MetricFact", sparql.METRIC, sparql.METRIC_VARIABLES, narrow)


def none(source: Source, question: Question, reason: str) -> Answer:
    """Withhold an answer about figures, with the passages of the years asked for."""
    years = question.years.within(question.known.years) if question.years.named else ()
    return withheld(source, question.asked, question.intent, reason, media=question.media, years=years)
