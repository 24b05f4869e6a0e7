"""A report's running text, paragraph by paragraph, without headings, contents, pictures and captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.report import Report

PICTURE = re.compile(r"\s*\[(?:image|bookmark|图片|图)\b[^\]\n]*\]\s*")
"""What exporters leave for a picture: [image: 安全责任]."""
CONTENTS = re.compile(
    r"\s*目\s*[录錄次]\s*|.*(?:…|\.{4,}|·{4,}|．{3,}|(?:\. ){3,})[\s.…·]*[-—\s]*\d{1,3}[-—\s]*"
)
"""A line of a table of contents: 3.阵地建设责任………14."""
CAPTION_END = re.compile(r".*(?:截图|照片|图片|配图|海报|剧照|合影)\s*")
"""昌吉日报推出州庆特刊截图."""
SENTENCE_END = "。！？!?；;：:，,、"
"""A line that ends in one of these is running text, not a caption."""
CAPTION_LONGEST = 60


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its place (code points, end exclusive), its text and whether it follows on the one before."""

    start: int
    end: int
    text: str
    """The report's text[start:end]; line ends inside it (PDF) are blanks."""
    section: int
    """Index of the innermost section in `Report.sections`, -1 for none."""
    follows: bool
    """Nothing but white space stands between this paragraph and the one before."""


def paragraphs(report: Report) -> Iterator[Paragraph]:
    """Yield the paragraphs of running text of `report` in order."""
    text = _joined(report)
    headings = _heading_lines(report)
    first = report.sections[0].start if report.sections else 0
    follows = False
    pictured = False
    for start, end in _lines(text):
        line = text[start:end]
        if not line.strip():
            continue
        left = start + len(line) - len(line.lstrip())
        right = start + len(line.rstrip())
        content = text[left:right]
        picture = PICTURE.fullmatch(content) is not None
        caption = not picture and _is_caption(content, pictured)
        heading = left in headings
        # Before the first heading stand the title, the contents and the date, none of them a sentence.
        front = left < first and content[-1] not in SENTENCE_END
        pictured = picture or (caption and not heading)
        if (
            picture
            or caption
            or heading
            or front
            or CONTENTS.fullmatch(content)
            or not any(map(str.isalnum, content))
        ):
            follows = False
            continue
        inside = [index for index, at in enumerate(report.sections) if at.start <= left < at.end]
        yield Paragraph(left, right, content, inside[-1] if inside else -1, follows)
        follows = True


def _is_caption(content: str, pictured: bool) -> bool:
    """Tell whether a line is a picture's caption: short, no sentence, behind a picture or so worded."""
    if len(content) > CAPTION_LONGEST or content[-1] in SENTENCE_END or "\t" in content or "。" in content:
        return False
    return pictured or CAPTION_END.fullmatch(content) is not None


def _heading_lines(report: Report) -> set[int]:
    """Return where headings start that have their line to themselves; run-in headings are running text."""
    found = set()
    for section in report.sections:
        end = report.text.find("\n", section.start)
        line = report.text[section.start : end if end >= 0 else len(report.text)]
        if _bare(line) == _bare((section.number or "") + section.title):
            start = section.start + len(line) - len(line.lstrip())
            found.add(start)
    return found


def _bare(line: str) -> str:
    return "".join(filter(str.isalnum, line))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        newline = text.find("\n", start)
        end = len(text) if newline < 0 else newline
        yield start, end
        start = end + 1


def _joined(report: Report) -> str:
    """Return the text, of the same length, with a blank for every line end that only the page's width made."""
    if not report.pages:
        return report.text
    lines = list(_lines(report.text))
    widths = sorted(end - start for start, end in lines if end > start)
    if not widths:
        return report.text
    # Full lines are all about as wide as the page; a last line of a paragraph or a heading is shorter.
    full = 0.85 * widths[int(0.9 * (len(widths) - 1))]
    headings = {section.start for section in report.sections}
    characters = list(report.text)
    for (start, end), (after, after_end) in pairwise(lines):
        ended = end > start and report.text[end - 1] in "。！？!?"
        if end - start >= full and not ended and after_end > after and not headings & {start, after}:
            characters[end] = " "
    return "".join(characters)
