"""Statements in running text: a response a paragraph or fault, a shortcoming a point, a commitment a sentence."""

from __future__ import annotations

import itertools
import re

from ingest.duties import StatementKind
from ingest.extract.statements.cues import (
    ANNOUNCES_LIST,
    ANSWER_OPENS,
    FRAME,
    FUTURE,
    LEAD_IN,
    NAMES_A_FIELD,
    ONLY_SAYS_SO,
    PRAISE,
    RESPONSE_CUE,
    SHORTCOMING_CUE,
    SHORTCOMING_FRAME,
    TIME_FRAME,
)
from ingest.extract.statements.enumeration import enumerated
from ingest.extract.statements.places import paragraphs
from ingest.reading import Reading
from ingest.sentences import Span, clauses, sentences, strip_marks


def items_or_points(
    reading: Reading, start: int, end: int, kind: StatementKind, whole: bool = False
) -> list[Span]:
    """The statements of one kind in a span; `whole` tells that the span is all that the report says of the kind."""
    items = enumerated(reading, start, end)
    if items:
        return items
    return points(reading, start, end, kind, whole)


def points(reading: Reading, start: int, end: int, kind: StatementKind, whole: bool) -> list[Span]:
    """Return the statements of one kind that running text makes; `whole`: it is all the report says of the kind."""
    text = reading.text
    blocks = paragraphs(reading, start, end)
    if kind == "response":
        spans = [
            strip_marks(text, *answer, "；;。 \t\n　")
            for low, high in blocks
            for answer in _answers(text, low, high)
        ]
        # 针对上年度报告的问题，我们逐条对账。 alone before the answers is their lead-in.
        if (
            len(spans) > 1
            and (RESPONSE_CUE.search(text[slice(*spans[0])]) or _COUNTS_FAULTS.search(text[slice(*spans[0])]))
            and spans[0][1] - spans[0][0] <= 45
        ):
            spans.pop(0)
        return spans
    found: list[Span] = []
    parts = [part for low, high in blocks for part in sentences(text, low, high)]
    units = [strip_marks(text, low, high, "；;。 \t\n　") for low, high in blocks]
    units = [
        unit
        for unit in units
        if not ANNOUNCES_LIST.search(text[slice(*unit)]) and not FRAME.search(text[slice(*unit)])
    ]
    if kind != "shortcoming" and len(units) >= 3 and len(parts) > len(blocks):
        # 强化内容建设。… each paragraph opens with its point and goes on about it.
        return units
    if kind == "shortcoming":
        parts = [part for part in parts if _falls_short(text[slice(*part)])]
        specific = [part for part in parts if not _is_lead_in(text[slice(*part)])]
        parts = specific or parts
    else:
        # 2022年，中心将重点抓好四件事。 announces; a colon does too.
        parts = [part for part in parts if not ANNOUNCES_LIST.search(text[slice(*part)])]
    for part in parts:
        found.extend(_points_of_sentence(text, part, kind, least=2 if whole and len(parts) == 1 else 3))
    return found


# 上一年度，报社自查出三个问题: says that there were some, not what was done.
_COUNTS_FAULTS = re.compile(r"[一二三四五六七两几\d]+(?:个|项|点|条|方面)?(?:的)?(?:问题|不足|短板|差距)$")


def _answers(text: str, start: int, end: int) -> list[Span]:
    """Cut a paragraph of responses where two or more of its sentences or clauses each open an answer."""
    for parts in (sentences(text, start, end), clauses(text, start, end, "；;。")):
        head = re.match(r"[^。；]{4,40}[：:]", text[slice(*parts[0])]) if parts else None
        if head and RESPONSE_CUE.search(head.group()):
            # 对照上年度不足，积极改进：深度报道方面，…: the answers begin after the colon.
            parts = [(parts[0][0] + head.end(), parts[0][1]), *parts[1:]]
        opening = [i for i, (low, high) in enumerate(parts) if ANSWER_OPENS.match(text, low, high)]
        first_is_frame = bool(opening) and opening[0] == 0 and RESPONSE_CUE.search(text[slice(*parts[0])])
        cuts = opening[1:] if first_is_frame else opening
        if len(cuts) >= 2:
            edges = [*cuts, len(parts)]
            return [(parts[a][0], parts[b - 1][1]) for a, b in itertools.pairwise(edges)]
    colon = re.search(r"[：:]", text[start:end])
    listed = clauses(text, start + colon.end(), end, "；;。") if colon and colon.start() < 60 else []
    lead = text[start : start + (colon.start() if colon else 0)]
    if (
        len(listed) >= (2 if re.search(r"以下|如下|分别|措施|整改", lead) else 3)
        and "。" not in text[start : start + (colon.start() if colon else 0)]
    ):
        # 整改情况如下：成立…；开设…；招录…。
        return listed
    return [(start, end)]


