"""The figure of a sentence that a question most likely means, where no fact is told in its words.

Every figure that its own words do not rule out is weighed: how much of the question stands at it, in its clause, sentence and paragraph,
how near its clause lies to the question in the encoder's space, what characters it shares, and whether it is in the unit that is asked for.
The best is given where it is likely by itself and by how far any other stays behind it: 稿费付了多少钱 is told by 支付稿酬290万元, though no
word of it stands there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from search.questions.likely.figure_weights import CHOOSING, FigureWeights, figure_weights
from search.questions.likely.rather import rather_told
from search.questions.likely.text_figures import (
    LEAST,
    asks_cost,
    names_told,
    unit_allowed,
)
from search.questions.likely.told_figures import Told, led_before, told_in
from search.questions.likely.weighing import Places, chance, fit, held, nearness, shared, telling, unheard_of
from search.questions.measures.otherwise import CARRIER, EDITION, FIRST_EDITION, VERSION
from search.questions.measures.quantities import STAFF, counted_noun
from search.questions.measures.subjects import OF_ALL, asks_followers, quoted_words, told_together
from search.questions.naming.catalog import ACCOUNTS
from search.questions.naming.linking import brands_in, outlets_in
from search.questions.reading.reading import Question
from search.questions.sentences.passages import all_sentences, places_meant
from search.questions.sentences.terms import NEAR, Term, terms_of
from search.questions.source import Source
from search.questions.wording.unit_words import PEOPLE
from search.questions.wording.words import cover, measure_words, topic_words
from search.tokens import tagged

LIKELY = 0.45
"""How likely a figure must be that is given."""
LIKELY_TOO = 0.35
"""How likely it must be where other years have the figure, and in what unit is known."""
_SENTENCE, _PARAGRAPH, _NEARNESS = (CHOOSING.index(name) for name in ("sentence", "paragraph", "nearness"))
_NEAR = 0.45
"""How near a figure's clause must lie to the question, where no word of it is told."""
ALL_TOLD = 0.7
"""What of the question's weight must be told up to the figure, so that its sentence holds all of it."""
FARTHEST = 6.0
"""So much less likely (as log odds) another figure stands by itself for any more."""

_LED = 120
"""Characters of what leads to a sentence that may name what it is of."""
_CARRIED = 0.6
"""What must be told of who took or of what level it is: 省级以上媒体 are not the 中央媒体."""
_MARKED = re.compile("[《“]")
_ASKED = re.compile(
    r"多少|百分之几|几(?=[个件条篇期场次项名位部家种份人户块天岁张套万千百倍成册本分节集辆所座])|[□？?，。,的了是有]|一共|总共|请问|分别"
)
# 捐了多少书: so short a word for what is counted is told by no other.
_COUNTED = re.compile(r"(?:多少|几[^个]?个?)([书课树车船路村国省市县校])$")


@dataclass(frozen=True)
class Likely:
    """A figure and how likely it is what is asked for, 0 to 1."""

    told: Told
    chance: float
    whole: bool
    """Whether its sentence and what leads to it hold all that the question speaks of."""
    fit: float
    """How well it fits by itself, as log odds."""


def likely(
    source: Source,
    question: Question,
    years: Collection[int],
    units: Collection[str] | None,
    least: float = LIKELY,
    such: Callable[[Told], bool] | None = None,
) -> dict[int, Likely]:
    """Return by year the figure that is likely meant, at least so likely, for years that have such a one.

    Where only some may be meant, `such` tells which.
    """
    terms = terms_of(question, source.encoder)
    found = {
        year: replace(best, told=rather_told(question, best.told, [told for told, _ in each], terms))
        for year, (best, each) in bests(source, question, years, units, such).items()
    }
    return {year: best for year, best in found.items() if best.chance >= least}


Weighed = tuple[Told, list[float]]
"""A figure with what `CHOOSING` names of it."""


