"""Headings → sections with level and duty.

Which lines are headings is decided in two steps. First every line is read as `Line`: the numbering style it
begins with, its title, whether it reads like a heading at all. Then the chapters (lines that name a duty of the
genre) fix the style of level 1, and the other styles get their level by the order in which they open inside one
another, as a reader takes them: 一、→（一）→1. as well as 一、→1.→(1).
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass

from ingest.chapter_duties import with_contents, with_duties
from ingest.chapters import NO_PLAIN_HEADING, Chapters, find_chapters
from ingest.duties import announces, bare_title, chapter_duty, closing_kinds, is_plain_chapter_title
from ingest.lines import Line, lines_of, ordinal, reads_like_heading, style_key
from ingest.readers.base import Document
from ingest.report import Duty, Section

_LEADERS = re.compile(r"(?:[.．·…]{3,}|[…⋯]{1,}|\t|-{4,}|_{4,}|\s{4,})\s*[（(]?\d{0,3}[)）]?\s*$")
_TOC_TITLE = re.compile(r"^(?:目\s*录|目\s*次|contents)$", re.IGNORECASE)
# A line that is a date, a caption word or a byline is no heading though it is short.
_CAPTION = re.compile(
    r"截图|图为|供图|摄影|摄$|资料图|制图|海报|二维码|示意图|照片|配图|图(?<=^图)(?:\s?\d|注[:：])|表(?<=^表)\s?\d|注(?<=^注)[:：]"
)


@dataclass(frozen=True)
class Outline:
    """What the headings of a document say."""

    sections: tuple[Section, ...]
    body_starts: tuple[int, ...]
    """For each section, the offset at which its own text begins, after the heading."""
    skipped: tuple[tuple[int, int], ...]
    """Spans that are no prose: the 目录, picture placeholders."""


def _table_of_contents(text: str, lines: list[Line]) -> set[int]:
    """Return the indexes of the lines that make up a 目录: dot leaders or a block of titles that come again."""
    listed: set[int] = set()
    for index, line in enumerate(lines):
        raw = text[line.start : line.end]
        if len(raw) < 90 and _LEADERS.search(raw):
            listed.add(index)
    for index, line in enumerate(lines):
        if not _TOC_TITLE.match(text[line.start : line.end]):
            continue
        listed.add(index)
        later = Counter(_key(other.title) for other in lines[index + 1 :])
        seen: set[str] = set()
        for follower in range(index + 1, len(lines)):
            listing = lines[follower]
            key = _key(listing.title)
            if follower in listed:
                seen.add(key)
                continue
            # Without page numbers the 目录 goes on while each title comes again below.
            if listing.long or listing.ends_like_sentence or key in seen or later[key] < 2:
                break
            seen.add(key)
            listed.add(follower)
    return listed


def _key(title: str) -> str:
    return re.sub(r"\d{1,3}$", "", bare_title(_LEADERS.sub("", title)))


def outline(document: Document, title_end: int = 0) -> Outline:
    """Return the sections of `document`.

    `title_end` is the offset at which the report's title (and its year line) ends; headings begin after it.
    """
    text = document.text
    lines = lines_of(document)
    contents = _table_of_contents(text, lines)
    skipped = [(lines[i].start, lines[i].end) for i in sorted(contents)]
    lines = [line for i, line in enumerate(lines) if i not in contents and line.start >= title_end]
    headings = with_contents(with_duties(_headings(text, lines, find_chapters(lines))), text)
    return _sections(text, headings, tuple(skipped))


def _headings(text: str, lines: list[Line], found_chapters: Chapters) -> list[tuple[Line, int, Duty | None]]:
    chapters = found_chapters.duties
    if not chapters:
        return _without_chapters(lines)
    plain = _plain_sub_headings(lines, chapters)
    items = _list_items(lines, chapters)
    found: list[tuple[Line, int, Duty | None]] = []
    stack: list[str] = []
    chapter: Duty | None = None
    duty: Duty | None = None
    for index, line in enumerate(lines):
        if index in chapters:
            chapter = duty = chapters[index]
            stack = []
            found.append((line, 1, duty))
            continue
        titled = duty is Duty.AFTERWORD and _over_text(lines, index)
        if (
            not found
            or index in items
            or not (titled or index in plain or _is_sub_heading(line, lines, index))
        ):
            continue
        if (
            duty is Duty.AFTERWORD
            and line.style
            and not titled
            and (_is_item(line) or _opens_list(text, line) or _beside_items(lines, index))
        ):
            continue
        key = style_key(line) + ("'" if index in found_chapters.nested else "")
        if key == found_chapters.inner and chapter is None:
            duty = chapter_duty(line.title)
        if line.level is not None and line.style is None:
            depth = max(2, line.level - _top_level(lines, chapters) + 1)
            stack = [*stack[: depth - 2], key]
            found.append((line, depth, duty))
            continue
        if key in stack:
            stack = stack[: stack.index(key) + 1]
        else:
            stack = [*stack, key]
        found.append((line, len(stack) + 1, duty))
    return found


def _list_items(lines: list[Line], chapters: dict[int, Duty | None]) -> set[int]:
    """Numbered lines that stand one below the other with nothing in between: the items of a list, no headings."""
    items: set[int] = set()
    for index, (line, below) in enumerate(itertools.pairwise(lines)):
        if index in chapters or index + 1 in chapters or line.style is None or line.level is not None:
            continue
        adjacent = (
            below.start - line.end <= 3 and below.level is None and not line.run_in and not below.run_in
        )
        if adjacent and style_key(line) == style_key(below):
            # （六）遵守职业规范责任 is a heading though nothing stands below it.
            items.update(
                i
                for i in (index, index + 1)
                if not announces(lines[i].title) and chapter_duty(lines[i].title) is None
            )
    return items


def _plain_sub_headings(lines: list[Line], chapters: dict[int, Duty | None]) -> set[int]:
    """Sub-headings that are mere short lines: each over running text, after running text or a heading.

    Only in a report that numbers neither chapters nor sub-headings (three or more such lines), or where the line announces
    the closing statements (对上年度不足的回应), and behind such a one that follows the last chapter.
    """
    found: set[int] = set()
    announcing: set[int] = set()
    numbered = 0
    for index, line in enumerate(lines):
        if index in chapters:
            continue
        if line.style is not None:
            numbered += reads_like_heading(line)
            continue
        if line.level is not None or len(line.title) > 24 or len(line.title) < 2:
            continue
        if line.run_in and min(chapters) < index:
            announcing.add(index)
            continue
        following = lines[index + 1] if index + 1 < len(lines) else None
        if following is None or not following.ends_like_sentence or index + 1 in chapters:
            continue
        after_text = index == 0 or index - 1 in chapters or lines[index - 1].ends_like_sentence
        if not after_text or line.ends_like_sentence or _CAPTION.search(line.title):
            continue
        if len(line.title) <= 16 and closing_kinds(line.title) and min(chapters) < index:
            announcing.add(index)
        elif not NO_PLAIN_HEADING.search(line.title) and following.end - following.start > 30:
            found.add(index)
    every = announcing | found
    plain = all(lines[index].style is None for index in chapters)
    if len(every) >= 3 and (plain or len(found) > numbered):
        return every
    # 去年欠的账还了多少 … 今年又欠下什么 …: behind one that announces them the others are parts of the closing, too.
    closing = min((index for index in announcing if index > max(chapters)), default=len(lines))
    return announcing | {index for index in found if index > closing}


def _is_item(line: Line) -> bool:
    """（一）重大题材精品不够多。alone on its line is a statement of a list, unless it announces a kind.

    With its text after it on the line (（一）精品不够多。部分作品… or 1.加快融合步伐，打造新型媒体。完成…) it is the
    heading of that text, unless it is itself a sentence of several clauses (2.新闻失之琐碎，有猎奇倾向。今后将…).
    """
    if line.run_in:
        sentence = "，" in line.title and re.search(r"[的有不偏难缺少]", line.title)
        return bool(sentence) and not announces(line.title)
    return line.ends_like_sentence and not announces(line.title)


def _opens_list(text: str, line: Line) -> bool:
    """1.压缩频道，两年内减少三分之一。2.补齐短板。3.…: where the next number stands on the line, all of it is a list."""
    number = ordinal(line)
    if not line.run_in or line.style != "arabic" or number is None:
        return False
    return re.search(rf"[。；]\s*{number + 1}\s?[.、．]", text[line.title_end : line.end]) is not None


def _beside_items(lines: list[Line], index: int) -> bool:
    """Tell whether a line that could be a run-in heading counts on among statements of one sentence: it is one of them.

    （1）深度报道少，精品不多。/（2）技术人才招不来、留不住。/（3）造血能力还不强。经营收入依赖较大。
    """
    line = lines[index]
    if not line.run_in or announces(line.title):
        return False
    beside = [lines[i] for i in (index - 1, index + 1) if 0 <= i < len(lines)]
    counted = [
        other
        for other in beside
        if style_key(other) == style_key(line) and abs((ordinal(other) or 0) - (ordinal(line) or 0)) == 1
    ]
    return bool(counted) and not any(other.run_in or announces(other.title) for other in counted)


def _over_text(lines: list[Line], index: int) -> bool:
    """Tell whether numbered lines of one style stand in turns with running text: they are titles though they end with 。

    （一）加快融合发展。 / 推动人才向移动端倾斜。… / （二）聚焦主业。 / 清理投资。…
    """
    line, below = lines[index], lines[index + 1 : index + 2]
    if (
        line.run_in
        or line.style is None
        or line.long
        or not below
        or below[0].style is not None
        or not below[0].ends_like_sentence
    ):
        return False
    turns = [lines[i] for i in (index - 2, index + 2) if 0 <= i < len(lines)]
    return any(style_key(other) == style_key(line) and other.ends_like_sentence for other in turns)


def _top_level(lines: list[Line], chapters: dict[int, Duty | None]) -> int:
    levels = [lines[i].level for i in chapters]
    return min((level for level in levels if level is not None), default=1)


def _is_sub_heading(line: Line, lines: list[Line], index: int) -> bool:
    if _CAPTION.search(line.title) and line.level is None:
        return False
    if line.style is None and line.level is None:
        # An unnumbered bold short line in docx or html is a sub-heading when text follows it.
        follows = lines[index + 1] if index + 1 < len(lines) else None
        if line.long or line.ends_like_sentence or follows is None:
            return False
        if is_plain_chapter_title(line.title):
            return True
        return line.bold and len(line.title) <= 30 and not follows.bold
    return reads_like_heading(line)


def _without_chapters(lines: list[Line]) -> list[tuple[Line, int, Duty | None]]:
    """A text that names no duty: the outermost numbering style is level 1."""
    found: list[tuple[Line, int, Duty | None]] = []
    stack: list[str] = []
    for index, line in enumerate(lines):
        if line.style is None and line.level is None:
            continue
        if not _is_sub_heading(line, lines, index):
            continue
        key = style_key(line)
        stack = stack[: stack.index(key) + 1] if key in stack else [*stack, key]
        found.append((line, len(stack), None))
    return found


def _sections(
    text: str, headings: list[tuple[Line, int, Duty | None]], skipped: tuple[tuple[int, int], ...]
) -> Outline:
    sections, bodies = [], []
    for position, (line, level, duty) in enumerate(headings):
        end = next((later.start for later, other, _ in headings[position + 1 :] if other <= level), len(text))
        sections.append(
            Section(
                number=line.number,
                title=line.title.strip("　 ：:。"),
                level=level,
                duty=duty,
                start=line.start,
                end=end,
            )
        )
        body = line.title_end
        while body < end and text[body] in "。：: 　】]":
            body += 1
        bodies.append(body)
    return Outline(sections=tuple(sections), body_starts=tuple(bodies), skipped=skipped)
