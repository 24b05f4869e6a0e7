"""Joins the answers of several sides: told side by side, or held against each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.report import Qualifier
from ingest.units import unit_family
from kg.queries import run
from search.answers import Answer, Value
from search.questions import sparql
from search.questions.reading.sides import Way
from search.questions.replies import given, withheld
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.unit_words import PIECES


def joined(
    source: Source, question: str, names: Sequence[str], answers: Sequence[Answer], way: Way
) -> Answer | None:
    """Return one answer out of those of each side; None where no side has figures.

    `names` say whose each answer is, where its own words do not. What one side lacks is said; it is never compared then.
    """
    pairs = list(zip(names, answers, strict=True))
    told = [(name, answer) for name, answer in pairs if answer.values or (way is Way.EACH and answer.items)]
    if not told:
        return None
    lacking = [name for name, answer in pairs if (name, answer) not in told]
    reasons = [f"报告没有给出“{name}”的这项数据" for name in lacking]
    said = "；".join(_said(name, answer) for name, answer in told)
    intent = Intent.VALUE if way is Way.EACH else Intent.COMPARISON
    if way is not Way.EACH:
        if lacking:
            return withheld(source, question, intent, f"{'；'.join(reasons)}，无从比较：{said}")
        compared = _compared([(name, answer.values) for name, answer in told], way)
        if compared is not None and _PERCENT.search(question):
            compared = _in_percent(compared)
        if compared is None:
            return withheld(source, question, intent, f"各方的年度或单位不同，无从比较：{said}")
        verdict, values, remark = compared
        said = f"{said}；{verdict}"
        reasons += [remark] if remark else []
    else:
        values = [value for _, answer in told for value in answer.values]
    reasons += [answer.reason for _, answer in told if answer.reason]
    return given(
        question,
        intent,
        f"{said}。",
        values=values,
        items=[item for _, answer in told for item in answer.items] if way is Way.EACH else (),
        sparql=_query(source, [answer for _, answer in told]),
        reason="；".join(dict.fromkeys(reasons)) or None,
    )


_ASKS = re.compile(r"多少|几|什么|哪|谁")


def _said(name: str, answer: Answer) -> str:
    """Return what was answered of a side, by its name where that is a name and the words leave it out."""
    said = phrasing.ended(answer.answer or "")
    return said if name in said.casefold() or _ASKS.search(name) else f"{name}：{said}"


def _compared(
    told: Sequence[tuple[str, Sequence[Value]]], way: Way
) -> tuple[str, list[Value], str | None] | None:
    """Return the verdict, the values that it rests on, and what to mind; None where they can't be compared."""
    if way is Way.EDITIONS:
        chosen = [(name, list(values)) for name, values in told]
    else:
        years = set.intersection(*({value.year for value in values} for _, values in told))
        if not years:
            return None
        chosen = [(name, [value for value in values if value.year == max(years)]) for name, values in told]
    if any(len(values) != 1 for _, values in chosen):
        return None
    each = [(name, values[0]) for name, values in chosen]
    units = {unit_family(value.unit) for _, value in each if value.unit}
    if len(units) > 1 and not units <= PIECES and way is not Way.TIMES:
        return None
    hedged = any(value.qualifier != Qualifier.EXACT for _, value in each)
    ranked = sorted(each, key=lambda pair: -pair[1].value)
    if way is Way.LESS:
        ranked.reverse()
    (first, top), (_, second) = ranked[:2]
    if way in (Way.APART, Way.EDITIONS, Way.TIMES) and each[0][1].value != each[1][1].value:
        (first, top), (_, second) = each[:2]
    if way is Way.TIMES:
        if not second.value:
            return None
        times = phrasing.plain(round(top.value / second.value, 1))
        verdict = f"“{first}”是“{each[1][0]}”的{'大约' if hedged else ''}{times}倍"
        return verdict, [value for _, value in each], None
    gap = abs(round(top.value - second.value, 6))
    unit = top.unit or second.unit
    amount = f"{phrasing.plain(gap)}个百分点" if unit == "%" else phrasing.exactly(gap, unit)
    if not gap and _meet([(v.evidence[0].report, v.evidence[0].start) for _, v in each]):
        return None  # One figure was taken for that of either.
    if not gap:
        verdict = "两者相同" if len(ranked) == 2 else f"{first}与次者相同"
    else:
        more = "多" if top.value > second.value else "少"
        lead = (
            f"“{first}”{'最' if len(ranked) > 2 else '更'}{'少' if way is Way.LESS else '多'}，"
            if way not in (Way.APART, Way.EDITIONS)
            else f"“{first}”"
        )
        next_ = "比次者" if len(ranked) > 2 else ""
        verdict = f"{lead}{next_}{'大约' if hedged else ''}{more}{amount}"
    remark = "原文数字带有“超、近、约、余”等字样，差额只是大致的" if hedged and gap else None
    return verdict, [value for _, value in each], remark


def _meet(places: Sequence[tuple[str, int]]) -> bool:
    """Tell whether two sides were given what one place tells: a figure is hardly that of both."""
    return len(set(places)) < len(places)


_PERCENT = re.compile("百分之|[增涨降跌]幅|[%％]")


def _in_percent(compared: tuple[str, list[Value], str | None]) -> tuple[str, list[Value], str | None]:
    """Say of a verdict over two values by how many percent of the second they are apart."""
    verdict, values, remark = compared
    first, second = values[0].value, values[-1].value
    if len(values) == 2 and second and first != second:
        percent = phrasing.plain(round(abs(first - second) / second * 100, 1))
        verdict += f"，{'多' if first > second else '少'}{percent}%"
    return verdict, values, remark


def _query(source: Source, answers: Sequence[Answer]) -> str | None:
    """Return the query of all facts that the queries of some answers give; None where one has no query."""
    queries = [answer.sparql for answer in answers]
    facts = {str(row["fact"]) for query in queries if query for row in run(source.graph, query)}
    return None if None in queries else sparql.told(facts)
