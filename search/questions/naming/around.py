"""What a report says around a fact: its sentence and its clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.report import Evidence
from search.questions.source import Source
from search.questions.wording.words import key

_SENTENCE_END = re.compile(r"[。；;！？!?\n]")
_CLAUSE_END = re.compile(r"[，,。；;！？!?\n]")


@dataclass(frozen=True)
class Around:
    """All in one spelling."""

    before: str
    """The sentence up to the fact; a semicolon ends a sentence here."""
    sentence: str
    clause: str
    written: str
    """The sentence as it is written."""


def around(source: Source, evidence: Evidence) -> Around:
    """Return what stands around the quote of a fact."""
    text = source.report(evidence.report).text

    def cut(end: re.Pattern[str]) -> tuple[int, int]:
        start = max((match.end() for match in end.finditer(text, 0, evidence.start)), default=0)
        # The mark that ends the quote ends its sentence.
        after = end.search(text, max(evidence.start, evidence.end - 1))
        return start, after.start() if after else len(text)

    (start, stop), (first, last) = cut(_SENTENCE_END), cut(_CLAUSE_END)
    return Around(
        key(text[start : evidence.start]),
        key(text[start:stop]),
        key(text[first:last]),
        text[start:stop].strip(),
    )
