"""How many of some are left of which nothing was done, where a report tells how many there were and of how many it was: 意见94条，采纳71条."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.numbers import Quantity, quantities
from ingest.report import Qualifier
from ingest.units import unit_family
from search.answers import Answer, Value
from search.questions.figures.figures import answer_figures
from search.questions.figures.reading_off import answer_likely
from search.questions.reading.reading import Question, read
from search.questions.replies import given
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.unit_words import PIECES
from search.questions.wording.words import act_words, key
from search.tracing.material import evidence

_NOT = r"(?:还|尚)?(?:没有?|未)(?:能|被|得到|给)?"
_VERB = r"(?P<verb>[\u4e00-\u9fff]{2,3}?)"
_UNIT = r"(?P<unit>[\u4e00-\u9fff]?)"
_LEFT = tuple(
    re.compile(pattern)
    for pattern in (
        # 收上来的意见，还有几条没采纳
        rf"[，,]?(?:还|仍)?(?:有|剩下?)?(?:多少|几){_UNIT}(?P<what>[\u4e00-\u9fff]{{0,6}}?)(?:是)?{_NOT}{_VERB}(?:的|掉|好|完)?$",
        # 没采纳的意见有几条
        rf"{_NOT}{_VERB}的(?P<what>[\u4e00-\u9fff]{{0,6}}?)(?:还|一?1?共)?(?:有|剩)?(?:多少|几){_UNIT}$",
        # 未采纳多少条
        rf"{_NOT}{_VERB}(?:多少|几){_UNIT}$",
        # 未采纳条数
        rf"{_NOT}{_VERB}的?(?P<what>[\u4e00-\u9fff]{{0,6}}?)(?P<unit>[条件个起项人宗例篇处家户名])数量?$",
    )
)
_SAID_SO = re.compile("没|未|剩|不")
# 老渔谣要录满100首，2024年底还差几首: what was meant to be reached stands in the question.
_SHORT = re.compile(
    r"^(?P<what>.+?)(?:原本|本来|计划|打算|准备)?(?:要|计划|打算|准备|须|得)(?P<verb>[\u4e00-\u9fff]{1,3}?)(?:满|够|足|到|完|齐|出)?(?P<goal>\d+)(?P<unit>[\u4e00-\u9fff])"
    r"[^，,\d]*[，,]?(?P<when>(?:19|20)\d\d年[底末]?|年底)?(?:还|仍)?(?:差|缺|少)(?:着|了)?(?:多少|几)(?P=unit)?$"
)


def answer_left(source: Source, question: Question) -> Answer | None:
    """Work out how many are left of which something was not done; None where no sentence tells both, or one tells the rest itself."""
    if question.intent not in (Intent.VALUE, Intent.DIFFERENCE, Intent.UNKNOWN):
        return None
    if (short := _SHORT.match(question.text)) is not None:
        return _short_of(source, question, short)
    if (found := _asked(question)) is None:
        return None
    what, unit = found.groupdict().get("what") or "", found["unit"]
    text = f"{question.text[: found.start()]}{what}{found['verb']}了多少{unit}"
    done = _told(source, question, text)
    if done is None or (whole := _whole(source, done, found["verb"])) is None:
        return None
    exact = whole.qualifier is done.qualifier is Qualifier.EXACT
    left = f"{'' if exact else '大约'}{phrasing.exactly(round(whole.value - done.value, 6), done.unit)}"
    quote = phrasing.ended(whole.evidence[0].quote)
    said = f"{done.year}年报告写到：{quote}，即没有{found['verb']}的为{left}。"
    reason = "报告没有直接给出余下的数字，由同一句中的两个数字算出"
    return given(question.asked, Intent.DIFFERENCE, said, values=[whole, done], reason=reason)


def told_of_others(question: Question, told: Answer) -> bool:
    """Tell whether those are asked for of which something was not done and a figure is given that is not said to be of such."""
    if _asked(question) is None or told.intent != Intent.VALUE or not told.values:
        return False
    return not any(_SAID_SO.search(place.quote) for value in told.values for place in value.evidence)


def _asked(question: Question) -> re.Match[str] | None:
    return next((match for pattern in _LEFT if (match := pattern.search(question.text))), None)


def _short_of(source: Source, question: Question, short: re.Match[str]) -> Answer | None:
    """Take what was reached from the goal that a question tells."""
    when, unit = short["when"] or "", short["unit"]
    done = _told(source, question, f"{when}{short['what']}{short['verb']}了多少{unit}")
    goal = int(short["goal"])
    if done is None or done.unit != unit or done.value >= goal:
        return None
    quote = phrasing.ended(done.evidence[0].quote)
    said = f"{done.year}年报告写到：{quote}，距{goal}{unit}还差{'' if done.qualifier is Qualifier.EXACT else '大约'}{phrasing.exactly(goal - done.value, unit)}。"
    reason = "差额按问题中的目标数算出"
    return given(question.asked, Intent.DIFFERENCE, said, values=[done], reason=reason)


def _told(source: Source, question: Question, text: str) -> Value | None:
    """Return the one figure that answers a question; None where there is none."""
    asked = replace(read(text, question.known), intent=Intent.VALUE)
    for answer in (answer_figures(source, asked), answer_likely(source, asked)):
        if answer is not None and answer.values:
            return answer.values[-1] if len({value.year for value in answer.values}) == 1 else None
    return None


def _whole(source: Source, done: Value, verb: str) -> Value | None:
    """Return how many there were, told in the sentence before how many of them something was done to."""
    place = done.evidence[0]
    text = source.report(place.report).text
    start = max(text.rfind(mark, 0, place.start) for mark in "。；\n") + 1
    end = min((at for mark in "。；\n" if (at := text.find(mark, place.start)) >= 0), default=len(text))
    found = list(quantities(text, start, end))
    verbs = (verb, *act_words().get(verb, ()))
    here = next((each for each in found if each.value == done.value and _does(text, each, verbs)), None)
    if here is None:
        return None
    before = [each for each in found if each.end <= here.start and _same(each, here)]
    whole = next((each for each in reversed(before) if each.value > here.value), None)
    if whole is None or Qualifier.EXACT not in (whole.qualifier, here.qualifier):
        return None
    return done.model_copy(
        update={
            "value": whole.value,
            "unit": whole.unit,
            "qualifier": whole.qualifier,
            "evidence": [evidence(source.report(place.report), start, end)],
        }
    )


def _does(text: str, each: Quantity, verbs: tuple[str, ...]) -> bool:
    near = key(text[max(0, each.start - _NEAR) : each.start])
    return any(verb in near for verb in verbs) and not _SAID_SO.search(near[-_NEAR // 2 :])


_NEAR = 8
"""Characters before a figure within which what was done stands."""


def _same(one: Quantity, other: Quantity) -> bool:
    return unit_family(one.unit) == unit_family(other.unit) or {one.unit, other.unit} <= PIECES
