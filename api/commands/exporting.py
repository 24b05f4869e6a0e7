"""`yinzheng export`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.commands.base import DATA, Command, Data, examples, service


class Form(StrEnum):
    """The formats."""

    TTL = "ttl"
    NQ = "nq"
    JSONLD = "jsonld"
    CSV = "csv"


def export(
    form: Annotated[
        Form,
        typer.Option(
            "--format", metavar="格式", help="ttl、nq、jsonld 是知识图谱，csv 是每行一条事实的表格，默认 ttl"
        ),
    ] = Form.TTL,
    out: Annotated[Path | None, typer.Option(metavar="文件", help="写入这个文件，不给则写到标准输出")] = None,
    data: Data = DATA,
) -> None:
    """导出全部事实与出处。"""
    with service(data) as floor:
        if out is not None and (out.is_dir() or not out.parent.is_dir()):
            what = f"{out} 是文件夹" if out.is_dir() else f"文件夹 {out.parent} 不存在"
            raise typer.BadParameter(what, param_hint="--out")
        pieces = floor.export(form.value)
        if out is None:
            for piece in pieces:
                sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()
            return
        # Written beside it first: an export that fails must not leave half a file in the place of a whole one.
        half = out.with_name(f".{out.name}.part")
        try:
            with half.open("wb") as file:
                for piece in pieces:
                    file.write(piece)
            half.replace(out)
        finally:
            half.unlink(missing_ok=True)
    typer.echo(f"已写入 {out}（{out.stat().st_size:,} 字节）", err=True)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        cls=Command,
        rich_help_panel="资料库",
        epilog=examples(
            "yinzheng export --format csv --out 事实.csv", "yinzheng export --format nq > 图谱.nq"
        ),
    )(export)
