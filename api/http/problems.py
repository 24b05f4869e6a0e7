"""Every error as RFC 9457 problem details, in one shape: type, title, status, detail, instance."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from api.errors import InvalidError, UnknownError
from api.shelf import EmptyLibraryError
from kg.store import StoreError
from search.answers import IngestFailure
from search.encoder import EncoderError
from search.errors import LibraryError

MEDIA_TYPE = "application/problem+json"


class Fault(BaseModel):
    """One value of a request that is not as it must be."""

    where: str = Field(description="Where it stands: query.limit, body.kind")
    message: str = Field(description="What is wrong with it, in Chinese")


class Problem(BaseModel):
    """What every error answers (RFC 9457)."""

    type: str = Field(
        description="`about:blank`, or `urn:yinzheng:` and one of: invalid-request unknown empty-library "
        "unreadable-files library busy model internal malformed-query forbidden-query too-long-query "
        "too-costly deadline not-acceptable unsupported-type stale-cursor"
    )
    title: str = Field(description="The status in words")
    status: int
    detail: str = Field(description="What went wrong and what mends it, in Chinese")
    instance: str = Field(description="Path of the request")
    errors: list[Fault] | None = Field(
        default=None, description="With invalid-request: each value that is wrong"
    )
    failed: list[IngestFailure] | None = Field(default=None, description="With unreadable-files: each file")


class ProblemError(Exception):
    """An error that already knows how it is answered."""

    def __init__(
        self,
        status: int,
        kind: str,
        detail: str,
        failed: Sequence[IngestFailure] = (),
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.kind, self.detail, self.failed = status, kind, detail, list(failed)
        self.headers = headers


DETAILS = {
    400: "请求无法理解",
    403: "不允许",
    404: "没有这个地址，接口说明见 /docs",
    405: "这个地址不支持这种请求方法",
    413: "请求过大",
    415: "不支持这种内容类型",
}
# In this order: a class stands before the ones it derives from.
KINDS: tuple[tuple[type[Exception], int, str], ...] = (
    (UnknownError, 404, "unknown"),
    (InvalidError, 422, "invalid-request"),
    (EmptyLibraryError, 409, "empty-library"),
    (LibraryError, 503, "library"),
    (StoreError, 503, "library"),
    (EncoderError, 503, "model"),
)


def install(app: FastAPI) -> None:
    """Let `app` answer every error as problem details."""
    for kind in (
        *(kind for kind, _, _ in KINDS),
        ProblemError,
        RequestValidationError,
        HTTPException,
        Exception,
    ):
        app.add_exception_handler(kind, _answer)


def response(
    status: int,
    detail: str,
    instance: str,
    kind: str | None = None,
    headers: dict[str, str] | None = None,
    **more: Any,
) -> JSONResponse:
    """Return problem details as a response."""
    problem = Problem(
        type=f"urn:yinzheng:{kind}" if kind else "about:blank",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        instance=instance,
        **more,
    )
    content = problem.model_dump(mode="json", exclude_none=True)
    return JSONResponse(content, status, headers, media_type=MEDIA_TYPE)


def _answer(request: Request, error: Exception) -> JSONResponse:
    path = request.url.path
    if isinstance(error, ProblemError):
        return response(
            error.status, error.detail, path, error.kind, error.headers, failed=error.failed or None
        )
    if isinstance(error, RequestValidationError):
        faults = [_fault(each) for each in error.errors()]
        detail = "；".join(f"{fault.where}：{fault.message}" for fault in faults)
        return response(422, f"请求有误：{detail}", path, "invalid-request", errors=faults)
    if isinstance(error, HTTPException):
        detail = DETAILS.get(error.status_code, "请求未能完成")
        return response(error.status_code, detail, path, headers=dict(error.headers or {}))
    for kind, status, name in KINDS:
        if isinstance(error, kind):
            return response(status, str(error), path, name)
    # The server logs the traceback: an error that reaches this line is raised again after the answer.
    return response(500, "程序内部错误，详情见服务的日志", path, "internal")


# Pydantic's kinds of faults that these routes can meet.
FAULTS = {
    "missing": "缺少这一项",
    "int_parsing": "须是整数",
    "int_type": "须是整数",
    "int_from_float": "须是整数",
    "string_type": "须是文字",
    "string_too_short": "不能为空",
    "json_invalid": "不是有效的 JSON",
    "model_attributes_type": "须是 JSON 对象",
    "dict_type": "须是 JSON 对象",
    "extra_forbidden": "没有这一项",
}


def _fault(found: dict[str, Any]) -> Fault:
    kind, context = found["type"], found.get("ctx", {})
    message = FAULTS.get(kind)
    if kind in ("literal_error", "enum"):
        message = f"只能是 {context['expected']}".replace(" or ", " 或 ")
    elif kind == "greater_than_equal":
        message = f"不得小于 {context['ge']}"
    elif kind == "less_than_equal":
        message = f"不得大于 {context['le']}"
    elif kind == "too_short":
        message = f"至少要有 {context['min_length']} 个"
    elif kind == "too_long":
        message = f"至多 {context['max_length']} 个"
    elif kind == "string_too_long":
        message = f"至多 {context['max_length']} 字"
    where = ".".join(str(part) for part in found["loc"])
    return Fault(where=where, message=message or str(found["msg"]))