def _falls_short(sentence: str) -> bool:
    return bool(SHORTCOMING_CUE.search(sentence) or not (FUTURE.search(sentence) or PRAISE.search(sentence)))


def _is_lead_in(sentence: str) -> bool:
    bare = sentence.rstrip("。；：:！ ")
    if re.search(r"[：:].{6,}；", bare):
        return False
    return bool(LEAD_IN.search(sentence)) or bool(
        ONLY_SAYS_SO.search(bare) and not NAMES_A_FIELD.search(bare)
    )


def _points_of_sentence(text: str, sentence: Span, kind: StatementKind, least: int) -> list[Span]:
    start, end = strip_marks(text, *sentence, "。！ \t\n　")
    colon = re.search(r"[：:]", text[start:end])
    if colon and colon.end() < end - start - 6 and "；" in text[start + colon.end() : end]:
        # 主要存在以下不足：A；B；C。 the list after the colon is what is said.
        start += colon.end()
    whole = text[start:end]
    if kind == "shortcoming":
        return _shortcoming_parts(text, start, end, least=99 if "；" in whole else least)
    frame = TIME_FRAME.match(whole)
    if frame:
        start += frame.end()
        whole = text[start:end]
    if FRAME.search(whole) and "；" not in whole:
        return []
    return [strip_marks(text, low, high, "；;，, \n　") for low, high in clauses(text, start, end, "；;")]


def _shortcoming_parts(text: str, start: int, end: int, least: int) -> list[Span]:
    """Split 策划能力有待提升，产品不够丰富；人才偏少 into its points; each must fall short by its own words.

    Commas divide points where one sentence lists at least `least` of them; else 能力不强，来源单一 is one point.
    """
    parts: list[Span] = []
    for low, high in clauses(text, start, end, "；;"):
        low, high = strip_marks(text, low, high, "；;，, \n　")
        cues = sum(
            bool(SHORTCOMING_CUE.search(text[slice(*piece)])) for piece in clauses(text, low, high, "，,")
        )
        if cues < least:
            if not _is_lead_in(text[low:high]):
                parts.append(_without_frame(text, low, high))
            continue
        if not SHORTCOMING_CUE.search(text[low:high]):
            continue
        if LEAD_IN.search(text[low:high]):
            continue
        pieces = [strip_marks(text, *piece, "，,；; ") for piece in clauses(text, low, high, "，,")]
        merged: list[Span] = []
        open_from: int | None = None
        for piece in pieces:
            begin = piece[0] if open_from is None else open_from
            own = text[piece[0] : piece[1]]
            if SHORTCOMING_CUE.search(own) and not re.match(r"(?:与|和|同|比|距|对照|相比)", own):
                if (
                    merged
                    and open_from is None
                    and re.match(r"(?:仍|还|尤其|特别|主要|需|不能|难以|以致|导致|影响|离)", own)
                ):
                    merged[-1] = (merged[-1][0], piece[1])
                else:
                    merged.append((begin, piece[1]))
                open_from = None
            else:
                open_from = begin
        if open_from is not None and merged:
            merged[-1] = (merged[-1][0], pieces[-1][1])
        merged = [_without_frame(text, *span) for span in merged]
        parts.extend(span for span in merged if not _is_lead_in(text[span[0] : span[1]]))
    return parts


_AMONG = re.compile(
    r"(?:存在|有)(?:着)?(?P<what>(?!一定|一些|不少)[^，。；]{6,60}?)等(?:方面的?)?(?:问题|不足|短板|差距)"
)
_SHOWN_IN = re.compile(
    r"[^。；]{0,60}?(?:不足|差距|问题|短板|薄弱环节)[^，。；：]{0,8}[，：:](?:主要)?(?:体现|表现|反映)(?:在|为|于)[：:，]?|[^。；：]{0,50}(?:不足|差距|问题|短板)[^。；：]{0,8}[：:]"
)


def _without_frame(text: str, start: int, end: int) -> Span:
    """Leave off 2016年，集团履行社会责任取得一定成绩，但…  before the first point."""
    listed = _AMONG.search(text, start, end)
    if listed and listed.end() == end:
        # 但也存在深度报道不多、人才短缺等不足.
        return listed.span("what")
    shown = _SHOWN_IN.match(text, start, end)
    if shown and end - shown.end() >= 4:
        # 仍有差距，主要体现在影响力不够大.
        return shown.end(), end
    match = SHORTCOMING_FRAME.match(text, start, end)
    if match and end - match.end() >= 8 and SHORTCOMING_CUE.search(text, match.end(), end):
        return strip_marks(text, match.end(), end, "，,：: ")
    return start, end
