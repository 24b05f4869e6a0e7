"""`yinzheng backup` and `yinzheng restore`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.base import DATA, Command, Data, Json, examples, print_json, service

if TYPE_CHECKING:
    from search.backup import Listing


def backup(
    file: Annotated[Path, typer.Argument(metavar="备份文件", help="写到哪里，例如 印证备份.zip")],
    data: Data = DATA,
    json: Json = False,
) -> None:
    """把资料库备份成一个文件：原件、知识图谱、索引、人工判断，连同每个文件的摘要。备份时照常可用。"""
    from api.show.progress import progress

    if file.is_dir() or not file.absolute().parent.is_dir():
        what = f"{file} 是文件夹" if file.is_dir() else f"文件夹 {file.parent} 不存在"
        raise typer.BadParameter(what, param_hint="备份文件")
    with service(data) as floor, progress() as said:
        done = floor.backup(file, progress=said)
    _finish(done, f"已备份到 {file}", json)


def restore(
    file: Annotated[Path, typer.Argument(metavar="备份文件", help="yinzheng backup 写的文件")],
    data: Data = DATA,
    json: Json = False,
) -> None:
    """由备份文件恢复资料库，到一个空文件夹。先逐个核对摘要，有一处损坏就不恢复并说明是哪里。"""
    from api.show.progress import progress

    with service(data) as floor, progress() as said:
        done = floor.restore(file, progress=said)
    _finish(done, f"已恢复到 {data}", json)


def _finish(done: Listing, what: str, json: bool) -> None:
    if json:
        print_json(done)
    else:
        from api.show.storing import show_backup

        show_backup(done, what)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    panel = "资料库"
    app.command(
        cls=Command,
        rich_help_panel=panel,
        epilog=examples("yinzheng backup 印证备份.zip", "yinzheng backup 印证备份.zip --data 资料库"),
    )(backup)
    app.command(
        cls=Command,
        rich_help_panel=panel,
        epilog=examples("yinzheng restore 印证备份.zip --data 新资料库"),
    )(restore)
