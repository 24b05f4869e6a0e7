"""Statements in tables: 上年不足 ⇥ 整改情况 gives responses, 存在不足 ⇥ 改进措施 a shortcoming and a commitment a row."""

from __future__ import annotations

import re

from ingest.duties import StatementKind
from ingest.extract.statements.places import Region
from ingest.readers.base import cells_of
from ingest.reading import Reading
from ingest.sentences import Span, strip_marks

# What the head of a column says of its cells; the first row that matches decides.
_HEADS: tuple[tuple[StatementKind, re.Pattern[str]], ...] = (
    (
        "response",
        re.compile(r"(?:整改|改进|完成|落实|进展|解决|兑现)(?:落实)?(?:情况|成效|结果)|成效|回应|已采取"),
    ),
    ("commitment", re.compile(r"措施|举措|方向|计划|打算|改进|目标|对策")),
    ("shortcoming", re.compile(r"不足|问题|短板|差距|弱项")),
)
# 上年目标, 年初计划: what the row answers, no part of the answer.
_ASKED = re.compile(r"上年|去年|年初|目标|计划|承诺|方向|打算")
_WHOSE = re.compile(r"20\d{2}年|[上本]一?年度|报告")
_NO_TEXT = re.compile(r"序号|编号|备注|责任|时限|时间|部门|状态")


def statements_of_rows(reading: Reading, region: Region) -> list[tuple[StatementKind, Span]]:
    """Return what the table rows of a region state, by the heads of their columns, else by their order."""
    found: list[tuple[StatementKind, Span]] = []
    heads: list[str] | None = None
    for block in reading.prose:
        if block.kind != "row" or block.start < region.start or block.end > region.end:
            heads = None if block.kind != "row" else heads
            continue
        spans = cells_of(reading.text, block)
        cells = [reading.text[slice(*span)].strip() for span in spans]
        if heads is None or len(heads) != len(cells):
            titled = all(map(_short, cells)) and any(_head(cell) for cell in cells)
            heads = cells if titled else [""] * len(cells)
            if titled:
                continue
        columns = _columns(heads, cells, region)
        found.extend(
            (kind, strip_marks(reading.text, spans[low][0], spans[high][1], "；;。 \t\n　"))
            for low, high, kind in columns
        )
    return found


def _short(cell: str) -> bool:
    """Tell whether a cell may head its column: 整改情况, but also 2022年度报告查找的不足."""
    return len(cell) <= (20 if _WHOSE.search(cell) and "，" not in cell else 10)


def _head(cell: str) -> StatementKind | None:
    return next((kind for kind, pattern in _HEADS if pattern.search(cell)), None)


def _columns(heads: list[str], cells: list[str], region: Region) -> list[tuple[int, int, StatementKind]]:
    """The statements of a row: first column, last column, kind."""
    told = {index: kind for index, head in enumerate(heads) if (kind := _head(head)) is not None}
    answering = region.kinds == ("response",)
    if "response" in told.values() or (answering and told):
        # 上年目标 ⇥ 完成情况: the other columns only tell what is answered.
        wanted = {"response"} if "response" in told.values() else {"commitment"}
        if not any(_ASKED.search(heads[index]) for index, kind in told.items() if kind == "commitment"):
            # 整改措施 ⇥ 整改成效: what was done and what came of it are one answer.
            wanted = {"response", "commitment"}
        own = [index for index, kind in told.items() if kind in wanted]
        return [(min(own), max(own), "response")] if own else []
    if told:
        return [(index, index, kind) for index, kind in told.items() if kind in region.allowed]
    long = [index for index, cell in enumerate(cells) if len(cell) > 5 and not _NO_TEXT.search(heads[index])]
    if not long or not region.kinds:
        return []
    if region.kinds == ("shortcoming", "commitment") and len(long) >= 2:
        return [(long[-2], long[-2], "shortcoming"), (long[-1], long[-1], "commitment")]
    return [(long[-1], long[-1], region.kinds[-1])]
