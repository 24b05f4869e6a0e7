"""Times that a report tells by no day or month of the calendar: 年底, “六一”, 暑期, 上半年."""

from __future__ import annotations

import re

from ingest.dates import Date, dates

_FEASTS = "元旦|春节|元宵|清明|五一|五四|端午|六一|七一|八一|教师节|中秋|国庆|重阳|记者节"
_SEASON = re.compile(
    r"(?<![去上每近全\d])年[底末初](?!就|已|至|到)|岁末|开年|[上下]半年|第?[一二三四]季度"
    rf"|[“\"]?(?:{_FEASTS})节?[”\"]?(?:小?长假)?(?:期间|前夕|前后|当[天日]|当晚)?"
    r"|暑[期假]|寒假|[春夏秋冬]季|入[春夏秋冬]|汛期|春耕(?:时节|期间)?|开学季|两会期间"
)
"""年底，经济生活频道切换高清信号; “六一”开播的《小鹤飞飞》."""
_CALLED_BY_DAY = re.compile(
    r"[“\"](?P<month>1[0-2]|[1-9])[·.・](?P<day>3[01]|[12]\d|[1-9])[”\"](?=[\u4e00-\u9fff])"
)
"""“7·29”山洪: what happened is called by its day."""
_DAY_OF = {
    "元旦": "01-01",
    "五一": "05-01",
    "五四": "05-04",
    "六一": "06-01",
    "七一": "07-01",
    "八一": "08-01",
    "教师节": "09-10",
    "国庆": "10-01",
    "记者节": "11-08",
}
# 国庆节当天启用, 记者节那天向公众开放; 11月8日记者节那天 has its date.
_ON_FEAST = re.compile(rf"(?<![日号])[“\"]?(?P<feast>{'|'.join(_DAY_OF)})节?[”\"]?(?:当[天日晚]|[这那]一?天)")
_UP_TO = re.compile(r"截[至止](?:到)?$|[到至比]$")
"""截至年底 tells until when something was counted, not when it happened."""
_SIGN = re.compile(r"[年旦节宵明一四午秋庆阳暑假季春夏冬期末]")


def seasons(text: str, year: int, start: int, end: int) -> list[Date]:
    """Return the times in ``text[start:end]`` that are told by no date, each with the `year` of its report as `iso`."""
    if _SIGN.search(text, start, end) is None:
        return []
    return [
        Date(start=match.start(), end=match.end(), iso=f"{year:04d}")
        for match in _SEASON.finditer(text, start, end)
        if _UP_TO.search(text[max(start, match.start() - 3) : match.start()]) is None
    ]


def with_days_of_names(text: str, year: int, start: int, end: int) -> list[Date]:
    """Return the dates in ``text[start:end]`` and the days by which events are called (“7·29”山洪) or that feasts are (国庆节当天), each of the `year` of its report."""
    named = [
        Date(match.start(), match.end(), f"{year:04d}-{int(match['month']):02d}-{int(match['day']):02d}")
        for match in _CALLED_BY_DAY.finditer(text, start, end)
    ]
    feasts = [
        Date(match.start(), match.end(), f"{year:04d}-{_DAY_OF[match['feast']]}")
        for match in _ON_FEAST.finditer(text, start, end)
    ]
    return sorted([*dates(text, year, start, end), *named, *feasts])
