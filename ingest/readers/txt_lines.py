"""Plain text whose lines were cut at a width, as programs that save a PDF or a mail as text do: lines → paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

from ingest.readers.pdf_lines import join

# A line that begins a paragraph of its own, whatever stands before it: 一、 （二） 3. 第二部分 ● 一是
_OPENS = re.compile(
    r"\s*(?:第[一二三四五六七八九十百]+(?:部分|章|节|篇)|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|"
    r"\d{1,2}[.．、](?!\d)|[①-⑳●■◆▲★]|——)"
)
_ENDED = tuple("。！？；：…!?;:”’」』）)")
_NARROWEST, _WIDEST = 15, 80
"""Ems (widths of a Chinese character) between which lines are cut."""
_ROOM = 2
"""Ems by which a cut line may fall short: no line begins with a mark, no figure is torn."""
_ENOUGH = 3


def unwrapped(text: str) -> str:
    """Return `text` with the line ends left out at which its paragraphs were only cut; `text` itself where none were.

    Text was cut where no line is wider than some width and most lines of that width end in the middle of a sentence.
    """
    lines = text.split("\n")
    if len(lines) < _ENOUGH:
        return text
    measure, width = max(
        ((measure, *_cut_at(lines, measure)) for measure in (_ems, len)), key=lambda cut: cut[2]
    )[:2]
    if not width:
        return text
    indented = any(_is_indented(line) for line in lines)
    found = [lines[0]]
    for line, after in pairwise(lines):
        bare = line.rstrip()
        goes_on = (
            measure(bare) >= width - _ROOM
            and bool(after.strip())
            and not _is_indented(after)
            and not _OPENS.match(after)
            and "\t" not in line + after
            and (indented or not bare.endswith(_ENDED[:7]))
        )
        if goes_on:
            more = after.strip()
            found[-1] = found[-1].rstrip() + join(bare, more) + more
        else:
            found.append(after)
    return "\n".join(found)


def _cut_at(lines: list[str], measure: Callable[[str], float]) -> tuple[float, int]:
    """The width by `measure` at which lines were cut, with the number of those that show it; 0, 0 where none was."""
    lines = [line.rstrip() for line in lines]
    widths = [measure(line) for line in lines]
    # One line in a hundred may be wider: an address of the web, a table.
    width = sorted(widths)[-1 - len(widths) // 100]
    if not _NARROWEST <= width <= _WIDEST:
        return 0, 0
    full = [line for line, own in zip(lines, widths, strict=True) if abs(own - width) <= _ROOM]
    torn = sum(not line.endswith(_ENDED) and "\t" not in line for line in full)
    return (width, torn) if torn >= _ENOUGH and torn * 2 >= len(full) else (0, 0)


def _ems(line: str) -> float:
    """The width of a line in ems, its indent counted."""
    return len(line) - len(line.translate(_NARROW)) / 2


class _Narrow(dict[int, int | None]):
    """What `str.translate` makes of characters: the wide ones go."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.east_asian_width(chr(code)) in "WFA" else code
        return self[code]


_NARROW = _Narrow()


def _is_indented(line: str) -> bool:
    return bool(line.strip()) and line[:1] in " 　"
