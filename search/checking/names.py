"""Names in the draft that differ from a known name by a slip: a homophone, one wrong, missing or doubled character."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.report import Award, Platform
from kg.entities import normalised, outlet_of
from search.answers import Finding, Severity
from search.checking.around import MARKED
from search.checking.beside import in_place, is_new, of_three, sort_behind, told_alike
from search.checking.case import Case
from search.checking.known import Name, known_names, stem
from search.checking.persons import FREQUENT, persons
from search.checking.slips import SHORT, SOUNDING, apart_by_sound, lost, padded, serial, slip
from search.checking.sounds import akin, alike, nearly

SPOKEN = 4
"""Characters from which on a name that stands between marks is looked for outside of them too."""
WHOLE, MOST, DOES = 5, 0.5, 8
"""Characters of a name, the share of them that another one must have in their places, and how many behind it tell what it does."""
_NUMERALS = re.compile(r"[\d０-９零〇一二三四五六七八九十百千]+")
_LATER = re.compile(
    "[》”](?:的|推出|迎来|开播|播出|上线|回归)?(?:了)?(?:第[二三四五六七八九十\\d]{1,2}[季辑部集]|续[集篇])"
)
"""Behind a name that must have been there before: 《河街旧事》第二季 where there was a 《河街往事》 only."""
_GOES_ON = r"[》”](?:[一-龥]{0,6})?(?:更新|播出|推出|刊发|刊播|出版|制作)了?\d+[期集条篇]"
_HOUSES = "研究院|研究所|研究室|研究会|学院|学校|学会|协会|商会|联盟|中心|公司|集团|工作室|工作站|编辑部|基金会?|书院|书屋|服务站|服务队|服务团"
_HOUSE = re.compile(f"(?:{_HOUSES})$")
_RENAMED = re.compile(r"更名|改名|易名|改称|改为|升级为|改版为|原名|前身|合并|并入|又名|简称")


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each slip in a name, at its first place: 《溪上人佳》 for 《溪上人家》, 吴少平 for 吴绍平.

    Names that any earlier report has, in this very spelling, are no slips; nor is what the reports tell of as a new name.
    """
    known = known_names(case)
    texts = "\n".join(report.text for report in case.earlier)
    shown: set[str] = set()
    for start, end, name in _slips(case, known):
        said = case.draft.text[start:end]
        if said in shown or said in texts or _renamed(case, said, name.text):
            continue
        shown.add(said)
        more = case.draft.text.count(said) - 1
        message = (
            f"{name.kind}名称与以往不同：这里写“{said}”，{name.evidence.year}年度报告是“{name.text}”"
            f"{f'（稿中另有{more}处）' if more else ''}。请核对，若确已更名请写明。"
        )
        sure = len(name.text) == len(said) and apart_by_sound(said, name.text)
        severity = Severity.ERROR if sure else Severity.WARNING
        if _NUMERALS.sub("", said) == _NUMERALS.sub("", name.text) and normalised(said) == normalised(
            name.text
        ):
            # 《24节气》 and 《二十四节气》: one name, and either way of writing it is right.
            severity = Severity.INFO
        yield case.finding("name-variant", severity, message, (start, end), [name.evidence])
    yield from _within(case, shown, {normalised(name.text) for name in known})


def _slips(case: Case, known: list[Name]) -> Iterator[tuple[int, int, Name]]:
    text = case.draft.text
    spellings = {normalised(name.text) for name in known}
    for match in MARKED.finditer(text):
        start, end = match.span(match.lastindex or 0)
        said = text[start:end]
        if normalised(said) in spellings:
            yield from _numerals(said, (start, end), known)
            continue
        titled = match.lastindex == 1
        near = [
            name
            for name in known
            if slip(said, name.text)
            or _two(case, (start, end), name, titled)
            or (padded(said, name.text) and name.text not in text and not is_new(text, start, end))
            or (of_three(said, name.text) and in_place(case, (start, end), name.text, name.placed))
        ]
        near = near or [name for name in known if _replaced(case, (start, end), name)][:1]
        near = [n for n in near if len(said) > SHORT or _by_sound(said, n) or _meant(case, (start, end), n)]
        if near:
            yield (
                start,
                end,
                min(near, key=lambda name: (not apart_by_sound(said, name.text), -len(name.text))),
            )
    for name in known:
        if len(name.text) >= (SPOKEN if name.marked else SOUNDING):
            for start in _windows(text, name.text):
                yield start, start + len(name.text), name
    # A name of two characters is told by its surname and the office before it: 记者齐燕 for 记者齐雁.
    short = [name for name in known if name.kind == "人员" and len(name.text) == 2]
    for person, start, end in persons(case.draft) if short else ():
        if len(person) == 2:
            yield from (
                (start, end, n) for n in short if person[0] == n.text[0] and alike(person[1], n.text[1])
            )
    yield from _colleagues(case, known)
    yield from _houses(case, known)
    yield from _facts(case, known, spellings)


