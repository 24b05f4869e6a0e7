"""The figures of sentences and how well each is what a question asks for.

Words weigh by how rarely the reports use them, and by how near the figure they stand.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ingest.numbers import Quantity, quantities
from ingest.report import Qualifier
from search.questions.linking import is_outlet, kind_alone, outlets_in, tells
from search.questions.matching import EACH, EDITION, PAGES, VERSION
from search.questions.passages import Sentence, all_sentences, places_meant
from search.questions.quantities import (
    asks_taken_on,
    counted_noun,
    negated,
    of_another_span,
    of_some_staff,
    papers_of,
    people_of,
    tells_taken_on,
    told_per,
)
from search.questions.reading import Question
from search.questions.respective import told_of_others
from search.questions.source import Source
from search.questions.subjects import OF_ALL, stands
from search.questions.terms import Term, terms_of
from search.questions.words import cover, key, measure_units, measure_words, topic_words

LEAST = 0.45
"""What must be told of every word that names something."""
ENOUGH = 0.7
"""What must be told of all words together."""
NEAREST = 0.7
"""What must be told of one of them in the figure's own clause."""
ACT = 0.4
"""What a word of doing weighs beside one that names something: the same deed is told in many ways."""
UNTOLD = 0.5
"""What a word of doing weighs that no sentence has."""
LEFT, RIGHT, CLAUSE, SEGMENT, SENTENCE, PARAGRAPH = 1.0, 0.95, 0.85, 0.8, 0.74, 0.6
"""What a word is worth by where it stands: right before the figure, right behind it, and further off."""
CLOSE = 0.03
"""So near to the best another figure leaves open which of them is meant."""
EXACT = 0.05
"""What speaks for a figure in the very unit that is asked for."""
HEAD = 0.05
"""What speaks for a figure at which the last word of the question stands."""
_CLAUSE_MARKS = "，,；;。！？\n"
_FROM = re.compile(r"[由从][^，,；;。]{0,14}$")
_TO = re.compile(r"[^，,；;。]{0,3}(?:升|增|涨|降|提高|减|缩短|翻|到|至)[到至为]?")
_MARK = re.compile(r"破|超|逾|[百千万亿]$")
_THEN_TOLD = re.compile(r"[^，,。；\d]{0,2}[，,](?:共|已)?(?:达到?|为|至|实现)\d")
_MONEY = re.compile(
    r"薪|利润|赔|债|奖金|补助|值|卖|募|筹|捐|投|花|挣|赚|追回|补贴|奖励|发放|节约|减免|收|税|钱|资|费|款"
)
_LEFT_OUT = ("人", "次", "人次", "份", "户")
_PART_ASKED = re.compile(r"占|比例|比重|份额")
_GREW = re.compile(r"(?:增|升|降|减|涨|跌|提高|下滑|下跌|增幅|降幅)[^，,；;。\d]{0,4}$")
_COUNTS = re.compile(
    r"(?:量|数|访客|用户|粉丝|人次|关注|订阅|下载|注册|日活|月活|播放|收听|阅读|浏览|观看)[\u4e00-\u9fff]{0,4}$"
)
_SPENT = re.compile(r"花了?|耗|投了?|成本|造价|经费")
_EARNED = re.compile(r"签约|销售|收入|创收|营收|成交|募|捐款|筹款|纳税|上缴|利润|带货|卖出|售")
"""What is told of money that came in: it is not what was spent."""
_GAP = 4
"""Characters between the word that says what is counted and its figure (粉丝数量已达9.7万)."""


@dataclass(frozen=True)
class Read:
    """A figure of a sentence and how well it is what is asked for."""

    sentence: Sentence
    quantity: Quantity
    score: float
    sides: tuple[str, str] = ("", "")
    """What stands before and behind the figure in its clause, in one spelling."""


