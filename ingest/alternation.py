"""Many words as one regular expression."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator


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


_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_FIRST = re.compile(
    r"(?P<begin>\^)|(?P<behind>\(\?<[=!])|\(\?:|\[(?P<letters>[^\]^\\-]+)\]|(?P<letter>[\w—“《》”（，。；：])"
)


def by_letter(pattern: str) -> re.Pattern[str]:
    """Compile the alternatives `pattern` as ones that each begin with a letter; they match the same, in the same order.

    Example: [登站]上|(?:赫然|均)?在列|(?<!不)把 → 登上|站上|赫然在列|均在列|在列|把(?<!不把). Python's expressions pass over every
    character that no alternative begins with, at once, where all of them begin so; else they try each at every character.

    Raises:
        ValueError: an alternative may begin with more than a few letters: .*奖, \\d+件, [一-龥]{2}奖.
    """
    rest, parts = "", _parts(pattern)
    if len(parts) == 1 and pattern.startswith("(?:"):
        # What follows all of them is written once.
        end = _closing(pattern) + 1
        if pattern.startswith("+", end):
            pattern = f"{pattern[:end]}{pattern[:end]}*{pattern[end + 1 :]}"
        if pattern[end : end + 1] not in {"*", "?", "{"}:
            rest, parts = pattern[end:], _parts(pattern[3 : end - 1])
    lettered = "|".join(letter + more for part in parts for letter, more in _begun(part))
    return re.compile(f"(?:{lettered}){rest}")


def _begun(part: str) -> Iterator[tuple[str, str]]:
    """Each letter with which an alternative may begin, and what follows it."""
    first = _FIRST.match(part)
    if first is None:
        raise ValueError(f"begins with no letter: {part}")
    letters, end = first["letters"] or first["letter"] or "", first.end()
    inside: list[str] = []
    if not letters and not first["begin"]:
        end = _closing(part) + 1
        inside = _parts(part[first.end() : end - 1])
    rest, optional = part[end:].removeprefix("?"), part.startswith("?", end)
    if rest[:1] in {"*", "+", "?", "{"}:
        raise ValueError(f"may begin with several letters: {part}")
    if first["begin"]:
        yield from ((letter, f"(?<=^{letter}){more}") for letter, more in _begun(rest))
    elif first["behind"]:
        # Seen from behind the letter, what stands before it ends with it.
        for letter, more in _begun(rest):
            yield letter, first["behind"] + "|".join(look + letter for look in inside) + ")" + more
    else:
        yield from ((re.escape(letter), rest) for letter in letters)
        for one in inside:
            yield from _begun(one + rest)
        if optional:
            yield from _begun(rest)


def _parts(pattern: str) -> list[str]:
    """The alternatives of a pattern."""
    found, depth = [""], 0
    for token in _TOKEN.findall(pattern):
        depth += (token == "(") - (token == ")")
        if token == "|" and not depth:
            found.append("")
        else:
            found[-1] += token
    return found


def _closing(pattern: str) -> int:
    """Where the bracket closes with which a pattern begins."""
    depth = 0
    for token in _TOKEN.finditer(pattern):
        depth += (token.group() == "(") - (token.group() == ")")
        if not depth:
            return token.start()
    raise ValueError(f"never closed: {pattern}")
