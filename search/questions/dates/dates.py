"""Answers about when something happened."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.report import Evidence
from kg.queries import evidence_of, run
from search.answers import Answer, Item
from search.questions import sparql
from search.questions.measures.otherwise import VERSION
from search.questions.naming.coverage import covers, share
from search.questions.naming.linking import tells
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.words import act_words, key, topic_words

LEAST = 0.8
"""What an event must cover of the words of the question, each weighing its characters."""
KIND_ALONE = 0.2
"""What an event loses that only has the word for a kind of outlet, and not the outlet's name."""
# Up to the next name: of what else is told in the sentence the date may not be.
_SENTENCE = re.compile(r"[^。；;\n《“\"「]{0,80}")
_DATED = re.compile(r"\d{1,2}月|\d{1,2}日|次日|随后|之后")
_OWN_WORDS = frozenset(
    key(word)
    for word in "栏目 专栏 专题 节目 专版 平台 账号 客户端 app 正式 日期 时间 开始 活动 的话 问题 事".split()
)


_OUTLETS = frozenset(map(key, "客户端 app 账号 栏目 专栏 节目 专版".split()))


_OF_PAPERS = frozenset("创刊 复刊 停刊 终刊 休刊".split())


@dataclass(frozen=True)
class _Happened:
    fact: str
    year: int
    name: str
    date: str
    evidence: Evidence
    score: float


def answer_date(source: Source, question: Question) -> Answer | None:
    """Answer with the date of the event that the question describes; None where no event with a date fits."""
    narrow = sparql.years(question.known.years)
    rows = run(
        source.graph,
        sparql.facts(question.known.graphs, "EventFact", sparql.EVENT, sparql.EVENT_VARIABLES, narrow),
    )
    found: list[_Happened] = []
    for row in rows:
        if row["date"] is None:
            continue
        evidence = evidence_of(row)
        if not all(version in evidence.quote for version in VERSION.findall(question.asked)):
            continue
        if "；" in str(row["name"]):
            continue  # 频道停播；7月1日起，…: what stands before the mark has another date.
        if _MEANT.search(f"{row['name']}") or _meant_before(source, evidence):
            continue
        name, said = key(str(row["name"])), key(f"{row['name']}\n{evidence.quote}")
        score = _score(question, name, said)
        if score is None:
            # 9月16日，APP改版，并更名为…: what the date is of may be told after its own clause.
            score = _score(question, name, key(_rest(source, evidence)), of=said)
        if score is not None and _in_years(question, str(row["date"])):
            found.append(
                _Happened(
                    str(row["fact"]),
                    int(str(row["year"])),
                    str(row["name"]),
                    str(row["date"]),
                    evidence,
                    score,
                )
            )
    if not found:
        return None
    found = _of_the_house(question, found) or found
    best = max(each.score for each in found)
    chosen = [each for each in found if each.score >= best - 0.05]
    # 创刊 is told of the paper rather than 开通 of an account that is called after it.
    printed = [word for word in question.words if word in _OF_PAPERS]
    chosen = [each for each in chosen if all(act in key(each.name) for act in printed)] or chosen
    dates = list(dict.fromkeys(each.date for each in chosen))
    # A report that tells only the year says nothing against the one that tells the day.
    dates = [date for date in dates if not any(other != date and other.startswith(date) for other in dates)]
    chosen = [each for each in chosen if each.date in dates]
    narrow = sparql.iris("?fact", (each.fact for each in chosen))
    query = sparql.facts(question.known.graphs, "EventFact", sparql.EVENT, sparql.EVENT_VARIABLES, narrow)
    items = [
        Item(year=each.year, label=each.name, detail=each.date, evidence=[each.evidence]) for each in chosen
    ]
    if len(dates) == 1:
        text = f"{phrasing.day(dates[0])}（{chosen[0].name}）。"
    else:
        text = "；".join(f"{phrasing.day(each.date)}：{each.name}" for each in chosen) + "。"
    return given(question.asked, question.intent, text, items=items, sparql=query)


_MEANT = re.compile(
    r"原[定拟计](?!价)|本[应该]|^(?:计划|预计|拟|将于?|力争|争取)|(?:计划|预计|力争|争取)[^，。]{0,6}$"
)


