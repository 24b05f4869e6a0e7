"""Answers about what became of all shortcomings or plans of a year together: 去年的不足都解决了吗, 上一年的承诺兑现得怎么样."""

from __future__ import annotations

import re

from kg.queries import evidence_of, run
from search.answers import Answer, Item, Status, TraceItem
from search.questions import sparql
from search.questions.closing.deeds import SURE
from search.questions.closing.outcomes import HYPOTHESIS, TOLD
from search.questions.closing.statements import topic_of
from search.questions.reading.reading import Question
from search.questions.replies import given, withheld
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.words import stop_words
from search.tokens import tagged
from search.trace import trace

PLANS = re.compile(r"承诺|打算|计划|目标|说要|说过|答应|许下|提出的?(?:措施|举措)|定下|要做的")
FAULTS = re.compile(r"不足|问题|短板|差距|薄弱|毛病|缺点|弱项|短处|欠账")
_UNSETTLED = re.compile(
    r"没(?:有)?(?:解决|做完|办完|办成|改|落实|兑现|完成|做到|办)|还没|尚未|未(?:解决|改|落实|兑现|完成)"
)
"""Who asks what is still open is told of those for which no later report shows that they were mended."""


def answer_all(source: Source, question: Question) -> Answer | None:
    """Answer with every shortcoming (or plan) of a year and what later reports say of each.

    For a question that names none of them. Of the year named; else of the last one that a later report follows. None where the year
    has none, or where no later report is stored.
    """
    if _names_one(question):
        return None
    stored = question.known.years
    years = question.years.within(stored) if question.years.named else stored[:-1]
    if len(years) > 1 and years[-1] == stored[-1]:
        years = years[:-1]  # 2022年提的问题2024年都回应了吗: those of the first.
    kinds = {"commitment"} if PLANS.search(question.masked) else set()
    kinds |= {"shortcoming"} if FAULTS.search(question.masked) else set()
    if kinds and question.intent is Intent.OUTCOME and (not years or years[-1] >= stored[-1]):
        last = years[-1] if years else stored[-1]
        said = f"{last}年之后的报告还没有入库，看不到后来怎么样"
        return withheld(source, question.asked, question.intent, said, media=question.media, years=[last])
    if not years or not kinds or years[-1] >= stored[-1]:
        return None
    year = years[-1]
    found = [item for item in trace(source, question.media, year).items if item.kind in kinds]
    if _UNSETTLED.search(question.masked):
        # Where all were mended, that is the answer.
        found = [item for item in found if item.status is not Status.FIXED] or found
    if not found:
        return None
    items = [_item(item) for item in found]
    if kinds == {"shortcoming"} and not _UNSETTLED.search(question.masked):
        items += _answered_beside(source, question, year, items)
    said = "；".join(f"{n}. {phrasing.ended(item.text)}：{_became(item)}" for n, item in enumerate(found, 1))
    what = "不足" if kinds == {"shortcoming"} else "打算" if kinds == {"commitment"} else "不足和打算"
    return given(
        question.asked,
        Intent.OUTCOME,
        f"{year}年报告写的{what}有{len(found)}条：{said}。",
        items=items,
        reason=HYPOTHESIS,
    )


def _names_one(question: Question) -> bool:
    """Tell whether a question has a noun that is none of those by which faults, plans and what became of them are asked for: 少年宫."""
    return any(
        len(word) >= _LONG
        and tag in ("n", "nz", "nt", "ns")
        and not PLANS.search(word)
        and not FAULTS.search(word)
        for word, tag in tagged(question.masked)
        if word not in stop_words()
    )


_LONG = 3


def _answered_beside(source: Source, question: Question, year: int, items: list[Item]) -> list[Item]:
    """Return what the next report answers to the shortcomings of a year beside what is linked to one of them."""
    later = [each for each in question.known.years if each > year]
    query = sparql.facts(
        question.known.graphs,
        "Response",
        sparql.STATEMENT,
        sparql.STATEMENT_VARIABLES,
        sparql.years(later[:1]),
        asked=False,
    )
    told = {(proof.report, proof.start) for item in items for proof in item.evidence}
    return [
        Item(year=proof.year, label=str(row["text"]), detail="回应", evidence=[proof])
        for row in run(source.graph, query)
        for proof in [evidence_of(row)]
        if (proof.report, proof.start) not in told
    ]


def unsettled(question: Question) -> bool:
    """Tell whether a question asks what of the faults or plans is still open."""
    said = question.masked
    return bool(_UNSETTLED.search(said) and (FAULTS.search(said) or PLANS.search(said))) and not topic_of(
        question
    )


def again(question: Question) -> bool:
    """Tell whether a question asks which faults are told year after year."""
    said = question.masked
    counted = _COUNTED.search(said) is not None  # 逐年解决了几个问题 asks how many.
    return bool(FAULTS.search(said) and _AGAIN.search(said)) and not counted and not topic_of(question)


_COUNTED = re.compile(r"(?:多少|几)[个件条项]?问题")


def answer_again(source: Source, question: Question) -> Answer | None:
    """Answer with the shortcomings that a later report tells again; None where there is none."""
    years = question.years.within(question.known.years)
    found = [
        item
        for item in trace(source, question.media).items
        if item.kind == "shortcoming"
        and item.year in years
        and any(link.score >= SURE and link.evidence.year in years for link in item.recurrences)
    ]
    if not found:
        return None
    items = [_item(item) for item in found]
    said = "；".join(
        f"{item.year}年报告写的“{phrasing.ended(item.text)}”，{TOLD[item.status]}" for item in found
    )
    return given(question.asked, Intent.OUTCOME, f"{said}。", items=items, reason=HYPOTHESIS)


_AGAIN = re.compile(
    r"年年|反复|1再|多次|屡次|每年都|两年都|\d年都|都(?:提|写|说|有|出现|存在)(?!了?(?:什么|哪|谁))|连续|1直(?:没|都|有|存在|未)|老问题|老毛病"
)


def _became(traced: TraceItem) -> str:
    """Return what became of a statement, in words: a fault is mended, a plan is carried out."""
    told = TOLD[traced.status]
    return told.replace("整改", "落实") if traced.kind == "commitment" else told


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
    detail = f"{_became(traced)}（{told}）" if told else _became(traced)
    return Item(
        year=traced.year,
        label=traced.text,
        detail=detail,
        evidence=[traced.evidence, *(link.evidence for link in sure)],
    )
