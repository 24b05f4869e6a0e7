"""Answers about what became of all shortcomings or plans of a year together: 去年的不足都解决了吗, 上一年的承诺兑现得怎么样."""

from __future__ import annotations

import re

from search.answers import Answer, Item, Status, TraceItem
from search.questions import phrasing
from search.questions.intents import Intent
from search.questions.outcomes import HYPOTHESIS, SURE, TOLD
from search.questions.reading import Question
from search.questions.replies import given
from search.questions.source import Source
from search.trace import trace

_PLANS = re.compile(r"承诺|打算|计划|目标|说要|说过|答应|许下|提出的?(?:措施|举措)|定下|要做的")
_FAULTS = re.compile(r"不足|问题|短板|差距|薄弱|毛病|缺点|弱项|短处|欠账")
_UNSETTLED = re.compile(r"没(?:有)?(?:解决|改|落实|兑现|完成|做到|办)|还没|尚未|未(?:解决|改|落实|兑现|完成)")
"""Who asks what is still open is told of those for which no later report shows that they were mended."""


def answer_all(source: Source, question: Question) -> Answer | None:
    """Answer with every shortcoming (or plan) of a year and what later reports say of each.

    For a question that names none of them. Of the year named; else of the last one that a later report follows. None where the year
    has none, or where no later report is stored.
    """
    stored = question.known.years
    years = question.years.within(stored) if question.years.named else stored[:-1]
    kinds = {"commitment"} if _PLANS.search(question.masked) else set()
    kinds |= {"shortcoming"} if _FAULTS.search(question.masked) else set()
    if not years or not kinds or years[-1] >= stored[-1]:
        return None
    year = years[-1]
    found = [item for item in trace(source, question.media, year).items if item.kind in kinds]
    if _UNSETTLED.search(question.masked):
        found = [item for item in found if item.status is not Status.FIXED]
    if not found:
        return None
    items = [_item(item) for item in found]
    said = "；".join(
        f"{n}. {phrasing.ended(item.text)}：{TOLD[item.status]}" for n, item in enumerate(found, 1)
    )
    what = "不足" if kinds == {"shortcoming"} else "打算" if kinds == {"commitment"} else "不足和打算"
    return given(
        question.asked,
        Intent.OUTCOME,
        f"{year}年报告写的{what}有{len(found)}条：{said}。",
        items=items,
        reason=HYPOTHESIS,
    )


def _item(traced: TraceItem) -> Item:
    """Return a statement with its state, and as evidence itself and the best link of each kind."""
    links = [
        max(kind, key=lambda link: link.score)
        for kind in (traced.responses, traced.actions, traced.recurrences)
        if kind
    ]
    sure = [link for link in links if link.score >= SURE] or links
    told = "；".join(
        f"{link.evidence.year}年报告写到：{phrasing.ended(link.evidence.quote)}" for link in sure
    )
    detail = f"{TOLD[traced.status]}（{told}）" if told else TOLD[traced.status]
    return Item(
        year=traced.year,
        label=traced.text,
        detail=detail,
        evidence=[traced.evidence, *(link.evidence for link in sure)],
    )
