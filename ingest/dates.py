"""Editions (第三十三届), years (二〇二一年度) and dates (7月26日) in running text."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.numerals import chinese_number

_EDITION = re.compile(r"第\s?([\d０-９]+|[零〇一二三四五六七八九十百]+)\s?(?:届|季(?!度)|次)|首届")
_YEAR = re.compile(
    r"(?<![\d.])((?:19|20)\d{2}|[12１２][９０90][０-９]{2}|二[〇○零Ｏ0O]{1}[一二三四五六七八九〇○零]{2}|一九[一二三四五六七八九〇○零]{2})\s?(?=年|度|-\d|—\d)"
)
_FULL_DATE = re.compile(
    # What a date begins with comes first: at most places of a text one look is enough.
    r"(?=[\d一二三四五六七八九十同当])(?:(?:(?P<year>(?:19|20)\d{2}|二[〇○零][一二三四五六七八九〇○零]{2}|一九[一二三四五六七八九〇○零]{2})\s?年)\s?(?:(?P<month>[01]?\d|[一二三四五六七八九十]{1,2}|元)\s?月(?:份)?\s?(?:(?P<day>[0-3]?\d|[一二三四五六七八九十]{1,3})\s?[日号])?|(?P<newyear>元旦))?"
    r"|(?:(?<![\d年])|(?<=[去上今同当次]年))(?P<month2>1[0-2]|[1-9]|十[一二]?|(?<![一二三四五六七八九十])[一二三四五六七八九])\s?月\s?(?P<day2>[0-3]?\d|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\s?日"
    r"|(?<!\d)(?P<month3>1[0-2]|[1-9])\s?月(?:份)?(?![刊\d])|(?<![一二三四五六七八九十\d年个半每])(?P<month4>十[一二]?|[一二三四五六七八九])月(?:份)?(?=[，,、中上下初底起至里—])"
    r"|(?:同|(?<![一-龥])当)(?P<same>[年月日])(?=[，,起]))"
)

_DATE_SIGN = re.compile("[年月同当]")
_LONGEST_BEFORE_SIGN = 7
"""Characters of a date before its first 年 or 月, and then some: 二〇二一 年."""


def edition(text: str) -> tuple[int, int, int] | None:
    """Return (edition, start, end) of the first 第N届 or 首届 in `text`, digits or numerals, or None."""
    match = _EDITION.search(text)
    if match is None:
        return None
    if match[1] is None:
        return 1, match.start(), match.end()
    number = chinese_number(match[1])
    return None if number is None else (number, match.start(), match.end())


def years(text: str) -> list[tuple[int, int, int]]:
    """Return (year, start, end) of every four-digit year that 年 or 年度 follows; 二〇二一年 is read too."""
    found = []
    for match in _YEAR.finditer(text):
        number = chinese_number(match[1])
        if number is not None and 1900 <= number <= 2100:
            found.append((number, match.start(), match.end()))
    return found


class Date(NamedTuple):
    """A date in text, as exact as the text gives it. Offsets are code points into the text it was found in."""

    start: int
    end: int
    iso: str


def dates(text: str, year: int | None, start: int = 0, end: int | None = None) -> list[Date]:
    """Return the dates in ``text[start:end]``; a month and day without year take `year` (if given) or are left out."""
    found: list[Date] = []
    stop = len(text) if end is None else end
    sign = _DATE_SIGN.search(text, start, stop)
    if sign is None:
        return found
    for match in _FULL_DATE.finditer(text, max(start, sign.start() - _LONGEST_BEFORE_SIGN), stop):
        if match["same"]:
            # 12月18日，…；同月，…; 自同日起…: as exact as the date before, up to what is said to be the same.
            if found:
                iso = found[-1].iso[: {"年": 4, "月": 7, "日": 10}[match["same"]]]
                found.append(Date(start=match.start(), end=match.end(), iso=iso))
            continue
        own = chinese_number(match["year"]) if match["year"] else None
        month = (
            ("1" if match["newyear"] else None)
            or match["month"]
            or match["month2"]
            or match["month3"]
            or match["month4"]
        )
        day = ("1" if match["newyear"] else None) or match["day"] or match["day2"]
        if own is None and match.start() >= 2:
            lead = text[match.start() - 2 : match.start()]
            if lead in {"去年", "上年"} and year:
                own = year - 1
            elif lead == "今年" and year:
                own = year
            elif lead in {"同年", "当年", "次年"} and found:
                own = int(found[-1].iso[:4]) + (lead == "次年")
        own = own or year
        if own is None:
            continue
        month_number = 1 if month == "元" else chinese_number(month) if month else None
        day_number = chinese_number(day) if day else None
        iso = f"{own:04d}"
        if month_number is not None and 1 <= month_number <= 12:
            iso += f"-{month_number:02d}"
            if day_number is not None and 1 <= day_number <= 31:
                iso += f"-{day_number:02d}"
        found.append(Date(start=match.start(), end=match.end(), iso=iso))
    return found