def _colleagues(case: Case, known: list[Name]) -> Iterator[tuple[int, int, Name]]:
    """Yield people with an office and two characters of three of a known one's, who is nowhere in the draft: 编辑饶小裳 for 编辑饶小棠.

    Two of a frequent surname may well be two.
    """
    held = [
        name
        for name in known
        if name.kind == "人员" and len(name.text) == 3 and name.text not in case.draft.text
    ]
    texts = [report.text for report in case.earlier]
    for person, start, end in persons(case.draft) if held else ():
        if len(person) != 3 or person[0] in FREQUENT or any(person in text for text in texts):
            continue
        office = case.draft.text[max(0, start - 2) : start]
        for name in held:
            apart = sum(a != b for a, b in zip(person, name.text, strict=True))
            if (
                apart == 1
                and person[0] == name.text[0]
                and any(f"{office}{name.text}" in text for text in texts)
            ):
                yield start, end, name


def _houses(case: Case, known: list[Name]) -> Iterator[tuple[int, int, Name]]:
    """Yield what is called by the name of a house whose last word is another: 澜江经济研究所 for 澜江经济研究院, which is nowhere in the draft."""
    text = case.draft.text
    for name in known:
        sort = _HOUSE.search(name.text) if name.marked else None
        if sort is None or sort.start() < SPOKEN or name.text in text:
            continue
        for match in re.finditer(rf"{re.escape(name.text[: sort.start()])}(?:{_HOUSES})", text):
            yield *match.span(), name


def _facts(case: Case, known: list[Name], spellings: set[str]) -> Iterator[tuple[int, int, Name]]:
    """Yield prizes and platforms of the draft that lack or add a character, or say 全国 for 中国."""
    held: dict[str, list[Name]] = {"奖项": [], "平台": []}
    for name in known:
        if name.kind in held:
            held[name.kind].append(name)
    for fact in case.draft.facts:
        if isinstance(fact, Award):
            kind, said = "奖项", fact.award
        elif isinstance(fact, Platform):
            outlet = outlet_of(fact.name)
            kind, said = "平台", stem(fact.name, outlet[1]) if outlet else fact.name
        else:
            continue
        if normalised(said) in spellings:
            continue
        for name in held[kind]:
            # 东岛新闻奖 for 东屿新闻奖: prizes of one house are few, and seldom so near.
            long = len(said) > SHORT - (kind == "奖项")
            gone = long and name.text not in case.draft.text and slip(said, name.text)
            nation = kind == "奖项" and _nation(said) == _nation(name.text) != said
            if name.text in said:
                # 运营着乾山女性网: the right name stands there.
                continue
            if gone or nation or lost(said, name.text):
                at = case.draft.text.find(said, fact.evidence.start, fact.evidence.end)
                if at >= 0:
                    yield at, at + len(said), name
                    break


def _nation(name: str) -> str:
    return re.sub(r"^(?:全国|国家)", "中国", name)


def _meant(case: Case, span: tuple[int, int], name: Name) -> bool:
    """Tell whether a short name with a wrong character of another sound stands for a known one: a column that is nowhere else, a name in
    the very same place or told of in the same words, or one that sounds akin to a column of the draft (《岭上有缘》, 《岭上有约》).

    Works have names of their own, and so has what is told as new.
    """
    text, said = case.draft.text, case.draft.text[slice(*span)]
    if in_place(case, span, name.text, name.placed):
        return True
    if name.text not in text and _LATER.match(text, span[1]):
        return True
    if is_new(text, *span):
        return False
    told = name.marked and name.kind in ("栏目", "作品", "专有")
    return (
        _lacking(case, name, said)
        or _replaced(case, span, name)
        or (told and told_alike(case, span, name.text, name.kind == "专有"))
        or (told and _beside_itself(text, said, name.text))
    )


def _beside_itself(text: str, said: str, name: str) -> bool:
    """Tell whether a draft that has the right name calls it once by one that sounds akin."""
    return (
        len(said) == len(name) > SOUNDING
        and text.count(said) == 1
        and name in text
        and all(one == other or akin(one, other) for one, other in zip(said, name, strict=True))
    )


def _windows(text: str, name: str) -> Iterator[int]:
    """Yield where `text` has `name` with one character that sounds or looks like the right one."""
    half = len(name) // 2
    for part, offset in ((name[:half], 0), (name[half:], half)):
        at = text.find(part)
        while at >= 0:
            start = at - offset
            said = text[start : start + len(name)] if start >= 0 else ""
            if len(said) == len(name) and said != name:
                apart = [(a, b) for a, b in zip(said, name, strict=True) if a != b]
                turned = len(name) > SOUNDING and len(apart) == 2 and apart[0] == apart[1][::-1]
                if turned or (len(apart) == 1 and alike(*apart[0]) and not serial(*apart[0])):
                    yield start
            at = text.find(part, at + 1)


