"""What differs between two years."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from api.show.page import figure, line, table
from api.words import FACT_TYPES
from search.answers import Compared, Comparison


def show(found: Comparison) -> None:
    """Write what is new, gone and kept by type, then the figures that changed."""
    first, second = found.years
    line(f"{found.media}：{first} 与 {second} 年度", "bold")
    for title, group in (
        (f"{second} 年新出现", found.added),
        (f"{second} 年不再提", found.gone),
        ("两年都有", found.kept),
    ):
        _show_group(title, group)
    line()
    line(f"数字变化（{len(found.changed)}）", "bold")
    if not found.changed:
        line("两年没有可以相比的数字。", indent=2)
        return
    rows = []
    for change in found.changed:
        ratio = "" if change.ratio is None else f"{(change.ratio - 1) * 100:+.1f}%"
        delta = f"{'+' if change.delta > 0 else ''}{figure(change.delta, change.unit)}"
        rows.append(
            (change.label, figure(change.from_, change.unit), figure(change.to, change.unit), delta, ratio)
        )
    table(rows, ("指标", str(first), str(second), "增减", "增幅"), numbers=(1, 2, 3, 4))


def _show_group(title: str, group: Sequence[Compared]) -> None:
    line()
    line(f"{title}（{len(group)}）", "bold")
    if not group:
        line("无", "dim", indent=2)
    for kind, each in groupby(sorted(group, key=lambda one: one.type), key=lambda one: one.type):
        labels = [one.label + (f"（{one.detail}）" if one.detail else "") for one in each]
        line(f"{FACT_TYPES.get(kind, kind)} {len(labels)}：{'、'.join(labels)}", indent=2)
