"""Which figures a question means: every word of it must be accounted for by the figure's own words.

A figure is near what it counts: its name, and the part of its clause in which it stands, name the measure. The rest of
its sentence may give the modifiers. A figure of another subject, unit or kind (a share, an increase) is none of these.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.units import unit_family
from search.questions.measures.asked_words import counted_at, words_at
from search.questions.measures.otherwise import ABROAD, CARRIER, SO_FAR, carrier, counts_otherwise
from search.questions.measures.preferring import (
    USUAL,
    counts_a_thing,
    preference,
    same_rate,
    wholeness,
)
from search.questions.measures.quantities import (
    ALL_YEARS,
    CHANGE,
    is_change,
    is_start,
    of_another_span,
    of_audience,
    of_one,
    told_per,
    told_year,
)
from search.questions.measures.subjects import (
    of_account,
    quoted_words,
    subject_fits,
    subjects_of,
    told_together,
)
from search.questions.naming.catalog import Figure
from search.questions.reading.reading import Question
from search.questions.wording.intents import Intent
from search.questions.wording.words import (
    SYNONYM,
    act_words,
    cover,
    key,
    led_to,
    measure_units,
    measure_words,
    topic_words,
)

LEAST_WORD = 0.5
"""What a figure's words must cover of every word of the question."""
LEAST_MEAN = 0.7
"""What they must cover of all words together, each weighing its characters."""
LEAST_NEAR = 0.75
"""What must be covered of at least one word at the figure itself."""
CLAUSE, SENTENCE = 0.85, 0.75
"""What a word is worth that stands in the figure's clause, or only before it in its sentence."""
LED = 0.8
"""What a word is worth at a figure in the unit asked for that stands in the clause before it."""
HEAD_ELSEWHERE = 0.8
"""What remains of that for the word that names the measure."""
DONE = 0.2
"""So near to the best a figure is meant of which the question's verb is said: 解决了多少问题 is not answered by 曝光问题126个."""
CLOSE = 0.02
"""Figures of one year this near to the best are told apart by their place."""
CLOSE_SUBJECTS = 0.06
"""So near are the best of several subjects, where years are compared: one of them has the other years too."""

_PROMISED = re.compile(r"打算|计划|承诺|目标|力争|争取|准备|拟")
_ASKS_CHANGE = re.compile(r"净增|新增|涨粉|增加|增长|增幅|下降|减少|涨了|增了|降了|同比")
_SHARE = re.compile(r"(?<!增长)(?<!下降)率|占比|比例|比重|份额|满意度|覆盖")
_FOLLOWERS = frozenset({"粉丝", *measure_words()["粉丝"]})
_USERS = frozenset({"用户", "用户数", "用户总数", "总用户", "用户数量"})
_AT_THE_END = re.compile(r"^(?:年末|年底|期末|现有|当前)")
"""What followers are called too, of an account; of an app they are others."""
_LEFT_OUT = frozenset("人 名 位 户 次 人次 个 元 份 %".split())
"""Units that reports leave out: 粉丝21万."""


@dataclass(frozen=True)
class Match:
    """A figure that a question may mean, and how well it fits (0 to 1)."""

    figure: Figure
    score: float


def matches(
    question: Question, years: Sequence[int], *, levels: bool = False, changes: bool = False
) -> dict[int, list[Match]]:
    """Return by year the figures that fit best: one, or one of each subject where the question leaves it open.

    `levels`: only what there is, not by how much it changed, however the question speaks of change; `changes`: only the latter.
    """
    subjects = subjects_of(question)
    asks_change = changes or (not levels and _ASKS_CHANGE.search(question.masked) is not None)
    promised = _PROMISED.search(question.masked) is not None
    quoted = quoted_words(question)
    possible = [
        figure
        for figure in known_back(question.known.figures, years)
        if figure.year in years
        and figure.promised == promised
        and _kind_fits(figure, question, asks_change, levels)
        and not counts_otherwise(figure, question)
        and not of_another_span(question.text, figure.near)
        and told_per(question.text, figure.near)
        # 一位主播单场卖出5.2万元: of years that are compared it tells none.
        and not (levels and of_one(question, figure.clause))
        and not of_audience(question, figure.near)
        and (not quoted or _has(figure, quoted))
    ]
    by_year: dict[int, list[Match]] = defaultdict(list)
    for figure in possible:
        if subject_fits(figure, question, subjects) and (score := _score(figure, question)) is not None:
            by_year[figure.year].append(Match(figure, score))
    for year, found in by_year.items():
        # What a year's own report tells goes before what a later one tells of that year.
        by_year[year] = _done(
            question, [match for match in found if match.figure.evidence.year == year] or found
        )
    unit = _usual_unit(by_year)
    return {
        year: _best(_favour(found, unit), CLOSE_SUBJECTS if levels else CLOSE, question.words)
        for year, found in sorted(by_year.items())
    }


def _has(figure: Figure, quoted: Sequence[str]) -> bool:
    said = f"{figure.around}{key(figure.evidence.quote)}{key(figure.subject_name or '')}"
    return all(word in said and not told_together(figure.evidence.quote, word) for word in quoted)


