"""Answers that are files to be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypeVar
from urllib.parse import quote

from fastapi import Query, Response

from api.papers import PackFormat

if TYPE_CHECKING:
    from api.papers.contents import Packed

Found = TypeVar("Found", bound="Packed")
Form = Annotated[
    PackFormat | None,
    Query(alias="format", description="写成可下载的证据材料：Word、Excel 或 Markdown；不给则回答 JSON"),
]

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "md": "text/markdown; charset=utf-8",
}
"""Content type by format."""


def attached(content: bytes, name: str, form: str) -> Response:
    """Return a file that a browser keeps under `name`."""
    return Response(
        content,
        media_type=TYPES[form],
        headers={"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"},
    )


def download(*forms: str) -> dict[int | str, dict[str, Any]]:
    """Return how the OpenAPI document tells that 200 may be a file in these formats."""
    schema = {"schema": {"type": "string", "format": "binary"}}
    return {200: {"content": {TYPES[form].partition(";")[0]: schema for form in forms}}}


def packed_or_plain(found: Found, form: PackFormat | None) -> Found | Response:
    """Return an answer as it is, or as an evidence pack where a format is asked for."""
    if form is None:
        return found
    from api.papers.formats import file_name, packed

    return attached(packed(found, form), file_name(found, form), form.value)
