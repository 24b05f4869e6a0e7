"""Which statements of the closing chapters a question means, in whatever words: 大喇叭坏了没人修 is 应急广播终端维护责任没有落实到人.

Each statement is weighed by how near it lies as a whole and by its nearest clause to what is asked, by the words that it has of it, and by the topics
of the genre that both show. A fault and the plan made for it lie about equally near: both are meant, and what became of either answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from search.questions.likely.weighing import nearness
from search.questions.reading.reading import Question
from search.questions.wording.words import key
from search.tracing import matters
from search.tracing.phrases import plain

if TYPE_CHECKING:
    from search.encoders.base import Encoder

WEIGHTS = (4.72, 4.02, 2.23, 3.02)
"""What counts of the cosine of both as a whole, of that of the nearest clause, of the share of the question's words, and of the topics that both show.

By conditional logistic regression over 124 questions in everyday words about 11 series of the tuning part. Of media that were left out of the fit the
very statement meant comes first for some 80%, it or the plan for that fault for some 93%, as its writer read them.
"""
LEAST = 4.5
"""Weight from which on a statement is meant."""
ALONE = 3.8
"""The same where no other statement comes near, by `APART`."""
APART = 1.5
BEYOND_DOUBT = 7.5
"""Weight from which on no word that the reports do not have speaks against it."""
SURELY = 5.5
"""Weight from which on one is meant though the question does not ask for faults, plans or what became of them."""
CLOSE = 1.0
"""Statements of the same report that come this near to the best are meant as well."""
_CLAUSE = re.compile("[，,；;：:、。]")
_ASKED = re.compile(
    r"哪1?个?年(?:度)?|当初|原先|起初|答应过?|许诺过?|说好|讲好|说过?要|承诺过?|许下|(?:第2|次|来|转|隔)年|老是|总是|那[台个套条支块]|顺不顺利|(?:搞|进展|推进)得?顺利|进展|下文|才有|开始有?|有的?$|后来|之后|最后|结果|如今|现在|到底|究竟|有没有|[怎咋]么?样了?|如何|怎么(?:办|整改|解决|处理|补上?|治|管|破|应对)?的?|解决得?|[好有]?了没有?|没有?$|改(?:了|变|进)?|"
    r"的(?:问题|毛病|短板|情况|局面|打算|计划|目标|承诺|事)|这1?[个条点]|落实|实现|兑现|[好有]?了吗|吗$|[□？?，。,]|扭转|整治"
)


def about(question: Question) -> str:
    """Return what a question is about: its names and words, without its years and the words that ask what became of it."""
    text = question.text
    for start, end in question.years.spans:
        text = text[:start] + "□" * (end - start) + text[end:]
    return _ASKED.sub("", text)


def weighed(asked: str, held: Sequence[float], statements: Sequence[str], encoder: Encoder) -> list[float]:
    """Return how far each of some statements is meant by what is asked; `held` is the share of the question's words that each has."""
    if not asked or not statements:
        return [0.0] * len(statements)
    vectors = encoder.encode_passages([plain(asked), *map(plain, statements)])
    whole = vectors[1:] @ vectors[0]
    clauses = [tuple(filter(None, map(key, _CLAUSE.split(text)))) or (key(text),) for text in statements]
    shown = matters.alike([plain(asked)], [plain(text) for text in statements], encoder)[0]
    rows = zip(whole.tolist(), nearness(encoder, asked, clauses), held, shown.tolist(), strict=True)
    return [sum(weight * one for weight, one in zip(WEIGHTS, row, strict=True)) for row in rows]


def likeliest(weights: Sequence[float]) -> list[int]:
    """Return the places of the statements that are meant, in order, by their weights; none where none is."""
    best = max(weights, default=0.0)
    return [at for at, weight in enumerate(weights) if weight >= max(LEAST, best - CLOSE)]
