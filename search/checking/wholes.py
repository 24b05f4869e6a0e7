"""All there are of a thing, told otherwise in another place: 112个校园记者站的代表 beside 校园记者站，合计109个, or 窗口总数已达25个 beside a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.answers import Finding, Severity
from search.checking.around import CLAUSE, around
from search.checking.case import Case
from search.checking.saying import short

_UNITS = "[个家所处座支间辆台套]"
_ALL = re.compile(
    rf"(?P<name>[一-龥]{{2,8}})[”》]?(?:[，,](?:全[省市县区州])?)?(?:现|已|目前|均)*(?:合计|共计|总计|总数(?:已|为|达到?|有)*|总共有?|一共有?|共有)(?P<count>\d[\d,]*)(?P<unit>{_UNITS})(?![多余])"
)
"""建起校园记者站，合计109个; “渔家书屋”总数达到32个."""
_SOME = re.compile(
    rf"(?<![\d.,第近约超逾])(?P<count>\d[\d,]*)(?P<unit>{_UNITS})[“《]?(?P<name>[一-龥]{{2,8}})"
)
_WANTED = re.compile(
    "申[报请]|报名|候选|计划|拟|力争|目标|将|明年|累计|先后|全[国省市县]|各地|历[年届]|原有|曾|由|从|上年|去年|20\\d\\d年"
)
"""So many that apply, are meant, were or came in many years may be more."""
_TOTAL_NUMBER = re.compile("总数(?:已|现|共)?(?:达到?|为|有|增至|升至)?$")
LEAST = 4
"""Characters of what is counted that both must have."""
BEHIND = 14
"""Characters behind such a name that may tell of applicants."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each number of things that is more than the draft tells there to be in all, and for each total in a sentence that
    the table of the draft has otherwise."""
    yield from _more(case)
    yield from _in_table(case)


def _more(case: Case) -> Iterator[Finding]:
    text = case.draft.text
    for whole in _ALL.finditer(text):
        for some in _SOME.finditer(text):
            if some["unit"] != whole["unit"] or whole.start() <= some.start() < whole.end():
                continue
            name = _shared(whole["name"], some["name"])
            left = around(text, *some.span(), CLAUSE)[0]
            said = text[left : some.end() + BEHIND]
            if not name or _number(some) <= _number(whole) or _WANTED.search(said):
                continue
            message = f"比总数还多：稿中写“{short(whole[0], 24)}”，这里有{some['count']}{some['unit']}{name}。请核对后统一。"
            span = some.start("count"), some.end("unit")
            yield case.finding("number-conflict", Severity.WARNING, message, span)


def _in_table(case: Case) -> Iterator[Finding]:
    """A total in a sentence of what a row of a table counts: 窗口（个）, 22 and 厅内窗口总数已达25个."""
    told = [each for each in case.figures if each.role == "level" and each.exact]
    rows = [each for each in told if "\t" in each.evidence.quote and len(each.name) > 1]
    for said in told:
        if "\t" in said.evidence.quote or not _TOTAL_NUMBER.search(said.before):
            continue
        held = [row for row in rows if said.name.endswith(row.name) and row.metric.unit == said.metric.unit]
        held = [row for row in held if row.metric.subject == said.metric.subject]
        if len(held) == 1 and held[0].value != said.value:
            message = f"与表中不符：表中“{held[0].name}”是{held[0].text}，这里写{said.text}。请核对后统一；若口径不同，请写明。"
            span = said.start, said.end
            yield case.finding("number-conflict", Severity.ERROR, message, span)


def _shared(whole: str, some: str) -> str:
    """Return the words that one text ends with and the other begins with, empty where these are too few to tell a thing."""
    found = (some[:length] for length in range(min(len(whole), len(some)), LEAST - 1, -1))
    return next((name for name in found if whole.endswith(name)), "")


def _number(match: re.Match[str]) -> int:
    return int(match["count"].replace(",", ""))
