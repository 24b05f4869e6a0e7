"""What a question wants of the closing chapter where it uses none of the words of `intents`: 社里自己觉得差在哪儿, 还有什么拖后腿的.

`askings.txt` has ways of asking for shortcomings, plans and answers to faults, and for anything else. From their vectors and runs of characters
it is learnt by ridge regression how much a question is like each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from search.once import once_of
from search.questions.closing.statements import topic_of
from search.questions.reading.reading import Question
from search.questions.reading.suiting import WHO
from search.questions.wording.intents import Intent
from search.questions.wording.words import key
from search.tokens import tagged

if TYPE_CHECKING:
    from search.encoders.base import Encoder

SURE = 0.0
"""How much a question must be like the askings of a want, of -1 to 1, where nothing is left of it but what asks."""
ABOUT = 0.6
"""The same, where it says what they are about as well: 岚视客户端下载量 is like no asking so much."""
RIDGE = 1.0
"""How far the regression is held back; 0.3 to 3 differ little on askings that were left out."""
LONGEST_RUN = 3
"""Characters of the longest run that counts."""
_NONE = "none"


@cache
def _askings() -> dict[str, tuple[str, ...]]:
    """Return the ways of asking, in one spelling, by what is wanted."""
    text = resources.files("search.questions").joinpath("askings.txt").read_text(encoding="utf-8")
    rows = [line.partition(":") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {want: tuple(key(asking) for asking in askings.split(" / ")) for want, _, askings in rows}


class Wants:
    """The askings of `askings.txt` as learnt with one encoder."""

    def __init__(self, encoder: Encoder) -> None:
        """Learn them: one column of weights a want, a row for each dimension of the encoder and for each run of characters."""
        self._encoder = encoder
        self._wants = tuple(_askings())
        texts = [asking for askings in _askings().values() for asking in askings]
        of = np.repeat(np.arange(len(self._wants)), [len(askings) for askings in _askings().values()])
        self._run = {
            run: at for at, run in enumerate(dict.fromkeys(run for text in texts for run in _runs(text)))
        }
        rows = self._rows(texts)
        # Each want weighs as the root of how many askings it has.
        weight = 1 / np.sqrt(np.bincount(of))[of]
        weight /= weight.mean()
        labels = 2 * np.eye(len(self._wants))[of] - 1
        self._usual = (labels * weight[:, None]).sum(axis=0) / weight.sum()
        spread = rows @ rows.T + RIDGE * np.diag(1 / weight)
        self._weights = rows.T @ np.linalg.solve(spread, labels - self._usual)

    def like(self, said: str) -> dict[str, float]:
        """Return how much a text in one spelling is like the askings of each want."""
        found = (self._rows([said]) @ self._weights + self._usual)[0]
        return dict(zip(self._wants, found.tolist(), strict=True))

    def _rows(self, texts: list[str]) -> NDArray[np.float64]:
        runs = np.zeros((len(texts), len(self._run)))
        for at, text in enumerate(texts):
            held = [self._run[run] for run in set(_runs(text)) if run in self._run]
            runs[at, held] = 1 / np.sqrt(max(1, len(held)))
        return np.hstack([self._encoder.encode_queries(texts).astype(np.float64), runs])


def _runs(text: str) -> Iterator[str]:
    for length in range(1, LONGEST_RUN + 1):
        for at in range(len(text) - length + 1):
            yield text[at : at + length]


def wants(encoder: Encoder) -> Wants:
    """Return the askings as learnt with an encoder, once."""
    return once_of(encoder, Wants)


def wanted(masked: str, encoder: Encoder) -> tuple[Intent, float] | None:
    """Return which statements a question wants (`masked`: its names and years blanked out), and how much it is like their askings.

    None where it is more like asking for anything else.
    """
    like = wants(encoder).like(_IN_REPORT.sub("", masked).replace("□", ""))
    best = max(like, key=lambda want: like[want])
    return (Intent(best), like[best]) if best != _NONE and like[best] >= SURE else None


# 2016年报告里的工作安排: where it stands says nothing of what is wanted.
_IN_REPORT = re.compile(r"□(?:年?度?的?(?:社会责任)?报告)(?:里|中|上)?(?:所|写|列|提)*的?")


def asks_by(word: str, want: Intent, said: str, encoder: Encoder) -> bool:
    """Tell whether a word of a question only says what is wanted, and nothing of what it is about.

    It does if people ask by it, or if the reports (`said`) do not have it and it names nothing, or is itself more like an asking than not: 不如意.
    """
    if asked_by(word, want):
        return True
    # 差劲, 掉链子 name nothing.
    names = any(tag.startswith("n") for _, tag in tagged(word))
    return word not in said and (not names or wants(encoder).like(word)[want] > 0)


def asked_by(word: str, want: Intent) -> bool:
    """Tell whether people ask for what is wanted by a word."""
    return any(word in asking for asking in _askings()[want]) or _VOICES.fullmatch(word) is not None


# 网民对我们哪里失望: whoever says what fell short.
_VOICES = re.compile(r"(?:网民|网友|读者|观众|听众|群众|大家|公众|百姓|老百姓|市民|社会各界)[对给]?")


def meant(question: Question, encoder: Encoder) -> Question | None:
    """Return a question as one for the statements that it wants; None where it wants none, or asks for a figure, a date or a name.

    Whoever says no more than that is told all of the year; who asks about something must be surer to want a statement.
    """
    if question.intent in _OTHERWISE or any(form.search(question.masked) for form in (_NUMBER, WHO)):
        return None
    found = wanted(question.masked, encoder)
    if question.intent in _WANTS and not (found and found[1] >= ABOUT):
        found = question.intent, 1.0
    if found is None:
        return None
    want, like = found
    # 泄密的问题后来怎么样: what became of something must name it, though no report does.
    strict = question.intent is Intent.OUTCOME
    said = question.known.said
    passed = {
        w for w in question.words if asked_by(w, want) or (not strict and asks_by(w, want, said, encoder))
    }
    read = replace(question, intent=want, passed=frozenset(passed))
    return read if like >= ABOUT or not (topic_of(read) or question.mentions) else None


_WANTS = frozenset({Intent.SHORTCOMINGS, Intent.COMMITMENTS, Intent.RESPONSES})
_LOOSE = frozenset({Intent.UNKNOWN, Intent.PASSAGE, Intent.OUTCOME, Intent.VALUE, Intent.TREND})
"""What is taken for want of anything better, or by a single word."""
_OTHERWISE = frozenset(Intent) - _WANTS - _LOOSE - {Intent.WORKS, Intent.COLUMNS, Intent.PLATFORMS}
_NUMBER = re.compile(r"多少|百分之|(?<![哪好这那])几(?:成|[倍万亿秒分天月次期场集人名位元块米页版辆只台])")
