"""All that the reports say was done in a field of work: 人文关怀方面做了什么, 人才培养做得怎么样, 怎么关心职工的.

A field is told by the chapter that is called after it, by the sentences that name it, by those that have a word of `fields.txt` for it, or by those that
lie nearest to it in the encoder's space, in this order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from search.answers import Answer, Item
from search.questions.likely.weighing import nearness, unheard_of
from search.questions.reading.reading import Question
from search.questions.replies import given
from search.questions.sentences.nearest import asked_terms
from search.questions.sentences.passages import Sentence, all_sentences, places_of, proof_of
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.words import cover, key, stop_words, topic_words

_OF = r"(?:这?1?(?:方面|领域|块|项|件事)|上面|工作|问题上)"
_WHAT = r"(?:什么|哪些|啥)"
_FORM = re.compile(
    rf"(?:{_OF}上?)?(?:都|还|又|主要|具体|1共|总共|到底|们|中心|报社|台里|社里)*"
    rf"(?:(?:做|干|开展|采取|搞|出台|推出|下)(?:了|过|的|出)*(?:些|点|有)?{_WHAT}(?:新|好|具体|主要)?(?:工作|事|事情|功夫|努力|活动|举措|措施|动作|探索|尝试|文章)?(?:的)?"
    rf"|有(?:过|了)?(?:些)?{_WHAT}(?:新|好|具体|主要)?(?:举措|措施|动作|行动|做法|成效|成绩|亮点|工作|作为|探索|实践|表现))$"
    rf"|{_OF}(?:情况|做得|干得|搞得|开展得|抓得|落实得|的)*(?:怎么样|怎样|如何|咋样)(?:了|的|啊|呢)?$"
    r"|(?:做|干|搞|开展|抓)得(?:怎么样|怎样|如何|咋样)(?:了|啊|呢)?$"
)
# 怎么关心职工的: the field is told by what is done for whom.
_HOW = re.compile(
    r"(?:是)?(?:怎么|怎样|如何)(?P<field>(?:关心|关爱|保障|保护|维护|服务|培养|加强|推进|开展|抓|帮助?|支持)[\u4e00-\u9fff]{2,8}?)的?$"
)
_SAID_BAD = re.compile(r"怎么样|怎样|如何|咋样")
"""How a field is doing is told by what fell short as well."""
_LOOSE = frozenset(
    {Intent.UNKNOWN, Intent.PASSAGE, Intent.OUTCOME, Intent.RESPONSES, Intent.COMMITMENTS, Intent.VALUE}
)
_PLANS = re.compile(r"打算|计划|准备|将|今后|明年|来年|下1步|后来|结果|承诺|解决|改[了进]|整改|不足|短板")
_HELD = 0.8
"""What a heading or a sentence must hold of every word of the field."""
_NEAR = 0.46
"""Cosine from which on a clause tells of a field that it does not name."""
_A_YEAR, _ALL = 4, 10
"""Sentences told of one year, and of all."""
_CLAUSE = re.compile(r"[，,；;：:。！？]")
_CHAPTER_END = re.compile(r"(?:责任|情况|建设|工作|方面)$")


@cache
def _fields() -> dict[str, frozenset[str]]:
    """Return the words by which fields are told, in one spelling, by each of their names."""
    text = resources.files("search.questions").joinpath("fields.txt").read_text(encoding="utf-8")
    rows = [line.partition(" > ") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {key(name): frozenset(map(key, told.split())) for names, _, told in rows for name in names.split()}


def answer_field(source: Source, question: Question) -> Answer | None:
    """Answer with the sentences about a field of work; None for any other question, and where no report tells of it."""
    if question.intent not in _LOOSE or question.mentions or _PLANS.search(question.masked):
        return None
    if (field := _field(question)) is None:
        return None
    years = question.years.within(question.known.years)
    passed = places_of(source, question, "Commitment")
    if not _SAID_BAD.search(question.masked):
        passed |= places_of(source, question, "Shortcoming")
    every = [
        each for each in all_sentences(source, question) if each.year in years and not each.within(passed)
    ]
    found = (
        _of_chapter(source, field, every)
        or _either(_naming(source, question, field, every), _by_words(source, field, every))
        or _nearest(source, question, field, every)
    )
    if not found:
        return None
    chosen = [each for year in sorted(years) for each in _of_year(found, year)]
    items = [
        Item(year=each.year, label=proof.quote, evidence=[proof])
        for each in chosen[-_ALL:]
        for proof in [proof_of(source, each)]
    ]
    told = {
        year: [item for item in items if item.year == year] for year in dict.fromkeys(i.year for i in items)
    }
    text = "。".join(
        f"{year}年报告写到：{'；'.join(phrasing.ended(item.label) for item in of_year)}"
        for year, of_year in told.items()
    )
    reason = f"报告中与“{field}”有关的原文" + ("，只列出一部分" if len(found) > len(items) else "")
    return given(question.asked, Intent.PASSAGE, f"{text}。", items=items, reason=reason)


def _either(first: Sequence[Sentence], second: Sequence[Sentence]) -> list[Sentence]:
    return [*first, *(each for each in second if each not in first)]


def _of_year(found: Sequence[Sentence], year: int) -> list[Sentence]:
    """Return the first of what was found in a year, in the order of the report."""
    return sorted([each for each in found if each.year == year][:_A_YEAR], key=lambda each: each.start)


def _field(question: Question) -> str | None:
    """Return what a question calls the field it asks about, in one spelling; None where it asks for nothing like it."""
    masked = question.masked.replace("□", "")
    if how := _HOW.search(masked):
        said = how["field"]
    elif form := _FORM.search(masked):
        said = masked[: form.start()]
    else:
        return None
    words = [word for word in question.words if word in said and word not in stop_words()]
    field = "".join(words)
    # What else is said there (在国外设记者站) asks for one thing and no field.
    rest = re.sub(r"[在于对关上中里的是]", "", said.replace(field, "")) if field in said else said
    return field if len(field) > 1 and len(words) <= _WORDS and len(rest) <= _REST else None


_FOR_WHOM = re.compile(r"^(?:关心|关爱|保障|保护|维护|服务|帮助|支持|促进|推进|推动|加强|为)")
_WORDS, _REST = 3, 4


def _of_chapter(source: Source, field: str, every: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences of the chapters that are called after a field."""
    found: list[Sentence] = []
    for report in dict.fromkeys(each.report for each in every):
        titles = [(key(s.title), s.start, s.end) for s in source.report(report).sections if s.level > 0]
        called = [
            (start, end)
            for title, start, end in titles
            if cover(field, title, topic_words()) >= _HELD
            or (len(stem := _CHAPTER_END.sub("", title)) >= len("人文关怀") and stem in field)
        ]
        found += [
            each
            for each in every
            if each.report == report and any(start <= each.start < end for start, end in called)
        ]
    return found


