"""Answers from the closing chapter: the shortcomings, commitments or responses of a year."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ingest.report import Evidence
from kg.queries import evidence_of, run
from search.answers import Answer, Item
from search.questions import sparql
from search.questions.closing.pinpointing import likeliest, weighed
from search.questions.naming.coverage import covers, share
from search.questions.naming.guessing import Mention
from search.questions.naming.linking import tells
from search.questions.reading.reading import Question
from search.questions.replies import given, withheld
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import STATEMENT_CUE, Intent
from search.questions.wording.kinds import kind_asked
from search.questions.wording.light import content
from search.questions.wording.words import cover, key, topic_words

_CLASSES: Final = {
    Intent.SHORTCOMINGS: "Shortcoming",
    Intent.COMMITMENTS: "Commitment",
    Intent.RESPONSES: "Response",
}
_WHAT: Final = {
    Intent.SHORTCOMINGS: "不足",
    Intent.COMMITMENTS: "改进打算",
    Intent.RESPONSES: "对上年不足的回应",
}
_CUES = re.compile(
    r"许[下了过]|不足|短板|差距|薄弱|环节|欠缺|弱项|缺点|问题|承诺|打算|计划|努力|方向|改进|措施|整改|补[上齐好]|到位|见效|下1步|下1年度?|次年|转年|今后|来年|明年|目标|展望|回应|落实|解决|回答|之处|"
    r"兑现|方面|工作|新1年|存在|哪些|明确|要做|准备|事项|地方|领域|有待|加强|提升|做得|不够|不好|后来|结果|报告|指出|承认|几条|难题|难处|大事|\d道|反思|自查|查找|自我"
)
_SHORT = 4
"""Characters of a word up to which one cue in it makes it one; a longer one is several words (基层工作站时断时续)."""
_CUE_WORDS = re.compile(f"(?:{_CUES.pattern})+")
_FAULTS = "不足|问题|短板|短处|毛病|差距|缺点|弱项|意见|批评|欠账|欠缺|遗憾|难题|刺"
_LAST_YEARS = re.compile(
    rf"(?:上1?年|去年|上年度|上1年度|前1年|头1年|上次|上回|此前)(?:度)?(?:的|报告|提出|指出|查找|存在)*(?:的)?(?:{_FAULTS})"
)
_OF_YEAR = re.compile(
    rf"□(?:度)?(?:的)?(?:报告)?(?:里|中)?(?:的|[^□，,]{{0,6}}?(?:提|指|列|写|说|讲|查|找|报|承认|存在|查找|列举|检讨|自查|挑|反映)(?:出|到|过|了|摆)?(?:来)?的|存在|自查)?(?:那|这)?(?:些|[几1-9两]?[个条项点处])?(?:{_FAULTS})"
)
_LATER = re.compile(r"第2年|次年|翌年|转年|后来|之后|随后")
"""17年写的毛病第二年怎么交账的 looks into the report that follows that of the year named."""
_REPORT = re.compile(r"报告|写|提出|列")
LEAST = 0.55
"""What a statement must cover of the topic's words."""