@dataclass(frozen=True)
class Field:
    """All figures that a question may mean."""

    every: list[Weighed]
    within: frozenset[int]
    """The years asked for."""
    unsaid: float
    """The share of the question of which no report tells."""
    words: int
    """How many words and names it asks by."""

    def of(self, year: int) -> list[Weighed]:
        """Return those of a year."""
        return [each for each in self.every if each[0].sentence.year == year]


def bests(
    source: Source,
    question: Question,
    years: Collection[int],
    units: Collection[str] | None,
    such: Callable[[Told], bool] | None = None,
) -> dict[int, tuple[Likely, list[Weighed]]]:
    """Return by year the figure that fits best and how likely it is meant, with all the figures that may be."""
    found = field_of(source, question, years, units, such)
    if found is None:
        return {}
    told = sorted({told.sentence.year for told, _ in found.every}.intersection(years))
    return {year: (_best_of(found, year, figure_weights()), found.of(year)) for year in told}


def field_of(
    source: Source,
    question: Question,
    years: Collection[int],
    units: Collection[str] | None,
    such: Callable[[Told], bool] | None = None,
) -> Field | None:
    """Return the figures of some years that nothing rules out, where years are named also those of all others; None where no figure can be meant."""
    terms = terms_of(question, source.encoder)
    if not terms or _of_another_outlet(question, terms) or _told_nowhere(source, question, terms):
        return None
    if _of_whom_nothing_is_told(terms):
        return None
    if units is not None and len(counted := counted_noun(question) or "") == 1:
        units = {*units, counted}  # 途经7省 tells 几个省.
    every = _weighed(source, question, terms, question.known.years if question.years.named else years, units)
    every = [(told, features) for told, features in every if such is None or such(told)]
    within = frozenset(question.years.within(question.known.years))
    return Field(every, within, _unsaid(source, question, terms), len(terms))


def _told_nowhere(source: Source, question: Question, terms: Sequence[Term]) -> bool:
    """Tell whether all that is asked for are words of the tables that no sentence has, nor any that stands for them: 假新闻."""
    things = [term for term in terms if not term.act]
    return bool(things) and all(
        term.word is not None
        and (term.word in topic_words() or term.word in measure_words())
        and not any(term.worth(each.said) >= NEAR for each in all_sentences(source, question))
        for term in things
    )


def _of_whom_nothing_is_told(terms: Sequence[Term]) -> bool:
    """Tell whether people are asked for of whom something is said that no report says: 几名记者受了工伤."""
    who, said = terms[0], terms[-1]
    people = who.word is not None and _STAFF.fullmatch(who.word) is not None
    return people and len(terms) == 2 and said.unsaid and not said.act


def _weighed(
    source: Source,
    question: Question,
    terms: Sequence[Term],
    years: Collection[int],
    units: Collection[str] | None,
) -> list[Weighed]:
    """Return the figures of some years that nothing rules out."""
    told = list(_told(source, question, terms, years, units))
    return [
        (each, features)
        for each, features in zip(told, features_of(source, question, terms, told), strict=True)
        # 带薪休假多少天: the unit alone says nothing.
        if features[_PARAGRAPH] > 0 or features[_NEARNESS] >= _NEAR
    ]


def _best_of(found: Field, year: int, weights: FigureWeights) -> Likely:
    """Return the figure of a year that fits best, and how likely it is meant."""
    at, fits, deciding = decided(found, year, weights.choosing)
    best, features = found.of(year)[at]
    sure = chance(weights.deciding, weights.bias, deciding)
    return Likely(best, sure, features[_SENTENCE] >= ALL_TOLD, fits[at])


