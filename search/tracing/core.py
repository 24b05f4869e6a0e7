"""What is left of a statement when all is taken away that statements and deeds of any topic share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from search.tracing.generic import generic_words

_FIGURE = re.compile(
    r"[\d.,%％〇零一二三四五六七八九十百千万亿两]+(?:余|多)?[年月日人次期篇件条个场项家部集版元户份名小时]*"
)
_SHORT = re.compile(
    "仍然|依然|尚未|还不|不够|不足|不强|不多|不高|不浓|不少|不到|偏少|偏弱|偏低|偏大|偏软|偏短|较少|较弱|欠缺|缺乏|薄弱|有待|亟待|滞后|单一|"
    "推进|推动|加快|着力|力争|争取|开展|组织|实施|全年|今年|去年|上年度|问题|方面|针对|关于|共|已|等"
)


def by_length(names: Iterable[str]) -> tuple[str, ...]:
    """Return names with the longest first, as `core` takes them."""
    return tuple(sorted(set(names), key=lambda name: (-len(name), name)))


def core(text: str, names: Iterable[str] = ()) -> str:
    """Return a text without figures, words of lack and effort, and `names` of outlets, the longest first (both as `plain` gives them)."""
    left = text
    for name in names:
        left = left.replace(name, " ")
    left = _SHORT.sub(" ", _FIGURE.sub(" ", generic_words().sub(" ", left)))
    return left if any(map(str.isalnum, left)) else text
