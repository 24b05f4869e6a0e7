"""Telling sentences that say nothing in particular, and so answer nothing, from those that do."""

from __future__ import annotations

import re
from functools import cache

from search.tracing.phrases import HERE, lines, plain
from search.tracing.wording import FIGURE, NAME

LEFT = 0.3
"""A sentence is generic where no more than this share of its characters is left without the generic words ..."""
FEW = 3
"""... or no more than so many characters."""


def is_generic(text: str) -> bool:
    """Tell whether a statement answers nothing: 对存在的问题认真加以改进.

    It is made of the words of `generic.txt`, and has neither a figure nor a name between marks.
    """
    bare = plain(text)
    if FIGURE.search(bare) or NAME.search(bare):
        return False
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
