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
    out: Annotated[
        Path | None,
        typer.Option(metavar="文件", help="另写一份 .docx，每处问题是一条批注；Word 稿的其余部分原样不动"),
    ] = None,
    data: Data = DATA,
    model: Model = None,
    json: Json = False,
) -> None:
    """拿稿件同往年报告对照：缺的章节、没回应的不足、对不上的数字、照抄的段落、写错的名称、站不住的说法。"""
    from api.files import content_of, written

    if out is not None and out.suffix.lower() != ".docx":
        raise typer.BadParameter("批注稿是 Word 文件，文件名请以 .docx 结尾", param_hint="--out")
    with service(data, model) as floor:
        content = content_of(draft)
        if out is None:
            found = floor.check(content, draft.name, media=media, year=year)
        else:
            found, paper = floor.review(content, draft.name, media=media, year=year)
            written(out, paper)
    if json:
        print_json(found)
    else:
        from api.show.findings import show

        show(found)
    if out is not None:
        typer.echo(f"已写入批注稿 {out}", err=True)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        cls=Command,
        rich_help_panel="查",
        epilog=examples(
            "yinzheng check 2025年稿.docx --media 澜溪 --out 批注稿.docx",
            "yinzheng check 2025年稿.txt --json",
        ),
    )(check)
