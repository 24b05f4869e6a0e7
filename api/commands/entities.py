"""`yinzheng entity list`, `merge` and `split`: which names are one thing."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from api.commands.base import DATA, Command, Data, Group, Json, Media, examples, print_json, service

app = typer.Typer(
    cls=Group,
    help="列出作品、奖项、栏目、平台和活动的各种写法；把写法不同的合为一个，或把不该合的拆开。",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
)
By = Annotated[str, typer.Option("--by", metavar="姓名", help="谁作的决定")]
Note = Annotated[str, typer.Option("--note", metavar="说明", help="为什么")]


@app.command(
    "list",
    cls=Command,
    epilog=examples("yinzheng entity list --type column --media 澜溪", "yinzheng entity list 守桥人"),
)
def list_entities(
    text: Annotated[str | None, typer.Argument(metavar="名称", help="名称中含有的字")] = None,
    kind: Annotated[
        Literal["work", "award", "column", "platform", "event"] | None,
        typer.Option(
            "--type", metavar="类别", help="work 作品、award 奖项、column 栏目、platform 平台、event 活动"
        ),
    ] = None,
    media: Media = None,
    limit: Annotated[int, typer.Option(metavar="条数", help="最多列出几个", min=1)] = 100,
    data: Data = DATA,
    json: Json = False,
) -> None:
    """列出实体、它的各种写法及认作一个的理由，可能是同一个的，以及人作的决定。"""
    with service(data) as floor:
        found = floor.entity_listing(kind, text, media, limit)
    if json:
        print_json(found)
    else:
        from api.show.entities import show_listing

        show_listing(found)


@app.command(
    cls=Command,
    epilog=examples("yinzheng entity merge work-0123456789abcdef work-fedcba9876543210 --by 张三"),
)
def merge(
    entity: Annotated[str, typer.Argument(metavar="编号", help="留下的实体，编号见 entity list")],
    other: Annotated[str, typer.Argument(metavar="并入的编号", help="并入它的实体")],
    by: By,
    note: Note = "",
    data: Data = DATA,
    json: Json = False,
) -> None:
    """认定两个实体是同一个。报告重新入库后照旧生效；split 可以撤销。"""
    with service(data) as floor:
        made = floor.merge_entities(entity, other, by=by, note=note)
    if json:
        print_json(made)
    else:
        for each in made.decisions:
            typer.echo(f"已合并：“{each.other_label}”并入“{each.entity_label}”（{each.entity}）")


@app.command(
    cls=Command,
    epilog=examples(
        "yinzheng entity split work-0123456789abcdef --by 张三",
        "yinzheng entity split column-0123456789abcdef 社科12时辰 --by 张三",
    ),
)
def split(
    entity: Annotated[str, typer.Argument(metavar="编号", help="要拆的实体，编号见 entity list")],
    by: By,
    spellings: Annotated[
        list[str] | None,
        typer.Argument(metavar="写法", help="要拆出的写法，各成一个实体；不写则撤销人工并入它的"),
    ] = None,
    note: Note = "",
    data: Data = DATA,
    json: Json = False,
) -> None:
    """撤销合并，或把一种写法拆成另一个实体。"""
    with service(data) as floor:
        made = floor.split_entity(entity, spellings or [], by=by, note=note)
    if json:
        print_json(made)
    else:
        for each in made.decisions:
            typer.echo(f"已拆开：“{each.other_label}”（{each.other}）不再属于“{each.entity_label}”")
