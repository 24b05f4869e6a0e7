"""The figures of sentences, each with what stands around it, but for those that their own words say are something else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ingest.extract.years_told import year_told
from ingest.numbers import Quantity, quantities
from ingest.report import Qualifier
from ingest.units import unit_family
from search.questions.measures.otherwise import MOST, PAGES, asks_most
from search.questions.measures.quantities import (
    asks_change,
    asks_single_years,
    asks_taken_on,
    chose,
    counted_noun,
    grew_by,
    negated,
    of_another_body,
    of_another_issue,
    of_another_span,
    of_audience,
    of_one,
    of_several_years,
    of_some_staff,
    opposed,
    papers_of,
    people_of,
    tells_taken_on,
    told_per,
)
from search.questions.measures.subjects import OF_ALL
from search.questions.naming.linking import kind_alone, outlets_in
from search.questions.reading.reading import Question
from search.questions.sentences.passages import Sentence, all_sentences
from search.questions.sentences.terms import Term
from search.questions.source import Source
from search.questions.wording.intents import Intent
from search.questions.wording.respective import told_of_others
from search.questions.wording.unit_words import RARE_UNITS, TIMES_OF
from search.questions.wording.words import key

_OF_YEARS = frozenset({Intent.TREND, Intent.DIFFERENCE, Intent.SUM, Intent.MAXIMUM, Intent.MINIMUM})
_BODY_BEFORE = 30
"""Characters before a figure's clause within which the body is named whose people it counts."""
CLAUSE_MARKS = "，,；;。！？\n"
_FROM = re.compile(r"[由从][^，,；;。]{0,14}$")
_TO = re.compile(r"[^，,；;。]{0,3}(?:升|增|涨|降|提高|减|缩短|翻|到|至)[到至为]?")
_NUMBER = re.compile(r"[\d一二两三四五六七八九十百千]")
_BECAME = re.compile(r"[\u4e00-\u9fff]{1,6}[为到至成]")
_MARK = re.compile(r"破|超|逾|[百千万亿]$")
_THEN_TOLD = re.compile(r"[^，,。；\d]{0,2}[，,](?:共|已)?(?:达到?|为|至|实现)\d")
_EACH_OF = re.compile(r"分别|各为|依次")
_POINTS = re.compile(r"(?<=[评得打总均]分)(\d+(?:\.\d+)?)()(?![\d.万千百分])")
"""评分8.7: points are told without their unit."""
_SINGLE = re.compile(r"个别|有的|最[长多高短少低快慢]")
"""答复平均要几天 is not told by 个别留言超过十天没有答复."""
_PART_ASKED = re.compile(r"占|比例|比重|份额")
_GREW = re.compile(r"(?:增|升|降|减|涨|跌|提高|下滑|下跌|增幅|降幅)[^，,；;。\d]{0,4}$")


def led_before(source: Source, question: Question) -> Iterator[tuple[Sentence, str]]:
    """Yield all sentences, each with what stands before it in its paragraph, in one spelling."""
    led, report, end = "", "", 0
    for each in all_sentences(source, question):
        if each.report != report or "\n" in source.report(report).text[end - 1 : each.start]:
            led = ""
        yield each, led
        led, report, end = led + each.said, each.report, each.end


@dataclass(frozen=True)
class Told:
    """A figure of a sentence that may be asked for, with what stands around it, each in one spelling."""

    sentence: Sentence
    quantity: Quantity
    left: str
    right: str
    clause: str
    before: str
    """The clause before its own."""
    until: str
    """Its sentence up to the end of its clause."""
    segment: str
    """What ； parts from the rest of the sentence."""
    led: str
    """What stands before the sentence in its paragraph."""
    after: str
    """What follows its clause in the sentence, if another figure in the same unit does."""
    others: tuple[str, ...]
    """What the other figures of its list are told of (see `respective`)."""

    def within_segment(self, things: Sequence[Term]) -> bool:
        """Tell whether some thing asked for stands on its side of a ； or before the sentence, where its sentence has one."""
        if self.segment == self.sentence.said or not any(t.worth(self.sentence.said) >= 1 for t in things):
            return True
        return any(t.worth(self.segment) > 0 or t.worth(self.led) > 0 for t in things)