def read_off(
    source: Source,
    question: Question,
    years: Collection[int],
    units: Collection[str] | None,
    *,
    alone: bool = False,
) -> dict[int, Read | None]:
    """Return by year the figure that is asked for; None for a year in which several may be.

    `alone`: only where the measure stands by itself, even where the unit is told.
    """
    terms = terms_of(question, source.encoder)
    things = [term for term in terms if not term.act]
    if (counted := counted_noun(question)) and units is not None and len(counted) == 1:
        units = frozenset({*units, counted})  # 途经7省 tells 几个省.
    # 空中课堂播了几节课: a name and the unit are all that is asked by.
    rate = question.rate and question.words and question.words[-1].endswith("率")
    measured = len(things) == 1 and things[0].word in measure_words()
    if not things or (len(terms) < 2 and not units and not rate and not measured):
        return {}
    every = all_sentences(source, question)
    weights = [weight_of(term, every) for term in terms]
    meant = places_meant(source, question)
    found: dict[int, list[Read]] = {}
    for each, led in led_before(source, question):
        if each.year not in years or each.within(meant):
            continue
        if not _may_be(each, question, terms, led):
            continue
        for read in _figures(source, question, each, terms, weights, units, led):
            if alone and not stands_alone(terms[0], *read.sides):
                continue
            found.setdefault(each.year, []).append(read)
    return {year: _only(reads) for year, reads in found.items()}


def led_before(source: Source, question: Question) -> Iterator[tuple[Sentence, str]]:
    """Yield all sentences, each with what stands before it in its paragraph, in one spelling."""
    led, report, end = "", "", 0
    for each in all_sentences(source, question):
        if each.report != report or "\n" in source.report(report).text[end - 1 : each.start]:
            led = ""
        yield each, led
        led, report, end = led + each.said, each.report, each.end


def _only(reads: Sequence[Read]) -> Read | None:
    best = max(reads, key=lambda read: read.score)
    close = [read for read in reads if read.score > best.score - CLOSE]
    return best if len({read.quantity.value for read in close}) == 1 else None


def weight_of(term: Term, every: Sequence[Sentence]) -> float:
    """Return how telling a term is: the more, the fewer sentences have it."""
    number = sum(term.worth(each.said) >= LEAST for each in every)
    if term.act and not number:
        return UNTOLD
    return math.log((len(every) + 1) / (number + 1)) * (ACT if term.act else 1.0) + 0.1


def names_told(said: str, question: Question) -> bool:
    """Tell whether a text names all that the question names: not another account that is called alike."""
    return all(
        (is_outlet(m.name) and m.name in said)
        or any(e.iri in question.known.house for e in m.candidates)
        or any(tells(e, said) and any(stands(name, said, e.outlet) for name in e.names) for e in m.candidates)
        for m in question.mentions
    )


def _may_be(each: Sentence, question: Question, terms: Sequence[Term], led: str) -> bool:
    said = led + each.said
    return (
        names_told(each.said, question)
        and all(edition in each.said for edition in EDITION.findall(question.text))
        and all(version.replace(".", "") in said for version in VERSION.findall(question.asked))
        and all(term.act or term.worth(said) >= LEAST for term in terms)
    )


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


def told_in(
    source: Source, question: Question, each: Sentence, units: Collection[str] | None, led: str
) -> Iterator[Told]:
    """Yield the figures of a sentence but for those that its own words say are something else than what is asked for."""
    text = source.report(each.report).text
    told = _numbers(text, each, units, rate=question.rate)
    counted = counted_noun(question)
    for at, quantity in enumerate(told):
        # 由2.1分升至4.6分: what it came from is not what it is.
        if _FROM.search(text[each.start : quantity.start]) and _TO.match(text[quantity.end : each.end]):
            continue
        # 突破2.5亿元大关，达2.57亿元: nor is the mark that was passed what was reached.
        if _MARK.search(quantity.text) and _THEN_TOLD.match(text, quantity.end, each.end):
            continue
        before, after = _between(text, each, quantity, _CLAUSE_MARKS)
        clause = key(text[before:after])
        left = key(_left(text, before, told[:at], quantity))
        right = key(text[quantity.end : min(after, told[at + 1].start if at + 1 < len(told) else after)])
        if counted and quantity.unit == counted:
            right = counted + right
        if people_of(question, right) or any(name not in clause for name in papers_of(question)):
            continue
        if asks_taken_on(question) and not tells_taken_on(clause):
            continue
        if of_some_staff(question, clause):
            continue
        if PAGES.search(question.masked) and "版" not in f"{left}{quantity.unit}{right}":
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
        begin, stop = _between(text, each, quantity, "；;")
        last = max(each.start, *(text.rfind(mark, each.start, before - 1) + 1 for mark in _CLAUSE_MARKS))
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


