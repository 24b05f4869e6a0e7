"""The year of which a sentence tells a figure, where it says that it is an earlier one than the report's own."""

from __future__ import annotations

import re

_YEAR = r"(?:(?P<year>(?:19|20)\d{2})年|(?P<before>上一?年|去年|前一年))(?:全年|年?度|年?[底末]|同期)?"
_HEDGE = "(?:的|为|是|有|均|都|已|仅|只|共|约|近|超过?|不足|不到|达到?)*"
# 较2021年的|61篇, 由上年的|26篇增至54篇, 2021年为|20万; not 较2021年增长|61篇: that is by how much it changed.
_RIGHT_BEFORE = re.compile(rf"{_YEAR}{_HEDGE}$")
# 2021年发稿|20篇: the year opens the clause, and what was counted in it follows.
_OPENS = re.compile(rf"^(?:而|但|其中)?{_YEAR}(?P<told>[一-龥]{{2,8}})$")
_NOT_OF_IT = re.compile(
    r"以来|起|至|到|后|前|间|[创开新][办刊播建设]|成立|开[始通]|上线|设立|建[成立]|启动|投[入用]|奖"
)
"""What began in that year or lasts from it on (2019年成立的工作室有|5人 are those of today), and a prize of that year, which is won in the next."""


def year_told(text: str, clause_start: int, figure_start: int, report_year: int | None) -> int | None:
    """Return the year before `report_year` of which a clause tells its figure; None where it tells none.

    `clause_start` and `figure_start` are offsets into `text`: where the figure's clause begins and where the figure does.
    """
    if report_year is None:
        return None
    said = text[clause_start:figure_start].lstrip(" \u3000")
    found = _RIGHT_BEFORE.search(said)
    if found is None and (found := _OPENS.match(said)) and _NOT_OF_IT.search(found["told"]):
        return None
    if found is None:
        return None
    year = int(found["year"]) if found["year"] else report_year - 1
    return year if year < report_year else None
