"""What became of shortcomings and commitments."""

from __future__ import annotations

from itertools import groupby

from rich.text import Text

from api.show.page import line, place, quoted
from api.words import FACT_TYPES, LINKS, status_word
from search.answers import Status, Trace, TraceItem

STYLES = {
    Status.FIXED: "green",
    Status.PARTLY: "yellow",
    Status.RECURRING: "red",
    Status.UNTRACED: "magenta",
    Status.PENDING: "dim",
}


def show(traced: Trace) -> None:
    """Write the items by media and year, each with the later sentences that speak to it."""
    if not traced.items:
        line("没有可追踪的不足或承诺：库中没有这一媒体或年度的报告，或报告里没有写。")
        return
    items = sorted(traced.items, key=lambda item: (item.media, item.year))
    for (media, year), group in groupby(items, key=lambda item: (item.media, item.year)):
        line(f"{media} {year} 年度", "bold")
        for item in group:
            show_item(item)
        line()
    counts = [
        f"{word} {sum(status_word(item) == word for item in items)}"
        for word in dict.fromkeys(map(status_word, items))
    ]
    line(f"共 {len(items)} 条：{'，'.join(counts)}", "dim")
    if any(item.status is Status.UNTRACED for item in items):
        line("“未见下文”指后来的报告里没有找到相关的话，不等于没有做。", "dim")


def show_item(item: TraceItem) -> None:
    """Write one item with the later sentences that speak to it."""
    head = Text().append(f"[{status_word(item)}]", style=STYLES[item.status])
    head.append(f" {FACT_TYPES[item.kind]}：").append(" ".join(item.text.split()))
    if item.decided_by == "person":
        head.append("（经人确认）", style="dim")
    line(head, indent=2)
    if item.vague is not None:
        line(item.vague, "dim", indent=6)
    for kind, links in (
        ("response", item.responses),
        ("action", item.actions),
        ("recurrence", item.recurrences),
    ):
        for link in sorted(links, key=lambda link: link.evidence.year):
            text = Text().append(f"{LINKS[kind]} {link.score:.2f}  ", style="dim")
            text.append(f"{place(link.evidence, media=False)}：", style="cyan")
            line(text.append(f"“{quoted(link.evidence)}”"), indent=6)
