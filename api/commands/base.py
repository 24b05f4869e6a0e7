"""What all commands share: their options, their help in Chinese, and one line on standard error for any failure."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from api.commands.failure import told
from api.commands.help import of_command, of_group
from search.engines import GRAPH, INGEST, SEARCH

if TYPE_CHECKING:
    from pydantic import BaseModel

    from api.service import Service

Data = Annotated[
    Path,
    typer.Option(
        metavar="文件夹",
        envvar="YINZHENG_DATA",
        help="资料库所在的文件夹，默认 ./data，也可用环境变量 YINZHENG_DATA 指明",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="模型",
        envvar="YINZHENG_MODEL",
        help="句向量模型的文件夹或名称，默认建库时的模型，也可用环境变量 YINZHENG_MODEL 指明",
    ),
]


def _of_process(name: str) -> Callable[[str | None], str | None]:
    """Return what makes an option's value a setting of this process, as its environment variable would."""

    def keep(value: str | None) -> str | None:
        if value:
            os.environ[name] = value
        return value

    return keep


Graph = Annotated[
    str | None,
    typer.Option(
        "--graph",
        metavar="地址",
        envvar=GRAPH,
        callback=_of_process(GRAPH),
        help="图谱放在 SPARQL 服务器上：sparql+http://用户:口令@主机:端口/sparql，"
        f"默认放在资料库里，也可用环境变量 {GRAPH} 指明",
    ),
]
Search = Annotated[
    str | None,
    typer.Option(
        "--search",
        metavar="地址",
        envvar=SEARCH,
        callback=_of_process(SEARCH),
        help="检索索引放在 Milvus 里：milvus://主机:19530/库名，或 .db 文件（Milvus Lite），"
        f"默认放在资料库里，也可用环境变量 {SEARCH} 指明",
    ),
]
Engine = Annotated[
    str | None,
    typer.Option(
        "--engine",
        metavar="集群",
        envvar=INGEST,
        callback=_of_process(INGEST),
        help=f"在 Ray 集群上解析：ray（RAY_ADDRESS 所指，没有就用本机各核）或 ray://主机:10001，默认在本机，也可用环境变量 {INGEST} 指明",
    ),
]
Rerank = Annotated[
    str | None,
    typer.Option(
        metavar="模型",
        envvar="YINZHENG_RERANK",
        help="用这个交叉编码模型（文件夹或名称）重排前 50 条，默认不重排，也可用环境变量 YINZHENG_RERANK 指明",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="输出 JSON，供程序使用")]
Media = Annotated[str | None, typer.Option(metavar="媒体", help="只看这家媒体，可只写名称中独有的一部分")]
Year = Annotated[
    int | None,
    typer.Option(metavar="年度", help="报告的履责年度，以此为准，不看文中所写", min=1900, max=2999),
]
Named = Annotated[
    str | None, typer.Option("--media", metavar="媒体", help="报告属于哪家媒体，以此为准，不看文中所写")
]
DATA = Path("data")


class Command(TyperCommand):
    """A command whose `--help` is told in Chinese."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option `--help`."""
        return _in_chinese(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        formatter.write(of_command(self, ctx))


class Group(TyperGroup):
    """A group whose failures are one line on standard error and exit status 1, or 2 for wrong usage."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option `--help`."""
        return _in_chinese(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        formatter.write(of_group(self, ctx))

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and exit with the status that the contract gives."""
        _tolerant()
        try:
            status = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except BrokenPipeError:
            # `yinzheng … | head`: nobody reads on. What is still buffered must not be flushed at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            status = 1
        except (Exception, KeyboardInterrupt) as error:
            if os.environ.get("YINZHENG_DEBUG") == "1":
                raise
            status, line = told(error)
            typer.echo(line, err=True)
        sys.exit(status if isinstance(status, int) else 0)


def _in_chinese(option: Any) -> Any:
    if isinstance(option, TyperOption):
        option.help = "显示这份说明"
    return option


def _tolerant() -> None:
    """Let a terminal that can't show a character show a question mark instead of ending the command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def examples(*lines: str) -> str:
    """Return the examples of a command as the end of its help."""
    return "\n".join(("例子：", *(f"  {line}" for line in lines)))


@contextlib.contextmanager
def service(data: Path, model: str | None = None, rerank: str | None = None) -> Iterator[Service]:
    """Give the service for one command and close it afterwards."""
    from api.service import Service

    opened = Service(data, model, rerank)
    try:
        yield opened
    finally:
        opened.close()


def print_json(value: BaseModel) -> None:
    """Print one of the contract's objects."""
    typer.echo(value.model_dump_json(indent=2, by_alias=True))
