"""How many awards of a prize, by year, and what is worked out of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.report import Qualifier
from search.answers import Answer, Value
from search.questions.lists.won import Won
from search.questions.naming.names import LEVEL
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent


def answer_count(question: Question, query: str, rows: Sequence[Won]) -> Answer | None:
    """Answer how many of one award (and level), by year: the total that the report gives, else its parts added up."""
    values: list[Value] = []
    summed = False
    leveled = LEVEL.search(question.masked) is not None
    keys = dict.fromkeys((row.year, row.award, row.edition, row.award_year) for row in rows)
    for year, award, edition, award_year in keys:
        group = [
            r
            for r in rows
            if (r.year, r.award, r.edition, r.award_year) == (year, award, edition, award_year)
        ]
        totals = [] if leveled else [r for r in group if r.level is None and not r.works]
        if totals:
            chosen = [max(totals, key=lambda r: r.count)]
        else:
            best: dict[tuple[str | None, tuple[str, ...]], Won] = {}
            counted = {r.level for r in group if r.count > max(1, len(r.works))}
            for row in group:
                # 一等奖3件 and 《A》获一等奖 speak of the same three.
                spot = (row.level, () if row.level in counted else row.works)
                if spot not in best or row.count > best[spot].count:
                    best[spot] = row
            chosen = list(best.values())
            summed = summed or len(chosen) > 1
        label = chosen[0].full if len(chosen) == 1 else f"{chosen[0].name}"
        values.append(
            Value(
                year=year,
                label=label,
                value=sum(r.count for r in chosen),
                unit=_unit(chosen),
                qualifier=Qualifier.EXACT,
                evidence=list(dict.fromkeys(r.evidence for r in chosen)),
            )
        )
    if not values:
        return None
    latest = (
        values
        if question.years.named or question.named("award") or question.mentions
        else [v for v in values if v.year == values[-1].year]
    )
    text = "；".join(f"{v.year}年报告：{v.label}{phrasing.plain(v.value)}{v.unit}" for v in latest)
    if question.of is not None and len(latest) > 1:
        text += f"；{_worked_out(question.of, latest)}"
    reason = "报告没有给出总数，由各项相加得出" if summed else None
    return given(question.asked, question.intent, f"{text}。", values=latest, sparql=query, reason=reason)


def _unit(rows: Sequence[Won]) -> str:
    """Return in what the report counts awards (57项节目, 2个), 件 where it does not say."""
    for row in rows:
        if told := re.search(rf"(?<!\d){row.count}([项个部篇次人名位家])", row.evidence.quote):
            return told[1]
    return "件"


def _worked_out(intent: Intent, values: Sequence[Value]) -> str:
    """Return what is worked out of the counts of several years."""
    by_year = {
        year: sum(v.value for v in values if v.year == year) for year in sorted({v.year for v in values})
    }
    first, last = min(by_year), max(by_year)
    if intent is Intent.SUM or first == last:
        return f"合计{phrasing.plain(sum(by_year.values()))}件"
    if intent in (Intent.MAXIMUM, Intent.MINIMUM):
        most = intent is Intent.MAXIMUM
        year = (max if most else min)(by_year, key=lambda each: by_year[each])
        return f"{'最多' if most else '最少'}的是{year}年，{phrasing.plain(by_year[year])}件"
    delta = by_year[last] - by_year[first]
    if intent is Intent.DIFFERENCE:
        change = f"{'增加' if delta > 0 else '减少'}{phrasing.plain(abs(delta))}件" if delta else "持平"
        return f"{last}年比{first}年{change}"
    return f"从{first}年的{phrasing.plain(by_year[first])}件到{last}年的{phrasing.plain(by_year[last])}件"
