"""Characters typed wrong amid words that an earlier report has: 三审三效 for 三审三校, 石门寨村 for 石门村."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from search.answers import Finding, Severity
from search.checking.case import Case, quoted
from search.checking.sounds import nearly

BESIDE = ((3, 1), (2, 2), (1, 3))
"""How many characters on the left and on the right must be those of the earlier report."""
NEEDED = 3
"""How many of these and of the wrong one must be Chinese characters; the others may be figures and marks."""
LAST = 3
"""Earlier reports whose words are looked at, the latest ones."""
_HAN = re.compile("[一-龥]")
_BREAK = re.compile(r"[。！？!?\n]")
_FIGURES = str.maketrans(dict.fromkeys("123456789.", "0"))
"""Figures are new each year."""
_FREE = frozenset(
    "的地得了着过和与及并也又再还已曾将共总约近超达至到等其该这那各每个他她它们在于从向对为被把由以年月日"
)
"""Characters that come and go as the wording does."""
_HOUSES = tuple(
    "村 镇 乡 寨 屯 社区 街道 学校 小学 中学 大学 学院 医院 公司 集团 合作社 基金会 协会 图书馆 博物馆 工作室".split()
)
"""What the name of a place or a house ends with ..."""
_PLACES = frozenset("村镇乡县寨")
"""Behind these two characters on the left are enough: 大屋厂村 for 大屋场村."""
_SORTS = frozenset(
    "大中小新老旧古全省市县区州城乡村镇进入驻到一二三四五六七八九十两多所家下上设员建开办增创立"
)
"""... and characters that tell of which sort or how many it is, or what is done there."""
_BOTH = (
    "作做",
    "像象",
    "支枝",
    "分份",
    "记计纪",
    "会汇",
    "实时",
    "需须",
    "座坐",
    "制治",
    "权全",
    "施实试",
    "突跌",
    "评聘",
    "届季",
)
"""Characters that sound alike and may both be right in one place."""


class _Spot(NamedTuple):
    start: int
    end: int
    left: str
    right: str


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each character that stands in the place of another of its sound, for two that changed places, and
    for each that the name of a place or a house has too many or too few, amid words that an earlier report has otherwise alike.

    Only where no earlier report has the character beside either neighbour: 增值 for 增至 is another word.
    """
    text = case.draft.text.translate(_FIGURES)
    reports = case.earlier[-LAST:]
    earlier = [(report, report.text.translate(_FIGURES)) for report in reversed(reports)]
    seen = {held[at : at + 2] for _, held in earlier for at in range(len(held) - 1)}
    wanted: dict[tuple[str, str], list[_Spot]] = defaultdict(list)
    for spot in _novel(text, seen):
        wanted[spot.left, spot.right].append(spot)
    told: set[int] = set()
    for report, held in earlier:
        for start, end, key in _places(held, wanted):
            for spot in wanted[key]:
                was, said = report.text[start:end], text[spot.start : spot.end]
                if not _HAN.match(said or was) or (len(spot.left + spot.right) == NEEDED and not was):
                    continue
                if spot.start in told or not _slip(said, was, text[spot.end : spot.end + 3]):
                    continue
                told.add(spot.start)
                wide = (spot.start - len(spot.left), spot.end + len(spot.right))
                place = quoted(report, start - len(spot.left), end + len(spot.right))
                message = (
                    f"与往年写法不同，像是错字：这里写“{case.draft.text[slice(*wide)]}”，"
                    f"{place.year}年度报告是“{place.quote}”。请核对。"
                )
                yield case.finding("name-variant", Severity.WARNING, message, wide, [place])


def _novel(text: str, seen: set[str]) -> Iterator[_Spot]:
    """Yield where the draft has a character, or two characters side by side, that no earlier report has there."""
    new = [text[at : at + 2] not in seen for at in range(len(text) - 1)]
    for at in (at for at in range(3, len(text) - 3) if new[at - 1]):
        if new[at]:
            yield from _spots(text, at, at + 1)
            if new[at + 1]:
                yield from _spots(text, at, at + 2)
            if text[at + 1] in _PLACES:
                yield from _spots(text, at, at + 1, ((2, 1),))
        if text.startswith(_HOUSES, at):
            yield from _spots(text, at, at)


def _spots(text: str, start: int, end: int, sides: tuple[tuple[int, int], ...] = BESIDE) -> Iterator[_Spot]:
    for before, behind in sides:
        left, right = text[start - before : start], text[end : end + behind]
        beside = left + text[start:end] + right
        if len(_HAN.findall(beside)) >= NEEDED and not _BREAK.search(beside):
            yield _Spot(start, end, left, right)


def _places(
    text: str, wanted: dict[tuple[str, str], list[_Spot]]
) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """Yield where an earlier report has the two sides of a spot, with two characters, one or none between them."""
    lefts = {left for left, _ in wanted}
    for before, behind in (*BESIDE, (2, 1)):
        for at in range(before, len(text) - behind):
            left = text[at - before : at]
            if left not in lefts:
                continue
            for end in (at, at + 1, at + 2):
                key = left, text[end : end + behind]
                if key in wanted:
                    yield at, end, key


def _slip(said: str, was: str, after: str) -> bool:
    if len(said) == 2 or len(was) == 2:
        return said == was[::-1] and said != was
    if said and was:
        both = any(said in pair and was in pair for pair in _BOTH)
        return said != was and not both and not {said, was} & _FREE and nearly(said, was)
    odd = said or was
    return odd != "" and odd not in _FREE | _SORTS and after.startswith(_HOUSES)
