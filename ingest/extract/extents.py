"""What a figure counts where the words around it have a form of their own: the extent of a titled piece, a mark passed, rates told at once."""

from __future__ import annotations

import re

from ingest.genres import genre_before
from ingest.numbers import Quantity
from ingest.sentences import Span

_PASSED = re.compile(
    r"(?P<of>(?:播放|阅读（播放）|阅读|点击|浏览|观看|传播)量)?(?P<mark>(?:过|破|超过?|突破)[十百千]*[万亿]+)(?:次)?(?:以上)?的?(?:分别|共|有|达)*$"
)
# 六集|纪录片《潮间带》, 100个版的|纪念特刊《启航》
_OF_TITLE = re.compile(r"的?[一-龥A-Za-z0-9]{2,12}《")
# 系列报道《煤都》|24篇, 连续报道《井盖》共|11篇: so many pieces of the genre that the title has.
_TITLE_COUNTED = re.compile(r"》(?:系列)?(?:等|共|计|已|全年|累计)*$")
_PIECES = frozenset("篇 条 部 期 讲 组 幅 件 则 首".split())


def extent_of(text: str, sentence: Span, quantity: Quantity) -> str | None:
    """How long a titled piece is (集数, 版面), or the genre of which it has so many; None for any other figure."""
    if quantity.unit in {"集", "个版", "个整版"} and _OF_TITLE.match(text, quantity.end, sentence[1]):
        return "集数" if quantity.unit == "集" else "版面"
    if (
        quantity.unit not in _PIECES
        or "》" not in text[max(sentence[0], quantity.start - 6) : quantity.start]
    ):
        return None
    counted = _TITLE_COUNTED.search(text, sentence[0], quantity.start)
    opened = text.rfind("《", sentence[0], counted.start()) if counted else -1
    return genre_before(text[max(sentence[0], opened - _LONGEST_GENRE) : opened]) if opened >= 0 else None


_LONGEST_GENRE = 12


def passed_mark(left: str, previous: str | None) -> str | None:
    """播放量过百万的|21条，过千万的|9条: the mark that the pieces passed, of what was measured `previous`ly where nothing else is named."""
    mark = _PASSED.search(left) if left.endswith(("的", "有", "达", "万", "亿")) else None
    if mark is None:
        return None
    before = _PASSED.match(previous or "") if not mark["of"] else None
    return (mark["of"] or (before["of"] if before else None) or "") + str(mark["mark"])


# 劳动合同签订率、|社会保险参保率均为|100%
_ALIKE = re.compile(
    r"(?:^|[，。；：:\s])(?P<names>(?:[一-龥“”]{2,12}率[、和与及])+)[一-龥“”]{2,12}率(?:均|都|皆|全部|同时)(?:已|为|是|达到?|保持|实现|在)*$"
)


def alike(text: str, start: int, quantity: Quantity) -> list[str]:
    """Return the other rates of which `quantity`, a share, is told at once: 劳动合同签订率、社会保险参保率均为100%."""
    told = _ALIKE.search(text[max(start, quantity.start - 60) : quantity.start])
    return [name for name in re.split("[、和与及]", told["names"]) if name] if told else []
