"""What a question is wrapped in where it is put as a wish: 帮我…报一下, 请列出…, …给我看看; what is wished for is asked for."""

from __future__ import annotations

import re

_WISH = r"(?:(?:请|麻烦|劳驾|拜托)(?:您|你)?(?:帮我|给我|替我|帮忙)?|(?:您|你)?(?:帮我|给我|替我|帮忙))"
_TELL = r"(?:列|报|说|讲|数|查|念|点|摆|梳理|罗列|列举|盘点|归纳|汇总|整理|告诉)"
_AFTER = r"(?:一下子?(?!载)|下(?![载乡属辖岗面设滑降跌半一个次周月游架线发达放调来的])|出来?|一遍|一列|一数|一报|一说|说|讲|数|看|我|给我|清楚)*"
_BY_ITSELF = r"(?:(?:列|说|讲|数|查|念|报|梳理|罗列|列举|盘点|归纳|汇总|整理)[一1]下|列出(?:来)?|列举(?:出)?|罗列|盘点|说说|讲讲|数数|念念|看看|告诉我)"
_BEFORE = re.compile(rf"^(?:{_WISH}{_TELL}{_AFTER}|{_BY_ITSELF})(?:我)?[，,：:]?(?=.{{4}})")
_HOLD = re.compile(rf"^(?:{_WISH})?[把将](?=.{{4}})")
_BEHIND = re.compile(
    rf"[，,]?(?:(?<=[？?。！!，,])把(?:数字|数据|数|名字|结果|名单)?)?(?:请|麻烦)?(?:您|你)?(?:帮我|给我|替我|帮忙|让我)?(?:都|全都|全)?(?:[一1]条条|[一1]个个|逐条|逐一|一一|挨个)?(?:地)?(?:给我)?(?:{_TELL}(?:[一1]下|出来|[一1]遍|[一1][列数报说]|给我(?:听|看)?)|(?:给我|让我)?看看|(?:给我|让我)看[一1]下)[吧呗好吗]*[？?。！!]*$"
)
_ASKING = re.compile(r"多少|几|哪|什么|啥|谁|怎|为何|是否|是不是|越来越|有没有|吗|何时|多[大长久高远]")
_POINTED = re.compile(r"(?:^|[那这的])几[个家项档支份部篇件种条座位名张本]")
_MEASURED = re.compile(
    r"(?:数[量字据目额]?|[量率额价比值费]|收入|利润|人次|情况|变化|走势|趋势|曲线|时间|日期|过程|原因|变动|增减|规模|占比|得分|成绩|结果|进展|金额|面积|年龄)[？?。]*$"
)


def unwrapped(asked: str) -> str:
    """Return a question without the wish that it is wrapped in; where nothing in it asks, 有哪些 is put behind the things that are wished for.

    Made for 请列出历年获奖的片子 → 历年获奖的片子有哪些, 三个工作室的名字帮我报一下 → 三个工作室的名字有哪些; a measure stays bare: 历年发行量.
    """
    rest = asked
    if (behind := _BEHIND.search(rest)) and len(rest[: behind.start()]) >= _SHORTEST:
        rest = _HOLD.sub("", rest[: behind.start()])
    elif before := _BEFORE.search(rest):
        rest = rest[before.end() :]
    if rest == asked:
        return asked
    things = rest.rstrip("，,。？?！! ")
    if _ASKING.search(_POINTED.sub("", things)) or _MEASURED.search(things):
        return things
    return f"{things}{'分别是什么' if _NAMES.search(things) else '有哪些'}"


_NAMES = re.compile(r"名[字称]$")
_SHORTEST = 4
