"""The years that a question names, in numbers or relative to what is stored.

今年 and 本年度 are the latest year stored, 去年 and 上年 the one before, 前年 two before; 近三年 the three latest calendar
years up to it, 这三年 those of which there are reports; 2021到2024 all years stored between the two. 这几年, 历年 and the like name no year: they mean all.
Nothing is guessed: a relative year that is not stored stays a year that is not stored.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_YEAR = r"(?:19|20)\d\d"
# A dash is punctuation, of which nothing is left in the one spelling: 2016—2018年 is 20162018年 there.
_RANGE = re.compile(rf"(?<!\d)({_YEAR})年?度?(?:到|至|起到)?(?<!年)({_YEAR})(?!\d)年?度?")
_SHORT_RANGE = re.compile(r"(?<!\d)([12]\d)年?(?:到|至)([12]\d)年")
_SINCE = re.compile(rf"(?:自|从)?({_YEAR})年?度?(?:以来|以后|之后|起|至今|到现在|开始)")
_BEFORE = re.compile(rf"({_YEAR})年?度?(?:以前|之前|前)")
_SINGLE = re.compile(rf"(?:截至|截止|到)?({_YEAR})(?:年度|年底|年末|年终|年初|全年|年全年|年|(?!\d))")
_SHORT = re.compile(r"(?<!\d)([12]\d)年(?!\d\d(?!\d(?!\d))|前|后|来|内|度?以)")
_LATEST_N = re.compile(r"(?:近|最近|过去|这)([2-9]|10)年(?:来|间|里|内)?|([2-9]|10)年来")
# 头两年各登了多少: the first two of which there are reports.
_FIRST_N = re.compile(r"(?:头|最初|开头|最早)(?:的)?([2-9])年(?:里|间)?(?!前)")
_THAN_BEFORE = re.compile(r"(?:(?<!占)比|较|跟|同|与|和|相比)(?:上1?年度?|去年|前1年)(?:相比|比较?)?")
_SO_MANY = re.compile(
    r"(?<![\d第])([2-9]|10)年(?:来|间|里|内|下来)?(?=.{0,14}(?:加|合|总|1共|共|提升|上升|增|涨|降|减|变))"
)
_OF_ALL = re.compile(
    r"(?<![\d第近用花期])([2-9]|10)(?:年|份报告|期报告|个年度)(?:来|间|里|下来|的|各|都|有|(?=1共|总共|合计|累计|.{0,12}(?:多少|几)))"
)
_RELATIVE = (
    (re.compile(r"大前年"), -3),
    (re.compile(r"(?<!大)前年"), -2),
    (re.compile(r"去年|上1?年度?(?![来假])|前1年度?"), -1),
    (re.compile(r"今年|本年度|最近1年|最新1年|当前年度"), 0),
)


@dataclass(frozen=True)
class Years:
    """The years of a question. `spans` are their places in it, to be passed over."""

    named: tuple[int, ...] = ()
    """In the order of the question, each once; stored or not."""
    ranged: bool = False
    """Whether they are a stretch of time: years in it that are not stored are no failure."""
    relative: bool = False
    """Whether a year was told relative to the latest stored."""
    spans: tuple[tuple[int, int], ...] = ()

    def within(self, stored: Sequence[int]) -> list[int]:
        """Return the years stored that are meant, ascending; all of them where the question names none."""
        return [year for year in stored if not self.named or year in self.named]


def read_years(question: str, stored: Sequence[int]) -> Years:
    """Return the years that a question (in one spelling, `words.key`) names; `stored` ascending."""
    latest = stored[-1] if stored else None
    named: list[int] = []
    spans: list[tuple[int, int]] = []
    ranged = relative = False
    rest = question

    def take(match: re.Match[str], years: Sequence[int]) -> None:
        nonlocal rest
        spans.append(match.span())
        named.extend(year for year in years if year not in named)
        rest = rest[: match.start()] + "□" * (match.end() - match.start()) + rest[match.end() :]

    for match in _RANGE.finditer(rest):
        first, last = sorted((int(match[1]), int(match[2])))
        take(match, range(first, last + 1))
        ranged = True
    for match in _SHORT_RANGE.finditer(rest):
        first, last = sorted((2000 + int(match[1]), 2000 + int(match[2])))
        take(match, range(first, last + 1))
        ranged = True
    for match in _SINCE.finditer(rest):
        take(match, [year for year in stored if year >= int(match[1])] or [int(match[1])])
        ranged = True
    for match in _BEFORE.finditer(rest):
        take(match, [year for year in stored if year < int(match[1])])
        ranged = True
    for match in _SINGLE.finditer(rest):
        take(match, [int(match[1])])
    for match in _SHORT.finditer(rest):
        take(match, [2000 + int(match[1])])
    for match in _FIRST_N.finditer(rest):
        if int(match[1]) <= len(stored):
            take(match, stored[: int(match[1])])
            ranged = True
    for match in _LATEST_N.finditer(rest):
        if latest is not None:
            span = int(match[1] or match[2])
            # 这三年 are the three of which there are reports; 近三年 are those of the calendar.
            reported = match[0].startswith("这")
            take(match, _reported(span, stored) if reported else range(latest - span + 1, latest + 1))
            ranged = True
    for match in _SO_MANY.finditer(rest):
        if stored:
            take(match, _reported(int(match[1]), stored))
            ranged = True
    for match in _OF_ALL.finditer(rest):
        # 三年的监督稿件, 四份报告里: as many as are stored are all of them.
        if int(match[1]) <= len(stored) and not named:
            take(match, stored[-int(match[1]) :])
            ranged = True
    for match in _THAN_BEFORE.finditer(rest):
        # 较上年提高: the latest year is told, held against the one before.
        take(match, [latest] if latest is not None and not named else [])
    for pattern, shift in _RELATIVE:
        for match in pattern.finditer(rest):
            # 上年 beside a year of its own is told from that year, by the intent that asks for it.
            if latest is not None and not named:
                take(match, [latest + shift])
                relative = True
            else:
                take(match, [])
    return Years(tuple(named), ranged, relative, tuple(sorted(spans)))


def _reported(count: int, stored: Sequence[int]) -> Sequence[int]:
    """Return so many years of which there are reports: all where so many are stored, else the latest by the calendar.

    Where the calendar has but one of those stored, the latest stored are meant: of 2018 and 2020 both by 这两年.
    """
    if count == len(stored):
        return stored
    calendar = range(stored[-1] - count + 1, stored[-1] + 1)
    alone = count > 1 and len(stored) > 1 and sum(year in calendar for year in stored) < 2
    return stored[-count:] if alone else calendar
