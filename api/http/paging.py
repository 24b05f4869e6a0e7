"""Lists a page at a time: a cursor that leads on, and holds for the snapshot that the first page was of."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Depends, Query, Request
from pydantic import Field

from api.access.scope import SCOPE
from api.errors import InvalidError
from api.http.parts import Floor
from api.http.problems import ProblemError
from api.objects import EntityList, MetricList, ReportList
from search.answers import SearchResult

Item = TypeVar("Item")
Next = Annotated[
    str | None,
    Field(description="给下一页的 cursor；没有下一页时为 null"),
]


class SearchPage(SearchResult):
    """A page of what `search` returns."""

    next: Next = None


class ReportPage(ReportList):
    """A page of the reports."""

    next: Next = None


class EntityPage(EntityList):
    """A page of the entities."""

    next: Next = None


class MetricPage(MetricList):
    """A page of the yearly series."""

    next: Next = None


@dataclass(frozen=True)
class Page:
    """Where a page begins in its list, and what its cursors are good for."""

    start: int
    snapshot: str
    asked: str

    def next(self, limit: int, total: int) -> str | None:
        """Return the cursor of the page after this one of `limit` items, None where `total` items are all."""
        after = self.start + limit
        if after >= total:
            return None
        words = json.dumps([self.snapshot, self.asked, after])
        return base64.urlsafe_b64encode(words.encode()).decode().rstrip("=")

    def cut(self, items: Sequence[Item], limit: int) -> list[Item]:
        """Return the items of this page of the whole list."""
        return list(items[self.start : self.start + limit])


def _page(
    request: Request,
    floor: Floor,
    cursor: Annotated[
        str | None, Query(max_length=200, description="上一页的 next；其余参数须与上一页相同")
    ] = None,
) -> Page:
    manifest = floor.manifest()
    snapshot = f"{manifest.id} {manifest.made_at}" if manifest else ""
    # `limit` may change from page to page, what is listed may not.
    others = sorted(pair for pair in request.query_params.multi_items() if pair[0] not in ("cursor", "limit"))
    asked = hashlib.sha256(json.dumps([request.url.path, others, SCOPE.get()]).encode()).hexdigest()[:12]
    if cursor is None:
        return Page(0, snapshot, asked)
    try:
        held, about, start = json.loads(
            base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True)
        )
        sound = about == asked and isinstance(start, int) and 0 < start < 1 << 40
    except (ValueError, TypeError, binascii.Error):
        sound, held, start = False, "", 0
    if not sound:
        raise InvalidError("cursor 有误，或与其余参数不符：请原样用上一页的 next")
    if held != snapshot:
        raise ProblemError(410, "stale-cursor", "资料库已更新，这份列表翻不下去了，请从第一页重新取")
    return Page(start, snapshot, asked)


Paged = Annotated[Page, Depends(_page)]
