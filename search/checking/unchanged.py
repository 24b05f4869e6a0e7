"""Figures of a year's work that are those of the year before, to the last digit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.answers import Finding, Severity
from search.checking.case import Case
from search.checking.counterparts import counterpart
from search.checking.figures import Figure
from search.checking.saying import short

DIGITS = 3
"""Digits, zeros at the end aside, from which on two years seldom have the same figure by chance."""
SURE = 0.8
"""The least fit of the two figures."""
_DONE = frozenset("篇 条 件 次 期 场 场次 人次 件次 条次 篇次 元 则 篇条 小时 分钟".split())
"""Units of what is done anew each year; houses, posts and villages stay as many."""
_ASKED = re.compile("咨询|求助|问题|诉求|来电|电话|来信|心愿|线索|留言|投诉|差错|错误|错别字|隐患|漏洞")
"""What is counted in 个 or 处 and comes anew each year."""
YEAR_HOURS = frozenset(n * hours for hours in (8760, 8784) for n in range(1, 13))
"""The hours that one to twelve channels are on the air in a year: 安全播出26280小时 of three."""
_CALENDAR = frozenset((365, 366, 250, 251, 249, 252, 730)) | YEAR_HOURS
"""What comes every hour, day or week, as 104期 twice a week do."""

_WEEKDAYS = range(240, 263)


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each figure of three digits or more that the report of the year before has for the same work.

    Made for: 刊播稿件2280篇 in both years, in a sentence that is new otherwise.
    """
    if not case.follows:
        return
    for now in filter(_telling, case.figures):
        pair = counterpart(case, now, case.year - 1)
        if pair is not None and pair.fit >= SURE and now.value == pair.before.value and pair.before.exact:
            before = pair.before
            message = (
                f"数字与{case.year - 1}年度报告完全相同：“{short(before.evidence.quote, 30)}”。"
                "请核对是否沿用了上年的数字。"
            )
            span = now.start, now.end
            yield case.finding("repeated-text", Severity.WARNING, message, span, [before.evidence])


def _telling(told: Figure) -> bool:
    digits = "".join(char for char in told.text if char.isdigit()).strip("0")
    return (
        told.exact
        and len(digits) >= DIGITS
        and (
            told.metric.unit in _DONE
            or (told.metric.unit in ("个", "处") and _ASKED.search(told.evidence.quote) is not None)
        )
        and told.value not in _CALENDAR
        and not (told.metric.unit in ("期", "场", "次") and told.value % 52 <= 1)
        # 《雁鸣新闻》播出255期: each weekday.
        and not (told.metric.unit == "期" and told.value in _WEEKDAYS)
        # 安全播出11.4万小时: as many channels are on the air as long.
        and not (told.metric.unit == "小时" and "播" in told.evidence.quote)
        # 送电影下乡: so many villages, one showing a month each.
        and not (told.metric.unit in ("场", "场次") and "电影" in told.evidence.quote)
        and told.role in ("level", "part")
    )
