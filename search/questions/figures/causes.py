"""Why a figure rose or fell, where the sentence that tells it tells the cause: 2018年热线为什么少了那么多.

新闻纸价格涨了三成，全年收入2215万元，比上年少165万元      what else changed stands in a clause before
受广告下行拖累，收入降为16.2亿元，同比减少13.4%            a cause that calls itself one
接听1.27万个，比上年少了5600个，少掉的多数转到了问政频道    a clause that goes back to what was lost or won
来电回落到2540个。节目组分析，部分诉求已改由网上提交       the sentence behind, where it says that it explains
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.report import Evidence
from search.answers import Answer, Item
from search.questions.figures.figures import answer_figures
from search.questions.figures.reading_off import answer_likely
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.sentences.passages import all_sentences, proof_of
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.rising import DOWN, UP
from search.questions.wording.words import key

WHY = re.compile(
    r"为什么|为何|什么原因|原因是什么|什么缘故|怎么(?:就|会|[一1]下子?|突然|又)*(?=[□\u4e00-\u9fff]{0,3}(?:少|降|跌|掉|减|低|多|涨|增|升|高))"
)
_SHRANK, _GREW = re.compile(f"{DOWN}|亏|差"), re.compile(UP)
_BECAUSE = re.compile(
    r"受.{1,24}?(?:影响|拖累|冲击|制约|带动|拉动|推动|波及)|因(?!此|而)|由于|源于|缘于|得益于|归功于|主要是|原因|随着|拖累|拉低|拉动|带动|所致|使得|导致"
)
_GOES_BACK = re.compile(
    r"(?:少|减|降|跌|多|增|涨)(?:掉|去|下来|少|出来|加|长)?的(?:部分|那部分|这部分|大头|多数|主要)?|(?:降|增|跌|涨|减)幅|分走|分流|转到|转向|改由|改用"
)
_EXPLAINS = re.compile(
    r"[^，,。；\d]{0,8}(?:分析|究其|原因|主要是|归因|这(?:主要)?是|一是因|缘于|得益于)|其中[^，。]{0,12}(?:转到|改由|分流|改用|转向)|(?:部分|不少|多数|大部分|一部分)[^，。]{0,12}(?:转|改|分流|挪|搬)"
)
_CHANGED = re.compile(f"{UP}|{DOWN}|停|关|撤|并|取消|疫情|灾|亏|断")
_CLAUSE = re.compile(r"[，,：:]")
_FIGURE = re.compile(r"\d")


def answer_why_changed(source: Source, question: Question) -> Answer | None:
    """Answer why a figure rose or fell with the sentence that tells it and its cause; None where none tells one."""
    if WHY.search(question.masked) is None:
        return None
    rest = WHY.sub("", question.masked)
    ways = [way for way in (_SHRANK, _GREW) if way.search(rest)]
    if len(ways) != 1:
        return None
    figure = replace(question, intent=Intent.VALUE)
    told = answer_figures(source, figure)
    if told is None or told.answer is None:
        told = answer_likely(source, figure)
    proofs = [proof for value in told.values for proof in value.evidence] if told else []
    every = all_sentences(source, question)
    for at, each in enumerate(every):
        if not any(p.report == each.report and each.start <= p.start < each.end for p in proofs):
            continue
        proof = proof_of(source, each)
        if tells_cause(proof.quote, ways[0]):
            return _given(question, [proof])
        behind = [proof_of(source, other) for other in every[at + 1 : at + 2] if other.report == each.report]
        if ways[0].search(key(proof.quote)) and any(_EXPLAINS.match(other.quote) for other in behind):
            return _given(question, [proof, *behind])
    return None


def _given(question: Question, proofs: Sequence[Evidence]) -> Answer:
    items = [Item(year=proof.year, label=proof.quote, evidence=[proof]) for proof in proofs]
    told = "".join(f"{phrasing.ended(proof.quote)}。" for proof in proofs)
    return given(question.asked, question.intent, f"{proofs[0].year}年报告写到：{told}", items=items)


def tells_cause(sentence: str, way: re.Pattern[str]) -> bool:
    """Tell whether a sentence tells that something went a way (`_SHRANK`, `_GREW`) and why."""
    clauses = _CLAUSE.split(sentence)
    went = [at for at, clause in enumerate(clauses) if way.search(clause) and _FIGURE.search(key(clause))]
    if not went:
        return False
    told = next(at for at, clause in enumerate(clauses) if _FIGURE.search(key(clause)) and at <= went[-1])
    return (
        _BECAUSE.search(sentence) is not None
        or any(_CHANGED.search(clause) for clause in clauses[: max(told, went[0] - 1)])
        or any(
            _GOES_BACK.search(clause) and not _FIGURE.search(key(clause))
            for clause in clauses[went[-1] + 1 :]
        )
    )
