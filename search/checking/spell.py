"""Of which stretch of time, and of which kind of meeting, a figure is: 每天播报160条 is no year's, 线上参与156万人次 none in a hall."""

from __future__ import annotations

import re

from ingest.dates import years
from ingest.numerals import number_of

LAST = r"上年度?|[上前]一年度?|去年|头年|上一?届|上一?季(?!度)"
"""What the year before is called, or the time before of what comes once a year."""
_WHEN = re.compile(rf"(?:[由从比较]|{LAST}|年初)[^，。；,;]{{0,16}}$")
_LAST = re.compile(rf"{LAST}|年初")
_AGO = re.compile(r"(?P<years>[两二三四五六七八九]|[2-9])年前")
_STRETCHES = (
    ("peak", "最[忙多高火大热]的?(?:是)?[那这]?一[天日期场条篇]|峰值"),
    ("day", "每[天日]|日均|单日|当[天日]|一天"),
    ("week", "每周|周均|单周"),
    ("month", "每月|月均|单月|当月"),
    ("quarter", "每季|季均"),
    ("one", "每[期场集条篇件户人位家]|[期场集条篇件户]均|人均|单[期场集条篇件]|最高"),
)
_STRETCH = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _STRETCHES))
_PACE = re.compile(
    r"(?:每|一)[天日周月季][^，。；\d]{0,3}?[一二两三四五六七八九十]+[篇期条件次场集版档讲](?=[^，。；]*[，。；])"
)
"""What has a figure of its own in words: 恢复每月两篇的节奏，刊出20篇 counts the year's."""
_ONLINE = re.compile("线上|云端|在线[观收参]|网上[观参]|直播(?:观众|听众)")
_SHOWN = re.compile("直播|视频|网络|在线|网友")


def year_told(before: str, year: int) -> tuple[int, bool]:
    """Return the year that a figure with `before` in front of it is of, in a report of `year`, and whether the text names it.

    Made for: 由2023年的1830万元; 上年为58件; 由两年前的5.2万份; of 由8.4万增至 it is the year before.
    """
    clause = re.split(r"[，,；;]", before)[-1]
    when = _WHEN.search(clause)
    for said in (when[0] if when else clause, clause):
        named = [each for each, _, _ in years(said) if each != year]
        if named:
            return named[-1], True
    if (ago := _AGO.search(when[0] if when else clause)) is not None:
        return year - int(number_of(ago["years"]) or 0), True
    return year - 1, _LAST.search(clause) is not None


def stretch(beside: str) -> str | None:
    """Return the stretch of time that `beside`, the text before a figure, names: day, week, month, quarter, `one` for a single
    thing (每期), None for the whole year. Made for: 每天播报路况160条 beside 全年播报路况5.9万条."""
    found = [match.lastgroup for match in _STRETCH.finditer(_PACE.sub("", beside))]
    return found[-1] if found else None


def shown(before: str) -> bool:
    """Tell whether a sentence speaks of what is watched on the net: 台风直播，观看960万人次 is no 展览观众2.1万人次."""
    return online(before) or _SHOWN.search(before) is not None


def online(beside: str) -> bool:
    """Tell whether those who came did so, or also did so, on the net: 线上线下41万人次参与 after 68场活动吸引3.7万人次."""
    return _ONLINE.search(beside) is not None
