"""One award as the graph holds it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.report import Evidence
from search.questions.wording.words import key

_EDITION_WRITTEN = re.compile(r"第[〇零一二三四五六七八九十百\d]+届")


@dataclass(frozen=True)
class Won:
    """One award fact."""

    fact: str
    year: int
    award: str
    """IRI."""
    name: str
    count: int
    edition: int | None
    level: str | None
    award_year: int | None
    works: tuple[str, ...]
    recipient: str | None
    evidence: Evidence

    @property
    def full(self) -> str:
        """Edition, name and level as the report spells them."""
        written = _EDITION_WRITTEN.search(self.evidence.quote)
        edition = ""
        if self.edition is not None:
            edition = (
                written[0] if written and key(written[0]) == f"第{self.edition}届" else f"第{self.edition}届"
            )
        year = f"{self.award_year}年度" if self.award_year is not None else ""
        return f"{year}{edition}{self.name}{self.level or ''}"