def answer_statements(source: Source, question: Question) -> Answer:
    """Answer with the shortcomings, commitments or responses of a year, all or those about a topic."""
    intent = question.intent if question.intent in _CLASSES else Intent.RESPONSES
    stored = question.known.years
    if (
        not question.years.named
        and intent is Intent.COMMITMENTS
        and (found := _latest_told(source, question))
    ):
        question = replace(question, years=replace(question.years, named=(found,)))
    year, reason = _year(question, intent)
    if year is None:
        return withheld(source, question.asked, question.intent, reason or "", media=question.media)
    every = _statements(source, question, intent, year)
    if not every:
        said = f"{year}年的报告没有写{_WHAT[intent]}"
        return withheld(source, question.asked, question.intent, said, media=question.media, years=[year])
    items, narrow = [item for item, _ in every], sparql.years([year])
    before = _meant_before(source, question, intent, year)
    if topic := topic_of(question):
        # Which year is not said: the latest first, then those before it.
        years = [year, *(y for y in reversed(stored) if y < year and not question.years.named)]
        years += [year - 1] if before else []
        told, why = _about(source, question, intent, years, topic)
        if not told:
            said = f"{year}年报告的{_WHAT[intent]}没有说到“{''.join(topic)}”"
            return withheld(source, question.asked, question.intent, said, media=question.media, years=[year])
        if told[0][0].year != year and before:
            why = f"{year}年的打算写在{year - 1}年的报告里"
        items, year, reason, before = [item for item, _ in told], told[0][0].year, why or reason, []
        narrow = sparql.years([year]) + sparql.iris("?fact", (fact for _, fact in told))
    if before:
        narrow = sparql.years([year - 1, year])
    query = sparql.facts(
        question.known.graphs, _CLASSES[intent], sparql.STATEMENT, sparql.STATEMENT_VARIABLES, narrow
    )
    if reason is None and not question.years.named and len(stored) > 1:
        reason = f"问题没有说哪一年，按最近的{year}年报告回答"
    said = (
        "；".join(f"{n}. {item.label}" for n, item in enumerate(items, 1))
        if len(items) > 1
        else items[0].label
    )
    text = (
        f"{year}年报告写明的{_WHAT[intent]}有{len(items)}条：{said}。"
        if len(items) > 1
        else f"{year}年报告写明的{_WHAT[intent]}：{said}。"
    )
    if before:
        # 2022年打算做什么: what is meant to be done after it, and what was meant to be done in it.
        labels = "；".join(f"{n}. {item.label}" for n, item in enumerate(before, 1))
        text = f"{text}{year - 1}年报告为{year}年写下的：{labels}。"
        reason = f"{year}年报告写的是今后的打算；为{year}年作的打算写在{year - 1}年的报告里"
    further = [proof for item in before for proof in item.evidence]
    return given(question.asked, intent, text, items=items, sparql=query, reason=reason, further=further)


def _meant_before(source: Source, question: Question, intent: Intent, year: int) -> list[Item]:
    """Return what the report of the year before meant to do, where it is not said which report is asked: 2022年打算做什么."""
    named = question.years.named == (year,) and not question.years.relative
    if intent is not Intent.COMMITMENTS or not named or year - 1 not in question.known.years:
        return []
    if not _MEANT.search(question.masked) or _REPORT.search(question.masked):
        return []
    return [item for item, _ in _statements(source, question, intent, year - 1)]


_MEANT = re.compile(r"打算|准备|计划|要做|要干|想做|想干")


_Told = tuple[Item, str]
"""A statement, and the IRI of its fact."""


def _statements(source: Source, question: Question, intent: Intent, year: int) -> list[_Told]:
    """Return the statements of a year in their order."""
    query = sparql.facts(
        question.known.graphs,
        _CLASSES[intent],
        sparql.STATEMENT,
        sparql.STATEMENT_VARIABLES,
        sparql.years([year]),
        asked=False,
    )
    return [
        (Item(year=year, label=str(row["text"]), evidence=[evidence_of(row)]), str(row["fact"]))
        for row in sorted(run(source.graph, query), key=lambda row: int(str(row["ordinal"])))
    ]


def _about(
    source: Source, question: Question, intent: Intent, years: list[int], topic: list[str]
) -> tuple[list[_Told], str | None]:
    """Return the statements about a topic of the first of some years that has any, and what to say of how they were found.

    By their words in any year, then by their meaning or by the shortcoming that they are made for.
    """
    every = [items for year in years if (items := _statements(source, question, intent, year))]
    covered = [[_cover(topic, line_of(source, item.evidence[0])) for item, _ in items] for items in every]
    if covered and max(map(max, covered)) >= LEAST:
        first = max(range(len(every)), key=lambda at: max(covered[at]))
        return [
            each for each, share in zip(every[first], covered[first], strict=True) if share >= LEAST
        ], None
    # 字太小老人看不清: what no dictionary takes for the name of something says what is meant, too.
    said = max("".join(topic), gist(question), key=len)
    fits = [_weights(source, said, topic, [item.label for item, _ in items]) for items in every]
    # The year that comes nearest, the latest of equals.
    best = max(range(len(every)), key=lambda at: max(fits[at]), default=0)
    meant = likeliest(fits[best]) if every else []
    # What is named is not told by its meaning: 浣溪新闻网 is no other outlet.
    if meant := [
        at for at in meant if speaks_of_all(question, line_of(source, every[best][at][0].evidence[0]))
    ]:
        return [every[best][at] for at in meant], None
    for items in every:
        if intent is Intent.COMMITMENTS:
            plans, why = _for_fault(source, question, [item for item, _ in items], topic)
            if plans:
                return [each for each in items if each[0] in plans], why
    return [], None