def decided(found: Field, year: int, choosing: Sequence[float]) -> tuple[int, list[float], list[float]]:
    """Return which of a year's figures fits best, how well each does, and what `DECIDING` names of the best.

    What another year tells better, where years are asked for, is told of that year alone.
    """
    here = found.of(year)
    fits = [fit(choosing, 0.0, features) for _, features in here]
    at = max(range(len(here)), key=fits.__getitem__)
    best, features = here[at]
    others = [n for n, (told, _) in enumerate(here) if told.quantity.value != best.quantity.value]
    apart = min(FARTHEST, fits[at] - max(fits[n] for n in others)) if others else FARTHEST
    nearest = max((here[n][1][_NEARNESS] for n in others), default=0.0)
    elsewhere = [
        fit(choosing, 0.0, each) for told, each in found.every if told.sentence.year not in found.within
    ]
    better = min(FARTHEST, max(0.0, max(elsewhere) - fits[at])) if elsewhere else 0.0
    return (
        at,
        fits,
        [*features, found.unsaid, float(found.words), apart, features[_NEARNESS] - nearest, better],
    )


def _told(
    source: Source,
    question: Question,
    terms: Sequence[Term],
    years: Collection[int],
    units: Collection[str] | None,
) -> Iterator[Told]:
    meant = places_meant(source, question)
    counted = found[1] if (found := _COUNTED.search(question.masked)) else ""
    quoted = [*quoted_words(question), *brands_in(question.masked)]
    thing = _counted_thing(question, terms[-1])
    staff = terms[-1].word in STAFF
    whose = staff or terms[-1].word in _WORKERS
    # 有记者证的采编: where reports speak of it, what does not is of others.
    others = [
        term
        for term in terms[:-1]
        if staff
        and not question.rate
        and term.word is not None
        and not term.act
        and any(term.worth(each.said) >= LEAST for each in all_sentences(source, question))
    ]
    # 被央视新闻联播采用: what is named says whose it was.
    carriers = [term for term in terms if not question.mentions and CARRIER.fullmatch(term.word or "")]
    bought = (
        [term for term in terms if not term.act and term.word not in _PAYING] if asks_cost(question) else []
    )
    since, gone_to = _since(source, question), _gone_to(question)
    named = [*quoted_words(question), *(mention.name for mention in question.mentions)]
    editions, versions = EDITION.findall(question.text), VERSION.findall(question.asked)
    for each, led in led_before(source, question):
        if each.year not in years:
            continue
        near = led[-_LED:] + each.said
        # 月刊有几名编辑: whose staff it is must be told with it.
        if not names_told(each.said, question) and (whose or not names_told(near, question)):
            continue
        if not all(word in (each.said if staff else near) for word in quoted):
            continue
        if any(term.worth(each.said) < _CARRIED for term in carriers):
            continue
        if bought and not any(term.worth(near) >= LEAST for term in bought):
            continue  # 机器人花了多少钱 is not told by what was spent on something else.
        if each.year < since or not all(place in near for place in gone_to):
            continue
        if any(term.worth(led + each.said) < LEAST for term in others):
            continue
        if each.within(meant):
            continue
        if not all(edition in near for edition in editions if edition not in FIRST_EDITION):
            continue
        text = source.report(each.report).text
        if not all(version in text[max(0, each.start - _LED) : each.end] for version in versions):
            continue
        if any(told_together(text[each.start : each.end], word) for word in quoted):
            continue
        for told in told_in(source, question, each, units, led):
            things = [term for term in terms if not term.act]
            if any(term.worth(other) >= LEAST for term in things for other in told.others):
                continue
            if told.left.startswith("其中") and not any(
                term.worth(told.left + told.right) >= LEAST for term in things
            ):
                continue  # 播出新闻79条，其中主要新闻节目26条: the part is not asked for.
            if any(edition not in told.clause for edition in editions) and EDITION.search(told.clause):
                continue  # 第一季几期 is not told by 第二季播出12期.
            if not unit_allowed(question, told, units, terms) or _another_measure(terms[-1], told):
                continue
            if editions and (other := EDITION.findall(told.until)) and not set(editions) & set(other):
                continue  # 第一季播了几期 is not told by 第二季播出12期.
            if _of_several(text, told, named):
                continue
            if thing is not None and thing.worth(told.until) < LEAST:
                continue
            if not told.within_segment(things):
                continue
            if counted and counted not in told.before + told.clause:
                continue
            # “三分岚”播放14亿次，《大国油菜》获奖: what is named behind is not what it is of, where something else is before.
            if _MARKED.search(text, each.start, told.quantity.start) and any(
                term.worth(each.said) > max(map(term.worth, (told.until, led)))
                for term in terms
                if term.word is None
            ):
                continue
            if _of_one_account(question, told) or (named and _INCOME_OF_ALL.match(told.clause)):
                continue  # 《云课堂》收费学员3万人，全年营业收入9600万元: the income is of all the house.
            yield told


