"""Questions that ask the same of several things: X和Y各是多少, X和Y哪个多, X比Y多多少.

Such a question is taken apart into one question a side, each asked as if it stood alone; `together` joins the answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from search.questions.naming.guessing import SHORTEST_QUOTED, Mention
from search.questions.naming.linking import is_outlet
from search.questions.naming.names import LEVEL
from search.questions.reading.hearing import EACH_YEAR_TOO, WHICH_TOO
from search.questions.reading.reading import Question
from search.questions.wording.light import content
from search.questions.wording.words import key, measure_words, segment


class Way(Enum):
    """What is asked of the sides together."""

    EACH = "each"
    MORE = "more"
    LESS = "less"
    APART = "apart"
    """By how much the first is ahead of the second."""
    EDITIONS = "editions"
    """The same, of two editions, each of its own year."""
    TIMES = "times"
    """How many times as much the first is as the second."""


@dataclass(frozen=True)
class Sides:
    """`texts[n]` asks of `names[n]` alone."""

    names: tuple[str, ...]
    texts: tuple[str, ...]
    way: Way
    certain: bool = True
    """Whether the form alone tells that each is meant; else it is so only where the question as a whole has no answer."""


AND = re.compile(r"(?:以及|还有|或者|还是|[和与跟及同或])?")
_EACH = re.compile(r"分别(?:各)?|各自|(?<!同)各(?=[有是占得拿获发做为达更播出多几1开设办])")
_WHICH = re.compile(r"(?:哪1?[个家边种类块张份项]|谁家?)(?:媒体|平台|账号)?的?")
_MORE, _LESS = "多高大好快强", "少低小差慢弱"
_END = re.compile(
    rf"(?:的?(?:会|要|更|比较|最|为|相对)*(?P<way>[{_MORE}{_LESS}])(?:1?些|1?点)?(?:呢|的|是)?)"
    rf"(?:[{_MORE}{_LESS}](?:了|出)?(?:多少|几.?)\w?)?$"
)
_APART = re.compile(
    rf"(?:[{_MORE}{_LESS}](?:了|出)?(?:多少|几)|相差(?:了)?(?:多少|多大|几)|差(?:了)?(?:多少|几))(?P<of>[^多少]{{0,8}})$"
)
_VALUE = re.compile(r"多少|几(?=[个件篇条场次项名位部期家种份集人])")
_PIECES = re.compile(r"[、，,]|以及|还有|[和与跟及]")
_BOUND = re.compile(r"^.*(?:年(?:度|底|末)?|的)(?=.)")
_COUNTED_IN = re.compile(r"(?:人次|人数|期数|场数|场次|次数|件数|条数|篇数)$")


_RANK = re.compile(r"(?:国家|中央|省|市|县|区|州)级(?!以上|媒体|主流)")


def sides(question: Question) -> Sides | None:
    """Return the sides of a question, None where it asks of one thing alone."""
    if EACH_YEAR_TOO.search(question.asked):
        return None
    return (
        _of_editions(question)
        or _compared(question)
        or _of_one_year(question)
        or _listed(question)
        or _by_words(question)
        or _clauses(question)
    )


def apart(head: str, names: Sequence[str], tail: str) -> Sides | None:
    """Return the sides of a question in which `names` stand side by side between `head` and `tail`; None for one that asks
    of them together.
    """
    plain = key(tail)
    way, certain = Way.EACH, True
    # 台长和总编辑分别是谁 does not ask which of the two.
    if (which := _WHICH.search(plain)) and not _EACH.search(tail):
        rest = plain[: which.start()] + plain[which.end() :]
        if (end := _END.search(rest)) is None:
            return None
        way = Way.MORE if end["way"] in _MORE else Way.LESS
        tail = f"{rest[: end.start()]}有多少"
    elif len(names) == 2 and (difference := _APART.search(plain)) and "比" not in plain:
        way = Way.APART
        tail = f"{plain[: difference.start()]}有多少"
    elif each := _EACH.search(tail):
        tail = tail[: each.start()] + tail[each.end() :]
    elif _VALUE.search(tail):
        certain = False
    else:
        return None
    return Sides(tuple(names), tuple(f"{head}{name}{tail}" for name in names), way, certain)


def ahead(head: str, names: Sequence[str], middle: str, tail: str) -> Sides | None:
    """Return the sides of 抖音粉丝比公众号多多少: what is asked of the first of two is asked of the second."""
    difference = _APART.search(tail)
    if difference is None or not middle.endswith("比"):
        return None
    # 抖音比公众号的粉丝多多少: the measure stands with either.
    measure = middle.removesuffix("比") + tail[: difference.start()] or difference["of"]
    return Sides(tuple(names), tuple(f"{head}{name}{measure}有多少" for name in names), Way.APART)


def _compared(question: Question) -> Sides | None:
    text = question.text
    than = text.find("比")
    first = [m for m in question.mentions if m.end <= than]
    second = [m for m in question.mentions if m.start == than + 1]
    if than < 0 or not first or len(second) != 1 or not _alike(first[-1], second[0]):
        return None
    one, other = first[-1], second[0]
    return ahead(text[: one.start], (one.name, other.name), text[one.end : than + 1], text[other.end :])


def _of_editions(question: Question) -> Sides | None:
    """诗会第二届比首届多请了几个诗人: two editions of one thing, each told by the report of its own year."""
    found = _EDITIONS.match(question.asked)
    if found is None:
        return None
    much = _ENDS_IN.search(found["rest"])
    if much is None:
        return None
    of = found["rest"][: much.start()].strip("的了")
    names = [re.sub("^(?:头一?|首)", "第一", found[side]) for side in ("one", "other")]
    done = f"{much['of']}了" if much["of"] else "有"
    tail = f"{found['after']}{of}{done}多少{much['unit']}"
    return Sides(tuple(names), tuple(f"{found['head']}{name}{tail}" for name in names), Way.EDITIONS)


_EDITIONS = re.compile(
    r"^(?P<head>[^，,]{0,16}?)(?P<one>(?:第[一二三四五六七八九十\d]{1,3}|首|头一?)[届季])(?P<after>[^，,]{0,14}?)(?:[比较]|[和与跟同](?=.*差))(?P<other>(?:第[一二三四五六七八九十\d]{1,3}|首|头一?)[届季])(?P<rest>.{1,16})$"
)
_ENDS_IN = re.compile(
    r"(?:[多少增减高低]|相?差)(?P<of>[^多少几百]{0,4}?)(?:了|出)?(?:多少|几(?!成)|百分之(?:几|多少))(?P<unit>[\u4e00-\u9fff]{0,4})[？?。]?$"
)


def _of_one_year(question: Question) -> Sides | None:
    """2022年在编的比聘用的多几个人, 留言板收到的和办结的差多少条, 线上听众是现场的几倍: two things that are held against each other, and no two years."""
    found = next((match for form in _TWO if (match := form.match(question.asked))), None)
    if found is None:
        return None
    one, said, much = found["one"], found["other"], found["much"]
    if (when := _WHEN_BEHIND.search(said)) and not _WHEN.search(one):
        one, said = f"{when[0]}{one}", said[: when.start()]  # 编制和实有人数2019年差几个
    if _THEN.search(said):
        return None
    other = said.removesuffix("的")
    ends = [match.end() for match in _WHEN.finditer(one)]
    ends += [_place(one, mention.name) for mention in question.mentions]
    shared = one[: max((end for end in ends if end < len(one)), default=0)]
    one = one[len(shared) :].lstrip("的里，,")
    if not content(key(one)) and not _DONE.search(one):
        return None
    # 线上听众比现场多多少: what is counted stands with either.
    last = segment(key(one))[-1:] or [""]
    if last[0] in measure_words() and not any(part in measure_words() for part in segment(key(other))):
        other += last[0]
    if said.endswith("的"):
        other += "的" * (not other.endswith(last[0]))
    way = Way.TIMES if found["gap"] == "倍" else Way.APART
    return Sides((one, other), tuple(f"{shared}{side}有{much}" for side in (one, other)), way)


_TIMES_TWO = r"(?P<one>[^，,]{2,28}?)(?:是|相当于|等于|顶|顶得上)(?P<other>[^，,]{2,14}?)的?(?P<much>多少|几)(?P<gap>倍)[？?。]?$"
_TWO = tuple(
    re.compile(rf"^{form}")
    for form in (
        r"(?P<one>.{2,28}?)(?<!占)比(?![例重值率分赛武拼试])(?P<other>[^，,]{1,14}?)(?P<gap>[多少高低](?:了|出)?)(?P<much>(?:多少|几).{0,6}?)[？?。]?$",
        r"(?P<one>.{2,28}?)[和跟与同](?P<other>[^，,和跟与同]{1,14}?)(?:数量|人数)?(?:之间)?(?:相差|差距?|差了|差着)(?:是|有|了)?(?P<gap>)(?P<much>(?:多少|几).{0,6}?)[？?。]?$",
        _TIMES_TWO,
    )
)
_WHEN_BEHIND = re.compile(r"(?<=.)(?:在|于)?(?:19|20)\d\d年(?:底|末)?$")
# 比上一年, 比刚开播时, 比原计划: another time of the same, or what it was meant to be.
_THEN = re.compile(
    r"\d|年|[月季]|以前|之前|原|从前|过去|当初|起初|最初|开始|刚|时$|时候|上[次届期回]|同期|上半|下半|平时|计划|预期|预计|目标|平均|其他|别的|全[国省市县]|同[类行]|那[会阵]"
)
_DONE = re.compile(r"[\u4e00-\u9fff]的")


def _listed(question: Question) -> Sides | None:
    """公众号、抖音号、视频号粉丝各多少: names, or levels of an award, that stand side by side."""
    text = question.text
    named: list[tuple[int, int, Mention | None]] = [(m.start, m.end, m) for m in question.mentions]
    levels: list[tuple[int, int, Mention | None]] = [
        (match.start(), match.end(), None)
        for match in [*LEVEL.finditer(text), *_RANK.finditer(text)]
        if not any(start < match.end() and match.start() < end for start, end, _ in named)
    ]
    best: list[tuple[int, int, Mention | None]] = []
    for places in (levels, named):
        run: list[tuple[int, int, Mention | None]] = []
        for place in places:
            joined = run and AND.fullmatch(text[run[-1][1] : place[0]])
            run = [*run, place] if joined and _alike(run[-1][2], place[2]) else [place]
            best = max(best, run, key=len)
    if len(best) < 2:
        return None
    names = [text[start:end] for start, end, _ in best]
    return apart(text[: best[0][0]], names, text[best[-1][1] :])


def _alike(one: Mention | None, other: Mention | None) -> bool:
    """Tell whether two names are of one sort, so that the same may be asked of both."""
    if one is None or other is None:
        return one is other
    if is_outlet(one.name) and is_outlet(other.name):
        return True  # An account that the reports call by nothing but its kind is one, too.
    kinds = [{entity.kind for entity in m.candidates} for m in (one, other)]
    return not kinds[0] or not kinds[1] or bool(kinds[0] & kinds[1])


def _by_words(question: Question) -> Sides | None:
    """收入和纳税各是多少: what stands side by side before 各 or 哪个, where it is not all names."""
    asked = question.asked
    if (counted := _units(question)) is not None:
        return counted
    marker = _EACH.search(asked) or _WHICH.search(asked) or _EACH_YEAR.search(asked)
    if marker is None:
        return None
    pieces = [piece.strip() for piece in _PIECES.split(asked[: marker.start()])]
    if len(pieces) < 2 or not all(pieces) or re.search(r"(?:年(?:度|底)?|(?:19|20)\d\d)$", pieces[-2]):
        return None
    found = [[m for m in question.mentions if m.name in key(piece)] for piece in pieces]
    ends = [0]
    if bound := _BOUND.match(pieces[0]):
        ends.append(bound.end())
    if found[0] and not any(_alike(found[0][-1], m) for m in found[1]):
        # 问海曝光和解决的问题: the name before the first is that of all.
        ends.append(_place(pieces[0], found[0][-1].name))
    shared = pieces[0][: max(end for end in ends if end < len(pieces[0]))]
    names = [pieces[0][len(shared) :], *pieces[1:]]
    stem = _COUNTED_IN.sub("", names[0])
    names = [f"{stem}{name}" if n and _COUNTED_IN.fullmatch(name) else name for n, name in enumerate(names)]
    if _EACH_YEAR.match(asked, marker.start()):
        if not all(_measured(name, question) for name in names):
            return None
        texts = tuple(f"{shared}{name}{asked[marker.start() :]}" for name in names)
        return Sides(tuple(names), texts, Way.EACH)
    return apart(shared, names, asked[marker.start() :])


def _measured(name: str, question: Question) -> bool:
    known = {*measure_words(), *question.known.figure_words}
    return any(word in known for word in segment(key(name), question.known.figure_words))


def _units(question: Question) -> Sides | None:
    """培训多少期、多少人次: one matter counted in two ways."""
    found = re.search(
        r"(多少|(?<![这近那好])几(?!月|年))(\w{1,3})[、，,和及]?(多少|几)(\w{1,3})", question.asked
    )
    if found is None or re.search("[到至成]", found[2]):
        return None  # 从多少个减到多少个: what it was and what it became.
    head, tail = question.asked[: found.start()], question.asked[found.end() :]
    names = (f"{found[1]}{found[2]}", f"{found[3]}{found[4]}")
    return Sides(names, tuple(f"{head}{name}{tail}" for name in names), Way.EACH)


def _clauses(question: Question) -> Sides | None:
    """问海2021年曝光了多少问题，解决了几个: two questions, of which the second goes on about what the first names."""
    if WHICH_TOO.search(question.asked):
        return None
    clauses = [
        clause
        for clause in re.split(
            r"[，,；;。？?！!]", _RUN_ON.sub(r"\1，", _ASKED_BEFORE.sub(r"\1，", question.asked))
        )
        if clause.strip()
    ]
    if not 2 <= len(clauses) <= _MOST or not all(_ASKS.search(key(clause)) for clause in clauses):
        return None
    first, *others = clauses
    if any(_ONCE_MORE.match(key(other)) or _ranked(key(other)) for other in others):
        return None  # 哪年最多，是多少: the same once more.
    named = [m for m in question.mentions if m.name in key(first)]
    years = _WHEN.findall(first)
    terms = [m.name for m in named] or [word for word in question.words if _is_quoted(word, question)]
    # 寻亲平台哪年上线的，找回多少老人: so is what stands before the first word of asking.
    begun = terms or [word for word in question.words[:1] if key(first).startswith(word) and content(word)]
    texts = [first]
    for other in others:
        # 我在村里过大年派了几个记者，待了多久: what the reports put between marks is gone on about as what has a name is.
        lead = "" if any(m.name in key(other) for m in question.mentions) else "".join(begun[:1])
        when = "" if _WHEN.search(other) else "".join(years)
        texts.append(f"{when}{lead}{other}")
    return Sides(tuple(clauses), tuple(texts), Way.EACH, certain=bool(begun or years))


def _ranked(clause: str) -> bool:
    """Tell whether a clause asks which of several has more: 哪个多."""
    which = _WHICH.search(clause)
    return which is not None and _END.search(clause[which.end() :]) is not None


def _is_quoted(word: str, question: Question) -> bool:
    return len(word) >= SHORTEST_QUOTED and any(word in term for term in question.known.quoted)


# 受理多少件、办结率多少: what is counted is told before the mark.
_ASKED_BEFORE = re.compile(r"((?:多少|几)[\u4e00-\u9fff]{0,2})、")
# 交办了几个问题办结了几个: a verb begins another question.
_RUN_ON = re.compile(
    r"((?:多少|(?<![这那近前后好])几)[个件条项次场期篇]?[^，,、多少几了]{1,4}?)(?=[\u4e00-\u9fff]{2}(?:了|到|出)(?:多少|几))"
)
# 近三年每年受理多少件、办结率多少: of the same years.
_WHEN = re.compile(r"(?:19|20)?\d\d年|[今去前]年|本年度|近[\d两三四五]年|历年|各年|每年")
_MOST = 3
"""Questions that are asked in one breath."""
_EACH_YEAR = re.compile(r"各年度?|历年|逐年|每1?一?年")
_ONCE_MORE = re.compile(
    r"(?:1?共|总共|那|各|分别|具体|到底|又|有|是|为|达到?|占|多|少|高|低|了|出|数量|数字|叫|在|增长|增加|减少|下降|提高|上升|增幅|降幅|同比|相当于|比|涨|降)*"
    r"(?:多少|几|什么时候|什么(?!作品|节目|栏目|奖)|谁|百分之几|哪1?[年天些个]).{0,3}$"
)
_ASKS = re.compile(
    r"多[少久长大远高]|(?<![这那近前后好])几(?!年来)|啥|咋|什么时候|哪|何时|什么|谁|百分之几|怎么|如何|为何|有没有|是否|[了过]吗$"
)


def _place(piece: str, name: str) -> int:
    """Return where a name (in one spelling) ends in a piece of the question as it was asked; 0 where it is not in it."""
    return next((end for end in range(1, len(piece) + 1) if key(piece[:end]).endswith(name)), 0)
