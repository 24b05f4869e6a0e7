"""Totals since a beginning that an earlier report's total contradicts: 累计资助800名, where 2023 has 1000 already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.answers import Finding, Severity
from search.checking.case import Case
from search.checking.counterparts import Aligned, counterpart, near
from search.checking.figures import Figure
from search.checking.saying import figure, short

SURE = 0.8
"""The least fit of two totals whose growth is held against what came."""
NEAR = 8
"""Characters between what came this year and the total."""
_NEW = re.compile("新(?:增|建|收|录|制|上线|入|设)[^，。；\\d]{0,8}$")
_THEN = re.compile("[^，。；\\d]{0,6}[，,（](?:已|现已|至今)?累计(?:已|共)?[^，。；\\d]{0,6}")
"""Between what was done this year and in all: 拍摄21位老人，累计拍摄63位."""
_CONTINUING = re.compile("粉丝|用户|下载|装机|注册|订阅|关注")
"""What may fall although it is a total."""
RUNNING = ("累计", "历年", "以来", "至今")


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each running total that fell, or grew by other than what came. Both sides must say that they count since a beginning."""
    for told in case.figures:
        if told.role != "total":
            continue
        if (more := _more_at_once(case, told)) is not None:
            year, was = more.before.evidence.year, more.before
            message = (
                f"累计数比往年一年的还少：{year}年度报告“{short(was.evidence.quote, 30)}”，这里累计只有{told.text}。"
                "请核对是否把当年数写成了累计数。"
            )
            yield case.finding(
                "number-conflict", Severity.WARNING, message, (told.start, told.end), [was.evidence]
            )
            continue
        for year in sorted(case.earlier_figures, reverse=True):
            pair = counterpart(case, told, year)
            if pair is None or pair.before.role != "total":
                continue
            if (
                (pair.now.metric.subject is not None or pair.now.letters == pair.before.letters)
                and pair.before.value > told.value
                and all(any(word in each.evidence.quote for word in RUNNING) for each in (told, pair.before))
            ):
                message = (
                    f"累计数比往年还少：{year}年度报告“{short(pair.before.evidence.quote, 30)}”，这里累计只有{told.text}。"
                    "请核对是否把当年数写成了累计数。"
                )
                span = told.start, told.end
                yield case.finding("number-conflict", Severity.WARNING, message, span, [pair.before.evidence])
            elif pair.fit >= SURE and year == case.year - 1:
                yield from _added(case, told, pair.before)
            break


def _more_at_once(case: Case, told: Figure) -> Aligned | None:
    """Return the figure of one earlier year alone that is more than a total since the beginning: 累计走进21个园区 after 走进27个园区."""
    if not any(word in told.evidence.quote for word in RUNNING) or _CONTINUING.search(told.name):
        return None
    for year in sorted(case.earlier_figures, reverse=True):
        for was in case.earlier_figures[year]:
            if was.role == "level" and was.exact and told.exact and was.value > told.value:
                fit = near(told, was)
                if fit >= SURE and told.metric.subject is not None:
                    return Aligned(told, was, fit)
    return None


def _added(case: Case, told: Figure, was: Figure) -> Iterator[Finding]:
    """What came this year, beside the total, must make up its growth: 新增项目9项，累计59项 after 累计47项."""
    new = [
        each
        for each in case.figures
        if each.end <= told.start
        and each.metric.unit == told.metric.unit
        and (
            (told.start - each.end <= NEAR and _NEW.search(each.before))
            or _THEN.fullmatch(case.draft.text[each.end : told.start])
        )
    ]
    exact = all(each.exact for each in (told, was, *new))
    if len(new) != 1 or not exact or any("万" in each.text or "亿" in each.text for each in (told, was)):
        return
    due = was.value + new[0].value
    if due != told.value:
        message = (
            f"累计数与新增数不符：{was.evidence.year}年度报告累计{was.text}，今年新增{new[0].text}，"
            f"应为{figure(due, told.metric.unit)}，这里累计{told.text}。请核对。"
        )
        span = told.start, told.end
        yield case.finding("number-conflict", Severity.WARNING, message, span, [was.evidence])
