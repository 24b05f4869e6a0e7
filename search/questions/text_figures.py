"""The figures of sentences and how well each is what a question asks for.

Words weigh by how rarely the reports use them, and by how near the figure they stand.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ingest.numbers import Quantity
from search.questions.linking import is_outlet, tells
from search.questions.otherwise import EACH, EDITION, VERSION
from search.questions.passages import Sentence, all_sentences, places_meant
from search.questions.quantities import STAFF, counted_noun
from search.questions.reading import Question
from search.questions.source import Source
from search.questions.subjects import quoted_words, stands
from search.questions.terms import Term, terms_of
from search.questions.told_figures import Told, led_before, told_in
from search.questions.words import cover, measure_units, measure_words, topic_words

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
_MONEY = re.compile(
    r"薪|利润|赔|债|奖金|补助|值|卖|募|筹|捐|投|花|挣|赚|追回|补贴|奖励|发放|节约|减免|收|税|钱|资|费|款"
)
_LEFT_OUT = ("人", "次", "人次", "份", "户")
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
        and all(word in each.said for word in quoted_words(question))
        and all(version.replace(".", "") in said for version in VERSION.findall(question.asked))
        and all(term.act or term.worth(said) >= LEAST for term in terms)
    )


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
        # 职工参加职称评审，2人评上: of some of the staff is not how many they are.
        alone = units is None or terms[0].word in STAFF
        if alone and len(terms) == 1 and terms[0].word and not stands_alone(terms[0], left, right):
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
        if any(not max(map(term.worth, (told.until, led))) for term in terms if term.word is None):
            continue  # 播放14亿次，《大国油菜》获奖: nor of what is named behind it.
        if not question.mentions and _of_named(question, told, things):
            continue
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


def _of_named(question: Question, told: Told, things: Sequence[Term]) -> bool:
    """Tell whether a figure is of what its sentence opens with, and what is asked for stands only in those before: “沅宁讲坛”听众."""
    if all(term.worth(told.until) >= LEAST for term in things):
        return False
    return any(
        told.until.startswith(name) and any(e.kind in ("platform", "column", "referent") for e in each)
        for name, each in question.known.named.items()
    )


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
