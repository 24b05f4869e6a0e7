"""Where the closing statements stand: sections whose heading announces them, else the closing chapter."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from ingest.duties import STATEMENT_KINDS, StatementKind, announces, closing_kinds
from ingest.extract.statements.cues import ANSWER_MARK, QUESTION_MARK
from ingest.extract.statements.retelling import ANSWERS_REPORT, LOOKS_BACK, is_frame, opens_answer
from ingest.reading import Reading
from ingest.report import Duty, Section
from ingest.sentences import Span, sentences

_CONTACT = re.compile(
    r"^[（(]?(?:联系|电话|地址|邮编|报告(?:下载|获取)|责任编辑|编辑[:：]|来源[:：]|监督电话|.{0,20}(?:\d{4}|二[〇○零][一-龥〇○零]{2})年[\d一二三四五六七八九十]{1,2}月(?:[\d一二三四五六七八九十]{1,3}日)?$)"
)
# [图：记者在牧民家中采访]
_CAPTION = re.compile(r"[\[【(（](?:图[：:为片]|image)[^\]】)）]*[\]】)）]$")
# 对上年度不足的整改 may stand in the preface or in a chapter of its own; 回应社会关切 is no response.
_LOOKS_BACK = re.compile(r"上年|上一年|去年|往年|20\d{2}年|上期|上次|以往|年度报告|整改落实|问题整改")
# A last paragraph that closes the report: it owns up to faults, or promises in the media's own name.
_CLOSES = re.compile(
    r"(?:存在|仍有|还有|尚有)[^。？]{0,20}(?:不足|差距|问题|短板)(?!？)|(?:问题|不足|遗憾)(?:还|也|依然|仍)?(?:不少|很多|较多|明显)|(?:我们|本报|我社|我台|本台|报社|中心|集团|本网)(?:也)?(?:将|要)|上一?年度.{0,12}(?:不足|问题)"
)


@dataclass(frozen=True)
class Region:
    """A span that makes statements.

    `kinds` are those that its heading announces, in order, none where no heading does; `allowed` those that may
    stand in it at all.
    """

    start: int
    end: int
    kinds: tuple[StatementKind, ...]
    allowed: tuple[StatementKind, ...]
    year: int = 0
    """The year reported on, 0 where unknown."""
    section: int | None = None
    """Index of the section whose body it is."""


def regions(reading: Reading) -> list[Region]:
    """Return the spans that make statements; they do not overlap."""
    found: list[Region] = []
    announced: set[str] = set()
    claimed: list[Span] = []
    announcing = _by_place(reading, closing_sections(reading))
    for index, kinds in announcing:
        if kinds == ("shortcoming", "commitment") and ("shortcoming",) in dict(announcing).values():
            # 存在的不足 beside 针对不足的改进措施: the faults are told there.
            kinds = ("commitment",)
        if kinds == ("response", "shortcoming") and ("shortcoming",) in dict(announcing).values():
            kinds = ("response",)
        announced.update(kinds)
        start, end = _body(reading, index)
        claimed.append((reading.sections[index].start, end))
        allowed = kinds if kinds == ("response",) else STATEMENT_KINDS
        found.append(Region(start, end, kinds, allowed, reading.year, index))
    if "response" not in announced:
        looking_back = _looking_back(reading, claimed)
        found.extend(looking_back)
        claimed.extend((region.start, region.end) for region in looking_back)
        if looking_back:
            announced.add("response")
    if "response" not in announced:
        elsewhere = _answers_elsewhere(reading, claimed)
        found.extend(elsewhere)
        claimed.extend((region.start, region.end) for region in elsewhere)
    # What no heading announces: in the rest of the closing chapter, or else the last paragraphs, by their own words.
    open_kinds = tuple(kind for kind in STATEMENT_KINDS if kind not in announced)
    if open_kinds:
        for start, end in _closing_text(reading, claimed):
            kinds = tuple(kind for kind in _kinds_of_chapter(reading, start) if kind in open_kinds)
            found.extend(
                Region(low, high, kinds, open_kinds, reading.year)
                for low, high in _unclaimed(start, end, claimed)
            )
    return found


def _body(reading: Reading, index: int) -> Span:
    """The body of a section; of an empty one the items numbered like itself below it: （三）整改措施 over （一）…（二）…"""
    start, end = reading.body_of(index)
    own = reading.sections[index]
    if reading.text[start:end].strip():
        return start, end
    below = reading.sections[index + 1 :]
    if not below or below[0].level != own.level or not re.search("[一1]", below[0].number or ""):
        return start, end
    stop = next((part for part in below if part.level < own.level or announces(part.title)), None)
    return start, stop.start if stop else len(reading.text)


def closing_sections(reading: Reading) -> list[tuple[int, tuple[StatementKind, ...]]]:
    """The innermost sections whose heading announces statements, with what it announces."""
    found: list[tuple[int, tuple[StatementKind, ...]]] = []
    # 上年问题怎么改的, 还有哪些没做好, 新一年的承诺: behind the first of them the others close the report, too.
    chapters = (part.start for part in reading.sections if part.duty is Duty.AFTERWORD and part.level == 1)
    closing = next(chapters, len(reading.text))
    parted = _parted(reading)
    for index, section in enumerate(reading.sections):
        kinds = closing_kinds(section.title, reading.identity.year)
        if not kinds:
            continue
        second_half = section.start > 0.5 * len(reading.text)
        late = second_half and announces(section.title)
        looks_back = kinds == ("response",) and _LOOKS_BACK.search(section.title)
        behind = section.duty is None and section.level == 1 and section.start > closing
        beside = bool(found) and section.level == reading.sections[found[0][0]].level
        behind |= (beside and second_half and not section.number) or index in parted
        if section.duty is not Duty.AFTERWORD and not (looks_back or late or behind):
            continue
        if _is_item(reading, index) and not announces(section.title):
            # （一）优质内容供给不足。现象级作品缺乏。 is an item below the lead that tells its kind.
            continue
        # 后记 and 不足与改进 leave it to their parts; what stands under 回应 is all response.
        inner = [
            part
            for part in reading.sections[index + 1 :]
            if part.start < section.end and part.level > section.level
        ]
        if any(announces(part.title) for part in inner) or _told_by_parts(inner, reading.identity.year):
            continue
        if any(
            reading.sections[outer].start <= section.start < reading.sections[outer].end for outer, _ in found
        ):
            continue
        found.append((index, kinds))
    return found


def _parted(reading: Reading) -> list[int]:
    """Return the parts without numbers in which the last chapter closes the report, though it is one of a duty: 今年又欠下哪些 and 来年怎么还.

    Two or more that tell of faults and of plans, behind which no other part stands.
    """
    last = max((i for i, section in enumerate(reading.sections) if section.level == 1), default=0)
    parts: list[int] = []
    for index in range(len(reading.sections) - 1, last, -1):
        if reading.sections[index].number or not closing_kinds(
            reading.sections[index].title, reading.identity.year
        ):
            break
        parts.append(index)
    told = {closing_kinds(reading.sections[index].title, reading.identity.year) for index in parts}
    return parts if {("shortcoming",), ("commitment",)} <= told else []


def _told_by_parts(inner: list[Section], year: int | None) -> bool:
    """Tell whether every part of a chapter says what it holds, and not all the same: 2016年“问题清单”整改结果, 2018年“承诺清单”."""
    level = min((part.level for part in inner), default=0)
    kinds = [closing_kinds(part.title, year) for part in inner if part.level == level]
    return all(kinds) and 1 < len(kinds) == len(set(kinds))


def _parts_below(reading: Reading, chapter: int) -> list[int]:
    """Return the parts of a chapter, those of the outermost level alone."""
    own = reading.sections[chapter]
    inner = [i for i, part in enumerate(reading.sections) if own.start < part.start < own.end]
    level = min((reading.sections[i].level for i in inner), default=0)
    return [i for i in inner if reading.sections[i].level == level]


_PARTS: dict[int, tuple[StatementKind, ...]] = {
    2: ("shortcoming", "commitment"),
    3: ("response", "shortcoming", "commitment"),
}
# 主要成效, 获得荣誉, 联系方式 beside the parts that make statements.
_NO_PART = re.compile(r"成[效绩果]|荣誉|获奖|奖项|感谢|致谢|联系|说明|概况|评价|附")


def _by_place(
    reading: Reading, found: list[tuple[int, tuple[StatementKind, ...]]]
) -> list[tuple[int, tuple[StatementKind, ...]]]:
    """Add the parts of the closing chapter that only their place names: 说过的话, 没做好的事, 接着干的事.

    Two or three parts of one level, of which none announces what stands elsewhere in the template.
    """
    known = dict(found)
    closing = [
        i for i, part in enumerate(reading.sections) if part.duty is Duty.AFTERWORD and part.level == 1
    ]
    groups = [(index, _parts_below(reading, index)) for index in closing]
    if all(not parts for _, parts in groups):
        # 回望 / 再出发: chapters of their own behind the last duty.
        groups = [(-1, closing)]
    for index, parts in groups:
        kinds = _PARTS.get(len(parts), ())
        if (
            not kinds
            or index in known
            or any(known.get(i, (kind,)) != (kind,) for i, kind in zip(parts, kinds, strict=True))
            or any(_is_item(reading, i) for i in parts)
        ):
            continue
        for part, kind in zip(parts, kinds, strict=True):
            own = reading.sections[part]
            if part in known or _NO_PART.search(own.title):
                continue
            if any(own.start < reading.sections[i].start < own.end for i in known):
                # 回应 leaves it to 上年度不足整改情况 and 回应社会关切 below it.
                continue
            if kind == "response" and not _answers_faults(reading, *reading.body_of(part)):
                break
            known[part] = (kind,)
    return sorted(known.items())


def _is_item(reading: Reading, index: int) -> bool:
    """Tell whether a numbered title has its text on its line: （1）节目创新乏力。三年没有变化。 is an item, no part."""
    start = reading.body_of(index)[0]
    return reading.sections[index].number is not None and reading.text[start : start + 1] not in ("", "\n")


def _answers_faults(reading: Reading, start: int, end: int) -> bool:
    """Tell whether text looks back with its first sentence, or takes up one fault after the other."""
    below = paragraphs(reading, start, end)
    if not below:
        return False
    first = reading.text[slice(*sentences(reading.text, *below[0])[0])]
    parts = [reading.text[slice(*part)] for span in below for part in sentences(reading.text, *span)]
    answered = all(
        QUESTION_MARK.match(reading.text, *span) or ANSWER_MARK.match(reading.text, *span) for span in below
    )
    return bool(
        LOOKS_BACK.search(first)
        or (len(parts) > 1 and sum(map(opens_answer, parts)) * 2 > len(parts))
        or (len(below) > 1 and answered)
    )


def _looking_back(reading: Reading, claimed: list[Span]) -> list[Region]:
    """Sections of the closing chapter, or late ones of no duty, whose text and not heading looks back: 旧账新还.

    They open with last year's report, or take up one fault after the other, before the shortcomings of this year.
    """
    found: list[Region] = []
    for index, section in enumerate(reading.sections):
        late = section.duty is None and section.start > 0.6 * len(reading.text)
        if section.duty is not Duty.AFTERWORD and not late:
            continue
        start, end = reading.body_of(index)
        inner = any(section.start < part.start < section.end for part in reading.sections[index + 1 :])
        if inner or any(low < end and start < high for low, high in claimed):
            continue
        if any(low >= end for low, _ in claimed) and _answers_faults(reading, start, end):
            found.append(Region(start, end, ("response",), ("response",), reading.year, index))
    return found


def _closing_text(reading: Reading, claimed: list[Span]) -> list[Span]:
    """Return the bodies of the closing chapters; without any, the report's last paragraphs."""
    chapters = [
        reading.body_of(index)
        for index, section in enumerate(reading.sections)
        if section.duty is Duty.AFTERWORD and section.level == 1
    ]
    if chapters:
        return chapters
    if not reading.sections:
        return []
    last = max((i for i, section in enumerate(reading.sections) if section.level == 1), default=0)
    if reading.sections[last].duty is None:
        # 自我加压，再上台阶: a last chapter of no duty that looks ahead.
        start, end = reading.body_of(last)
        if any(_looks_ahead(reading, *block) for block in paragraphs(reading, start, end)):
            return [(start, end)]
    # The report closes without a heading: its last paragraphs.
    taken = max((end for _, end in claimed), default=0)
    blocks = [block for block in reading.prose if block.end - block.start > 12 and block.start >= taken][-6:]
    while blocks and not _CLOSES.search(reading.text[blocks[0].start : blocks[0].end]):
        blocks.pop(0)
    return [(blocks[0].start, blocks[-1].end)] if blocks else []


