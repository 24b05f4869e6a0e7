"""Totals that are not the sum of their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.numbers import Quantity
from ingest.report import Qualifier
from ingest.sentences import sentences
from search.answers import Finding, Severity
from search.checking.around import counted
from search.checking.case import Case
from search.checking.ranges import grain
from search.checking.saying import figure

_PARTS = re.compile(
    r"其中|包括|包含|依次[为是]|分别为|分别是|分别有|含(?=[一-龥《]{1,8}\d)|[：:，,（(](?=(?:特等|特别|一等|金)奖\d+[件项个篇部])|[（(](?=[一-龥]{1,8}\d[\d.,万]*[一-龥]{1,2}、[一-龥]{1,8}\d)"
)
_OF_CHANGE = frozenset(("%", "个百分点", "倍"))
_BY = re.compile("(?:增加|减少|增长|下降|净增|降低|下滑|多|少)(?:了|约|近|超)*$")
_COMPARED = re.compile(r"[，,；;（(](?:[比较]|同比|高于|低于|多于|少于|超过上)")
_CHANGED = re.compile(r"[，,（(](?:同比|环比|比|较|降幅|增幅|增速|增长|下降)[^，,；;。]*")
"""How the total changed, told between it and its parts: 3.18亿元，同比下降6.7%，其中 …"""
ATTRIBUTE = re.compile(
    "党员|团员|女|男|学历|本科|硕士|研究生|博士|职称|高级|中级|以上|以下|民族|持证|记者证|在编|编制|骨干|原创|首发"
)
"""What is told of some of those counted whatever else they are: such parts may overlap."""
_EMPLOYED = re.compile(
    "(?:在编|编[制内外]|[台社聘]聘|聘用|合同制?|劳务|派遣|招聘|外聘|自聘|企聘|人事代理|事业编|临聘)[^，。；、\\d]{0,4}$"
)
"""Kinds of employment."""
_AFTER_LIST = re.compile(r"^[，,]")
_OPEN = re.compile(r"等(?!奖|级|次|候|待|于)|余|多|另有|还有|以及其他|部分|之外")
"""What tells that a list names some of the parts only."""
_LEVELS = re.compile(r"(?:特等|特别|一等|二等|三等|优秀|提名|金|银|铜)奖")
_LAST_LEVEL = re.compile(r"(?:三等|优秀|提名|铜)奖")
_FIRST_LEVEL = re.compile(r"(?:特等|特别|一等|金)奖")
_PRIZE = re.compile(
    rf"[，,：:]?(?:获得?|有)?(?P<name>[^，,；;。\d]{{2,24}}?(?:奖|赛|评选|评比))(?=(?:{_LEVELS.pattern}))"
)
_BEFORE = 60
"""Characters before a total among which the prize is looked for that its parts name."""
_INCOME = re.compile("收入|营收")
_LEFT = re.compile("[缴纳]税|税金|利润|支出|成本|[盈亏]损?")
_EARNED = re.compile("收入|利润|营收|创收")
_SOLD = re.compile("销售额|成交额|交易额|交易总额|流水|带货|销售农产品")
_EACH = re.compile(r"(?P<list>[^，。；;：:\d]{2,40}?)(?:各有?|均为)(?:获|得)?$")
_TOGETHER = re.compile(
    r"(?:共计|合计|总计|加在一起|加起来|相加|合在一起|一共|共|总数为|总共)(?:获奖?|有|为|达|(?P<did>[一-龥]{2,4}))?$"
)
_HOW_MANY = re.compile(
    "(?:^|[，,])[两二三四五六七八九](?:项|者|类|部分|方面|块|家|个)(?:收入|支出)?(?:加[在起]|合|共|相加)"
)
_STOP = re.compile(r"[；;。！？\n]")
NEARLY_ALL = 0.1
"""Three parts or more that leave no more of the total than this share are taken for all of them."""


@dataclass(frozen=True)
class _Part:
    quantity: Quantity
    times: int

    @property
    def value(self) -> float:
        return self.quantity.value * self.times


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each total that its parts contradict.

    Made for: 获奖17件，其中一等奖2件、二等奖6件、三等奖9件; 二等奖、三等奖各8件; 一等奖2件、二等奖3件，共5件.
    """
    text = case.draft.text
    for start, end in sentences(text):
        told = counts_told(text, start, end)
        if len(told) < 2:
            continue
        for part_of in _PARTS.finditer(text, start, end):
            yield from _split(case, told, part_of, end)
        yield from _summed(case, told, start)


