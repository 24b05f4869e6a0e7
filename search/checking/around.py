"""The clause and the sentence around a place of a text."""

from __future__ import annotations

CLAUSE, SENTENCE = "，,；;。！？!?\n", "；;。！？!?\n"


def around(text: str, start: int, end: int, marks: str) -> tuple[int, int]:
    """Return where the stretch between `marks` begins and ends that holds ``text[start:end]`` (code points, end exclusive)."""
    left = max(text.rfind(mark, 0, start) for mark in marks) + 1
    right = min((at for mark in marks if (at := text.find(mark, end)) >= 0), default=len(text))
    return left, right


def clause_and_before(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the clause that holds ``text[start:end]``, and its sentence up to that clause."""
    left, right = around(text, start, end, CLAUSE)
    begin = around(text, start, end, SENTENCE)[0]
    return text[left:right], text[begin:left]