def _since(source: Source, question: Question) -> int:
    """Return the year of the first report that tells of the change after which something is asked for: of 改日播以后 that which has 日播; 0 where none is asked for.

    Where no report tells of it, no figure can be of the time after it: a year past all of them is returned.
    """
    if (asked := _AFTER.search(question.masked)) is None:
        return 0
    told = {each.year for each in all_sentences(source, question) if asked["what"] in each.said}
    return min(told, default=max(question.known.years, default=0) + 1)


def _gone_to(question: Question) -> list[str]:
    """Return the places to which somebody went, in whose words a figure must be told: 湖北 of 去湖北的那几位记者."""
    went = (tagged(name)[0] for name in _WENT_TO.findall(question.masked))
    return [name for name, tag in went if tag == "ns"]


_AFTER = re.compile(r"(?:改|变|转)(?:成|为|做)?(?P<what>[\u4e00-\u9fff]{2,4}?)(?:之后|以后|后)")
_WENT_TO = re.compile(r"(?:去|赴|到)([\u4e00-\u9fff]{2,4})的")


def _another_measure(head: Term, told: Told) -> bool:
    """Tell whether a measure is asked for, and the figure's clause tells it of another one alone: 用户 are no 粉丝, 经营收入 is more than 广告收入."""
    measures, near = measure_words(), told.before + told.clause
    if (part := _PART.fullmatch(head.word or "")) and part[1] not in told.until:
        return True
    if head.word not in measures:
        return False
    own = {head.word, *measures[head.word]}
    if cover(head.word, near, measures) >= LEAST:
        # 照章纳税，全年营业收入1.26亿元: the money is not what the clause before speaks of.
        return (
            told.quantity.unit == "元"
            and cover(head.word, told.clause, measures) < LEAST
            and _MONEY.search(told.left) is not None
        )
    return any(word in told.left for word in measures if len(word) > 1 and word not in own)


def _of_several(text: str, told: Told, named: Sequence[str]) -> bool:
    """Tell whether a figure is of what is named together with others in marks: 40人组成“云视频”“深瞳”“数读”三支小队."""
    near = text[max(told.sentence.start, told.quantity.start - _LISTED) : told.quantity.end + _LISTED]
    return "分别" not in near and any(
        re.search(rf"[”》]、?[“《]{re.escape(name)}[”》]|[“《]{re.escape(name)}[”》]、?[“《]", near)
        for name in named
    )


_STAFF = re.compile(PEOPLE)
_WORKERS = frozenset({"编辑", "记者", "主播", "主持人"})
_LISTED = 24
"""Characters beside a figure within which what it is of is listed."""


def _counted_thing(question: Question, head: Term) -> Term | None:
    """Return the term that is asked for by how many there are (几期视频, 几个频道), where the reports have such: a figure must be told of it."""
    if head.word is not None and _PEOPLE.fullmatch(head.word):
        return head  # 在职党员有多少名: what people are is told of few.
    if head.word is None or head.act or head.unsaid:
        return None
    asked = re.search(rf"(?:多少|几)[个条篇件期场部集档]{re.escape(head.word)}[？?]?$", question.masked)
    return head if asked else None


def _of_another_outlet(question: Question, terms: Sequence[Term]) -> bool:
    """Tell whether a question names an outlet of which no report speaks: 早报, 平湖发布."""
    return any(
        term.unsaid
        and (
            _OUTLET.search(term.word or "")
            or (not term.act and unheard_of(term) and _PAPER.search(term.word or ""))
        )
        for term in terms
    ) or any(
        match[1] not in question.known.said and tagged(match[1])[0][1] in ("ns", "nt")
        for match in _PLACED.finditer(question.masked)
    )