def _meant_before(source: Source, evidence: Evidence) -> bool:
    """Tell whether what leads to an event says that it was meant to be: 2015年将推出客户端，计划6月底前上线."""
    text = source.report(evidence.report).text
    return _MEANT.search(text, max(0, evidence.start - 6), evidence.start) is not None


def asks_day(question: Question) -> bool:
    """Tell whether a day or month is asked for, and no report's year."""
    return re.search(r"几月|几号|哪1?[天日]|哪个月", question.masked) is not None


def _of_the_house(question: Question, found: list[_Happened]) -> list[_Happened]:
    """Of 集团哪年成立的 keep what is told of the house by its name, where nothing else is named."""
    if question.mentions or any(word not in act_words() for word in question.words):
        return []
    return [each for each in found if key(question.media) in key(f"{each.name}{each.evidence.quote}")]


def _in_years(question: Question, date: str) -> bool:
    return not question.years.named or int(date[:4]) in question.years.named


def _rest(source: Source, evidence: Evidence) -> str:
    """Return what follows an event in its sentence, up to the next date."""
    text = source.report(evidence.report).text
    rest = _SENTENCE.match(text, evidence.end)
    return _DATED.split(rest[0])[0] if rest else ""


def _score(question: Question, name: str, said: str, *, of: str | None = None) -> float | None:
    """Return how well an event fits; every name and every act of the question must be in it.

    `of`: where the names must be, if not where the acts are.
    """
    for mention in question.mentions:
        text = of or said
        if not (mention.name in text or any(tells(entity, text) for entity in mention.candidates)):
            return None
    if of is not None:
        acts_alone = bool(question.words) and all(word in act_words() for word in question.words)
        if not acts_alone and not (question.mentions and any(word in act_words() for word in question.words)):
            return None
        said = f"{of}\n{said}"
    words = [word for word in question.words if word not in _OWN_WORDS]
    if not words and not question.mentions:
        return None
    if not question.mentions and all(word in act_words() for word in words):
        # 客户端哪天上线: of nothing else is what kind of thing it was.
        words += [word for word in question.words if word in _OUTLETS]
    acts = [word for word in words if word in act_words()]
    topics = [word for word in words if word not in act_words()]
    if not covers(acts, said, act_words(), 0.85) or not covers(topics, said, topic_words(), 0.5):
        return None
    if share(topics, said, topic_words()) < LEAST:
        return None
    # What is named in the event itself fits better than what its sentence names beside it.
    called = [
        next((each for e in m.candidates for each in e.names if each in name), m.name)
        for m in question.mentions
    ]
    # 《华商劳动报》创办于… is told of the 报纸 rather than 全媒体矩阵含报纸…上线.
    kind_alone = any(
        m.candidates and each == m.name for m, each in zip(question.mentions, called, strict=True)
    )
    at_name = share([*topics, *called], name, topic_words()) - (KIND_ALONE if kind_alone else 0.0)
    return 0.5 * at_name + 0.5 * share(acts, name, act_words())


def bare_acts(question: Question) -> list[str]:
    """Return what a bare verb at the end of a question says happened, by a word of `acts.txt`."""
    return [act for cue, act in _BARE_ACTS if cue.search(question.masked)]


# 几月开的, 哪天停的: the bare verb says what happened.
_BARE_ACTS = (
    # 诗会什么时候办的
    (
        re.compile(
            r"(?:会|节|赛|展|周|营|活动|论坛|讲座|典礼|仪式)(?:是|在|于)?(?:什么时[候间]|何时|哪[1几]?天|几月|几号|哪1?年)(?:举)?[办开]的?$"
        ),
        "举办",
    ),
    (re.compile(r"[开办设建]的?$|[开办设建]了?起来"), "新开"),
    (re.compile(r"[停关撤]的?$"), "停"),
    (re.compile(r"改的?$"), "改版"),
    (re.compile(r"[播放]的?$"), "开播"),
)
_OUTPUT = re.compile(
    r"(?:发布|推出|开设|上线|播出|刊发|推送)(?=[\u4e00-\u9fff]{0,6}\d+(?:\.\d+)?万?[余多]?[条篇期集件首幅])"
)


def without_output(said: str) -> str:
    """Return a text with the verbs blanked that tell what was put out by the piece: an account that 发布作品203条 was not opened by that."""
    return _OUTPUT.sub("□□", said)
