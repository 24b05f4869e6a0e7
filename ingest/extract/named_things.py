"""What a report names that figures can be about: its outlets, titles, undertakings, and what is held year by year."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import NamedTuple

from ingest.extract import subject_forms as forms
from ingest.extract.platforms import PlatformNames
from ingest.extract.wording import TIME_LEAD
from ingest.reading import Reading
from ingest.title_cues import FAULT_NAME, OTHERS_PROGRAMMES
from ingest.titles import Kind, Quoted, Titles

SEGMENT = "；;。！？\n"
CLAUSE = SEGMENT + "，,"
Back = Callable[[int, int, str], int]


class Named(NamedTuple):
    """A name in the text (code points, end exclusive)."""

    start: int
    end: int
    name: str
    outlet: bool = False
    group_end: int = 0
    """Where the run of quoted names ends that this one stands in."""
    alone: bool = True
    """No other name is joined to it."""


class Clauses:
    """Where the clauses of a text begin, in which marks inside of quoted names end none."""

    def __init__(self, text: str, titles: Titles) -> None:
        """Take the text and the quoted names in it."""
        parts: list[str] = []
        position = 0
        for quoted, after in zip_longest(titles.quoted, titles.quoted[1:]):
            stop = min(quoted.end, after.start) if after else quoted.end
            parts += text[position : quoted.start], "《" * (stop - quoted.start)
            position = stop
        self._text = "".join([*parts, text[position:]])
        """The text with no marks in its quoted names."""
        self._begins: dict[str, list[int]] = {}

    def back(self, position: int, low: int, marks: str) -> int:
        """Return where the clause or segment begins that ends at `position`, `low` at the least (code points)."""
        begins = self._begins.get(marks)
        if begins is None:
            begins = [mark.end() for mark in re.finditer(f"[{marks}]", self._text)]
            self._begins[marks] = begins
        last = bisect.bisect_right(begins, position) - 1
        return min(position, max(low, begins[last])) if last >= 0 else min(position, low)


def named_things(reading: Reading, titles: Titles, platforms: PlatformNames, back: Back) -> list[Named]:
    """Return what `reading` names that acts or is kept up, in the order of the text, none inside of another."""
    text = reading.text
    short = forms.by_bare_name([span.name for span in platforms.spans])
    named = [Named(s.start, s.end, s.name, True, s.end) for s in platforms.spans]
    taken = {at for item in named for at in range(item.start, item.end)}
    for quoted in titles.quoted:
        if quoted.start in taken:
            continue
        kind = titles.kind_of(quoted.name)
        alone = quoted.group_start == quoted.start and quoted.group_end == quoted.end
        if quoted.name in short and kind in {Kind.NONE, Kind.PLATFORM}:
            # “看海州”推送…, 《今日澜溪》每期发行…: an own outlet by its bare name.
            named.append(Named(quoted.start, quoted.end, short[quoted.name], True, quoted.group_end, alone))
        elif kind in {Kind.WORK, Kind.COLUMN}:
            named.append(Named(quoted.start, quoted.end, quoted.name, False, quoted.group_end, alone))
        elif kind is Kind.NONE and quoted.name not in OTHERS_PROGRAMMES:
            named.extend(_undertaking(text, quoted, alone, back))
    for block in reading.prose:
        if not forms.HELD_SIGN.search(text, block.start, block.end):
            continue
        for held in forms.HELD.finditer(text, block.start, block.end):
            what = re.sub("[“”]", "", held["name"] or held["line"])
            named.append(Named(held.start(), held.end(), what, False, held.end()))
    named.sort(key=lambda item: (item.start, -item.end))
    found: list[Named] = []
    for item in named:
        if not found or item.start >= found[-1].end:
            found.append(item)
    return found


def _undertaking(text: str, quoted: Quoted, alone: bool, back: Back) -> Iterator[Named]:
    """What is kept up or held under a quoted name that is no title: “暖冬行动”, “书香”全民阅读季, “潮声夜校”."""
    # Of its own line alone: a heading 公益服务 above it leads to nothing.
    before = text[max(0, quoted.start - 14) : quoted.start].rpartition("\n")[2]
    if forms.FIGURE_BEFORE.search(quoted.name) or forms.GUIDING_BEFORE.search(before):
        return
    if FAULT_NAME.search(quoted.name) or forms.ABOUT_AFTER.match(text[quoted.end : quoted.end + 3]):
        return
    doing = forms.UNDERTAKING.match(text, quoted.end)
    end = doing.end() if doing else quoted.end
    nested = text[quoted.start - 1 : quoted.start] in {"》", "”", "网", "端", "号"}
    if (
        doing
        or nested
        or forms.KEPT_UP.search(quoted.name)
        or forms.BEGUN_BEFORE.search(before)
        or forms.BEGINS_AFTER.match(text, quoted.end)
        or _opens_clause(text, quoted.start, back)
    ):
        group = quoted.group_end if not doing else end
        yield Named(quoted.start, end, quoted.name + (doing.group() if doing else ""), False, group, alone)


def _opens_clause(text: str, at: int, back: Back) -> bool:
    lead = TIME_LEAD.sub("", text[back(at, 0, CLAUSE) : at]).strip()
    return not lead or forms.CALLED_BEFORE.fullmatch(lead) is not None
