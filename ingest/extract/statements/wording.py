"""Which kind of statement a passage is, by its heading, its lead-in and its own words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.duties import StatementKind, announces, closing_kinds
from ingest.extract.statements.cues import (
    ANNOUNCES_LIST,
    CONCRETE,
    FUTURE,
    LABEL,
    MAY_FALL_SHORT,
    RESTATES,
    SAID,
    SHORTCOMING_CUE,
    SUMS_UP,
    THE_REST,
)
from ingest.extract.statements.enumeration import Listing, grouped, passages
from ingest.extract.statements.frames import without_frame
from ingest.extract.statements.leading import answered_in_lists, labelled_answers
from ingest.extract.statements.places import Region, paragraphs
from ingest.extract.statements.points import cut
from ingest.extract.statements.retelling import is_frame, looks_back, opens_answer
from ingest.extract.statements.rows import statements_of_rows
from ingest.extract.statements.running import running_list, tells_faults, tells_plans
from ingest.extract.statements.telling import is_plain_deed, kind_of_sentence, kind_of_words, led_to
from ingest.extract.statements.turns import (
    NO_FAULT,
    by_labels,
    first_of_faults,
    tells_deeds,
    turns,
)
from ingest.extract.statements.vows import is_saying, is_vow
from ingest.reading import Reading
from ingest.sentences import Span, sentences, strip_marks

_MARKS = "；;。，,、 \t\n　"


@dataclass(frozen=True)
class _Run:
    """A stretch of one kind: an item of an enumeration, which is one statement, or running text to be cut."""

    kind: StatementKind
    span: Span
    item: bool


def statements_of(reading: Reading, region: Region) -> Iterator[tuple[StatementKind, Span]]:
    """Yield the statements of a region with their kinds, in the order of the text."""
    rows = statements_of_rows(reading, region)
    yield from rows
    titled = _titled_items(reading, region)
    if titled:
        for span in titled:
            yield region.kinds[0], span
        return
    blocks = paragraphs(reading, region.start, region.end)
    if region.kinds == ("response",):
        listed = labelled_answers(reading.text, blocks) or answered_in_lists(reading.text, blocks)
    else:
        listed = []
    if listed:
        yield from (("response", strip_marks(reading.text, *block, "；;。 \t\n　")) for block in listed)
        return
    runs = _without_frames(reading.text, _cut_runs(reading.text, _runs(reading, region)), bool(rows))
    yield from ((run.kind, run.span) for run in runs)


def _cut_runs(text: str, runs: list[_Run]) -> list[_Run]:
    """Cut running text into its statements; items are statements already."""
    found: list[_Run] = []
    for (kind, item), group in itertools.groupby(runs, key=lambda run: (run.kind, run.item)):
        spans = [run.span for run in group]
        if not item:
            whole = len([run for run in runs if run.kind == kind]) == len(spans)
            spans = cut(text, kind, spans, whole)
        found.extend(_Run(kind, span, item) for span in spans)
    return found


def _without_frames(text: str, runs: list[_Run], answered: bool) -> list[_Run]:
    """Leave off what leads to the responses; a frame that is all there is stays, unless a table has `answered`."""
    kept = list(runs)
    while (
        len([run for run in kept if run.kind == "response"]) > (0 if answered else 1)
        and kept[0].kind == "response"
        and not kept[0].item
        and all(is_frame(text[slice(*part)]) for part in sentences(text, *kept[0].span))
    ):
        kept.pop(0)
    return kept


def _titled_items(reading: Reading, region: Region) -> list[Span]:
    """Sub-headings without numbers are the items: 新媒体人才不足 over what was done about it."""
    if region.section is None or len(region.kinds) != 1:
        return []
    outer = reading.sections[region.section]
    inner = [
        part
        for part in reading.sections[region.section + 1 :]
        if part.start < region.end and part.level > outer.level and part.number is None
    ]
    if len(inner) < 2:
        return []
    return [strip_marks(reading.text, part.start, part.end, "。 \t\n　") for part in inner]


def _runs(reading: Reading, region: Region) -> list[_Run]:
    text = reading.text
    first = region.kinds[0] if region.kinds else None
    mode = first
    found: list[_Run] = []
    told_again = False
    every = passages(reading, region.start, region.end)
    for position, passage in enumerate(every):
        if isinstance(passage, Listing):
            if position + 1 < len(every) and (
                told_again or (mode == "response" and _only_faults(text, passage))
            ):
                # 上年度报告提出以下不足：一是…二是…  the faults of last year told again, before what was done.
                told_again = False
                continue
            blaming = mode is None and _blaming(text, passage, region)
            for item in (inner for outer in passage.items for inner in grouped(reading, outer)):
                for kind, span in _of_item(text, item, region, "shortcoming" if blaming else mode):
                    found.append(_Run(kind, span, item=True))
                    if len(region.kinds) != 1 and kind != "shortcoming":
                        mode = kind if mode is None else mode
            continue
        low, high = passage
        if found and not re.search(r"[，。；：！]", text[low:high]) and high - low <= 30:
            # The name below the report, the caption of a picture.
            continue
        below = every[position + 1] if position + 1 < len(every) else None
        titles = isinstance(below, tuple) and text[below[1] - 1] in "。；"
        if (
            len(region.kinds) != 1
            and titles
            and not re.search(r"[，。；：！]", text[low:high])
            and high - low <= 16
        ):
            # 来年新题 over its text says what the text is about, and promises nothing.
            continue
        closes = bool(
            SUMS_UP.match(text, low, high) or is_vow(text[low:high]) or _LOOKS_ON.match(text, low, high)
        )
        if found and found[-1].item and found[-1].kind == "commitment" and _closes(text, low, high):
            continue
        leads = position + 1 < len(every) and isinstance(every[position + 1], Listing)
        # 报社履行社会责任还存在以下不足： over a list of its own closes nothing.
        closes = closes and not (leads and text[low:high].rstrip().endswith(("：", ":")))
        answered = found and found[-1].item and found[-1].kind == "response"
        if answered and closes and not THE_REST.match(text, low, high):
            continue
        told_again = False
        behind = mode == "response" and not region.kinds
        fault = first_of_faults(text, low, high, region, behind) if behind or mode is None else None
        if fault is not None:
            low, mode = fault, "shortcoming"
        if mode == "shortcoming" and found and tells_deeds(text[low:high], region):
            mode = "commitment"
        for run in _of_paragraph(text, low, high, region, mode):
            mode = run.kind
            found.append(run)
        last = text[slice(*sentences(text, low, high)[-1])] if leads else ""
        if leads:
            mode = led_to(last, region, mode)
            told_again = (
                mode == "response"
                and bool(RESTATES.search(last) or _FAULTS_ARE.search(last) or _FAULTS_QUOTED.search(last))
                and not re.search(r"措施|整改|改进", last)
            )
            found = _without_lead(text, found, high, last)
            while found and not found[-1].item and found[-1].kind == mode and mode != "response":
                # 报社将把握正确导向。重点抓好三项工作：一是…  the list tells what the prose before it leads to.
                found.pop()
        elif (
            ANNOUNCES_LIST.search(last or text[low:high])
            and FUTURE.search(text[low:high])
            and first != "response"
        ):
            # 2022年将在以下方面努力：… the paragraphs below it are plans.
            mode = "commitment" if "commitment" in region.allowed else mode
    return found


# 问题的解决不是一劳永逸，将继续巩固整改成果。
_LOOKS_ON = re.compile(
    r"[^\d《“]*将(?:继续|持续|进一步)?(?:巩固|深化|抓好|加强)?[^，。\d《“]*整改[^，。\d《“]*。?$"
)


def _closes(text: str, low: int, high: int) -> bool:
    """Tell whether a paragraph below a list of commitments closes the chapter: nothing in it is a deed to come."""
    return not any(
        re.search(r"\d|《", re.sub(r"20\d{2}", "", text[slice(*part)])) or CONCRETE.search(text, *part)
        for part in sentences(text, low, high)
        if not is_vow(text[slice(*part)])
    )


# 2013年度报告中指出的问题主要有两个：
_FAULTS_ARE = re.compile(r"(?:问题|不足|短板|差距)(?:之处)?(?:主要|分别)?[有是为][^，。：]{0,4}[：:]$")


def _blaming(text: str, listing: Listing, region: Region) -> bool:
    """Tell whether a list that nothing leads to tells faults: 一是深度调查不够；二是新媒体人才缺乏."""
    items = [text[slice(*item)] for item in listing.items]
    faults = [item for item in items if SHORTCOMING_CUE.search(item) and not FUTURE.search(item)]
    allowed = not region.kinds and "shortcoming" in region.allowed
    return allowed and len(faults) * 2 > len(items) and all(map(MAY_FALL_SHORT.search, items))


# 2022年报告指出：“|一是…；二是…。”
_FAULTS_QUOTED = re.compile(rf"(?:报告|上年度?|去年)[^。；“]{{0,16}}{SAID}(?:了|过)?[：:，]?“$")


def _only_faults(text: str, listing: Listing) -> bool:
    return all(is_frame(text[slice(*part)]) for item in listing.items for part in sentences(text, *item))


def _without_lead(text: str, found: list[_Run], high: int, last: str) -> list[_Run]:
    """What leads to an enumeration is no statement of its own: its last sentence, and what frames it, goes."""
    if not found or found[-1].item or found[-1].span[1] < high - 1:
        return found
    run = found[-1]
    start = high - len(last) if text[high - len(last) : high] == last else text.rfind(last, run.span[0], high)
    if start <= run.span[0]:
        return found[:-1]
    return [*found[:-1], _Run(run.kind, (run.span[0], start), item=False)]


def _of_item(
    text: str, item: Span, region: Region, mode: StatementKind | None
) -> list[tuple[StatementKind, Span]]:
    """One item: a statement of the kind that leads here, or a fault with what will be done about it."""
    if mode == "response":
        label = LABEL.match(text, *item)
        return [("response", (label.end() if label else item[0], item[1]))]
    kind: StatementKind | None = mode
    if mode is None or len(region.kinds) != 1:
        kind = kind_of_words(text[slice(*item)], region, mode)
    if mode == "commitment" and kind != "shortcoming" and not LABEL.search(text, *item):
        return [("commitment", item)]
    parts: list[tuple[StatementKind, Span]] = []
    halves = by_labels(text, item) or turns(text, *item)
    told = kind
    for (low, high), own in halves:
        sentence = text[low:high]
        if own is not None:
            told = own
        elif parts and (
            FUTURE.search(sentence) or NO_FAULT.match(sentence) or is_plain_deed(sentence, region)
        ):
            told = "commitment"
        if told is None or told not in region.allowed:
            return []
        if parts and parts[-1][0] == told:
            parts[-1] = (told, (parts[-1][1][0], high))
        else:
            parts.append((told, (low, high)))
    return [
        (kind, strip_marks(text, low, high, _MARKS))
        for kind, (low, high) in parts
        if len(parts) == 1 or kind != "commitment" or not is_vow(text[low:high])
    ]


def _of_paragraph(text: str, start: int, end: int, region: Region, mode: StatementKind | None) -> list[_Run]:
    """Cut a paragraph where its sentences pass from one kind to the next: 不足 first, then 今后将."""
    if region.kinds == ("response",):
        return [_Run("response", (start, end), item=False)]
    runs: list[_Run] = []
    opens = True
    labelled = by_labels(text, (start, end))
    pieces = labelled or _turning(text, start, end, region)
    for ((low, high), told), before in zip(
        pieces, [(start, start), *(span for span, _ in pieces)], strict=False
    ):
        if announces(text[low:high].rstrip("。：:")):
            # 下一步打算。 is a title that runs on.
            own = [kind for kind in closing_kinds(text[low:high]) if kind in region.allowed]
            mode = own[0] if own else mode
            continue
        if opens and is_saying(text[low:high].strip("。！")):
            # 路漫漫其修远兮。我们清楚地知道，… the next sentence opens the paragraph.
            continue
        listed = _running(text, (low, high), before, region, mode) if told is None else []
        if listed:
            runs, mode, opens = runs + listed, listed[0].kind, False
            continue
        kind = told if told in region.allowed else kind_of_sentence(text[low:high], region, mode, opens)
        opens = False
        if kind is None or (_behind_list(runs, kind) and not MAY_FALL_SHORT.search(text, low, high)):
            # 短处明摆着：A；B；C。我们认账。
            continue
        mode = kind
        if told == "shortcoming" and not labelled:
            # The fault that a commitment follows in the same sentence is one, however many clauses it has.
            low, high = without_frame(text, *strip_marks(text, low, high, _MARKS))
            runs.append(_Run(kind, (low, high), item=True))
        elif runs and runs[-1].kind == kind and not runs[-1].item:
            runs[-1] = _Run(kind, (runs[-1].span[0], high), item=False)
        else:
            runs.append(_Run(kind, (low, high), item=False))
    return runs


def _behind_list(runs: list[_Run], kind: StatementKind) -> bool:
    """Tell whether the faults before a sentence of the same kind are a list's."""
    return kind == "shortcoming" and bool(runs) and runs[-1].item and runs[-1].kind == kind


