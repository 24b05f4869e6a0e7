"""Many words as one regular expression."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable


def one_of(words: Iterable[str], then: Callable[[str], str] = lambda word: "") -> str:
    """Return a pattern that matches the longest of `words` at a place, and after it what `then` makes of that word.

    Example: 播出 播放 发布 → 播(?:出|放)|发布. Words that begin alike stand together, as Python's expressions try
    one alternative after the other. It has no brackets of its own around it.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for word in sorted(dict.fromkeys(words), key=len, reverse=True):
        alike[word[0]].append(re.escape(word[1:]) + then(word))
    return "|".join(
        re.escape(first) + (f"(?:{'|'.join(rests)})" if len(rests) > 1 else rests[0])
        for first, rests in alike.items()
    )