def _by_sound(said: str, name: Name) -> bool:
    """Tell whether a name sounds nearly the same, or has the same characters in another order."""
    if sorted(said) == sorted(name.text):
        return True
    return len(said) == len(name.text) and all(map(nearly, said, name.text))


def _lacking(case: Case, name: Name, said: str) -> bool:
    """Tell whether a column, or what goes on as one (《老外在此地》更新40期), is nowhere in the draft but by the name `said`."""
    goes_on = name.kind == "栏目" or all(
        re.search(rf"{re.escape(title)}{_GOES_ON}", text)
        for title, texts in ((name.text, [each.text for each in case.earlier]), (said, [case.draft.text]))
        for text in ["\n".join(texts)]
    )
    past = "\n".join(report.text for report in case.earlier)
    sorts = {sort_behind(case.draft.text, said), sort_behind(past, name.text)}
    return (
        goes_on and name.text not in case.draft.text.replace(said, "") and (None in sorts or len(sorts) == 1)
    )


def _replaced(case: Case, span: tuple[int, int], name: Name) -> bool:
    """Tell whether a name does what the earlier report tells of a column that begins alike and is nowhere in the draft:
    《帮女郎在路上》全年办实事2318件 for 《帮女郎在行动》全年办实事2240件."""
    text, said = case.draft.text, case.draft.text[slice(*span)]
    same = sum(one == other for one, other in zip(said, name.text, strict=False))
    if (
        name.kind != "栏目"
        or len(said) != len(name.text)
        or len(said) < WHOLE
        or not MOST * len(said) <= same < len(said)
        or said[:2] != name.text[:2]
        or name.text in text
    ):
        return False
    behind = _NUMERALS.sub("", text[span[1] + 1 : span[1] + 1 + DOES])
    for report in case.earlier[-1:]:
        for match in re.finditer(re.escape(name.text), report.text):
            told = _NUMERALS.sub("", report.text[match.end() + 1 : match.end() + 1 + DOES])
            if len(behind) > SHORT - 1 and behind[:SHORT] == told[:SHORT]:
                return True
    return False


def _numerals(said: str, span: tuple[int, int], known: list[Name]) -> Iterator[tuple[int, int, Name]]:
    """Yield a name that has its number in other digits than before: 《九零后说》 for 《90后说》."""
    if not re.search(r"[\d零〇一二三四五六七八九十百千]", said):
        return
    key, letters = normalised(said), _NUMERALS.sub("", said)
    same = [name for name in known if normalised(name.text) == key]
    if all(_NUMERALS.sub("", name.text) == letters and name.text != said for name in same):
        yield from ((*span, name) for name in same[:1])


def _two(case: Case, span: tuple[int, int], name: Name, titled: bool) -> bool:
    """Tell whether a name of two characters is a known one with a character that sounds the same (《溪闻》 for 《溪问》), or
    one of two or three with them in another order in the very same place (深度报道版“林观” for “观林”)."""
    said = case.draft.text[slice(*span)]
    if not len(said) == len(name.text) <= SOUNDING or not name.marked:
        return False
    sounds = (
        len(said) == 2
        and ((said[0] == name.text[0]) != (said[1] == name.text[1]))
        and apart_by_sound(said, name.text)
    )
    if sounds and titled and name.kind in ("栏目", "作品"):
        return True
    return (sounds or sorted(said) == sorted(name.text)) and in_place(case, span, name.text, name.marked)


def _renamed(case: Case, said: str, name: str) -> bool:
    """Tell whether a report tells of the new name beside the old one."""
    for report in (case.draft, *case.earlier):
        for match in re.finditer(re.escape(said), report.text):
            around = report.text[max(0, match.start() - 40) : match.end() + 40]
            if name in around and _RENAMED.search(around):
                return True
    return False


def _within(case: Case, shown: set[str], known: set[str]) -> Iterator[Finding]:
    """Yield names between marks that the draft itself spells in two ways, at the rarer one."""
    text = case.draft.text
    places: dict[str, list[tuple[int, int]]] = {}
    for match in MARKED.finditer(text):
        span = match.span(match.lastindex or 0)
        places.setdefault(text[span[0] : span[1]], []).append(span)
    names = [name for name in places if len(name) > SOUNDING]
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            if len(one) != len(other) or not apart_by_sound(one, other) or _serial_apart(one, other):
                continue
            rare, usual = sorted(
                (one, other), key=lambda name: (normalised(name) in known, len(places[name]))
            )
            if rare in shown or normalised(rare) in known:
                continue
            shown.add(rare)
            message = f"同一名称稿中有两种写法：“{rare}”和“{usual}”。请核对后统一。"
            yield case.finding("name-variant", Severity.WARNING, message, places[rare][0])


def _serial_apart(one: str, other: str) -> bool:
    return any(a != b and serial(a, b) for a, b in zip(one, other, strict=True))
