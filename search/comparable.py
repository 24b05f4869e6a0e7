"""Whether two figures of one name may be held against each other, and which of several a year stands by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.series import MetricPoint

_RUNNING = re.compile("累计|历年|至今|至此|迄今|(?:创刊|开办|开通|开播|成立|上线|启动|实施)以来")
_WHOLE = re.compile("现有|共有|拥有|合计|共计|总计|总数|总量|全年|全网")
"""What a report says of the figure of the whole house, or of the whole year: 现有采编人员182人."""
_LEVEL = re.compile("(国家级|中央级?|省部?级|市级|地市级|县级|区级)(?:及)?以上")
_ACTS: Final = {
    "examined": re.compile("审核|审查|审看|审读|核查"),
    "refused": re.compile("停播|撤换|拒登|拒绝|拒播|下架|拦截|撤下|叫停|退回"),
    "received": re.compile("收到|受理|接到|接听|接收|征集"),
    "resolved": re.compile("办结|解决|答复|回复|化解"),
    "won": re.compile("获奖|获评|荣获|[获得]\\S{0,12}(?:奖|表彰)"),
}
"""What was done to the things counted: 审核商业广告640条 and 停播商业广告12条 count different things."""
_SOME = re.compile("慰问|看望|派出|抽调|选派")
"""What is done to some of a kind, of whom a plain figure counts all: 慰问患病职工12人, 员工总数127人."""
_ARRIVED = re.compile("[到至达](?:年[末底]|目前|现在)?的?[了为约近超]*$")
_PEOPLE: Final = frozenset({"人", "名", "位"})
_STANDING = re.compile("下载|用户|粉丝|关注|订阅|注册|装机|安装")
"""What has a standing, whether the report writes 累计 or not."""


def the_figure(points: Sequence[MetricPoint]) -> MetricPoint | None:
    """Return the one figure that a year gives, None where it gives several and none of them stands for the year.

    Of 由20.6万人增长到31.8万人 the last one counts: both stand in one clause, and the year ends with it. Of
    现有职工341人，其中采编人员182人 and 派出采编人员58人 the one counts that is said of the whole.
    """
    if len({(point.value, point.qualifier) for point in points}) == 1:
        return points[0]
    if len({(point.evidence.start, point.evidence.end) for point in points}) == 1:
        return _reached(points)
    plain = [point for point in points if not _SOME.search(point.evidence.quote)]
    if len({(point.value, point.qualifier) for point in plain}) == 1:
        return plain[0]
    whole = [point for point in points if _WHOLE.search(point.evidence.quote)]
    values = {(point.value, point.qualifier) for point in whole}
    return whole[0] if len(values) == 1 else None


def _reached(points: Sequence[MetricPoint]) -> MetricPoint | None:
    quote = points[0].evidence.quote
    if not all(point.text in quote for point in points) or not any(mark in quote for mark in ("由", "从")):
        return None
    last = max(points, key=lambda point: quote.rindex(point.text))
    return last if _ARRIVED.search(quote[: quote.rindex(last.text)]) else None


def differ(one: MetricPoint, other: MetricPoint) -> str | None:
    """Return in Chinese why two figures of one measure and unit count different things; None where nothing says so."""
    said, told = one.evidence.quote, other.evidence.quote
    standing = _STANDING.search(one.name) and _STANDING.search(other.name)
    if not standing and bool(_RUNNING.search(said)) != bool(_RUNNING.search(told)):
        return "一为当年、一为累计"
    if _levels(said) != _levels(told):
        return "统计的范围不同"
    if one.text[-1] in _PEOPLE and bool(_SOME.search(said)) != bool(_SOME.search(told)):
        return "一为其中部分人、一为全部"
    acts, others = _acts(said), _acts(told)
    if acts and others and acts.isdisjoint(others):
        return "说的不是一件事"
    return None


def _levels(quote: str) -> set[str]:
    return {match.rstrip("级") for match in _LEVEL.findall(quote)}


def _acts(quote: str) -> set[str]:
    return {act for act, words in _ACTS.items() if words.search(quote)}
