"""`--help` in Chinese, wrapped by the width that characters take on a terminal."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from api.wrapping import cells, wrapped

WIDEST = 100
INDENT = 2
COLUMN = 24
"""Cells that names take before their explanations stand on a line of their own."""


def of_command(command: Any, ctx: Any) -> str:
    """Return the help of one command."""
    arguments = [param for param in command.get_params(ctx) if param.param_type_name == "argument"]
    options = [param for param in command.get_params(ctx) if param.param_type_name == "option"]
    names = " ".join(f"{_name(each)}{'…' if each.nargs == -1 else ''}" for each in arguments)
    lines = [
        f"用法：{ctx.command_path} {names}{' ' if names else ''}[选项]",
        "",
        *_wrapped(command.help or "", 0),
    ]
    lines += _listed("参数", ((_name(each), each.help) for each in arguments))
    lines += _listed("选项", ((_option(each), each.help) for each in options))
    return _with_end(lines, command)


def of_group(group: Any, ctx: Any) -> str:
    """Return the help of a group of commands."""
    lines = [f"用法：{ctx.command_path} 命令 [选项]", "", *_wrapped(group.help or "", 0)]
    panels: dict[str, list[tuple[str, str]]] = {}
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        panel = getattr(command, "rich_help_panel", None)
        title = panel if isinstance(panel, str) else "命令"
        first = (command.help or "").partition("\n")[0].partition("。")[0]
        panels.setdefault(title, []).append((name, first))
    for title, rows in panels.items():
        lines += _listed(title, rows)
    lines += _listed("选项", ((_option(each), each.help) for each in group.get_params(ctx)))
    return _with_end(lines, group)


def _with_end(lines: Sequence[str], command: Any) -> str:
    end = ["", *command.epilog.splitlines()] if command.epilog else []
    return "\n".join([*lines, *end]) + "\n"


def _name(param: Any) -> str:
    return str(param.metavar or param.name)


def _option(param: Any) -> str:
    names = ", ".join((*param.opts, *param.secondary_opts))
    return names if param.is_flag or not param.metavar else f"{names} {param.metavar}"


def _listed(title: str, rows: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    for index, (name, text) in enumerate(rows):
        if index == 0:
            yield from ("", f"{title}：")
        first, *rest = _wrapped(text or "", INDENT + COLUMN) or [""]
        head = " " * INDENT + name
        if cells(head) + 2 > INDENT + COLUMN:
            yield head
            yield " " * (INDENT + COLUMN) + first
        else:
            yield head + " " * (INDENT + COLUMN - cells(head)) + first
        yield from (" " * (INDENT + COLUMN) + line for line in rest)


def _wrapped(text: str, indent: int) -> list[str]:
    room = max(20, min(shutil.get_terminal_size().columns, WIDEST) - indent)
    return wrapped(" ".join(text.split()), room)
