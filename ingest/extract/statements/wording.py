"""Responses, shortcomings and commitments told apart by what each sentence says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.duties import StatementKind
from ingest.extract.statements.cues import (
    ANNOUNCES_LIST,
    FUTURE,
    ITEM_START,
    PRAISE,
    RESPONSE_CUE,
    SHORTCOMING_CUE,
    TURN,
)
from ingest.extract.statements.places import paragraphs
from ingest.extract.statements.points import items_or_points
from ingest.reading import Reading
from ingest.sentences import Span, sentences


def by_wording(
    reading: Reading, start: int, end: int, allowed: tuple[str, ...], mode: StatementKind | None = None
) -> Iterator[tuple[StatementKind, Span]]:
    """Tell response, shortcoming and commitment apart by what each paragraph, item or sentence says.

    `mode` is what the heading leads one to expect first, until a sentence says otherwise.
    """
    text = reading.text
    first = mode
    for low, high in paragraphs(reading, start, end):
        if first is not None and FUTURE.search(text[low:high]) and ANNOUNCES_LIST.search(text[low:high]):
            # 2022年将在以下方面努力：… the items below it are plans.
            first = mode = "commitment"
            continue
        if first is not None and ITEM_START.match(text, low, high):
            # 1.…不够。今后将… 2.…: each item begins with its shortcoming again.
            mode = first
        for kind, span in _kinds_of_paragraph(text, low, high, allowed, mode):
            mode = kind
            for item in items_or_points(reading, span[0], span[1], kind):
                yield kind, item


def _kinds_of_paragraph(
    text: str, start: int, end: int, allowed: tuple[str, ...], mode: StatementKind | None
) -> list[tuple[StatementKind, Span]]:
    """Cut a paragraph where its sentences pass from one kind to the next: 不足 first, then 今后将."""
    runs: list[tuple[StatementKind, Span]] = []
    for (low, high), told in _turns(text, start, end):
        kind = told if told in allowed else _kind_of_sentence(text[low:high], allowed, mode)
        if kind is None:
            continue
        mode = kind
        if runs and runs[-1][0] == kind:
            runs[-1] = (kind, (runs[-1][1][0], high))
        else:
            runs.append((kind, (low, high)))
    return runs


_NO_FAULT = re.compile(r"针对|为|围绕|对照|按照|根据|展望|面向|新的一年|今后|下一步|20\d{2}年")


def _turns(text: str, start: int, end: int) -> list[tuple[Span, StatementKind | None]]:
    """The sentences, cut also where one turns to the future: 追踪问效不够，|今后将建立回访台账.

    What stands before the turn is then a shortcoming, what follows a commitment; other sentences have no kind yet.
    """
    found: list[tuple[Span, StatementKind | None]] = []
    for low, high in sentences(text, start, end):
        turn = TURN.search(text, low, high)
        if turn and turn.start() - low >= 4 and not _NO_FAULT.match(text, low):
            fault: StatementKind | None = (
                "shortcoming" if SHORTCOMING_CUE.search(text, low, turn.start()) else None
            )
            found.extend([((low, turn.start()), fault), ((turn.end(), high), "commitment")])
        else:
            found.append(((low, high), None))
    return found


def _kind_of_sentence(
    sentence: str, allowed: tuple[str, ...], mode: StatementKind | None
) -> StatementKind | None:
    if "response" in allowed and RESPONSE_CUE.search(sentence):
        return "response"
    if sentence.endswith(("？", "?")):
        return None
    if (
        mode == "commitment"
        and "shortcoming" in allowed
        and re.match(r"[一二三四五六七八九十]是|第[一二三四五六七]，|其[一二三四五]，", sentence)
        and SHORTCOMING_CUE.search(sentence)
        and not FUTURE.search(sentence)
    ):
        # 一是深度报道偏少。下一步，… 二是人才短缺。 the next item begins with its fault.
        return "shortcoming"
    if "commitment" in allowed and FUTURE.search(sentence):
        return "commitment"
    if "shortcoming" in allowed and re.search(
        r"(?:仍|还|也|尚|依然|但).{0,20}(?:存在|有|面临).{0,24}(?:不足|差距|问题|短板|薄弱|缺憾|欠账|遗憾|弱项)|(?:更要|更应|也要|还要|要)(?:清醒)?看到(?:自身)?(?:的)?(?:差距|不足|短板|问题)|(?:不足|问题|差距|短板)(?:之处)?(?:主要|表现|体现|依然|仍然?|还|也).{0,8}",
        sentence,
    ):
        return "shortcoming"
    if mode is not None and mode in allowed:
        if mode == "shortcoming" and PRAISE.search(sentence):
            return None
        return mode
    if (
        "shortcoming" in allowed
        and SHORTCOMING_CUE.search(sentence)
        and re.search(r"有待|不够|仍需|还需|尚需|偏[少低弱]|欠缺|滞后", sentence)
    ):
        return "shortcoming"
    return None
