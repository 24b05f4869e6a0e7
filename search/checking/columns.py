"""Sums of a table that its rows do not add up to: 合计 1765 under 270, 401, 812 and 192."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from search.answers import Finding, Severity
from search.checking.case import Case
from search.checking.ranges import grain
from search.checking.saying import figure

_SUM = re.compile("(?:总?合计|总计|共计|总数|总和)(?:[（(][^）)]*[）)])?")
_WITHIN = re.compile("其中|小计")
_NUMBER = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>[一-龥]{0,4})")
_NO_SUM = re.compile("率|比|%|％|增|减|同期|均|排名|名次|时间|年份")
"""Heads of columns that nobody adds up."""


class _Cell(NamedTuple):
    start: int
    end: int
    text: str


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each cell of a row 合计 that is not the sum of the cells above it.

    A table is lines with cells between tabs, whose first line has its heads. A column counts that has a plain number, with one unit
    or none, in each row; a row that tells what is within another (其中), or that sums up some (小计), leaves the table alone.
    """
    rows: list[list[_Cell]] = []
    at = 0
    for line in case.draft.text.split("\n"):
        cells = _cells(line, at)
        at += len(line) + 1
        if len(cells) < 2:
            rows = []
            continue
        if len(rows) > 2 and _SUM.fullmatch(cells[0].text):
            yield from _summed(case, rows, cells)
            rows = []
            continue
        rows.append(cells)


def _cells(line: str, at: int) -> list[_Cell]:
    found = []
    for cell in line.split("\t"):
        text = cell.strip()
        start = at + cell.find(text)
        found.append(_Cell(start, start + len(text), text))
        at += len(cell) + 1
    return found


def _summed(case: Case, rows: list[list[_Cell]], total: list[_Cell]) -> Iterator[Finding]:
    head, *parts = rows
    if any(_WITHIN.search(row[0].text) or len(row) != len(total) for row in parts):
        return
    for column in range(1, len(total)):
        if column < len(head) and _NO_SUM.search(head[column].text):
            continue
        told = [_NUMBER.fullmatch(row[column].text) for row in (*parts, total)]
        numbers = [match for match in told if match is not None]
        if len(numbers) < len(told) or len({match["unit"] for match in numbers}) > 1:
            continue
        *values, whole = (float(match["number"].replace(",", "")) for match in numbers)
        together = sum(values)
        slack = (
            sum(grain(match["number"]) for match in numbers) / 2
            if "." in "".join(m[0] for m in numbers)
            else 0.0
        )
        if abs(together - whole) > slack + 1e-6:
            unit = numbers[-1]["unit"]
            shown = "＋".join(figure(value, None) for value in values)
            message = (
                f"合计与分项不符：{shown}＝{figure(round(together, 4), unit)}，表中“{total[0].text}”是{total[column].text}。"
                "请核对合计和各分项。"
            )
            span = total[column].start, total[column].end
            yield case.finding("number-conflict", Severity.ERROR, message, span)