def _naming(source: Source, question: Question, field: str, every: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences that name a field, those that lie nearest to it first."""
    terms = [term for term in asked_terms(source, question) if term.word and term.word in field]
    named = [each for each in every if terms and all(term.worth(each.said) >= _HELD for term in terms)]
    return _ordered(source, field, named)


def _by_words(source: Source, field: str, every: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences that have a word by which a field is told, those with most of them first."""
    told = (
        _fields().get(field)
        or _fields().get(_FOR_WHOM.sub("", field))
        or next(
            (words for name, words in _fields().items() if len(name) > len("公益") and name in field),
            frozenset(),
        )
    )
    found = [each for each in every if any(word in each.said for word in told)]
    near = _ordered(source, field, found)
    return sorted(near, key=lambda each: -sum(word in each.said for word in told))


def _nearest(source: Source, question: Question, field: str, every: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences of which a clause lies near a field; none where it is something of which no report can tell."""
    if any(unheard_of(term) for term in asked_terms(source, question)):
        return []
    near = nearness(source.encoder, field, [_clauses(source, each) for each in every])
    fits = sorted(zip(near, every, strict=True), key=lambda pair: -pair[0])
    return [each for fit, each in fits if fit >= _NEAR]


def _ordered(source: Source, field: str, found: Sequence[Sentence]) -> list[Sentence]:
    near = nearness(source.encoder, field, [_clauses(source, each) for each in found])
    return [each for _, each in sorted(zip(near, found, strict=True), key=lambda pair: -pair[0])]


def _clauses(source: Source, sentence: Sentence) -> list[str]:
    text = source.report(sentence.report).text[sentence.start : sentence.end]
    return list(filter(None, map(key, _CLAUSE.split(text))))
