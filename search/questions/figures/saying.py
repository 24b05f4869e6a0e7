"""How figures are told: their labels, and the remarks without which they would mislead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.numbers import quantities
from ingest.numerals import LARGE_MAGNITUDES
from ingest.units import unit_family
from search.questions.naming.catalog import Figure
from search.questions.reading.reading import Question
from search.questions.wording import phrasing
from search.questions.wording.words import key

_SUMMED = re.compile(r"累计[^，,；;。]{0,10}$|至今")
"""What tells that a figure adds up all years so far."""
_TOTAL = re.compile(r"全平台|全网|[全各]端口?|各平台|矩阵|全媒体|新媒体平台|总粉丝|粉丝总")


def remarks(figures: Sequence[Figure]) -> list[str]:
    """Return what to bear in mind when these figures are compared: units, names, scope, and whose report tells them."""
    reasons = told_later(figures)
    units = list({unit_family(f.unit): f.unit for f in figures if f.unit}.values())
    if len(units) > 1:
        reasons.append(f"各年单位不同（{'、'.join(units)}），比较时请留意")
    # 職工 and 职工 are one word.
    labels = list({key(told): told for told in map(label, figures)}.values())
    if len(labels) > 1:
        reasons.append(f"各年报告的说法不同：{'、'.join(labels)}")
    if len({_total(f) for f in figures}) > 1:
        reasons.append("有的年度是全部平台的合计，有的是单个平台的数字，口径不同")
    summed = [f.year for f in figures if _SUMMED.search(f.evidence.quote.partition(f.text)[0])]
    if summed and len(summed) < len(figures):
        reasons.append(f"{phrasing.years(summed)}写的是累计数，不能与其他年度直接比较")
    return reasons


def _total(figure: Figure) -> bool:
    return _TOTAL.search(f"{figure.subject_name or ''}{figure.name}") is not None


def told_later(figures: Sequence[Figure]) -> list[str]:
    """Say of which years the figure is told by the report of a later one."""
    later = [f for f in figures if f.year != f.evidence.year]
    return [f"{f.year}年的数字见于{f.evidence.year}年的报告" for f in later]


def label(figure: Figure) -> str:
    """Return subject and name as the report has them."""
    return f"{figure.subject_name or ''}{figure.name}"


def common_label(question: Question, figures: Sequence[Figure]) -> str:
    """Return the label for figures of several years: the latest that names what is asked for, else the latest."""
    head = question.words[-1] if question.words else ""
    return next((label(f) for f in reversed(figures) if head in key(f.name)), label(figures[-1]))


def ends(figure: Figure) -> list[int | float]:
    """Return both ends of a figure that is told as a range (80万至350万次), else the one that it is."""
    told = [each.value for each in quantities(figure.text) if each.text == figure.text]
    return told if len(told) > 1 and figure.value in told else [figure.value]


def written(figure: Figure) -> str:
    """Return the figure as its report writes it, hedge and unit included; 48.9 of a table below 用户数（万） as 48.9万."""
    if figure.text == "零":
        return "为零"
    number = _BARE_NUMBER.search(figure.text)
    if number is None or "分之" in figure.text:
        return figure.text
    scale = next(
        (word for word, times in LARGE_MAGNITUDES.items() if _times(number[0], times, figure.value)), ""
    )
    return f"{figure.text}{scale}{figure.unit or ''}"


_BARE_NUMBER = re.compile(r"\d[\d,，]*(?:\.\d+)?$")


def _times(number: str, times: int, value: float) -> bool:
    return abs(float(re.sub("[,，]", "", number)) * times - abs(value)) < 1e-6 * max(1.0, abs(value))
