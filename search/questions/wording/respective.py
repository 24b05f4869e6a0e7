"""Lists that are told apart one by one: A、B分别V x、y, of which x is told of A alone and y of B."""

from __future__ import annotations

import re

from ingest.numbers import quantities
from search.questions.wording.words import key, measure_words

_EACH = "分别"
_CLAUSE = re.compile(r"[，,；;。！？\n]")
_BETWEEN = re.compile(r"、|以及|[和与及]|(?<=[》”])(?=[《“])")


def told_of_others(sentence: str, at: int) -> tuple[str, ...]:
    """Return what the other figures of such a list are told of, in one spelling; empty where the figure is in none.

    `at` is where the figure starts in `sentence` (code points). Made for 房展会、车展分别吸引市民5.2万人、6.8万人 and
    房展会、车展，分别吸引…: there must be as many figures as things.
    """
    cue = sentence.rfind(_EACH, 0, at)
    if cue < 0:
        return ()
    lead = sentence[:cue].rstrip("，,")
    start = max((mark.end() for mark in _CLAUSE.finditer(lead)), default=0)
    things = [key(thing) for thing in _BETWEEN.split(lead[start:])]
    stop = _CLAUSE.search(sentence, cue)
    told = list(quantities(sentence, cue, stop.start() if stop else len(sentence)))
    if len(things) < 2 or len(things) != len(told) or not all(things):
        return ()
    things[-1] = _without_measure(things[-1], things[-2])
    own = next((n for n, quantity in enumerate(told) if quantity.start <= at < quantity.end), None)
    return () if own is None else tuple(thing for n, thing in enumerate(things) if n != own)


def _without_measure(last: str, before: str) -> str:
    """Cut off what is counted of all of them, which stands behind the last thing: 客户端、抖音号用户, 综合广播、交通广播市场份额."""
    for ending in (before[-2:], before[-1:]):
        if (place := last.rfind(ending)) > 0:
            return last[: place + len(ending)]
    measure = max(
        (word for word in measure_words() if last.endswith(word) and last != word), key=len, default=""
    )
    return last.removesuffix(measure)
