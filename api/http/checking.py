"""`/v1/check`."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from api.http.downloads import attached, download
from api.http.parts import WRITING, Floor, errors
from api.http.uploads import plain_name
from search.answers import Findings

router = APIRouter(prefix="/v1", tags=["查"], responses={**errors(404, 409, 503), **WRITING})
LONGEST = 2_000_000
"""Characters of a draft that is sent as text; no report has a tenth of them."""


class Text(BaseModel):
    """A draft as text."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=LONGEST, description="稿件全文，或其中几章")
    media: str | None = Field(
        default=None, max_length=200, description="媒体名称，可只写独有的一部分；不给则看稿中所写"
    )
    year: int | None = Field(default=None, ge=1900, le=2999, description="履责年度，以此为准")


FORM = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "file": {"type": "string", "format": "binary", "description": "txt、html、docx 或 pdf 稿件"},
        "media": {"type": "string", "maxLength": 200, "description": Text.model_fields["media"].description},
        "year": {"type": "integer", "minimum": 1900, "maximum": 2999, "description": "履责年度，以此为准"},
    },
}
BODY = {
    "required": True,
    "content": {
        "multipart/form-data": {"schema": FORM},
        "application/json": {
            "schema": Text.model_json_schema(),
            "example": {
                "text": "四、服务责任\n新闻热线全年受理群众诉求15070件，办结率97.8%。",
                "media": "澜溪",
            },
        },
    },
}


@router.post(
    "/check",
    summary="拿稿件同往年报告对照",
    response_model=Findings,
    responses=download("docx"),
    openapi_extra={"requestBody": BODY},
)
async def check(
    floor: Floor,
    request: Request,
    form: Annotated[
        Literal["docx"] | None,
        Query(
            alias="format", description="docx：回答批注稿（Word 文件），每处问题是一条批注；不给则回答 JSON"
        ),
    ] = None,
) -> Findings | Response:
    """Return what an editor should look at in a draft. Nothing is stored.

    The draft comes as the file `file` of a form, with `media` and `year`, or as JSON with `text`.
    """
    content, name, stated = await _draft(request)
    media, apart = stated.media or None, name != TYPED
    if form is None:
        return await run_in_threadpool(floor.check, content, name, media=media, year=stated.year, apart=apart)
    _, paper = await run_in_threadpool(
        floor.review, content, name, media=media, year=stated.year, apart=apart
    )
    return attached(paper, f"{PurePath(name).stem}-批注稿.docx", form)


TYPED = "稿件.txt"
"""What a draft is called that came as text."""


async def _draft(request: Request) -> tuple[bytes, str, Text]:
    """Return the draft's bytes, its name, and what was stated of it. Raises RequestValidationError."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in ("multipart/form-data", "application/x-www-form-urlencoded"):
        async with request.form(max_files=1, max_fields=20) as form:
            file = form.get("file")
            if not isinstance(file, UploadFile):
                raise RequestValidationError([{"type": "missing", "loc": ("body", "file"), "msg": ""}])
            fields = {key: form.get(key) or None for key in ("media", "year")}
            stated = _validated({"text": TYPED, **fields})
            return await file.read(), plain_name(file.filename), stated
    try:
        body = await request.json()
    except ValueError as error:
        raise RequestValidationError([{"type": "json_invalid", "loc": ("body",), "msg": ""}]) from error
    stated = _validated(body)
    return stated.text.encode(), TYPED, stated


def _validated(body: Any) -> Text:
    try:
        return Text.model_validate(body)
    except ValidationError as error:
        found = [{**fault, "loc": ("body", *fault["loc"])} for fault in error.errors()]
        raise RequestValidationError(found) from error