def _weights(source: Source, said: str, topic: list[str], texts: list[str]) -> list[float]:
    """Return how far each of some statements is meant by what is said of a topic."""
    held = [share(topic, key(text), topic_words()) if topic else 0.0 for text in texts]
    return weighed(said, held, texts, source.encoder)


def _latest_told(source: Source, question: Question) -> int | None:
    """Return the latest year whose plans or faults hold the words of the topic; None where no year's do, or none is asked for."""
    topic = topic_of(question)
    pattern = f"VALUES ?class {{ yz:Shortcoming yz:Commitment }} ?fact a ?class . {sparql.STATEMENT}"
    query = sparql.facts(question.known.graphs, "Statement", pattern, sparql.STATEMENT_VARIABLES, asked=False)
    rows = run(source.graph, query) if topic else []
    told = [(_cover(topic, key(str(row["text"]))), int(str(row["year"]))) for row in rows]
    # 记者站 is told best where it stands, not where 记者 alone does.
    best, year = max(told, default=(0.0, 0))
    return year if best >= LEAST else None


def _cover(topic: list[str], said: str) -> float:
    """Return how much a text covers of that word of a topic of which it covers least."""
    return min(cover(word, said, topic_words()) for word in topic)


def _for_fault(
    source: Source, question: Question, plans: list[Item], topic: list[str]
) -> tuple[list[Item], str | None]:
    """Return the plans that are made for the shortcoming that a topic means, and what to say of how they were found.

    By what they say; else, where there are as many of the one as of the other, by their order.
    """
    narrow = sparql.years([plans[0].year])
    query = sparql.facts(
        question.known.graphs,
        "Shortcoming",
        sparql.STATEMENT,
        sparql.STATEMENT_VARIABLES,
        narrow,
        asked=False,
    )
    faults = [
        str(row["text"]) for row in sorted(run(source.graph, query), key=lambda r: int(str(r["ordinal"])))
    ]
    meant = [at for at, text in enumerate(faults) if covers(topic, key(text), topic_words(), LEAST)]
    meant = meant or likeliest(_weights(source, max("".join(topic), gist(question), key=len), topic, faults))
    meant = [at for at in meant if speaks_of_all(question, faults[at])]
    if len(meant) != 1:
        return [], None
    labels = [plan.label for plan in plans]
    if found := likeliest(_weights(source, faults[meant[0]], [], labels)):
        return [plans[at] for at in found], f"针对的不足：{faults[meant[0]]}"
    if len(faults) == len(plans):
        return [plans[meant[0]]], f"不足与打算条数相同，按次序对应的不足：{faults[meant[0]]}"
    return [], None


def answer_years(source: Source, question: Question) -> Answer | None:
    """Answer in which years' reports a shortcoming (commitment, response) about a topic stands; None where in none."""
    topic = topic_of(question)
    if not topic:
        return None
    pattern = STATEMENT_CUE.search(question.masked)
    if pattern is None:
        return None
    cls = next((cls for cue, cls in _CUE_CLASSES if cue.search(question.masked)), "Shortcoming")
    narrow = sparql.years(question.years.within(question.known.years))
    query = sparql.facts(question.known.graphs, cls, sparql.STATEMENT, sparql.STATEMENT_VARIABLES, narrow)
    rows = run(source.graph, query)
    told = [row for row in rows if covers(topic, key(str(row["text"])), topic_words(), LEAST)]
    if not told:
        return None
    query = sparql.facts(
        question.known.graphs,
        cls,
        sparql.STATEMENT,
        sparql.STATEMENT_VARIABLES,
        sparql.iris("?fact", (str(row["fact"]) for row in told)),
    )
    items = [
        Item(year=proof.year, label=str(row["text"]), evidence=[proof])
        for row in told
        for proof in [evidence_of(row)]
    ]
    when = phrasing.years(sorted({item.year for item in items}))
    said = "；".join(f"{item.year}年：{item.label}" for item in items)
    return given(question.asked, question.intent, f"{when}的报告写到：{said}。", items=items, sparql=query)


_CUE_CLASSES: Final = (
    (re.compile(r"打算|计划|承诺|改进|下1步|努力方向"), "Commitment"),
    (re.compile(r"回应|整改"), "Response"),
)


