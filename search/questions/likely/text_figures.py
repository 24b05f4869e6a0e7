"""Whether a figure of a sentence may be what a question asks for: by what it names, and by the unit it counts in."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from search.questions.likely.told_figures import Told
from search.questions.measures.otherwise import EACH, VERSION
from search.questions.measures.subjects import asks_followers, stands
from search.questions.naming.linking import is_outlet, kind_alone, tells
from search.questions.reading.reading import Question
from search.questions.sentences.terms import Term
from search.questions.wording.unit_words import PEOPLE
from search.questions.wording.words import measure_units

LEAST = 0.45
"""What must be told of every word that names something."""
_LEFT_OUT = ("人", "次", "人次", "份", "户")
_COUNTS = re.compile(
    r"(?:量|数|访客|用户|粉丝|人次|关注|订阅|下载|注册|日活|月活|播放|收听|阅读|浏览|观看)[\u4e00-\u9fff]{0,4}$"
)
_SPENT = re.compile(
    r"(?<![绣开棉鲜烟雪桃梅菊])花了?|耗|投了?|成本|造价|经费|发了(?=多少|几)|支付|付了|赔|投资"
)
_EARNED = re.compile(r"签约|销售|收入|创收|营收|成交|募|捐款|筹款|纳税|上缴|利润|带货|卖出|售")
"""What is told of money that came in: it is not what was spent."""
_RANK = re.compile(r"主任|[台社局处科院校]长|总编|总监|经理|书记(?!信箱|留言)")
"""Whoever is asked of by rank: what all staff have (职工人均年收入10.6万元) is not told of the head."""
_WAGE = re.compile(r"工资|工钱|薪(?!火)")
_PAID = re.compile(r"工资|薪|人均|每人|收入水平|待遇|报酬")
"""What is told of what people are paid: 媒体主业收入1.04亿元 is nobody's wage."""


def asks_cost(question: Question) -> bool:
    """Tell whether a question asks what something cost."""
    return question.units == frozenset("元") and _SPENT.search(question.masked) is not None


def names_told(said: str, question: Question) -> bool:
    """Tell whether a text names all that the question names: not another account that is called alike."""
    rank = _RANK.search(question.masked)
    if rank is not None and rank[0] not in said:
        return False
    versions = [version.replace(".", "") for version in VERSION.findall(question.asked)]
    return all(
        (is_outlet(m.name) and m.name in said)
        # 7.0版 says by itself that it is the app's, where no more than its kind is named.
        or (
            versions
            and kind_alone(m.name) is not None
            and all(f"{version}版" in said for version in versions)
        )
        or any(e.iri in question.known.house for e in m.candidates)
        or any(tells(e, said) and any(stands(name, said, e.outlet) for name in e.names) for e in m.candidates)
        for m in question.mentions
    )


def unit_allowed(
    question: Question, told: Told, units: Collection[str] | None, terms: Sequence[Term]
) -> bool:
    """Tell whether a figure counts in a unit that the question may mean; where it tells none, in one that its last word can have."""
    quantity = told.quantity
    if units is not None:
        if quantity.unit == "个" and asks_followers(question):
            return False  # 粉丝有多少: 粉丝群12个 are none.
        if quantity.unit == "个" and "人" in units and question.asked_unit != "个":
            # 有多少观众: 曝光问题61个 are none.
            return bool(terms) and terms[-1].worth(told.left + told.right) >= LEAST
        if quantity.unit == "元" and _WAGE.search(question.masked):
            return _PAID.search(f"{told.left}{told.right}{told.clause}") is not None
        spent = quantity.unit == "元" and _SPENT.search(question.masked) is not None
        # 收听量达510万: the unit is left out where the measure says it.
        counts = not set(units).isdisjoint(_LEFT_OUT) and _COUNTS.search(told.left) is not None
        # 评分8.7
        points = "分" in units and told.left.endswith("分")
        left_out = quantity.unit is None and (counts or points)
        earned = _EARNED.search(f"{told.left}{told.right}{told.clause}") or EACH.search(told.left)
        return bool(quantity.unit in units or left_out) and not (spent and earned)
    rate = quantity.unit == "%" or (quantity.unit or "").startswith("‰")
    if rate != question.rate and not (question.rate and "率" in told.left):
        return False
    if (head := _head(terms)) is None:
        return False
    if quantity.unit == "元" and _PERSON.search(head.word or ""):
        return False  # 临时工有多少 is not told by 编外人员月均工资3900元.
    # 职工写的东西: what is counted has no word of its own, and is not in the unit of who made it.
    own = None if rate or _VAGUE.search(question.masked) else measure_units().get(head.word or "")
    return own is None or quantity.unit in (None, *own)


_VAGUE = re.compile(r"的(?:东西|事情?|活儿?|内容|玩意儿?)")
_PERSON = re.compile(rf"(?:人员|[员者]|学生|(?:临时|合同|农民|职|民)工|{PEOPLE})$")


def _head(terms: Sequence[Term]) -> Term | None:
    """Return the last word that names something, else the last that tells what was done; None where all are names."""
    said = [term for term in terms if term.word is not None]
    return (
        [*(term for term in said if term.act), *(term for term in said if not term.act)][-1] if said else None
    )
