"""What changes or checks the library as a whole: ingest, rebuild, verify, gc."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.base import (
    DATA,
    Command,
    Data,
    Engine,
    Graph,
    Json,
    Model,
    Named,
    Search,
    Year,
    examples,
    print_json,
    service,
)

if TYPE_CHECKING:
    from api.service import Service
    from search.answers import IngestSummary

Workers = Annotated[
    int | None,
    typer.Option(metavar="个数", help="同时解析的进程数，默认与处理器核数相同", min=0, max=256),
]


def ingest(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="文件或文件夹", help="txt、html、docx、pdf，或含有它们的文件夹"),
    ],
    media: Named = None,
    year: Year = None,
    workers: Workers = None,
    data: Data = DATA,
    model: Model = None,
    graph: Graph = None,
    search: Search = None,
    engine: Engine = None,
    json: Json = False,
) -> None:
    """把报告收入资料库。同一份文件再收一次不变；同一媒体同一年度的新文件替换旧的，旧的留作版本。"""
    from api.show.progress import progress

    with service(data, model) as floor:
        with progress() as said:
            summary = floor.ingest(paths, media=media, year=year, workers=workers, progress=said)
        _finish(floor, summary, json)


def rebuild(
    workers: Workers = None,
    data: Data = DATA,
    model: Model = None,
    graph: Graph = None,
    search: Search = None,
    engine: Engine = None,
    json: Json = False,
) -> None:
    """用库中保存的原件重建资料库：升级程序后、换模型时，或 verify 报错时用。"""
    from api.show.progress import progress

    with service(data, model) as floor:
        with progress() as said:
            summary = floor.rebuild(workers=workers, progress=said)
        _finish(floor, summary, json)


def verify(data: Data = DATA, graph: Graph = None, search: Search = None, json: Json = False) -> None:
    """核对资料库：文件摘要、每条引文、索引、图谱。有一处不符即退出码 1，并逐条列出。"""
    from api.show.progress import progress

    with service(data) as floor, progress() as said:
        found = floor.verify(progress=said)
    if json:
        print_json(found)
    else:
        from api.show.storing import show_problems

        show_problems(found)
    if found.problems:
        raise typer.Exit(1)


def gc(data: Data = DATA, json: Json = False) -> None:
    """清掉不再使用的旧快照与中间结果，腾出磁盘。现行资料、原件与人工判断都不动。"""
    with service(data) as floor:
        done = floor.gc()
    if json:
        print_json(done)
    else:
        from api.show.storing import show_gc

        show_gc(done)


def _finish(floor: Service, summary: IngestSummary, json: bool) -> None:
    """Print a summary; files that failed make the command fail."""
    if json:
        print_json(summary)
    else:
        from api.show.storing import show_summary

        show_summary(summary, floor.reports())
    if summary.failed:
        if json:
            typer.echo(f"出错：{len(summary.failed)} 份文件未能入库", err=True)
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    panel = "资料库"
    app.command(
        cls=Command,
        rich_help_panel=panel,
        epilog=examples(
            "yinzheng ingest 历年报告/",
            "yinzheng ingest 报告.docx --media 澜溪市融媒体中心 --year 2023",
            "yinzheng ingest 历年报告/ --data 资料库 --json",
        ),
    )(ingest)
    app.command(cls=Command, rich_help_panel=panel, epilog=examples("yinzheng verify"))(verify)
    app.command(cls=Command, rich_help_panel=panel, epilog=examples("yinzheng rebuild"))(rebuild)
    app.command(cls=Command, rich_help_panel=panel, epilog=examples("yinzheng gc"))(gc)
