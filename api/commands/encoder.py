"""`yinzheng encoder show`, `tune` and `use`."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.base import DATA, Command, Data, Group, Json, examples, print_json, service

app = typer.Typer(
    cls=Group,
    help="查看、调校或更换按意思找原文所用的模型。",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
)
EMBEDDED = "内置"


@app.command(cls=Command, epilog=examples("yinzheng encoder show"))
def show(data: Data = DATA, json: Json = False) -> None:
    """显示资料库现用的模型。"""
    with service(data) as floor:
        held = floor.encoder()
    if json:
        print_json(held)
    else:
        typer.echo(f"{held.name}（{held.dimension} 维，标识 {held.id}）")


@app.command(cls=Command, epilog=examples("yinzheng encoder tune", "yinzheng encoder tune --data 资料库"))
def tune(data: Data = DATA, json: Json = False) -> None:
    """用库中自己的报告调校内置模型，几分钟；留出五分之一的报告检验，确有改进才采用。"""
    from api.show.encoder import show_tuned
    from api.show.progress import progress

    with service(data) as floor:
        with progress() as said:
            tuned = floor.tune(progress=said)
        if json:
            print_json(tuned)
        else:
            show_tuned(tuned)


@app.command(
    cls=Command,
    epilog=examples("yinzheng encoder use 内置", "yinzheng encoder use BAAI/bge-small-zh-v1.5"),
)
def use(
    model: Annotated[
        str,
        typer.Argument(metavar="模型", help="模型的文件夹或名称；“内置”换回随程序附带的模型"),
    ],
    data: Data = DATA,
    json: Json = False,
) -> None:
    """换一个模型：全部原文重新编码，完成后一次切换，其间照常可查。"""
    from api.show.progress import progress

    with service(data) as floor:
        with progress() as said:
            changed = floor.use_model(None if model == EMBEDDED else model, progress=said)
        held = floor.encoder()
    if json:
        print_json(held)
    else:
        typer.echo(f"{'已换用' if changed else '本来就用'}{held.name}（{held.dimension} 维，标识 {held.id}）")
