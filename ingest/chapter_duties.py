"""The duties of main headings that do not name theirs: by a weaker word, by their place among the others, or by what stands below."""

from __future__ import annotations

import itertools
import re

from ingest.chapter_contents import duty_told
from ingest.duties import closing_kinds, loose_duty
from ingest.lines import Line
from ingest.report import Duty

Heading = tuple[Line, int, Duty | None]
"""A line with the level of its heading, from 1, and the duty of the chapter it stands in."""

# The order of the two templates; the older one has no 阵地建设.
_ORDER = (
    Duty.PREFACE,
    Duty.POLITICAL,
    Duty.POSITIONS,
    Duty.SERVICE,
    Duty.HUMANISTIC,
    Duty.CULTURE,
    Duty.SAFETY,
    Duty.ETHICS,
    Duty.RIGHTS,
    Duty.LAWFUL,
    Duty.AFTERWORD,
)


def with_duties(headings: list[Heading]) -> list[Heading]:
    """Return the headings, the duties of chapters filled in that only the others let one understand.

    七、守住安全底线 is safety where no other chapter is; 二、高举旗帜 between 前言 and 阵地建设责任 is political.
    A chapter that holds the duties itself (二、履责情况) has none.
    """
    starts = [index for index, (_, level, _) in enumerate(headings) if level == 1]
    duties = [headings[index][2] for index in starts]
    filled = list(headings)
    in_order = _all_nine([headings[index][0].title for index in starts], duties)
    chapters = itertools.pairwise([*starts, len(headings)])
    for (start, end), duty in zip(chapters, in_order, strict=True):
        filled[start:end] = [(line, level, own or duty) for line, level, own in headings[start:end]]
    duties, headings = in_order, list(filled)
    if len({duty for duty in duties if duty is not None}) < 4:
        return headings
    for position, (start, end) in enumerate(itertools.pairwise([*starts, len(headings)])):
        if duties[position] is not None or any(duty is not None for _, _, duty in headings[start:end]):
            continue
        duty = loose_duty(headings[start][0].title)
        if duty is None or duty in duties:
            duty = _by_place(duties, position)
        if duty is None and _closes(headings[start:end], duties, position):
            duty = Duty.AFTERWORD
        duties[position] = duty
        filled[start:end] = [(line, level, duty) for line, level, _ in headings[start:end]]
    return filled


def with_contents(headings: list[Heading], text: str) -> list[Heading]:
    """Return the headings, the duties of chapters filled in by what `text` tells below them: 把温暖送到炕头上.

    For reports whose titles are all of the writer's own: fewer than five chapters name a duty and three or more name none.
    Where one chapter that names none holds most of the report (二、履责实践), those below it are the chapters.
    """
    filled = list(headings)
    level, starts = 1, [index for index, (_, level, _) in enumerate(headings) if level == 1]
    for start, end in itertools.pairwise([*starts, len(headings)]):
        inner = [index for index in range(start + 1, end) if headings[index][1] == 2]
        if headings[start][2] is None and len(inner) >= _MANY and 2 * len(inner) > len(starts):
            level, starts = 2, sorted({*starts, *inner} - {start})
            break
    ends = [*starts[1:], len(headings)]
    duties = [headings[index][2] for index in starts]
    if len({*duties} & {*_ORDER[1:-1]}) >= _MANY or duties.count(None) < _FEWEST:
        return filled
    for position, (start, end) in enumerate(zip(starts, ends, strict=True)):
        title = headings[start][0].title
        if duties[position] is not None or _NO_AFTERWORD.search(title):
            continue
        end = next((at for at in range(start + 1, end) if headings[at][1] < level), end)
        below = [
            text[line.title_end : headings[at + 1][0].start if at + 1 < len(headings) else len(text)]
            for at, (line, _, _) in enumerate(headings[start:end], start)
        ]
        told = "\n".join(below)
        late = position >= len(starts) / 2
        if late and closing_kinds(title):
            duty: Duty | None = Duty.AFTERWORD
        else:
            duty = duty_told(told, _BEYOND_DOUBT) or loose_duty(title) or duty_told(told)
        behind = late and position + 2 >= len(starts) and duties[position - 1] in (*_LATE, Duty.AFTERWORD)
        if duty is None and behind:
            # 回望 / 再出发, behind the last of the nine.
            duty = Duty.AFTERWORD
        if (duty is Duty.PREFACE and position) or (duty is Duty.AFTERWORD and not late):
            continue
        duties[position] = duty
        filled[start:end] = [(line, depth, duty) for line, depth, _ in headings[start:end]]
    return filled


_MANY = 5
"""Duties that titles name from which on a chapter that names none is none of the nine; and chapters that one may hold."""
_FEWEST = 3
_BEYOND_DOUBT = 3.0
"""How sure the text must be of a duty to overrule a weak word of the title: 把方向，守住阵地 over what is political."""
# What else may stand after the last duty: 附录, 联系方式, 获奖作品名录.
_NO_AFTERWORD = re.compile(r"附|联系|[致鸣]谢|感谢|名[单录]|获奖|荣誉|大事记|案例|数据|评价|声明|说明")
_LATE = {Duty.SAFETY, Duty.ETHICS, Duty.RIGHTS, Duty.LAWFUL}


def _closes(chapter: list[Heading], duties: list[Duty | None], position: int) -> bool:
    """Tell whether the last chapter, of no duty, is the afterword: 回望与前行 after 合法经营, or over 问题 and 打算."""
    title = chapter[0][0].title
    if position + 1 < len(duties) or Duty.AFTERWORD in duties or _NO_AFTERWORD.search(title):
        return False
    return duties[position - 1] in _LATE or any(closing_kinds(line.title) for line, _, _ in chapter[1:])


def _all_nine(titles: list[str], duties: list[Duty | None]) -> list[Duty | None]:
    """Name nine slogans between preface and afterword by the order of the template: 贰、举旗定向 … 拾、行稳致远.

    Where a slogan hints at a duty, more must hint at the one of their place than at another.
    """
    first = max((i for i, duty in enumerate(duties) if duty is Duty.PREFACE), default=-1) + 1
    last = next((i for i, duty in enumerate(duties) if duty is Duty.AFTERWORD and i >= first), len(duties))
    nine = _ORDER[1:-1]
    named = [duty for duty in duties[first:last] if duty is not None]
    if first == 0 or last == len(duties) or last - first != len(nine) or len(named) > 4:
        return duties
    hints = [
        duty or loose_duty(title) for title, duty in zip(titles[first:last], duties[first:last], strict=True)
    ]
    fits = sum(hint is duty for hint, duty in zip(hints, nine, strict=True))
    if sum(hint is not None for hint in hints) > 2 * fits:
        return duties
    return [*duties[:first], *nine, *duties[last:]]


def _by_place(duties: list[Duty | None], position: int) -> Duty | None:
    if not 0 < position < len(duties) - 1:
        return None
    before, after = duties[position - 1], duties[position + 1]
    if before is None or after is None:
        return None
    between = _ORDER[_ORDER.index(before) + 1 : _ORDER.index(after)]
    missing = [duty for duty in between if duty not in duties]
    if missing == [Duty.POLITICAL, Duty.POSITIONS]:
        return Duty.POLITICAL
    return missing[0] if len(missing) == 1 else None
