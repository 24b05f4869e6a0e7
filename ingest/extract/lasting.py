"""How many years something has lasted: 已连续开展8年 · 坚持了十九年 · 开播三年的《A》.

A year is a date nearly everywhere else, so that years are no unit of `ingest.numbers`; here the verb before the number tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.numbers import Quantity
from ingest.numerals import number_of
from ingest.report import Qualifier

_LASTED = re.compile(
    r"(?P<did>(?:连续|持续|坚持)?(?:开展|举办|开办|播出|出版|发布|推出|运行|开播|上线|创刊|创办|停播|停刊)|坚持|持续|走过)(?:已|了|已有|至今已)*"
    r"(?P<text>(?P<number>\d{1,2}|[一二两三四五六七八九十]{1,3})(?P<more>[余多])?(?:年|个年头))"
    # 开展三年行动, 推出五年规划, 举办十年间: of what span it is, or when.
    r"(?=[，。；、的）]|$)"
    # 连续14年|免费接送考生, 历时两年|拍摄
    r"|(?P<keeps>连续|历时|耗时)(?P<span>(?P<years>\d{1,2}|[一二两三四五六七八九十]{1,3})(?P<over>[余多])?年)(?!度|级|来|蝉联|获|荣|入选|第|[增上下]|[，。]?在)"
)


_SPAN = re.compile(r"[\d一二两三四五六七八九十余多](?:年|个年头)")
"""Quickly found, and in all of these."""


def lasting(text: str, start: int, end: int) -> Iterator[tuple[Quantity, str]]:
    """Yield the years that something in ``text[start:end]`` has lasted, each with the verb that says what lasted (code points)."""
    for match in _LASTED.finditer(text, start, end) if _SPAN.search(text, start, end) else ():
        told, digits = ("text", "number") if match["did"] else ("span", "years")
        number = number_of(match[digits])
        if not number or number < 2 or text[match.start(told) - 1] in "第前近":
            continue
        yield (
            Quantity(
                start=match.start(told),
                end=match.end(told),
                number_start=match.start(digits),
                number_end=match.end(digits),
                value=number,
                unit="年",
                qualifier=Qualifier.OVER if match["more"] or match["over"] else Qualifier.EXACT,
                text=match[told],
            ),
            match["did"] or match["keeps"],
        )
