"""Questions asked in two steps: what was promised (or fell short), and what became of it.

去年承诺了什么，后来做到了吗 · 2022年说过哪些不足？第二年改了吗 · 上一年提了哪些打算，落实得怎么样
"""

from __future__ import annotations

import re

from search.questions.closing.following import FAULTS, PLANS
from search.questions.closing.statements import topic_of
from search.questions.reading.reading import Question, read
from search.questions.wording.english import in_chinese
from search.questions.wording.intents import Intent
from search.questions.wording.words import key

_BREAK = re.compile(r"\s*[，,；;。？?！!]\s*")
_ASKED = re.compile(r"什么|哪些|啥|哪几|几[条项件点个]|多少[条项件点个]")
_YEARS = re.compile(r"(?:19|20)\d\d年度?|[去今前上][一1]?年度?")
_BARE = re.compile(
    r"(?:那么?|这些|它们|到|现在|如今|目前|后来|今年|当年|次年|转年|来年|第2年|1年后|[12两]年后|之后|以后|随后|\d{4}年|[都全又也已经部]|里面|其中)*"
    r"(?:有没有|有无|是不是|是否|究竟|到底)?[都全已经]*"
    r"(?:结果|情况|效果|进展|下文|(?:有|作|给)(?:了|出)?(?:回应|答复|交代|说法)|回应|(?:做|办|改|整改|改进|落实|兑现|完成|实现|解决|执行|补|弥补|达|达成|践行|怎么?样|如何|咋样)(?:好|到位|完|成|到|上|掉|起来)*)"
    r"(?:了|过|得|的|情况|是)*(?:吗|么|没有?|没(?:解决|落实|做到?|改|完成|兑现)|怎么?样|怎样|如何|咋样)?(?:了|呢|的)*"
)
"""Nothing but what became of it: the thing itself is what the step before asked for."""


def in_one(question: Question) -> str | None:
    """Return the question in one step, None for any other question.

    Only where all promises or shortcomings of a year are asked for: of a single one the words say which it is.
    """
    steps = [step for step in _BREAK.split(in_chinese(question.asked, question.known.said)) if step]
    if len(steps) < 2 or not _BARE.fullmatch(key("".join(steps[1:]))):
        return None
    first = read(steps[0], question.known)
    plans = first.intent is Intent.COMMITMENTS or PLANS.search(first.masked)
    faults = first.intent is Intent.SHORTCOMINGS or FAULTS.search(first.masked)
    if not (plans or faults) or not _ASKED.search(first.masked) or topic_of(first):
        return None
    year = _YEARS.search(steps[0])
    what = "不足和承诺" if plans and faults else "承诺" if plans else "不足"
    return f"{year[0] if year else ''}的{what}后来{'兑现' if plans else '解决'}了吗"
