"""A page's segments → lines in reading order, without running heads, feet and page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.readers.builder import visible
from ingest.readers.pdf_chars import is_chinese
from ingest.readers.pdf_page import Page, Segment
from ingest.readers.pdf_tables import tables

_EDGE_ZONE = 0.14
"""Share of the page's height at the top and at the bottom in which running lines stand."""
_EDGE_LINES = 4
"""Lines from an edge inwards that are looked at."""
_SAME_PLACE = 4.0
"""Points within which a running line keeps its height from page to page."""
_CLOSING = "，。、；：？！）》」』】〉—…·,.;:?!)%]"
_OPENING = "（《「『【〈(["
_QUOTES = "“”‘’"
_SENTENCE = re.compile("[，。；！？]")
_PAGE_NUMBER = re.compile(
    r"^[\s\-–—―－·•.~～|/【\[(（第]*(\d{1,4})[\s\-–—―－·•.~～|/】\])）页]*"
    r"((共|of|/|／)?\s*第?\s*\d{1,4}\s*页?)?[\s\-–—－|]*$",
    re.I,
)


@dataclass
class Line:
    """One line of text or one table row."""

    page: int
    text: str
    left: float
    right: float
    bottom: float
    top: float
    em: float
    bold: bool
    heavy: bool
    row: bool = False
    head: float = 0.0
    """Width of what may not be parted at the line's start: a word, or a character with its punctuation."""
    flow: int = 0
    """Column or other stream of text of the page."""
    width: float = 0.0
    """Width of the page, to tell upright pages from ones laid across."""
    parts: int = 1
    """Pieces with wide gaps between them that make up the line."""
    starts: list[float] = field(default_factory=list)
    """Left edges of the pieces."""
    continued: tuple[int, ...] = ()
    """Columns of a row in which the cell above reaches down."""


def lines_of(page: Page) -> list[Line]:
    """Return the lines and table rows of a page in reading order."""
    rest = list(page.segments)
    placed: list[Line] = []
    for table in tables(page):
        inside = [segment for segment in rest if table.holds(segment)]
        rest = [segment for segment in rest if segment not in inside] if inside else rest
        for row, continued in table.rows(inside) if inside else ():
            segments = [segment for cell in row for segment in cell]
            line = _line(segments, page)
            line.text = "\t".join(_cell(cell) for cell in row)
            line.row = True
            line.continued = continued
            placed.append(line)
    flows = _flows(rest)
    if len(flows) == 1:
        lines = _grouped(flows[0], page)
        for line in placed:
            line.flow = 0
        return _loose_tables(sorted([*lines, *placed], key=lambda line: -line.top))
    ordered: list[Line] = []
    for index, flow in enumerate(flows):
        for line in _grouped(flow, page):
            line.flow = index
            ordered.append(line)
    for line in placed:
        at = next((i for i, other in enumerate(ordered) if other.top < line.bottom), len(ordered))
        line.flow = -1
        ordered.insert(at, line)
    return ordered


def _flows(segments: list[Segment]) -> list[list[Segment]]:
    """Part segments, in drawing order, where the text jumps up: there a column ends and the next begins."""
    flows: list[list[Segment]] = []
    last: Segment | None = None
    for segment in segments:
        if last is None or segment.bottom > last.top + segment.em or not flows:
            flows.append([])
        flows[-1].append(segment)
        last = segment
    large = [flow for flow in flows if len(flow) >= 5]
    # The last column of a text may hold few lines; it begins at the height of the one before it.
    beside = any(
        min(s.left for s in two) > max(s.right for s in one) - 1
        for one in large
        for two in flows
        if one is not two
        and (len(two) >= 5 or (len(two) >= 2 and abs(two[0].top - one[0].top) < 1.5 * two[0].em))
    )
    # Headers and text boxes are often drawn out of order; only columns beside each other make more than one flow.
    return flows if beside else [segments]


def _grouped(segments: list[Segment], page: Page) -> list[Line]:
    """Return lines from the top: segments at one height, from the left."""
    groups: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: -s.middle):
        if groups and segment.middle > groups[-1][0].middle - 0.45 * max(segment.em, groups[-1][0].em):
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return [_line(sorted(group, key=lambda s: s.left), page) for group in groups]


def _line(segments: list[Segment], page: Page) -> Line:
    chars = [char for segment in segments for char in segment.chars if char.text.strip()]
    return Line(
        page=page.number,
        text="\t".join(visible(segment.text).strip() for segment in segments),
        left=min(segment.left for segment in segments),
        right=max(segment.right for segment in segments),
        bottom=min(segment.bottom for segment in segments),
        top=max(segment.top for segment in segments),
        em=max(segments, key=lambda segment: len(segment.chars)).em,
        bold=all(char.bold for char in chars),
        heavy=all(char.heavy for char in chars),
        head=_head(segments[0]),
        width=page.width,
        parts=len(segments),
        starts=[segment.left for segment in segments],
    )


