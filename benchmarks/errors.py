"""The errors of the tuning part as lines, for a person who mends them."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text

from benchmarks.asking import Asked, is_exact
from benchmarks.checking import Checking, lines
from benchmarks.following import LINKS, Followed
from benchmarks.understanding import FAULTS, Error

_MARKS = dict(zip(FAULTS, "-+≠", strict=True))


def show_errors(console: Console, errors: list[Error]) -> None:
    """Print each error: what is missing (-), too much (+) or right but for details (≠); counterpart (~); sentence."""
    for kind in dict.fromkeys(error.kind for error in errors):
        mine = [error for error in errors if error.kind == kind]
        counts = {fault: sum(error.fault == fault for error in mine) for fault in FAULTS}
        console.rule(f"{kind}: " + ", ".join(f"{count} {fault}" for fault, count in counts.items()))
        for error in sorted(mine, key=lambda error: FAULTS.index(error.fault) == 2):
            lines = [f"{_MARKS[error.fault]} {error.report[8:]}  {_fields(error.fact.fields)}"]
            if error.nearest is not None:
                lines.append(f"  ~ {_fields(error.nearest.fields)}")
            lines.append(f"    {error.sentence}")
            console.print(Text("\n".join(lines)), soft_wrap=True)


def _fields(fields: dict[str, Any]) -> str:
    shown = {key: value for key, value in fields.items() if key not in {"type", "start", "end", "ordinal"}}
    if "text" in shown and shown["text"] == shown.get("quote"):
        del shown["quote"]
    return " ".join(f"{key}={value!r}" for key, value in shown.items() if value not in (None, [], ""))


def show_asked(console: Console, asked: list[Asked]) -> None:
    """Print each question that was answered wrongly (x), or rightly with more than was asked for (≠)."""
    wrong = [each for each in asked if not each.right]
    loose = [each for each in asked if each.right and not is_exact(each.gold, each.answer)]
    console.rule(f"ask: {len(wrong)} wrong, {len(loose)} with more than the gold")
    for mark, each in [*(("x", each) for each in wrong), *(("≠", each) for each in loose)]:
        answer = each.answer
        given = [f"{value.year}: {value.label} {value.value} {value.unit or ''}" for value in answer.values]
        given += [f"{item.year}: {item.label} ({item.detail})" for item in answer.items]
        lines = [
            f"{mark} {each.media} [{each.gold['kind']}/{answer.intent}] {each.gold['question']}",
            f"    gold   {each.gold['answer']}",
            f"    answer {answer.answer!r} {answer.reason or ''}",
            *(f"           {line}" for line in given),
        ]
        console.print(Text("\n".join(lines)), soft_wrap=True)


def show_followed(console: Console, followed: list[Followed]) -> None:
    """Print each statement whose status is wrong, or that was not found at all, with the links of both sides."""
    wrong = [each for each in followed if each.found is None or each.found.status != each.gold["status"]]
    console.rule(f"trace: {len(wrong)} wrong")
    for each in wrong:
        found = each.found
        status = f"{found.status}" if found else "(no such item)"
        lines = [
            f"x {each.media} {each.gold['year']} {each.gold['kind']} {each.gold['quote']}",
            f"    gold {each.gold['status']}, found {status}",
        ]
        for kind in LINKS:
            lines += [f"    - {kind} {quote['year']} {quote['quote']}" for quote in each.gold[kind]]
            lines += [
                f"    + {kind} {link.evidence.year} {link.score:.2f} {' '.join(link.evidence.quote.split())}"
                for link in (getattr(found, kind) if found else ())
            ]
        console.print(Text("\n".join(lines)), soft_wrap=True)


def show_checked(console: Console, checked: Checking) -> None:
    """Print each planted error that was not found (-) and each false alarm (+)."""
    console.rule(f"check: {sum(not each.false for each in checked.missed)} missed")
    for line in lines(checked):
        console.print(Text(line), soft_wrap=True)
