"""Finding which groups of words a text shows: one pass over the text, however many words there are."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
APART = 12
"""Characters that may stand between the two words of a pair."""
_LETTERS = 0x110000
"""How many characters there may be."""
_SPACE = re.compile(r"\s+")

Rule = tuple[str, ...]
"""One word, or two that must stand near each other."""


def plain(text: str) -> str:
    """Return `text` as words are looked for in it: NFKC, lower case, without white space."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text).lower())


class Phrases:
    """Groups of words by name; a group is shown by any of its words, or by a pair of words standing near."""

    def __init__(self, groups: Mapping[str, Iterable[Rule]]) -> None:
        self._single: dict[str, set[str]] = defaultdict(set)
        self._pairs: list[tuple[str, str, str]] = []
        self._words: dict[str, list[str]] = defaultdict(list)
        self._groups = {name: tuple(rules) for name, rules in groups.items()}
        words: set[str] = set()
        for name, rules in self._groups.items():
            for rule in rules:
                words.update(rule)
                if len(rule) == 1:
                    self._single[rule[0]].add(name)
                else:
                    self._pairs.append((name, rule[0], rule[1]))
        for word in sorted(words):
            self._words[word[:2]].append(word)
        self._paired = frozenset(word for _, *both in self._pairs for word in both)

    def words(self) -> dict[str, list[str]]:
        """Return the words of each group; a pair is one word."""
        return {name: ["".join(rule) for rule in rules] for name, rules in self._groups.items()}

    def shown(self, texts: Sequence[str]) -> list[frozenset[str]]:
        """Return for each text, as `plain` gives them, what `found` gives: one index of all pairs of characters serves all words."""
        whole = "\n".join(texts)
        of = list(itertools.chain.from_iterable([at] * (len(text) + 1) for at, text in enumerate(texts)))
        names: list[set[str]] = [set() for _ in texts]
        places: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for word, starts in self._starts(whole):
            single = self._single.get(word, ())
            for at in starts:
                if whole.startswith(word, at) and _whole(whole, at, word):
                    names[of[at]].update(single)
                    if word in self._paired:
                        places[word][of[at]].append(at)
        for name, one, other in self._pairs:
            if one in places and other in places:
                for text in places[one].keys() & places[other].keys():
                    if _near({word: places[word][text] for word in (one, other)}, one, other):
                        names[text].add(name)
        return [frozenset(each) for each in names]

    def _starts(self, whole: str) -> Iterator[tuple[str, list[int]]]:
        """Yield each word and the places where its first two characters stand, where they stand anywhere."""
        letters = np.frombuffer(whole.encode("utf-32-le"), np.uint32).astype(np.int64)
        pairs = letters[:-1] * _LETTERS + letters[1:]
        order = np.argsort(pairs, kind="stable")
        held = pairs[order]
        by_pair = [word for word in itertools.chain.from_iterable(self._words.values()) if len(word) > 1]
        begins = np.array([ord(word[0]) * _LETTERS + ord(word[1]) for word in by_pair], np.int64)
        first, last = (np.searchsorted(held, begins, side=side) for side in ("left", "right"))
        for at in np.flatnonzero(last > first).tolist():
            yield by_pair[at], order[first[at] : last[at]].tolist()
        for word in itertools.chain.from_iterable(self._words.values()):
            if len(word) == 1:
                yield word, np.flatnonzero(letters == ord(word)).tolist()

    def found(self, text: str) -> frozenset[str]:
        """Return the names of the groups that `text`, as `plain` gives it, shows."""
        # By what words begin with: few of the thousands of words begin as anything does that stands in the text.
        starts = {text[at : at + 2] for at in range(len(text))}.union(text)
        held = [word for start in starts & self._words.keys() for word in self._words[start] if word in text]
        places = {word: at for word in held if (at := [*_places(text, word)])}
        names = {name for word in places for name in self._single.get(word, ())}
        for name, one, other in self._pairs:
            if name not in names and one in places and other in places and _near(places, one, other):
                names.add(name)
        return frozenset(names)


def _places(text: str, word: str) -> Iterator[int]:
    """Yield where `word` stands in `text`."""
    at = text.find(word)
    while at >= 0:
        if _whole(text, at, word):
            yield at
        at = text.find(word, at + 1)


def _whole(text: str, at: int, word: str) -> bool:
    """Tell whether a word of Latin letters stands by itself: ai is not in air."""
    if not word.isascii():
        return True
    around = text[at - 1 : at] + text[at + len(word) : at + len(word) + 1]
    return not any(char.isascii() and char.isalpha() for char in around)


def _near(places: Mapping[str, list[int]], one: str, other: str) -> bool:
    return any(
        0 <= second - first - len(before) <= APART
        for before, after in ((one, other), (other, one))
        for first in places[before]
        for second in places[after]
    )


@cache
def topics() -> Phrases:
    """Return the topics of `topics.txt`."""
    groups: dict[str, list[Rule]] = {}
    for line in lines(HERE / "topics.txt"):
        name, _, words = line.partition(":")
        groups[name.strip()] = rules(words)
    return Phrases(groups)


def rules(words: str) -> list[Rule]:
    """Return the rules that a line of a table writes: words divided by white space, `a+b` a pair."""
    return [tuple(word.split("+")) for word in words.lower().split()]


def lines(path: Path) -> list[str]:
    """Return the lines of a table, without comments and blank ones."""
    rows = path.read_text(encoding="utf-8").splitlines()
    return [row for row in rows if row.strip() and not row.startswith("#")]
