"""Lists without numbers: the clauses behind a colon, each a fault or a plan of its own: 自己先照照镜子，毛病不少：A；B；C。"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.extract.statements.cues import FUTURE, MAY_FALL_SHORT
from ingest.extract.statements.retelling import looks_back
from ingest.sentences import Span, clauses, strip_marks

_MARKS = "，,；;。！ \t\n　"
_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
# 本报要办三件事：  扣分扣在四处：
_COUNTED = re.compile(
    r"(?P<many>[二三四五六七八两])(?:[件样桩条项点处个笔门块道][^，。；：]{0,8}|(?:个)?(?:方面|地方)[^，。；：]{0,4})[：:]$"
)
# How a closing owns up in everyday words: 短处明摆着, 脸上的灰还真不少, 没办好的事, 让人脸红的地方, 扣掉的十九分.
_OWNS_UP = re.compile(
    r"不足|问题|差距|短[板处腿]|毛病|缺[点憾失]|遗憾|欠[账缺债下着]|欠[^，。；：]{1,6}的|软肋|弱[点项]|红字|刺儿?|[灰疮疤]|失分|丢分|扣[分掉]|脸红|惭愧|愧|汗颜|歉|对不[住起]|放不下|放心不下|过意不去|难为情|"
    r"(?:没有?|未|不)能?[做办干写管答交]?(?:好|成|到位?|妥|实|够)的?|[没未](?!有)[^，。；：]{1,4}[：:]$|几斤几两|不(?:都|太|够|算|大)?(?:好|理想|如意|满意|称心|踏实|合格|圆满|尽人意)|检讨|反省|批评|埋怨|抱怨|吐槽|揭.?短|找.{0,4}茬|重话|睡不着|丢人|丢了?脸|落下|[家亮露]丑|疙瘩|漏洞|镜子|警醒|后腿|折扣|补课|火候|心[病结虚]|扎心|刺[痛耳]|难听|逆耳|冷汗|不安|揪心|难处|难题|困难|痛点|堵点"
)
# What such a clause says where it has none of the plainer predicates: 只剩两个人, 太密, 停了半年, 几乎全靠, 高达八成.
_BLAMES = re.compile(
    rf"{MAY_FALL_SHORT.pattern}|[只仅][有剩占是在够能录做去进到出来拍写播办开发招]|[太老总]是|太[一-龥]|[才就][一-龥]?[\d一二三四五六七八九十]|停[了播刊办更]|断更|掉|压[着了]|拖|催|占[得去]|高达|靠|[离走退]了?[\d一二三四五六七八九十两]|辞职|离开|抛锚|闪退|口误|常常|往往|时常|一再|又[有走丢]|石沉|勉强|凑|比[^，。；]{{1,10}}还多|照[登搬抄]|搬|超期|超支|超标|扎堆|挂零|两张皮|跳槽|[嫌怨]|居高|越[^，。；]{{1,4}}越|笑话|占线|赶走|改再改|各[自管说]"
)
# Rules kept and harms that did not happen are no faults: 没有一次停播, 不登假新闻.
_KEPT = re.compile(
    r"(?:没有?|未)(?:出现|发生|出过?)?(?:[任]何|[一1][^，。；]{0,2}[次起例条件处篇人名家])|无一|零[^，。；]{1,6}|[绝从]不|^不[一-龥]"
)
_NEVER = re.compile(r"(?!)")
_PRAISES = re.compile(
    "成[绩果就效]|亮点|收获|大事|实事|好事|暖|喜|难忘|骄傲|欣慰|[办干做]成|完成|感[谢动恩]|底线|守住|硬仗|[办做干打走迈拿交建推闯]了"
)
# 针对这些毛病，采取了三条措施：
_ANSWERS = re.compile("针对|围绕|对照|对于|对此|为此|为[了补]|补")
# How a closing leads from its faults to what will be done: 欠下的账，我们这样还：, 开出的方子是：, 开春以后要动手的几件事：; 还有三道坎要过 owns up to them.
_SETS_OUT = re.compile(
    r"(?<![主需重也还更])要(?![求点闻素害件看清走过爬翻跨迈登闯])|准备|打算|计划|想[在办做把用]|这[样么][补还改办做抓来]|[补还改做办]上|还清|[来去]还[：:]|[药处]方|方[子案]|对策|法子|办法|清单|功课|作业|日程|[动着]手|变[个了]?样|着落|力气|规矩|承诺|保证|约定|[会将要办做改补还干][：:]|药|赶上来|改起|接着[做办干]"
)
_LEAST_BLAMING = {"；": 1 / 3, "counted": 1 / 3, "，": 1, "。": 1 / 2}
"""Which share of the clauses of a list must blame below a lead that owns up."""
_MOST = 2 / 3
_LEAD = 40
"""Characters of the next sentence in which it says that it looks ahead."""
_LEAST = 8
"""Characters of a fault that a comma parts from the next one: 银发版面停了，老人看报费劲 is one."""


@dataclass(frozen=True)
class RunningList:
    """The lead of a list up to its colon, and its clauses without marks."""

    lead: str
    items: tuple[Span, ...]
    parted: Literal["；", "counted", "，", "。"]
    """By ；, by as many commas as the lead counts, by other commas, by ； behind the full stop of its lead."""


def running_list(text: str, start: int, end: int, before: str = "") -> RunningList | None:
    """Return the list of a sentence behind its colon, None where it has none; 本报要办三件事：A，B，C。 counts it.

    Without a colon the sentence `before` leads to it, if two ； part it: 说缺憾难。A；B；C。
    """
    first = clauses(text, start, end, "：:")[0][1]
    if first == end:
        points = _parts(text, start, end, "；;")
        return RunningList(before, points, "。") if before and len(points) > 2 else None
    lead = text[start:first]
    points = _parts(text, first, end, "；;")
    if len(points) > 1:
        return RunningList(lead, points, "；")
    points = _parts(text, first, end, "，,")
    if len(points) > 1 and _counts(lead) == len(points):
        return RunningList(lead, points, "counted")
    long = all(high - low >= _LEAST for low, high in points)
    return RunningList(lead, points, "，") if len(points) > 2 and long else None


def _parts(text: str, start: int, end: int, marks: str) -> tuple[Span, ...]:
    return tuple(strip_marks(text, *part, _MARKS) for part in clauses(text, start, end, marks))


def _counts(lead: str) -> int:
    """Return how many things a lead counts, 0 where it counts none."""
    counted = _COUNTED.search(lead)
    return _NUMBERS[counted["many"]] if counted else 0


def tells_faults(text: str, found: RunningList, year: int) -> bool:
    """Tell whether a list that no heading announces is of faults of `year`, the one reported on.

    Its lead owns up in everyday words and one clause of three may blame (all where commas part them), or does not praise and all of
    them may, or two of three where plans follow: 听众来信里说得最多的三样，我们记下了：A；B；C。2017年，三样都有着落：…
    """
    if FUTURE.search(found.lead.removeprefix(f"{year}年")) or looks_back(found.lead, year):
        return False
    if _OWNS_UP.search(found.lead):
        return _blaming(text, found) >= _LEAST_BLAMING[found.parted] and not _ANSWERS.match(found.lead)
    ahead = text[found.items[-1][1] :].lstrip(_MARKS)[:_LEAD]
    plans_follow = ahead.startswith(f"{year + 1}年") or FUTURE.search(ahead) or sets_out(ahead)
    least = _MOST if plans_follow else 1
    return (
        found.parted in ("；", "counted")
        and _blaming(text, found, kept=_KEPT) >= least
        and not _PRAISES.search(found.lead)
    )


def tells_plans(text: str, found: RunningList) -> bool:
    """Tell whether a list behind the faults is of what will be done about them: 欠下的账，我们这样还：A；B；C。"""
    if found.parted == "，" or not _SETS_OUT.search(found.lead):
        return False
    return sets_out(found.lead) or _blaming(text, found) < 0.5


def sets_out(lead: str) -> bool:
    """Tell whether the lead of a list behind the faults leads to what will be done: 要做的事情：, 我们这样还："""
    return bool(_SETS_OUT.search(lead)) and not _OWNS_UP.search(lead)


def _blaming(text: str, found: RunningList, kept: re.Pattern[str] = _NEVER) -> float:
    """Return which share of the clauses of a list may blame, 0 to 1; those that match `kept` do not."""
    told = [text[slice(*item)] for item in found.items]
    return sum(bool(_BLAMES.search(item)) and not kept.search(item) for item in told) / len(told)
