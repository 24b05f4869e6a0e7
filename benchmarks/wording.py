"""Whether an answer's words say what the gold wants said: figures, dates and texts, however they are written."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter

from benchmarks.gold import Record
from benchmarks.names import plain
from ingest.numerals import chinese_number
from search.answers import Answer, Item

_DATE = re.compile(r"(?<!\d)(\d{4})(?:[-年](\d{1,2}))?(?:[-月](\d{1,2}))?(?!\d)")
_FIGURE = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*([万亿]?)")
_SCALE = {"": 1, "万": 10_000, "亿": 100_000_000}
_UP = ("增", "多", "升", "涨", "提高")
_DOWN = ("减", "少", "降", "跌")
_ORDINAL = re.compile(r"第?([〇零一二三四五六七八九十百]+)(?=[届期号条集位年])")
_LIKE = 0.8
"""Share of a gold statement that an item must hold where it does not hold all of it."""


def dates(text: str) -> list[str]:
    """Return the dates of `text` in its order, as exact as written: 2024-06-12, 2024-06, 2024."""
    found = []
    for year, month, day in _DATE.findall(unicodedata.normalize("NFKC", text)):
        parts = [year, *(part.zfill(2) for part in (month, day) if part)]
        found.append("-".join(parts))
    return found


def figures(text: str) -> list[float]:
    """Return the figures of `text` in single units: 1.1万 → 11000, 1,320 → 1320."""
    plainly = unicodedata.normalize("NFKC", text)
    return [float(digits.replace(",", "")) * _SCALE[unit] for digits, unit in _FIGURE.findall(plainly)]


def says_difference(wanted: str, answer: str) -> bool:
    """Return whether `answer` has every figure of `wanted` and says up or down as it does, where it does."""
    given = figures(answer)
    figured = all(any(math.isclose(figure, other) for other in given) for figure in figures(wanted))
    for words in (_UP, _DOWN):
        if any(word in wanted for word in words) and not any(word in answer for word in words):
            return False
    return figured and bool(figures(wanted))


def says_date(wanted: str, answer: Answer) -> bool:
    """Return whether the answer or one of its items gives exactly the date `wanted`."""
    given = [date for text in (answer.answer or "", *map(line, answer.items)) for date in dates(text)]
    return set(dates(wanted)) <= set(given) and bool(dates(wanted))


def says_end(wanted: str, answer: Answer, first: bool) -> bool:
    """Return whether the answer gives the year `wanted` as the first (else the last) one.

    It does where that year stands first in its text, or no other year of it is earlier (later).
    """
    years = [int(date[:4]) for date in dates(answer.answer or "")]
    year = int(dates(wanted)[0][:4])
    return bool(years) and (years[0] == year or year == (min if first else max)(years))


def says_text(wanted: str, answer: Answer) -> bool:
    """Return whether every part of `wanted` (parted by ；) stands in the answer or is made up in one item.

    An item makes it up where year, label and detail together have its characters: an item's fields come in
    another order than the sentence.
    """
    whole = _written(answer.answer or "")
    items = [Counter(_written(line(item))) for item in answer.items]
    parts = [_written(part) for part in re.split("[；;]", wanted)]
    return all(part in whole or any(not Counter(part) - item for item in items) for part in parts)


def names(label: str, answer: Answer) -> bool:
    """Return whether the answer's text or one of its items holds the gold label, or all but a little of it."""
    return _written(label) in _written(answer.answer or "") or any(fits(label, item) for item in answer.items)


def fits(label: str, item: Item) -> bool:
    """Return whether `item` holds the gold label, or is itself at least four fifths of it."""
    wanted, given = _written(label), _written(item.label)
    dated = dates(label)
    if dated and re.fullmatch(r"[\d年月日-]+", plain(label)):
        return dated[0] in dates(line(item))
    if wanted in _written(line(item)):
        return True
    return bool(given) and given in wanted and len(given) >= _LIKE * len(wanted)


def line(item: Item) -> str:
    """Return an item's year, label and detail as one line."""
    return f"{item.year}年 {item.label} {item.detail or ''}"


def same_value(gold: Record, value: float, year: int, unit: str | None) -> bool:
    """Return whether a figure is the gold's: same year and value, and unit where the gold has one."""
    return (
        gold["year"] == year
        and math.isclose(gold["value"], value)
        and (gold["unit"] is None or gold["unit"] == unit)
    )


def _written(text: str) -> str:
    """Return `text` as plain names are compared, its ordinals in digits, without punctuation."""
    digits = _ORDINAL.sub(lambda found: str(chinese_number(found.group(1))), plain(text))
    return re.sub(r"[\W_]+", "", digits.replace("第", ""))
