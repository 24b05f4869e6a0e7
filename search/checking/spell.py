"""Of which stretch of time, and of which kind of meeting, a figure is: 每天播报160条 is no year's, 线上参与156万人次 none in a hall."""

from __future__ import annotations

import re

LAST = r"上年度?|[上前]一年度?|去年|头年|上一?届|上一?季(?!度)"
"""What the year before is called, or the time before of what comes once a year."""
_STRETCHES = (
    ("day", "每[天日]|日均|单日|当[天日]|一天"),
    ("week", "每周|周均|单周"),
    ("month", "每月|月均|单月|当月"),
    ("quarter", "每季|季均"),
    ("one", "每[期场集条篇件户人位家]|[期场集条篇件户]均|人均|单[期场集条篇件]|最高"),
)
_STRETCH = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _STRETCHES))
_ONLINE = re.compile("线上|云端|在线[观收参]|网上[观参]")


def stretch(beside: str) -> str | None:
    """Return the stretch of time that `beside`, the text before a figure, names: day, week, month, quarter, `one` for a single
    thing (每期), None for the whole year. Made for: 每天播报路况160条 beside 全年播报路况5.9万条."""
    found = [match.lastgroup for match in _STRETCH.finditer(beside)]
    return found[-1] if found else None


def online(beside: str) -> bool:
    """Tell whether those who came did so, or also did so, on the net: 线上线下41万人次参与 after 68场活动吸引3.7万人次."""
    return _ONLINE.search(beside) is not None
