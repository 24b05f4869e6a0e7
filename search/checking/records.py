"""Claims about figures that the earlier reports contradict: a mark passed for the first time, a record, growth in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from search.answers import Finding, Severity
from search.checking.around import CLAUSE, around
from search.checking.called import core
from search.checking.case import Case
from search.checking.counterparts import Aligned, counterpart, speaks_of
from search.checking.figures import Figure
from search.checking.meant import meant
from search.checking.spell import LAST
from search.checking.trends import PASSED

RECORD = re.compile(
    r"(?:再|又|均|双双)?(?:创(?:下|出|造)?|攀上?|刷新|冲上|登上)(?:了)?(?:历史|历年)?新高|(?:刷新|打破|创下?)了?(?:历史|历年|历届|自身|同期)(?:最[高多好佳])?[纪记]录|"
    r"(?:历史|历年|历届|历次|历季|有史以来|(?:建台|创刊|成立|建社|建网|开播|开办|开通|创办|举办|上线)以来)的?(?:同期)?(?:之?最(?![少低小短差])(?:[高多好大快强])?|之冠|新高|峰值)|最[多高]的一[年届次]"
)
_HOW = "大幅|明显|显著|稳步|持续|快速|逐年|连年|较快|大大|进一步|稳定|平稳"
_YEARLY = re.compile("逐年|连年")
_WELL = "明显|显著|较快|较大|迅速|喜人|强劲"
_THAN = rf"(?:比|较|同)(?:{LAST})(?:同期)?(?:有所|略有|稍有|均?有|又有|再)?"
GREW = re.compile(
    rf"(?:{_HOW})(?:增长|增加|上升|提升|提高|扩大|攀升|走高|递增|增多|增大)|(?:增长|增加|上升|提升|提高)(?:{_WELL})|{_THAN}(?:增长|增加|上升|提升|提高)(?![\d约近了超逾])|"
    rf"稳中有[进升增]|再上新?台阶|更上一层楼|不降反[升增]|节节攀升|翻了?[一两]番|翻番|止跌回升|触底反弹|逆势(?:上扬|增长|上升)|(?:高于|多于|好于)(?:{LAST})(?:同期|水平)?(?=[，。；])"
)
FELL = re.compile(
    rf"(?:{_HOW})(?:下降|减少|降低|压减|缩减|递减)|(?:下降|减少|降低)(?:{_WELL})|{_THAN}(?:下降|减少|降低)(?![\d约近了超逾])|(?:低于|少于)(?:{LAST})(?:同期|水平)?(?=[，。；])"
)
LEVEL = re.compile(r"(?:与|和|同)(?:上年|去年|上一年|上年度)(?:基本)?(?:持平|相当|相同)|(?:同比)?基本持平")
_ITS = re.compile(
    r"[^，,]{0,14}(?:[，,、（(](?:为|是|属|系|堪称|均|都|总数|总量|数量|次数|人数|规模|场次|期数|再|又|双双|总体|整体|持续|继续|全年|连续|较上年|比上年|同比|与上年相比)*)?"
)
"""Between a figure and a claim that is about it; 1164个，网上提问明显增多 is about something else."""
_REACHES = re.compile(
    "(?:已|共|全年|累计|实现|完成|总数|总量|达到?|升至|增至|降至|增加到|增长到|减少到|为|至|约|近|超过?|突破|逾)*"
)
"""Between a claim in the clause before and its figure: 期发行量止跌回升，达到6.2万份."""
NEAR, BEHIND = 24, 16
"""Characters before a figure, and behind it, in which a claim about it is looked for."""
STEADY = 0.05
"""The share by which a figure that is called level may have changed."""
SURE = 0.7
"""From this fit on a figure of an earlier report is held against growth told in words."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each claim about a figure that an earlier report contradicts.

    Made for: 参训人次首次突破1000人次; 发行量15.9万份，首次跌破20万份; 64件，再创新高; 发稿量稳步增长 beside a lower figure than the year before's.
    """
    if not case.earlier:
        return
    told_at: set[int] = set()
    for told in case.figures:
        if told.role not in ("level", "part", "total"):
            continue
        if re.search(f"(?:{PASSED.pattern})$", told.before):
            # 首次突破1000人次 is for `trends`.
            continue
        after = re.split(r"[。；;\n]", told.after)[0]
        # 期发行量止跌回升，达到6.2万份: the claim may stand in the clause before.
        before = "，".join(re.split(r"[，,]", re.split(r"[；;。]", told.before)[-1])[-2:])[-NEAR:]
        for pattern in (RECORD, GREW, FELL, LEVEL):
            behind = pattern.search(after)
            if behind and (behind.end() > BEHIND or re.search(r"\d", after[: behind.start()])):
                # 专栏19个，播发稿件2710条，比上年增长5%: another figure's.
                behind = None
            if behind and not _ITS.fullmatch(after[: behind.start()]):
                behind = None
            ahead = pattern.search(before)
            if (
                ahead
                and not _REACHES.fullmatch(re.split("[，,]", before[ahead.end() :])[-1])
                and re.search("[，,]", before[ahead.end() :])
            ):
                ahead = None
            claim = ahead or behind
            if claim:
                reach = told.end + (claim.end() if claim is behind else 0)
                told_at.update(range(told.start - len(before), reach))
                yield from _claimed(case, told, claim[0], pattern, (told.start, reach))
                break
    for pattern in (RECORD, GREW, FELL):
        for match in pattern.finditer(case.draft.text):
            if match.start() not in told_at:
                yield from _apart(case, match, pattern)


def _history(case: Case, told: Figure) -> list[Aligned]:
    """Return what the earlier reports give for the same measure, by year."""
    found = (counterpart(case, told, year) for year in sorted(case.earlier_figures))
    return [pair for pair in found if pair is not None]


def _claimed(
    case: Case, told: Figure, claim: str, pattern: re.Pattern[str], span: tuple[int, int]
) -> Iterator[Finding]:
    """A record or growth told in words beside a figure."""
    history = _history(case, told)
    if pattern is RECORD:
        higher = [pair for pair in history if pair.before.value > told.value]
        if higher:
            highest = max(higher, key=lambda pair: pair.before.value)
            yield _contradicted(case, claim, told, highest, span)
        return
    last = case.last.report_year if case.last is not None else None
    if history and history[-1].before.evidence.year == last and history[-1].fit >= SURE:
        before = history[-1].before.value
        yearly = _YEARLY.match(claim) is not None
        wrong = {
            # 逐年增加: as many as the year before are no more.
            GREW: before > told.value or (yearly and before == told.value),
            FELL: before < told.value,
            LEVEL: abs(before - told.value) > STEADY * before,
        }[pattern]
        if wrong:
            yield _contradicted(case, claim, told, history[-1], span)
        elif yearly and (turn := _turn(history, pattern is GREW)) is not None:
            shown = "，".join(f"{pair.before.evidence.year}年{pair.before.text}" for pair in history)
            message = f"“{claim}”与历年数字不符：{shown}，{turn}年并非如此。请核对数字，或改掉这一说法。"
            evidence = [pair.before.evidence for pair in history]
            yield case.finding("unsupported-claim", Severity.WARNING, message, span, evidence)


def _turn(history: list[Aligned], rises: bool) -> int | None:
    """Return the year in which a measure that is told to rise (else to fall) year by year did not, None where it always did."""
    for one, other in pairwise(history):
        was, now = one.before.value, other.before.value
        if one.before.evidence.year + 1 == other.before.evidence.year and (now < was if rises else now > was):
            return other.before.evidence.year
    return None


def _apart(case: Case, match: re.Match[str], pattern: re.Pattern[str]) -> Iterator[Finding]:
    """A claim without a figure in its clause: 发稿量连年增长. The figure before it that it is about is meant, else the one that the draft gives elsewhere."""
    left, right = around(case.draft.text, *match.span(), CLAUSE)
    clause = case.draft.text[left:right]
    if len(clause) > 30 or re.search(r"\d", clause):
        return
    about = meant(case, match.span())
    told = (
        [about]
        if about is not None
        else [
            each
            for each in case.figures
            if each.role == "level" and each.metric.unit != "%" and speaks_of(clause, each)
        ]
    )
    if len({(each.metric.subject, core(each.metric.name)) for each in told}) == 1:
        yield from _claimed(case, told[0], match[0], pattern, match.span())


def _contradicted(case: Case, claim: str, told: Figure, pair: Aligned, span: tuple[int, int]) -> Finding:
    before = pair.before
    message = (
        f"“{claim}”与往年报告不符：{before.evidence.year}年度是{before.text}，这一年是{told.text}。"
        "请核对数字，或改掉这一说法。"
    )
    return case.finding("unsupported-claim", Severity.ERROR, message, span, [before.evidence])
