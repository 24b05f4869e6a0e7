"""`yinzheng serve` and `yinzheng mcp`."""

from __future__ import annotations

import contextlib
import ipaddress
from typing import Annotated

import typer

from api.commands.base import DATA, Command, Data, Model, examples, service


def serve(
    host: Annotated[
        str, typer.Option(metavar="地址", help="监听的地址，目前只许本机，默认 127.0.0.1")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="端口", help="端口，默认 8321", min=1, max=65535)] = 8321,
    data: Data = DATA,
    model: Model = None,
) -> None:
    """启动 HTTP 服务，供浏览器和其他程序使用。按 Ctrl+C 停止。"""
    if not is_loopback(host):
        raise typer.BadParameter(
            f"{host} 不是本机地址。服务还没有访问密钥，只能监听 127.0.0.1、::1 或 localhost",
            param_hint="--host",
        )
    import uvicorn

    from api.http.app import create_app
    from api.http.listening import listen
    from api.http.memory import share_heaps

    share_heaps()
    app = create_app(data, model)
    with listen(host, port) as socket:
        shown = f"[{host}]" if ":" in host else host
        typer.echo(
            f"印证已启动，请用浏览器打开 http://{shown}:{port} ，接口说明 http://{shown}:{port}/docs （Ctrl+C 停止）"
        )
        # Ctrl+C is how a service is meant to end.
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[socket])


def mcp(data: Data = DATA, model: Model = None) -> None:
    """让 AI 助手按 MCP 协议查询：由助手启动，经标准输入输出对话；只读。"""
    from api.mcp import create_server

    with service(data, model) as floor:
        create_server(floor).run("stdio")


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