def counts_told(text: str, start: int, end: int) -> list[Quantity]:
    """Return the quantities of the sentence `text[start:end]` that count something, as they stand."""
    return [quantity for quantity in counted(text, start, end) if not _is_threshold(text, quantity)]


def _is_threshold(text: str, quantity: Quantity) -> bool:
    """Tell whether a quantity only says which ones are counted: 播放量过千万的2部、五百万至千万的4部."""
    return (
        quantity.unit is None
        and re.match("(?:以上|以下|至[一二三四五六七八九十百千万亿\\d]+)?的\\d", text[quantity.end :])
        is not None
    )


def _split(case: Case, told: list[Quantity], mark: re.Match[str], end: int) -> Iterator[Finding]:
    """Total first: 17件，其中 …"""
    text = case.draft.text
    before = [q for q in told if q.end <= mark.start() and q.unit != "%"]
    # 12件，其中一等奖3件，二等奖、三等奖分别为4件和5件: the list of parts only goes on.
    goes_on = (
        mark[0].startswith(("分别", "依次")) and before and _PARTS.search(text, told[0].end, mark.start())
    )
    if goes_on or not before or _STOP.search(text, before[-1].end, mark.start()):
        return
    before = [
        q for q in before if q.unit not in _OF_CHANGE and not _BY.search(text[max(0, q.start - 8) : q.start])
    ]
    if before and mark[0].startswith(("分别", "依次")) and before[-1].unit in ("项", "类", "个", "块"):
        # 广告、活动、服务三项收入分别为…: so many parts follow, which is no total.
        before = [q for q in before[:-1] if q.end < before[-1].start]
    if not before:
        return
    total = before[-1]
    if mark[0] in "：:，,（(" and _LEVELS.search(text[max(0, total.start - 4) : total.start]):
        # 51件：特等奖2件，一等奖13件: the list of levels goes on.
        return
    if len(_CHANGED.sub("", text[total.end : mark.start()])) > 24:
        return
    stop = _STOP.search(text, mark.end(), end)
    until = stop.start() if stop else end
    if mark[0] in "（(" and (close := re.search("[）)]", text[mark.end() : until])):
        until = mark.end() + close.start()
    inner = _PARTS.search(text, mark.end(), until)
    if inner is not None and not inner[0].startswith(("分别", "依次", "，", ",")):
        until = inner.start()
    if _EARNED.search(text[: total.start][-16:]) and _SOLD.search(text, mark.end(), until):
        # 非报收入4180万元，其中电商平台销售额1.2亿元: what was sold is not what was earned.
        return
    parts = _parts(text, [q for q in told if mark.end() <= q.start < until], total, mark.end())
    if not parts or any(unit_of(part.quantity) != unit_of(total) for part in parts[:1]):
        return
    listed = text[mark.end() : min(parts[-1].quantity.end + 3, end)]
    yield from _judge(case, total, parts, listed)


def unit_of(quantity: Quantity) -> str | None:
    """Return the unit of a quantity; 名 and 位 count as 人 does."""
    return "人" if quantity.unit in ("名", "位") else quantity.unit


def _hired(parts: list[_Part], text: str) -> bool:
    """Tell whether each part counts people by how they are employed, which nobody is in two ways: 其中事业编制172人、台聘219人."""
    lasts = [0, *(part.quantity.end for part in parts)]
    return len(parts) > 1 and all(
        _EMPLOYED.search(text[max(last, part.quantity.start - 8) : part.quantity.start])
        for last, part in zip(lasts, parts, strict=False)
    )


def _parts(text: str, told: list[Quantity], total: Quantity, begin: int) -> list[_Part]:
    found: list[_Part] = []
    last, listed = begin, ""
    for quantity in told:
        if unit_of(quantity) != unit_of(total):
            # Another unit begins to count something else: 获奖17件，其中一等奖2件，惠及3万人.
            break
        gap = text[last : quantity.start]
        if found and _COMPARED.match(gap):
            # 12件：一等奖3件、二等奖9件，比上一年的10件多两件: what is compared is no part.
            break
        if len(found) > 1 and _AFTER_LIST.match(gap) and "、" in listed and not _LEVELS.search(gap):
            # 广告收入1.93亿元、发行收入0.70亿元，上缴税金2610万元: the list of parts has ended.
            break
        if found and _INCOME.search(text[begin - 4 : last]) and not _INCOME.search(gap) and _LEFT.search(gap):
            # 总收入5230万元，其中发行收入2265万元，广告收入1290万元，缴税448万元: what was paid is no part of what came in.
            break
        listed += gap
        each = _EACH.search(text[last : quantity.start])
        times = len(re.split("[、和与及]", each["list"].strip("，, 、"))) if each else 1
        found.append(_Part(quantity, times))
        last = quantity.end
    return found


