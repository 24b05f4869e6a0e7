"""`yinzheng reports list` and `yinzheng reports remove`."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.base import (
    DATA,
    Command,
    Data,
    Group,
    Json,
    Media,
    examples,
    print_json,
    service,
)

app = typer.Typer(
    cls=Group,
    help="列出或移除库中的报告。",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
)


@app.command(
    "list", cls=Command, epilog=examples("yinzheng reports list", "yinzheng reports list --media 澜溪")
)
def list_reports(media: Media = None, data: Data = DATA, json: Json = False) -> None:
    """列出库中的报告。"""
    with service(data) as floor:
        held = floor.reports(media=media)
    if json:
        print_json(held)
    else:
        from api.show.storing import show_reports

        show_reports(held)


@app.command(cls=Command, epilog=examples("yinzheng reports remove 0123456789abcdef"))
def remove(
    report: Annotated[
        str,
        typer.Argument(metavar="编号", help="报告的编号，见 reports list"),
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不再询问")] = False,
    data: Data = DATA,
    json: Json = False,
) -> None:
    """从库中移除一份报告及其较早的版本。人工判断仍保留，报告重新入库后照旧生效。"""
    import sys

    with service(data) as floor:
        held = floor.held(report)
        asked = sys.stdin.isatty() and sys.stdout.isatty() and not (yes or json)
        if asked and not typer.confirm(f"移除{held.media} {held.year} 年度的报告（{held.file}）？"):
            raise typer.Exit(1)
        removed = floor.remove(held.id)
    if json:
        print_json(removed)
    else:
        typer.echo(f"已移除：{held.media} {held.year} 年度（{held.file}）")
