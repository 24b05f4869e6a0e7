"""Whether a text accounts for the words of a question, for all answers but figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from search.questions.wording.words import cover

LEAST = 0.6
"""What a text must cover of every word."""


def covers(
    words: Sequence[str], text: str, synonyms: Mapping[str, frozenset[str]], least: float = LEAST
) -> bool:
    """Tell whether a text (in one spelling) covers each of some words."""
    return all(cover(word, text, dict(synonyms)) >= least for word in words)


def share(
    words: Sequence[str],
    text: str,
    synonyms: Mapping[str, frozenset[str]],
    weights: Mapping[str, float] | None = None,
) -> float:
    """Return how much of some words a text covers, 0 to 1; 1 for no words.

    Each weighs its characters, times what `weights` has for it.
    """
    each = {word: len(word) * (weights or {}).get(word, 1.0) for word in words}
    total = sum(each[word] for word in words)
    table = dict(synonyms)
    return sum(cover(word, text, table) * each[word] for word in words) / total if total else 1.0


def without(words: Sequence[str], *said: str) -> list[str]:
    """Return the words that are none of `said` and no part of them."""
    return [word for word in words if not any(word in each for each in said)]
