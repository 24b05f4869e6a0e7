"""The page that answers are written on: Rich on a terminal, plain text in a pipe."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from functools import cache

from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.wrapping import breaks
from ingest.report import Evidence

UNBOUNDED = 100_000
"""Columns of a pipe: nothing is wrapped there, so that lines can be searched."""


@cache
def _console(terminal: bool) -> Console:
    width = None if terminal else UNBOUNDED
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=False, width=width)


def console() -> Console:
    """Return where answers are written."""
    # Asked for anew each time: tests and pipes exchange sys.stdout.
    page = _console(sys.stdout.isatty())
    page.file = sys.stdout
    return page


def line(text: str | Text = "", style: str = "", indent: int = 0) -> None:
    """Write one paragraph, indented by so many cells; on a terminal it is wrapped, and what follows indented too."""
    shown = text if isinstance(text, Text) else Text(text, style=style)
    page = console()
    marks = breaks(shown.plain, max(20, page.width - indent)) if page.is_terminal else []
    for part in shown.divide(marks):
        part.rstrip()
        page.print(Text(" " * indent).append_text(part), soft_wrap=True)


def table(rows: Iterable[Sequence[str | Text]], headings: Sequence[str], numbers: Sequence[int] = ()) -> None:
    """Write a small table without lines; `numbers` are the columns that stand to the right."""
    drawn = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for index, heading in enumerate(headings):
        drawn.add_column(heading, justify="right" if index in numbers else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*row)
    page = console()
    with page.capture() as captured:
        page.print(drawn)
    # The last column's padding is of no use to what reads a pipe.
    page.out("\n".join(each.rstrip() for each in captured.get().splitlines()), highlight=False)


def place(evidence: Evidence, media: bool = True) -> str:
    """Return where evidence stands: media (where wanted) year › headings, page."""
    parts = [f"{evidence.media} {evidence.year}" if media else str(evidence.year), *evidence.section]
    page = f"，第 {evidence.page} 页" if evidence.page is not None else ""
    return " › ".join(parts) + page


def quoted(evidence: Evidence) -> str:
    """Return the quote as one line; line ends inside a quote are no part of what it says."""
    return " ".join(evidence.quote.split())


def sources(evidence: Iterable[Evidence], title: str = "出处") -> None:
    """Write where answers come from, each place once."""
    seen = list(dict.fromkeys(evidence))
    if not seen:
        return
    line()
    line(f"{title}：", "bold")
    for each in seen:
        text = Text().append(f"{place(each)}：", style="cyan")
        line(text.append(f"“{quoted(each)}”"), indent=2)


def figure(value: float, unit: str | None) -> str:
    """Return a figure as people write it: in 万 or 亿 where that leaves at most two decimals, else thousands parted."""
    if unit == "%":
        return f"{value:g}%"
    for size, name in ((100_000_000, "亿"), (10_000, "万")):
        if abs(value) >= size and (value * 100) % size == 0:
            return f"{value / size:,.10g}{name}{unit or ''}"
    return f"{value:,.10g}{unit or ''}"


def marked(text: str, words: Iterable[str]) -> Text:
    """Return `text` with every occurrence of the words set off."""
    shown = Text(" ".join(text.split()))
    wanted = sorted({word for word in words if word.strip()}, key=len, reverse=True)
    if wanted:
        shown.highlight_regex(re.compile("|".join(map(re.escape, wanted)), re.IGNORECASE), "bold yellow")
    return shown
