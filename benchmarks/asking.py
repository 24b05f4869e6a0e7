"""Questions over a media's years, held against what a careful reader answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.figures import Share
from benchmarks.gold import Record, media_folders, series_gold
from benchmarks.stored import Shelf, meets_any
from benchmarks.wording import fits, names, same_value, says_date, says_difference, says_end, says_text
from search.answers import Answer
from search.library import Library

Ask = Callable[[Library, str, str], Answer]
"""library, question, media → answer."""


@dataclass(frozen=True)
class Asked:
    """A question with its gold and what the program answered."""

    gold: Record
    media: str
    answer: Answer
    right: bool


@dataclass
class Asking:
    """What was counted over the questions of one part."""

    right: Share = field(default_factory=Share)
    by_kind: defaultdict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    exact: Share = field(default_factory=Share)
    """Right answers that give no value or item beside the gold's."""
    proven: Share = field(default_factory=Share)
    """Right answers to answerable questions whose evidence shares characters with the gold's."""
    told: Share = field(default_factory=Share)
    """Answers that are not null and right: what is left of them misleads."""
    silent: Share = field(default_factory=Share)
    """Unanswerable questions that were answered null."""
    mute: Share = field(default_factory=Share)
    """Answerable questions that were answered null."""
    asked: list[Asked] = field(default_factory=list)


def measure(shelf: Shelf, part: str, media: str | None, ask: Ask) -> Asking | None:
    """Ask every question of `part` within the media it is about; None where it has none."""
    counted = Asking()
    for folder in media_folders(part, media):
        gold = series_gold(folder)
        if gold is None:
            continue
        for question in gold["questions"]:
            answer = ask(shelf.library, question["question"], gold["media"])
            add(counted, shelf, Asked(question, gold["media"], answer, is_right(question, answer)))
    return counted if counted.asked else None


def is_right(gold: Record, answer: Answer) -> bool:
    """Return whether `answer` is right: null for an unanswerable question, else all that the gold answer has."""
    wanted = gold["answer"]
    if wanted is None or answer.answer is None:
        return wanted is None and answer.answer is None
    if not all(_valued(value, answer) for value in wanted["values"]):
        return False
    if not all(names(label, answer) for label in wanted["items"]):
        return False
    return not wanted["text"] or _says(gold["kind"], wanted["text"], answer)


def _valued(gold: Record, answer: Answer) -> bool:
    return any(same_value(gold, given.value, given.year, given.unit) for given in answer.values)


def _says(kind: str, wanted: str, answer: Answer) -> bool:
    if kind == "difference":
        return says_difference(wanted, answer.answer or "")
    if kind in ("first", "last"):
        return says_end(wanted, answer, kind == "first")
    if kind == "when":
        return says_date(wanted, answer)
    return says_text(wanted, answer)


def is_exact(gold: Record, answer: Answer) -> bool:
    """Return whether the values and items of a right answer are all of the gold.

    Values are judged only where the gold has values, items only where it has items.
    """
    wanted = gold["answer"]
    if wanted is None:
        return True
    values = not wanted["values"] or all(
        any(same_value(value, given.value, given.year, given.unit) for value in wanted["values"])
        for given in answer.values
    )
    items = not wanted["items"] or all(
        any(fits(label, item) for label in wanted["items"]) for item in answer.items
    )
    return values and items


def add(counted: Asking, shelf: Shelf, asked: Asked) -> None:
    """Count one answered question into `counted`."""
    gold, answer, right = asked.gold, asked.answer, asked.right
    counted.asked.append(asked)
    counted.right += Share(int(right), 1)
    counted.by_kind[gold["kind"]] += Share(int(right), 1)
    if answer.answer is not None:
        counted.told += Share(int(right), 1)
    null = Share(int(answer.answer is None), 1)
    if gold["answer"] is None:
        counted.silent += null
        return
    counted.mute += null
    if right:
        counted.exact += Share(int(is_exact(gold, answer)), 1)
        evidence = [*answer.evidence]
        evidence += [place for value in answer.values for place in value.evidence]
        evidence += [place for item in answer.items for place in item.evidence]
        quotes = [shelf.spot(asked.media, quote) for quote in gold["evidence"]]
        counted.proven += Share(int(meets_any(map(shelf.of, evidence), quotes)), 1)


def as_json(counted: Asking) -> Record:
    """Return the shares under fixed keys."""
    return {
        "right": counted.right.as_json(),
        "right by kind": {kind: counted.by_kind[kind].as_json() for kind in sorted(counted.by_kind)},
        "of answers not null: right": counted.told.as_json(),
        "of right: nothing beside the gold": counted.exact.as_json(),
        "of right: evidence meets the gold's": counted.proven.as_json(),
        "unanswerable answered null": counted.silent.as_json(),
        "answerable answered null": counted.mute.as_json(),
    }
