"""`yinzheng decide` and `decisions`: what people say of links between promises and deeds."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

import typer

from api.commands.base import DATA, Command, Data, Json, Media, Model, examples, print_json, service

_PLACE = re.compile(r"(?P<report>[^:\s]+):(?P<start>\d+)-(?P<end>\d+)")


class Link(StrEnum):
    """The kinds of links."""

    RESPONSE = "response"
    ACTION = "action"
    RECURRENCE = "recurrence"


class Verdict(StrEnum):
    """What a person may say of a link."""

    CONFIRM = "confirm"
    REJECT = "reject"
    ADD = "add"
    WITHDRAW = "withdraw"


def decide(
    item: Annotated[str, typer.Argument(metavar="条目", help="不足或承诺的编号（trace --json 中的 id）")],
    kind: Annotated[
        Link,
        typer.Option(metavar="种类", help="联系的种类：response 回应、action 行动、recurrence 又提"),
    ],
    verdict: Annotated[
        Verdict,
        typer.Option(
            metavar="结论", help="confirm 认可、reject 否定、add 补上系统没有找到的、withdraw 撤回先前的决定"
        ),
    ],
    evidence: Annotated[
        str, typer.Option(metavar="报告:起-止", help="后来报告中的那句话，如 3150a14a6f:730-788")
    ],
    by: Annotated[str, typer.Option(metavar="姓名", help="谁作的决定")],
    note: Annotated[str, typer.Option(metavar="说明", help="为什么")] = "",
    data: Data = DATA,
    model: Model = None,
    json: Json = False,
) -> None:
    """认可、否定或补上一条联系；决定记下是谁、何时所作，重新入库也不丢。"""
    place = _PLACE.fullmatch(evidence)
    if place is None:
        raise typer.BadParameter("写成 报告编号:起-止，如 3150a14a6f:730-788", param_hint="--evidence")
    with service(data, model) as floor:
        decided = floor.decide(
            item,
            kind.value,
            verdict.value,
            (place["report"], int(place["start"]), int(place["end"])),
            by=by,
            note=note,
        )
    if json:
        print_json(decided)
    else:
        from api.show.trace import show_item

        show_item(decided)


def decisions(
    media: Media = None,
    lost: Annotated[
        bool, typer.Option("--lost", help="只列出原文已不在的决定：报告改版或移除之后，它们暂不起作用")
    ] = False,
    data: Data = DATA,
    model: Model = None,
    json: Json = False,
) -> None:
    """列出人所作的决定：谁、何时、对哪条联系；原文已不在的也一一指出。"""
    with service(data, model) as floor:
        found = floor.decided(media=media, lost=lost)
    if json:
        print_json(found)
    else:
        from api.show.decisions import show

        show(found)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    panel = "查"
    app.command(
        cls=Command,
        rich_help_panel=panel,
        epilog=examples(
            "yinzheng decide shortcoming-3f2a --kind response --verdict confirm"
            " --evidence 3150a14a6f:730-788 --by 王编辑 --note 与原文核对过"
        ),
    )(decide)
    app.command(
        cls=Command,
        rich_help_panel=panel,
        epilog=examples("yinzheng decisions", "yinzheng decisions --lost"),
    )(decisions)
