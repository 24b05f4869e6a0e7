"""Which lines are the main headings of a report, however they are numbered."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from ingest.duties import chapter_duty, closing_kinds, is_plain_chapter_title, loose_duty
from ingest.lines import Line, ordinal, reads_like_heading, style_key
from ingest.report import Duty

# A line that could be a caption, a name or a figure is no heading without further marks.
NO_PLAIN_HEADING = re.compile(r"[《》“”\d，,：:（）()！!]|[。；？、]$")
# No report has more headings of one style than this; more are the items of a list.
_MOST = 400


@dataclass(frozen=True)
class Chapters:
    """The level-1 headings."""

    duties: dict[int, Duty | None]
    """Line index → the duty that its title names."""
    inner: str | None = None
    """The style of the headings that name the duties where these stand below a chapter that names none."""
    nested: frozenset[int] = frozenset()
    """Lines that are numbered in the style of the chapters once more, inside one of these."""


def find_chapters(lines: list[Line]) -> Chapters:
    """Return which lines are level-1 headings.

    The style (number style, format level, or bold without number) under which the most different duties are
    named is that of the chapters. Of a numbered style those lines are chapters that count on, duty after duty:
    1.前言 2.政治责任 3.…, not the 1. and 2. below each. Where all of them stand in one chapter (二、履责情况 with
    （一）正确引导 … below it), the style around them is that of level 1.
    """
    named: dict[str, dict[int, Duty]] = {}
    for index, line in enumerate(lines):
        duty = chapter_duty(line.title)
        if duty is None or not (reads_like_heading(line) or _unnumbered_title(line)):
            continue
        named.setdefault(style_key(line), {})[index] = duty
    slogans = _numbered_slogans(lines, named) or _bare_slogans(lines, named)
    if slogans is not None:
        return slogans
    if not named:
        return Chapters({})
    # Ties go to the style seen first: the outer one opens before the inner one.
    best = max(
        named,
        key=lambda key: (len(set(named[key].values()) - {Duty.AFTERWORD, Duty.PREFACE}), -min(named[key])),
    )
    around = _style_around(lines, named[best], best)
    if around is not None:
        outer = [i for i, line in enumerate(lines) if style_key(line) == around and reads_like_heading(line)]
        chapters: dict[int, Duty | None] = {index: chapter_duty(lines[index].title) for index in outer}
        # 前言 stands unnumbered before 第一部分, 后记 behind the last part.
        _add_others(lines, chapters, named, around)
        return Chapters(dict(sorted(chapters.items())), inner=best)
    chapters, nested = _of_style(lines, best, named[best])
    _add_others(lines, chapters, named, best)
    return Chapters(chapters, nested=nested)


def _numbered_slogans(lines: list[Line], named: dict[str, dict[int, Duty]]) -> Chapters | None:
    """Chapters that are numbered throughout and hardly ever name a duty: 贰、举旗定向 叁、筑基强本 肆、民有所呼 …

    Only where fewer than three duties are named in any style, and a style counts on through eight chapters or more
    from the first or second; an unnumbered preface before them and afterword behind them are chapters too.
    """
    if any(len(set(found.values()) - {Duty.AFTERWORD, Duty.PREFACE}) > 2 for found in named.values()):
        return None
    for style in ("part", "big", "roman", "boxed", "cn", "arabic"):
        every = [i for i, line in enumerate(lines) if style_key(line) == style and reads_like_heading(line)]
        if not 8 <= len(every) <= _MOST:
            continue
        chain = [every[0]]
        for index in every[1:]:
            if (ordinal(lines[index]) or 0) == (ordinal(lines[chain[-1]]) or 0) + 1:
                chain.append(index)
        if len(chain) < 8 or ordinal(lines[chain[0]]) not in (1, 2):
            continue
        chapters = {index: chapter_duty(lines[index].title) for index in chain}
        for found in named.values():
            for index, duty in found.items():
                opens = duty is Duty.PREFACE and index < chain[0]
                closes = (
                    duty is Duty.AFTERWORD and index > chain[-1] and Duty.AFTERWORD not in chapters.values()
                )
                if (opens or closes) and lines[index].style is None:
                    chapters[index] = duty
        below = frozenset(index for index in every if index not in chapters)
        return Chapters(dict(sorted(chapters.items())), nested=below)
    return None


_FEWEST_SLOGANS, _MOST_SLOGANS = 6, 24
_LONGEST_SLOGAN = 22
_SHORTEST_TEXT = 15
_NO_SLOGAN = re.compile(r"[《》\d：:（）()]|[、；。？！!?]$|^(?:图为|记者|通讯员|责任编辑|来源)")


def _bare_slogans(lines: list[Line], named: dict[str, dict[int, Duty]]) -> Chapters | None:
    """Chapters without numbers that hardly ever name a duty: 把方向，守住阵地 / 替姐妹说话 / 把温暖送到炕头上 …

    Only where fewer than three duties are named in any style and six lines or more of one style (plain, bold, of one format level) are
    short, stand over running text and open the report or follow running text; lines that are numbered must be fewer.
    """
    if any(len(set(found.values()) - {Duty.AFTERWORD, Duty.PREFACE}) > 2 for found in named.values()):
        return None
    styles: dict[str, list[int]] = {}
    over_text: set[int] = set()
    numbered = 0
    for index, line in enumerate(lines[:-1]):
        if line.style is not None:
            numbered += reads_like_heading(line)
            continue
        if line.long or line.ends_like_sentence or not 2 <= len(line.title) <= _LONGEST_SLOGAN:
            continue
        below, before = lines[index + 1], lines[index - 1] if index else None
        follows = before is None or before.ends_like_sentence or line.level == before.level is not None
        opens = below.ends_like_sentence or below.style is not None or (below.level or 0) > (line.level or 0)
        if follows and opens and not _NO_SLOGAN.search(line.title):
            styles.setdefault(style_key(line), []).append(index)
            over_text |= {index} if below.style or below.end - below.start > _SHORTEST_TEXT else set()
    for style in ("level-1", "level-2", "level-3", "bold", "plain"):
        found = styles.get(style, [])
        most = len(over_text.intersection(found))
        if most >= _FEWEST_SLOGANS and (style != "plain" or most > numbered):
            # More short lines than a report has chapters are sub-headings, or no headings at all.
            few = len(found) <= _MOST_SLOGANS
            return Chapters({i: chapter_duty(lines[i].title) for i in found}) if few else None
    return None


def _of_style(
    lines: list[Line], style: str, named: dict[int, Duty]
) -> tuple[dict[int, Duty | None], frozenset[int]]:
    """The chapters among the lines of their style, and the lines of this style that stand below them."""
    every = [i for i, line in enumerate(lines) if style_key(line) == style and reads_like_heading(line)]
    if style in {"bold", "plain"} or style.startswith("level"):
        return _without_numbers(lines, style, named), frozenset()
    if len(every) > _MOST or all(ordinal(lines[i]) is None for i in every):
        return dict(named), frozenset()
    chain = _counting_on(lines, sorted({*every, *named}))
    chapters: dict[int, Duty | None] = {index: chapter_duty(lines[index].title) for index in chain}
    return chapters, frozenset(index for index in every if index not in chapters)


def _counting_on(lines: list[Line], indexes: list[int]) -> list[int]:
    """The lines that count on from chapter to chapter: those with the most duties in sequence.

    A line that names a new duty weighs most; a number that is missing or stands twice costs something.
    """
    best: list[tuple[float, int | None]] = []
    duties = [chapter_duty(lines[i].title) for i in indexes]
    numbers = [ordinal(lines[i]) for i in indexes]
    for here in range(len(indexes)):
        own = 1.0 if duties[here] else 0.5 if loose_duty(lines[indexes[here]].title) else 0.2
        start = own - 0.1 * min((numbers[here] or 1) - 1, 5)
        found: tuple[float, int | None] = (start, None)
        for before in range(here):
            step = (numbers[here] or 0) - (numbers[before] or 0)
            if numbers[here] is not None and numbers[before] is not None and step < 0:
                continue
            weight = 0.3 if duties[here] and duties[here] == duties[before] else own
            cost = 0.5 if step == 0 and numbers[here] is not None else 0.3 * min(max(step - 1, 0), 2)
            score = best[before][0] + weight - cost
            if score > found[0]:
                found = (score, before)
        best.append(found)
    at: int | None = max(range(len(indexes)), key=lambda i: best[i][0])
    chain: list[int] = []
    while at is not None:
        chain.append(indexes[at])
        at = best[at][1]
    return chain[::-1]


def _without_numbers(lines: list[Line], style: str, named: dict[int, Duty]) -> dict[int, Duty | None]:
    """Chapters that no number marks; of slogans in bold or as format headings those that hint at a missing duty."""
    if style == "plain":
        return _without_parts(lines, named)
    chapters: dict[int, Duty | None] = dict(named)
    every = [i for i, line in enumerate(lines) if style_key(line) == style and not line.ends_like_sentence]
    hinted: dict[Duty, list[int]] = {}
    for index in every:
        duty = loose_duty(lines[index].title)
        if index not in named and duty is not None and duty not in named.values():
            hinted.setdefault(duty, []).append(index)
    if len({*named.values(), *hinted}) < 6:
        return chapters
    if len(every) <= 13:
        return {index: named.get(index) for index in every}
    chapters.update({indexes[0]: None for indexes in hinted.values() if len(indexes) == 1})
    return dict(sorted(chapters.items()))


# A chapter's name for all of it; the parts below it are 媒体概况, 政治方向, 回应.
_WHOLE = re.compile(r"前言|引言|序言|导[言语]|卷首|责任|后记|结语|结束语|尾声|写在")


def _without_parts(lines: list[Line], named: dict[int, Duty]) -> dict[int, Duty | None]:
    """Leave out what is only a part of the chapter before it: 政治方向 below 政治责任, 回应 and 不足 below 后记."""
    chapters: dict[int, Duty | None] = {}
    whole: Duty | None = None
    for index, duty in sorted(named.items()):
        names_all = bool(_WHOLE.search(lines[index].title))
        if duty is whole and not names_all:
            continue
        chapters[index] = duty
        whole = duty if names_all else None
    return chapters


def _add_others(
    lines: list[Line], chapters: dict[int, Duty | None], named: dict[str, dict[int, Duty]], best: str
) -> None:
    """Chapters of another style (an unnumbered 前言 or 后记 around numbered duties), where they are not nested."""
    duties = set(chapters.values())
    first, last = min(chapters), max(chapters)
    levels = {lines[index].level for index in chapters} - {None}
    for key, found in named.items():
        if key == best:
            continue
        for index, duty in found.items():
            outside = index < first or index > last
            missing = duty not in duties
            if duty is Duty.AFTERWORD and not missing and not (index > last and _is_end(lines[index])):
                # 存在的不足 below a numbered 后记 is a part of it; 后记 behind 存在的不足 is a chapter.
                continue
            # 网站概况, a heading of the format like 一、正确引导责任 below it.
            alike = lines[index].style is None and lines[index].level in levels
            if (outside or missing) and (alike or _same_rank(lines[index], key, best)):
                chapters[index] = duty


def _is_end(line: Line) -> bool:
    return line.style is None and re.fullmatch(r"后\s*记|结\s*语|结束语|尾\s*声", line.title) is not None


def _style_around(lines: list[Line], named: dict[int, Duty], best: str) -> str | None:
    """The style of a chapter that names no duty and holds three or more chapters of style `best` that do."""
    for key in ("level-1", "part", "cn", "arabic"):
        if key == best:
            continue
        outer = [i for i, line in enumerate(lines) if style_key(line) == key and reads_like_heading(line)]
        beside = [i for i in outer if chapter_duty(lines[i].title) is not None]
        if not beside or outer[0] > min(named):
            # No 媒体概况 before it and no 不足 after it: the title of the report, or of the page.
            continue
        for start, end in itertools.pairwise([*outer, len(lines)]):
            inside = {duty for index, duty in named.items() if start < index < end}
            if len(inside) >= 3 and chapter_duty(lines[start].title) is None:
                return key
    return None


def _same_rank(line: Line, key: str, best: str) -> bool:
    """A heading of another style stands beside the chapters only if it is unnumbered or the outermost style."""
    order = ["level-1", "part", "cn"]
    if line.style is None and line.level is None:
        return _says_itself(line.title) and best not in {"level-1"}
    return key in order and (best not in order or order.index(key) <= order.index(best))


def _says_itself(title: str) -> bool:
    """A line without number that can only be a heading: 媒体概况, 上年度工作不足的整改, 存在的不足与今后打算."""
    return is_plain_chapter_title(title) or (
        len(title) <= 16 and bool(closing_kinds(title)) and not NO_PLAIN_HEADING.search(title)
    )


def _unnumbered_title(line: Line) -> bool:
    if line.style is not None or line.long or line.ends_like_sentence:
        return False
    return _says_itself(line.title) or (line.bold and len(line.title) <= 20)
