"""The figure of a sentence that a question most likely means, where no fact is told in its words.

Every figure that its own words do not rule out is weighed: how much of the question stands at it, in its clause, sentence and paragraph,
how near its clause lies to the question in the encoder's space, what characters it shares, and whether it is in the unit that is asked for.
The best is given where it is likely by itself and by how far any other stays behind it: 稿费付了多少钱 is told by 支付稿酬290万元, though no
word of it stands there.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from search.questions.likely.text_figures import (
    LEAST,
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
from search.questions.wording.words import cover, measure_words, topic_words
from search.tokens import tagged

WEIGHTS = (0.98, 1.12, 0.91, 0.48, 1.0, 2.09, 0.45, 0.81, 1.04, 1.16, 1.99)
"""What counts, among the figures of a year, of the question's weight at the figure, up to its clauses, its sentence and its paragraph, of the head, of
nearness, of the unit, that no other is in the very unit asked for, and of the characters shared at the figure, in its clause and up to it.

By a choice model (softmax) over the figures of a year, on 645 questions for one value of the tuning part and of the tests.
"""
SURE = (-1.21, -0.69, 6.59, 0.63, 0.8, 2.33, 1.84, 1.04, 1.48, -2.52, 2.04, 5.81, 0.47, -0.63)
"""What of the same, of the share of the question of which no report tells, of how far any other figure stays behind, and of how much better one of
a year that is not asked for fits, tells that the best one is what is asked for.

By logistic regression over the best figures as weights fitted on other media choose them, with 439 unanswerable questions. Of ten tenths of the media, each
left out of both fits, 110 of the 128 figures that no fact tells in the question's words were found so, 4 were wrong; of the 439 unanswerable questions 7 were answered.
"""
SURE_BIAS = -7.46
LIKELY = 0.45
"""How likely a figure must be that is given."""
LIKELY_TOO = 0.35
"""How likely it must be where other years have the figure, and in what unit is known."""
_SENTENCE, _PARAGRAPH, _NEARNESS = 2, 3, 5
"""Which of the features are the question's weight up to the figure's clause in its sentence, in its paragraph, and nearness."""
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
    found = {
        year: _of_deed(question, best, each)
        for year, (best, each) in bests(source, question, years, units, such).items()
    }
    return {year: best for year, best in found.items() if best.chance >= least}


def bests(
    source: Source,
    question: Question,
    years: Collection[int],
    units: Collection[str] | None,
    such: Callable[[Told], bool] | None = None,
) -> dict[int, tuple[Likely, list[tuple[Told, list[float]]]]]:
    """Return by year the figure that fits best and how likely it is meant, with all the figures that may be, each with what `WEIGHTS` weigh."""
    terms = terms_of(question, source.encoder)
    if not terms or _of_another_outlet(question, terms) or _told_nowhere(source, question, terms):
        return {}
    if units is not None and len(counted := counted_noun(question) or "") == 1:
        units = {*units, counted}  # 途经7省 tells 几个省.
    within = question.years.within(question.known.years)
    every = _weighed(source, question, terms, question.known.years if question.years.named else years, units)
    every = [(told, features) for told, features in every if such is None or such(told)]
    others = [fit(WEIGHTS, 0.0, features) for told, features in every if told.sentence.year not in within]
    unsaid = _unsaid(source, question, terms)
    by_year: defaultdict[int, list[tuple[Told, list[float]]]] = defaultdict(list)
    for told, features in every:
        if told.sentence.year in years:
            by_year[told.sentence.year].append((told, features))
    return {year: (_best_of(each, max(others, default=None), unsaid), each) for year, each in by_year.items()}


def _told_nowhere(source: Source, question: Question, terms: Sequence[Term]) -> bool:
    """Tell whether all that is asked for are words of the tables that no sentence has, nor any that stands for them: 假新闻."""
    things = [term for term in terms if not term.act]
    return bool(things) and all(
        term.word is not None
        and (term.word in topic_words() or term.word in measure_words())
        and not any(term.worth(each.said) >= NEAR for each in all_sentences(source, question))
        for term in things
    )


def _weighed(
    source: Source,
    question: Question,
    terms: Sequence[Term],
    years: Collection[int],
    units: Collection[str] | None,
) -> list[tuple[Told, list[float]]]:
    """Return the figures of some years that nothing rules out, each with what `WEIGHTS` weigh of it."""
    told = list(_told(source, question, terms, years, units))
    return [
        (each, features)
        for each, features in zip(told, features_of(source, question, terms, told), strict=True)
        # 带薪休假多少天: the unit alone says nothing.
        if features[_PARAGRAPH] > 0 or features[_NEARNESS] >= _NEAR
    ]


def _best_of(found: Sequence[tuple[Told, list[float]]], elsewhere: float | None, unsaid: float) -> Likely:
    """Return the figure of a year that fits best, and how likely it is meant.

    `elsewhere` is how well the best of the years that are not asked for fits, None where there is none: what another year tells better is
    told of that year alone. `unsaid` is the share of the question of which no report tells.
    """
    fits = [fit(WEIGHTS, 0.0, features) for _, features in found]
    at = max(range(len(found)), key=fits.__getitem__)
    best, features = found[at]
    others = [
        each
        for (told, _), each in zip(found, fits, strict=True)
        if told.quantity.value != best.quantity.value
    ]
    apart = min(FARTHEST, fits[at] - max(others)) if others else FARTHEST
    better = min(FARTHEST, max(0.0, elsewhere - fits[at])) if elsewhere is not None else 0.0
    decided = chance(SURE, SURE_BIAS, [*features, unsaid, apart, better])
    return Likely(best, decided, features[_SENTENCE] >= ALL_TOLD, fits[at])


def _of_deed(question: Question, best: Likely, found: Sequence[tuple[Told, list[float]]]) -> Likely:
    """Return rather the figure of the same sentence and unit right before which what was done stands: 收到求助6237条，协调解决5904条."""
    verbs = tuple(question.done.difference(question.words))
    if not verbs or best.told.left.endswith(verbs):
        return best
    rather = (
        told
        for told, _ in found
        if told.sentence is best.told.sentence
        and told.quantity.unit == best.told.quantity.unit
        and told.left.endswith(verbs)
    )
    return replace(best, told=next(rather, best.told))


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
            if _of_one_account(question, told):
                continue
            yield told


def _another_measure(head: Term, told: Told) -> bool:
    """Tell whether a measure is asked for, and the figure's clause tells it of another one alone: 用户 are no 粉丝, 经营收入 is more than 广告收入."""
    measures, near = measure_words(), told.before + told.clause
    if (part := _PART.fullmatch(head.word or "")) and part[1] not in told.until:
        return True
    if head.word not in measures:
        return False
    if cover(head.word, near, measures) >= LEAST:
        return False
    own = {head.word, *measures[head.word]}
    return any(word in told.left for word in measures if len(word) > 1 and word not in own)


def _of_several(text: str, told: Told, named: Sequence[str]) -> bool:
    """Tell whether a figure is of what is named together with others in marks: 40人组成“云视频”“深瞳”“数读”三支小队."""
    near = text[max(told.sentence.start, told.quantity.start - _LISTED) : told.quantity.end + _LISTED]
    return "分别" not in near and any(
        re.search(rf"[”》]、?[“《]{re.escape(name)}[”》]|[“《]{re.escape(name)}[”》]、?[“《]", near)
        for name in named
    )


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
    """Return for each figure what `WEIGHTS` weigh."""
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
    if told.quantity.unit is not None and told.quantity.unit == question.asked_unit:
        return 1.0
    return 0.5 if question.units and told.quantity.unit in question.units else 0.0
