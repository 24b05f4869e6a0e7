"""Figures that change more against the earlier reports than figures of such reports do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from ingest.report import Frozen
from ingest.units import unit_family
from search.answers import Finding, Severity
from search.checking.case import Case
from search.checking.counterparts import Aligned, before, pairs
from search.checking.figures import Figure
from search.checking.saying import figure
from search.checking.spell import online
from search.questions.wording.unit_words import PIECES

HERE = Path(__file__).parent
CHANGES = HERE / "changes.json"
_AUDIENCE = re.compile(
    "粉丝|关注|订阅|用户|播放|阅读|观看|浏览|点击|访问|下载|获赞|流量|收听|收看|点赞|试听|攻击"
)
"""What comes as it likes: those who follow and see, and who attack."""
SMALL = 10
"""Below it a count may change as it likes: 2场 → 9场; but not 停播率0.46秒 → 3.9秒."""
FEW = 50
"""Counts up to it may fall below `SMALL` or rise from there: 外派学习23人次 → 9人次."""
STEADY = 2.5
"""A measure whose past is known may always change by this factor a year."""
SLIPS = (10.0, 100.0, 1000.0, 10_000.0)
NEAR_SLIP = 2.2
"""A figure that comes this near (as a factor) to the earlier one once its point or 万 is mended is told as a slip."""
_EXPLAINED = re.compile(
    r"倍|翻番|翻了|首次|首年|新(?:开设|开通|设立|增设|上线|增)|改版|更名|合并|并入|整合|停[播刊办更]|口径|影响|由于|因[^为素此]|"
    r"[转改]为|转[向到入]|缩减|压缩|压减|精简|大幅|激增|猛增|跃升|扩至|扩[展大]|"
    r"新[装建添购认]|安装|加装|更[新换]|改造|投[入资]|购[置买]|采购"
)
"""What tells why a figure changed, or that each year's is another purchase or piece of work (更新电源2套，投入85万元)."""
_ROSE, _FELL = (
    re.compile(r"(?:增|升|提高|扩|涨)[加长大到]?[至到为]$"),
    re.compile(r"(?:减|降|缩|压)[少低减小到]?[至到为]$"),
)
"""The writer knows of the change: 外出培训减至22人次."""
_ONLY = re.compile("(?:(?:仅|只|才)有?(?!用|需|要)|(?:[仍尚]有?|还有|还剩|剩下?|余下?))[一-龥]{0,4}$")
_HELD_DOWN = re.compile("影响|限制|所限|疫情|停办|停摆|暂停|(?:仅|只|才)(?:[办做开出播]|举办|组织)")
"""Why the earlier figure was low: 因聚集限制只做了3次、410人次."""
_KNOWN = re.compile("(?:历年|历届|近年|历史|同期)[^，。；]{0,4}(?:最|新[高低]|之冠)|恢复")
"""The writer knows how far it went: 义诊2380人次，为历年之最."""
EVEN, OFF, CLOSE = 1.15, 0.2, 0.06
"""A measure that never changed by more than the first factor a year, and is off by more than the second share now, is read with two digits
exchanged, if it is then within the third share of the earlier one."""
FAR = 30.0
"""A change by more than this factor is told whatever the draft says of it."""
NEAR_EXPLAINED = 1.7
"""How near to a slip an explained change must come to be told all the same."""


class Limits(Frozen):
    """By what factor a figure may grow or shrink from one year to the next without being told."""

    up: float
    down: float


@cache
def limits() -> dict[str, Limits]:
    """Return the limits by kind of figure (`kind_of`), learned from the stored reports by `search.checking.fit`."""
    found = json.loads(CHANGES.read_text(encoding="utf-8"))
    return {kind: Limits.model_validate(values) for kind, values in found.items()}


