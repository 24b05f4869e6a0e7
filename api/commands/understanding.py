"""`yinzheng inspect`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.base import Command, Json, Named, Year, examples, print_json, service


def inspect(
    file: Annotated[Path, typer.Argument(metavar="文件", help="报告文件")],
    media: Named = None,
    year: Year = None,
    json: Json = False,
) -> None:
    """看一份文件能读出什么：媒体、年度、章节、各类事实。不入库。"""
    with service(Path()) as floor:
        report = floor.inspect(file, media=media, year=year)
    if json:
        print_json(report)
    else:
        from api.show.inspection import show

        show(report)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        cls=Command,
        rich_help_panel="看",
        epilog=examples("yinzheng inspect 2024年报告.docx", "yinzheng inspect 报告.pdf --year 2024 --json"),
    )(inspect)
