"""Telling sentences that say nothing in particular, and so answer nothing, from those that do."""

from __future__ import annotations

import re
from functools import cache

from search.tracing.phrases import HERE, lines, plain, topics
from search.tracing.wording import FIGURE, NAME

LEFT = 0.3
"""A sentence is generic where no more than this share of its characters is left without the generic words ..."""
FEW = 3
"""... or no more than so many characters."""


_OTHERS = re.compile(
    "^(?:对于?|针对|至于|关于)?[^，,。]{0,10}?(?:其[他它余]|另外|剩余|余下|剩下|别的)"
    "(?:的|方面|一些|存在|[几多两三四五六七八九]?[个点项条类些]|几)*(?:问题|不足|短板|弱项|差距|困难|事项|方面|工作)(?!如|有|是|即|包括|为)"
)
"""How a statement opens on faults that it doesn't name: 对其他问题, 其余几点不足, 针对存在的其他短板."""


def is_generic(text: str) -> bool:
    """Tell whether a statement answers nothing: 对存在的问题认真加以改进.

    It has neither a figure nor a name between marks, and is made of the words of `generic.txt`, or opens on faults that it doesn't
    name and goes on without a matter of the trade: 对其他问题，以更大决心逐一攻克.
    """
    bare = plain(text)
    others = _OTHERS.match(bare)
    if others:
        bare = bare[others.end() :]
    if FIGURE.search(bare) or NAME.search(bare):
        return False
    if others and not topics().found(generic_words().sub(" ", bare)):
        return True
    said = [char for char in bare if char.isalnum()]
    left = [char for char in generic_words().sub("", bare) if char.isalnum()]
    return len(left) <= max(FEW, LEFT * len(said))


@cache
def generic_words() -> re.Pattern[str]:
    """Return the pattern of the words of `generic.txt`, the longest first."""
    words = {word for line in lines(HERE / "generic.txt") for word in line.split()}
    # The longest first, so that 整改方案 is taken whole.
    return re.compile(
        "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    )