def _looks_ahead(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a paragraph opens with the year to come: 新的一年，我们将…  2014年，我们要…"""
    year = reading.identity.year
    said = reading.text[start:end]
    return bool(
        re.match(r"(?:新的?一年|明年|来年|今后|(?:下一步|下步(?!伐|入|履))|未来|展望)", said)
    ) or bool(year and said.startswith(f"{year + 1}年"))


def _kinds_of_chapter(reading: Reading, start: int) -> tuple[StatementKind, ...]:
    """What the heading of the chapter announces whose body begins at `start`: 不足与改进 over a part on last year."""
    titles = (
        section.title
        for index, section in enumerate(reading.sections)
        if section.level == 1 and reading.body_of(index)[0] == start
    )
    return closing_kinds(next(titles, ""), reading.identity.year)


def _answers_elsewhere(reading: Reading, claimed: list[Span]) -> list[Region]:
    """对于上年度报告中提出的不足，… in a paragraph of another chapter, mostly the first; one a paragraph."""
    found: list[Region] = []
    for block in reading.prose:
        if reading.duty_at(block.start) is Duty.AFTERWORD or block.kind == "row":
            continue
        if not re.search("[，。]", reading.text[block.start : block.end]):
            continue
        if any(low <= block.start < high for low, high in claimed):
            continue
        for start, _ in sentences(reading.text, block.start, block.end):
            if ANSWERS_REPORT.match(reading.text, start, block.end):
                end = _answer_end(reading.text, start, block.end)
                found.append(Region(start, end, ("response",), ("response",), reading.year))
                break
    return found


def _answer_end(text: str, start: int, end: int) -> int:
    """Where the answer that opens a paragraph of another chapter ends: before 全年生产短视频620条 of the chapter's own."""
    parts = sentences(text, start, end)
    for low, _ in parts[1:]:
        if _BESIDES.match(text, low, end):
            # 此外，中心还开展公益讲座130场。
            return low
    if len(parts) == 2 and not is_frame(text[slice(*parts[0])]) and not _GOES_ON.match(text, *parts[1]):
        return parts[0][1]
    return end


_BESIDES = re.compile(r"(?:此外|另外|同时|与此同时)，")
_GOES_ON = re.compile(r"[^，。；]{0,12}(?:此|该|这|其中|针对|对于)")


def _unclaimed(start: int, end: int, claimed: list[Span]) -> list[Span]:
    parts, position = [], start
    for low, high in sorted(claimed):
        if low >= end or high <= start:
            continue
        if low > position:
            parts.append((position, low))
        position = max(position, high)
    if position < end:
        parts.append((position, end))
    return parts


def paragraphs(reading: Reading, start: int, end: int) -> list[Span]:
    """Return the paragraphs of the span; contact lines and the rows of tables are none."""
    text = reading.text
    found = []
    prose = reading.prose
    for block in prose[bisect_right(prose, start, key=lambda block: block.end) :]:
        if block.start >= end:
            break
        low, high = max(block.start, start), min(block.end, end)
        if block.kind == "row" or low >= high or not text[low:high].strip():
            continue
        if not _CONTACT.match(line := text[low:high].strip()) and not _CAPTION.match(line):
            found.append((low, high))
    return found
