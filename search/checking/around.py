"""The clause and the sentence around a place of a text, and what is counted in it."""

from __future__ import annotations

import re

from ingest.numbers import Quantity, quantities
from ingest.sentences import THOUSANDS

MARKED = re.compile(
    r"《([^《》\n]{2,30})》|“([^“”\n]{2,16})”|\"([^\"\n]{2,16})\"|「([^「」\n]{2,16})」|【([^【】\n]{2,16})】"
)
"""What stands between marks."""
CLAUSE, SENTENCE = "，,；;。！？!?\n", "；;。！？!?\n"


def around(text: str, start: int, end: int, marks: str) -> tuple[int, int]:
    """Return where the stretch between `marks` begins and ends that holds ``text[start:end]`` (code points, end exclusive).

    The comma of 4,860条 is no mark.
    """
    left, right = start, end
    while left > 0 and not _ends(text, left - 1, marks):
        left -= 1
    while right < len(text) and not _ends(text, right, marks):
        right += 1
    return left, right


def _ends(text: str, at: int, marks: str) -> bool:
    return text[at] in marks and not (text[at] == "," and THOUSANDS.match(text, at))


def clause_and_before(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the clause that holds ``text[start:end]``, and its sentence up to that clause."""
    left, right = around(text, start, end, CLAUSE)
    begin = around(text, start, end, SENTENCE)[0]
    return text[left:right], text[begin:left]


def counted(text: str, start: int, end: int) -> list[Quantity]:
    """Return the quantities of ``text[start:end]``: those with a unit, and those of a size that needs none (用户410万)."""
    return [q for q in quantities(text, start, end) if q.unit or "万" in q.text or "亿" in q.text]