def _head(segment: Segment) -> float:
    """Return the width of the first part of a line that could not have stood at the end of the line before."""
    right = segment.chars[0].left
    last = ""
    for char in segment.chars:
        if last and _may_part(last, char.text):
            break
        last, right = char.text, char.right
    return right - segment.chars[0].left


def _may_part(first: str, second: str) -> bool:
    """Return whether a line may end between two characters. Quotation marks hold on to both sides (UAX 14, QU)."""
    if not second.strip():
        return True
    if first in _QUOTES or second in _QUOTES or first in _OPENING or second in _CLOSING:
        return False
    # Layout programs keep a number or word on the line of the punctuation before it.
    return is_chinese(second) or (is_chinese(first) and first not in _CLOSING)


def join(first: str, second: str) -> str:
    """Return the text that stands between two lines of one paragraph: a space between Latin words, else nothing."""
    if not first or not second or is_chinese(first[-1]) or is_chinese(second[0]):
        return ""
    if first[-1] in "-/" or (first[-1].isdigit() and second[0].isdigit()):
        return ""
    return " " if first[-1].isalnum() or first[-1] in ",.;:!?)%" else ""


def _cell(segments: list[Segment]) -> str:
    text = ""
    for segment in segments:
        more = visible(segment.text).strip()
        text += join(text, more) + more
    return text


def _loose_tables(lines: list[Line]) -> list[Line]:
    """Mark rows of tables without ruled lines: lines in pieces that begin at the same places as a neighbour's."""
    for above, below in pairwise(lines):
        if above.parts >= 2 and above.parts == below.parts and above.page == below.page:
            apart = (abs(a - b) for a, b in zip(above.starts, below.starts, strict=True))
            if all(distance < 0.6 * below.em for distance in apart):
                above.row = below.row = True
    return lines


def without_running_lines(pages: list[Page]) -> None:
    """Take running heads, feet and page numbers out of `pages`: what repeats at one place, and counted numbers."""
    edges: list[tuple[Page, bool, list[tuple[str, float, list[Segment]]]]] = []
    for page in pages:
        for at_top in (True, False):
            edges.append((page, at_top, _edge(page, at_top)))
    seen: defaultdict[tuple[bool, str], list[tuple[int, float]]] = defaultdict(list)
    shifts: Counter[int] = Counter()
    for page, at_top, lines in edges:
        for text, height, _ in lines:
            seen[at_top, _masked(text)].append((page.number, height))
            if number := _PAGE_NUMBER.match(text):
                shifts[int(number[1]) - page.number] += 1
    shift = shifts.most_common(1)[0][0] if shifts else 0
    alone = len(pages) == 1
    for page, at_top, lines in edges:
        for text, height, segments in lines:
            number = _PAGE_NUMBER.match(text)
            if number:
                running = int(number[1]) == page.number + shift and (
                    not alone or int(number[1]) <= 1 or "-" in text
                )
            else:
                places = seen[at_top, _masked(text)]
                same = {other for other, at in places if abs(at - height) <= _SAME_PLACE}
                # Pages can begin or end alike by chance; sentences are the text's own.
                running = len(same) >= (2 if len(pages) <= 8 else 3) and not _SENTENCE.search(text)
            if not running:
                break
            gone = {id(segment) for segment in segments}
            page.segments = [segment for segment in page.segments if id(segment) not in gone]


def _edge(page: Page, at_top: bool) -> list[tuple[str, float, list[Segment]]]:
    """Return text, height and segments of the lines in the zone at one edge, the outermost first."""
    zone = _EDGE_ZONE * page.height
    inside = [s for s in page.segments if (s.middle > page.height - zone if at_top else s.middle < zone)]
    groups: list[list[Segment]] = []
    for segment in sorted(inside, key=lambda s: -s.middle if at_top else s.middle):
        if groups and abs(segment.middle - groups[-1][0].middle) < 0.45 * segment.em:
            groups[-1].append(segment)
        else:
            groups.append([segment])
    found = []
    for group in groups[:_EDGE_LINES]:
        group.sort(key=lambda s: s.left)
        height = page.height - group[0].middle if at_top else group[0].middle
        found.append((" ".join(s.text.strip() for s in group), height, group))
    return found


def _masked(text: str) -> str:
    return re.sub(r"\d+", "0", re.sub(r"\s", "", text))
