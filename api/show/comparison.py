"""What differs between two years."""

from __future__ import annotations

from collections.abc import Sequence

from api.show.page import figure, line, table
from api.words import FACT_TYPES
from search.answers import Change, Compared, Comparison

SHOWN = 15
"""Figures written out in each group; the rest is counted. JSON has them all."""
ORDER = ("work", "award", "column", "platform", "metric")


def show(found: Comparison) -> None:
    """Write the figures that changed, then what is new, gone and kept by type."""
    first, second = found.years
    line(f"{found.media}：{first} 与 {second} 年度", "bold")
    _show_changes(found.changed, first, second)
    for title, group in (
        (f"{second} 年新出现", found.added),
        (f"{second} 年不再提", found.gone),
        ("两年都有", found.kept),
    ):
        _show_group(title, group)


def _show_changes(changes: Sequence[Change], first: int, second: int) -> None:
    line()
    line(f"数字变化（{len(changes)}）", "bold")
    if not changes:
        line("两年没有可以相比的数字。", indent=2)
        return
    rows = []
    for change in changes:
        ratio = "" if change.ratio is None else f"{(change.ratio - 1) * 100:+.1f}%"
        # Of two percentages the difference is in points, and their ratio says nothing.
        points = change.unit == "%"
        delta = f"{change.delta:+g} 个百分点" if points else _signed(change.delta, change.unit)
        rows.append((change.label, *written(change), delta, "" if points else ratio))
    table(rows, ("指标", str(first), str(second), "增减", "增幅"), numbers=(1, 2, 3, 4))
    for change in changes:
        if change.remark:
            line(f"{change.label}：{change.remark}", "dim", indent=2)


def written(change: Change) -> tuple[str, str]:
    """Return both values as the reports write them, hedge and all; figures that were added up in numbers."""
    return (
        change.from_text or figure(change.from_, change.unit),
        change.to_text or figure(change.to, change.unit),
    )


def _signed(value: float, unit: str | None) -> str:
    return f"{'+' if value > 0 else ''}{figure(value, unit)}"


def _show_group(title: str, group: Sequence[Compared]) -> None:
    line()
    line(f"{title}（{len(group)}）", "bold")
    if not group:
        line("无", "dim", indent=2)
    for kind in ORDER:
        labels = [
            one.label + (f"（{one.detail}）" if one.detail else "") for one in group if one.type == kind
        ]
        if not labels:
            continue
        head = f"{FACT_TYPES[kind]} {len(labels)}："
        if kind != "metric":
            line(head + "、".join(labels), indent=2)
            continue
        line(head, indent=2)
        for label in labels[:SHOWN]:
            line(label, indent=4)
        if len(labels) > SHOWN:
            line(f"……另有 {len(labels) - SHOWN} 项，加 --json 可全部看到", "dim", indent=4)
