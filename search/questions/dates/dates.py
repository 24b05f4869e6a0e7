"""Answers about when something happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.dates import dates as dates_in
from ingest.report import Evidence
from kg.queries import evidence_of, run
from search.answers import Answer, Item
from search.questions import sparql
from search.questions.measures.otherwise import VERSION
from search.questions.naming.coverage import covers, share
from search.questions.naming.guessing import Mention
from search.questions.naming.linking import tells
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.sentences.passages import Sentence, all_sentences, places_meant, proof_of
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.light import content
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


_MEANT = re.compile(r"^(?:计划|预计|拟|将于?|力争|争取)|(?:计划|预计|力争|争取)[^，。]{0,6}$")


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


def read_date(source: Source, question: Question) -> Answer | None:
    """Answer with the date that stands before what is asked about in the only sentence that holds all of it.

    For what happened and was not understood as an event. None where no sentence, or sentences of several dates, fit.
    """
    words = [word for word in question.words if word not in _OWN_WORDS]
    acts = [word for word in words if word in act_words()]
    acts = acts or bare_acts(question)[:1]
    topics = [part for word in words if word not in act_words() for part in content(word)]
    if not (question.mentions or topics) or not acts:
        return None
    # 第二季 is another than the one that no number is said of.
    numbered = [word for word in words if any(char.isdigit() for char in word)]
    versions = VERSION.findall(question.asked)
    meant = places_meant(source, question)
    found: dict[str, Item] = {}
    for each in all_sentences(source, question):
        if not all(word in each.said for word in numbered):
            continue
        if each.within(meant):
            continue  # When it was meant to be says nothing of when it was.
        if not all(version in source.report(each.report).text[each.start : each.end] for version in versions):
            continue
        if not covers(acts, each.said, act_words(), 0.85) or not covers(
            topics, each.said, topic_words(), 0.75
        ):
            continue
        if not all(any(tells(e, each.said) for e in m.candidates) for m in question.mentions):
            continue
        text = source.report(each.report).text[each.start : each.end]
        date = _followed(text, each.year, question) or _date_before(each, acts, question.mentions)
        if date is not None and _in_years(question, date):
            proof = proof_of(source, each)
            found.setdefault(date, Item(year=each.year, label=proof.quote, detail=date, evidence=[proof]))
    dates = [date for date in found if not any(other != date and other.startswith(date) for other in found)]
    if len(dates) != 1:
        return None
    item = found[dates[0]]
    text = f"{phrasing.day(dates[0])}：{phrasing.ended(item.label)}。"
    return given(
        question.asked, question.intent, text, items=[item], reason="日期直接读自这句原文，没有收入图谱"
    )


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
    (re.compile(r"播的?$"), "开播"),
)
_WRITTEN = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>1[0-2]|[1-9])月(?:(?P<day>3[01]|[12]\d|[1-9])日)?"
)


_OUTPUT = re.compile(
    r"(?:发布|推出|开设|上线|播出|刊发|推送)(?=[\u4e00-\u9fff]{0,6}\d+(?:\.\d+)?万?[余多]?[条篇期集件首幅])"
)


def without_output(said: str) -> str:
    """Return a text with the verbs blanked that tell what was put out by the piece: an account that 发布作品203条 was not opened by that."""
    return _OUTPUT.sub("□□", said)


_REACH = 20
"""Characters behind what happened within which what it happened to may be named (上线短视频平台“启眼”)."""


def _followed(text: str, year: int, question: Question) -> str | None:
    """Return the date of the clause that says of what is named that it followed what the sentence tells of another.

    Made for 1月1日，新闻综合频道高清播出，公共频道10月同步跟进.
    """
    if not question.mentions or not _FOLLOWED.search(text):
        return None
    for clause in _CLAUSE.split(text)[1:]:
        said = key(clause)
        named = all(any(tells(e, said) for e in m.candidates) for m in question.mentions)
        if named and _FOLLOWED.search(clause) and len(found := dates_in(clause, year)) == 1:
            return found[0].iso
    return None


_CLAUSE = re.compile(r"[，,；;]")
_FOLLOWED = re.compile(r"同步|跟进|随后|相继|也于|再于")


def _date_before(each: Sentence, acts: list[str], named: Sequence[Mention]) -> str | None:
    """Return the date right behind the act (创立于…), else the last before it, of which no other act stands in between."""
    words = {word for act in acts for word in (act, *act_words().get(act, ()))}
    told = without_output(each.said)
    places = [place for word in words if (place := told.find(word)) >= 0]
    # 2001年创刊，…客户端“启讯”下载量47万: what is named far behind is not what that happened to.
    called = [
        min((at for e in m.candidates for name in e.names if (at := each.said.find(name)) >= 0), default=0)
        for m in named
    ]
    places = [place for place in places if all(at <= place + _REACH for at in called)]
    dates = [match for match in _WRITTEN.finditer(each.said) if places and match.end() <= max(places)]
    # 创立于2002年9月9日, 创刊于1950年: told behind the act, and then with its year.
    behind = [
        match
        for word in words
        for match in re.finditer(
            rf"{re.escape(word)}于(?P<year>(?:19|20)\d\d)年(?:(?P<month>1[0-2]|[1-9])月(?:(?P<day>3[01]|[12]\d|[1-9])日)?)?",
            each.said,
        )
        # 集团组建于1998年，办有湖岭网: what is named behind was not founded then.
        if all(
            any(0 <= each.said.find(name) < match.start() for e in m.candidates for name in e.names)
            for m in named
        )
    ]
    if not dates and not behind:
        return None
    last = behind[0] if behind else dates[-1]
    year = last["year"] or str(each.year)
    if last["month"] is None:
        return str(year)
    month, day = last["month"].zfill(2), last["day"]
    return f"{year}-{month}-{day.zfill(2)}" if day else f"{year}-{month}"
