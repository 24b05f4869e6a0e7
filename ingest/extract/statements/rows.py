"""Statements in tables: 上年不足 ⇥ 整改情况 gives responses, 存在不足 ⇥ 改进措施 a shortcoming and a commitment a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.duties import StatementKind
from ingest.extract.statements.places import Region
from ingest.reading import Reading
from ingest.sentences import Span, strip_marks
from ingest.tables import NUMBER_HEAD, Cell, Row, Table, bare

# What the head of a column says of its cells; the first row that matches decides.
_HEADS: tuple[tuple[StatementKind, re.Pattern[str]], ...] = (
    (
        "response",
        re.compile(
            r"(?:整改|改进|完成|落实|进展|解决|兑现|回应)(?:落实)?(?:情况|成效|结果)|成效|成果|效果|回应|^(?:最终|实际|现在|目前)?(?:的)?结果$|(?:所|已)做(?:的)?(?:工作|努力|事)|做了(?:什么|哪些)|怎么[做改办]的?$|已采取|今年(?:做法|进展|情况)"
        ),
    ),
    ("commitment", re.compile(r"措施|举措|方向|计划|打算|改进|目标|对策|做法|整改|思路|任务|承诺")),
    ("shortcoming", re.compile(r"不足|问题|短板|差距|弱项|薄弱|表现$")),
)
# 上年目标, 年初计划: what the row answers, no part of the answer.
_ASKED = re.compile(r"上年|去年|年初|目标|计划|承诺|方向|打算")
_OF_YEAR = re.compile(
    r"(?:(?P<before>上一?年度?|去年|20\d{2}年度?报告)|本年度?|今年)(?:存在|查找|提出|指出)?的?(?:主要)?(?:不足|问题|短板|差距)"
)
# 下一步打算, 2025年计划: beside what was done.
_NEXT = re.compile(
    r"^(?:下一?[步阶年]|今后|后续|未来|明年|来年|20\d{2}年?(?:工作)?(?:计划|打算|思路|目标|安排|举措))"
)
_NO_TEXT = re.compile(r"序号|编号|备注|责任|时限|时间|部门|状态|牵头|期限|进度")
# 已完成, 持续推进: how far it is, and nothing that was done.
_STATUS = re.compile(
    r"(?:[（(【\[]?(?:[已正基尚未全部长期持续继续稳步不断深入按序年底前仍在部分阶段性取得]{0,8})(?:完成|推进|整改|落实|解决|坚持|达标|见效|改进|推进中|进行中|到位|实现|办结|改善|开展|成效|好转)(?:中|了|整改|落实|[、，]?长期坚持|[、，]?持续推进|[、，]?持续巩固)?[）)】\]]?|[√✓是否]|100%|[—\-–/]+)[。；]?"
)
_STATUS_LEAD = re.compile(
    r"[【\[（(](?:已|正在|基本|持续|长期|部分)?(?:完成|推进|整改|落实|解决|坚持)(?:中|到位)?[】\])）][：:\s]*"
)


def statements_of_rows(reading: Reading, region: Region) -> list[tuple[StatementKind, Span]]:
    """Return what the table rows of a region state, by the heads of their columns, else by their order."""
    found: list[tuple[StatementKind, Span]] = []
    for table in reading.tables:
        for row in table.rows:
            if row.start < region.start or row.end > region.end:
                continue
            for kind, cells in _statements(table, row, region):
                start, end = cells[0].start, cells[-1].end
                lead = _STATUS_LEAD.match(reading.text, start, end)
                start = lead.end() if lead else start
                found.append((kind, strip_marks(reading.text, start, end, "；;。 \t\n　")))
    return found


def _head(name: str) -> StatementKind | None:
    return next((kind for kind, pattern in _HEADS if pattern.search(name)), None)


def _statements(table: Table, row: Row, region: Region) -> Iterator[tuple[StatementKind, list[Cell]]]:
    """The statements of a row: kind, and the neighbouring cells that make it."""
    heads = [bare(head) for head in table.heads]
    columns = [
        (column, cell)
        for column, cell in enumerate(row.cells)
        if cell and not NUMBER_HEAD.match(heads[column]) and not _NO_TEXT.search(heads[column])
    ]
    for column, cell in columns:
        if label := _OF_YEAR.fullmatch(cell.text.strip()):
            # 上年不足 in a cell of its own before 评论引导不足 and what was done about it
            rest = [
                own
                for at, own in columns
                if at > column and not own.inherited and not _STATUS.fullmatch(own.text)
            ]
            if len(rest) >= 2 and label["before"]:
                yield "response", rest[1:]
            elif len(rest) >= 2:
                yield "shortcoming", rest[:1]
                yield "commitment", rest[1:]
            return
    told = {column: kind for column, _ in columns if (kind := _head(heads[column])) is not None}
    answering = region.kinds == ("response",)
    heads_told = {kind for head in heads if head and (kind := _head(head)) is not None}
    if "response" in heads_told and any(map(_NEXT.match, heads)):
        # 上年不足 ⇥ 整改成效 ⇥ 下一步打算
        for column, cell in columns:
            if _NEXT.match(heads[column]) and not cell.inherited:
                yield "commitment", [cell]
        columns = [(column, cell) for column, cell in columns if not _NEXT.match(heads[column])]
        heads = ["" if _NEXT.match(head) else head for head in heads]
    if "response" in heads_told or (answering and heads_told):
        # 上年目标 ⇥ 完成情况: the other columns only tell what is answered.
        wanted = {"response"} if "response" in heads_told else {"commitment"}
        asked = any(_ASKED.search(head) for head in heads if head and _head(head) == "commitment")
        if not asked:
            # 整改措施 ⇥ 整改成效: what was done and what came of it are one answer.
            wanted = {"response", "commitment"}
        own = [
            cell
            for column, cell in columns
            if told.get(column) in wanted and not cell.inherited and not _STATUS.fullmatch(cell.text.strip())
        ]
        if own:
            yield "response", own
        return
    if told:
        for kind in ("shortcoming", "commitment"):
            own = [
                cell
                for column, cell in columns
                if told.get(column) == kind and not _STATUS.fullmatch(cell.text)
            ]
            # 努力方向 ⇥ 具体举措: one plan; a direction that reaches down is told by its first row.
            own = [cell for cell in own if not cell.inherited]
            if own and kind in region.allowed:
                yield kind, own
        return
    long = [cell for _, cell in columns if len(cell.text) > 5 and not cell.inherited]
    if not long or not region.kinds:
        return
    if region.kinds == ("shortcoming", "commitment") and len(long) >= 2:
        yield "shortcoming", [long[-2]]
        yield "commitment", [long[-1]]
    else:
        yield region.kinds[-1], [long[-1]]
