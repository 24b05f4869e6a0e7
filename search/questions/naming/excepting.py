"""Questions that leave something out: 除了《梅河船歌》还拍过哪些纪录片, 除抖音外还有哪些账号."""

from __future__ import annotations

import re
from typing import NamedTuple

from search.answers import Answer, Item
from search.questions.naming.names import LEVEL
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.words import key

_EXCEPT = re.compile(
    r"除(?:了|开|去)?(?P<what>[^，,。？?]{2,30}?)(?:以外|之外|外)?[，,]?"
    r"(?=(?:(?:(?:19|20)?\d\d|[今去前])年度?)?(?:还|也|另|又|其[他它余])[^，,。？?]*(?:哪|什么|啥|谁|有没有))"
)
_WHEN = re.compile(r"\d年|[今去前]年")
_MARKS = re.compile(r"[《》“”\"「」]")
_AND = re.compile(r"[、，,和与跟及]")
_ASIDE = re.compile(r"^(?P<when>(?:(?:(?:19|20)?\d\d|[今去前])年度?)?)(?:还|也|另外?|又|其[他它余]的?)+")


class Excepted(NamedTuple):
    """What is asked without its exception, and the names that the answer leaves out (in one spelling)."""

    question: str
    names: tuple[str, ...]


def excepted(question: str) -> Excepted | None:
    """Return what a question leaves out; None where it leaves out nothing."""
    found = _EXCEPT.search(question)
    if found is None:
        return None
    if _WHEN.search(found["what"]):
        return None  # 除了2017年一等奖获奖作品还拿了什么: where the exception ends is not told.
    names = tuple(key(part) for part in _AND.split(_MARKS.sub("", found["what"])) if key(part))
    rest = question[: found.start()] + _ASIDE.sub(r"\g<when>", question[found.end() :])
    return Excepted(rest, names) if names and len(rest) > _SHORTEST else None


_SHORTEST = 4
"""Characters of the shortest question that is left without the exception."""


def beside(answer: Answer, left: Excepted) -> Answer:
    """Return the answer without the items that are called by what is left out; without any, it is null and says so."""
    if answer.answer is None or not answer.items:
        return answer
    honours = answer.intent is Intent.AWARDS
    items = [
        item
        for item in answer.items
        if not any(_is(item, name) or (honours and name in key(item.detail or "")) for name in left.names)
    ]
    if len(items) == len(answer.items):
        return answer
    named = "、".join(f"“{name}”" for name in left.names)
    if not items:
        why = f"除{named}外，报告没有写到别的"
        return answer.model_copy(update={"answer": None, "reason": why, "items": [], "sparql": None})
    years = sorted({item.year for item in items})
    told = "；".join(
        f"{year}年{phrasing.listed([_said(item) for item in items if item.year == year])}" for year in years
    )
    return answer.model_copy(update={"answer": f"除{named}外：{told}。", "items": items, "sparql": None})


def _is(item: Item, name: str) -> bool:
    if LEVEL.fullmatch(name):
        return name in key(item.detail or "")  # 除了一等奖还拿了什么
    return name in key(item.label) or (len(key(item.label)) > 1 and key(item.label) in name)


def _said(item: Item) -> str:
    return f"{item.label}（{item.detail}）" if item.detail and item.detail != item.label else item.label