def kind_of(told: Figure) -> str:
    """Return which kind of figure it is: `share` (percent), `audience` (followers, views), or `deed` (all else)."""
    if told.metric.unit == "%":
        return "share"
    return "audience" if _AUDIENCE.search(told.metric.name) else "deed"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each figure that lies farther from the last known one than such figures go.

    The last known one is of the latest earlier report that has it. The draft's own explanation (是上年的8倍, 更名) makes it a remark.
    """
    seen: set[int] = set()
    for report in reversed(case.earlier):
        year = report.report_year or 0
        for pair in pairs(case, year):
            if pair.now.start not in seen:
                seen.add(pair.now.start)
                yield from _judge(case, pair, year)


def _judge(case: Case, pair: Aligned, year: int) -> Iterator[Finding]:
    now, was = pair.now.value, pair.before.value
    counted = now == int(now) and was == int(was) and pair.now.metric.unit != "%"
    if any("+" in each.text or "＋" in each.text for each in (pair.now, pair.before)):
        # 10万+ is a mark passed, not a count.
        return
    units = {unit_family(each.metric.unit) for each in (pair.now, pair.before)} - {None}
    if len(units) > 1 and not units <= PIECES:
        return  # 公益广告41部 of one year, 1.9万次 of the other: made, and broadcast.
    if was <= 0 or now <= 0 or (counted and max(now, was) < SMALL):
        return
    ratio = now / was
    # A gap of years lets a figure go farther, but not as far as each year could.
    years = 1 + (case.year - year - 1) / 2
    limit = limits()[kind_of(pair.now)]
    most, least = limit.up, limit.down
    pace = _pace(case, pair, year)
    if pace is not None:
        # A measure with a past of its own goes on about as it went.
        most, least = min(most, max(STEADY, 2 * pace)), max(least, min(1 / STEADY, 0.5 / pace))
    if least**years < ratio < most**years:
        if exchanged(now, was, pace):
            message = f"{year}年是{pair.before.text}，这里是{pair.now.text}，历年一向变化不大；两个数位对调就与往年相近。请核对原始数据。"
            span = pair.now.start, pair.now.end
            yield case.finding("number-jump", Severity.WARNING, message, span, [pair.before.evidence])
        return
    slip = _slip(ratio)
    if counted and slip is None and min(now, was) < SMALL and max(now, was) < FEW:
        return
    explained = _explained(pair.now, pair.before, ratio)
    sure = ratio > 1 and _HELD_DOWN.search(pair.before.before[-20:]) and _KNOWN.search(_about(pair.now))
    if explained and slip in (10.0, 0.1) and (sure or not 1 / NEAR_EXPLAINED < ratio / slip < NEAR_EXPLAINED):
        slip = None
    doubt = (
        f"若把{pair.now.text}看成{figure(_mended(now, slip), pair.now.metric.unit)}就与往年相近，"
        f"{'多半是小数点或“万”字有误' if slip in (10.0, 0.1, 10_000.0, 0.0001) else '多半是多写或少写了数位'}。"
        if slip is not None
        else ""
    )
    message = (
        f"{year}年是{pair.before.text}，这里是{pair.now.text}，"
        f"{f'是{year}年的{_plainly(ratio)}倍' if ratio > 1 else f'只有{year}年的{_plainly(100 * ratio)}%'}。{doubt}"
        "请核对原始数据；若属实，建议说明原因。"
    )
    severity = Severity.INFO if explained and slip is None else Severity.WARNING
    yield case.finding(
        "number-jump", severity, message, (pair.now.start, pair.now.end), [pair.before.evidence]
    )


def exchanged(now: float, was: float, pace: float | None) -> bool:
    """Tell whether a figure of a steady measure is off and comes near the earlier one once two digits change places: 533人 after 331人, 59% after 95%."""
    if pace is None or pace > EVEN or abs(now / was - 1) < OFF or now != round(now, 2):
        return False
    digits = f"{now:g}"
    swaps = {digits[::-1]} | {
        digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(len(digits) - 1)
    }
    plain = [
        float(each)
        for each in swaps - {digits}
        if "e" not in each and each[-1] != "." and each[0] not in "0."
    ]
    return any(abs(each / was - 1) < CLOSE for each in plain)


def _explained(now: Figure, was: Figure, ratio: float) -> bool:
    """Tell whether the draft itself says why a figure changed, or that it did."""
    if not 1 / FAR < ratio < FAR:
        return False
    told = (_ROSE if ratio > 1 else _FELL).search(now.before)
    if ratio < 1 and _ONLY.search(now.before):
        # 技术骨干仅流失6人: the writer knows how few they are; 仍有51个点信号不稳 is what is left of more.
        return True
    if ratio > 1 and (_HELD_DOWN.search(was.before[-20:]) or _KNOWN.search(_about(now))):
        return True
    if online(now.before) != online(was.before):
        # 移师云端，举办演出11场，吸引124万人次 after 6万人次 in the hall.
        return True
    return told is not None or _EXPLAINED.search(now.before[-40:] + now.after[:20]) is not None


def _about(told: Figure) -> str:
    return f"{told.before[-30:]}，{told.after[:12]}"


def _pace(case: Case, pair: Aligned, year: int) -> float | None:
    """Return the greatest factor by which the measure changed a year up to `year`, None with fewer than two figures."""
    told = [(year, pair.before)]
    for earlier in sorted((each for each in case.earlier_figures if each < year), reverse=True):
        if (held := before(case, pair.before, earlier)) is not None:
            told.append((earlier, held))
    steps = [
        max(one.value / other.value, other.value / one.value) ** (1 / (at - since))
        for (at, one), (since, other) in pairwise(told)
        if one.value > 0 and other.value > 0
    ]
    return max(steps, default=None)


def _slip(ratio: float) -> float | None:
    """Return the power of ten by which the figure is off, where mending it brings it near the earlier one."""
    for size in SLIPS:
        for factor in (size, 1 / size):
            if 1 / NEAR_SLIP < ratio / factor < NEAR_SLIP:
                return factor
    return None


def _plainly(value: float) -> str:
    """Return a number with three figures, never as 1.12e+04."""
    return f"{value:.0f}" if value >= 1000 else f"{value:.3g}"


def _mended(value: float, slip: float | None) -> float:
    return round(value / (slip or 1), 4)
