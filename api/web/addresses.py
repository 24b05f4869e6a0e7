"""Addresses of pages: every state of a page has one."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlencode

from fastapi import Request

from ingest.report import Evidence

Value = str | int | Iterable[str | int] | None


def address(path: str, **query: Value) -> str:
    """Return a path with a query; what is None or empty is left out, a list is repeated."""
    pairs: list[tuple[str, str]] = []
    for name, value in query.items():
        values = [value] if isinstance(value, str | int) else list(value or ())
        pairs += [(name, str(each)) for each in values if each != ""]
    return f"{path}?{urlencode(pairs)}" if pairs else path


def reader(evidence: Evidence) -> str:
    """Return where the reader shows a report with this evidence marked.

    The query is for the server, which marks it without scripts; the fragment takes the browser there.
    """
    span = f"{evidence.start}-{evidence.end}"
    return f"/reports/{quote(evidence.report)}?at={span}#c{span}"


def here(request: Request) -> str:
    """Return the address of the page asked for, to come back to."""
    return f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path


def local(address: str | None, otherwise: str = "/") -> str:
    """Return `address` where it is one of this site's own pages, else `otherwise`: nobody is sent elsewhere."""
    if (
        address
        and address.startswith("/")
        and not address.startswith(("//", "/\\"))
        and address.isprintable()
    ):
        return address
    return otherwise


def whole(text: str | None) -> int | None:
    """Return the number that a field of a form holds, None where it holds none."""
    stripped = (text or "").strip()
    return int(stripped) if stripped.isascii() and stripped.isdecimal() and len(stripped) < 10 else None
