"""Figures in tables: the heads name the measures, a cell of the row whom they are about.

平台⇥粉丝数（人）⇥发稿量（条）       what a row is of, and two measures with their units
指标⇥单位⇥2022年⇥2023年             a measure a row, its unit beside it, a year a column
收入项目⇥2022年（万元）⇥2023年（万元）  the same, its unit by the year
年度⇥发稿量（篇）                     a year a row
平台⇥2021年底⇥2022年底                an outlet a row, its followers a year a column
粉丝数（万） over 2022年 and 2023年   the measure above, the years below
项目⇥数量 · 员工总数⇥212人           a measure a row
指标⇥微信⇥微博                       a measure a row, an outlet a column
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.alternation import one_of
from ingest.extract.outlet_rows import cell_outlet, row_outlet
from ingest.extract.outlet_words import ACCOUNT_KINDS, KIND_OF
from ingest.number_words import UNITS
from ingest.numbers import quantities
from ingest.numerals import LARGE_MAGNITUDES
from ingest.reading import Reading
from ingest.report import PlatformKind, Qualifier
from ingest.sentences import Span
from ingest.tables import NUMBER_HEAD, Row, Table, bare

_UNIT = one_of(UNITS)
_CELL_NUMBER = re.compile(
    r"(?P<lead>[^\d\s《。，]{0,8}?)[-—−–+↑↓]?[\d０-９][\d０-９,，.]*\s?[万亿]?[+＋]?(?:余|多)?[一-龥%％‰/]{0,4}[+＋]?"
)
_NEGATIVE = re.compile(r"[-−–↓](?=\d)")
_UNIT_IN_HEAD = re.compile(
    rf"(?:[（(](?:单位[:：])?(?P<scale>[万亿]?)(?P<unit>[一-龥%/]{{1,4}})[)）]|[/／](?P<scale2>[万亿]?)(?P<unit2>{_UNIT}|[万亿])?)$"
)
_UNIT_TOLD = re.compile(r"单位[:：]\s*(?P<scale>[万亿]?)(?P<unit>[一-龥%]{1,3})?(?=$|[）)\s、，])")
_COUNTED_THING = re.compile(r"粉丝|用户|关注|订阅|下载|阅读|播放|观看|职工|员工|人员")
"""年末用户（粉丝）: what is counted, and no unit."""
_COUNTING = re.compile(
    r"(?P<unit>人次|场次|件次|人|次|件|篇|条|期|场|集|部|个|档|组|项|小时|课时)数$|(?P<whole>人次|场次)$"
)
_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})(?:年[底末终]|年?度?)(?:数[值据量]?|完成[值数]?)?")
_YEAR_LEAD = re.compile(r"(?P<year>(?:19|20)\d{2})年(?:度|[底末终])?(?=[一-龥])")
_GROWTH = re.compile(
    r"(?:同比|较?[上去]年|比[上去]年)*(?:增[幅长减速]|变化|升降|同比|环比)[率量幅]?(?:情况)?"
)
_SHARE = re.compile(r"占比|比[例重]|百分比")
# 数量 and 内容 name nothing: the row does.
_NAMELESS = re.compile(
    r"(?:(?:19|20)\d{2}年?度?|本?年度|全年|当年|本年|今年|年末|年底|累计|实际)?(?:数[值量据字]|内容|完成(?:数|值|情况|量)?|结果|实绩|情况|人数|金额|数|件数|总数|总量|统计(?:数据)?|合计|指标值)?"
)
_NO_LABEL = re.compile(
    r"时间|日期|年份|月份|单位|类[别型]|种类|级别|地[点区]|部门|备注|说明|体裁|作者|主创|责任|负责|形式|方式"
)
_LABEL = re.compile(
    r"名称|作品|标题|题目|账号|账户|栏目|节目|内容|主题|活动|项目|指标|课程|平台|媒体|渠道|版面"
)
_MEASURES = re.compile(r"指标|项目|数据项|类别|内容|^$")
_TOTAL = re.compile(r"[合总]\s*计|共\s*计|总\s*数")
_NOT_COUNTED = re.compile(
    r"(?:时间|日期|年份|月份|时限|电话|编号|证号|刊号|届次|年龄段|措施|举措|做法|成效|问题|不足|差距|短板|整改|落实|方向|打算|计划|(?:整改|改进|落实|完成|进展)情况)$"
)
"""Heads under which a number is a date, a code, or part of what is said."""
_REMARKS = re.compile(r"备注|说明")


@dataclass(frozen=True)
class Cell:
    """One figure of a table; offsets are code points, `row` spans the whole row."""

    start: int
    end: int
    row: Span
    subject: str | None
    name: str
    value: int | float
    unit: str | None
    qualifier: Qualifier
    year: int | None
    """The year of which the table tells it, where it tells one."""
    label: Span | None
    """Where the name stands, where the row tells it."""


@dataclass
class Tables:
    """The figures of all tables, and the spans of the table rows they were read from."""

    cells: list[Cell] = field(default_factory=list)
    claimed: list[Span] = field(default_factory=list)


def read_tables(reading: Reading) -> Tables:
    """Return the figures of every table that has heads, or two columns of which the second counts."""
    tables = Tables()
    for table in reading.tables:
        headless = not any(table.heads)
        if headless and (len(table.heads) != 2 or not _counts(table)):
            continue
        of = _Of(reading, table)
        for row in table.rows:
            made = list(of.cells(row))
            if made or of.figures(row):
                tables.claimed.extend(_without_prose(row))
            tables.cells.extend(made)
    return tables


def _counts(table: Table) -> bool:
    """员工总数⇥212人 in every row."""
    return all(
        row.told(0) and not re.search(r"\d", row.told(0)) and _CELL_NUMBER.fullmatch(row.told(1))
        for row in table.rows
    )


def _without_prose(row: Row) -> Iterator[Span]:
    """What of a row its heads explain: a cell that tells its figures in sentences explains them itself."""
    start = row.start
    for cell in row.cells:
        if cell and not cell.inherited and len(cell.text) > 14 and re.search("[，。；]", cell.text):
            yield start, cell.start
            start = cell.end
    yield start, row.end


class _Of:
    """Reads the rows of one table."""

    def __init__(self, reading: Reading, table: Table) -> None:
        self._table = table
        self._heads = [bare(head) for head in table.heads]
        self._units = next(
            (i for i, head in enumerate(self._heads) if re.fullmatch("(?:计[量数])?单位", head)), None
        )
        told = (_UNIT_TOLD.search(reading.text, *span) for span in table.captions)
        self._unit = next((_scaled(said["scale"], said["unit"]) for said in told if said), (1, None))
        figured = [0] * len(self._heads)
        for row in table.rows:
            for column in self.figures(row):
                figured[column] += 1
        self._figured = figured
        self._label = self._label_column()
        values = [i for i, count in enumerate(figured) if count and i != self._label]
        self._by_outlet = (
            len(values) > 1
            and self._label is not None
            and bool(_MEASURES.search(self._heads[self._label]))
            and all(_is_outlet(self._heads[i]) or _TOTAL.match(self._heads[i]) for i in values)
        )

    def _label_column(self) -> int | None:
        """The column that tells what a row is about."""
        open_to = [
            column
            for column, head in enumerate(self._heads)
            if not NUMBER_HEAD.match(head)
            and column != self._units
            and any(row.told(column) for row in self._table.rows)
            and self._figured[column] * 2 < len(self._table.rows)
        ]
        named = [
            column
            for column in open_to
            if _LABEL.search(self._heads[column]) and not re.search("平台|渠道|媒体", self._heads[column])
        ]
        others = [column for column in open_to if not _NO_LABEL.search(self._heads[column])]
        return next(iter([*named, *others, *open_to]), None)

    def figures(self, row: Row) -> list[int]:
        """The columns of a row whose cell is a figure."""
        return [
            column
            for column, cell in enumerate(row.cells)
            if cell
            and not cell.inherited
            and column != self._units
            and not NUMBER_HEAD.match(self._heads[column])
            and not _NOT_COUNTED.search(self._heads[column])
            and (column or not any(self._heads))
            and (told := _CELL_NUMBER.fullmatch(cell.text.strip()))
            # 日活4.1万: a remark that names its own measure
            and (len(told["lead"]) >= 2 or not _REMARKS.search(self._heads[column]))
        ]

    def cells(self, row: Row) -> Iterator[Cell]:
        """Yield the figures of a row."""
        numeric = [column for column in self.figures(row) if column != self._label]
        if not numeric:
            return
        outlet = row_outlet([cell.text if cell else "" for cell in row.cells])
        label_cell = row.cells[self._label] if self._label is not None else None
        label = re.sub(r"[“”《》\"]|^(?:其中|#)[：:]?", "", label_cell.text).strip() if label_cell else ""
        if outlet:
            label = outlet.name
        elif label_cell and (told := cell_outlet(label_cell.text)):
            label = told
        elif _TOTAL.match(label):
            label = ""
        place = (label_cell.start, label_cell.end) if label_cell and not label_cell.inherited else None
        row_year = _YEAR.fullmatch(label)
        for column in numeric:
            head, above = self._table.heads[column], self._table.above[column]
            name, subject, year = bare(head), label or None, None
            at: Span | None = None
            if row_year:
                subject, year = None, int(row_year["year"])
            elif said := _YEAR.fullmatch(name):
                year = int(said["year"])
                # 广告⇥341 under 2023年（万元）: the unit stands by the year, where the row tells none.
                head = above or (label if _unit_of(label) else f"{label}{_brackets(head)}")
                if above:
                    name = bare(above)
                elif outlet_row := _outlet_row(label):
                    (subject, name), head = outlet_row, ""
                else:
                    name, subject, at = bare(label), None, place
            elif self._by_outlet:
                name, subject, head = bare(label), name if _is_outlet(name) else None, label
            elif (_GROWTH.fullmatch(name) or _SHARE.fullmatch(name)) and not outlet:
                if above:
                    name = bare(above) + name
                else:
                    name, subject = (bare(label) + name, None) if self._named_by_row() else (name, subject)
            elif _NAMELESS.fullmatch(name) and not outlet:
                name, subject, at, head = bare(label), None, place, f"{label}{_brackets(head)}"
            elif lead := _YEAR_LEAD.match(name):
                year, name = int(lead["year"]), name[lead.end() :]
            elif above and not _TOTAL.match(name) and not _HEAD_ALONE.search(name):
                name = bare(above) + name
            made = self._cell(row, column, head, name, subject, year, at)
            if made is not None:
                yield made

    def _named_by_row(self) -> bool:
        """Tell whether the rows are measures: 指标⇥2023年⇥同比增长."""
        return any(
            _YEAR.fullmatch(head) or (head and _NAMELESS.fullmatch(head))
            for column, head in enumerate(self._heads)
            if self._figured[column]
        )

    def _cell(
        self,
        row: Row,
        column: int,
        head: str,
        name: str,
        subject: str | None,
        year: int | None,
        at: Span | None,
    ) -> Cell | None:
        cell = row.cells[column]
        assert cell is not None
        raw = cell.text.strip()
        scale, unit = _unit_of(head) or (1, None)
        if unit is None and scale == 1 and self._units is not None:
            told = re.fullmatch(r"(?P<scale>[万亿]?)(?P<unit>[一-龥%/]{1,4})?", row.told(self._units))
            scale, unit = _scaled(told["scale"], told["unit"]) if told else (1, None)
        if unit is None and scale == 1 and not _GROWTH.search(name):
            scale, unit = self._unit
        counting = _COUNTING.search(name) if unit is None else None
        if counting:
            unit = counting["unit"] or counting["whole"]
        lead = re.match(r"[^\d]*", raw)
        own = re.sub(r"[-—−–+↑↓约超近逾达为：:共]+", "", lead.group()) if lead else ""
        if len(own) >= 2:
            # 下载量40.3万, under 粉丝量
            name, at = own, None
        plain = re.sub(r"^[-—−–+↑↓]+", "", raw)
        found = list(quantities(plain)) or list(quantities(plain + (unit or "个")))
        if len(found) != 1 or not name:
            return None
        quantity = found[0]
        own_unit = quantity.unit if quantity.end <= len(plain) and quantity.unit else unit
        value = quantity.value if any(c in raw for c in "万亿") or own_unit == "%" else quantity.value * scale
        value = round(value, 6)
        value = int(value) if value == int(value) else value
        if _NEGATIVE.search(raw):
            value = -value
        start = cell.start + cell.text.index(raw)
        span = (row.start, row.end)
        return Cell(
            start, start + len(raw), span, subject, name, value, own_unit, quantity.qualifier, year, at
        )


_HEAD_ALONE = re.compile(r"[数量率]$|人次$|场次$")
"""发稿量, below 微信 or 报纸: it names the measure without what stands above."""


def _brackets(head: str) -> str:
    found = re.search(r"[（(][^（）()]*[)）]$", head)
    return found.group() if found else ""


def _is_outlet(head: str) -> bool:
    return bool(head) and any(head.endswith(word) for word in KIND_OF)


_ROW_OF_OUTLET = re.compile(r"(?P<outlet>[^（）()]+)(?:[（(](?P<measure>[^（）()]+[数量率户丝])[)）])?")


def _outlet_row(label: str) -> tuple[str, str] | None:
    """Return the outlet and what is counted of it, of a row that is called by an outlet alone: 抖音号⇥2021年底, 客户端（下载量）⇥2021年.

    What an account has are followers, and an app users, where nothing else is said. None for any other row, as for an outlet that has no account.
    """
    if (row := _ROW_OF_OUTLET.fullmatch(label)) is None or not _is_outlet(outlet := row["outlet"].strip()):
        return None
    if row["measure"]:
        return outlet, row["measure"]
    kinds = {kind for word, kind in KIND_OF.items() if outlet.endswith(word)}
    if PlatformKind.APP in kinds:
        return outlet, "用户"
    return (outlet, "粉丝") if kinds & ACCOUNT_KINDS else None


def _unit_of(head: str) -> tuple[int, str | None] | None:
    found = _UNIT_IN_HEAD.search(head.strip())
    if not found or not any(found.groups()) or _COUNTED_THING.fullmatch(found["unit"] or ""):
        return None
    return _scaled(found["scale"] or found["scale2"] or "", found["unit"] or found["unit2"])


def _scaled(scale: str, unit: str | None) -> tuple[int, str | None]:
    if unit is not None and unit in LARGE_MAGNITUDES:
        # 用户数（万）
        return LARGE_MAGNITUDES[unit], None
    return LARGE_MAGNITUDES.get(scale, 1), unit or None