_PAYING = frozenset({"花", "花费", "投资", "投入", "成本", "造价", "费用", "经费", "钱"})
_INCOME_OF_ALL = re.compile(
    r"(?:(?:20\d\d年)?[\u4e00-\u9fff]{0,2}全年|全[台社]|集团|中心)?(?:共|累计|实现|完成)*(?:总?(?:经营|营业)(?:性)?(?:总)?收入|总?营收|总收入|总?创收)"
)
_ANY_UNIT = re.compile(r"(?:多少|几)个[？?]?$")
_MONEY = re.compile("收入|营收|利润|产值|销售额|成交额|投资|支出")
_PART = re.compile(r"(广告|发行)(?:收入|营收)")
_PEOPLE = re.compile(r"(?:党|团)员|博士|硕士|研究生|退役军人")
_OUTLET = re.compile(r"(?:频道|频率|客户端|网站|(?:[早晚日晨商快周月]|都市)[报刊])$")
_PAPER = re.compile(r"[报刊网]$")
_PLACED = re.compile(r"([\u4e00-\u9fff]{2})(?:发布|融媒|日报|晚报|新闻网|电视台|广播)")
_OF_ONE = re.compile(r"话题|单[条篇部期]|专题|系列")


def _of_one_account(question: Question, told: Told) -> bool:
    """Tell whether a figure is of one account, where the followers or users of no one account are asked for."""
    bare = not question.mentions and len(question.words) == 1 and question.words[0] in measure_words()
    one = _OF_ONE.search(told.clause) if bare else None
    if one is not None and one[0] not in question.masked:
        return True  # 中心的阅读量: that of one piece is not all of it.
    if not asks_followers(question) or outlets_in(question.text):
        return False
    return bool(outlets_in(told.clause) & ACCOUNTS) and not OF_ALL.search(told.clause)


def features_of(
    source: Source, question: Question, terms: Sequence[Term], told: Sequence[Told]
) -> list[list[float]]:
    """Return for each figure what `CHOOSING` names."""
    every = all_sentences(source, question)
    weights, asked = telling(terms, every), _ASKED.sub("", question.masked)
    texts = [(each.left + each.right, each.clause, each.before + each.clause) for each in told]
    near = nearness(source.encoder, asked, texts)
    alike = shared(asked, [(each.left + each.right, each.clause, each.until) for each in told], every)
    units = [_unit(question, each) for each in told]
    exact = Counter(each.sentence.year for each, unit in zip(told, units, strict=True) if unit == 1.0)
    return [
        [
            *held(terms, weights, _places(each)),
            terms[-1].worth(each.clause),
            cosine,
            unit,
            float(unit == 1.0 and exact[each.sentence.year] == 1),
            *characters,
        ]
        for each, cosine, unit, characters in zip(told, near, units, alike, strict=True)
    ]


def _unsaid(source: Source, question: Question, terms: Sequence[Term]) -> float:
    """Return the share of the question's weight of which no sentence of any report tells."""
    every = all_sentences(source, question)
    weights = telling(terms, every)
    told = [any(term.worth(each.said) >= LEAST for each in every) for term in terms]
    return float(sum(weight for weight, known in zip(weights, told, strict=True) if not known))


def _places(told: Told) -> Places:
    return ((told.left, told.right), (told.clause, told.before), (told.until,), (told.led,))


def _unit(question: Question, told: Told) -> float:
    # 没选上的有几个: 个 stands for whatever it is that is counted.
    any_unit = question.asked_unit == "个" and _ANY_UNIT.search(question.masked) is not None
    if told.quantity.unit is not None and told.quantity.unit == question.asked_unit and not any_unit:
        return 1.0
    return 0.5 if question.units and told.quantity.unit in question.units else 0.0
