"""Which figure of an earlier report counts the same as a figure of the draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from search.checking import spell
from search.checking.around import MARKED
from search.checking.called import core, overlap, same_name, same_subject
from search.checking.case import Case
from search.checking.figures import SHOWN, Figure, family
from search.questions.wording.words import measure_words

VAGUE = 2
"""Characters up to which the name of a figure that names no subject says too little by itself."""
UNLIKE = 0.15
"""Likeness of names below which no clause makes two figures one measure."""
DONE = 0.75
"""Likeness of two names of which one is what was done to the other."""
TWIN, TWIN_PAIRS = 0.95, 5
"""The least overlap of two clauses, and their least pairs of characters, for their figures to be one measure although
they are told of different subjects."""
_MADE = re.compile(
    "稿件|稿子|报道|作品|产品|新闻|消息|文章|[短微长]?视频|直播|节目|活动|信息|图片|点击量|播放量|阅读量|浏览量|传播量|观看量|曝光量|(?<!文)创收"
)
"""What a house makes much of: a short clause (刊发稿件126篇) does not say which, its sentence does."""
LEAST = 0.66
"""A pair that fits less well is not held against each other. On the tuning series the worst right pair has 0.66."""
NAMED = 3
"""Characters that a name must have to tell by itself what a part is of."""
LEAST_HALF = 0.75
"""The same where only one of the two figures names whose it is."""
_ALONE = frozenset(("%", "元", "天", "小时", "分钟", "秒"))
"""Units of which each measures something of its own."""
COUNTS = ("level", "part", "total")
"""What figures of two years are held against each other; a total against a total alone."""
_NEWLY = re.compile("新(?:认|增|建|开|办|录|聘|装|设|签|购|添|入|吸|发展|注册|培育|收)[一-龥、]{0,16}$")
"""Before a figure that counts what came in the year, not all there are: 新认领古堡12座 beside 已认领38座."""
_CAME = re.compile("(?:参训|受训|参与|参加|覆盖|到场)$")
"""Who came to something: 训练营开了4期，参训96人次 is not of all that was taught."""
_ACTIVE = re.compile("活跃|[日月]活")
"""Who comes to an outlet every day or month: 月活跃用户118万 is not of its 下载量486万."""
_BY_MACHINE = re.compile(
    r"拦截|(?:AI|智能|机器|系统|算法|自动|软件)[^，。；\d]{0,6}(?:审|校|拦|识|纠|查|筛|译|写|剪)"
)
"""What a machine did: AI审校拦截差错410处 beside 自查差错96处."""
_WATCHED = re.compile("观众|听众|观看|收看|收听")
_STOCK = re.compile("粉丝|用户|下载|安装|装机|注册|订阅|关注")
"""What is a total since the beginning by its nature, whether the text says 累计 or not."""


@dataclass(frozen=True)
class Aligned:
    """A figure of the draft and the figure of an earlier report that counts the same. `fit` is 0 to 1."""

    now: Figure
    before: Figure
    fit: float


def alike(one: Figure, other: Figure) -> float:
    """Return how surely two figures count the same, 0 where that is not enough to hold them against each other.

    A part (其中 …) is held against another part, or against a figure of the very same name: 其中采编人员168人 and
    现有采编人员171人; a short name of the same subject (《新闻联播》采用). A total since a beginning is held against such totals only,
    but for followers, users and downloads.
    """
    if _newly(one.before) != _newly(other.before):
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
    enough = score >= LEAST and (score >= LEAST_HALF or not half(one, other))
    return score if enough else 0.0


@lru_cache(maxsize=65536)
def _newly(before: str) -> bool:
    return _NEWLY.search(before) is not None


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


def told_of(case: Case, figure: Figure, year: int) -> Figure | None:
    """Return the figure of `year` that counts the same as `figure`, as the report of that year has it, else as the next year's begins from it.

    休满率由52%升至88% of 2019 tells of 2018 too.
    """
    pair = counterpart(case, figure, year)
    if pair is not None:
        return pair.before
    later = case.earlier_figures.get(year + 1, ())
    starts = [other for other in later if other.role == "start" and near(figure, other)]
    return starts[0] if len(starts) == 1 else None


def before(case: Case, figure: Figure, year: int) -> Figure | None:
    """Return the figure of the report of `year` that counts the same as `figure`, None where none or several do."""
    pair = counterpart(case, figure, year)
    return pair.before if pair is not None else None


def pairs(case: Case, year: int) -> Iterator[Aligned]:
    """Yield the pairs of figures of the draft and the report of `year` that count the same, each figure once."""
    now = [figure for figure in case.figures if figure.role in COUNTS]
    before = [figure for figure in case.earlier_figures.get(year, ()) if figure.role in COUNTS]
    yield from align(now, before, alike)


def fit(one: Figure, other: Figure) -> float:
    """Return how surely two figures count the same thing of the same subject, 0 to 1."""
    one_family = one.metric.unit == other.metric.unit or family(one.metric.unit) == family(other.metric.unit)
    if not one_family and not _ALONE.isdisjoint((one.metric.unit, other.metric.unit)):
        return 0.0
    named = same_name(one.name, other.name)
    if named < UNLIKE and _done(one, other):
        named = DONE
    if named < UNLIKE:
        return 0.0
    subjects = same_subject(one.metric.subject, other.metric.subject)
    if subjects is None:
        # Whose it is may be read or written amiss; a long clause of the very same words tells it as well.
        if core(one.name) != core(other.name) or not _twins(one, other):
            return 0.0
        subjects = 0.6
    nameless = None in (one.metric.subject, other.metric.subject)
    if nameless and subjects < 0.6 and (_of_one_outlet(one, other) or _beside(one, other)):
        subjects = 0.6
    clause = overlap(one.letters, other.letters)
    if one.metric.subject is None and other.metric.subject is None and _is_vague(one, other):
        # 占比, 稿件, 作品 alone: what they are of stands in the clause.
        named = min(named, clause + 0.45)
    shorter, longer = sorted((one, other), key=lambda each: len(core(each.name)))
    rest = core(longer.name).removesuffix(core(shorter.name))
    if (
        _MADE.fullmatch(core(shorter.name))
        and 0 < len(rest) < len(core(longer.name))
        and rest not in shorter.before
    ):
        # 采访活动 146次 and 登山、读书等活动15次.
        named = min(named, 0.5)
    came = all(_CAME.search(each.name) for each in (one, other))
    if nameless and (
        came or ((_MADE.search(one.name) or SHOWN.fullmatch(one.name)) and not _telling(one, other))
    ):
        clause = min(clause, overlap(one.sentence, other.sentence))
        named = min(named, clause + 0.45)
    for ours, theirs in ((one.outlets, other.outlets), (one.scopes, other.scopes)):
        if ours and theirs and not ours & theirs:
            return 0.0
    people = {one.metric.unit, other.metric.unit} & {"人", "人次", "名"}
    if people and spell.online(one.beside) != spell.online(other.beside):
        return 0.0
    watching = all(_WATCHED.search(each.name) for each in (one, other))
    if people and watching and spell.shown(one.before) != spell.shown(other.before):
        return 0.0
    if (
        one.editions != other.editions
        or one.marks_passed != other.marks_passed
        or one.stretch != other.stretch
        or one.acted_on != other.acted_on
        or one.turned_away != other.turned_away
        or _differ(_ACTIVE, one, other)
        or _differ(_BY_MACHINE, one, other)
    ):
        return 0.0
    acts = [each.acts - {"give"} for each in (one, other)]
    if acts[0] and acts[1] and not acts[0] & acts[1]:
        return 0.0
    units = 1.0 if one.metric.unit == other.metric.unit else 0.6
    if not one_family:
        units = 0.2
    return 0.4 * named + 0.25 * clause + 0.2 * subjects + 0.15 * units


def _differ(words: re.Pattern[str], one: Figure, other: Figure) -> bool:
    """Tell whether the words stand beside one of two figures alone."""
    found = [words.search(each.beside + each.name) is not None for each in (one, other)]
    return found[0] != found[1]


def _done(one: Figure, other: Figure) -> bool:
    """Tell whether one name is what was done to what the other names, of one subject: “澜小助”办结2.4万件 after “澜小助”办结求助2.1万件."""
    names = core(one.name), core(other.name)
    return (
        one.metric.subject == other.metric.subject is not None
        and one.metric.unit == other.metric.unit
        and any(f"{names[at]}{names[1 - at]}" in (one, other)[1 - at].evidence.quote for at in (0, 1))
    )


def half(one: Figure, other: Figure) -> bool | None:
    """Tell whether only one of two figures names whose it is; None where it does and both are of one kind of outlet."""
    if (one.metric.subject is None) == (other.metric.subject is None) or _beside(one, other):
        return False
    return None if _of_one_outlet(one, other) else True


def _of_one_outlet(one: Figure, other: Figure) -> bool:
    return bool(one.outlets) and one.outlets == other.outlets


def _beside(one: Figure, other: Figure) -> bool:
    """Tell whether the sentence of a figure without a subject names the other's: 建成数据中台，接入32类用户数据."""
    named, bare = (one, other) if other.metric.subject is None else (other, one)
    subject = named.metric.subject
    if subject is None:
        return False
    # “穹连线”并机直播 of one, and 结成“穹连线”，并机直播 before the other.
    marked = [match[match.lastindex or 0] for match in MARKED.finditer(bare.before)]
    return (len(subject) > VAGUE and subject in bare.before) or any(
        len(name) > VAGUE and subject.startswith(name) for name in marked
    )


def _telling(one: Figure, other: Figure) -> bool:
    return min(len(one.letters), len(other.letters)) >= TWIN_PAIRS


def _twins(one: Figure, other: Figure) -> bool:
    return _telling(one, other) and overlap(one.letters, other.letters) >= TWIN


def _is_vague(one: Figure, other: Figure) -> bool:
    return min(len(core(one.name)), len(core(other.name))) <= VAGUE


def align(
    now: Sequence[Figure], before: Sequence[Figure], alike: Callable[[Figure, Figure], float]
) -> list[Aligned]:
    """Return the pairs of figures of two reports that count the same, each figure in one pair at most, best first.

    `alike` returns how surely two figures do, 0 where they do not.
    """
    pairs = sorted(
        (Aligned(one, other, score) for one in now for other in before if (score := alike(one, other))),
        key=lambda pair: (-pair.fit, pair.now.start, pair.before.start),
    )
    taken: set[tuple[int, int]] = set()
    found = []
    for pair in pairs:
        ours, theirs = (0, pair.now.start), (1, pair.before.start)
        if not taken & {ours, theirs}:
            taken |= {ours, theirs}
            found.append(pair)
    return found
