"""The command line: `yinzheng`, or ``python -m api.cli``."""

from __future__ import annotations

import typer

from api.commands import (
    access,
    answers,
    backup,
    checking,
    deciding,
    document,
    encoder,
    entities,
    exporting,
    library,
    reports,
    serving,
    understanding,
)
from api.commands.base import Group

app = typer.Typer(
    cls=Group,
    name="yinzheng",
    help="印证：读媒体历年的社会责任报告，回答问题，并给出每句话的出处。",
    epilog="每个命令后加 --help 看用法和例子，例如：yinzheng ask --help",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=True,
)
for group in (
    understanding,
    library,
    answers,
    deciding,
    checking,
    exporting,
    backup,
    serving,
    document,
    access,
):
    group.register(app)
app.add_typer(reports.app, name="reports", rich_help_panel="资料库")
app.add_typer(entities.app, name="entity", rich_help_panel="资料库")
app.add_typer(encoder.app, name="encoder", rich_help_panel="资料库")
app.add_typer(access.app, name="key", rich_help_panel="服务")


def main() -> None:
    """Run the command that was asked for and exit with its status: 0 done, 1 failed, 2 wrong usage."""
    app()


if __name__ == "__main__":
    main()
