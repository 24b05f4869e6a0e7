"""`yinzheng serve` and `yinzheng mcp`."""

from __future__ import annotations

import contextlib
import ipaddress
from enum import StrEnum
from typing import Annotated

import typer

from api.commands.base import DATA, Command, Data, Engine, Graph, Model, Rerank, Search, examples, service

GRACE = 5
"""Seconds that answers under way may take after Ctrl+C; whoever listens for events would stay for hours."""


class Log(StrEnum):
    """Which requests are told of."""

    ALL = "all"
    SLOW = "slow"


def serve(
    host: Annotated[
        str,
        typer.Option(metavar="地址", help="监听的地址，默认 127.0.0.1，只有本机能访问；别的地址须先有密钥"),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="端口", help="端口，默认 8321", min=1, max=65535)] = 8321,
    require_keys: Annotated[
        bool, typer.Option("--require-keys", help="本机访问也要密钥，例如前面另有反向代理时")
    ] = False,
    log: Annotated[
        Log | None,
        typer.Option(
            metavar="all|slow",
            help="把请求日志写到标准错误，每行一个 JSON：all 每个请求，slow 只有超过 1 秒的；不给则不写",
        ),
    ] = None,
    data: Data = DATA,
    model: Model = None,
    graph: Graph = None,
    search: Search = None,
    engine: Engine = None,
    rerank: Rerank = None,
) -> None:
    """启动 HTTP 服务，供浏览器和其他程序使用。按 Ctrl+C 停止。"""
    required = require_keys or not is_loopback(host)
    if required:
        from api.access.keys import Keys

        if not any(key.live() for key in Keys(data).all()):
            raise typer.BadParameter(
                "监听本机以外的地址须有密钥，请先运行 yinzheng key create --name 姓名 --role reader",
                param_hint="--require-keys" if require_keys else "--host",
            )
    import uvicorn

    from api.http.app import create_app
    from api.http.listening import listen
    from api.http.logs import keep_words_out, write_to_standard_error
    from api.http.memory import share_heaps

    share_heaps()
    if log is not None:
        write_to_standard_error(slow_only=log is Log.SLOW)
    keep_words_out()
    app = create_app(data, model, keys_required=required, rerank=rerank)
    with listen(host, port) as socket:
        shown = f"[{host}]" if ":" in host else host
        typer.echo(
            f"印证已启动，请用浏览器打开 http://{shown}:{port} ，接口说明 http://{shown}:{port}/docs （Ctrl+C 停止）"
        )
        # Ctrl+C is how a service is meant to end.
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=GRACE)).run(
                sockets=[socket]
            )


def mcp(data: Data = DATA, model: Model = None, graph: Graph = None, search: Search = None) -> None:
    """让 AI 助手按 MCP 协议查询：由助手启动，经标准输入输出对话；只读。"""
    from api.http.logs import keep_words_out
    from api.mcp import create_server

    with service(data, model) as floor:
        keep_words_out()
        server = create_server(floor)
        server.run("stdio")


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach what listens on `host`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    panel = "服务"
    app.command(
        cls=Command,
        rich_help_panel=panel,
        epilog=examples("yinzheng serve", "yinzheng serve --port 9000 --data 资料库"),
    )(serve)
    app.command(cls=Command, rich_help_panel=panel, epilog=examples("yinzheng mcp --data 资料库"))(mcp)
