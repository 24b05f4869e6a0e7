"""Growth that does not fit its figures: against the figure it came from, and against the earlier report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.report import Evidence
from search.answers import Finding, Severity
from search.checking import ranges
from search.checking.around import MARKED
from search.checking.called import core
from search.checking.case import Case
from search.checking.counterparts import counterpart
from search.checking.figures import Figure, family
from search.checking.saying import figure, percent
from search.checking.spell import LAST

_UP = "增收|增产|增发|增播|多收|增长|增加|增量|净增|新增|上升|上涨|提高|提升|增幅|增速|涨幅|升幅|增|多[招办播出发刊开组接收送推演拍写采签卖销]?|扩大|涨"
_DOWN = (
    "减收|少收|下降|减少|降低|压减|缩短|下滑|降幅|减幅|跌幅|减|少[招办播出发刊开组接收送推演拍写采签卖销]?|降"
)
_LINK = re.compile(
    rf"^(?P<what>[一-龥]{{0,14}})[，,、（(\s]{{0,2}}(?P<base>同比|环比|(?:比|较|相比|与)(?:{LAST}|年初|(?P<year>20\d\d)年度?)(?:同期|末|底|相比)?|[^，,；;。]{{0,0}})"
    rf"(?:[一-龥]{{0,4}}?)(?P<verb>{_UP}|{_DOWN})(?:了|约|近|超|逾|达到?|幅度|为|超过|(?<=[幅速])(?:进一步|再|又)?(?:收窄|扩大|回落|放缓|加快|提高|提升|缩小|回升|达|升|降)?[到至])*$"
)
_GROWTH_BEHIND = re.compile(
    rf"^(?P<what>[一-龥]{{0,14}})[，,、（(\s]{{0,2}}(?P<base>同比|(?:比|较|相比|与)(?:{LAST}|(?P<year>20\d\d)年度?)(?:同期|相比)?)[，,]?(?:实现|保持|取得|获得|有)了?(?:约|近|超过?)?$"
)
"""5.9亿元，同比实现4.5%的增长: the word for it stands behind."""
_WAY_BEHIND = re.compile(r"^的?(?P<verb>增[长幅速]|升幅|涨幅|降幅|跌幅|下降|下滑)")
_MULTIPLE = re.compile(
    rf"^[一-龥]{{0,2}}[，,]\s?(?:(?:大约|约|近|已)?(?:是|为|相当于)(?:{LAST}|(?P<year>20\d\d)年)(?:同期)?)?的(?:近|约|超)?$"
)
_DOUBLED = re.compile(
    rf"^[一-龥]{{0,2}}[，,]\s?(?:(?:比|较)(?:(?P<year>20\d\d)年|{LAST})(?:同期)?|同比|实现了?)(?:翻了?一番(?P<more>多)?|翻番|(?:增长|增加)(?:了|近|约)*一倍)"
)
_DOUBLED_TO = re.compile(
    r"(?:(?:比|较)(?P<year>20\d\d)年[^，。；\d]{0,4})?(?:翻了?一番(?P<more>多)?|(?:实现)?翻番)[，,]?(?:增?[至到]|达到?|为|有)?(?:了|约|近|超)*$"
)
"""海外粉丝翻了一番，达到12.1万."""
_TWO_DIGITS = re.compile(
    r"^[一-龥]{0,2}[，,]\s?(?:[比较](?:上年|去年|上一年|上年度)(?:同期)?|同比|继续|实现了?|保持了?)*两位数的?(?:增长|增幅|增速)"
)
"""全年营收1530万元，实现两位数增长."""
TENTH = 1.095
_AND_MORE = re.compile("[还尚]?(?:多|强|有余|出头|以上|不止|有多)")
MORE = 0.49
"""By what share a multiple may lie above 两倍还多."""
_CITED = re.compile(
    r"^[一-龥]{0,2}[，,、（(\s]{0,2}(?:比|较|相比|是|为|相当于)[^，。；,;增多减少涨降]{0,12}$"
)
_REACHES_UP = re.compile(
    r"(?:增加|增|提升|提高|升|扩大|扩展|扩|上升|增长|攀升|跃升)(?:至|到|为)(?:了|约|近|超|逾|超过)*$"
)
_REACHES_DOWN = re.compile(
    r"(?:下降|降低|降|减少|减|压减|压缩|压|缩短|缩减|精简|下滑|回落)(?:至|到|为)(?:了|约|近|不足|不到)*$"
)
_RISE = re.compile(r"^[^，。；,;]{0,6}?(?:增|升|提高|提升|扩|涨|跃)")
_FALL = re.compile(r"^[^，。；,;]{0,6}?(?:降|减|缩|下滑)")
_THAN = rf"同比|环比|(?:比|较)(?:{LAST})(?:同期|末|底)?"
_RESPECTIVELY = re.compile(
    rf"^[一-龥]{{0,8}}[，,、（(]?(?P<base>{_THAN})?(?:均|各)?分别(?P<late>{_THAN})?(?P<verb>{_UP}|{_DOWN})(?:了|约|近|超|逾|达)*$"
)
_AND = re.compile("[、和及与]")
JUST_TOLD = 40
"""Characters before a growth in which the figure that grew may stand with its subject."""
FEW = 2
"""Characters that may stand between a figure and its growth in percent: 3.2亿元左右，同比增长8%."""
SURE = 0.8
"""From this fit on a figure of the earlier report is taken for the same measure without doubt."""
TOLERANCE = 0.6
"""Percentage points by which a claimed growth may miss the figures beyond their rounding."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each claimed growth, difference or multiple that the figures contradict.

    Made for: 由1830万元增长到2105万元，同比增长15%; 发稿536条，同比增长30.1%; 达96万，较上年增加18万;
    生产短视频1860条，是上年的2.3倍; 31件，是上年12件的3倍; 118条，比2021年翻了一番多; 1530万元，实现两位数增长; 由97%提高到86%; 增至68项 after 71项.
    """
    told = case.figures
    for at, change in enumerate(told):
        several = _respectively(case, told, at)
        if several is not None:
            yield from several
        elif at and change.start > told[at - 1].end:
            level = told[at - 1]
            cited = (
                at > 1
                and told[at - 2].role != "start"
                and _CITED.search(case.draft.text[told[at - 2].end : level.start])
            )
            if cited and level.metric.unit == told[at - 2].metric.unit:
                # 139万元，比2023年的112万元增长24.1%; 31件，是上年12件的3倍: what it is held against stands between the two.
                yield from _change(case, told[at - 2], change, level)
            else:
                yield from _change(case, level, change, _start(told, at - 1))
    for change in told:
        yield from _elsewhere(case, change)
        yield from _gained(case, change)
    for at, level in enumerate(told):
        yield from _doubled(case, level)
        start = _start(told, at)
        if start is not None:
            yield from _direction(case, start, level)
        elif case.follows and level.role == "level":
            yield from _reached(case, level)


def _start(told: list[Figure], at: int) -> Figure | None:
    """Return the figure from which the one at `at` came, in the same clause: 由8.4万增至13.5万."""
    before = told[at - 1] if at else None
    if before is None or before.role != "start" or before.metric.unit != told[at].metric.unit:
        return None
    between = told[at].report.text[before.end : told[at].start]
    return before if len(between) < 14 and not re.search(r"[，。；,;\n]", between) else None


def _direction(case: Case, start: Figure, level: Figure) -> Iterator[Finding]:
    between = case.draft.text[start.end : level.start]
    rose, fell = _RISE.match(between), _FALL.match(between)
    if (rose and not fell and level.value < start.value) or (fell and not rose and level.value > start.value):
        message = f"方向与数字相反：从{start.text}到{level.text}是{'下降' if rose else '上升'}，文中写的是“{between.strip()}”。请核对两个数字是否写反或写错。"
        yield case.finding("number-conflict", Severity.ERROR, message, (start.start, level.end))


def _reached(case: Case, level: Figure) -> Iterator[Finding]:
    """A figure that is told to have risen or fallen to where it is, held against the report of the year before."""
    up = _REACHES_UP.search(level.before)
    verb = up or _REACHES_DOWN.search(level.before)
    found = counterpart(case, level, case.year - 1) if verb is not None else None
    if verb is None or found is None or found.fit < SURE:
        return
    now, was = ranges.of_figure(level), ranges.of_figure(found.before)
    if (now[1] < was[0]) if up else (now[0] > was[1]):
        message = (
            f"“{verb[0]}{level.text}”与{case.year - 1}年度报告不符：那一年是{found.before.text}，"
            f"今年是{'减少' if up else '增加'}。请核对两个数字，或改掉说法。"
        )
        span = level.start - len(verb[0]), level.end
        yield case.finding("number-conflict", Severity.WARNING, message, span, [found.before.evidence])


_ALONE = re.compile(
    rf"(?:比|较)(?:{LAST}|年初)(?:同期|末|底)?(?:净)?(?P<verb>{_UP}|{_DOWN})(?:了|约|近|超|逾|达|幅度|为|超过)*$"
)


def _elsewhere(case: Case, change: Figure) -> Iterator[Finding]:
    """A growth without its figure beside it, which the draft gives in another place: 抖音号粉丝较上年增加15.6万."""
    clause = re.split(r"[，,；;（(]", change.before)[-1]
    link = _ALONE.search(clause)
    if link is None or re.search(r"\d", clause) or change.metric.unit == "个百分点" or not case.follows:
        return
    what = clause[: link.start()]
    levels = [
        level
        for level in case.figures
        if level.role == "level" and level.metric.unit != "%" and _named_in(what, level, change)
    ]
    if len({level.value for level in levels}) != 1:
        return
    base = _base(case, levels[0], None, None, "")
    if base is None:
        return
    now, (least, most) = ranges.of_figure(levels[0]), base[0]
    claimed = ranges.of_figure(change)
    if re.fullmatch(_DOWN, link["verb"]):
        claimed = -claimed[1], -claimed[0]
    share = change.metric.unit == "%"
    real = ranges.growth(now, base[0]) if share else (now[0] - most, now[1] - least)
    slack = TOLERANCE if share else 0.0
    if not ranges.meet(claimed, (real[0] - slack, real[1] + slack)):
        message = (
            f"增减与稿中另一处不符：{base[3]}，今年是{levels[0].text}，这里写“{link[0]}{change.text}”。"
            "请核对本年数、上年数和增幅。"
        )
        span = change.start, change.end
        yield case.finding("number-conflict", Severity.WARNING, message, span, base[1])


_AUDIENCE = re.compile("粉丝|用户|关注|订阅")
_GAINED = re.compile(
    r"(?:涨粉|净增(?:粉丝|用户)?|增粉|新增(?:粉丝|关注|注册用户|用户))(?:了|约|近|超|逾|数|达|超过)*$"
)


def _gained(case: Case, change: Figure) -> Iterator[Finding]:
    """A gain of an outlet whose audience the draft tells elsewhere: “渔小二”全年涨粉64万 of 15.6万, 9.2万 the year before."""
    said = _GAINED.search(change.before)
    if said is None or not case.follows or change.metric.unit not in (None, "人"):
        return
    names = [m[m.lastindex or 0] for m in MARKED.finditer(re.split(r"[；;]", change.before)[-1])]
    levels = [
        f
        for f in case.figures
        if f.role == "level"
        and names
        and f.metric.subject
        and f.metric.subject.startswith(names[-1])
        and f is not change
    ]
    levels = [f for f in levels if _AUDIENCE.search(f.name)]
    found = counterpart(case, levels[0], case.year - 1) if len({f.value for f in levels}) == 1 else None
    if found is None or found.fit < SURE:
        return
    now, was = ranges.of_figure(levels[0]), ranges.of_figure(found.before)
    gain = ranges.of_figure(change)
    # 新增 may count those who came, whether or not others left.
    most = now[1] - was[0] if "新增" not in said[0] else now[1]
    least = now[0] - was[1] if "新增" not in said[0] else 0.0
    if not ranges.meet(gain, (least * 0.9, most * 1.1)):
        message = (
            f"增量与总量不符：{case.year - 1}年是{found.before.text}，今年是{levels[0].text}，这里写“{said[0]}{change.text}”。"
            "请核对这三个数字。"
        )
        span = change.start, change.end
        yield case.finding("number-conflict", Severity.WARNING, message, span, [found.before.evidence])


def _named_in(what: str, level: Figure, change: Figure) -> bool:
    """Tell whether words before a growth name what a figure counts, and whose it is."""
    name = core(level.metric.name)
    alike = change.metric.unit == "%" or family(change.metric.unit) == family(level.metric.unit)
    if len(name) < 2 or name not in what or not alike:
        return False
    if change.outlets or level.outlets:
        return change.outlets == level.outlets
    # “澜小助”办结2.4万件，办结率96%。办结数比上年多出5000件: whose it is was just told.
    just_told = 0 < change.start - level.end < JUST_TOLD
    return just_told or level.metric.subject in (None, change.metric.subject) or level.metric.subject in what


def _change(case: Case, level: Figure, change: Figure, start: Figure | None) -> Iterator[Finding]:
    text = case.draft.text
    between = text[level.end : change.start]
    if start is not None and start.start > level.end:
        between = f"，{text[start.end : change.start]}"
    multiple = _MULTIPLE.match(between) if change.metric.unit == "倍" else None
    link = _LINK.match(between)
    behind = _WAY_BEHIND.match(case.draft.text[change.end : change.end + 4]) if link is None else None
    if behind is not None:
        link = _GROWTH_BEHIND.match(between)
    if (link is None and multiple is None) or level.role in ("change", "start"):
        return
    # The % of a growth in percentage points is another matter than the % of a growth.
    unit = change.metric.unit
    if multiple is None and unit not in ("%", "倍", "个百分点") and family(unit) != family(level.metric.unit):
        return
    if unit == "%" and level.metric.unit == "%":
        return
    if link is not None and len(link["what"]) > FEW and unit != level.metric.unit:
        # 为33家县级中心提供技术支持，比上年增加5家: what is counted stands between, its unit tells that it is meant.
        return
    found = link or multiple
    assert found is not None
    base = _base(case, level, start, found["year"], found.groupdict().get("base") or "")
    if base is None:
        return
    told = behind or link
    verb = told["verb"] if told is not None else ""
    down = re.search("^[降跌下]", verb) is not None or re.fullmatch(_DOWN, verb) is not None
    begin = min(level.start, start.start if start is not None else level.start)
    yield from _weighed(case, _Claim(level, change, found[0], down, multiple is not None), base, begin)


def _respectively(case: Case, told: list[Figure], at: int) -> Iterator[Finding] | None:
    """Return findings about several growths told behind their figures: A 61篇、B 402篇，分别比上年增加8篇、21篇.

    None where the figure at `at` is not the first of such.
    """
    text = case.draft.text
    link = _RESPECTIVELY.match(text[told[at - 1].end : told[at].start]) if at else None
    if link is None:
        return None
    last = at
    while last + 1 < len(told) and _AND.fullmatch(text[told[last].end : told[last + 1].start]):
        last += 1
    count = last + 1 - at
    levels = told[max(0, at - count) : at]
    if count < 2 or len(levels) < count or re.search("[。；;\n]", text[levels[0].end : levels[-1].start]):
        return iter(())
    down = re.fullmatch(_DOWN, link["verb"]) is not None
    found: list[Finding] = []
    for level, change in zip(levels, told[at : last + 1], strict=True):
        share = change.metric.unit == "%" != level.metric.unit
        base = _base(case, level, None, None, link["base"] or link["late"] or "")
        if base is not None and (share or family(change.metric.unit) == family(level.metric.unit) != "%"):
            found += _weighed(case, _Claim(level, change, link[0], down, False), base, change.start)
    return iter(found)


class _Claim(NamedTuple):
    """That `level` grew (fell where `down`) by `change`, or is `change` times what it was (`multiple`); `words` join the two."""

    level: Figure
    change: Figure
    words: str
    down: bool
    multiple: bool


_Base = tuple[ranges.Range, list[Evidence], bool, str]


def _weighed(case: Case, claim: _Claim, base: _Base, begin: int) -> Iterator[Finding]:
    """Hold a claimed growth against the figure that it is counted from; the finding begins at `begin`."""
    level, change, down = claim.level, claim.change, claim.down
    unit = change.metric.unit
    before, evidence, sure, told = base
    now = ranges.passed(level)
    claimed = ranges.of_figure(change)
    if _AND_MORE.match(case.draft.text[change.end : change.end + 4]):
        # 上年5.1万的两倍还多
        claimed = claimed[0], claimed[1] * (1 + MORE)
    if claim.multiple or unit == "倍":
        least, most = now[0] / before[1], now[1] / before[0]
        if not claim.multiple:
            least, most = least - 1, most - 1
        real, wrong = f"约{(least + most) / 2:.2g}倍", not ranges.meet(claimed, (least * 0.97, most * 1.03))
    elif unit == "%":
        least, most = ranges.growth(now, before)
        signed = (-claimed[1], -claimed[0]) if down else claimed
        wrong = not ranges.meet(signed, (least - TOLERANCE, most + TOLERANCE))
        real = percent((least + most) / 2)
    else:
        least, most = now[0] - before[1], now[1] - before[0]
        signed = (-claimed[1], -claimed[0]) if down else claimed
        wrong = not ranges.meet(signed, (least, most))
        middle = (least + most) / 2
        real = f"{'增加' if middle >= 0 else '减少'}{figure(abs(round(middle, 1)), unit)}"
    if wrong:
        message = (
            f"增减与数字不符：由{told}到{level.text}应为{real}，文中写“{_said(claim.words, change)}”。"
            "请核对本年数、上年数和增幅。"
        )
        severity = Severity.ERROR if sure else Severity.WARNING
        yield case.finding("number-conflict", severity, message, (begin, change.end), evidence)


def _said(link: str, change: Figure) -> str:
    return link.strip("，,、（( \n") + change.text


def _base(case: Case, level: Figure, start: Figure | None, year: str | None, base: str) -> _Base | None:
    """Return what the growth is counted from: its range, where an earlier report says it, whether it is sure, and in words."""
    if start is not None:
        return ranges.of_figure(start), [], True, start.text
    wanted = int(year) if year else case.year - 1
    if "环比" in base or wanted not in case.earlier_figures:
        return None
    found = counterpart(case, level, wanted)
    if found is None or found.before.value <= 0:
        return None
    before = found.before
    span = ranges.passed(before)
    return span, [before.evidence], found.fit >= SURE, f"{wanted}年的{before.text}"


def _doubled(case: Case, level: Figure) -> Iterator[Finding]:
    behind = case.draft.text[level.end : level.end + 30]
    doubled = _DOUBLED.match(behind) or _DOUBLED_TO.search(level.before)
    link = doubled or _TWO_DIGITS.match(behind)
    if link is None or level.role == "start":
        return
    wanted = int(doubled["year"]) if doubled and doubled["year"] else case.year - 1
    found = counterpart(case, level, wanted) if wanted in case.earlier_figures else None
    if found is None or found.before.value <= 0:
        return
    before = found.before
    now = ranges.of_figure(level)
    was = ranges.of_figure(before)
    least, most = now[0] / was[1], now[1] / was[0]
    if (most < 1.9 or (not doubled["more"] and least > 2.4)) if doubled else most < TENTH:
        message = f"“{link[0].strip('，, ')}”与数字不符：{wanted}年是{before.text}，今年{level.text}，约为其{(least + most) / 2:.2g}倍。请核对。"
        span = level.start, level.end + (link.end() if link.re is not _DOUBLED_TO else 0)
        severity = Severity.ERROR if found.fit >= SURE else Severity.WARNING
        yield case.finding("number-conflict", severity, message, span, [before.evidence])
