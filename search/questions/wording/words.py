"""Words of questions and reports: one spelling, the word tables, and how much of a word a text holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from functools import cache, lru_cache
from importlib import resources

from kg.entities import normalised
from search.tokens import in_dictionary, tagged

SAME = 1.0
SYNONYM = 0.9
"""What a word is worth that a text holds in another wording of the tables."""
PARTICLES = frozenset("谁它的了吗呢呀吧么是在和与及有比被把从到由哪几多少个着过就都也还又什得给让或占")
"""Characters that end a word that the tables do not know; others may stand inside a name (中央厨房)."""
LONGEST = 12
"""Characters of the longest word looked for."""
LONG = 5
"""Characters from which on a word that is in no table is taken for several."""

_TELLS = re.compile(r"[^\W_]")
"""A letter, a digit, a Chinese character."""

__all__ = [
    "act_words",
    "cover",
    "key",
    "led_to",
    "measure_units",
    "measure_words",
    "segment",
    "stop_words",
    "topic_words",
]


def key(text: str) -> str:
    """Return a text in the one spelling in which questions and reports meet; empty for mere punctuation."""
    return normalised(text) if _TELLS.search(text) else ""


def _lines(name: str) -> list[list[str]]:
    text = resources.files("search.questions").joinpath(name).read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _groups(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in _lines(name):
        if line[0] == "~":
            continue  # Words that only belong together, or are to be read part by part.
        words = [word for word in line if not word.startswith("[")]
        asked = words[: words.index(">")] if ">" in words else words
        members = {key(word) for word in words if word != ">"}
        for word in map(key, asked):
            found[word] |= members - {word}
    return {word: frozenset(others) for word, others in found.items()}


@cache
def measure_units() -> dict[str, frozenset[str]]:
    """Return the units that the figures of a measure can have, for those words of `measures.txt` that tell them."""
    found: dict[str, set[str]] = defaultdict(set)
    for units, *words in (line for line in _lines("measures.txt") if line[0].startswith("[")):
        for word in words:
            found[key(word)] |= set(units.strip("[]").split(","))
    return {word: frozenset(units) for word, units in found.items()}


@cache
def measure_words() -> dict[str, frozenset[str]]:
    """Return the words of `measures.txt`, each with those that name the same measure."""
    return _groups("measures.txt")


@cache
def act_words() -> dict[str, frozenset[str]]:
    """Return the words of `acts.txt`: what happens to things, each with those that say the same."""
    return _groups("acts.txt")


@cache
def topic_words() -> dict[str, frozenset[str]]:
    """Return the words of `synonyms.txt`, each with those that may stand for it."""
    return _groups("synonyms.txt")


@cache
def stop_words() -> frozenset[str]:
    """Return the words of `stopwords.txt`."""
    return frozenset(key(word) for line in _lines("stopwords.txt") for word in line)


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset({*measure_words(), *act_words(), *topic_words()} - stop_words())


def segment(text: str, names: Collection[str] = ()) -> list[str]:
    """Return the words of a text in one spelling (`key`) that say something, in order.

    At each place the longest word of the tables, of `names` or of the stop words is taken; what lies between
    such words is a word of its own.
    """
    words: list[str] = []
    loose = ""
    position = 0
    stops, known = stop_words(), _vocabulary()

    def end_loose() -> None:
        nonlocal loose
        if loose and not set(loose) <= stops:
            words.append(loose)
        loose = ""

    while position < len(text):
        piece = text[position]
        for length in range(min(LONGEST, len(text) - position), 1, -1):
            longer = text[position : position + length]
            if longer in known or longer in names or longer in stops:
                piece = longer
                break
        if (parted := _parted(text[position:])) is not None and len(piece) <= len(parted):
            end_loose()
            words.append(parted)
            position += len(parted) + 1
            continue
        if len(piece) == 2 and piece not in names and _runs_on(text[position : position + 4]):
            piece = piece[0]
        if piece in stops and (shorter := _asked_of(piece, text[position + len(piece) :])):
            piece = shorter
        if piece in stops and len(piece) == 2 and _is_noun(longer := text[position : position + 3]):
            piece = longer  # 数据库 is none of its parts.
        if len(piece) > 1 and piece[-1] != "率" and text.startswith("率", position + len(piece)):
            piece += "率"  # 解决率 is a measure, though 解决 says nothing; and so is 编校差错率.
        behind = text[position + len(piece) : position + len(piece) + 1]
        if len(piece) > 1 and behind and behind in "师部室" and in_dictionary(f"{piece[-2:]}{behind}"):
            piece += behind  # 心理咨询师请了几位, 编辑部有几个人
        # A single character of the tables (税, 花) is a word only where no other word has begun.
        alone = piece in PARTICLES or (
            piece in known
            and set(loose) <= stops
            and not (loose and in_dictionary(f"{loose[-1]}{piece}"))
            and not _begins_word(text, position)
        )
        if len(piece) > 1 or alone:
            end_loose()
            if piece not in stops and piece not in PARTICLES:
                words.append(piece)
        else:
            loose += piece
        position += len(piece)
    end_loose()
    return words


def _parted(text: str) -> str | None:
    """Return the word of the tables that a text begins with, parted by 了 or 过: 查身体 of 查了身体; None where none is."""
    if text[1:2] not in ("了", "过") or not _is_verb(text[0]):
        return None
    for length in range(min(LONGEST, len(text) - 1), 1, -1):
        word = text[0] + text[2 : length + 1]
        if word in _vocabulary():
            # 发了稿费 is no 发稿.
            return None if in_dictionary(text[2 : length + 2]) and len(text) > length + 1 else word
    return None


@lru_cache(maxsize=4096)
def _runs_on(text: str) -> bool:
    """Tell whether the second character begins a longer noun, and what is behind is no word: 换 and 发射机, not 换发."""
    return _is_noun(text[1:]) and not in_dictionary(text[2:])


@lru_cache(maxsize=4096)
def _is_verb(text: str) -> bool:
    return tagged(text)[0][1] == "v"


def _asked_of(piece: str, after: str) -> str | None:
    """Return the stop word that a longer one begins with, where its last character begins a word: 多少 of 多少人, 人手 behind it."""
    known, least = _vocabulary(), piece[:-1]
    if len(piece) < len("多少人") or least not in stop_words():
        return None
    ends = range(2, min(LONGEST, len(after) + 1) + 1)
    begun = any(piece[-1] + after[: end - 1] in known for end in ends)
    return least if begun or _is_noun(piece[-1] + after[:1], 2) else None


@lru_cache(maxsize=4096)
def _is_noun(text: str, length: int = 3) -> bool:
    return len(text) == length and in_dictionary(text) and tagged(text)[0] == (text, "n")


def _begins_word(text: str, position: int) -> bool:
    """Tell whether a character is no word of its own where it stands: the 改 of 改造."""
    first = tagged(text[position : position + LONG])[0][0]
    return len(first) == 2 and in_dictionary(first) and first not in stop_words()


def cover(word: str, text: str, synonyms: dict[str, frozenset[str]]) -> float:
    """Return how much of `word` a text holds, 0 to 1; both in one spelling.

    1 where it stands there, `SYNONYM` for one of its synonyms, else the share of its characters that stand
    there in runs of two or more.
    """
    if word in text:
        return SAME
    if any(_stands(other, text) for other in synonyms.get(word, ())):
        return SYNONYM
    return _share(word, text)


def _stands(word: str, text: str) -> bool:
    """Tell whether a word stands in a text; one of digits alone (71 for 七一) in no longer number."""
    return word in text if not word.isdigit() else re.search(rf"(?<!\d){word}(?!\d)", text) is not None


def led_to(word: str, near: str, around: str) -> bool:
    """Tell whether the last part of a long word that is in no table stands at a figure, and the rest around it.

    Made for 报史陈列室接待(了多少人): 报史陈列室对市民开放，…接待参观9600人次.
    """
    if len(word) < LONG or word in measure_words():
        return False
    *first, last = (part for part, _ in tagged(word))
    return bool(first) and len(last) > 1 and last in near and "".join(first) in around


def _share(word: str, text: str) -> float:
    if not any(word[at : at + 2] in text for at in range(len(word) - 1)):
        return 0.0
    covered = position = 0
    while position < len(word):
        length = 0
        while position + length < len(word) and word[position : position + length + 1] in text:
            length += 1
        if length >= 2:
            covered += length
        position += max(length, 1)
    return covered / len(word) if word else 0.0
