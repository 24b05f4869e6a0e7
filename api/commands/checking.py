"""`yinzheng check`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.base import DATA, Command, Data, Json, Model, Year, examples, print_json, service


def check(
    draft: Annotated[Path, typer.Argument(metavar="稿件", help="txt、docx、pdf 或 html 文件")],
    media: Annotated[
        str | None,
        typer.Option(metavar="媒体", help="哪家媒体的稿件，可只写名称中独有的一部分，默认看稿中所写"),
    ] = None,
    year: Year = None,
    data: Data = DATA,
    model: Model = None,
    json: Json = False,
) -> None:
    """拿稿件同往年报告对照：缺的章节、没回应的不足、对不上的数字、照抄的段落、写错的名称、站不住的说法。"""
    from api.files import content_of

    with service(data, model) as floor:
        found = floor.check(content_of(draft), draft.name, media=media, year=year)
    if json:
        print_json(found)
    else:
        from api.show.findings import show

        show(found)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        cls=Command,
        rich_help_panel="查",
        epilog=examples("yinzheng check 2025年稿.docx --media 澜溪", "yinzheng check 2025年稿.txt --json"),
    )(check)
