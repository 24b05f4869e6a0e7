"""Answers that list columns, works and platforms."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import Final

from ingest.numbers import quantities
from ingest.report import Evidence, PlatformKind
from kg.queries import evidence_of, run
from kg.store import Row
from search.answers import Answer, Item
from search.questions import sparql
from search.questions.lists.launches import NEWLY, answer_launches, launched, newly
from search.questions.naming.around import Around, around
from search.questions.naming.coverage import LEAST, covers, without
from search.questions.naming.ended import ended
from search.questions.naming.guessing import Mention
from search.questions.naming.linking import is_outlet
from search.questions.reading.reading import Question, entities
from search.questions.replies import given
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.light import content
from search.questions.wording.reaching import least_asked
from search.questions.wording.words import LONG, act_words, cover, key, topic_words
from search.tokens import in_dictionary, tagged

_SHORT = 0.85
"""What must be covered of a short word: 广播评论 is no 广播剧."""
_CLASSES: Final = {Intent.COLUMNS: "ColumnFact", Intent.WORKS: "WorkFact", Intent.PLATFORMS: "PlatformFact"}
_WHAT: Final = {Intent.COLUMNS: "栏目", Intent.WORKS: "作品", Intent.PLATFORMS: "平台"}
_TRADITIONAL: Final = frozenset(
    {PlatformKind.NEWSPAPER, PlatformKind.MAGAZINE, PlatformKind.RADIO, PlatformKind.TV, PlatformKind.WEBSITE}
)
_OWN_WORDS: Final = {
    Intent.COLUMNS: frozenset(
        map(
            key,
            "栏目 专栏 专题 专版 副刊 周刊 专刊 节目 话题 版块 板块 开专栏 开设专栏 推出专栏 开辟专栏 品牌栏目".split(),
        )
    ),
    Intent.WORKS: frozenset(
        map(
            key,
            "片子 稿子 东西 内容 作品 产品 原创作品 原创 优秀作品 作品名称 报道 稿件 融媒产品 新媒体产品".split(),
        )
    ),
    Intent.PLATFORMS: frozenset(
        map(
            key,
            "刊物 报刊 期刊 子报 子刊 平台 账号 平台账号 渠道 传播渠道 传播平台 新媒体 新媒体平台 矩阵 传播矩阵 账号矩阵 阵地 媒体 媒介 传统媒体 传统平台 报纸 频道 电视频道 频率 广播频率 广播 电台 电视 杂志 移动端 社交媒体 新媒体账号 全媒体矩阵 官方账号 社交账号".split(),
        )
    ),
}


def answer_list(source: Source, question: Question) -> Answer | None:
    """Answer with the columns, works or platforms asked for; None where none fit."""
    intent, known = question.intent, question.known
    years = question.years.within(known.years)
    other: list[int] = []
    if _MORE.search(question.masked) and len(question.years.named) == 2:
        # 2019年比2018年新增了哪些: what one year has and the other has not.
        first, last = sorted(question.years.named)
        years, other = ([first], [last]) if _FEWER.search(question.masked) else ([last], [first])
        if not {first, last} <= set(known.years):
            return None
    if intent is Intent.PLATFORMS and not question.years.named:
        years = known.years[-1:]
    if not years:
        return None
    narrow = sparql.years(years)
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in run(source.graph, _query(question, narrow)):
        rows[str(row["fact"])].append(row)
    before = _before(question, years)
    old = _named_in(source, question, other or before)
    # Who asks what there is is not told of what there is no more, unless that is what is asked for.
    still = question.intent is not Intent.WORKS and not _GONE.search(question.masked)
    kept: dict[str, tuple[int, str, str | None, Evidence]] = {}
    for fact, places in rows.items():
        name = str(places[0]["name"])
        if not _of_kind(question, str(places[0]["entity"])):
            continue
        if still and any(ended(source, name, evidence_of(place)) for place in places):
            continue
        if name not in old and (evidence := _fitting(source, question, name, places)) is not None:
            detail = _detail(places[0])
            kept[fact] = int(str(places[0]["year"])), name, detail, evidence
    if newly(question) and not other:
        # What a sentence says was opened goes before what is only not told by the reports before.
        opened = {fact: each for fact, each in kept.items() if launched(around(source, each[3]).clause)}
        if not opened and (events := answer_launches(source, question)):
            return events
        kept = opened or (kept if before else {})
    earlier = [year for year in known.years if year < years[-1]]
    others: list[Answer] = []
    if intent is Intent.PLATFORMS and not question.years.named and (not kept or _PRESS.search(question.text)):
        # What the latest report does not name, an earlier one may; papers and channels are told in full by few.
        told = (_of_one_year(source, question, year) for year in reversed(earlier))
        others = [each for each in told if each is not None]
    fullest = max(others, key=lambda each: len(each.items), default=None)
    if not kept:
        return others[0] if others and not _PRESS.search(question.text) else fullest
    if fullest is not None and len(fullest.items) > len(kept):
        return fullest
    if len(kept) < len(rows):
        narrow += sparql.iris("?fact", kept)
    items = [
        Item(year=year, label=label, detail=detail, evidence=[evidence])
        for year, label, detail, evidence in kept.values()
    ]
    text = "；".join(_of_year(year, items) for year in sorted({item.year for item in items}))
    reason = None
    if not question.years.named and intent is Intent.PLATFORMS:
        reason = f"问题没有说哪一年，按最近的{years[-1]}年报告回答"
    return given(
        question.asked, intent, f"{text}。", items=items, sparql=_query(question, narrow), reason=reason
    )


def _of_one_year(source: Source, question: Question, year: int) -> Answer | None:
    told = answer_list(source, replace(question, years=replace(question.years, named=(year,))))
    reason = f"问题没有说哪一年，按写得最全的{year}年报告回答"
    return told and told.model_copy(update={"reason": reason})


_PRESS = re.compile(r"报纸|子报|报刊|刊物|期刊|频道|频率|哪些报(?!告|道)")


def _query(question: Question, narrow: str) -> str:
    cls = _CLASSES[question.intent]
    return sparql.facts(
        question.known.graphs, cls, sparql.NAMED, sparql.NAMED_VARIABLES, narrow, everywhere=True
    )


def _detail(row: Row) -> str | None:
    detail = row["platform"] if row["platform"] is not None else row["genre"]
    return None if detail is None else str(detail)


def _fitting(source: Source, question: Question, name: str, places: list[Row]) -> Evidence | None:
    """Return the first place of a fact that fits what is asked for, None where none does."""
    least = least_asked(question.asked)
    for row in places:
        evidence = evidence_of(row)
        if least is not None and not _reaches(source, question, name, evidence, least):
            continue
        said = key(f"{name}{_detail(row) or ''}{evidence.quote}{''.join(evidence.section)}")
        fits = _fits(question, said, name, around(source, evidence))
        if fits and _called_so(source, question, name, evidence):
            return evidence
    return None


def _reaches(source: Source, question: Question, name: str, evidence: Evidence, least: float) -> bool:
    """Tell whether a thing has a figure so high: its own where the report gives it one, else any of its sentence."""
    own = [
        figure.value
        for figure in question.known.figures
        if figure.evidence.report == evidence.report
        and figure.subject_name is not None
        and key(figure.subject_name) == key(name)
        and figure.unit in _TIMES
    ]
    told = [each.value for each in quantities(around(source, evidence).written) if each.unit in _TIMES]
    return any(value >= least for value in own or told)


_TIMES: Final = frozenset({None, "次", "人次", "人", "元"})
"""Units in which it is told how widely something is seen, used or paid for; pieces and years are no reach."""
_KINDS_ASKED: Final = tuple(
    (re.compile(pattern), frozenset(kinds))
    for pattern, kinds in (
        (r"新媒体|社交(?:媒体|平台|账号)|移动端", set(PlatformKind) - _TRADITIONAL),
        (r"传统媒体|传统平台", _TRADITIONAL),
        (r"刊物|报刊", {PlatformKind.NEWSPAPER, PlatformKind.MAGAZINE}),
        (r"报纸|子报|几份报|什么报|哪些报(?!告|道)", {PlatformKind.NEWSPAPER}),
        (r"(?:电视)?频道", {PlatformKind.TV}),
        (r"电视(?!节目|栏目)", {PlatformKind.TV}),
        (r"频率|广播(?!剧|节目|栏目)|电台", {PlatformKind.RADIO}),
        (r"杂志|期刊", {PlatformKind.MAGAZINE}),
        (r"客户端|app", {PlatformKind.APP}),
    )
)


def _of_kind(question: Question, entity: str) -> bool:
    """Tell whether an outlet is of a kind that the question asks for; anything is, where it asks for none."""
    if question.intent is not Intent.PLATFORMS or entity not in question.known.entities:
        return True
    kinds = {kind for m in question.mentions if is_outlet(m.name) for e in m.candidates if (kind := e.outlet)}
    for pattern, asked in _KINDS_ASKED:
        if pattern.search(question.masked):
            kinds |= asked
            break
    return not kinds or question.known.entities[entity].outlet in kinds


def _before(question: Question, years: list[int]) -> list[int]:
    """Return the years that go before, where only what is new is asked for."""
    return [year for year in question.known.years if year < years[0] and newly(question)]


def _named_in(source: Source, question: Question, before: list[int]) -> set[str]:
    """Return what is named by the reports of some years."""
    if not before:
        return set()
    # What the later report only says was stopped is no longer there: 少了哪份报纸.
    gone = _FEWER.search(question.masked) is not None
    return {
        str(row["name"])
        for row in run(source.graph, _query(question, sparql.years(before)))
        if not (gone and cover("停办", around(source, evidence_of(row)).clause, act_words()) >= _SHORT)
    }


_MORE = re.compile(r"(?:比|跟|与|和).{0,24}?(?:多|增|新|少|减|停|没)")
_FEWER = re.compile(r"少|减|停|没")
_GONE = re.compile(
    r"(?<!多)少|减|停|没|关[停闭了]|撤|并|合|休刊|终刊|下线|注销|[更改]名|过(?!去)|曾|原|以前|从前"
)


def _fits(question: Question, said: str, name: str, told: Around) -> bool:
    """Tell whether a fact is of the platform that the question names, and about its topic."""
    for mention in question.mentions:
        names = {n for e in mention.candidates for n in e.names} | _kind_words(mention, question)
        if not any(each in said or each in told.before for each in names):
            return False
    named = {e.label for e in entities(question.mentions)}
    if name in named and question.intent is not Intent.PLATFORMS:
        return False
    own = _OWN_WORDS[question.intent]
    words = without(question.words, *own, *_GENERAL)
    acts = [word for word in words if word in act_words() and not NEWLY.search(word)]
    topics = [
        word
        for word in (word.removeprefix("新") if newly(question) else word for word in words)
        if word not in act_words()
        and word not in own
        and not NEWLY.search(word)
        # 哪些栏目连载: what the reports tell of some of them is asked of each.
        and (_names(word) or (len(word) > 1 and word in question.known.said and _does(word)))
    ]
    # What happened to it is told in its own clause, what it is about anywhere in its sentence.
    # 请法官讲案例: a long run of characters is several words.
    topics = [
        part for word in topics for part in (content(word) or (word,) if len(word) >= LONG else (word,))
    ]
    if acts and _INTERRUPTED.search(told.clause):
        return False  # 停播11分钟
    return covers(acts, told.clause, act_words(), 0.85) and all(
        covers([word], said, topic_words(), _SHORT if len(word) < 4 else LEAST)
        or covers([word], told.sentence, topic_words(), _SHORT)
        for word in topics
    )


def _names(word: str) -> bool:
    """Tell whether a word names something; one that no dictionary knows may (双碳)."""
    unknown = not in_dictionary(word) and any(tag.startswith("n") for _, tag in tagged(word))
    return bool(content(word)) or unknown


def _does(word: str) -> bool:
    """Tell whether a word says what is done."""
    return all(tag == "v" for _, tag in tagged(word))


_GENERAL: Final = frozenset("主题 主线 方面 题材 领域 类型 名字 名称".split())
"""What only says that the word before it is a topic: 双碳主题开了几个专栏."""
_INTERRUPTED = re.compile(r"(?:停播|中断|停更)(?:了|约|近|达)?\d+(?:多|余)?(?:秒|分|个?小时|时)")


def _kind_words(mention: Mention, question: Question) -> set[str]:
    """Return what a sentence calls the only outlet of its kind: 电视栏目 are those of the one television station."""
    kinds = {entity.outlet for entity in mention.candidates if entity.outlet in _KIND_WORDS}
    return {_KIND_WORDS[kind] for kind in kinds if kind and len(question.known.platforms([kind])) == 1}


_KIND_WORDS: Final = {PlatformKind.TV: "电视", PlatformKind.RADIO: "广播"}


def _called_so(source: Source, question: Question, name: str, evidence: Evidence) -> bool:
    """Tell whether the report calls a column what the question asks for: 专题 are no 专版; 栏目 may be any."""
    asked = set(_SORTS.findall(question.masked))
    if question.intent is not Intent.COLUMNS or len(asked) != 1 or "栏目" in asked:
        return True
    text = source.report(evidence.report).text
    place = text.find(name, evidence.start)
    end = (place if place >= 0 else evidence.start) + len(name)
    after = _SORT_AFTER.match(text, end)
    before = _SORT_BEFORE.search(text[max(0, end - len(name) - 6) : end - len(name)])
    if _OTHER_SORT.match(text, end) or (_OPENED_ASKED.search(question.masked) and _OPENER.match(text, end)):
        return False
    told = after[1] if after else before[1] if before else None
    if told is None and asked <= _PRINTED:
        sort = min(asked)
        return name.endswith(sort) or sort in around(source, evidence).sentence
    if told is None:
        # 开了哪些专栏: what is told by no such word must be said to have been opened.
        clause = around(source, evidence).clause
        return not _OPENED_ASKED.search(question.masked) or _OPENED.search(clause) is not None
    # 《A》《B》等专题专栏23个: the last of them may be either.
    sorts = set(_SORTS.findall(told))
    return bool(sorts & asked) or {*sorts, *asked} == _ALIKE


_SORTS = re.compile(r"栏目|专栏|专题|专版|副刊|周刊|专刊|话题")
_OPENED_ASKED = re.compile(r"[开设办推][了出辟]?(?:什么|哪|的|过)|新")
_OPENED = re.compile(
    r"[开设创]设|开[办辟播通]|[新创]办|推出|设[立置有]|办[了有]|策划|上线|打造|组织|刊[发播登]"
)
_PRINTED = frozenset({"周刊", "专刊", "副刊"})
"""Parts of a paper, which are always told to be that."""
_ALIKE = frozenset({"栏目", "专栏"})
_SORT_AFTER = re.compile(rf"[”\"》」]\s*(?:[\u4e00-\u9fff]{{0,2}}?)((?:{_SORTS.pattern})+)")
# “一本书的旅行”公益行动 is no 专栏, whatever else it is.
_OTHER_SORT = re.compile(
    r"[”\"》」]\s*[\u4e00-\u9fff]{0,4}?(?:行动|活动|计划|工程|平台|热线|项目|大赛|论坛|招聘会|奖|基金|服务队|工作室)"
)
# 《梅河新闻》先后推出“奋进新征程”等专栏: what opens others was not opened.
_OPENER = re.compile(
    r"[”\"》」](?:[^，,。；;《“\"\n]{0,8}?)(?:开[设辟办]|推出|设立|增设|设置)[^，,。；;\n]{0,6}[《“\"「]"
)
_SORT_BEFORE = re.compile(rf"({_SORTS.pattern})[“\"《「]?$")


def _of_year(year: int, items: list[Item]) -> str:
    found: dict[str, None] = defaultdict()
    for item in items:
        if item.year == year:
            found[item.label] = None
    return f"{year}年{len(found)}个：{phrasing.listed(list(found))}"
