"""Responses in running text: where the answer to one fault ends and the next begins, and what only leads to them."""

from __future__ import annotations

import itertools
import re

from ingest.extract.statements.cues import (
    ANSWER_OPENS,
    CLAIMS_RESULT,
    COUNTS_FAULTS,
    EMPTY_ANSWER,
    GOES_ON,
    LABEL,
    RESPONSE_CUE,
    RESTATES,
    SUMS_UP,
)
from ingest.sentences import Span, clauses, sentences, strip_marks

_DEED = re.compile(
    r"\d|《|“[^”]*”(?:工程|行动|计划|专栏|栏目)|(?:成立|组建|开设|推出|建成|招[聘录]|引进|上线|启用|新增|改版)"
)


def answers(text: str, paragraphs: list[Span]) -> list[Span]:
    """Return the responses that `paragraphs` make: one a paragraph, or one a fault that is answered in it.

    A paragraph that names a fault under a label (问题一：…) goes on in the labelled one after it (整改情况：…).
    """
    found: list[Span] = []
    open_fault = False
    for low, high in paragraphs:
        label = LABEL.match(text, low, high)
        if label and label["fault"] is None and open_fault and found:
            found[-1] = (found[-1][0], high)
            open_fault = False
            continue
        goes_on = bool(GOES_ON.match(text, low, high))
        if found and (SUMS_UP.match(text, low, high) or goes_on or (open_fault and not label)):
            if open_fault or goes_on:
                # 针对“精品不多”的问题： alone on its line opens the paragraph below it.
                found[-1] = (found[-1][0], high)
            open_fault = False
            continue
        open_fault = bool(label and label["fault"]) or _is_opening_line(text, low, high)
        if label:
            low = label.end()
        found.extend(_answers_of(text, low, high))
    return [strip_marks(text, low, high, "；;。 \t\n　") for low, high in found]


def _is_opening_line(text: str, low: int, high: int) -> bool:
    line = text[low:high]
    if high - low > 45 or line[-1] in "。；！;.":
        return False
    return not is_frame(line) or ("“" in line and bool(ANSWER_OPENS.match(line)))


def _answers_of(text: str, start: int, end: int) -> list[Span]:
    """Cut a paragraph of responses into its answers, what leads to them left out; one answer keeps its lead."""
    leads = itertools.takewhile(lambda part: is_frame(text[slice(*part)]), sentences(text, start, end))
    body = max([start, *(lead[1] for lead in leads)])
    for low in {body: None, start: None}:
        found = _openings(text, low, end) or _listed(text, low, end) if low < end else []
        if found:
            return found
    return [(start, end)]


def _openings(text: str, start: int, end: int) -> list[Span]:
    """Cut where two or more sentences or clauses each open an answer; nothing where they do not."""
    for parts in (sentences(text, start, end), clauses(text, start, end, "；;。")):
        head = re.match(r"[^。；]{4,60}[：:]", text[slice(*parts[0])]) if parts else None
        if head and (RESPONSE_CUE.search(head.group()) or is_frame(head.group())):
            # 对照上年度不足，积极改进：深度报道方面，…: the answers begin after the colon.
            parts = [(parts[0][0] + head.end(), parts[0][1]), *parts[1:]]
        opening = [i for i, (low, high) in enumerate(parts) if i and ANSWER_OPENS.match(text, low, high)]
        first = text[slice(*parts[0])]
        if is_frame(first):
            starts = opening
        elif ANSWER_OPENS.match(first) or RESPONSE_CUE.search(first) or CLAIMS_RESULT.search(first):
            starts = [0, *opening]
        else:
            starts = [0, *opening] if len(opening) >= 2 and opening[0] == 1 else opening
        if len(starts) >= 2:
            edges = [*starts, len(parts)]
            return [(parts[a][0], parts[b - 1][1]) for a, b in itertools.pairwise(edges)]
    return []


def _listed(text: str, start: int, end: int) -> list[Span]:
    """One deed after the other, parted by ； alone or after a colon; nothing where the paragraph is no such list."""
    parallel = clauses(text, start, end, "；;")
    framed = RESPONSE_CUE.search(text[slice(*parallel[0])]) or re.match(
        r"针对|对于|对照|根据", text[start:end]
    )
    if len(parallel) >= 3 and not framed and len(sentences(text, start, end)) == 1:
        # 加强顶层设计，出台方案；打破壁垒，组建工作室；…  one deed after the other
        return parallel
    colon = re.search(r"[：:]", text[start:end])
    listed = clauses(text, start + colon.end(), end, "；;。") if colon and colon.start() < 60 else []
    lead = text[start : start + (colon.start() if colon else 0)]
    if (
        len(listed) >= (2 if re.search(r"以下|如下|分别|措施|整改|改进|解决", lead) else 3)
        and "。" not in lead
    ):
        # 整改情况如下：成立…；开设…；招录…。
        return listed
    return []


def is_frame(sentence: str) -> bool:
    """Tell whether a sentence only leads to responses: it speaks of last year's report or of resolve, not of a deed."""
    bare = sentence.strip("。；：: \n　")
    parts = [part for part in re.split(r"[，,；;：:。]", bare) if part]
    if not parts or len(bare) > 140 or CLAIMS_RESULT.search(sentence):
        return False
    quoted = re.sub(r"“[^”]*”|《[^》]*》", "", bare)
    if RESTATES.search(quoted) and not re.search(r"(?:解决|缓解|改善|整改)了", bare):
        # 上年度报告提出了三点不足。  existing faults told again, nothing done yet
        return bool(RESPONSE_CUE.search(bare) or COUNTS_FAULTS.search(bare) or EMPTY_ANSWER.search(bare))
    if RESPONSE_CUE.search(quoted) and re.search(r"(?:承诺|提出)[^。]{0,6}(?:将|要)", quoted):
        # 上年度报告中承诺，将加强国际传播: what was promised, not what became of it
        return not re.search(r"\d", re.sub(r"20\d{2}", "", quoted))
    told = [part for part in parts if not _says_nothing(part)]
    return not told


def _says_nothing(clause: str) -> bool:
    if EMPTY_ANSWER.search(clause):
        return True
    if RESPONSE_CUE.search(clause) or COUNTS_FAULTS.search(clause):
        return not _DEED.search(re.sub(r"20\d{2}|“[^”]*”", "", clause))
    return bool(
        re.search(
            r"^.{0,10}(?:针对|对于|对照|围绕|根据|就|结合|按照)[^，]*(?:不足|问题|短板|意见|建议|要求|情况|报告)(?:等|中)?$|^(?:20\d{2}年度?|一年来|过去一年|今年|其中|为此|对此)$|^.{0,8}(?:我们|中心|报社|集团|本[报台社网]|我[社台]|总台)$|(?:报告|评议).{0,6}(?:公布|发布|反馈|后)",
            clause,
        )
    )


def without_frames(text: str, found: list[Span]) -> list[Span]:
    """Leave off what leads to the responses; a frame that is all there is stays, as the response itself."""
    kept = list(found)
    while len(kept) > 1 and is_frame(text[slice(*kept[0])]):
        kept.pop(0)
    return kept
