"""Words set into the phrases of a question and of a report, so that training learns which words carry no topic."""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import combinations

QUESTIONS = (
    "有没有{}",
    "{}怎么样",
    "{}多少",
    "{}了吗",
    "{}的情况",
    "怎么{}",
    "台里{}吗",
    "报社{}做得如何",
    "今年{}了没有",
    "你们{}过吗",
    "单位的{}",
    "{}一共有几个",
    "哪些{}",
    "{}是怎么做的",
    "去年{}如何",
    "给我看看{}",
    "谁来{}",
    "关于{}说了什么",
    "什么时候{}",
    "为什么{}",
    "{}比以前多了吗",
    "记者{}吗",
)
STATEMENTS = (
    "积极开展{}",
    "全年{}",
    "不断加强{}工作",
    "中心高度重视{}",
    "{}水平进一步提升",
    "集团持续推进{}",
    "认真落实{}制度",
    "切实做好{}",
    "2023年，{}取得明显成效",
    "依法依规{}",
    "进一步完善{}机制",
    "扎实推进{}，效果显著",
    "通过{}等形式",
    "对{}作出部署",
    "坚持{}",
    "围绕{}推出系列举措",
)


def framed(groups: list[list[str]], seed: int) -> list[tuple[str, str]]:
    """Return for each two words of a group two pairs: one word in a question, the other in a statement."""
    chance = random.Random(seed)
    pairs = []
    for group in groups:
        for one, other in combinations(group, 2):
            for asked, said in ((one, other), (other, one)):
                pairs.append((chance.choice(QUESTIONS).format(asked), chance.choice(STATEMENTS).format(said)))
    return pairs


def framed_answers(pairs: Iterable[tuple[str, str]], seed: int) -> list[tuple[str, str]]:
    """Return each (everyday word, the reports' word) as a question and a statement."""
    chance = random.Random(seed)
    return [
        (chance.choice(QUESTIONS).format(asked), chance.choice(STATEMENTS).format(said))
        for asked, said in pairs
    ]
