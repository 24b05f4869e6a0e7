"""Shares told as a part of the whole: 占总收入四分之一以上, 占比过半."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.numbers import Quantity
from ingest.numerals import chinese_number
from ingest.report import Qualifier

_PART = re.compile(
    r"(?P<before>超过?|逾|过|近|将近|接近|不足|不到|约)?"
    r"(?:(?P<of>[二三四五六七八九十])分之(?P<many>[一二两三四五六七八九])|(?P<half>一半|半数|半(?=[，。；、]|以上)|半壁江山))"
    r"(?P<behind>以上|多|强|左右|弱)?"
)
_OVER, _NEARLY, _ABOUT = (
    {"超过", "超", "逾", "过", "以上", "多", "强"},
    {"近", "将近", "接近", "不足", "不到", "弱"},
    {"约", "左右"},
)
SLACK = 5.0
"""Percentage points by which such a share may miss."""


def parts(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Yield the shares of ``text[start:end]`` that are told as a part of the whole, in percent."""
    for match in _PART.finditer(text, start, end):
        hedges = {match["before"], match["behind"]}
        qualifier = next(
            (
                each
                for words, each in (
                    (_OVER, Qualifier.OVER),
                    (_NEARLY, Qualifier.NEARLY),
                    (_ABOUT, Qualifier.ABOUT),
                )
                if hedges & words
            ),
            Qualifier.EXACT,
        )
        of, many = chinese_number(match["of"] or "二"), chinese_number(match["many"] or "一")
        if of and many and many < of:
            yield Quantity(*match.span(), *match.span(), 100 * many / of, "%", qualifier, match[0])


def claimed(share: Quantity) -> tuple[float, float]:
    """Return between what percentages a share that is told in tenths or parts lies."""
    value = float(share.value)
    if share.qualifier is Qualifier.OVER:
        return value - 0.5, value + 2 * SLACK
    if share.qualifier is Qualifier.NEARLY:
        return value - 2 * SLACK, value + 0.5
    return value - SLACK, value + SLACK
