"""jieba's dictionary as a few small arrays: every word with its frequency and part of speech, cut exactly as jieba cuts.

jieba itself keeps a Python string and number for each word and each beginning of a word: 70 MB, and 18 MB more for parts
of speech, read anew by each process in half a second. Here the words are a trie in two arrays (a "double array": the
child of `node` for a character stands at ``base[node] + code``, and ``check`` there says whose child it is), 10 MB in all, read
in a tenth of the time, and a text is cut in two thirds of it.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import math
import sys
import zipfile
from array import array
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.files import write
from search.trie import ROOT, double_array

FORMAT = 1
"""Counted up when the arrays mean something else, or are made otherwise."""


class Dictionary:
    """The words of one dictionary file in jieba's form (a line a word: word, frequency, part of speech)."""

    def __init__(self, arrays: dict[str, NDArray[Any]]) -> None:
        """Take what `build` gives."""
        self._base, self._check = (
            array("i", arrays[name].astype(np.intc, copy=False).tobytes()) for name in ("base", "check")
        )
        self._kinds = array("H", arrays["kinds"].astype(np.uint16).tobytes())
        """By node: a number for its frequency and part of speech, 0 for what only begins words."""
        self._frequencies: list[int] = arrays["frequencies"].tolist()
        self._tags = [sys.intern(tag) for tag in arrays["tags"].tolist()]
        self._codes = {chr(point): code for code, point in enumerate(arrays["points"].tolist(), 1)}
        self._unknown = len(self._codes) + 1
        total = math.log(int(arrays["total"]))
        self._weights = [math.log(frequency or 1) - total for frequency in self._frequencies]

    def routes(self, sentence: str) -> dict[int, tuple[float, int]]:
        """Return by place the logarithm of the likeliest cut of all that follows, and where its first word ends.

        Places are 0-based; the end is that of the word's last character, as jieba has it.
        """
        base, check, kinds, weights = self._base, self._check, self._kinds, self._weights
        codes = list(map(self._codes.get, sentence, [self._unknown] * len(sentence)))
        length = len(codes)
        best = [0.0] * (length + 1)
        routes: dict[int, tuple[float, int]] = {length: (0, 0)}
        for start in range(length - 1, -1, -1):
            node = codes[start]
            at = end = start
            top = -math.inf
            while True:
                kind = kinds[node]
                # Of equals the longer word counts.
                if kind and (score := weights[kind] + best[at + 1]) >= top:
                    top, end = score, at
                at += 1
                if at == length:
                    break
                child = base[node] + codes[at]
                if check[child] != node:
                    break
                node = child
            if top == -math.inf:
                top = weights[0] + best[start + 1]
            best[start] = top
            routes[start] = top, end
        return routes

    def get(self, word: str, default: int | None = None) -> int | None:
        """Return the frequency of a word, 0 of what only begins words, `default` where no word begins so."""
        node = self._node(word)
        return default if node is None else self._frequencies[self._kinds[node]]

    def tag(self, word: str) -> str | None:
        """Return the part of speech of a word, None where it is none."""
        node = self._node(word)
        return self._tags[self._kinds[node]] or None if node is not None else None

    def _node(self, word: str) -> int | None:
        if not word:
            return None
        node = ROOT
        for char in word:
            child = self._base[node] + self._codes.get(char, self._unknown)
            if self._check[child] != node:
                return None
            node = child
        return node if node != self._unknown else None


def open_dictionary(content: bytes, cache: Path) -> Dictionary:
    """Return the dictionary in the bytes of a file; what is made of it is kept in the folder `cache`.

    Raises ValueError where a line is none of a dictionary. A cache that can't be written or read costs only time.
    """
    kept = cache / f"dictionary-{FORMAT}-{hashlib.blake2b(content, digest_size=8).hexdigest()}.npz"
    try:
        with kept.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            return Dictionary(dict(arrays))
    except (OSError, ValueError, LookupError, EOFError, zipfile.BadZipFile):
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
            total += int(frequency)
        except ValueError as error:
            raise ValueError(f"no line of a dictionary: {number}") from error
        # Of a word that stands there twice the last frequency counts, and the last tag that is none of a noun.
        before = told.get(word, (0, "n"))[1]
        told[word] = int(frequency), before if tag == "n" else tag
    # Number 0 is what only begins words.
    kinds = {kind: at for at, kind in enumerate(dict.fromkeys([(0, ""), *told.values()]))}
    base, check, points, ends = double_array(list(told))
    numbers = np.zeros(len(check), dtype=np.uint16)
    if len(kinds) > np.iinfo(np.uint16).max:
        raise ValueError("too many frequencies")
    numbers[ends] = [kinds[kind] for kind in told.values()]
    return {
        "base": base,
        "check": check,
        "kinds": numbers,
        "points": points,
        "frequencies": np.array([frequency for frequency, _ in kinds]),
        "tags": np.array([tag for _, tag in kinds]),
        "total": np.array(total),
    }
