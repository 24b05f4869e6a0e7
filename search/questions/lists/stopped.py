"""Which papers or columns ended, told by the sentences that name them: 后来停了哪几份报刊, 2018年报纸停了几种."""

from __future__ import annotations

import re

from search.answers import Answer, Item
from search.questions.naming.ended import stopped
from search.questions.reading.reading import Question
from search.questions.replies import given, withheld
from search.questions.sentences.passages import all_sentences, places_of, proof_of
from search.questions.source import Source
from search.questions.wording import phrasing

_STOP = r"停(?:掉|办|刊|播|更|发)?|休刊|终刊|关停|关掉|砍掉?|不办"
_HOW_MANY = r"(?:哪|几|多少|什么)"
_PRESS = r"报纸|报刊|刊物|子报(?:子刊)?|子刊|周刊|期刊|杂志"
_COLUMNS = r"栏目|专栏|节目|副刊|专版"
_ASKED = tuple(
    (
        re.compile(
            rf"(?:{_STOP})(?:了|过)?{_HOW_MANY}[^，。]{{0,4}}?(?:{kind})"
            rf"|(?:{kind})(?:里|当中)?(?:(?:一?共|都|先后)?(?:{_STOP})(?:了|过)?{_HOW_MANY})"
            rf"|(?:哪些|哪[几两三]?[份个种家档])(?:{kind})(?:先后|已经?|都|被)?(?:{_STOP})"
        ),
        named,
    )
    for kind, named in (
        (_PRESS, re.compile(r"[报刊]$|杂志$")),
        (_COLUMNS, re.compile(r".(?<![报刊])$|副刊$")),
    )
)
_MARKED = re.compile(r"《([^《》\n]{2,20})》")


def answer_stopped(source: Source, question: Question) -> Answer | None:
    """Answer which papers or columns ended, or how many did, with what stands in marks where a sentence says so.

    Withheld where only reports of other years tell of any; None where none does.
    """
    named = next((named for asked, named in _ASKED if asked.search(question.text)), None)
    if named is None:
        return None
    plans = places_of(source, question, "Commitment")
    found: dict[str, Item] = {}
    for each in all_sentences(source, question):
        if each.within(plans):
            continue
        proof = proof_of(source, each)
        for name in _MARKED.findall(proof.quote):
            if named.search(name) and name not in found and stopped(source, name, proof):
                found[name] = Item(year=each.year, label=name, evidence=[proof])
    if not found:
        return None
    years = question.years.within(question.known.years)
    asked = [item for item in found.values() if item.year in years]
    if not asked:
        others = phrasing.years(sorted({item.year for item in found.values()}))
        reason = f"{phrasing.years(years)}的报告没有写到停办；写到的是{others}的报告"
        return withheld(source, question.asked, question.intent, reason, media=question.media)
    told = "、".join(f"{phrasing.title(item.label)}（{item.year}年报告）" for item in asked)
    return given(question.asked, question.intent, f"停办的有{len(asked)}种：{told}。", items=asked)
