"""Answers about the first and last report that speaks of something."""

from __future__ import annotations

import re

from kg.queries import evidence_of, run
from search.answers import Answer, Item
from search.questions import sparql
from search.questions.naming.around import around
from search.questions.naming.coverage import covers
from search.questions.naming.ended import ended
from search.questions.naming.guessing import Mention
from search.questions.naming.linking import is_outlet
from search.questions.reading.reading import Question, entities
from search.questions.replies import given, withheld
from search.questions.sentences.passages import Sentence, all_sentences, asks_since, places_meant, proof_of
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.words import act_words, key, segment

_ASKED = re.compile(
    r"最早|首次|第1次|最先|初次|最后|最晚|末次|最近|1次|出现|见于|见到|提[到过及]|[说讲谈][到过]|写[进到入]|登上|上报告|冒出来|开始|开办|创办|亮相|露面|露脸|在?哪1?年|哪个年度|"
    r"是|的|有|于|在|从|起|办|了|栏目|专栏|专题|专版|节目|副刊|作品|微短剧|短剧|纪录片|短视频|视频|广播剧|推出|制作|拍摄|创作|平台|账号|奖项|年份|报道|话题|品牌|报告[里中]?|什么时候|何时|"
    r"年度|还在|还|播|更新|运营|网站?|去哪儿?了?|去了哪儿?|哪儿?去了|继续|使用|出版|吗|这个|那个|1年|时间|年|里|中|开"
)
"""Ways of asking, in one spelling; nothing else may stand beside the name."""


# 还在播吗: whether it ended is told in so many words, or else by the last report that speaks of it.
_WENT = re.compile(r"(?:去了?|到|上)哪(?:里|儿)?(?:去)?了?$")
_STILL = re.compile(r"还.*(?:吗|么|没有?)$")


def answer_span(source: Source, question: Question) -> Answer:
    """Answer in which year's report something is first or last spoken of."""
    found = entities(_meant(question))
    rest = _ASKED.sub("", question.masked.replace("□", ""))
    words = [word for word in segment(rest) if word not in act_words()]
    went = _WENT.search(question.masked) is not None
    if went and not any(entity.kind in ("platform", "column") for entity in found):
        return withheld(source, question.asked, question.intent, "报告没有写到去向", media=question.media)
    if not found or not covers(words, "".join(name for e in found for name in e.names), {}):
        if (told := _by_words(source, question)) is not None:
            return told
        name = question.mentions[0].name if question.mentions else "".join(question.words)
        unclear = key(name) in question.known.said
        why = f"没有看出问的是“{name}”的什么" if unclear else f"报告中没有提到“{name}”"
        return withheld(source, question.asked, question.intent, why, media=question.media)
    narrow = sparql.iris("?entity", (entity.iri for entity in found))
    query = _query(question.known.graphs, narrow)
    rows = run(source.graph, query)
    if not rows:
        return withheld(source, question.asked, question.intent, "报告中没有提到", media=question.media)
    years = sorted({int(str(row["year"])) for row in rows})
    first = question.intent is Intent.FIRST
    year = years[0] if first else years[-1]
    evidence = [evidence_of(row) for row in rows if row["year"] == year]
    label = found[0].label
    if went and not any(ended(source, label, each) for each in evidence):
        return withheld(
            source, question.asked, question.intent, f"报告没有写到“{label}”的去向", media=question.media
        )
    if (went or _STILL.search(question.masked)) and (
        gone := [each for each in evidence if ended(source, label, each)]
    ):
        said = around(source, gone[0]).written
        items = [Item(year=year, label=said, evidence=gone[:1])]
        return given(
            question.asked, question.intent, f"{year}年报告写到：{said}。", items=items, sparql=query
        )
    stored = question.known.years
    if first:
        text = f"在已入库的报告中，“{label}”最早见于{year}年的报告。"
        reason = f"{year}年是已入库的最早年度，更早的报告没有入库" if year == stored[0] else None
    else:
        text = f"在已入库的报告中，“{label}”最后见于{year}年的报告。"
        reason = f"{year}年是已入库的最近年度" if year == stored[-1] else None
    if gaps := [each for each in stored if years[0] < each < years[-1] and each not in years]:
        reason = "；".join(filter(None, [reason, f"{phrasing.years(gaps)}的报告没有提到"]))
    items = [Item(year=year, label=label, evidence=list(dict.fromkeys(evidence)))]
    return given(question.asked, question.intent, text, items=items, sparql=query, reason=reason)


def _meant(question: Question) -> tuple[Mention, ...]:
    """Return the mentions of what is asked about: of 晚报“记者在现场”栏目 the column, not the paper that it is in."""
    outlets = [m for m in question.mentions if any(entity.kind == "platform" for entity in m.candidates)]
    inner = tuple(m for m in question.mentions if m not in outlets and m.candidates)
    return inner if outlets and inner and not any(is_outlet(m.name) for m in inner) else question.mentions


_AROUND = re.compile(
    r"最早|首次|第1次|最先|初次|最后1?次?|最晚|末次|最近1次|见于|见到|出现|提[到过及]|[说讲谈][到过]|写[进到入]|开始|开办|哪1?年度?|哪个年度|(?:的|在)?报告[里中]?|什么时候|何时|年度|□|"
    r"(?:是|从|在|于)(?=□|$)|^(?:是|从|在)"
)


def _by_words(source: Source, question: Question) -> Answer | None:
    """Answer by the words themselves where they name nothing that the graph knows; None where no report has them all."""
    wanted = [piece.strip("的有里中了是在于从") for piece in _AROUND.split(question.masked)]
    wanted = [piece for piece in wanted if len(piece) > 1] + [m.name for m in question.mentions]
    said = _holding(source, question, wanted)
    if not said:
        # 义诊还办吗: the words without the way of asking.
        wanted = [word for word in question.words if len(word) > 1] + [m.name for m in question.mentions]
        said = _holding(source, question, wanted)
    if not said or not (any(len(piece) >= _SHORTEST for piece in wanted) or len(said) <= _FEW):
        return None
    first = question.intent is Intent.FIRST
    year = (min if first else max)(each.year for each in said)
    items = [
        Item(year=year, label=proof.quote, evidence=[proof])
        for each in said
        if each.year == year
        for proof in [proof_of(source, each)]
    ]
    text = f"在已入库的报告中，“{''.join(wanted)}”{'最早' if first else '最后'}见于{year}年的报告。"
    return given(question.asked, question.intent, text, items=items[:3])


def _holding(source: Source, question: Question, wanted: list[str]) -> list[Sentence]:
    every = all_sentences(source, question) if wanted else ()
    absent = places_meant(source, question) if asks_since(question) else frozenset()
    return [each for each in every if all(word in each.said for word in wanted) and not each.within(absent)]


_SHORTEST = 3
"""Characters of the shortest run of words that is looked for as it stands ..."""
_FEW = 6
"""... and sentences that hold a shorter one which is no word of everyday."""


def _query(graphs: str, narrow: str) -> str:
    return sparql.facts(graphs, "Fact", sparql.ABOUT, sparql.ABOUT_VARIABLES, narrow)
