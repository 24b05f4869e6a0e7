"""Words of a question that say how something was done or ask for it, not what is meant: 拍了多少集, 怎么走的, 送到."""

from __future__ import annotations

from functools import lru_cache

from search.questions.wording.words import PARTICLES, measure_words, stop_words, topic_words
from search.tokens import tagged

_NAMING = ("n", "j", "s", "l", "i", "eng", "x", "t")
"""First letters of the parts of speech of jieba that name something; others say how, how much or that it was done."""


@lru_cache(maxsize=4096)
def content(word: str) -> tuple[str, ...]:
    """Return the parts of a word that name something, in order; empty where it only tells what was done.

    A word of the tables is one whole. Any other is cut as jieba's dictionary cuts it: 打违规广告回去 → 违规, 广告.
    """
    if word in measure_words() or (word in topic_words() and len(word) > 1):
        return (word,)
    parts: list[str] = []
    before = ""
    for part, tag in tagged(word):
        if len(part) == 1 and len(before) > 1 and tag.startswith("n") and part not in stop_words():
            # 减压室, 采访车: one character tells what kind of thing the word before it is made to.
            parts = [*(parts[:-1] if parts and parts[-1] == before else parts), before + part]
            before = ""
            continue
        before = part
        named = part in measure_words() or part in topic_words()
        if part in stop_words() or part in PARTICLES:
            continue
        if tag == "s" and part.endswith(("里", "上")):
            continue  # 村里的信息员, 网上看: where it is said so, and no more.
        if len(part) > 1 and (named or tag.startswith(_NAMING) or tag in ("vn", "an")):
            parts.append(part)
    return tuple(parts)
