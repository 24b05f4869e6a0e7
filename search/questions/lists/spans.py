"""Answers about the first and last report that speaks of something."""

from __future__ import annotations

import re
from collections import defaultdict

from ingest.report import Evidence
from kg.queries import evidence_of, run
from search.answers import Answer, Item
from search.questions import sparql
from search.questions.naming.catalog import ACCOUNTS
from search.questions.naming.coverage import covers
from search.questions.naming.entity import Entity
from search.questions.naming.guessing import Mention
from search.questions.naming.linking import is_outlet, kind_alone
from search.questions.reading.reading import Question, entities
from search.questions.replies import given, withheld
from search.questions.sentences.passages import Sentence, all_sentences, asks_since, places_meant, proof_of
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.ends import without_asking
from search.questions.wording.intents import Intent
from search.questions.wording.light import content
from search.questions.wording.words import act_words, key, segment

_KIND = (
    r"(?:(?:音频|视频|电视|广播|文化|公益|监督|新闻|文艺|民生|短|微)?(?:栏目|专栏|专题|专版|节目|话题|副刊|版面|版块|板块|活动|行动|项目|工程|平台|账号|客户端|作品|微?短剧|纪录片|短视频|视频|"
    r"广播剧|品牌|小组|报道|奖项|报纸|网站|公司|工作室|系列|版|刊物?|报(?!告)|片子?|剧)|名字|名称|名号|说法|提法|字眼|词|概念|设想|想法|构想|主意|思路|事情?|东西)"
)
_POINT = r"(?:[这那](?:1?[个档份块件项条种支本套句家]|种|1)?|1[个档份块件项条种支本套])"
# 云上读诗这个音频节目, 社区新闻站的设想: what kind of thing it is says nothing of which.
_APPOSED = re.compile(
    rf"(?<=□){_POINT}[\u4e00-\u9fff]{{2,5}}?(?=最|头|首|第1|在哪|是哪|从哪|何时)|(?:的|{_POINT}){_KIND}(?![\u4e00-\u9fff]{{0,2}}□)|(?<=□){_KIND}"
)
# 给农民用的农伴: nor does what is said of what has a name.
_TOLD_OF = re.compile(rf"[^，,。□]{{2,14}}的{_POINT}?(?=□)|{_POINT}(?:{_KIND})?(?=□)")


def answer_span(source: Source, question: Question) -> Answer:
    """Answer in which year's report something is first or last spoken of."""
    found, words = entities(_meant(question)), asked_about(question)
    if not found or not covers(
        [word for piece in words for word in segment(piece) if word not in act_words()],
        "".join(name for e in found for name in e.names),
        {},
    ):
        if (told := _by_words(source, question, words)) is not None:
            return told
        name = question.mentions[0].name if question.mentions else "".join(question.words)
        unclear = key(name) in question.known.said
        why = f"没有看出问的是“{name}”的什么" if unclear else f"报告中没有提到“{name}”"
        return withheld(source, question.asked, question.intent, why, media=question.media)
    narrow = sparql.iris("?entity", (entity.iri for entity in found))
    query: str | None = _query(question.known.graphs, narrow)
    rows = run(source.graph, query or "")
    absent = places_meant(source, question) if asks_since(question) else frozenset()
    places: defaultdict[int, list[Evidence]] = defaultdict(list)
    for row in rows:
        places[int(str(row["year"]))].append(evidence_of(row))
    for each in all_sentences(source, question):
        # A name that no fact of its report holds: 开设“邻里圈” among what is meant to be done.
        if each.year not in places and _calls(source, found, each) and not each.within(absent):
            places[each.year] = [proof_of(source, each)]
            query = None
    if not places:
        return withheld(source, question.asked, question.intent, "报告中没有提到", media=question.media)
    years = sorted(places)
    first = question.intent is Intent.FIRST
    year = years[0] if first else years[-1]
    evidence = list(dict.fromkeys(places[year]))
    label = found[0].label
    stored = question.known.years
    if first:
        text = f"在已入库的报告中，“{label}”最早见于{year}年的报告。"
        reason = f"{year}年是已入库的最早年度，更早的报告没有入库" if year == stored[0] else None
    else:
        text = f"在已入库的报告中，“{label}”最后见于{year}年的报告。"
        reason = f"{year}年是已入库的最近年度" if year == stored[-1] else None
    if gaps := [each for each in stored if years[0] < each < years[-1] and each not in years]:
        reason = "；".join(filter(None, [reason, f"{phrasing.years(gaps)}的报告没有提到"]))
    items = [Item(year=year, label=label, evidence=evidence)]
    return given(question.asked, question.intent, text, items=items, sparql=query, reason=reason)


def _meant(question: Question) -> tuple[Mention, ...]:
    """Return the mentions of what is asked about: of 晚报“记者在现场”栏目 the column, not the paper that it is in."""
    outlets = [m for m in question.mentions if any(entity.kind == "platform" for entity in m.candidates)]
    inner = tuple(m for m in question.mentions if m not in outlets and m.candidates)
    return inner if outlets and inner and not any(is_outlet(m.name) for m in inner) else question.mentions


def asked_about(question: Question) -> list[str]:
    """Return what a question for the first or last report says of what it is about, beside its names and without the words of asking."""
    said = question.masked
    if question.mentions and not any(kind_alone(m.name) for m in question.mentions):
        said = _TOLD_OF.sub("", said)  # 给老人看的那份报纸 is one of several.
    pieces = (
        piece
        for part in said.split("□")
        for piece in without_asking(_APPOSED.sub("", f"□{part}" if part != said else part))
    )
    return [piece for piece in pieces if len(piece) > 1 and segment(piece) and not re.fullmatch(_KIND, piece)]


def _calls(source: Source, found: list[Entity], sentence: Sentence) -> bool:
    """Tell whether a sentence has a name of something between marks, where it means nothing else; an account is called after its paper.

    The word for its kind may stand behind the marks: “青春”频道 is 青春频道.
    """
    text = source.report(sentence.report).text[sentence.start : sentence.end]
    marks = list(_MARKED.finditer(text))
    marked = {key(mark[1]) for mark in marks}
    marked |= {key(mark[1] + kind[0]) for mark in marks if (kind := _KIND_BEHIND.match(text, mark.end()))}
    return any(not marked.isdisjoint(entity.names) for entity in found if entity.outlet not in ACCOUNTS)


_KIND_BEHIND = re.compile(r"频道|频率|栏目|专栏|专版|节目|周刊|副刊|平台|客户端|工作室|热线|行动|计划|活动")
_MARKED = re.compile(r"[《“\"「]([^《》“”\"「」\n]{2,30})[》”\"」]")


def _by_words(source: Source, question: Question, said_of: list[str]) -> Answer | None:
    """Answer by the words themselves where they name nothing that the graph knows; None where no report has them all."""
    named = [m.name for m in question.mentions]
    wanted = [*said_of, *named]
    said = _holding(source, question, wanted)
    if not said:
        # 义诊还办吗: word by word, without those of doing.
        parts = [
            part
            for piece in said_of
            for word in segment(piece)
            for part in (content(word) or (() if word in act_words() else (word,)))
        ]
        wanted = [*parts, *named]
        said = _holding(source, question, wanted) if parts or not said_of else []
    if not said:
        # 手语节目 is told by 手语新闻《指尖绛湾》: of what kind it is may be said otherwise.
        bare = [re.sub(f"(?<=..){_KIND}$", "", piece) for piece in said_of]
        said = _holding(source, question, [*bare, *named]) if bare != said_of else []
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
