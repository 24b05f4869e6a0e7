"""What a clause adds to the honours told right before it: their level, their total, or parts by other names than levels.

X奖：通讯《A》，一等奖；…               the level of the piece before
一等奖2件，二等奖4件，共6件            the total of the parts before
11件作品上榜，包括特别推荐1件、优秀6件、入围4件    parts that make up the count before
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extract.awards.honours import Honour
from ingest.lexicon import LEVELS
from ingest.numerals import chinese_number
from ingest.sentences import strip_marks

_LEVEL_ALONE = re.compile(LEVELS)
_NUMBER = r"(?:\d+|[一二两三四五六七八九十]+)"
_TOTAL = re.compile(rf"(?:共|合计|总计|累计)(?:计|获奖?)?(?P<number>{_NUMBER})[件项个篇](?:作品)?(?:获奖)?")
_LABEL_AND_COUNT = re.compile(rf"(?P<label>[一-龥]{{2,6}}?)(?P<number>{_NUMBER})[件项个篇]")
_LABELLED = re.compile(
    rf"(?:其中|包括|包含|含|分别为|分别是|有)+(?:[一-龥]{{2,6}}?{_NUMBER}[件项个篇][、，和及]?){{2,}}"
)


def level_told(text: str, low: int, high: int, found: Sequence[Honour]) -> bool:
    """Give the last of `found` the level that is all that ``text[low:high]`` (code points) says; tell whether it did."""
    start, end = strip_marks(text, low, high, "，,；;。 \n　")
    level = _LEVEL_ALONE.fullmatch(text, start, end)
    if level is None or not found or found[-1].level or not found[-1].works or found[-1].end > low:
        return False
    found[-1].level = level.group()
    return True


def total_of(text: str, low: int, high: int, found: Sequence[Honour]) -> Honour | None:
    """Return the honour that the total in ``text[low:high]`` makes of the parts of one prize at the end of `found`."""
    start, end = strip_marks(text, low, high, "，,；;。 \n　")
    total = _TOTAL.fullmatch(text, start, end)
    if total is None or not found:
        return None
    last, number, counted = found[-1], chinese_number(total["number"]), 0
    for part in reversed(found):
        if (part.award, part.edition, part.year) != (last.award, last.edition, last.year) or not part.level:
            break
        counted += part.count or 1
    if counted != number:
        return None
    return Honour(start, end, last.award, last.edition, last.year, None, [], number, certain=True)


def labelled_parts(text: str, low: int, high: int, base: Honour | None) -> list[Honour]:
    """Return the parts that ``text[low:high]`` tells of what `base` counts, whatever their levels are called; [] unless they make it up."""
    if base is None or not base.count or not _LABELLED.fullmatch(text, low, high):
        return []
    parts = list(_LABEL_AND_COUNT.finditer(text, low, high))
    counts = [chinese_number(part["number"]) or 0 for part in parts]
    if sum(counts) != base.count:
        return []
    labels = [re.sub(r"^(?:其中|包括|包含|含|分别为|分别是|有)+", "", part["label"]) for part in parts]
    return [
        Honour(*part.span(), base.award, base.edition, base.year, label, [], count, certain=True)
        for part, label, count in zip(parts, labels, counts, strict=True)
    ]
