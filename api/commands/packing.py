"""Answers as files: the options `--format` and `--out`, and what they do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.papers import PackFormat

if TYPE_CHECKING:
    from api.papers.contents import Packed

Form = Annotated[
    PackFormat | None,
    typer.Option(
        "--format", metavar="格式", help="写成证据材料：docx、xlsx 或 md；只给 --out 时看文件名的后缀"
    ),
]
Out = Annotated[Path | None, typer.Option(metavar="文件", help="证据材料写入这个文件；md 不给则写到标准输出")]


def form_of(form: PackFormat | None, out: Path | None) -> PackFormat | None:
    """Return the format that is asked for, None where no file is. Raises typer.BadParameter where it is not clear."""
    if form is None and out is not None:
        try:
            form = PackFormat(out.suffix.lower().removeprefix("."))
        except ValueError as error:
            message = (
                f"文件名请以 {'、'.join(f'.{each}' for each in PackFormat)} 结尾，或用 --format 指明格式"
            )
            raise typer.BadParameter(message, param_hint="--out") from error
    if form in (PackFormat.DOCX, PackFormat.XLSX) and out is None:
        raise typer.BadParameter(f"{form} 请写入文件，例如 --out 材料.{form}", param_hint="--out")
    return form


def hand_on(found: Packed, form: PackFormat, out: Path | None) -> None:
    """Write an answer as an evidence pack. Raises InvalidError where the file can't be written."""
    from api.files import written
    from api.papers.formats import packed

    content = packed(found, form)
    if out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    written(out, content)
    typer.echo(f"已写入 {out}", err=True)
