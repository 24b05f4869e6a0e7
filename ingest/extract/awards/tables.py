"""Award tables: a header row names the columns (奖项, 作品, 等级), each further row is one honour."""

from __future__ import annotations

import re

from ingest.extract.awards.honours import Honour
from ingest.extract.awards.names import AwardName, parse_award_name
from ingest.lexicon import LEVELS
from ingest.numerals import chinese_number
from ingest.readers.base import cells_of
from ingest.reading import Reading
from ingest.sentences import Span
from ingest.title_cues import PIECES_HEADER

_AWARD_HEADER = re.compile(r"奖项|获奖|荣誉|奖名|评选|奖励|名称")
_EDITION_HEADER = re.compile(r"^(?:获奖)?届(?:次|别|数)?$")
_YEAR_HEADER = re.compile(r"^(?:获奖|评选)?(?:年度|年份|时间|日期)$")
_WORK_HEADER = re.compile(r"作品|题目|标题|篇目|节目|稿件")
_LEVEL_HEADER = re.compile(r"等级|等次|级别|奖次|奖级|名次|结果")
_WHO_HEADER = re.compile(r"获奖(?:人|者|单位)|作者|主创|集体|个人|单位")


def table_honours(reading: Reading) -> tuple[list[Honour], list[Span]]:
    """Return the honours of every award table, and the spans of its rows, the header among them.

    A row without an award goes on under the one above.
    """
    found: list[Honour] = []
    claimed: list[Span] = []
    columns: dict[str, int] | None = None
    last_award: AwardName | None = None
    for block in reading.prose:
        if block.kind != "row":
            columns = None
            continue
        cells = [reading.text[slice(*span)] for span in cells_of(reading.text, block)]
        header = _columns(cells)
        if header is not None:
            columns = header
            claimed.append((block.start, block.end))
            continue
        if columns is None:
            continue

        def cell(name: str, cells: list[str] = cells, columns: dict[str, int] = columns) -> str:
            index = columns.get(name)
            return cells[index].strip() if index is not None and index < len(cells) else ""

        name = parse_award_name(cell("award")) if cell("award") else last_award
        if name is None:
            continue
        last_award = name
        claimed.append((block.start, block.end))
        works, winner = _won_by(cell("work"), columns["pieces"])
        edition = re.search(r"第?([\d一二三四五六七八九十百]{1,4})届?", cell("edition"))
        year = re.match(r"(?:19|20)\d{2}(?=年|$)", cell("year"))
        found.append(
            Honour(
                block.start, block.end, name.name,
                name.edition or (chinese_number(edition[1]) if edition else None),
                name.year or (int(year.group()) if year else None),
                _level_of(cell("level")) or name.level, works, max(1, len(works)),
                None if works else (winner or cell("who") or None),
            )
        )  # fmt: skip
    return found, claimed


_WINNER = re.compile(
    r"[一-龥]{2,4}(?:[、，][一-龥]{2,4})*|[一-龥A-Za-z]{2,16}(?:部|室|台|社|组|中心|团队|频道|频率|支部|工会|集团|客户端|公众号|抖音号|视频号)"
)


def _level_of(cell: str) -> str | None:
    """The level that a cell tells, whole where it is one short word (提名荣誉); —— and 入选 tell none."""
    level = re.search(LEVELS, cell)
    if level and not re.fullmatch(r"[一-龥]{2,8}", cell):
        return level.group()
    return None if re.fullmatch(r"[—\-–－/／无]*|入选|入围|获奖|上榜|当选", cell) else cell


def _won_by(cell: str, pieces: int) -> tuple[list[str], str | None]:
    """广播剧《守桥人》 → its title; 《今日澜溪》2022年6月10日一版 → a page, which is a winner and no title.

    `pieces`: the column is one of pieces alone, so that 大江东去 is a title and nobody's name.
    """
    if not cell:
        return [], None
    titles = re.findall(r"《([^《》]+)》", cell)
    if not titles and (quoted := re.fullmatch(r"[一-龥]{0,6}“([^“”]+)”", cell)):
        titles = [quoted[1]]
    if not titles and pieces and not re.search(r"(?:部|中心|团队|频道|频率|客户端|[公众抖音视频]号)$", cell):
        return [cell], None
    if not titles:
        # 汪若冰, 全媒体采访部: a person or a part of the house, and no title.
        return ([], cell) if _WINNER.fullmatch(cell) else ([cell], None)
    if re.match(r"(?:电视|广播|新媒体|短视频|品牌)?(?:栏目|专栏|副刊|账号|公众号)", cell):
        return [], titles[0]
    if re.search(r"》[^《》]*(?:版|期|日)$", cell):
        return [], cell
    return titles, None


def _columns(cells: list[str]) -> dict[str, int] | None:
    columns: dict[str, int] = {}
    for index, raw in enumerate(cells):
        # 获奖作品（个人、集体）
        name = re.sub(r"[（(][^（）()]*[)）]", "", raw).strip()
        if len(name) > 10 or "《" in name:
            return None
        for key, pattern in (
            ("who", _WHO_HEADER),
            ("edition", _EDITION_HEADER),
            ("level", _LEVEL_HEADER),
            ("work", _WORK_HEADER),
            ("award", _AWARD_HEADER),
            ("year", _YEAR_HEADER),
        ):
            if key not in columns and pattern.search(name):
                columns[key] = index
                break
    if "award" not in columns or len(columns) < 2:
        return None
    named = cells[columns["work"]].strip() if "work" in columns else ""
    columns["pieces"] = int(PIECES_HEADER.fullmatch(named) is not None)
    return columns
