"""Names in Latin letters that the reports have in Chinese: Luo Yiming is 罗一鸣, the Shanhai studio 山海."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from search.checking.sounds import readings

SHORTEST = 4
"""Letters of the shortest name that is looked for."""
_FEWEST = 2
"""Characters of the shortest name that is found."""


def in_characters(words: Sequence[str], said: str) -> str | None:
    """Return what a name spelt in pinyin is called in a text; None where the text has nothing that is read so.

    `words` are the parts of the name in the order of writing; Yiming Luo is tried as Luo Yiming, too. Of several that are read alike
    the one is taken that the text has most often.
    """
    spelt = ["".join(words)]
    if len(words) > 1:
        spelt.append("".join([words[-1], *words[:-1]]))
    for each in spelt:
        letters = "".join(char for char in each.lower() if char.isalpha())
        if letters.isascii() and len(letters) >= SHORTEST and (found := _found(letters, said)):
            return found.most_common(1)[0][0]
    return None


def _found(letters: str, said: str) -> Counter[str]:
    """Return the runs of a text that are read as some letters, with how often each stands there."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, char in enumerate(said):
        places[char].append(at)
    # Each state is where in the text the next character stands, and where in the letters its reading begins.
    starts = {
        char: ends
        for char in places
        if (ends := [len(read) for read in readings(char) if letters.startswith(read)])
    }
    found: Counter[str] = Counter()
    for char, ends in starts.items():
        for start in places[char]:
            states = [(start + 1, end) for end in ends]
            while states:
                at, end = states.pop()
                if end == len(letters):
                    if at - start >= _FEWEST:
                        found[said[start:at]] += 1
                elif at < len(said):
                    states += [
                        (at + 1, end + len(read))
                        for read in readings(said[at])
                        if letters.startswith(read, end)
                    ]
    return found