def line_of(source: Source, proof: Evidence) -> str:
    """Return a statement with what stands before it in its line, in one spelling: a table has the fault beside its mending."""
    text = source.report(proof.report).text
    start = max(text.rfind("\n", 0, proof.start) + 1, proof.start - _BEFORE)
    # The item before in the same line is about something else.
    start += max((mark.end() for mark in _ITEM.finditer(text[start : proof.start])), default=0)
    return key(text[start : proof.end])


_ITEM = re.compile(
    r"[；;]|[一二三四五六七八九十]是|其[一二三四五六七八九]|第[一二三四五六七八九]，|[（(]?[\d一二三四五六七八九十]{1,2}[）)、.．]"
)


_BEFORE = 60
"""Code points before a statement that may name what it is about."""


def topic_of(question: Question) -> list[str]:
    """Return the words that narrow a question for statements to a topic, names among them."""
    kind = kind_asked(question.masked)  # 打算组建什么部门: what is meant is one of that kind.
    words = [
        part
        for word in question.words
        if len(word) > 1
        and word != kind
        and not (len(word) <= _SHORT and (_CUES.search(word) or STATEMENT_CUE.search(word)))
        for part in ((word,) if word in question.known.quoted else content(word) or _thing(word))
        if not _CUE_WORDS.fullmatch(part) and not STATEMENT_CUE.search(part)
    ]
    return [*words, *(mention.name for mention in question.mentions if not _is_house(mention, question))]


def _is_house(mention: Mention, question: Question) -> bool:
    """Tell whether a name means the media itself: 晚报打算做什么 asks for all that the house means to do."""
    return any(entity.iri in question.known.house for entity in mention.candidates)


def gist(question: Question) -> str:
    """Return all that a question says of what a statement is about, words of doing among it."""
    said = [
        word for word in question.words if not _CUE_WORDS.fullmatch(word) and not STATEMENT_CUE.search(word)
    ]
    return "".join([*said, *(mention.name for mention in question.mentions)])


def speaks_of_all(question: Question, text: str) -> bool:
    """Tell whether a statement speaks of all outlets, works and columns that a question names."""
    said = key(text)
    return all(m.name in said or any(tells(e, said) for e in m.candidates) for m in question.mentions)


def _thing(word: str) -> tuple[str, ...]:
    """Return what is said to be bad, where no dictionary knows it: 退货率 of 退货率高."""
    stem = _BAD.sub("", word)
    return (stem,) if len(stem) >= _LONG and (stem != word or word.endswith("率")) else ()


_BAD = re.compile(r"(?:偏|不|太|过|较)?[高低少慢弱差难多浅窄]$")
_LONG = 3


def _year(question: Question, intent: Intent) -> tuple[int | None, str | None]:
    """Return the year of the report to look in, or why there is none (Chinese).

    Responses stand in the next report: 2023年的不足是怎么回应的 looks into the report that follows that of 2023; but
    2024年怎么回应上年的不足 into that of 2024. 去年的不足怎么回应的, without another year, means the latest report.
    """
    stored, named = question.known.years, question.years.named
    last = intent is Intent.RESPONSES and (
        question.years.relative or _LAST_YEARS.search(question.text) is not None
    )
    if last and (not named or question.years.relative):
        return stored[-1], f"按最近的{stored[-1]}年报告回答" if len(stored) > 1 else None
    if not named:
        return stored[-1], None
    year = named[-1]
    if intent is Intent.COMMITMENTS and len(named) == 2 and named[1] == named[0] + 1 and named[0] in stored:
        # 2023年打算2024年做什么 stands in the report of 2023.
        return named[0], None
    if intent is Intent.RESPONSES and len(named) == 2 and named[1] == named[0] + 1 and year in stored:
        return year, None  # 2022年的不足2023年改得如何
    ahead = intent is Intent.COMMITMENTS and year not in stored and year - 1 in stored
    if ahead and not _REPORT.search(question.masked):
        return year - 1, f"{year}年的打算写在{year - 1}年的报告里"
    of_year = _OF_YEAR.search(question.masked) or _LATER.search(question.masked)
    if intent is Intent.RESPONSES and of_year and not last and (year in stored or year + 1 in stored):
        later = [each for each in stored if each > year]
        if not later:
            return None, f"{year}年之后的报告还没有入库，看不到回应"
        return later[0], f"{year}年的不足由{later[0]}年的报告回应"
    if year not in stored:
        return None, f"没有{year}年的报告；已入库的年度：{phrasing.years(stored)}"
    return year, None
