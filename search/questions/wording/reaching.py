"""Questions whether a figure has reached a mark, or what has: 非报收入有没有突破4000万, 哪些作品浏览量过千万."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.numbers import quantities
from ingest.report import Qualifier
from ingest.units import unit_family
from search.answers import Answer

_REACHED = re.compile(
    r"(?P<ask>有没有|有无|是否|是不是)?(?:已经?|真的?)?(?P<verb>突破|超过|达到|超|破|满|过|到|达)了?"
    r"(?P<mark>(?:\d[\d.,]*|[一二两三四五六七八九十百千]+)\s?[百千]?[万亿]?[\u4e00-\u9fff%]{0,2}?)(?:的?(?:目标|计划)?(?:实现|做到|完成|达成|兑现|办到))?了?(?P<end>吗|没有?|么)?[?？。]?$"
)


_RATE = re.compile(r"率|占|比例|比重|份额|幅|度$")
_AT_LEAST = ("达到", "到", "达")


class Mark(NamedTuple):
    """What is asked about a figure, and the question for the figure itself."""

    question: str
    verb: str
    text: str
    value: float
    unit: str | None


def mark_asked(question: str) -> Mark | None:
    """Return the mark that a question asks about; None for any other question. `question` has simplified characters."""
    found = _REACHED.search(question)
    if found is None or not (found["ask"] or found["end"]) or found.start() < 2:
        return None
    # 超过 makes a figure of a bare number: 有没有超过300.
    told = next(quantities(f"超过{found['mark']}"), None)
    if told is None:
        return None
    unit = told.unit if found["mark"].endswith(told.unit or "\0") else None
    asked = question[: found.start()]
    # 市场化收入有没有到40%: the share is asked for, and not how much it is.
    share = "" if unit != "%" or _RATE.search(asked) else "占比"
    return Mark(f"{asked}{share}是多少", found["verb"], found["mark"], float(told.value), unit)


_NUMBER = r"(?:\d[\d.,]*|[一二两三四五六七八九十百千]+)\s?[百千]?[万亿]+(?:人次|[次人元条])?"
_LEAST = re.compile(
    rf"(?:超过?|突破|破|过|满|达到?|至少|[不未]少于|[不未]低于|高于|多于)了?(?P<mark>{_NUMBER})|(?P<above>{_NUMBER})(?:以上|[+＋])"
)


def least_asked(question: str) -> float | None:
    """Return how much the things must have that a question asks for (浏览量过千万的作品), None where it names no mark."""
    found = _LEAST.search(question)
    told = next(quantities(f"超过{found['mark'] or found['above']}"), None) if found else None
    return float(told.value) if told else None


def judged(answer: Answer, mark: Mark) -> Answer:
    """Return the answer to the figure's own question with the verdict; itself where it tells no figure that can be held against the mark."""
    if answer.answer is None or not answer.values:
        return answer
    year = max(value.year for value in answer.values)
    last, *others = (value for value in answer.values if value.year == year)
    if others:
        return answer  # Of several accounts each has a figure of its own.
    if mark.unit is not None and unit_family(last.unit) != unit_family(mark.unit):
        return answer
    enough = last.value >= mark.value if mark.verb in _AT_LEAST else last.value > mark.value
    if last.qualifier is Qualifier.OVER:
        enough = last.value >= mark.value
    elif last.qualifier is not Qualifier.EXACT and last.value == mark.value:
        enough = False
    verdict = f"{'已' if enough else '没有'}{'达到' if mark.verb in _AT_LEAST else '超过'}{mark.text}"
    return answer.model_copy(update={"answer": f"{answer.answer.rstrip('。')}，{verdict}。"})
