"""Figures of an earlier year that the draft recalls, held against all that the report of that year counts: 分站由上年的9个县区扩到10个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.numbers import Quantity, quantities
from ingest.numerals import chinese_number
from ingest.report import Commitment, Qualifier, Report
from search.answers import Finding, Severity
from search.checking import ranges, spell
from search.checking.around import CLAUSE, MARKED, SENTENCE, around
from search.checking.called import pairs
from search.checking.case import Case, quoted
from search.checking.counterparts import COUNTS, told_of
from search.checking.figures import family

_FROM = re.compile(r"(?:(?<!自)[由从](?![业事此]))(?P<when>[^，。；,;\d]{0,14})$")
_STEP = re.compile(
    r"^(?:左右|多)?[一-龥]{0,2}?(?:增|升|提|扩|降|减|缩|压|涨|跃|变|改|恢复|发展|壮大|充实)[一-龥]{0,3}?[到至为成]"
)
_OF = re.compile(
    rf"(?:{spell.LAST}|20\d\d年度?|[两三四五六七八九2-9]年前)(?:同期|末|底)?(?:的|是|为|只有|仅有?|共)?[^，。；,;）)\d增减升降涨跌多少提缩扩净新]{{0,8}}$"
)
_THIS_YEAR = re.compile(r"(?:[比较由从]|在)(?:今年|本年度?|(?P<year>20\d\d)年度?)的?[^，。；,;\d]{0,6}$")
"""A plan that starts from this year's figure: 每年36期，比今年的28期多8期."""
_OTHER_TIME = re.compile(
    "最初|当初|起初|初期|以往|往[年届]|前年|历年|改版前|升级前|疫情前|整改前|[开首]播|[首上]线|首[期届场]|第一|月|季|每期|高峰|低谷"
)
"""由改版前的300字, 由3月的20件: of another time than the year before."""
_NTH = re.compile("第(?P<number>[一二三四五六七八九十百\\d]{1,4})(?P<unit>[家个座所处间支])(?=[一-龥“《])")
_MARKS = re.compile("[^一-龥A-Za-z]")
_NO_MEASURE = frozenset({"年", "月", "日", "天", "岁", "倍", "个百分点", "周年", "时", "点"})
_DIFFERENCE = re.compile(
    "(?:增加|增长|增幅|新增|净增|减少|下降|下滑|回落|上升|提高|多|少|增|降|减|跌|涨|添|加|长|砍|裁|缩|掉|滑|落|省)(?:掉|出|去|下|了|约|近|超|达)*$"
)
_IDLE = re.compile(
    rf"{spell.LAST}|20\d\d年度?|远?[高低多少]于|远?超过?|不及|相比|比起|突破|每[天日周月季年期]|今年|本年|全年|年初|年末|年底|同期|[由从比较的了也已共均又再约近超]|"
    "增[加长至到为]|升[至到为]|提[高升][至到]?|扩[大容展至到为]+|降[低至到为]|减[少至到为]|恢复[到至]|累计"
)
"""What tells when and how a figure went, not what it counts."""
_COUNTED = re.compile("(?<=..)(?:人次|人数|次数|场次|数量|总量)$")
_WENT = re.compile("[又还多少增减升降扩翻跌涨恢]")
BEFORE, BEHIND = 60, 10
"""Characters before and behind a figure of a report that tell what it counts."""
JUST_TOLD = 40
"""Characters before a recalled figure in which this year's of the same thing may stand."""
FEW = 3
"""Pairs of characters below which a clause does not tell by itself what it counts."""
LEAST, LEAST_PLAIN, APART = 0.5, 0.6, 0.15
"""The share of the pairs of what the draft recalls that must stand beside the report's figure, the same for plain units, and by how much
less of them beside other figures."""
HEAD = 2
"""Characters before a recalled figure that name what it counts."""
PLAIN = frozenset({None, "%", "元", "人", "人次", "次", "条", "件", "篇"})
"""Units in which many things are counted: they tell nothing of what."""
DIGITS, WHOLE = 2, 100
"""Digits of a figure whose likeness to another is no chance, and all of a whole in percent."""
PEOPLE = frozenset({"人", "名", "位"})
SAME, FAR = 0.25, 0.4
"""The share of them from which on an equal figure bears the draft out, if not so much less than another has that is named alike."""


class _Wanted(NamedTuple):
    """What a figure counts, as pairs of characters: all of its clause, and those of the word right before it is told to have been."""

    pairs: frozenset[str]
    head: frozenset[str]


class _Place(NamedTuple):
    """Where a figure of a report stands, and how it is written."""

    start: int
    end: int
    text: str


class _Recalled(NamedTuple):
    """A figure of the draft and the year that it is of; `stepped` where this year's follows in its clause (由上年的97条增至)."""

    quantity: Quantity
    year: int
    stepped: bool = False


