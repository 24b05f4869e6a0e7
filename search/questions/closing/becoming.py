"""What became of a fault or plan that a question means, whatever it asks of it: 当初许诺的…落地没有，接了多少部门 · 第二年靠什么办法稳住了人.

Such a question often asks for a figure, a name, a way or a reason as well. Which statement is meant is weighed (see `pinpointing`); what later reports say
of it holds all of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from search.answers import Answer, Item
from search.questions.closing.deeds import DEED
from search.questions.closing.outcomes import HYPOTHESIS, Meant, answer_outcome, pinpointed
from search.questions.closing.pinpointing import LEAST, SURELY
from search.questions.reading.reading import Question, read
from search.questions.reading.suiting import CAUSE, WHERE
from search.questions.replies import given
from search.questions.sentences.passages import asks_since
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import STATEMENTS, Intent

_PROMISED = re.compile(r"答应|许诺|许[下过]|说好|承诺|当初|原先|讲好|说[要过]|目标|打算|计划")
_AFTERWARDS = re.compile(
    r"后来|之后|第2年|次年|来年|转年|隔年|1年后|下文|兑现|落地|落实|最[后终]|进展|顺不顺|顺利|[办做建搞换改治补修]成?(?:好|上|掉)?(?:了)?(?:没有?|吗)|毛病|问题"
)
_FAULT = re.compile(r"毛病|短板|难题|弱项")
"""By which is asked how something that fell short or was meant to be went on."""
_NEXT_YEAR = re.compile(r"(?:第2年|次年|转年|隔年|1年后|后来)[^，。]{0,14}?(?:了|的|来[管治抓办])")
"""What was done in the year that followed, and not what was meant to be done in it: 第二年上了个什么系统."""
_FURTHER = re.compile(r"[，,；;](?P<tail>[^，,；;]*(?:多少|几|多久|什么|怎么|如何|吗|没有?)[^，,；;]*)$")
_WHETHER_DONE = re.compile(r"[办做建搞换改治补修买装]成?(?:好|上|掉)?了?(?:没有?|吗)[，,]")
_MUCH = re.compile(r"多少|几[^乎]|多[久长高大]")
_WHY = re.compile(r"为什么|为何|原因|怎么(?:就|又|还是?|反倒)?[没不降少跌]|反倒")


def done_next(question: Question) -> bool:
    """Tell whether a question asks what was done in the year after a fault or plan, though it has a word for plans."""
    return question.intent in STATEMENTS and _NEXT_YEAR.search(question.masked) is not None


def answer_became(source: Source, question: Question) -> Answer | None:
    """Answer with what later reports say of the fault or plan that is surely meant; None where none is, or none asks for it."""
    named, stored = question.years.named, question.known.years
    if named and not set(named) & set(stored):
        return None
    # 轮转机换了吗，花了多少钱: whether it was done is asked first.
    if WHERE.search(question.masked):
        return None  # 晚报的人去哪儿了: what fell short or was meant says nothing of where.
    promised = (_PROMISED.search(question.masked) or _WHETHER_DONE.search(question.asked)) is not None
    if not promised and not _AFTERWARDS.search(question.masked):
        return None
    found = max(_readings(source, question), key=lambda each: each[1][0].weight, default=None)
    if found is None or found[1][0].weight < (
        0.0 if promised else LEAST if _FAULT.search(question.masked) else SURELY
    ):
        return None
    about, _ = found
    told = answer_outcome(source, about)
    if told.answer is None:
        return None
    kept = [item for item in told.items if item.year in question.years.named] or told.items
    asks_figure = _MUCH.search(question.masked) is not None
    if asks_figure and not any(_tells_figure(question, item.label) for item in kept):
        return None
    return told


def _tells_figure(question: Question, said: str) -> bool:
    """Tell whether a statement has a figure in a unit that is asked for: 后来规定最长几秒 is not told by 民生类稿件占63%."""
    units = "|".join(map(re.escape, sorted(question.units or ())))
    return re.search(rf"\d\s*[万亿余多]*(?:{units})", said) is not None


def _readings(source: Source, question: Question) -> Iterator[tuple[Question, list[Meant]]]:
    """Yield the ways of taking a question, each with the statements that it means: as a whole, and without what it asks for besides."""
    texts = [question.asked]
    if further := _FURTHER.search(question.asked):
        texts.append(question.asked[: further.start()])
    for text in texts:
        about = replace(read(text, question.known), intent=Intent.OUTCOME)
        named = question.years.named
        earlier = tuple(year for year in question.known.years if named and year < min(named))
        for years in ((earlier,) if earlier else ()) + (about.years.named,):
            one = replace(about, years=replace(about.years, named=years))
            if meant := pinpointed(source, one):
                yield one, meant


def answer_why(source: Source, question: Question) -> Answer | None:
    """Answer why something fell short with the statement that owns it and gives its cause (受疫情影响，创收下滑); None where none does."""
    if not _WHY.search(question.masked):
        return None
    found = [
        each
        for each in pinpointed(source, question)
        if each.weight >= SURELY and CAUSE.search(each.traced.text)
    ]
    if not found:
        return None
    proof, said = found[0].traced.evidence, found[0].traced.text
    item = Item(year=proof.year, label=said, evidence=[proof])
    text = f"{proof.year}年报告写到：{phrasing.ended(said)}。"
    return given(question.asked, Intent.PASSAGE, text, items=[item])


def answer_since(source: Source, question: Question) -> Answer | None:
    """哪年才有客户端: the first report that tells a deed for the fault or plan that is meant; None where none does."""
    if not asks_since(question) or not pinpointed(source, question):
        return None
    told = answer_outcome(source, replace(question, intent=Intent.OUTCOME))
    deeds = [item for item in told.items if item.detail == DEED]
    if not deeds:
        return None
    first = min(deeds, key=lambda item: item.year)
    text = f"在已入库的报告中，最早见于{first.year}年的报告：{phrasing.ended(first.label)}。"
    return given(
        question.asked, question.intent, text, items=[first], reason=HYPOTHESIS, further=told.evidence
    )
