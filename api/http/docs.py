"""`/docs`: the OpenAPI document as one page that needs neither scripts nor the internet."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

router = APIRouter(include_in_schema=False)
CODE = r"<code>\1</code>"
STYLE = """
:root { color-scheme: light dark }
body { font: 16px/1.6 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h2 { margin-top: 2.5rem } section { border-top: 1px solid #8886; padding: .6rem 0 }
code { font-size: .95em } table { border-collapse: collapse } td { padding: .1rem 1.2rem .1rem 0; vertical-align: top }
"""
# The one style there is, by its digest: nothing else in the page has a say.
_DIGEST = b64encode(sha256(STYLE.encode()).digest()).decode()
HEADERS = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}


@router.get("/docs", response_class=HTMLResponse)
def page(request: Request) -> HTMLResponse:
    """Return the page."""
    return HTMLResponse("".join(_page(request.app.openapi())), headers=HEADERS)


def _page(schema: dict[str, Any]) -> Iterator[str]:
    title = escape(schema["info"]["title"])
    yield f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
    yield f"<h1>{title} {escape(schema['info']['version'])}</h1>"
    described = escape(schema["info"]["description"]).split("\n")
    yield "".join(f"<p>{re.sub('`(.*?)`', CODE, part)}</p>" for part in described if part)
    yield '<p>供程序读的完整说明：<a href="/openapi.json">/openapi.json</a>（OpenAPI 3.1）</p>'
    group = None
    for path, operations in schema["paths"].items():
        for method, operation in operations.items():
            if operation["tags"][0] != group:
                group = operation["tags"][0]
                yield f"<h2>{escape(group)}</h2>"
            yield from _operation(path, method, operation)


def _operation(path: str, method: str, operation: dict[str, Any]) -> Iterator[str]:
    yield f"<section><p><code><b>{method.upper()}</b> {escape(path)}</code> {escape(operation['summary'])}</p>"
    rows = [
        (each["name"], each.get("description", ""), "必填" if each.get("required") else "")
        for each in operation.get("parameters", [])
    ]
    rows += [("（请求体）", kind, "必填") for kind in operation.get("requestBody", {}).get("content", {})]
    rows += [(status, answer["description"], "") for status, answer in operation["responses"].items()]
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    yield f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table></section>"
