"""Titles in tables: what stands under 作品 in a table of honours or pieces, under 栏目 in one of columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.genres import VAGUE_GENRES, genre_before
from ingest.reading import Reading
from ingest.sentences import Span
from ingest.tables import Table, bare
from ingest.title_cues import COLUMNS_HEADER, HONOURS_HEADER, PIECES_HEADER, QUOTED

# Marks tell a title themselves; 采访部 and 1,200条 are none.
_NO_TITLE = re.compile(
    r"[《》“”\"]{2}|《|^“|[部组室]$|团队$|\n|^[\d,，.]+[万亿]?[一-龥%]{0,3}$|^[—\-–/／无]+$"
)
_GENRE_HEADER = re.compile(r"^(?:作品)?(?:体裁|类别|类型|种类|形式|形态|题材)$|^(?:体裁|类别)[/、及和]")
_PIECES_LISTED = re.compile(
    r"^(?:重点|代表|主要|优秀|融媒体?|新媒体)?(?:作品|产品|节目)(?:名称|标题|题目)?$|^(?:标题|题目|篇名)$"
)
_REACH_HEADER = re.compile(r"阅读|播放|浏览|点击|传播|平台|刊播|发布|体裁|类型|类别")


@dataclass(frozen=True)
class Tabled:
    """A name that a table lists. Offsets are those of its cell, or of the name in its marks."""

    span: Span
    marked: bool
    """It has marks of its own, and is found by them."""
    column: bool
    """What heads it says that it is a column."""
    genre: str | None
    """What the table says of its genre."""


def tabled_titles(reading: Reading) -> Iterator[Tabled]:
    """Yield the names that the tables of a report list as pieces or columns, in order."""
    for table in reading.tables:
        yield from _of_table(reading.text, table)


def _of_table(text: str, table: Table) -> Iterator[Tabled]:
    names = [bare(head) for head in table.heads]
    honours = any(len(name) <= 8 and HONOURS_HEADER.search(name) for name in names)
    pieces = next((i for i, head in enumerate(table.heads) if PIECES_HEADER.fullmatch(head)), None)
    listed = next((i for i, name in enumerate(names) if COLUMNS_HEADER.fullmatch(name)), None)
    kinds = _genres(table, names)
    told = next(
        (i for i, name in enumerate(names) if "作品" in name or PIECES_HEADER.fullmatch(name)), pieces
    )
    of_pieces = pieces is not None and (
        honours or (_PIECES_LISTED.match(names[pieces]) and any(map(_REACH_HEADER.search, names)))
    )
    column = pieces if of_pieces else None
    is_column = column is None and listed is not None and not honours and len(names) > 1
    column = listed if is_column else column if column is not None else told
    if column is None:
        return
    for row in table.rows:
        cell = row.cells[column] if column < len(row.cells) else None
        if cell is None or cell.inherited:
            continue
        genre = _genre(row.told(kinds)) if kinds is not None and kinds != column and not is_column else None
        marked = list(QUOTED.finditer(text, cell.start, cell.end))
        if of_pieces and marked and _WORDS_IN_TITLE.fullmatch(cell.text) and not _marks_all(cell.text):
            # 别让“适老”变“碍老”
            marked = []
        for match in marked:
            yield Tabled(match.span(), True, is_column and len(marked) == 1, genre)
        bare_title = (is_column or of_pieces) and (2 if honours else 3) <= cell.end - cell.start <= 40
        if not marked and bare_title and not _NO_TITLE.search(cell.text):
            yield Tabled((cell.start, cell.end), False, is_column, genre)


_WORDS_IN_TITLE = re.compile(r"[^《》“”]+(?:“[^“”]+”[^《》“”]*)+|(?:“[^“”]+”[^《》“”]+)+")


def _marks_all(cell: str) -> bool:
    """短视频“夜访”, “夜访”（短视频）: the marks hold the whole title."""
    told = re.fullmatch(r"([^“”]*)“[^“”]+”([^“”]*)", cell)
    return told is not None and all(
        not part
        or re.fullmatch(r"[（(].*[)）]|(?:栏目|专栏|系列报道?|等?\d*[件篇部]?)", part)
        or _genre(part) is not None
        for part in (told[1].rstrip("：: "), told[2])
    )


def _genres(table: Table, names: list[str]) -> int | None:
    """The column that tells genres, by its head, or by most of its cells: 电视专题 under 备注."""
    headed = next((i for i, name in enumerate(names) if _GENRE_HEADER.search(name)), None)
    if headed is not None:
        return headed
    for column in range(len(names)):
        cells = [row.told(column) for row in table.rows if row.told(column)]
        if cells and sum(_genre(cell) == cell for cell in cells) * 2 > len(cells):
            return column
    return None


@lru_cache(maxsize=1024)
def _genre(cell: str) -> str | None:
    """通讯 of a cell under 体裁; 通　讯 is one word, 国际传播 no genre that is known."""
    word = re.sub(r"\s", "", cell)
    genre = genre_before(word)
    return genre if genre and genre not in VAGUE_GENRES else None
