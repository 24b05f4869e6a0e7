"""What money is for: 学费 are not told by 津贴1800元, though both are counted in 元."""

from __future__ import annotations

import re

_KINDS = tuple(
    re.compile(kind)
    for kind in (
        "学费|报名费|培训费",
        "票价|门票",
        "津贴|补[贴助]|奖金|奖励|工资|薪(?!火)|报酬|绩效",
        "稿费|稿酬",
        "罚款|罚金",
        "税(?!率)",
        "善款|捐款|募捐|筹款|助学金|救助金",
        "租金|房租",
        "投资|造价|耗资|斥资",
        "运费|邮费",
        "保费|保险费",
    )
)


def other_money(asked: str, told: str) -> bool:
    """Tell whether a text tells of money for something else than a question asks for; both in one spelling."""
    wanted = {kind for kind in _KINDS if kind.search(asked)}
    found = {kind for kind in _KINDS if kind.search(told)}
    return bool(wanted and found) and not wanted & found
