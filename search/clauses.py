"""The clauses of a passage: each is embedded too, as the mean of a long passage drowns what one clause says."""

from __future__ import annotations

import re

from search.passages import Passage

SHORTEST = 8
"""Characters: a shorter clause is taken together with the next. Of 4 to 25, 8 found most on the tuning part."""
_CLAUSE = re.compile(r"[^，；：。！？,;!?\n]*[，；：。！？,;!?\n]*")


def clauses(passage: Passage) -> list[str]:
    """Return the clauses of a passage in order, which make up its text; none where it is only one."""
    parts: list[str] = []
    short = ""
    for part in _CLAUSE.findall(passage.text):
        short += part
        if len(short) >= SHORTEST:
            parts.append(short)
            short = ""
    if short and parts:
        parts[-1] += short
    return parts if len(parts) > 1 else []
