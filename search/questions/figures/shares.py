"""What part of a whole something is, where no report tells it in percent: 总收入5460万元，其中广告收入2480万元 for 广告收入占比."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.numbers import Quantity, quantities
from ingest.report import Qualifier
from ingest.units import unit_family
from search.answers import Answer, Value
from search.questions.figures.figures import answer_figures
from search.questions.figures.reading_off import answer_likely
from search.questions.likely.text_figures import LEAST
from search.questions.reading.reading import Question, read
from search.questions.reading.settling import settled
from search.questions.replies import given
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.words import cover, key, topic_words
from search.tracing.material import evidence

_ASKED = re.compile(
    r"^(?:逐年|历年)?(?P<part>[^占]{2,}?)(?:在(?P<within>[^占]{2,10}?)(?:中|里|当中))?(?:所|的)*"
    r"(?:占比|比重|份额|占(?:了|到)?(?P<whole>[^比□]{2,10}?)?的?(?:比重|比例|份额|百分比|几成|百分之(?:几|多少)|多少))"
    r"(?:是|为|有|达)?(?:多少|几成|百分之(?:几|多少)|多大|多高)?$"
)
_WHOLES = (
    (re.compile(r"收入|创收|营收"), "总收入"),
    (re.compile(r"支出|开支"), "总支出"),
    (re.compile(r"人员|员工|职工|党员|记者|编辑|女性|男性|本科|硕士|研究生|学历|职称"), "员工"),
)
"""The whole of which something is a part, where the question does not say."""
_WHOLE = re.compile(r"总|全[年台社部]|共|收入|营收|[员职]工|人员|人数|在[册职岗]")
"""What is told of a whole before its figure."""
_ROUNDED = 1.0
"""By how much less a share told in round numbers may differ from the one worked out."""
_WHOLE_AT = re.compile(
    r"(?:总收入|总支出|总[数量额]|员工|职工|(?:在[岗册职]|从业|工作)人员)(?:总数)?(?:[1一]?共|为|达|有|计)*$"
)
"""What tells right before a figure that it is a whole, whether or not its parts are said to be such."""
_BETWEEN = re.compile(r"其中|(?:包括|含)[^，。；]{0,8}$")


@dataclass(frozen=True)
class _Asked:
    part: str
    whole: str | None


@dataclass(frozen=True)
class _Share:
    part: Value
    whole: Value
    by_name: bool
    """Whether one sentence tells both, the part by the very words of the question."""

    @property
    def percent(self) -> float:
        return self.part.value / self.whole.value * 100


def answer_share(source: Source, question: Question, told: Answer | None) -> Answer | None:
    """Work out which part of a whole something is, from a part and a whole that a report tells; None where either is told nowhere.

    `told` is what is answered otherwise: a share that a report tells exactly goes before, unless one sentence tells part and whole by
    the very words of the question (板块收入占22.4% is not that of 广告收入).
    """
    asked = _asked(question)
    if asked is None:
        return None
    exact = _told_exactly(source, asked, told)
    years = question.years.within(question.known.years)
    worked_out = {y: share for y in years if (share := _of_year(source, question, asked, y)) is not None}
    for year, value in exact.items():
        share = worked_out.get(year)
        if share is not None and (not share.by_name or abs(value.value - share.percent) < _ROUNDED):
            del worked_out[year]
    given_years = sorted({*exact, *worked_out})
    if question.intent is not Intent.TREND and not question.years.named:
        given_years = given_years[-1:]
    if not worked_out.keys() & set(given_years) or len(given_years) < 1 + (question.intent is Intent.TREND):
        return None
    said, values = [], []
    for year in given_years:
        if (share := worked_out.get(year)) is not None:
            said.append(_said(asked, share))
            values += [share.part, share.whole]
        else:
            said.append(f"{year}年{asked.part}占比{phrasing.number(exact[year].value, '%')}")
            values.append(exact[year])
    reason = "报告没有直接给出的比例，由报告中的两个数字算出"
    return given(question.asked, question.intent, f"{'；'.join(said)}。", values=values, reason=reason)


def _told_exactly(source: Source, asked: _Asked, told: Answer | None) -> dict[int, Value]:
    """Return by year the shares of what is asked for that are told exactly, and not as about so much (不到三成)."""
    shares = told.values if told is not None and told.answer is not None else []
    return {
        value.year: value
        for value in shares
        if value.unit == "%" and value.qualifier is Qualifier.EXACT and _names(source, value, asked.part)
    }


def _asked(question: Question) -> _Asked | None:
    """Return the part and the whole of a share that is asked for; None where none is."""
    if question.intent not in (Intent.VALUE, Intent.TREND, Intent.UNKNOWN):
        return None
    text = question.text
    for start, end in sorted(question.years.spans, reverse=True):
        text = f"{text[:start]}{text[end:]}"
    found = _ASKED.match(_COURSE.sub("", text))
    if found is None:
        return None
    part = found["part"].removesuffix("的")
    whole = found["whole"] or found["within"]
    return _Asked(part, whole or next((of for pattern, of in _WHOLES if pattern.search(part)), None))


_COURSE = re.compile(r"(?:历年|逐年|各年)?的?(?:变化|走势|趋势|对比|情况)$")


def _of_year(source: Source, question: Question, asked: _Asked, year: int) -> _Share | None:
    part = _told(source, question, year, asked.part)
    if part is None:
        return None
    whole = beside = _beside(source, part)
    if whole is None and asked.whole is not None:
        whole = _told(source, question, year, asked.whole)
    if whole is None or unit_family(whole.unit) != unit_family(part.unit) or whole.value <= part.value:
        return None
    place = part.evidence[0]
    text = source.report(place.report).text
    by_name = beside is not None and asked.part in key(text[place.start : place.end])
    return _Share(part, whole, by_name)


def _told(source: Source, question: Question, year: int, what: str) -> Value | None:
    """Return the one figure that tells how much there is of something; None where there is none or it is itself a share."""
    asked = settled(read(f"{year}年{what}有多少", question.known))
    told = answer_figures(source, asked)
    if told is None or told.answer is None:
        told = answer_likely(source, replace(asked, intent=Intent.VALUE))
        if told is not None and not _names(source, told.values[0], what):
            return None
    if told is None or len(told.values) != 1 or told.values[0].unit == "%":
        return None
    return told.values[0]


def _names(source: Source, told: Value, what: str) -> bool:
    """Tell whether the clause of a figure, or the one before, has the words for what is asked for: 厅局级54家 for 厅局级单位."""
    place = told.evidence[0]
    text = source.report(place.report).text
    return any(
        cover(what, key(_near(text, each)), topic_words()) >= LEAST
        for each in quantities(text, place.start, place.end)
        if each.value == told.value
    )


def _near(text: str, each: Quantity) -> str:
    """Return the clause of a figure, and the one before where its own does not say of what it is: 广告收入5400万元，占到51%."""
    start = max(text.rfind(mark, 0, each.start) for mark in _CLAUSE) + 1
    if each.start - start <= _BARE:
        start = max(text.rfind(mark, 0, max(start - 1, 0)) for mark in _CLAUSE) + 1
    end = min((at for mark in _CLAUSE if (at := text.find(mark, each.end)) >= 0), default=len(text))
    # 持证记者38人，占员工的40%: what stands behind is the whole.
    return text[start:end].partition("占")[0] if each.unit == "%" else text[start:end]


def of_another_part(source: Source, question: Question, told: Answer) -> bool:
    """Tell whether the share of something is asked for and shares are told of other things alone: 男员工占比, 硕士学历占29.6%."""
    asked = _asked(question) if _NOUN.search(question.text) else None
    return asked is not None and _of_another(source, asked, told)


def _of_another(source: Source, asked: _Asked, told: Answer) -> bool:
    shares = told.values if told.answer is not None else []
    if not shares or any(value.unit != "%" for value in shares):
        return False
    return not any(_names(source, value, asked.part) for value in shares)


_NOUN = re.compile("占比|比重|份额")
_BARE = 4
"""Characters before a figure in its clause that say no more than that it is a share: 约占到."""
_CLAUSE = "，,；;。\n"


def _beside(source: Source, part: Value) -> Value | None:
    """Return the whole that a sentence tells before its part: 总收入5460万元，其中广告收入2480万元; None where it tells none."""
    place = part.evidence[0]
    report = source.report(place.report)
    text = report.text
    start = max(text.rfind(mark, 0, place.start) for mark in "。；\n") + 1
    found = list(quantities(text, start, place.end))
    here = next((each for each in found if each.value == part.value and each.start >= place.start), None)
    if here is None:
        return None
    for each in reversed([other for other in found if other.end <= here.start]):
        if _is_whole(text, start, each, here):
            whole = evidence(report, start, place.end)
            return Value(
                year=part.year,
                label="总数",
                value=each.value,
                unit=each.unit,
                qualifier=each.qualifier,
                evidence=[whole],
            )
    return None


def _is_whole(text: str, start: int, each: Quantity, part: Quantity) -> bool:
    if unit_family(each.unit) != unit_family(part.unit) or each.value <= part.value:
        return False
    before = text[start : each.start]
    of_which = _BETWEEN.search(text[each.end : part.start]) and _WHOLE.search(before)
    return of_which is not None or _WHOLE_AT.search(before) is not None


def _said(asked: _Asked, share: _Share) -> str:
    part, whole = share.part, share.whole
    percent = phrasing.plain(round(share.percent, 1))
    exact = part.qualifier is whole.qualifier is Qualifier.EXACT
    one, other = (phrasing.number(each.value, each.unit, each.qualifier) for each in (part, whole))
    return f"{part.year}年{asked.part}{one}，占{asked.whole or '总数'}{other}的{'' if exact else '大约'}{percent}%"