def told_in(
    source: Source, question: Question, each: Sentence, units: Collection[str] | None, led: str
) -> Iterator[Told]:
    """Yield the figures of a sentence but for those that its own words say are something else than what is asked for."""
    text = source.report(each.report).text
    told = numbers_in(text, each, units, rate=question.rate)
    counted = counted_noun(question)
    for at, quantity in enumerate(told):
        # 期均发行量⇥31.6万份⇥32.1万份: of what year each is the table tells, and its facts hold.
        if "\t" in text[each.start : each.end] and sum(o.unit == quantity.unit for o in told) > 1:
            continue
        # 由2.1分升至4.6分: what it came from is not what it is.
        if came_from(text, each, quantity):
            continue
        # 突破2.5亿元大关，达2.57亿元: nor is the mark that was passed what was reached.
        if _MARK.search(quantity.text) and _THEN_TOLD.match(text, quantity.end, each.end):
            continue
        # 点击量千万以上的3件: by what some were chosen is not how many there are.
        if chose(
            text[each.start : quantity.start], quantity.text, text[quantity.end : each.end], quantity.unit
        ):
            continue
        before, after = around(text, each, quantity, CLAUSE_MARKS)
        # 辞职12人，高于上年的|7人: of the year before.
        if year_told(text, before, quantity.start, each.year) is not None:
            continue
        clause = key(text[before:after])
        left = key(left_of(text, before, told[:at], quantity))
        right = key(text[quantity.end : min(after, told[at + 1].start if at + 1 < len(told) else after)])
        if counted and quantity.unit == counted:
            right = counted + right
        if of_several_years(left) and asks_single_years(question):
            continue
        if grew_by(left) and not asks_change(question):
            continue  # 刊发21篇，比上年增加8篇: of the second there are not so many.
        if people_of(question, right) or any(name not in clause for name in papers_of(question)):
            continue
        if asks_taken_on(question) and not tells_taken_on(clause):
            continue
        if question.intent in _OF_YEARS and of_one(question, clause):
            continue
        if (
            opposed(question.masked, left + right)
            or of_another_issue(question.text, each.said)
            or of_some_staff(question, clause)
            or of_audience(question, clause)
            or of_another_body(question, key(text[max(each.start, before - _BODY_BEFORE) : after]))
            or (asks_most(question) and not MOST.search(clause))
        ):
            continue
        if PAGES.search(question.masked) and "版" not in f"{left}{quantity.unit}{right}":
            continue
        if "平均" in question.masked and _SINGLE.search(clause):
            continue
        if _another_named(question, key(text[each.start : quantity.start]), left):
            continue
        if negated(question.masked) != negated(clause):
            continue
        if of_another_span(question.text, clause) or not told_per(question.text, clause):
            continue
        # 广告占收入的百分之几: 比上年增长4.6% tells no part of a whole.
        if quantity.unit == "%" and _PART_ASKED.search(question.masked) and _GREW.search(left):
            continue
        # Of what a ； parts the figure is rather of its own side.
        begin, stop = around(text, each, quantity, "；;")
        last = max(each.start, *(text.rfind(mark, each.start, before - 1) + 1 for mark in CLAUSE_MARKS))
        yield Told(
            each,
            quantity,
            left,
            right,
            clause,
            key(text[last:before]) if last < before else "",
            key(text[each.start : after]),
            key(text[begin:stop]),
            led,
            key(text[after : each.end]) if any(o.unit == quantity.unit for o in told[at + 1 :]) else "",
            told_of_others(text[each.start : each.end], quantity.start - each.start),
        )


def came_from(text: str, each: Sentence, quantity: Quantity) -> bool:
    """Tell whether a figure is what another came from: 由2.1分升至4.6分, 由19个精简为11个."""
    if not _FROM.search(text[each.start : quantity.start]):
        return False
    became = _BECAME.match(text, quantity.end, each.end)
    return bool(
        _TO.match(text, quantity.end, each.end) or (became and _NUMBER.match(text, became.end(), each.end))
    )


def start_of(source: Source, told: Told) -> Quantity | None:
    """Return the figure of a sentence that another came from (the 19个 of 由19个精简为11个); None where none is told."""
    sentence, text = told.sentence, source.report(told.sentence.report).text
    before = [
        each
        for each in quantities(text, sentence.start, told.quantity.start)
        if came_from(text, sentence, each)
    ]
    if not before or not re.fullmatch(r"[^，,；;。]{0,10}", text[before[-1].end : told.quantity.start]):
        return None
    alike = unit_family(before[-1].unit) in (unit_family(told.quantity.unit), None)
    alike = alike or {before[-1].unit, told.quantity.unit} <= TIMES_OF.keys()
    return before[-1] if alike else None


