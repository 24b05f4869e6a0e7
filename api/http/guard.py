"""Only programs and our own pages write, and without keys only this machine reaches us at all."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api.http.problems import response

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
LARGEST = 1 << 30
"""Bytes of a request's body."""
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


PORTS = {"http": ":80", "https": ":443"}


class OwnPages:
    """Refuses writes from pages of other origins, bodies too large, and, where only this machine may reach us, requests
    whose Host is not this machine (DNS rebinding).

    Another origin is another host or port: what else runs on this machine may show pages too. A browser names the
    origin with every write; a program names none.
    """

    def __init__(self, app: ASGIApp, loopback: bool) -> None:
        self.app = app
        self.loopback = loopback

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on or refuse it."""
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            host = _name(f"//{headers.get('host', '')}")
            if self.loopback and host not in LOOPBACK:
                refused = response(400, "Host 不是本机，只接受 localhost、127.0.0.1 与 [::1]", scope["path"])
                return await refused(scope, receive, send)
            if scope["method"] not in SAFE and not _own(headers):
                refused = response(403, "不接受其他网站的页面发来的写入请求", scope["path"])
                return await refused(scope, receive, send)
            length = headers.get("content-length", "0")
            if length.isdecimal() and int(length) > LARGEST:
                refused = response(413, f"一次上传不得超过 {LARGEST >> 20} MB，请分几次", scope["path"])
                return await refused(scope, receive, send)
        await self.app(scope, receive, send)


def _own(headers: Headers) -> bool:
    """Tell whether a request comes from no page, or from a page of the very address that it is sent to."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    if origin is None:
        return True
    scheme, _, place = origin.lower().partition("://")
    # Which scheme the browser used is not to be seen from behind a proxy; the usual port is left out by some.
    usual = PORTS.get(scheme, "")
    return bool(place) and place.removesuffix(usual) == headers.get("host", "").lower().removesuffix(usual)


def _name(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