def _between(text: str, each: Sentence, quantity: Quantity, marks: str) -> tuple[int, int]:
    """Return the place of the part of a sentence in which a figure stands, between some marks."""
    start = max(each.start, *(text.rfind(mark, each.start, quantity.start) + 1 for mark in marks))
    ends = (text.find(mark, quantity.end, each.end) for mark in marks)
    return start, min((end for end in ends if end >= 0), default=each.end)


def _figures(
    source: Source,
    question: Question,
    each: Sentence,
    terms: Sequence[Term],
    weights: Sequence[float],
    units: Collection[str] | None,
    led: str,
) -> Iterator[Read]:
    """Yield the figures of a sentence that may be what is asked for."""
    things = [term for term in terms if not term.act]
    counted = counted_noun(question)
    for told in told_in(source, question, each, units, led):
        quantity, left, right = told.quantity, told.left, told.right
        if not unit_allowed(question, told, units, terms) or (units is None and not _beside(told, terms)):
            continue
        if units is None and len(terms) == 1 and terms[0].word and not stands_alone(terms[0], left, right):
            continue
        if counted and max(cover(counted, said, topic_words()) for said in (left, right)) < NEAREST:
            continue
        if _of_another_measure(question, quantity, left, terms):
            continue
        if any(term.worth(other) >= LEAST for term in things for other in told.others):
            continue
        places = (
            (left, LEFT),
            (right, RIGHT),
            (told.clause, CLAUSE),
            (told.segment, SEGMENT),
            (each.said, SENTENCE),
            (led, PARAGRAPH),
        )
        worth = [max(share * term.worth(said) for said, share in places) for term in terms]
        # 停播违规广告15条，公益广告播出1.9万分钟: what only follows is not what was counted.
        head = _head(terms)
        behind = [term for term in things if max(map(term.worth, (told.until, led))) < LEAST]
        if head in behind or any(term.worth(told.after) >= LEAST for term in behind):
            continue
        if any(one < LEAST for one, term in zip(worth, terms, strict=True) if not term.act):
            continue
        score = sum(one * weight for one, weight in zip(worth, weights, strict=True)) / sum(weights)
        score += HEAD * (max(terms[-1].worth(left), terms[-1].worth(right)) >= NEAREST)
        score += EXACT if quantity.unit is not None and quantity.unit == question.asked_unit else 0.0
        if score >= ENOUGH and max(worth) >= NEAREST:
            yield Read(each, quantity, score, (left, right))


def _left(text: str, before: int, told: Sequence[Quantity], quantity: Quantity) -> str:
    """Return what stands before a figure in its clause, behind the figure before it; 由5.2万增至 is passed over."""
    if not told or told[-1].end <= before:
        return text[before : quantity.start]
    last = told[-1]
    between = text[last.end : quantity.start]
    if (start := _FROM.search(text[before : last.start])) and _TO.fullmatch(between):
        return text[before : before + start.start()]
    return between


def stands_alone(term: Term, left: str, right: str) -> bool:
    """Tell whether what alone is asked for stands by itself at a figure: 慰问困难职工19人 are not the 职工."""
    words = [str(term.word), *measure_words().get(str(term.word), ())]
    if any(right.startswith(word) for word in words):
        return True
    place, word = max(
        ((left.rfind(word), word) for word in words), key=lambda found: (found[0], len(found[1]))
    )
    if place < 0 or len(left) - place - len(word) > _GAP:
        return False
    return place == 0 or _BEGINS.search(left[:place]) is not None