def around(text: str, each: Sentence, quantity: Quantity, marks: str) -> tuple[int, int]:
    """Return the place of the part of a sentence in which a figure stands, between some marks."""
    start = max(each.start, *(text.rfind(mark, each.start, quantity.start) + 1 for mark in marks))
    ends = (text.find(mark, quantity.end, each.end) for mark in marks)
    return start, min((end for end in ends if end >= 0), default=each.end)


def left_of(text: str, before: int, told: Sequence[Quantity], quantity: Quantity) -> str:
    """Return what stands before a figure in its clause, behind the figure before it; 由5.2万增至 is passed over."""
    if not told or told[-1].end <= before:
        return text[before : quantity.start]
    last = told[-1]
    between = text[last.end : quantity.start]
    became = _TO.fullmatch(between) or _BECAME.fullmatch(between)
    if became and (start := _FROM.search(text[before : last.start])):
        return text[before : before + start.start()]
    return between


def numbers_in(text: str, each: Sentence, units: Collection[str] | None, *, rate: bool) -> list[Quantity]:
    """Return the quantities of a sentence, and the numbers in a unit asked for that are none elsewhere (4.6分, 1236节, 0.02‰)."""
    told = list(quantities(text, each.start, each.end))
    wanted = [*(units or ()), *(("‰",) if rate else ())]
    if not wanted:
        return told
    # 送出雨伞、扇子1.2万把: where 把 is asked for, it is the unit.
    told = [
        each._replace(unit=unit, end=each.end + len(unit), text=each.text + unit)
        if each.unit is None
        and (unit := next((u for u in RARE_UNITS if u in wanted and text.startswith(u, each.end)), None))
        else each
        for each in told
    ]
    plain = re.compile(rf"(?<![\d.])(\d+(?:\.\d+)?)({'|'.join(map(re.escape, wanted))})(?![钟之])")
    marks = _POINTS.finditer(text, each.start, each.end) if "分" in wanted else ()
    for match in (*plain.finditer(text, each.start, each.end), *marks):
        if not any(other.start <= match.start() < other.end for other in told):
            value = float(match[1])
            told.append(
                Quantity(
                    start=match.start(),
                    end=match.end(),
                    number_start=match.start(1),
                    number_end=match.end(1),
                    value=int(value) if value == int(value) else value,
                    unit=match[2] or None,
                    qualifier=Qualifier.EXACT,
                    text=match[0],
                )
            )
    return sorted(told, key=lambda quantity: quantity.start)


def _another_named(question: Question, before: str, left: str) -> bool:
    """Tell whether between what a question names and the figure something else of that kind is named."""
    kinds = {e.outlet for m in question.mentions for e in m.candidates if e.outlet is not None}
    kinds |= {kind for word in question.words if (kind := kind_alone(word)) is not None}
    if kinds and (told := outlets_in(left)) and not kinds & told:
        return True  # 视频号“昙晚视频”粉丝58.9万 is not of the 抖音号 of that name.
    if not question.mentions:
        return False
    own = {name for m in question.mentions for e in m.candidates for name in e.names} | {
        m.name for m in question.mentions
    }
    end = max((before.rfind(name) + len(name) for name in own if name in before), default=0)
    between = before[end:]
    # 报纸日均发行6.8万份: a house's own paper need not be called by its name.
    if _EACH_OF.search(left) and not OF_ALL.search(question.masked):
        return False  # 快手号、视频号粉丝分别达34.2万和5.8万: what is whose, their order tells.
    if (OF_ALL.search(between) and not _of_works(question)) or outlets_in(between) - (
        set() if end else kinds
    ):
        return True
    return any(
        name in between and not any(name in each for each in own)
        for name, entities in question.known.named.items()
        if any(entity.kind in ("platform", "column", "work") for entity in entities)
    )


def _of_works(question: Question) -> bool:
    """Tell whether works or columns are named: 《…》全网阅读量1.2亿 is of that piece, over all outlets."""
    return any(e.kind in ("work", "column") for m in question.mentions for e in m.candidates)
