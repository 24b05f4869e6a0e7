"""The paragraphs that only lead to the responses, and those that each answer one fault by a list of their own."""

from __future__ import annotations

import re

from ingest.extract.statements.cues import LABEL, SUMS_UP, THANKS
from ingest.extract.statements.retelling import (
    CLAIMS_RESULT,
    LOOKS_BACK,
    ONE_BY_ONE,
    begin_alike,
    faults_told,
    is_concrete,
    is_frame,
    opening_parts,
    opens_answer,
)
from ingest.extract.statements.turns import labels_in
from ingest.sentences import Span, sentences, strip_marks


def _all_frames(text: str, span: Span) -> bool:
    return all(is_frame(text[slice(*part)]) for part in sentences(text, *span))


def without_leads(text: str, paragraphs: list[Span]) -> list[Span]:
    """Leave out the first paragraphs that only lead to the answers; where nothing else is said, they are the answer."""
    first = 0
    while first < len(paragraphs) - 1 and (
        _all_frames(text, paragraphs[first])
        or (first < len(paragraphs) - 2 and stands_apart(text, paragraphs[first:]))
        or _sums_up_before(text, paragraphs[first:])
        or _announces(text, *paragraphs[first])
        or _names_as_many(text, paragraphs[first:])
    ):
        if is_opening_line(text, *paragraphs[first]) and any(
            is_opening_line(text, *span) for span in paragraphs[first + 1 :]
        ):
            break
        first += 1
    return paragraphs[first:]


def _names_as_many(text: str, paragraphs: list[Span]) -> bool:
    """Tell whether the first paragraph opens with as many faults as paragraphs follow: 存在A、B、C的不足。一年来，本报着力改进。"""
    first = texts_of(text[slice(*paragraphs[0])])[0]
    return 1 < faults_told(first) == len(paragraphs) - 1 and is_frame(first)


def _announces(text: str, low: int, high: int) -> bool:
    """Tell whether a paragraph ends with a colon that leads on from last year: 上年提出了三个努力方向。完成情况如下："""
    parts = texts_of(text[low:high])
    return (
        parts[-1].endswith(("：", ":")) and any(map(LOOKS_BACK.search, parts)) and faults_told(parts[-1]) != 1
    )


def _sums_up_before(text: str, paragraphs: list[Span]) -> bool:
    """Tell whether the first paragraph names several faults or says that all are mended, and answers follow."""
    first, *others = (text[slice(*span)] for span in paragraphs)
    frame = all(
        is_frame(part) or CLAIMS_RESULT.search(part) or ONE_BY_ONE.search(part) for part in texts_of(first)
    )
    several = sum(map(opens_answer, others)) > 1
    return frame and ((faults_told(first) > 1 and several) or (_claims_all(first) and len(others) > 1))


def _claims_all(passage: str) -> bool:
    """Tell whether a paragraph is one sentence that says of all that was told that it is done: 所提措施，全部落实到位。"""
    return bool(
        len(texts_of(passage)) == 1
        and LOOKS_BACK.search(passage)
        and CLAIMS_RESULT.search(passage)
        and faults_told(passage) != 1
        and not is_concrete(passage)
    )


def texts_of(passage: str) -> list[str]:
    """Return the sentences of `passage`."""
    return [passage[slice(*part)] for part in sentences(passage)]


def stands_apart(text: str, paragraphs: list[Span]) -> bool:
    """Tell whether the first paragraph alone takes up no fault and names no deed: 收到评议意见之后，班子开会研究。"""
    first, *others = (text[slice(*span)] for span in paragraphs)
    if begin_alike([first, *others]):
        return False
    concrete = re.search(r"[《\d]", re.sub(r"《[^》]*报告[^》]*》|20\d{2}年", "", first))
    # 针对上年报告反映的问题，本台从三个方面补短板。 takes up all of them at once.
    leads = not opens_answer(first) or (LOOKS_BACK.search(first) and faults_told(first) > 1)
    return bool(leads) and not concrete and len(opening_parts(others)) == len(others)


def is_opening_line(text: str, low: int, high: int) -> bool:
    """Tell whether a paragraph is a title, or names a fault, over the one below it: 针对“精品不多”的问题："""
    line = text[low:high].strip()
    return 0 < len(line) <= 45 and not line.endswith(tuple("。；！;.？?")) and not LABEL.match(line)


def labelled_answers(text: str, paragraphs: list[Span]) -> list[Span]:
    """Return the answers where one label opens each fault and another what was done: 问题：…整改措施：一是…；二是…。整改成效：…

    A paragraph without a label goes on about the one above it; nothing where a fault has no label of deeds behind it.
    """
    found: list[Span] = []
    for low, high in paragraphs:
        label = LABEL.match(text, low, high)
        if label and label["fault"]:
            found.append((label.end(), high))
        elif found and not (SUMS_UP.match(text, low, high) or THANKS.match(text, low, high)):
            found[-1] = (found[-1][0], high)
    marks = [labels_in(text, span) for span in found]
    if not all(own and not any(mark["fault"] for mark in own) for own in marks):
        return []
    return [strip_marks(text, low, high, "；;。 \t\n　") for low, high in found]


def answered_in_lists(text: str, paragraphs: list[Span]) -> list[Span]:
    """Return the paragraphs that each answer one fault by a list of their own: 针对“…”的不足：一是…；二是…。

    None unless two or more do, or one beside others that each take up a fault; those that only lead to the answers
    are left out.
    """
    paragraphs = without_leads(text, paragraphs)
    heads = [re.match(r"[^。；：:]{4,80}[：:，,。]", text[slice(*span)]) for span in paragraphs]
    lists = [
        (head.group(), span)
        for head, span in zip(heads, paragraphs, strict=True)
        if head and "一是" in text[slice(*span)]
    ]
    answering = all(faults_told(head) >= 1 or opens_answer(text[slice(*span)]) for head, span in lists)
    several = len(lists) >= 2 or (
        len(paragraphs) > 1
        and all(faults_told(head) == 1 for head, _ in lists)
        and all(opens_answer(text[slice(*span)]) for span in paragraphs)
    )
    return paragraphs if lists and several and answering else []
