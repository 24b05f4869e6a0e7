"""Which outlet carries a column that a table lists: the cell of its row under 播出平台, else the only outlet of the row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extract.ownership import PlatformSpan
from ingest.reading import Reading
from ingest.tables import Row, Table, bare

_OUTLET_HEAD = re.compile(
    r"^(?:播出|刊[播发登]|发布|所属|呈现|依托|推出|首发|主要|所在|承载)?(?:平台|频道|频率|媒体|渠道|载体|端口|账号|版面|频道[/、]频率)(?:名称)?$"
)


def row_at(reading: Reading, offset: int) -> tuple[Table, Row] | None:
    """Return the table row in which `offset` (code points) stands, None outside of tables."""
    for table in reading.tables:
        for row in table.rows:
            if row.start <= offset < row.end:
                return table, row
    return None


def carried_in_row(table: Table, row: Row, mentions: Sequence[PlatformSpan]) -> str | None:
    """Return the outlet that a row tells; `mentions` are the places that name the media's outlets.

    栏目名称⇥播出平台: the cell's. 路况速递⇥“江南发布”微信公众号⇥365期: the row's only one.
    """
    column = next((i for i, head in enumerate(table.heads) if _OUTLET_HEAD.match(bare(head))), None)
    cell = row.cells[column] if column is not None and column < len(row.cells) else None
    low, high = (cell.start, cell.end) if cell else (row.start, row.end)
    told = [span for span in mentions if low <= span.start < high]
    if cell:
        if len({span.name for span in told}) > 1:
            # 江南卫视、江南网: no one outlet.
            return None
        return told[0].name if told else None
    return told[0].name if len({span.name for span in told}) == 1 else None
