"""Lines → paragraphs: which line goes on the one before, by margins, indents, gaps, size and weight."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.readers.pdf_lines import Line, join

_NUMBERED = re.compile(
    r"^(第[一二三四五六七八九十百]+(部分|章|节|篇)|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|"
    r"\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])"
)
_ENUMERATED = re.compile(r"^(其?[一二三四五六七八九十]是|其[一二三四五六七八九十][，、])")
_SENTENCE_END = tuple("。！？；：…!?;:”’」』）》)】")
_LEADER = re.compile(r"([.．…·•_]\s?){4,}\s*\d*\s*$")
_INDENT = 1.0
"""Ems from which a line's start right of the margin is an indent."""
_LOOSE = 0.6
"""Ems of room left at a line's end, beyond what the next line begins with, that show that the paragraph ended."""


@dataclass
class Paragraph:
    """Lines that are one block."""

    lines: list[Line]
    text: str = ""
    pages: dict[int, int] = field(default_factory=dict)
    """Further pages that start inside the paragraph, with the offset into its text."""

    def append(self, line: Line) -> None:
        """Add the paragraph's next line."""
        self.text += join(self.text, line.text)
        if line.page != self.lines[-1].page:
            self.pages[line.page] = len(self.text)
        self.text += line.text
        self.lines.append(line)

    def bold(self, heavy_counts: bool) -> bool:
        """Return whether all of it is bold (or, where that counts, set in a heavy face)."""
        return all(line.bold or (heavy_counts and line.heavy) for line in self.lines)


@dataclass(frozen=True)
class _Margins:
    left: float
    right: float


@dataclass(frozen=True)
class _Habits:
    """How the document sets its paragraphs."""

    margins: dict[tuple[int, int, int], _Margins]
    body: float
    """Size of most of the text."""
    leading: float
    """Usual distance from line to line, in ems."""
    indents: frozenset[int]
    """Indents (in half ems) with which paragraphs begin; empty where they begin at the margin."""

    def indent(self, line: Line) -> float:
        """Return how far right of the margin a line starts, in ems."""
        return (line.left - self.margins[_key(line)].left) / max(1.0, line.em)


def paragraphs(lines: list[Line]) -> list[Paragraph]:
    """Return the paragraphs that `lines` (all pages, in reading order, without running lines) make up."""
    margins = _margins(lines)
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.em, 1)] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    habits = _Habits(margins, body, _leading(lines), frozenset())
    habits = _Habits(margins, body, habits.leading, _indents(lines, habits))
    found: list[Paragraph] = []
    for line in lines:
        if found and _goes_on(found[-1], line, habits):
            found[-1].append(line)
        else:
            found.append(Paragraph([line], line.text))
    return found


def _indents(lines: list[Line], habits: _Habits) -> frozenset[int]:
    """Return the indents that are often followed by a line at the margin: those of first lines."""
    seen: Counter[int] = Counter()
    for first, second in pairwise(lines):
        if first.row or second.row or abs(first.em - second.em) > 0.5:
            continue
        if habits.indent(first) > _INDENT and abs(habits.indent(second)) < 0.5:
            seen[round(habits.indent(first) * 2)] += 1
    most = max(seen.values(), default=0)
    return frozenset(indent for indent, count in seen.items() if count >= max(3, most // 4))


def _key(line: Line) -> tuple[int, int, int]:
    """Lines that share margins: those of one column, on odd or even pages, of one page width."""
    return line.flow, line.page % 2, round(line.width)


def _margins(lines: list[Line]) -> dict[tuple[int, int, int], _Margins]:
    groups: defaultdict[tuple[int, int, int], list[Line]] = defaultdict(list)
    for line in lines:
        if not line.row:
            groups[_key(line)].append(line)
    margins = {key: _margins_of(group) for key, group in groups.items()}
    # A page's last lines are often few and short: where both sides of the sheet start alike, they share margins.
    for key, own in list(margins.items()):
        other = margins.get((key[0], 1 - key[1], key[2]))
        if other is not None and abs(other.left - own.left) < 3:
            margins[key] = _Margins(min(own.left, other.left), max(own.right, other.right))
        elif other is not None and len(groups[key]) < 5:
            margins[key] = other
    return margins


def _margins_of(lines: list[Line]) -> _Margins:
    """Return where lines begin and end: the outermost places that more than a stray line keeps."""
    least = max(1, min(2, len(lines) // 4), len(lines) // 15)
    lefts = sorted(line.left for line in lines)
    rights = sorted((line.right for line in lines), reverse=True)
    left = next((x for x in lefts if sum(1 for y in lefts if abs(x - y) < 3) >= least), lefts[0])
    em = Counter(round(line.em) for line in lines).most_common(1)[0][0]
    right = next((x for x in rights if sum(1 for y in rights if abs(x - y) < 1.5 * em) >= least), rights[0])
    return _Margins(left, right)


def _leading(lines: list[Line]) -> float:
    """Return the usual distance from line to line, in ems; the most frequent one, by twentieths of an em."""
    steps: Counter[int] = Counter()
    for above, below in pairwise(lines):
        if above.page == below.page and above.flow == below.flow and not (above.row or below.row):
            step = (above.bottom - below.bottom) / max(1.0, below.em)
            if 0.8 < step < 4 and abs(above.em - below.em) < 0.5:
                steps[round(step * 20)] += 1
    if not steps:
        return 1.6
    most = max(steps.values())
    # Where two are about as frequent, the smaller is inside paragraphs, the greater between them.
    return min(step for step, count in steps.items() if count >= 0.5 * most) / 20


def _goes_on(paragraph: Paragraph, line: Line, habits: _Habits) -> bool:
    """Return whether `line` goes on the paragraph."""
    last = paragraph.lines[-1]
    if last.row or line.row or last.parts > 1 or line.parts > 1 or _LEADER.search(last.text):
        return False
    em = line.em
    if abs(last.em - em) > 0.08 * max(last.em, em):
        return False
    ended = last.text.endswith(_SENTENCE_END)
    if (last.bold != line.bold and (ended or last.bold)) or (last.heavy != line.heavy and ended):
        return False
    same_place = last.page == line.page and last.flow == line.flow
    if same_place and (last.bottom - line.bottom) > (habits.leading * 1.25 + 0.05) * em:
        return False
    # Room at the end of the line before that what comes next would have fitted into: the paragraph had ended.
    if habits.margins[_key(last)].right - last.right > line.head + _LOOSE * em:
        return False
    if _title_goes_on(last, line, habits):
        return True
    if ended and (_NUMBERED.match(line.text) or (not habits.indents and _ENUMERATED.match(line.text))):
        return False
    indent = habits.indent(line)
    if indent <= _INDENT:
        return True
    if round(indent * 2) in habits.indents:
        return False
    # A block that is indented as a whole goes on while its lines start alike and no sentence has ended.
    return abs(indent - habits.indent(last)) < 0.5 and (not ended or _hangs(paragraph))


def _title_goes_on(last: Line, line: Line, habits: _Habits) -> bool:
    """Return whether a centred title in larger type, whose last line was full, goes on in the next one."""
    if line.em < 1.2 * habits.body or _NUMBERED.match(line.text) or last.text.endswith(_SENTENCE_END[:4]):
        return False
    return abs((last.left + last.right) - (line.left + line.right)) < line.em


def _hangs(paragraph: Paragraph) -> bool:
    """Return whether the paragraph already has lines that start at one indent after a first line elsewhere."""
    lines = paragraph.lines
    return len(lines) >= 2 and abs(lines[0].left - lines[1].left) > 0.5 * lines[1].em
