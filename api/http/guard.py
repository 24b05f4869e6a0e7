"""Only our own pages write, and without keys only this machine's programs and pages reach us at all."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api.http.problems import response

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
LARGEST = 1 << 30
"""Bytes of a request's body."""
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class OwnPages:
    """Refuses writes from pages of other origins, bodies too large, and, where only this machine may reach us, requests
    whose Host is not this machine (DNS rebinding).
    """

    def __init__(self, app: ASGIApp, loopback: bool) -> None:
        self.app = app
        self.loopback = loopback

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on or refuse it."""
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            origin = headers.get("origin")
            host = _name(f"//{headers.get('host', '')}")
            if self.loopback and host not in LOOPBACK:
                refused = response(400, "Host 不是本机，只接受 localhost、127.0.0.1 与 [::1]", scope["path"])
                return await refused(scope, receive, send)
            # Any page may post a form to this address; only one that came from here may mean it.
            own = LOOPBACK if self.loopback else {host}
            if scope["method"] not in SAFE and origin and _name(origin) not in own:
                refused = response(403, "不接受其他网站的页面发来的写入请求", scope["path"])
                return await refused(scope, receive, send)
            length = headers.get("content-length", "0")
            if length.isdecimal() and int(length) > LARGEST:
                refused = response(413, f"一次上传不得超过 {LARGEST >> 20} MB，请分几次", scope["path"])
                return await refused(scope, receive, send)
        await self.app(scope, receive, send)


def _name(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
