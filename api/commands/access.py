"""`yinzheng key create`, `key list`, `key revoke`, and `yinzheng audit`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from api.commands.base import DATA, Command, Data, Group, Json, examples, print_json, service

app = typer.Typer(
    cls=Group,
    help="发放、列出、作废访问服务用的密钥。",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
)


class RoleName(StrEnum):
    """The roles, as they are typed."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"


@app.command(
    cls=Command,
    epilog=examples(
        "yinzheng key create --name 王编辑 --role editor --days 365",
        "yinzheng key create --name 写稿系统 --role reader --media 澜溪",
    ),
)
def create(
    name: Annotated[str, typer.Option(metavar="姓名", help="给谁用，会记在操作日志里")],
    role: Annotated[
        RoleName,
        typer.Option(
            metavar="角色", help="reader 只查；editor 还能上传报告、作判断；admin 还能移除报告。默认 reader"
        ),
    ] = RoleName.READER,
    media: Annotated[
        str | None, typer.Option(metavar="媒体", help="只许看这一家，可写名称中独有的一部分")
    ] = None,
    days: Annotated[
        int | None, typer.Option(metavar="天数", help="多少天后失效，不给则一直有效", min=1)
    ] = None,
    data: Data = DATA,
    json: Json = False,
) -> None:
    """发一把密钥。密钥只显示这一次，库里只存摘要。"""
    from api.access.keys import Role

    with service(data) as floor:
        new = floor.create_key(name, Role(role.value), media=media, days=days)
    if json:
        print_json(new)
    else:
        from api.show.access import show_new

        show_new(new)


@app.command("list", cls=Command, epilog=examples("yinzheng key list"))
def list_keys(data: Data = DATA, json: Json = False) -> None:
    """列出所有密钥：给谁用、角色、限于哪家、何时失效。"""
    from api.access.keys import KeyList

    with service(data) as floor:
        held = KeyList(keys=floor.keys.all())
    if json:
        print_json(held)
    else:
        from api.show.access import show_keys

        show_keys(held)


@app.command(cls=Command, epilog=examples("yinzheng key revoke 0123abcd"))
def revoke(
    key: Annotated[str, typer.Argument(metavar="编号", help="密钥的编号，见 key list")],
    data: Data = DATA,
    json: Json = False,
) -> None:
    """作废一把密钥，立即生效。"""
    with service(data) as floor:
        revoked = floor.revoke_key(key)
    if json:
        print_json(revoked)
    else:
        typer.echo(f"已作废：{revoked.name} 的密钥 {revoked.id}")


def audit(
    limit: Annotated[int, typer.Option(metavar="条数", help="最近多少条，默认 50", min=1, max=100_000)] = 50,
    data: Data = DATA,
    json: Json = False,
) -> None:
    """看操作日志：谁在何时上传、移除、作判断、发放或作废密钥。"""
    from api.access.audit import Log

    with service(data) as floor:
        log = Log(entries=floor.audit.entries(limit))
    if json:
        print_json(log)
    else:
        from api.show.access import show_log

        show_log(log)


def register(app: typer.Typer) -> None:
    """Add the command that stands in no group."""
    app.command(
        cls=Command,
        rich_help_panel="服务",
        epilog=examples("yinzheng audit", "yinzheng audit --limit 500 --json"),
    )(audit)
