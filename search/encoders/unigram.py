"""The tokenizer of the embedded model without the `tokenizers` package: 2 MB in memory instead of 45, and the same pieces.

Only tokenizers of the one form that `search.training` makes are read: normalised by NFKC and to lower case, cut at whatever
is no letter, digit or Han character and around runs of ASCII letters and digits, then the likeliest pieces of a vocabulary (Unigram).
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np
from numpy.typing import NDArray

FORM: dict[str, Any] = {
    "truncation": None,
    "added_tokens": [],
    "normalizer": {"type": "Sequence", "normalizers": [{"type": "NFKC"}, {"type": "Lowercase"}]},
    "pre_tokenizer": {
        "type": "Sequence",
        "pretokenizers": [
            {
                "type": "Split",
                "pattern": {"Regex": r"[^\p{Han}\p{L}\p{N}]+"},
                "behavior": "Removed",
                "invert": False,
            },
            {"type": "Split", "pattern": {"Regex": "[a-z0-9]+"}, "behavior": "Isolated", "invert": False},
        ],
    },
    "post_processor": None,
}
"""What the file of such a tokenizer says beside its vocabulary."""
_PENALTY = 10.0
"""By how much a character that is in no piece counts less than the least likely piece (Unigram's own figure)."""
# \w is letters, digits and _; of the script Han it lacks the radicals and strokes that are symbols.
_PIECE = re.compile("[a-z0-9]+|(?:[^\\W_a-z0-9]|[\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5])+")
_UNKNOWN = -1


class Unigram:
    """Texts as pieces of a vocabulary, by number."""

    def __init__(self, vocabulary: Sequence[tuple[str, float]], unknown: int) -> None:
        """Take pieces with the logarithms of their likelihoods, in the order of their numbers, and the number of what is unknown."""
        self._trie = marisa_trie.Trie(piece for piece, _ in vocabulary)
        self._longest = max(len(piece) for piece, _ in vocabulary)
        self._unknown = unknown
        self._least = min(score for _, score in vocabulary) - _PENALTY
        # Numbers and scores by the trie's own number of a piece.
        self._pieces = array("i", bytes(4 * len(vocabulary)))
        self._scores = array("d", bytes(8 * len(vocabulary)))
        for number, (piece, score) in enumerate(vocabulary):
            at = self._trie[piece]
            self._pieces[at], self._scores[at] = number, score
        # Reports of one media and one genre have much in common.
        self._cut = lru_cache(maxsize=1 << 13)(self._cut_anew)

    def ids(self, text: str) -> NDArray[np.int64]:
        """Return the numbers of the pieces of a text."""
        # Python alone writes a sigma at the end of a word otherwise.
        plain = unicodedata.normalize("NFKC", text).replace("Σ", "σ").lower()
        return np.array(list(chain.from_iterable(map(self._cut, _PIECE.findall(plain)))), dtype=np.int64)

    def _cut_anew(self, run: str) -> tuple[int, ...]:
        """Return the likeliest pieces of a run; of equals the one that was come upon first."""
        beginnings, longest, scores = self._trie.iter_prefixes_with_ids, self._longest, self._scores
        length = len(run)
        best = [0.0] + [-math.inf] * length
        come: list[tuple[int, int]] = [(0, 0)] * (length + 1)
        """By end of a piece: where it starts, and its number in the trie."""
        for start in range(length):
            here, alone = best[start], False
            for piece, number in beginnings(run[start : start + longest]):
                end = start + len(piece)
                alone = alone or end == start + 1
                if (score := scores[number] + here) > best[end]:
                    best[end], come[end] = score, (start, number)
            if not alone and (score := self._least + here) > best[start + 1]:
                best[start + 1], come[start + 1] = score, (start, _UNKNOWN)
        found: list[int] = []
        at, before = length, 0
        while at:
            at, number = come[at]
            # What is unknown side by side is one unknown piece.
            if number != _UNKNOWN or before != _UNKNOWN:
                found.append(self._unknown if number == _UNKNOWN else self._pieces[number])
            before = number
        return tuple(found[::-1])


def open_unigram(vocabulary: Path) -> Unigram | None:
    """Return the tokenizer in a file, None where it is of another form. Raises OSError where it can't be read."""
    content = vocabulary.read_bytes()
    try:
        told = json.loads(content)
        model = told["model"]
        pieces = {str(piece): float(score) for piece, score in model["vocab"]}
        if (
            model["type"] != "Unigram"
            or model.get("byte_fallback")
            or {name: told[name] for name in FORM} != FORM
            or "" in pieces
            or len(pieces) < len(model["vocab"])
        ):
            return None
        return Unigram(list(pieces.items()), int(model["unk_id"]))
    except (ValueError, LookupError, TypeError):
        return None
