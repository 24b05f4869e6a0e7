"""What happened on several days that one sentence lists: 5月、11月两次“开放日”."""

from __future__ import annotations

import re

from ingest.dates import dates
from search.answers import Answer, Item
from search.questions.source import Source
from search.questions.wording import phrasing

JOINT = re.compile(r"(?:、|和|及|与|以及)\s*")
"""What stands between dates that stand side by side."""
_LISTED = re.compile(r"月(?:\d+日)?\s*(?:、|和|及|与|以及)\s*\d+[月日]")


def with_all_days(source: Source, answer: Answer) -> Answer:
    """Return an answer that gives one date with the others that stand side by side with it in its sentence; else as it is."""
    if len(answer.items) != 1 or (item := answer.items[0]).detail is None:
        return answer
    proof = item.evidence[0]
    text = source.report(proof.report).text
    start = max(text.rfind(mark, 0, proof.start) for mark in "。；\n") + 1
    if not _LISTED.search(text, start, proof.end):
        return answer
    run = next((run for run in _runs(text, start, proof.end, proof.year) if item.detail in run), None)
    return answer if run is None else _told(answer, item, run)


def _runs(text: str, start: int, end: int, year: int) -> list[list[str]]:
    """Return the dates of a stretch of text that stand side by side, each run by itself."""
    found: list[list[str]] = []
    last = start
    for date in dates(text, year, start, end):
        if found and JOINT.fullmatch(text, last, date.start):
            found[-1].append(date.iso)
        else:
            found.append([date.iso])
        last = date.end
    return [run for run in found if len(run) > 1]


def _told(answer: Answer, item: Item, run: list[str]) -> Answer:
    said = "、".join(map(phrasing.day, run))
    text = (answer.answer or "").replace(phrasing.day(str(item.detail)), said, 1)
    return answer.model_copy(
        update={"answer": text, "items": [item.model_copy(update={"detail": iso}) for iso in run]}
    )
