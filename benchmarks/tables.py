"""The figures as tables for a terminal, the parts side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.table import Table

_PRF = ("precision", "recall", "f1")
_RANKING = ("recall@5", "success@5", "mrr@10")


def show_tables(console: Console, figures: dict[str, dict[str, Any]]) -> None:
    """Print a table for each section that was measured; a section that was not is left out."""
    for section in ("facts", "headings"):
        if any(section in part for part in figures.values()):
            console.print(_counts(section, figures))
    if any("identity" in part for part in figures.values()):
        console.print(_shares("identity", figures))
    if any("search" in part for part in figures.values()):
        console.print(_rankings(figures))
        console.print(_rankings(figures, "few shared words"))
    for section in ("ask", "trace", "check"):
        if any(section in part for part in figures.values()):
            console.print(_nested(section, figures))


def _rankings(figures: dict[str, dict[str, Any]], group: str | None = None) -> Table:
    """Figures of finders; `group` names a group of needs, None for all of them."""
    parts = {part: found["search"] for part, found in figures.items() if "search" in found}
    if group is not None:
        parts = {part: found[group] for part, found in parts.items() if group in found}
    table = Table(
        title="search" if group is None else f"search: {group}", title_justify="left", show_header=bool(parts)
    )
    table.add_column("", no_wrap=True)
    for part, found in parts.items():
        for name in _RANKING:
            table.add_column(f"{part} ({found['needs']})\n{name}", justify="right", no_wrap=True)
    for finder, first in next(iter(parts.values()), {}).items():
        if isinstance(first, dict) and _RANKING[0] in first:
            table.add_row(
                finder, *(_ranged(found[finder], name) for found in parts.values() for name in _RANKING)
            )
    return table


def _ranged(found: dict[str, float], name: str) -> str:
    return f"{found[name]:.3f}\n{found[f'{name} from']:.2f}–{found[f'{name} to']:.2f}"


def _nested(section: str, figures: dict[str, dict[str, Any]]) -> Table:
    """Shares and counts by label, one level of labels inside another."""
    parts = {part: found[section] for part, found in figures.items() if section in found}
    flat = {part: dict(_flat(found)) for part, found in parts.items()}
    table = Table(title=section, title_justify="left")
    table.add_column("", no_wrap=True)
    for part in flat:
        table.add_column(part, justify="right", no_wrap=True)
    for label in dict.fromkeys(label for found in flat.values() for label in found):
        table.add_row(label, *(found.get(label, "") for found in flat.values()))
    return table


def _flat(found: dict[str, Any], indent: str = "") -> Iterator[tuple[str, str]]:
    for label, value in found.items():
        if not isinstance(value, dict):
            yield indent + label, "" if value is None else f"{value:g}"
        elif "a page" in value:
            yield indent + label, f"{value['a page']} a page {value['count']}/{value['pages']}"
            for kind, count in value["by kind"].items():
                yield f"{indent}  {label}: {kind}", str(count)
        elif "of" in value:
            share = "" if value["rate"] is None else f"{value['rate']:.3f}"
            yield indent + label, f"{share} {value['right']}/{value['of']}"
        elif "f1" in value:
            precision, recall, f1, sizes = _cells(value)
            yield indent + label, f"P {precision}  R {recall}  F1 {f1}  {sizes}"
        else:
            yield indent + label, ""
            yield from _flat(value, indent + "  ")


def _counts(section: str, figures: dict[str, dict[str, Any]]) -> Table:
    table = Table(title=section, title_justify="left")
    table.add_column("", no_wrap=True)
    for part in figures:
        for name in ("P", "R", "F1"):
            table.add_column(f"{part}\n{name}", justify="right", no_wrap=True)
        table.add_column("gold/found/same", justify="right", no_wrap=True)
    for label, cells in _rows(section, figures):
        table.add_row(label, *cells, style="dim" if label.startswith("  ") else None)
    return table


def _rows(section: str, figures: dict[str, dict[str, Any]]) -> list[tuple[str, list[str]]]:
    first = next(part[section] for part in figures.values() if section in part)
    rows: list[tuple[str, list[str]]] = []
    for label, count in first.items():
        measured = [part[section][label] for part in figures.values()]
        if not isinstance(count, dict):
            rows.append((label, [cell for value in measured for cell in ("", "", f"{value:.3f}", "")]))
            continue
        rows.append((label, [cell for value in measured for cell in _cells(value)]))
        for other in count.get("by other rules", {}):
            cells = [cell for value in measured for cell in _cells(value["by other rules"][other])]
            rows.append((f"  {other}", cells))
    return rows


def _cells(count: dict[str, Any]) -> list[str]:
    return [*(f"{count[key]:.3f}" for key in _PRF), f"{count['gold']}/{count['found']}/{count['matched']}"]


def _shares(section: str, figures: dict[str, dict[str, Any]]) -> Table:
    table = Table(title=section, title_justify="left")
    table.add_column("")
    for part in figures:
        table.add_column(part, justify="right")
    for label in next(iter(figures.values()))[section]:
        shares = [part[section][label] for part in figures.values()]
        table.add_row(label, *(f"{share['right']}/{share['of']}" for share in shares))
    return table