def _judge(case: Case, total: Quantity, parts: list[_Part], listed: str) -> Iterator[Finding]:
    if total.qualifier is not Qualifier.EXACT:
        return
    if ATTRIBUTE.search(listed) and not _hired(parts, case.draft.text):
        # 其中采编人员55人，党员33人: one person is both.
        parts = [part for part in parts if part.value > total.value]
        if not parts:
            return
    exact = all(part.quantity.qualifier is Qualifier.EXACT for part in parts)
    together = sum(part.value for part in parts)
    # 1.2万 and 1.3万 are rounded: their sum may miss the total by a step each.
    slack = sum(grain(part.quantity.text) * part.times for part in parts) / 2 + grain(total.text) / 2
    over = together - total.value > slack
    levels = _LEVELS.findall(listed)
    complete = exact and not _OPEN.search(_LEVELS.sub("", listed)) and len(parts) > 1
    if complete and levels:
        complete = bool(_FIRST_LEVEL.search(listed) and _LAST_LEVEL.search(listed))
        # 7件，其中《甲》和《乙》同获一等奖，二等奖2件、三等奖3件: those of the first are not counted, but named.
        complete &= "《" not in listed
        # 42件作品获省级以上奖项，其中中国新闻奖一等奖1件、三等奖2件: of that prize alone.
        prize = _PRIZE.match(listed)
        before = case.draft.text[max(0, total.start - _BEFORE) : total.end]
        complete &= prize is None or prize["name"] in before
    elif complete:
        rest = total.value - together
        # 在职61人，其中事业编制38人、聘用21人: two kinds of employment leave nobody out.
        many = len(parts) > 2 or _hired(parts, case.draft.text)
        complete = many and 0 < rest <= NEARLY_ALL * total.value
    short = complete and total.value - together > slack
    if not over and not short:
        return
    shown = "＋".join(figure(part.value, None) for part in parts)
    unit = total.unit or ""
    message = (
        f"分项合计与总数不符：总数是{total.text}，分项{shown}＝{figure(together, unit)}，"
        f"{'多' if over else '少'}{figure(abs(together - total.value), unit)}。请核对总数和各分项。"
        if len(parts) > 1
        else f"其中一项（{parts[0].quantity.text}）比总数（{total.text}）还多。请核对这两个数字。"
    )
    severity = Severity.ERROR if over or levels else Severity.WARNING
    yield case.finding("number-conflict", severity, message, (total.start, parts[-1].quantity.end))


def _summed(case: Case, told: list[Quantity], start: int) -> Iterator[Finding]:
    """Parts first: 一等奖2件、二等奖3件，共5件."""
    text = case.draft.text
    for at, total in enumerate(told):
        if at < 2 or total.qualifier is not Qualifier.EXACT or total.unit == "%":
            continue
        lead = _TOGETHER.search(text[max(start, total.start - 6) : total.start])
        if lead is None:
            continue
        parts: list[_Part] = []
        # 发行收入298万元，广告收入304万元，两项合计592万元: how many they are is told between.
        many = _HOW_MANY.search(text[told[at - 1].start : total.start]) if at > 2 else None
        for quantity in reversed(told[: at - 1 if many else at]):
            follower = parts[-1].quantity.start if parts else total.start
            gap = text[quantity.end : follower]
            if (
                quantity.unit != total.unit
                or len(gap) > (16 if parts or not many else 22)
                or re.search(r"[；;。\n]|其中", gap)
            ):
                break
            parts.append(_Part(quantity, 1))
        if len(parts) > 1 and all(part.quantity.qualifier is Qualifier.EXACT for part in parts):
            together = sum(part.value for part in parts)
            slack = sum(grain(part.quantity.text) for part in parts) / 2 + grain(total.text) / 2
            # 新增政务类5项、生活类6项，全年共新增16项: what is done must be so of the parts too, or nearly come to as many.
            other = lead["did"] and lead["did"][:2] not in text[start : parts[-1].quantity.start]
            if other and abs(together - total.value) > NEARLY_ALL * total.value:
                continue
            if abs(together - total.value) > slack:
                shown = "＋".join(figure(part.value, None) for part in reversed(parts))
                message = (
                    f"合计与分项不符：{shown}＝{figure(together, total.unit)}，文中写{total.text}。"
                    "请核对合计和各分项。"
                )
                span = parts[-1].quantity.start, total.end
                yield case.finding("number-conflict", Severity.ERROR, message, span)
