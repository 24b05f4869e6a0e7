"""Responses, shortcomings and commitments: the statements of the closing chapter.

Where: sections whose heading announces them (回应, 存在的不足, 今后努力方向 …), else the paragraphs of the closing
chapter that say so themselves (针对上年度报告指出的…, 仍存在…不足, 下一步将…).
How: an enumeration (一是 二是, （1）（2）, 首先 其次, numbered sub-headings) gives one statement an item; running
text one a paragraph (responses), one a point (shortcomings), one a sentence (commitments).
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.duties import STATEMENT_KINDS, StatementKind
from ingest.extract.statements.cues import ITEM_START
from ingest.extract.statements.places import closing_sections, closing_text, unclaimed
from ingest.extract.statements.points import items_or_points
from ingest.extract.statements.wording import by_wording
from ingest.reading import Reading
from ingest.report import Commitment, Response, Shortcoming, Statement, fact_id
from ingest.sentences import Span, strip_marks


def extract_statements(reading: Reading) -> Iterator[Statement]:
    """Yield the closing statements, each kind numbered from 1 in the order of the text.

    Example: ``一是重大主题宣传系统谋划能力有待进一步提升；`` → shortcoming 重大主题宣传系统谋划能力有待进一步提升.
    """
    counts = {"response": 0, "shortcoming": 0, "commitment": 0}
    seen: set[Span] = set()
    found = sorted(_found(reading), key=lambda item: item[1])
    for kind, (start, end) in found:
        mark = ITEM_START.match(reading.text, start, end)
        start = strip_marks(reading.text, mark.end(), end)[0] if mark else start
        if reading.text[start:end] == reading.media:
            continue
        if end - start < 3 or any(start < e and s < end for s, e in seen):
            continue
        seen.add((start, end))
        counts[kind] += 1
        yield _statement(reading, kind, start, end, counts[kind])


def _statement(reading: Reading, kind: StatementKind, start: int, end: int, ordinal: int) -> Statement:
    text = reading.text[start:end]
    evidence = reading.evidence(start, end)
    identity = fact_id(reading.report, kind, start, end, text)
    if kind == "response":
        return Response(id=identity, evidence=evidence, text=text, ordinal=ordinal)
    if kind == "shortcoming":
        return Shortcoming(id=identity, evidence=evidence, text=text, ordinal=ordinal)
    return Commitment(id=identity, evidence=evidence, text=text, ordinal=ordinal)


def _found(reading: Reading) -> Iterator[tuple[StatementKind, Span]]:
    announced: set[str] = set()
    claimed: list[Span] = []
    for index, kinds in closing_sections(reading):
        announced.update(kinds)
        start, end = reading.body_of(index)
        claimed.append((reading.sections[index].start, end))
        yield from _of_section(reading, index, kinds, start, end)
    # What no heading announces: in the rest of the closing chapter, or else the last paragraphs, by their own words.
    open_kinds = tuple(kind for kind in STATEMENT_KINDS if kind not in announced)
    if not open_kinds:
        return
    for start, end in closing_text(reading):
        for low, high in unclaimed(start, end, claimed):
            yield from by_wording(reading, low, high, open_kinds)


def _of_section(
    reading: Reading, index: int, kinds: tuple[StatementKind, ...], start: int, end: int
) -> Iterator[tuple[StatementKind, Span]]:
    inner = [
        part
        for part in reading.sections[index + 1 :]
        if part.start < end and part.level > reading.sections[index].level and part.number is None
    ]
    if len(kinds) == 1 and len(inner) >= 2:
        # Sub-headings without numbers are the items: 新媒体人才不足 over what was done about it.
        for part in inner:
            yield kinds[0], strip_marks(reading.text, part.start, part.end, "。 \t\n　")
        return
    if len(kinds) == 1:
        for span in items_or_points(reading, start, end, kinds[0], whole=True):
            yield kinds[0], span
        return
    yield from by_wording(
        reading, start, end, ("response", *kinds), "shortcoming" if "shortcoming" in kinds else None
    )
