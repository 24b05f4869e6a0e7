"""`yinzheng openapi`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from api.commands.base import Command, examples


def openapi(
    out: Annotated[Path | None, typer.Option(metavar="文件", help="写入这个文件，不给则写到标准输出")] = None,
) -> None:
    """写出 HTTP 接口的完整说明（OpenAPI 3.1，JSON），供生成客户端等用。"""
    from api.http.app import create_app

    if out is not None and (out.is_dir() or not out.parent.is_dir()):
        what = f"{out} 是文件夹" if out.is_dir() else f"文件夹 {out.parent} 不存在"
        raise typer.BadParameter(what, param_hint="--out")
    # No library is opened: what can be asked does not depend on what is stored.
    text = json.dumps(create_app(Path()).openapi(), ensure_ascii=False, indent=2)
    if out is None:
        typer.echo(text)
    else:
        out.write_text(f"{text}\n", encoding="utf-8")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        cls=Command,
        rich_help_panel="服务",
        epilog=examples("yinzheng openapi --out openapi.json"),
    )(openapi)
