"""Tables: neighbouring rows of one document, with what heads their columns, names them and reaches down in them.

    2023年度获奖作品一览表          the caption: the lines above, and a first row of one cell
    序号⇥奖项⇥作品⇥等级             the heads, in one row or two (粉丝数 over 2022年, 2023年), again on each page
    第三十四届江南新闻奖             a row of one cell: the rows below it are of that group
    1⇥江南新闻奖⇥《A》⇥一等奖
    2⇥⇥《B》⇥二等奖                  an empty cell of a column that was merged downwards says what the one above says

Offsets are code points into the document's text, ends exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.lexicon import LEVELS
from ingest.readers.base import Block, cells_of
from ingest.sentences import Span


@dataclass(frozen=True)
class Cell:
    """One cell that is not empty; an `inherited` one stands in a row above and reaches down."""

    start: int
    end: int
    text: str
    inherited: bool = False


@dataclass(frozen=True)
class Row:
    """One row below the heads."""

    start: int
    end: int
    cells: tuple[Cell | None, ...]
    """One a column of the table."""
    group: Cell | None
    """The row of one cell above, under which this one stands."""

    def told(self, column: int | None) -> str:
        """The text of the cell in a column, empty where there is none."""
        cell = self.cells[column] if column is not None and column < len(self.cells) else None
        return cell.text if cell else ""


@dataclass(frozen=True)
class Table:
    """Rows under common heads."""

    heads: tuple[str, ...]
    """What heads each column, empty where nothing does."""
    above: tuple[str, ...]
    """What heads several columns together, above `heads`: 粉丝数 over 2022年 and 2023年."""
    captions: tuple[Span, ...]
    """The lines that may name the table, the nearest first."""
    head_rows: tuple[Span, ...]
    rows: tuple[Row, ...]

    def column(self, pattern: re.Pattern[str]) -> int | None:
        """The first column whose head, brackets aside, is of a pattern."""
        return next((i for i, head in enumerate(self.heads) if head and pattern.search(bare(head))), None)


def bare(head: str) -> str:
    """粉丝数（万） → 粉丝数."""
    return re.sub(r"[（(][^（）()]*[)）]|\s", "", head)


NUMBER_HEAD = re.compile(r"^(?:序号?|编号|行次|排名|No\.?|NO\.?|项次)$")
# The last words of what heads a column.
_HEAD = re.compile(
    rf"(?:号|称|奖项|[获得]奖|奖励|荣誉|作品|题目|标题|篇目|稿件|等级|等次|级别|奖次|奖级|名次|作者|主创|人员|[个]人|单位|体裁|类别|类型|种类|平台|账户|账号|渠道|载体|粉丝|用户|数|[量率额比]|指标|项目|内容|年度|年份|时间|日期|月份|备注|说明|措施|举措|做法|"
    rf"问题|不足|短板|差距|情况|部门|处室|时限|期限|方向|目标|任务|计划|打算|对策|结果|成效|成果|进展|状态|效果|栏目|专栏|节目|频道|频率|对象|地点|主题|活动|场次|人次|期|幅|增长|增减|变化|方式|届次|次别|单项|合计|总计|小计|刊物|版面|整改|改进|落实|回应|{LEVELS})$"
)
_YEAR = re.compile(r"(?:19|20)\d{2}年?度?|今年|本年度?|去年|上年度?")
_DATES = re.compile(r"(?:19|20)\d{2}年?|\d{1,2}月|[上下]半年")
_NO_HEAD = re.compile(r"[《》。；！？，,]|\d")
_LONGEST_HEAD = 20
# （续表）, 续表1, 表2（续）: the table goes on.
_GOES_ON = re.compile(r"[（(]?(?:续表|接上[页表])\s*\d*[)）]?|表[\s\d一二三四五六七八九十.-]+[（(]续[)）]?.*")
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]+[、.]|[（(][一二三四五六七八九十\d]+[)）]|\d+[、.．]|第[一二三四五六七八九十]+[章节部])"
)
_NOTE = re.compile(r"(?:注|备注|说明|数据来源|来源)[：:\s]|[（(]?数据?截[至止]|[（(]?单位[：:]")
_LONGEST_GROUP = 40
_LONGEST_CAPTION = 80
_TOTAL = re.compile(r"[合总小]\s*计|共\s*计|总\s*数")


def tables_of(text: str, blocks: Sequence[Block]) -> tuple[Table, ...]:
    """Return the tables that `blocks`, in order, make up."""
    found: list[Table] = []
    for captions, rows in _runs(text, blocks):
        found.extend(_tables(text, captions, rows))
    return tuple(found)


@dataclass(frozen=True)
class _Line:
    """A row before it is known what it is."""

    span: Span
    cells: tuple[Cell | None, ...]
    continued: frozenset[int]

    @property
    def filled(self) -> list[int]:
        return [column for column, cell in enumerate(self.cells) if cell]

    def texts(self) -> tuple[str, ...]:
        return tuple(cell.text if cell else "" for cell in self.cells)


def _runs(text: str, blocks: Sequence[Block]) -> Iterator[tuple[list[Span], list[_Line]]]:
    """Yield the rows that follow one another, with the lines above them, the nearest first."""
    before: list[Block] = []
    rows: list[_Line] = []
    pending: Block | None = None
    for block in blocks:
        if block.kind == "row":
            if pending is not None and not _may_go_on(text, rows, pending, _line(text, block)):
                yield [(b.start, b.end) for b in before[::-1]], rows
                before, rows = [pending], []
            elif pending is not None and not _GOES_ON.fullmatch(text[pending.start : pending.end].strip()):
                rows.append(_line(text, pending))
            pending = None
            rows.append(_line(text, block))
            continue
        if rows and pending is None:
            pending = block
            continue
        if rows:
            yield [(b.start, b.end) for b in before[::-1]], rows
            before, rows = [pending] if pending else [], []
            pending = None
        before = [*before[-1:], block] if block.end - block.start <= _LONGEST_CAPTION else []
    if rows:
        yield [(b.start, b.end) for b in before[::-1]], rows


def _may_go_on(text: str, rows: Sequence[_Line], between: Block, after: _Line) -> bool:
    """Tell whether a line between rows is the name of a group of them, or says that they go on, and begins no new table."""
    line = text[between.start : between.end].strip()
    if len(after.cells) != len(rows[-1].cells) or between.kind != "text":
        return False
    if _GOES_ON.fullmatch(line):
        return True
    heads = next((row for row in rows if _heads(row)), None)
    if heads is None or _heads(after) or len(line) > _LONGEST_GROUP or _NUMBERED.match(line):
        return False
    return not re.search(r"[。；：:！？]|如下|下表|^表", line)


def _line(text: str, block: Block) -> _Line:
    spans = cells_of(text, block) if block.kind == "row" else [(block.start, block.end)]
    cells = tuple(Cell(low, high, text[low:high]) if low < high else None for low, high in spans)
    return _Line((block.start, block.end), cells, frozenset(block.continued))


def _heads(line: _Line) -> bool:
    """Tell whether a row may head columns: short names, most of them such as heads bear; years; no figures."""
    told = [cell.text for cell in line.cells if cell]
    if len(told) < 2 or any(
        len(cell) > _LONGEST_HEAD or _NO_HEAD.search(_DATES.sub("", cell)) for cell in told
    ):
        return False
    named = sum(bool(_YEAR.fullmatch(cell) or _HEAD.search(bare(cell))) for cell in told)
    return named * 2 >= len(told)


def _all_heads(line: _Line) -> bool:
    return _heads(line) and all(
        cell is None or _YEAR.fullmatch(cell.text) or _HEAD.search(bare(cell.text)) for cell in line.cells
    )


def _tables(text: str, captions: list[Span], lines: list[_Line]) -> Iterator[Table]:
    """Cut rows that follow one another into tables: a row of other heads begins the next."""
    lines = [line for line in lines if line.filled and not _is_rule(line)]
    while lines:
        titles: list[Span] = []
        while lines and len(lines[0].filled) == 1 and len(lines) > 1:
            titles.insert(0, lines.pop(0).span)
        heads: list[_Line] = []
        if lines and (_heads(lines[0]) or _over_figures(lines)):
            heads.append(lines.pop(0))
            if lines and _under(heads[0], lines[0]):
                heads.append(lines.pop(0))
        known = [head.texts() for head in heads]
        cut = next(
            (
                at
                for at, line in enumerate(lines)
                if at and _all_heads(line) and line.texts() not in known and not _under_known(line, heads)
            ),
            len(lines),
        )
        own, lines = lines[:cut], lines[cut:]
        again = [line for line in own if line.texts() in known]
        own = [line for line in own if line.texts() not in known]
        spans = tuple(line.span for line in (*heads, *again))
        width = max((len(line.cells) for line in (*heads, *own)), default=0)
        above, names = _named(heads, width)
        half = width // 2
        if half > 1 and names[0] and names[:half] == names[half : 2 * half] and not any(above):
            # 指标 | 数值 | 指标 | 数值: the table goes on beside itself.
            own = [part for line in own for part in _halves(line, half)]
            names, above, width = names[:half], above[:half], half
        yield Table(names, above, (*titles, *captions), spans, tuple(_rows(own, names, width)))
        captions = []


def _halves(line: _Line, half: int) -> Iterator[_Line]:
    for cells in (line.cells[:half], line.cells[half : 2 * half]):
        told = [cell for cell in cells if cell]
        if told:
            yield _Line((told[0].start, told[-1].end), cells, frozenset())


def _is_rule(line: _Line) -> bool:
    """| --- | :---: |"""
    return all(cell is None or re.fullmatch(r":?[-—=+─]{2,}:?", cell.text) for cell in line.cells)


def _over_figures(lines: Sequence[_Line]) -> bool:
    """Tell whether the first row, without a figure, stands over figures."""
    if len(lines) < 2 or len(lines[0].cells) != len(lines[1].cells) or len(lines[0].filled) < 2:
        return False
    return all(
        cell is None or (len(cell.text) <= 14 and not _NO_HEAD.search(_DATES.sub("", cell.text)))
        for cell in lines[0].cells
    ) and any(
        above and below and re.match(r"\d", below.text)
        for above, below in zip(lines[0].cells[1:], lines[1].cells[1:], strict=True)
    )


def _under(head: _Line, line: _Line) -> bool:
    """Tell whether a row divides the heads above it: 粉丝数 | | 发稿量 | over 2022年 | 2023年 | 2022年 | 2023年."""
    if len(head.cells) != len(line.cells) or (line.cells[0] is not None and head.cells[0] is not None):
        return False
    if all(head.cells) or not all(
        len(cell.text) <= _LONGEST_HEAD and not _NO_HEAD.search(_DATES.sub("", cell.text))
        for cell in line.cells
        if cell
    ):
        return False
    # Below a head that stands over one column alone there is nothing.
    return all(line.cells[column] for column, cell in enumerate(head.cells) if cell is None)


def _under_known(line: _Line, heads: Sequence[_Line]) -> bool:
    return bool(heads) and len(heads) > 1 and line.texts() == heads[1].texts()


def _named(heads: Sequence[_Line], width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The heads of `width` columns: what stands above several, and what stands over each."""
    first = list(heads[0].texts()) if heads else []
    first += [""] * (width - len(first))
    if len(heads) < 2:
        return ("",) * width, tuple(first)
    below = [*heads[1].texts(), *[""] * width][:width]
    above: list[str] = []
    for column, told in enumerate(first):
        above.append(told or (above[-1] if column and below[column] else ""))
    return (
        tuple(over if below[column] else "" for column, over in enumerate(above)),
        tuple(below[column] or over for column, over in enumerate(above)),
    )


def _rows(lines: Sequence[_Line], heads: Sequence[str], width: int) -> Iterator[Row]:
    group: Cell | None = None
    last: list[Cell | None] = [None] * width
    numbers = [column for column, head in enumerate(heads) if NUMBER_HEAD.match(bare(head))]
    for line in lines:
        only = line.cells[0] if line.filled == [0] and width > 1 and not line.continued else None
        if only and not _TOTAL.match(only.text):
            if len(only.text) <= _LONGEST_GROUP and not _NOTE.match(only.text):
                group, last = only, [None] * width
            continue
        cells = [*line.cells, *[None] * (width - len(line.cells))]
        leading = True
        for column, cell in enumerate(cells):
            if cell is None and (column in line.continued or (leading and column not in numbers)):
                above = last[column]
                cells[column] = Cell(above.start, above.end, above.text, True) if above else None
            elif column not in numbers:
                leading = False
        last = cells
        yield Row(*line.span, tuple(cells), group)
