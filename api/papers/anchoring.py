"""Where the characters of a draft's text stand in its Word file, and runs that begin and end exactly there."""

from __future__ import annotations

import copy
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.text.run import CT_R

_TEXT, _HYPHEN = qn("w:t"), qn("w:noBreakHyphen")
_RUN, _PARAGRAPH = qn("w:r"), qn("w:p")
_SKIPPED = frozenset(
    {qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LONGEST_LABEL = 12
"""Characters of an automatic number that the text shows and the file does not hold: 第一百二十三条、."""


@dataclass(frozen=True)
class _Letter:
    """One visible character: its run, the element of the run that holds it, and its place in that element's text."""

    char: str
    run: CT_R
    holder: Any
    at: int


class Anchors:
    """The characters of a document, aligned with the text that was read from it."""

    def __init__(self, body: Any, text: str) -> None:
        """Align `body` (w:body) with `text`, line by line; white space counts for nothing."""
        self._letters = [letter for letter in _letters(body) if not letter.char.isspace()]
        self._found: dict[int, int] = {}
        self._align(text)
        self._known = sorted(self._found)

    def _align(self, text: str) -> None:
        held = "".join(letter.char for letter in self._letters)
        cursor = start = 0
        for line in text.splitlines(keepends=True):
            offsets = [start + at for at, char in enumerate(line) if not char.isspace()]
            start += len(line)
            place, label = _find(held, "".join(text[at] for at in offsets), cursor)
            if place is not None:
                for nth, offset in enumerate(offsets[label:]):
                    self._found[offset] = place + nth
                cursor = place + len(offsets) - label

    def runs(self, spans: Sequence[tuple[int, int]]) -> list[tuple[CT_R, CT_R] | None]:
        """Return for each span of the text the first and last run that hold exactly it; to be called once.

        Runs that held more are split. Where nothing of a span is found in the document, the character found nearest before it
        stands for it; None for a document without any.
        """
        ends = [self._ends(start, end) for start, end in spans]
        cuts = {cut for found in ends if found for cut in (found[0], found[1] + 1)}
        for cut in sorted(cuts, reverse=True):
            self._cut(cut)
        return [(self._letters[f[0]].run, self._letters[f[1]].run) if f else None for f in ends]

    def _ends(self, start: int, end: int) -> tuple[int, int] | None:
        """Return which letters are the first and last of a span."""
        inside = self._known[bisect_left(self._known, start) : bisect_left(self._known, end)]
        if not inside:
            near = bisect_left(self._known, start)
            inside = self._known[max(0, near - 1) : near] or self._known[:1]
        if not inside:
            return None
        first, last = self._found[inside[0]], self._found[inside[-1]]
        return first, max(first, last)

    def _cut(self, index: int) -> None:
        """Let a run begin with the letter at `index`. Cuts must come from the last to the first."""
        if (
            index >= len(self._letters)
            or index == 0
            or self._letters[index - 1].run is not self._letters[index].run
        ):
            return
        letter = self._letters[index]
        run, holder = letter.run, letter.holder
        rest = OxmlElement("w:r")
        assert isinstance(rest, CT_R)
        for key, value in run.items():
            rest.set(key, value)
        if run.rPr is not None:
            rest.append(copy.deepcopy(run.rPr))
        later = list(holder.itersiblings())
        if letter.at:
            tail = OxmlElement("w:t")
            said = holder.text or ""
            holder.text, tail.text = said[: letter.at], said[letter.at :]
            for each in (holder, tail):
                each.set(_SPACE, "preserve")
            rest.append(tail)
        else:
            later.insert(0, holder)
        for child in later:
            rest.append(child)
        run.addnext(rest)
        for at in range(index, len(self._letters)):
            if self._letters[at].run is not run:
                break
            self._letters[at] = replace(self._letters[at], run=rest)


def _find(held: str, line: str, cursor: int) -> tuple[int | None, int]:
    """Return where a line stands in the document, and how many of its characters are a number that Word adds."""
    if not line:
        return None, 0
    for begin in (cursor, 0):
        for label in range(min(LONGEST_LABEL, max(1, len(line) - 3))):
            place = held.find(line[label:], begin)
            if place >= 0:
                return place, label
    return None, 0


def _letters(body: Any) -> Iterator[_Letter]:
    """Yield the visible characters paragraph by paragraph, those of a text box behind the paragraph it hangs on."""
    for paragraph in body.iter(_PARAGRAPH):
        if any(parent.tag in _SKIPPED for parent in paragraph.iterancestors()):
            continue
        for run in _own_runs(paragraph):
            for child in run:
                if child.tag == _TEXT:
                    for at, char in enumerate(child.text or ""):
                        yield _Letter(char, run, child, at)
                elif child.tag == _HYPHEN:
                    yield _Letter("-", run, child, 0)


def _own_runs(parent: Any) -> Iterator[CT_R]:
    """Yield the runs of a paragraph, also those in links and insertions, not those of paragraphs inside it."""
    for child in parent:
        if child.tag == _RUN:
            properties = child.find(qn("w:rPr"))
            if properties is None or properties.find(qn("w:vanish")) is None:
                yield child
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED and child.tag != _PARAGRAPH:
            yield from _own_runs(child)
