"""Figures, years and lists in plain Chinese."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.report import Qualifier

_HEDGES = {Qualifier.EXACT: "", Qualifier.OVER: "超", Qualifier.NEARLY: "近", Qualifier.ABOUT: "约"}


def number(value: int | float, unit: str | None = None, qualifier: Qualifier = Qualifier.EXACT) -> str:
    """Return a figure with hedge and unit, in 万 and 亿 from ten thousand on: 1000000, 人, over → 超100万人."""
    size, name = next(
        ((10**power, word) for power, word in ((8, "亿"), (4, "万")) if abs(value) >= 10**power), (1, "")
    )
    return f"{_HEDGES[qualifier]}{plain(Decimal(str(value)) / size)}{name}{unit or ''}"


def plain(value: int | float | Decimal) -> str:
    """Return a number in its shortest form, without exponent: 38.40 → 38.4."""
    text = format(Decimal(str(value)).normalize(), "f")
    return text


def exactly(value: int | float, unit: str | None = None) -> str:
    """Return a figure as `number` does, with all its digits behind where those are shortened."""
    short = number(value, unit)
    return f"{short}（{plain(value)}{unit or ''}）" if abs(value) >= 10**4 else short


def listed(labels: Sequence[str], limit: int = 30) -> str:
    """Return labels joined by 、, each once; past `limit` only how many there are in all."""
    once = list(dict.fromkeys(labels))
    shown = "、".join(once[:limit])
    return f"{shown}等{len(once)}项" if len(once) > limit else shown


def years(found: Sequence[int]) -> str:
    """Return years joined by 、."""
    return "、".join(f"{year}年" for year in found)


def ended(sentence: str) -> str:
    """Return a sentence without its closing mark."""
    return sentence.rstrip("。；;，, ")


def title(name: str) -> str:
    """Return a name between 《》, unless it has quotation marks of its own around it."""
    return name if re.fullmatch(r"[《“\"].*[》”\"]", name) else f"《{name}》"


def day(date: str) -> str:
    """Return an ISO date, year-month or year in Chinese: 2024-06-12 → 2024年6月12日."""
    parts = [int(part) for part in date.split("-")]
    return "".join(f"{part}{mark}" for part, mark in zip(parts, "年月日", strict=False))
