"""Answers that are files to be kept."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import Response

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
