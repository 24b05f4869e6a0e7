"""Where a sentence or an item turns from what falls short to what will be done about it."""

from __future__ import annotations

import re

from ingest.duties import StatementKind
from ingest.extract.statements.cues import CONCRETE, FUTURE, LABEL, MAY_FALL_SHORT, SHORTCOMING_CUE, TURN
from ingest.extract.statements.places import Region
from ingest.extract.statements.retelling import looks_back
from ingest.extract.statements.running import running_list, tells_faults
from ingest.sentences import Span, clauses, sentences

_BARE = re.compile(r"[，；][将拟计力]")
NO_FAULT = re.compile(
    r"针对|对(?:于|这|上述|以上)|关于|就|为|围绕|对照|按照|根据|展望|面向|新的一年|今后|(?:下一步|下步(?!伐|入|履))|20\d{2}年"
)


def turns(text: str, start: int, end: int) -> list[tuple[Span, StatementKind | None]]:
    """The sentences, cut also where one turns to the future: 追踪问效不够，|今后将建立回访台账.

    What stands before the turn is then a shortcoming, what follows a commitment; other sentences have no kind yet.
    """
    found: list[tuple[Span, StatementKind | None]] = []
    for low, high in sentences(text, start, end):
        lead = re.compile(r"[^。；]{0,60}(?:不足|差距|问题|短板)[^，。；：]{0,8}[：:]").match(text, low, high)
        pieces = clauses(text, lead.end() if lead else low, high, "；;")
        turned = [_turned(text, *piece) for piece in pieces]
        if sum(len(parts) == 2 for parts in turned) >= 2:
            # 策划不够，下一步要…；融合不深，下一步要…
            found.extend(part for parts in turned for part in parts)
        else:
            found.extend(_turned(text, low, high))
    return found


# 面对不足，|我们将加大培训力度: what the deeds are for, and no fault.
_SPEAKS_OF_THEM = re.compile(
    r"(?:方面|问题上|基础上|情况下|过程中)$|^(?:面对|正视|直面)[^，。；]{0,8}(?:不足|问题|短板|差距)$"
)


def _turned(text: str, low: int, high: int) -> list[tuple[Span, StatementKind | None]]:
    turn = TURN.search(text, low, high)
    before = text[low : turn.start()] if turn else ""
    faulty = bool(SHORTCOMING_CUE.search(before)) and not _SPEAKS_OF_THEM.search(before)
    if not turn or len(before) < 4 or NO_FAULT.match(before):
        return [((low, high), None)]
    if not faulty and _BARE.match(turn.group() + text[turn.end()]):
        return [((low, high), None)]
    return [((low, turn.start()), "shortcoming" if faulty else None), ((turn.end(), high), "commitment")]


def turns_ahead(item: str, opening: str) -> bool:
    """Tell whether what opens an item falls short and the next sentence says what will be done: 互动性差。2018年，将改版…"""
    after = item[len(opening) + 1 :]
    return bool(SHORTCOMING_CUE.search(opening) and FUTURE.search(after) and item[len(opening)] == "。")


def labels_in(text: str, span: Span) -> list[re.Match[str]]:
    """Return the labels (存在不足：, 改进措施：) that open the span, a line or a sentence of it."""
    return [
        match
        for match in LABEL.finditer(text, *span)
        if match.start() == span[0] or text[match.start() - 1] in "\n。；"
    ]


def by_labels(text: str, span: Span) -> list[tuple[Span, StatementKind | None]]:
    """Cut at 存在不足：… 改进措施：… ; nothing where there is no label."""
    marks = labels_in(text, span)
    if not marks:
        return []
    found: list[tuple[Span, StatementKind | None]] = []
    if marks[0].start() > span[0] and len(marks) == 1:
        found.append(((span[0], marks[0].start()), None))
    ends = [*(later.start() for later in marks[1:]), span[1]]
    for mark, end in zip(marks, ends, strict=True):
        kind: StatementKind = "shortcoming" if mark["fault"] else "commitment"
        if mark["deed"] and "回应" in mark["deed"]:
            kind = "response"
        found.append(((mark.end(), end), kind))
    return found


def first_of_faults(text: str, start: int, end: int, region: Region, behind: bool) -> int | None:
    """Where the faults begin in a paragraph that tells little else, below a heading that announces nothing; else None.

    `behind` answers a paragraph needs no word that leads to them.
    """
    if region.kinds or "shortcoming" not in region.allowed or looks_back(text[start:end], region.year):
        return None
    every = sentences(text, start, end)
    lists = (
        running_list(text, *span, text[slice(*before)])
        for before, span in zip([(0, 0), *every], every, strict=False)
    )
    if any(found and tells_faults(text, found, region.year) for found in lists):
        # 短处明摆着：A；B；C。 is cut by itself, however much stands around it.
        return None
    parts = [part for span in every for part in clauses(text, *span, "；;")]
    told = [text[slice(*part)] for part in parts]
    now = f"{region.year}年"
    faults = [
        i
        for i, part in enumerate(told)
        if SHORTCOMING_CUE.search(part) and not FUTURE.search(part.removeprefix(now))
    ]
    if len(faults) < 2 or len(faults) * 2 < len(parts):
        return None
    return start if behind and all(MAY_FALL_SHORT.search(part) for part in told) else parts[faults[0]][0]


def tells_deeds(paragraph: str, region: Region) -> bool:
    """Tell whether a paragraph below the faults under 不足与方向 tells none, but deeds: 过坎要有办法：推出…；引入…。"""
    return (
        region.kinds == ("shortcoming", "commitment")
        and bool(CONCRETE.search(paragraph))
        and not MAY_FALL_SHORT.search(paragraph)
    )