_BEGINS = re.compile(r"(?:[有为共现达到是实总计数末底内]|实现|全年|截至|[台社心团司报网])$")


def _of_another_measure(question: Question, quantity: Quantity, left: str, terms: Sequence[Term]) -> bool:
    """Tell whether a figure stands right behind the name of a measure that is not asked for: 办结率97.1%."""
    name = _MEASURE.search(left)
    return (
        name is not None
        and quantity.unit != "元"
        and not any(term.worth(name[0]) >= LEAST for term in terms if term.word is not None)
        and not any(word in name[0] for word in question.words)
    )


_MEASURE = re.compile(
    r"[\u4e00-\u9fff]{2,4}(?:率|占比|[量额数]|比例|比重)(?:为|是|达到?|至|约|近|超过?|升至|提高到)*$"
)


def _numbers(text: str, each: Sentence, units: Collection[str] | None, *, rate: bool) -> list[Quantity]:
    """Return the quantities of a sentence, and the numbers in a unit asked for that are none elsewhere (4.6分, 1236节, 0.02‰)."""
    told = list(quantities(text, each.start, each.end))
    wanted = [*(units or ()), *(("‰",) if rate else ())]
    if not wanted:
        return told
    plain = re.compile(rf"(?<![\d.])(\d+(?:\.\d+)?)({'|'.join(map(re.escape, wanted))})(?![钟之])")
    for match in plain.finditer(text, each.start, each.end):
        if not any(other.start <= match.start() < other.end for other in told):
            value = float(match[1])
            told.append(
                Quantity(
                    start=match.start(),
                    end=match.end(),
                    number_start=match.start(1),
                    number_end=match.end(1),
                    value=int(value) if value == int(value) else value,
                    unit=match[2],
                    qualifier=Qualifier.EXACT,
                    text=match[0],
                )
            )
    return sorted(told, key=lambda quantity: quantity.start)


def unit_allowed(
    question: Question, told: Told, units: Collection[str] | None, terms: Sequence[Term]
) -> bool:
    """Tell whether a figure counts in a unit that the question may mean; where it tells none, in one that its last word can have."""
    quantity = told.quantity
    if units is not None:
        spent = quantity.unit == "元" and _SPENT.search(question.masked) is not None
        # 收听量达510万: the unit is left out where the measure says it.
        left_out = (
            quantity.unit is None and not set(units).isdisjoint(_LEFT_OUT) and _COUNTS.search(told.left)
        )
        earned = _EARNED.search(f"{told.left}{told.right}{told.clause}") or EACH.search(told.left)
        return bool(quantity.unit in units or left_out) and not (spent and earned)
    rate = quantity.unit == "%" or (quantity.unit or "").startswith("‰")
    if rate != question.rate and not (question.rate and "率" in told.left):
        return False
    if (head := _head(terms)) is None:
        return False
    if (own := measure_units().get(head.word or "")) is not None and quantity.unit not in (None, *own):
        return False
    return quantity.unit != "元" or own is not None or _MONEY.search(question.masked) is not None


def _head(terms: Sequence[Term]) -> Term | None:
    """Return the last word that names something, else the last that tells what was done; None where all are names."""
    said = [term for term in terms if term.word is not None]
    return (
        [*(term for term in said if term.act), *(term for term in said if not term.act)][-1] if said else None
    )


def _beside(told: Told, terms: Sequence[Term]) -> bool:
    """Tell whether some word stands beside a figure, and what is counted in its clause: 少儿才艺大赛报名1260名."""
    head = _head(terms)
    return (
        head is not None
        and head.worth(told.clause) >= LEAST
        and any(
            term.worth(told.left[-len(term.word) - _GAP :]) >= NEAREST
            or term.worth(told.right[:_GAP]) >= NEAREST
            for term in terms
            if term.word is not None
        )
    )


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
    if OF_ALL.search(between) or outlets_in(between):
        return True
    return any(
        name in between and not any(name in each for each in own)
        for name, entities in question.known.named.items()
        if any(entity.kind in ("platform", "column", "work") for entity in entities)
    )
