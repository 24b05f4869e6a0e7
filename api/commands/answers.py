"""`yinzheng search`, `ask`, `trace` and `compare`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from api.commands.base import (
    DATA,
    Command,
    Data,
    Json,
    Media,
    Model,
    Rerank,
    examples,
    print_json,
    service,
)
from api.commands.packing import Form, Out, form_of, hand_on


class Kind(StrEnum):
    """What search returns: both kinds where none is asked for."""

    PASSAGE = "passage"
    FACT = "fact"


def search(
    query: Annotated[list[str], typer.Argument(metavar="要找的内容", help="词、短语或一句话")],
    media: Media = None,
    year: Annotated[list[int] | None, typer.Option(metavar="年度", help="只看这一年度，可重复")] = None,
    duty: Annotated[
        list[str] | None,
        typer.Option(
            metavar="责任",
            help="只看这项责任，可重复，写中文名（如服务、安全、人文关怀）或英文名（如 service）",
        ),
    ] = None,
    kind: Annotated[
        Kind | None,
        typer.Option(metavar="种类", help="只要段落（passage）或只要事实（fact）"),
    ] = None,
    limit: Annotated[int, typer.Option(metavar="条数", help="最多几条，默认 10", min=1, max=1000)] = 10,
    form: Form = None,
    out: Out = None,
    data: Data = DATA,
    model: Model = None,
    rerank: Rerank = None,
    json: Json = False,
) -> None:
    """按意思和字词找原文，每条都带出处。"""
    from api.duties import duty_named

    wanted = form_of(form, out)
    try:
        duties = [duty_named(name) for name in duty or ()]
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--duty") from error
    with service(data, model, rerank) as floor:
        found = floor.search(
            " ".join(query),
            media=media,
            years=year or (),
            duties=duties,
            kind=kind.value if kind else None,
            limit=limit,
        )
    if wanted is not None:
        hand_on(found, wanted, out)
    elif json:
        print_json(found)
    else:
        from api.show.hits import show

        show(found)


def ask(
    question: Annotated[list[str], typer.Argument(metavar="问题", help="一句话的问题")],
    media: Media = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="说明怎样理解问题，并给出可以照原样运行的 SPARQL")
    ] = False,
    form: Form = None,
    out: Out = None,
    data: Data = DATA,
    model: Model = None,
    json: Json = False,
) -> None:
    """问数字、趋势、名单、起止年份、不足与承诺，答案逐句有据；报告没说的，直说没说。"""
    wanted = form_of(form, out)
    with service(data, model) as floor:
        answer = floor.ask(" ".join(question), media=media)
    if wanted is not None:
        hand_on(answer, wanted, out)
    elif json:
        print_json(answer)
    else:
        from api.show.answer import show

        show(answer, explain=explain)


def trace(
    media: Media = None,
    year: Annotated[int | None, typer.Option(metavar="年度", help="只看这一年度提出的不足与承诺")] = None,
    form: Form = None,
    out: Out = None,
    data: Data = DATA,
    model: Model = None,
    json: Json = False,
) -> None:
    """追踪每条不足和承诺：后来的报告有没有回应，有没有行动，是否又提。"""
    wanted = form_of(form, out)
    with service(data, model) as floor:
        traced = floor.trace(media=media, year=year)
    if wanted is not None:
        hand_on(traced, wanted, out)
    elif json:
        print_json(traced)
    else:
        from api.show.trace import show

        show(traced)


def compare(
    media: Annotated[str, typer.Option(metavar="媒体", help="哪家媒体，可写名称中独有的一部分")],
    years: Annotated[tuple[int, int], typer.Option(help="前后两个年度", metavar="年度 年度")],
    form: Form = None,
    out: Out = None,
    data: Data = DATA,
    model: Model = None,
    json: Json = False,
) -> None:
    """对比一家媒体的两个年度：新增、不再提、仍在、数字变化。"""
    wanted = form_of(form, out)
    with service(data, model) as floor:
        found = floor.compare(media, years)
    if wanted is not None:
        hand_on(found, wanted, out)
    elif json:
        print_json(found)
    else:
        from api.show.comparison import show

        show(found)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    panel = "查"
    app.command(
        cls=Command,
        rich_help_panel=panel,
        epilog=examples(
            "yinzheng search 记者下基层",
            'yinzheng search "《大地之歌》 获奖" --kind fact --year 2023 --year 2024',
            "yinzheng search 政务服务 --duty 服务 --media 澜溪",
        ),
    )(search)
    app.command(
        cls=Command,
        rich_help_panel=panel,
        epilog=examples(
            "yinzheng ask 2024年有哪些不足",
            "yinzheng ask 去年的粉丝比前年多多少 --media 澜溪 --explain",
            "yinzheng ask 微信公众号的粉丝数历年有什么变化 --media 澜溪",
        ),
    )(ask)
    app.command(
        cls=Command,
        rich_help_panel=panel,
        epilog=examples(
            "yinzheng trace", "yinzheng trace --media 澜溪 --year 2023 --out 去年的不足与承诺.docx"
        ),
    )(trace)
    app.command(
        cls=Command,
        rich_help_panel=panel,
        epilog=examples("yinzheng compare --media 澜溪 --years 2023 2024"),
    )(compare)
