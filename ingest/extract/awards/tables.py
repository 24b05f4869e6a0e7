"""Award tables: the heads name the columns (奖项, 作品, 等级), each row is one honour or a number of them.

奖项⇥作品⇥等级                  each row a work; a prize merged downwards goes on
等级⇥题目                       under 第三十四届江南新闻奖 in a row of its own, in the caption or in the sentence that leads to the table
奖项⇥一等奖⇥二等奖⇥合计         how many of each level
奖项⇥等级⇥数量
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extract.awards.honours import Honour
from ingest.extract.awards.names import AwardName, parse_award_name
from ingest.extract.awards.sentence import read_sentence
from ingest.extract.awards.state import State
from ingest.extract.awards.words import OUTLET_BEFORE, ROLE
from ingest.lexicon import LEVELS
from ingest.numerals import chinese_number
from ingest.reading import Reading
from ingest.sentences import Span
from ingest.tables import Row, Table, bare
from ingest.title_cues import PIECES_HEADER
from ingest.titles import Titles

_HEADS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("count", re.compile(r"^(?:获奖)?(?:作品)?(?:数量|件数|篇数|项数|个数|数)$")),
    ("edition", re.compile(r"^(?:获奖)?届(?:次|别|数)?$")),
    ("level", re.compile(r"等级|等次|奖次|奖级|名次|结果|获奖级别|奖项级别")),
    ("rank", re.compile(r"级别|层级|层次")),
    ("genre", re.compile(r"体裁|类别|类型|种类|题材|形式")),
    ("work", re.compile(r"作品|题目|标题|篇目|节目|稿件|项目名称|片名")),
    ("who", re.compile(r"获奖(?:人|者|单位|个人|集体)|受表彰|作者|主创|集体|个人|单位|姓名|对象|部门")),
    ("year", re.compile(r"^(?:获奖|评选|颁奖|授奖|授予|表彰)?(?:年度|年份|时间|日期)$")),
    ("award", re.compile(r"奖项|获奖|荣誉|奖名|评选|奖励|名称|称号|奖$")),
)
_GIVER = re.compile(r"单位$|机构$|部门$")
_WINNING_UNIT = re.compile(r"获奖|受奖|集体|个人|报送|选送|参评")
# 国家级, 省部级: by whom a prize is given, and no level that was won.
_RANK = re.compile(
    r"(?:国家|中央|全国|省部?|自治区|直辖市|市厅?|地市?|厅局?|部|县区?|区县?|行业|国际|世界)级?(?:奖项?)?"
)
_COUNT = re.compile(
    r"(?:共|等)?(\d+|[一二两三四五六七八九十]+(?=[件个项篇部次人组条幅]))(?:件|个|项|篇|部|次|人|组|条|幅)?(?:作品|稿件|节目|新闻)?(?:入选|获奖|入围)?"
)
# 《渡口》等2件
_SEVERAL = re.compile(r"[》”]等(\d+|[一二两三四五六七八九十]+)[件个项篇部组条幅]")
_TOTAL = re.compile(r"[合总小]\s*计|共\s*计|总\s*数|获奖(?:总)?数|总量")
_OF_HONOURS = re.compile(r"奖|荣誉|称号|表彰|评选|届次")
_CAPTION_END = re.compile(
    r"(?:的)?(?:部分|主要|重点)?(?:获奖|获评|入选|参评|受表彰)?(?:优秀)?(?:新闻)?(?:作品|情况|名单|名录|目录|项目|成果|荣誉|数量)*(?:一览表?|统计表?|汇总表?|明细表?|清单|列表|表|如下)*[：:]?$"
)
_CAPTION_LEAD = re.compile(
    r"^(?:附?表[\s\d一二三四五六七八九十.—-]*|[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十\d]+[、.．])?[：:\s]*"
)


@dataclass(frozen=True)
class _Columns:
    """What is in which column of a table of honours."""

    of: dict[str, int]
    levels: dict[int, str | None]
    """Columns that count a level each; None for the total."""
    pieces: bool
    """The works' column is one of pieces alone, so that 大江东去 is a title and nobody's name."""

    def told(self, row: Row, name: str) -> str:
        return row.told(self.of.get(name)).strip()


def table_honours(reading: Reading, titles: Titles) -> tuple[list[Honour], list[Span]]:
    """Return the honours of every award table, and the spans of its rows, the heads among them."""
    found: list[Honour] = []
    claimed: list[Span] = []
    for table in reading.tables:
        columns = _columns(table)
        over = None if columns is None else _of_captions(reading, table) or _led_to(reading, titles, table)
        if columns is None or ("award" not in columns.of and over is None and not _grouped(table)):
            continue
        claimed.extend(table.head_rows)
        last: AwardName | None = None
        for row in table.rows:
            named = columns.told(row, "award")
            if named and _TOTAL.match(named):
                claimed.append((row.start, row.end))
                continue
            group = parse_award_name(row.group.text) if row.group and _names_prize(row.group.text) else None
            if "award" in columns.of:
                name = parse_award_name(named) if named else last
            else:
                of_level = row.group is not None and re.match(LEVELS, row.group.text)
                name = group or (over if row.group is None or of_level else None)
            if name is None:
                continue
            last = name
            claimed.append((row.start, row.end))
            found.extend(_of_row(row, columns, name))
    return found, claimed


def _grouped(table: Table) -> bool:
    return any(row.group and _names_prize(row.group.text) for row in table.rows)


def _names_prize(text: str) -> bool:
    """Tell whether a line names one prize: 第三十四届江南新闻奖（2023年度）, and not 其他奖项 or 国家级奖项."""
    named = parse_award_name(_CAPTION_END.sub("", _CAPTION_LEAD.sub("", text.strip())))
    if named is None or _RANK.fullmatch(named.name):
        return False
    return bool(
        re.search(r"[^获得各类等项]奖$|大赛|好新闻|好作品|大奖|展播|盛典|工程", named.name)
    ) and not re.match(
        r"(?:其他|其它|各类|各级|部分|主要|所有|全部|一、|二、)|\d+年?获|.{0,6}(?:获奖|得奖)$", named.name
    )


def _of_captions(reading: Reading, table: Table) -> AwardName | None:
    """The prize that the lines above a table name for all of its rows: 第二十届青云新闻奖获奖作品."""
    for start, end in table.captions:
        line = reading.text[start:end]
        if not re.search("[，。；]", line) and _names_prize(line):
            return parse_award_name(_CAPTION_END.sub("", _CAPTION_LEAD.sub("", line.strip())))
    return None


def _led_to(reading: Reading, titles: Titles, table: Table) -> AwardName | None:
    """The one prize of the sentence that leads to a table: 第三十四届青云新闻奖揭晓，集团6件作品榜上有名：."""
    top = min(start for start, _ in (*table.head_rows, *((row.start, row.end) for row in table.rows)))
    lead = next((span for span in reversed(reading.sentences) if span[1] <= top), None)
    if lead is None or not _LEADS.search(reading.text[lead[0] : top]):
        return None
    state = State(reading, titles, lead, None, [])
    names = {(each.award, each.edition) for each in read_sentence(state)}
    return state.award if len(names) == 1 else None


_LEADS = re.compile(r"(?:[：:]|(?:如下|见下?表|下表)[^，。；\n]{0,6}[。：:]?)\s*$")


def _of_row(row: Row, columns: _Columns, name: AwardName) -> Iterator[Honour]:
    edition = re.search(r"第?([\d一二三四五六七八九十百]{1,4})届?", columns.told(row, "edition"))
    number = name.edition or (chinese_number(edition[1]) if edition else None)
    # 2023年3月 is a day on which it was given, and not of which year it is.
    told = re.fullmatch(r"((?:19|20)\d{2})年?度?", columns.told(row, "year"))
    year = name.year or (int(told[1]) if told else None)
    if columns.levels:
        for column, level in columns.levels.items():
            counted = _COUNT.fullmatch(row.told(column).strip())
            if counted and (won := chinese_number(counted[1])):
                yield Honour(row.start, row.end, name.name, number, year, level, [], won, None)
        return
    # 一等奖（2件） in a row of its own
    over = re.match(LEVELS, row.group.text) if row.group else None
    said = columns.told(row, "level") or columns.told(row, "rank") or (over.group() if over else "")
    level = _level_of("" if _RANK.fullmatch(said) else said) or name.level
    work = columns.told(row, "work")
    several = _COUNT.fullmatch(work) or _SEVERAL.search(work) or _COUNT.fullmatch(columns.told(row, "count"))
    works, winner = ([], None) if _COUNT.fullmatch(work) else _won_by(work, columns.pieces)
    sort = columns.told(row, "genre")
    if works and (
        re.search("项目|平台|账号|团队", sort) or ("栏目" in sort and re.search("栏目", name.name))
    ):
        # 县域应急广播智能调度系统⇥科技项目, 《田埂夜话》⇥电视栏目 under 名栏目: no piece won.
        works, winner = [], "、".join(works)
    count = (several and chinese_number(several[1])) or max(1, len(works))
    parts = _each_level(said)
    if parts:
        # 《A》等17件作品⇥一等奖4件、二等奖6件、三等奖7件
        total = count if several or works else sum(number for _, number in parts)
        yield Honour(row.start, row.end, name.name, number, year, None, works, total, None)
        for told_level, won in parts:
            yield Honour(row.start, row.end, name.name, number, year, told_level, [], won, None)
        return
    who = None if works or _COUNT.fullmatch(work) else (winner or columns.told(row, "who") or None)
    yield Honour(row.start, row.end, name.name, number, year, level, works, count, who)


_LEVEL_AND_COUNT = re.compile(rf"(?P<level>{LEVELS})(?P<number>\d+|[一二两三四五六七八九十]+)[件个项篇部]")


def _each_level(cell: str) -> list[tuple[str, int]]:
    """一等奖4件、二等奖6件 → the levels and how many of each; [] for any other cell."""
    parts = list(_LEVEL_AND_COUNT.finditer(cell))
    if not parts or _LEVEL_AND_COUNT.sub("", cell).strip("、，；,; "):
        return []
    return [(part["level"], chinese_number(part["number"]) or 1) for part in parts]


_WINNER = re.compile(
    r"[一-龥]{2,4}(?:[、，][一-龥]{2,4})*|[一-龥A-Za-z]{2,16}(?:部|室|台|社|组|中心|团队|频道|频率|广播|电台|卫视|支部|工会|集团|客户端|公众号|抖音号|视频号)"
)


def _level_of(cell: str) -> str | None:
    """The level that a cell tells, whole where it is one short word (提名荣誉); —— and 入选 tell none."""
    level = re.search(LEVELS, cell)
    if level and not re.fullmatch(r"[一-龥]{2,8}", cell):
        return level.group()
    return (
        None
        if re.fullmatch(
            r"[—\-–－/／无]*|入选|入围|获奖|上榜|当选|获得者|得主|获奖者|称号|荣誉(?:称号)?", cell
        )
        else cell
    )


def _won_by(cell: str, pieces: bool) -> tuple[list[str], str | None]:
    """广播剧《守桥人》 → its title; 《今日澜溪》2022年6月10日一版 → a page, which is a winner and no title."""
    if not cell:
        return [], None
    titles = re.findall(r"《([^《》]+)》", cell)
    if not titles and OUTLET_BEFORE.search(cell):
        # “江南融媒”抖音号: an account, and no title.
        return [], cell
    if not titles and (
        quoted := re.fullmatch(r"[一-龥]{0,6}“([^“”]+)”(?:栏目|专栏|副刊|账号|公众号)?", cell)
    ):
        titles = [quoted[1]]
    if not titles and pieces and not re.search(r"(?:部|中心|团队|频道|频率|客户端|[公众抖音视频]号)$", cell):
        return [cell], None
    if not titles and 2 <= len(person := ROLE.sub("", cell)) <= 4 and person != cell:
        # 记者汪若冰
        return [], cell
    if not titles:
        # 汪若冰, 全媒体采访部: a person or a part of the house, and no title.
        return ([], cell) if _WINNER.fullmatch(cell) else ([cell], None)
    if re.match(r"(?:电视|广播|新媒体|短视频|品牌)?(?:栏目|专栏|副刊|账号|公众号)", cell):
        return [], titles[0]
    if re.search(r"》[^《》]*(?:版|期|日)$", cell):
        return [], cell
    return titles, None


def _columns(table: Table) -> _Columns | None:
    """What is in which column, None for a table that is not one of honours."""
    names = [bare(head) for head in table.heads]
    of: dict[str, int] = {}
    levels: dict[int, str | None] = {}
    for column, name in enumerate(names):
        if not name or len(name) > 12:
            continue
        if re.fullmatch(LEVELS, name):
            levels[column] = name
            continue
        key = next((key for key, pattern in _HEADS if key not in of and pattern.search(name)), None)
        if key == "who" and _GIVER.search(name) and not _WINNING_UNIT.search(name):
            # 颁奖单位, 授予部门: who gave it.
            key = None
        if key is not None:
            of[key] = column
    if "award" not in of and "genre" in of and "work" in of and ("level" in of or "edition" in of):
        # 类别⇥作品或个人⇥等级⇥届次, the prizes under 类别
        column = of["genre"]
        cells = [row.told(column) for row in table.rows if row.told(column)]
        if cells and sum(_names_prize(cell) for cell in cells) * 2 >= len(cells):
            of["award"] = of.pop("genre")
    if levels:
        if "award" not in of and not (table.heads[0] and levels.keys() - {0}):
            return None
        of.setdefault("award", 0)
        levels |= {
            column: None
            for column, name in enumerate(names)
            if _TOTAL.match(name) or column == of.get("count")
        }
        return _Columns(of, levels, False)
    honours = any(_OF_HONOURS.search(name) for name in names) or "level" in of
    if not (
        ("award" in of and len(of) >= 2 and honours) or ("level" in of and of.keys() & {"work", "count"})
    ):
        return None
    # 作品（个人） is no column of pieces alone.
    named = table.heads[of["work"]].strip() if "work" in of else ""
    return _Columns(of, {}, PIECES_HEADER.fullmatch(named) is not None)