def _running(
    text: str, sentence: Span, before: Span, region: Region, mode: StatementKind | None
) -> list[_Run]:
    """Return what a sentence lists behind its colon, or behind the sentence `before`, where no heading says what it holds: faults, and plans behind these."""
    found = running_list(text, *sentence, text[slice(*before)])
    if region.kinds or found is None:
        return []
    if mode == "shortcoming" and "commitment" in region.allowed and tells_plans(text, found):
        return [_Run("commitment", item, item=True) for item in found.items]
    led = mode not in ("commitment", "shortcoming") if found.parted == "。" else mode != "commitment"
    if led and "shortcoming" in region.allowed and tells_faults(text, found, region.year):
        return [_Run("shortcoming", without_frame(text, *item), item=True) for item in found.items]
    return []


def _turning(text: str, start: int, end: int, region: Region) -> list[tuple[Span, StatementKind | None]]:
    """Cut sentences where they turn ahead, but no answer: “结构单一”的问题，仅完成六成，将继续推进。"""
    every = sentences(text, start, end)
    answering = "response" in region.allowed and looks_back(text[slice(*every[0])], region.year)
    found: list[tuple[Span, StatementKind | None]] = []
    for span in every:
        answers = answering and opens_answer(text[slice(*span)])
        found.extend([(span, None)] if answers else turns(text, *span))
    return found
