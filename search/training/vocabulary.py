"""The tokenizer: a Unigram model over dictionary words and single characters, so that it segments as jieba does."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

UNKNOWN = "[UNK]"
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
LATIN = re.compile(r"[a-z0-9]+")
LONGEST = 7
"""Characters in the longest piece: longer phrases are better met by their words."""


def build_tokenizer(scores: dict[str, float]) -> Tokenizer:
    """Return a Unigram tokenizer; id 0 is the unknown piece, then the pieces of `scores` in their order.

    Text is put into NFKC and lower case; punctuation and space yield no tokens; runs of letters and digits stand apart.
    """
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

    floor = min(scores.values()) - 1.0
    tokenizer = Tokenizer(models.Unigram([(UNKNOWN, floor), *scores.items()], unk_id=0, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"[^\p{Han}\p{L}\p{N}]+"), "removed"),
            pre_tokenizers.Split(Regex(r"[a-z0-9]+"), "isolated"),
        ]
    )
    return tokenizer


def count_pieces(texts: list[str], own: Sequence[str]) -> Counter[str]:
    """Return how often each jieba word, own word, letter-digit run and single character stands in `texts`."""
    frequencies = jieba_frequencies()
    total = sum(frequencies.values())
    scores = {word: math.log(count / total) for word, count in frequencies.items() if HAN.fullmatch(word)}
    scores |= {word: scores.get(word, math.log(20 / total)) for word in own if HAN.fullmatch(word)}
    tokenizer = build_tokenizer(scores)
    counts: Counter[str] = Counter()
    for first in range(0, len(texts), 2000):
        batch = texts[first : first + 2000]
        for encoding in tokenizer.encode_batch(batch, add_special_tokens=False):
            counts.update(token for token in encoding.tokens if HAN.fullmatch(token))
        for text in batch:
            counts.update(LATIN.findall(text.lower()))
    return counts


def choose_pieces(
    counts: Counter[str], own: Sequence[str], headwords: Sequence[str], english: Sequence[str], size: int
) -> tuple[dict[str, float], int]:
    """Return log scores by piece and how many pieces from the front on are kept after training.

    `size` pieces are kept: own words, letter-digit runs, characters, words of the texts, then headwords by jieba
    frequency; `english` words follow, for training alone.
    """
    frequencies = jieba_frequencies()
    characters = _characters(counts, headwords, frequencies)
    runs = [run for run, count in counts.items() if LATIN.fullmatch(run) and (count >= 20 or len(run) == 1)]
    words = [w for w, count in counts.most_common() if count >= 3 and len(w) > 1 and w in frequencies]
    heads = sorted(set(headwords), key=lambda word: (-frequencies.get(word, 0), word))
    heads = [word for word in heads if frequencies.get(word, 0) >= 3]
    candidates = [word for word in own if len(word) <= LONGEST] + runs + characters + words + heads
    kept = [piece for piece in dict.fromkeys(candidates) if _fit(piece)][: size - 1]
    total = sum(counts.values()) + sum(frequencies.values()) / 10
    scores = {
        piece: math.log((counts[piece] + frequencies.get(piece, 0) / 10 + 0.5) / total) for piece in kept
    }
    for word in english:
        scores.setdefault(word, math.log(0.5 / total) + 2.0)
    return scores, len(kept) + 1


def _fit(piece: str) -> bool:
    return len(piece) <= LONGEST and bool(HAN.fullmatch(piece) or LATIN.fullmatch(piece))


def _characters(counts: Counter[str], headwords: Sequence[str], frequencies: dict[str, int]) -> list[str]:
    """Return the single characters worth a piece, the commonest in the texts first."""
    seen: Counter[str] = Counter()
    for word, count in counts.items():
        seen.update(dict.fromkeys(word, count))
    for word in headwords:
        seen.update(word)
    return [c for c, count in seen.most_common() if HAN.fullmatch(c) and (count >= 3 or c in frequencies)]


def character_rows(pieces: Sequence[str]) -> tuple[list[list[int]], int]:
    """Return for each piece the rows whose sum is its vector while training, and how many rows there are.

    A piece has a row of its own and shares one row a character with all pieces that have that character, so that
    rare words start from what their characters mean. After training the sums are the pieces' vectors.
    """
    rows: dict[str, int] = {}
    parts = []
    for number, piece in enumerate(pieces):
        characters = piece if HAN.fullmatch(piece) else ""
        parts.append([number, *(rows.setdefault(c, len(pieces) + len(rows)) for c in characters)])
    return parts, len(pieces) + len(rows)


def english_words(texts: Iterable[str], size: int) -> list[str]:
    """Return the `size` most frequent English words of `texts`."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word for word in LATIN.findall(text.lower()) if word.isalpha() and len(word) > 1)
    return [word for word, _ in counts.most_common(size)]


def jieba_frequencies() -> dict[str, int]:
    """Return jieba's dictionary words with their frequencies."""
    import jieba

    jieba.setLogLevel(30)  # warnings only: loading its dictionary is no news
    jieba.initialize()
    return {word: count for word, count in jieba.dt.FREQ.items() if count > 0}