@dataclass(frozen=True)
class _Held:
    """A figure of a report, how much of what the draft counts stands beside it (0 to 1), and whether its sentence, and its very clause, name it."""

    quantity: Quantity
    share: float
    named: bool
    close: bool


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each recalled figure that the report of its year does not have, where it has one of the same thing.

    Made for what no fact holds or names alike: 发布品类由73类扩到78类 after 发布轮胎、滑油等63类航材行情; 网友满意率由去年的93%升到94% after 网友满意率升至91%;
    读者驿站由上年的8家增至10家 after 第六家晚报读者驿站9月挂牌.
    """
    reports = {report.report_year or 0: report for report in (*case.earlier, case.draft)}
    for told in _recalled(case):
        report = reports.get(told.year)
        if report is None:
            continue
        wanted = _wanted(case.draft.text, told.quantity)
        mine = report is case.draft
        own = around(report.text, told.quantity.start, told.quantity.end, SENTENCE) if mine else (0, 0)
        counted = [
            each
            for each in _counted(report, told.quantity, wanted)
            if not own[0] <= each.quantity.start < own[1]
        ]
        held = sorted(counted, key=lambda each: (-each.share, not each.close))
        best: Quantity | _Place | None = _contradicting(told.quantity, held)
        if best is None and not mine and not told.stepped:
            best = _as_beside(case, told)
        if best is None:
            continue
        message = (
            f"与稿中另一处不符：那里写的是{best.text}，这里写{told.quantity.text}。请核对后统一。"
            if mine
            else f"与{told.year}年度报告不符：那一年报告写的是{best.text}，这里写{told.quantity.text}。"
            f"请按{told.year}年度报告核对，若口径有变请注明。"
        )
        place = quoted(report, *around(report.text, best.start, best.end, CLAUSE))
        span = told.quantity.start, told.quantity.end
        evidence = [] if mine else [place]
        yield case.finding("number-conflict", Severity.WARNING, message, span, evidence)


def _as_beside(case: Case, told: _Recalled) -> _Place | None:
    """Return the figure of the year that a recalled one is of, where what it counts was told right before it, and it differs:
    “帮你问”受理事项538件，办结519件。上年受理520件.

    Of the subject that the figure before names, a report may have one figure of that unit alone.
    """
    text, quantity = case.draft.text, told.quantity
    own = _telling(text[around(text, quantity.start, quantity.end, CLAUSE)[0] : quantity.start])
    before = [
        f
        for f in case.figures
        if f.role in COUNTS and 0 < quantity.start - f.end <= JUST_TOLD and f.metric.unit == quantity.unit
    ]
    before = [f for f in before if own & pairs(f.evidence.quote)] if own else before
    if not before:
        return None
    held = told_of(case, before[-1], told.year)
    subject = before[-1].metric.subject
    if held is None and subject is not None:
        alone = [
            f
            for f in case.earlier_figures.get(told.year, ())
            if f.role == "level" and f.metric.unit == quantity.unit and f.metric.subject == subject
        ]
        held = alone[0] if len(alone) == 1 else None
    now = ranges.of(quantity.value, quantity.text, quantity.qualifier)
    if held is None or ranges.meet(now, ranges.of_figure(held)):
        return None
    return _Place(held.start, held.end, held.text)


def _recalled(case: Case) -> Iterator[_Recalled]:
    """Yield the figures that a text ties to an earlier year: 由97条增至, 上年的56场, 去年开在8个村, 更正7则降到3则."""
    text = case.draft.text
    for quantity in quantities(text, 0, len(text)):
        if quantity.unit in _NO_MEASURE or "+" in quantity.text:
            continue
        left = around(text, quantity.start, quantity.end, CLAUSE)[0]
        before, behind = text[left : quantity.start], text[quantity.end : quantity.end + 12]
        this = _THIS_YEAR.search(before)
        if this is not None and this["year"] in (None, str(case.year)):
            yield _Recalled(quantity, case.year)
            continue
        rises, of = _STEP.match(behind), _OF.search(before)
        whence = _FROM.search(before)
        if _DIFFERENCE.search(before) or not (
            of or (rises and (whence or re.search(r"[一-龥”》]$", before)))
        ):
            continue
        if _OTHER_TIME.search(whence["when"] if whence else before):
            continue
        year, stated = spell.year_told(before, case.year)
        # 2024年底在岗职工111人 in the report of 2024 recalls nothing.
        if year < case.year and (stated or whence or not of):
            yield _Recalled(quantity, year, rises is not None)


def _wanted(text: str, quantity: Quantity) -> _Wanted:
    """Return what tells of a figure: the words of its clause, where that says too little with the names before it, or the clause before."""
    left, right = around(text, quantity.start, quantity.end, CLAUSE)
    own = text[left : quantity.start]
    found = _telling(own) | _telling(_WENT.split(text[quantity.end : right])[0])
    head = _head(own)
    if len(found) < FEW:
        before = text[around(text, quantity.start, quantity.end, SENTENCE)[0] : left].rstrip("，,")
        # 全年产出短视频1402条，比上年的1286条又多出一截: the clause before names it.
        last = re.split(r"\d", re.split("[，,]", before)[-1])[0]
        names = [match[0] for match in MARKED.finditer(before)]
        found |= _telling(names[-1] if names else last)
        head = head or _head(last)
    return _Wanted(found, head)


def _head(clause: str) -> frozenset[str]:
    # 收看人次: of how the units stand behind their figures nothing is told.
    parts = [_COUNTED.sub("", _MARKS.sub("", part)) for part in _IDLE.split(clause)]
    heads = [part[-HEAD:] for part in parts if len(part) >= HEAD]
    return pairs(heads[-1]) if heads else frozenset()


def _telling(clause: str) -> frozenset[str]:
    return frozenset(pair for part in _IDLE.split(clause) if part for pair in pairs(part))


def _counted(report: Report, told: Quantity, wanted: _Wanted) -> Iterator[_Held]:
    """Yield the figures of a report, plans aside, that have the unit of the one told."""
    text = report.text
    meant = [fact.evidence for fact in report.facts if isinstance(fact, Commitment)]
    for quantity in (*quantities(text, 0, len(text)), *_ordinals(text)) if wanted.pairs else ():
        if not _alike(quantity.unit, told.unit):
            continue
        left = max(around(text, quantity.start, quantity.end, SENTENCE)[0], quantity.start - BEFORE)
        begin, right = around(text, quantity.start, quantity.end, CLAUSE)
        right = min(right, quantity.end + BEHIND)
        if _DIFFERENCE.search(text[left : quantity.start]) or any(
            place.start <= quantity.start < place.end for place in meant
        ):
            continue
        beside = pairs(text[left : quantity.start]) | pairs(text[quantity.end : right])
        own = pairs(text[begin : quantity.start]) | pairs(text[quantity.end : right])
        share = len(wanted.pairs & beside) / len(wanted.pairs)
        yield _Held(quantity, share, bool(wanted.head & beside), bool(wanted.head & own))


def _ordinals(text: str) -> Iterator[Quantity]:
    """Yield of how many the last of a row of places is told to be: 第六家驿站挂牌 makes six."""
    for match in _NTH.finditer(text):
        number = chinese_number(match["number"])
        if number is not None and number > 1:
            yield Quantity(
                *match.span(), *match.span("number"), number, match["unit"], Qualifier.EXACT, match[0]
            )


def _contradicting(told: Quantity, held: Sequence[_Held]) -> Quantity | None:
    """Return the figure that a recalled one must be held against, None where one bears it out or none is surely of the same thing."""
    same = [each for each in held if _same_unit(each.quantity.unit, told.unit)] or held
    # 非广告收入占比由46%: what is left of 广告占到54%.
    same = [each for each in same if told.unit != "%" or each.quantity.value + told.value != WHOLE]
    if not same or _borne_out(told, same[0], held):
        return None
    slips = [each for each in same if _slipped(told, each.quantity) and each.share >= SAME]
    # 由上年的6.41万件 of 6.14万件: two digits of three exchanged are no chance.
    turned = [each for each in slips if _exchanged(told, each.quantity)]
    if len(slips) == 1 and (slips[0].named or turned or told.unit not in PLAIN):
        return slips[0].quantity
    best, *rest = same
    rivals = [
        each
        for each in rest
        if each.share > best.share - APART
        and each.quantity.value != best.quantity.value
        and (each.close or not best.close)
    ]
    sure = best.named and best.share >= (LEAST_PLAIN if told.unit in PLAIN else LEAST)
    return best.quantity if sure and not rivals else None


def _borne_out(told: Quantity, best: _Held, held: Sequence[_Held]) -> bool:
    """Tell whether the report has the figure told, of what may be the same thing: not of another (办结率93%) beside the very thing (满意率91%)."""
    now = ranges.of(told.value, told.text, told.qualifier)
    telling = sum(map(str.isdigit, told.text)) >= DIGITS and told.unit != "%"
    for each in held:
        theirs = ranges.of(each.quantity.value, each.quantity.text, each.quantity.qualifier)
        other = best.named and not each.named and best.share - each.share > FAR
        if ranges.meet(now, theirs) and not other and (each.share >= SAME or telling):
            return True
    return False


def _alike(one: str | None, other: str | None) -> bool:
    return one == other or (None not in (one, other) and family(one) == family(other))


def _same_unit(one: str | None, other: str | None) -> bool:
    return one == other or {one, other} <= PEOPLE


def _exchanged(told: Quantity, held: Quantity) -> bool:
    """Tell whether two figures of three digits or more have them in another order."""
    ours, theirs = ([char for char in text if char.isdigit()] for text in (told.text, held.text))
    return len(ours) > DIGITS and sorted(ours) == sorted(theirs)


def _slipped(told: Quantity, held: Quantity) -> bool:
    """Tell whether one figure is another with one digit wrong, or two exchanged: 4.4万 for 3.4万, 671个 for 617个."""
    ours, theirs = told.text, held.text
    if len(ours) != len(theirs) or sum(char.isdigit() for char in ours) < DIGITS:
        return False
    apart = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    if not all(char.isdigit() for pair in apart for char in pair):
        return False
    return len(apart) == 1 or (len(apart) == 2 and apart[0] == apart[1][::-1])
