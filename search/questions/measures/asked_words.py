"""The words by which a figure is asked for, as they stand at it: its row or its name may tell a part of them alone."""

from __future__ import annotations

import re

from search.questions.naming.catalog import Figure
from search.questions.reading.reading import Question


def counted_at(word: str, figure: Figure) -> str:
    """Return a word as it stands at a figure: 临聘人员 at 临聘40人, 员工 at 中心在岗99人, 广告收入 at 总收入1.3亿元，其中广告5400万元."""
    if word == "员工" and _ON_DUTY.fullmatch(figure.called):
        return figure.called
    if figure.unit in ("人", "名", "位") and word.endswith("人员") and len(word) > len("人员") + 1:
        return word.removesuffix("人员")
    part = word.removesuffix("收入")
    tabled = "\t" in figure.evidence.quote  # 广告⇥386⇥341, in a table of money
    of_income = (
        figure.unit == "元"
        and figure.called == part != word
        and (tabled or _INCOME.search(figure.around) is not None)
    )
    return part if of_income else word


def words_at(question: Question, figure: Figure) -> tuple[str, ...]:
    """Return the words by which a figure is asked for, without 收入 of 政务代运营收入 where a table of money has the rest as its row."""
    *rest, head = question.words
    row = "\t" in figure.evidence.quote and figure.unit == "元"
    return tuple(rest) if row and head == "收入" and figure.called == "".join(rest) else question.words


_ON_DUTY = re.compile("(?:中心|报社|电视台|集团|全[台社]|截至年底|年末)*(?:现有?)?(?:在岗|在册)")
_INCOME = re.compile("收入|营收|创收")
