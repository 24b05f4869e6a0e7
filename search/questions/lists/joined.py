"""The words of a clause, and the pieces that 、, 和 or marks side by side make of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from search.tokens import tagged

OPEN = "“《「『"
"""The marks with which a name begins."""
MARKED = re.compile(r"“[^“”\n]{1,40}”|《[^《》\n]{1,40}》|「[^「」\n]{1,40}」|『[^『』\n]{1,40}』")
BRACKET = re.compile(r"（[^（）]*）|\([^()]*\)")
_JOINTS = frozenset({"、", "和", "与", "及", "以及", "并", "跟", "暨"})
_NOMINAL = ("n", "vn", "an", "s", "j", "nz", "eng", "x", "b", "l", "i", "t", "f")
WEAK = frozenset({"和", "与", "及", "并", "跟", "暨"})
"""Joints that join two things only where nouns stand on both sides."""
NUMBER = re.compile(r"[\d两二三四五六七八九十]")
"""A number as words of a clause begin with it."""


@dataclass(frozen=True)
class Token:
    """A word, a name in marks or what brackets hold; offsets into the report's text, end exclusive."""

    start: int
    end: int
    word: str
    tag: str
    """Its part of speech as jieba gives it, or `joint`, `marked` or `bracket`."""

    @property
    def joint(self) -> bool:
        """Whether it joins what stands before and behind it."""
        return self.tag == "joint"

    @property
    def marked(self) -> bool:
        """Whether it is a name in marks."""
        return self.tag == "marked"

    @property
    def nominal(self) -> bool:
        """Whether it can be a part of a name or of a noun."""
        return self.marked or self.tag == "bracket" or self.tag.startswith(_NOMINAL)


@dataclass(frozen=True)
class Piece:
    """What stands between two joints."""

    tokens: tuple[Token, ...]
    weak: bool
    """Whether it is joined to what goes before by 和 or the like, which may join something else."""

    @property
    def length(self) -> int:
        """Characters from its first word to its last, 0 where it has none."""
        return self.tokens[-1].end - self.tokens[0].start if self.tokens else 0


def pieces_of(tokens: Sequence[Token]) -> Iterator[Piece]:
    """Part the words of a clause at its joints, and between two names in marks that stand side by side."""
    held: list[Token] = []
    weak = False
    for before, token in pairwise([None, *tokens]):
        side_by_side = before is not None and before.marked and token is not None and token.marked
        if token is not None and (token.joint or side_by_side):
            yield Piece(tuple(held), weak)
            held, weak = [], token.word in WEAK
            if side_by_side:
                held.append(token)
                weak = False
        elif token is not None:
            held.append(token)
    yield Piece(tuple(held), weak)


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Return the words of a clause; what stands in marks or brackets is one."""
    found: list[Token] = []
    at = start
    spans = sorted(
        [(*m.span(), "marked") for m in MARKED.finditer(text, start, end)]
        + [(*m.span(), "bracket") for m in BRACKET.finditer(text, start, end)]
    )
    for first, last, tag in [*spans, (end, end, "")]:
        if first < at:
            continue
        for word, kind in _cut(text[at:first]) if first > at else ():
            found.append(Token(at, at + len(word), word, "joint" if word in _JOINTS else kind))
            at += len(word)
        if tag:
            found.append(Token(first, last, text[first:last], tag))
        at = max(at, last)
    return found


def _cut(said: str) -> Iterator[tuple[str, str]]:
    """Yield words with their parts of speech; 和文创 is 和 and 文创, while 和谐 is one word, and so is 线上."""
    words = list(tagged(said))
    for at, (word, tag) in enumerate(words):
        if word == "线" and at + 1 < len(words) and words[at + 1][0] in "上下":
            continue
        if at and words[at - 1][0] == "线" and word in "上下":
            word, tag = f"线{word}", "n"
        if len(word) > 1 and word[0] in WEAK and word not in _OF_THEIR_OWN:
            yield word[0], "c"
            word = word[1:]
        yield word, tag


_OF_THEIR_OWN = frozenset(
    "和谐 和平 和睦 和美 和解 和声 和气 和风 和服 和尚 和弦 和约 与会 与会者 与时俱进 与众不同 及时 及格 并且 并行 并购 并举 并重 并列 并网 并轨 并存 跟踪 跟进 跟随 跟拍 跟班 跟帖 跟读".split()
)
