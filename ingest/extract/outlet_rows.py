"""Outlets in tables: one cell names the kind, the cell beside it the name.

平台类型⇥名称⇥粉丝数
微信公众号⇥柏溪发布⇥14.2万
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.extract.outlet_words import ACCOUNT_KINDS, KIND_OF, WAVES
from ingest.extract.ownership import PlatformSpan
from ingest.reading import Reading
from ingest.report import PlatformKind

_PLAIN = {
    "电视": PlatformKind.TV,
    "电视频道": PlatformKind.TV,
    "广播": PlatformKind.RADIO,
    "广播频率": PlatformKind.RADIO,
    "报纸": PlatformKind.NEWSPAPER,
    "报": PlatformKind.NEWSPAPER,
    "期刊": PlatformKind.MAGAZINE,
    "杂志": PlatformKind.MAGAZINE,
}
_NAMED_ALONE = frozenset({PlatformKind.TV, PlatformKind.RADIO, PlatformKind.NEWSPAPER, PlatformKind.MAGAZINE, PlatformKind.WEBSITE})  # fmt: skip
_NAME = re.compile(r"(?!\d)[一-龥A-Za-z0-9+·. ]{2,16}")
_KIND_FIRST = re.compile(r"(?P<kind>[一-龥A-Za-z]{2,6})[“《\"](?P<name>[^“”《》\"]{2,16})[”》\"]")
_MARKS = frozenset('“”《》"')
_HEAD = re.compile(
    r"[一-龥]{0,4}(?:名称|平台|账号|账户|类型|类别|备注|单位|情况|数量|人数|指标)|[—\-–/／无]+"
)


class RowOutlet(NamedTuple):
    """The outlet that a row of a table is about: where its name begins within the cell, as it is written there, and the name in full, without marks."""

    cell: int
    begin: int
    written: str
    name: str
    kind: PlatformKind


def row_outlet(cells: Sequence[str]) -> RowOutlet | None:
    """Return the outlet whose kind and name stand in two neighbouring cells of a row, None where there is none."""
    for index in range(len(cells) - 1):
        for said, named in ((index, index + 1), (index + 1, index)):
            word = re.sub(r"[（(].*", "", cells[said]).strip()
            kind = _PLAIN.get(word) or KIND_OF.get(word)
            # “沁川发布”政务号: marks may stand within what names it.
            kept = [(at, char) for at, char in enumerate(cells[named]) if char not in _MARKS]
            raw = "".join(char for _, char in kept)
            waves = WAVES.match(raw.lstrip())
            lead = len(raw) - len(raw.lstrip()) + (waves.end() if waves else 0)
            bare = raw[lead:].strip()
            if kind is None or not _NAME.fullmatch(bare) or _HEAD.fullmatch(bare) or bare in KIND_OF:
                continue
            if bare in _PLAIN:
                continue
            ends = next((bare[cut:] for cut in range(1, len(bare)) if bare[cut:] in KIND_OF), None)
            complete = kind in _NAMED_ALONE or (ends is not None and KIND_OF[ends] is kind)
            if word in {"抖音", "快手", "头条"}:
                word += "号"
            name = bare if complete or kind not in ACCOUNT_KINDS | {PlatformKind.OTHER} else bare + word
            first = raw.index(bare, lead)
            begin, end = kept[first][0], kept[first + len(bare) - 1][0] + 1
            return RowOutlet(named, begin, cells[named][begin:end], name, kind)
    return None


def cell_outlet(cell: str) -> str | None:
    """Return the name in full of the outlet whose kind a cell tells before its name: 溪口发布微信公众号 for 微信公众号“溪口发布”; None for any other cell."""
    told = _KIND_FIRST.fullmatch(cell.strip())
    if told is None or told["kind"] not in KIND_OF:
        return None
    return told["name"] if told["name"].endswith(told["kind"]) else told["name"] + told["kind"]


def row_outlets(reading: Reading) -> Iterator[PlatformSpan]:
    """Yield every outlet that a row of a table tells by a cell for its kind."""
    for table in reading.tables:
        for row in table.rows:
            found = row_outlet([cell.text if cell else "" for cell in row.cells])
            cell = row.cells[found.cell] if found else None
            if found is not None and cell is not None:
                start = cell.start + found.begin
                yield PlatformSpan(start, start + len(found.written), found.name, found.kind)
