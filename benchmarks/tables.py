"""The figures as tables for a terminal, the parts side by side; and the errors as lines."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from benchmarks.understanding import FAULTS, Error

_PRF = ("precision", "recall", "f1")
_RANKING = ("recall@5", "success@5", "mrr@10")
_MARKS = dict(zip(FAULTS, "-+≠", strict=True))


def show_tables(console: Console, figures: dict[str, dict[str, Any]]) -> None:
    """Print a table for each section that was measured; a section that was not is left out."""
    for section in ("facts", "headings"):
        if any(section in part for part in figures.values()):
            console.print(_counts(section, figures))
    if any("identity" in part for part in figures.values()):
        console.print(_shares("identity", figures))
    if any("search" in part for part in figures.values()):
        console.print(_rankings(figures))


def _rankings(figures: dict[str, dict[str, Any]]) -> Table:
    parts = {part: found["search"] for part, found in figures.items() if "search" in found}
    table = Table(title="search", title_justify="left")
    table.add_column("", no_wrap=True)
    for part, found in parts.items():
        for name in _RANKING:
            table.add_column(f"{part} ({found['needs']})\n{name}", justify="right", no_wrap=True)
    for finder in next(iter(parts.values())):
        if finder != "needs":
            table.add_row(
                finder, *(f"{found[finder][name]:.3f}" for found in parts.values() for name in _RANKING)
            )
    return table


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


def show_errors(console: Console, errors: list[Error]) -> None:
    """Print each error: what is missing (-), too much (+) or right but for details (≠); counterpart (~); sentence."""
    for kind in dict.fromkeys(error.kind for error in errors):
        mine = [error for error in errors if error.kind == kind]
        counts = {fault: sum(error.fault == fault for error in mine) for fault in FAULTS}
        console.rule(f"{kind}: " + ", ".join(f"{count} {fault}" for fault, count in counts.items()))
        for error in sorted(mine, key=lambda error: FAULTS.index(error.fault) == 2):
            lines = [f"{_MARKS[error.fault]} {error.report[8:]}  {_fields(error.fact.fields)}"]
            if error.nearest is not None:
                lines.append(f"  ~ {_fields(error.nearest.fields)}")
            lines.append(f"    {error.sentence}")
            console.print(Text("\n".join(lines)), soft_wrap=True)


def _fields(fields: dict[str, Any]) -> str:
    shown = {key: value for key, value in fields.items() if key not in {"type", "start", "end", "ordinal"}}
    if "text" in shown and shown["text"] == shown.get("quote"):
        del shown["quote"]
    return " ".join(f"{key}={value!r}" for key, value in shown.items() if value not in (None, [], ""))