def fitting(question: Question, years: Sequence[int]) -> list[Match]:
    """Return all figures of some years that the words of a question fit, whatever they are of."""
    return [
        Match(figure, score)
        for figure in question.known.figures
        if figure.year in years
        and not figure.promised
        and not is_start(figure)
        and _kind_fits(figure, question, asks_change=False, levels=False)
        and not counts_otherwise(figure, question)
        and (score := _score(figure, question)) is not None
    ]


def known_back(figures: Iterable[Figure], years: Sequence[int]) -> Iterator[Figure]:
    """Yield figures as they are, those from which another came (由8.4万增至13.5万) as of the year before, if asked."""
    for figure in figures:
        if not is_start(figure):
            yield figure
        elif (year := told_year(figure)) is not None and year in years:
            yield replace(figure, year=year)


def _done(question: Question, found: list[Match]) -> list[Match]:
    """Keep the figures of which the question's verb is said, where there are such."""
    if ALL_YEARS.search(question.text) and question.intent is not Intent.SUM:
        found = [match for match in found if SO_FAR.search(match.figure.near)] or found
    if of_all := [match for match in found if wholeness(match.figure, question) > 0]:
        # 新设两个，总数到了11个: who asks how many there are in all means the second.
        best = max(match.score for match in found)
        found = [match for match in of_all if match.score >= best - DONE] or found
    said = [match for match in found if does(question, match.figure)]
    best = max((match.score for match in found), default=0.0)
    return [match for match in said if match.score >= best - DONE] or found


def does(question: Question, figure: Figure) -> bool:
    """Tell whether the question's verb is said at a figure: 解决44个."""
    return any(cover(verb, figure.near, act_words()) >= SYNONYM for verb in question.done)


def _usual_unit(by_year: dict[int, list[Match]]) -> str | None:
    """Return the unit that figures of several years share, None where no one unit is ahead of the others."""
    years = Counter(
        unit
        for found in by_year.values()
        for unit in {unit_family(match.figure.unit) for match in found}
        if unit is not None
    )
    (first, most), (_, second), *_ = [*years.most_common(2), (None, 0), (None, 0)]
    return first if most > max(1, second) else None


def _favour(found: list[Match], unit: str | None) -> list[Match]:
    """Let the figures in the unit of the other years come first among nearly equal ones: 培训36期, not 培训9场."""
    best = max((match.score for match in found), default=0.0)
    return [
        Match(
            match.figure,
            match.score
            + (
                USUAL
                if unit is not None and unit_family(match.figure.unit) == unit and match.score >= best - USUAL
                else 0.0
            ),
        )
        for match in found
    ]


def _kind_fits(figure: Figure, question: Question, asks_change: bool, levels: bool) -> bool:
    # 收入增长了百分之多少 asks for no share; it is worked out of two incomes.
    rate = _SHARE.search(question.masked) is not None if levels else question.rate
    rate = rate or (figure.unit == "%" and figure.called in question.words)
    # A rate need not be in percent: 停播率0.8秒/百小时.
    shared = figure.unit == "%" or any(
        word.endswith("率") and figure.called.endswith(word) for word in question.words
    )
    if shared != rate and not (figure.unit == "%" and asks_change):
        return False
    units = question.level_units if levels and question.units == frozenset("%") else question.units
    people = units is not None and figure.unit == "人次" and "人" in units
    if (
        units is not None
        and people
        and ("人数" in figure.near or figure.before.endswith(question.words[-1:]))
    ):
        units |= {"人次"}  # 捐款人数达8.6万人次, 专家140人次: what is said beside them are people.
    written = {figure.unit, "条次" if "次" in figure.text else figure.unit}  # 2480条（次）
    if units is not None and figure.unit is not None and units.isdisjoint(written):
        return False
    if units is not None and figure.unit is None and not units & _LEFT_OUT:
        return False  # 21万中小学生 are no lessons.
    if asks_change:
        return is_change(figure) or CHANGE.search(figure.evidence.quote) is not None
    return not is_change(figure)


