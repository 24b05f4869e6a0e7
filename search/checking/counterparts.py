"""Which figure of an earlier report counts the same as a figure of the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.checking.called import core
from search.checking.case import Case
from search.checking.figures import Aligned, Figure, align, fit, half
from search.questions.words import measure_words

LEAST = 0.66
"""A pair that fits less well is not held against each other. On the tuning series the worst right pair has 0.66."""
NAMED = 3
"""Characters that a name must have to tell by itself what a part is of."""
LEAST_HALF = 0.75
"""The same where only one of the two figures names whose it is."""
COUNTS = ("level", "part", "total")
YEARLY = ("level", "part", "total")
"""What figures of two years are held against each other; a total against a total alone."""
_NEWLY = re.compile("新(?:认|增|建|开|办|录|聘|装|设|签|购|添|入|吸|发展|注册|培育)[一-龥]{0,8}$")
"""Before a figure that counts what came in the year, not all there are: 新认领古堡12座 beside 已认领38座."""
_STOCK = re.compile("粉丝|用户|下载|安装|装机|注册|订阅|关注")
"""What is a total since the beginning by its nature, whether the text says 累计 or not."""


def alike(one: Figure, other: Figure) -> float:
    """Return how surely two figures count the same, 0 where that is not enough to hold them against each other.

    A part (其中 …) is held against another part, or against a figure of the very same name: 其中采编人员168人 and
    现有采编人员171人; a short name of the same subject (《新闻联播》采用). A total since a beginning is held against such totals only,
    but for followers, users and downloads.
    """
    if (_NEWLY.search(one.before) is None) != (_NEWLY.search(other.before) is None):
        return 0.0
    if {one.role, other.role} == {"level", "total"} and all(
        _STOCK.search(each.name) for each in (one, other)
    ):
        return near(one, other)
    if one.role != other.role:
        names = core(one.name), core(other.name)
        told = len(names[0]) >= NAMED or one.metric.subject == other.metric.subject is not None
        if {one.role, other.role} != {"level", "part"} or names[0] != names[1] or not told:
            return 0.0
    return near(one, other)


def speaks_of(clause: str, told: Figure) -> bool:
    """Tell whether a clause names what a figure counts, and whose it is where the figure names that."""
    name = core(told.metric.name)
    words = {name, *measure_words().get(name, ())}
    if told.name.endswith(("获奖作品", "奖项")):
        words |= {"获奖", "奖项数"}
    subject = told.metric.subject
    return any(len(word) > 1 and word in clause for word in words) and (subject is None or subject in clause)


def near(one: Figure, other: Figure) -> float:
    """Return the same as `alike` for two figures of whatever part in their sentences."""
    score = fit(one, other)
    return score if score >= (LEAST_HALF if half(one, other) else LEAST) else 0.0


def counterpart(case: Case, figure: Figure, year: int) -> Aligned | None:
    """Return the figure of the report of `year` that counts the same as `figure` of the draft, None where it has none.

    A figure that fits several of another value as well as the best is none.
    """
    scored = sorted(
        (
            Aligned(figure, other, score)
            for other in case.earlier_figures.get(year, ())
            if other.role in COUNTS and (score := alike(figure, other))
        ),
        key=lambda pair: -pair.fit,
    )
    if not scored:
        return None
    best = scored[0]
    rivals = [
        pair for pair in scored[1:] if pair.fit > best.fit - 0.03 and pair.before.value != best.before.value
    ]
    return None if rivals else best


def before(case: Case, figure: Figure, year: int) -> Figure | None:
    """Return the figure of the report of `year` that counts the same as `figure`, None where none or several do."""
    pair = counterpart(case, figure, year)
    return pair.before if pair is not None else None


def pairs(case: Case, year: int) -> Iterator[Aligned]:
    """Yield the pairs of figures of the draft and the report of `year` that count the same, each figure once."""
    now = [figure for figure in case.figures if figure.role in YEARLY]
    before = [figure for figure in case.earlier_figures.get(year, ()) if figure.role in YEARLY]
    yield from align(now, before, alike)
