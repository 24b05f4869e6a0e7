"""What the routes share: the service, and the errors that they may answer."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Query, Request

from api.http.problems import Problem
from api.service import Service


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


Floor = Annotated[Service, Depends(_service)]
Media = Annotated[
    str | None, Query(max_length=200, description="媒体名称，可只写独有的一部分；不给则看全部媒体")
]
WRITING: dict[int | str, dict[str, Any]] = {
    403: {"model": Problem, "description": "其他网站的页面发来的写入请求，或密钥不够"},
    413: {"model": Problem, "description": "请求过大"},
}


def errors(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the answers for these statuses and for 400 and 422, which any route may give."""
    meanings = {
        400: "请求无法理解，或 Host 不是本机",
        403: "不允许：其他网站的页面发来的写入请求，或会伸出库外的查询",
        404: "没有所指的媒体、报告、条目或实体",
        406: "没有 Accept 所要的格式",
        409: "资料库还是空的，或正被写入",
        410: "cursor 属于已被取代的快照",
        415: "不支持这种内容类型",
        422: "请求中有值不对",
        503: "资料库或模型无法打开，或一时太忙",
        504: "超过时限，已中止",
    }
    return {
        status: {"model": Problem, "description": meanings[status]}
        for status in sorted({400, 422, *statuses})
    }
