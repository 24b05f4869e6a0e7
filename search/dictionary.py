"""jieba's dictionary in a few megabytes: every word with its frequency and part of speech, cut exactly as jieba cuts.

jieba itself keeps a Python string and number for each word and each beginning of a word: 70 MB, and 18 MB more for parts
of speech, read anew by each process in half a second. Here the words are a trie of marisa-trie, 1 MB, read in a tenth
of the time.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import math
import sys
import zipfile
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np
from numpy.typing import NDArray

from search.files import write

FORMAT = 2
"""Counted up when the arrays mean something else, or are made otherwise."""


class Dictionary:
    """The words of one dictionary file in jieba's form (a line a word: word, frequency, part of speech)."""

    def __init__(self, arrays: dict[str, NDArray[Any]]) -> None:
        """Take what `build` gives."""
        self._trie = marisa_trie.Trie().frombytes(arrays["trie"].tobytes())
        self._longest = int(arrays["longest"])
        self._kinds: NDArray[np.uint16] = arrays["kinds"]
        """By the trie's number of a word: a number for its frequency and part of speech."""
        self._frequencies: list[int] = arrays["frequencies"].tolist()
        self._tags = [sys.intern(tag) for tag in arrays["tags"].tolist()]
        total = math.log(int(arrays["total"]))
        self._unknown = -total
        weights = np.log(np.maximum(arrays["frequencies"], 1)) - total
        self._weights: NDArray[np.float64] = weights[self._kinds]

    def routes(self, sentence: str) -> dict[int, tuple[float, int]]:
        """Return by place the logarithm of the likeliest cut of all that follows, and where its first word ends.

        Places are 0-based; the end is that of the word's last character, as jieba has it.
        """
        beginnings, longest, weights = self._trie.iter_prefixes_with_ids, self._longest, self._weights
        length = len(sentence)
        best = [0.0] * (length + 1)
        routes: dict[int, tuple[float, int]] = {length: (0, 0)}
        for start in range(length - 1, -1, -1):
            top, end = -math.inf, start
            for word, number in beginnings(sentence[start : start + longest]):
                at = start + len(word)
                # Of equals the longer word counts, and those come last.
                if (score := float(weights[number]) + best[at]) >= top:
                    top, end = score, at - 1
            if top == -math.inf:
                top = self._unknown + best[start + 1]
            best[start] = top
            routes[start] = top, end
        return routes

    def get(self, word: str, default: int | None = None) -> int | None:
        """Return the frequency of a word, `default` where it is none."""
        number = self._trie.get(word)
        return default if number is None else self._frequencies[self._kinds[number]]

    def tag(self, word: str) -> str | None:
        """Return the part of speech of a word, None where it is none."""
        number = self._trie.get(word)
        return None if number is None else self._tags[self._kinds[number]]


def open_dictionary(content: bytes, cache: Path) -> Dictionary:
    """Return the dictionary in the bytes of a file; what is made of it is kept in the folder `cache`.

    Raises ValueError where a line is none of a dictionary. A cache that can't be written or read costs only time.
    """
    kept = cache / f"dictionary-{FORMAT}-{hashlib.blake2b(content, digest_size=8).hexdigest()}.npz"
    try:
        with kept.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            return Dictionary(dict(arrays))
    except (OSError, ValueError, LookupError, EOFError, RuntimeError, zipfile.BadZipFile):
        arrays = build(content)
        buffer = io.BytesIO()
        np.savez(buffer, allow_pickle=False, **arrays)
        with contextlib.suppress(OSError):
            write(kept, buffer.getvalue())
        return Dictionary(arrays)


def build(content: bytes) -> dict[str, NDArray[Any]]:
    """Return the arrays of a dictionary: `Dictionary` reads them. Raises ValueError where a line is none of one."""
    told: dict[str, tuple[int, str]] = {}
    total = 0
    for number, line in enumerate(content.decode().splitlines(), 1):
        try:
            word, frequency, tag = line.split()
            # Of a word that stands there twice the last frequency counts, and the last tag that is none of a noun.
            before = told.get(word, (0, "n"))[1]
            told[word] = int(frequency), before if tag == "n" else tag
            total += int(frequency)
        except ValueError as error:
            raise ValueError(f"no line of a dictionary: {number}") from error
    trie = marisa_trie.Trie(told)
    kinds = {kind: at for at, kind in enumerate(dict.fromkeys(told.values()))}
    if len(kinds) > np.iinfo(np.uint16).max:
        raise ValueError("too many frequencies")
    return {
        "trie": np.frombuffer(trie.tobytes(), dtype=np.uint8),
        "total": np.array(total),
        "longest": np.array(max(map(len, told))),
        "kinds": np.array([kinds[told[trie.restore_key(number)]] for number in range(len(trie))], np.uint16),
        "frequencies": np.array([frequency for frequency, _ in kinds]),
        "tags": np.array([tag for _, tag in kinds]),
    }