def _score(figure: Figure, question: Question) -> float | None:
    name, near = figure.called, figure.near
    subject = key(figure.subject_name or "")
    measured_before = bool(subject_name := key(figure.subject_name or "")) and subject_name.endswith(name)
    # 解决119个, 协调解决5904条: the verb stands right before its figure.
    told = key(figure.text)
    elliptic = any(
        near == f"{verb}{told}" or (verb not in question.words and near.endswith(f"{verb}{told}"))
        for verb in question.done
    )
    # 新设两个，总数到了11个: of the same that stands before.
    elliptic = elliptic or _TOTAL_ALONE.fullmatch(near.removesuffix(told)) is not None
    if not question.words:
        # 沧水去年出了几期: name and unit are all that is asked by.
        of_house = figure.subject_name is not None or bool(subjects_of(question) & question.known.house)
        fits = question.units is not None and figure.unit is not None and of_house
        # 办成了多少件事 is not answered with 热线8100个.
        # 解决了几件事: the deed told, the unit may be another (解决问题83个).
        deed = figure.unit in (question.units or ()) and any(
            cover(verb, figure.clause, act_words()) >= SYNONYM for verb in question.done
        )
        fits = fits and (deed or figure.unit == (question.asked_unit or figure.unit))
        named = fits and question.named("platform", "column", "work", "referent")
        return 1.0 + wholeness(figure, question) if named else None
    words = words_at(question, figure)
    head = words[-1]
    worth, weight, nearest = 0.0, 0, 0.0
    if len(head) == 1:
        # 课 is not told by the name 空中课堂 that the question has said itself.
        for said in sorted((m.name for m in question.mentions), key=len, reverse=True):
            near = near.replace(said, "■")
        near = near.replace(subject, "■") if subject else near
    for asked in words:
        others = {carrier(name) for name in CARRIER.findall(figure.clause) if name not in ABROAD}
        if CARRIER.fullmatch(asked) and asked not in ABROAD and others and carrier(asked) not in others:
            return None  # 在央视播出79条；省台用稿702条: the second is of another.
        word = counted_at(asked, figure)
        here = max(cover(word, name, measure_words()), 0.97 * cover(word, near, measure_words()))
        if figure.unit is not None and figure.unit in {
            *(question.units or ()),
            *(question.level_units or ()),
        }:
            # 培训18期，参训620人次: the unit asked for is told by the figure, the matter by the clause before.
            listed = f"{word}、" in figure.evidence.quote  # 老党员、红军后代64人 are more than the members.
            here = max(here, 0.0 if listed else LED * cover(word, figure.led_by, measure_words()))
        if same_rate(word, name):
            here = max(here, SYNONYM)
        if led_to(word, near, f"{subject}{figure.around}{figure.clause}"):
            here = max(here, LED)
        if elliptic:
            # 曝光问题126个，逐一复查，解决119个: what the verb is said of stands before.
            here = max(here, LED * cover(word, figure.around, measure_words()))
        if measured_before:
            # 各终端用户数如下：客户端68万，抖音号142万: the measure is told once, before the list of what has it.
            here = max(here, LED * cover(word, figure.around, measure_words()))
            if word in _FOLLOWERS and any(users in figure.around for users in _USERS):
                here = max(here, SYNONYM if of_account(figure, question) else 0.0)
        if word in _FOLLOWERS and _AT_THE_END.sub("", name) in _USERS and of_account(figure, question):
            here = SYNONYM
        # 粉丝 are not told by 账号, which only belong to the same topic.
        topics = measure_words() if word in measure_units() else topic_words()
        wide = max(
            cover(word, subject, topics),
            CLAUSE * cover(word, figure.clause, topics),
            SENTENCE * max(cover(word, figure.until, topics), cover(word, figure.until, measure_words())),
        )
        if asked == head and here < LEAST_WORD and word in measure_units() and counts_a_thing(figure):
            return None  # 微博粉丝112万；微信矩阵共32个账号: what is counted is told at the figure, and is another thing.
        # The measure itself is named at the figure; what narrows it may stand before.
        covered = max(here, HEAD_ELSEWHERE * wide) if asked == head else max(here, wide)
        if covered < LEAST_WORD:
            return None
        nearest = max(nearest, here)
        worth += covered * len(word)
        weight += len(word)
    if nearest < LEAST_NEAR or worth / weight < LEAST_MEAN:
        return None
    return worth / weight + preference(figure, question)


_TOTAL_ALONE = re.compile(
    r"(?:使得?|其|现|目前)?总[数量](?:已经?|也|由此)?(?:到了?|达到?了?|为|有|增至|增加到|增长到|升至|扩大到)?"
)


def _best(found: Iterable[Match], close: float, words: tuple[str, ...]) -> list[Match]:
    """Keep the best, and where it is one of several subjects, the best of each; the first in the text of equals."""
    ranked = sorted(found, key=lambda match: (-match.score, match.figure.evidence.start))
    if ranked[0].figure.subject_name is None:
        close = CLOSE  # The house's own figure is what is asked for where nothing else is named.
    by_subject: dict[str, list[Match]] = defaultdict(list)
    for match in ranked:
        same = by_subject[match.figure.subject]
        if match.score >= (same[0].score - CLOSE if same else ranked[0].score - close):
            same.append(match)
    return [_latest_state(each, words) for each in by_subject.values() if each]


def _latest_state(found: list[Match], words: tuple[str, ...]) -> Match:
    """Of the columns of a table row take the last, of one clause what follows a word asked for (追回欠薪9200万元), else the first."""
    first = min(found, key=lambda match: match.figure.evidence.start)
    same = [m for m in found if m.figure.evidence.quote == first.figure.evidence.quote]
    quote = first.figure.evidence.quote
    if len(same) > 1 and "\t" in quote:
        return max(same, key=lambda m: quote.rfind(m.figure.text))
    return max(same, key=lambda m: (bool(words) and m.figure.before.endswith(words), m.score))
