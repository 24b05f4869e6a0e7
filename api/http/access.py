"""Keys over HTTP: asked for on every way in but those that are open, or none where only this machine can reach us."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.access.allowance import TOO_MANY_WRONG, Allowance
from api.access.audit import WHO
from api.access.keys import Key, Keys, Role
from api.access.needs import SAFE, SCOPED, needed
from api.access.scope import SCOPE
from api.http.problems import response
from api.web.view import COOKIE, View

RATE = 50.0
"""Requests a second that one key may make in the long run; eight times as many at once."""


class KeysOnly:
    """Lets a request through where its key allows it, and says who asks and what they may see."""

    def __init__(self, app: ASGIApp, keys: Keys, guesses: Allowance) -> None:
        """Wrap `app`; `guesses` bounds the wrong keys of an address."""
        self.app = app
        self.keys = keys
        self._guesses = guesses
        self._asked = Allowance(RATE, 8 * RATE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on or refuse it."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        role = needed(scope["method"], scope["path"])
        if role is None:
            return await self.app(scope, receive, send)
        token = _token(Headers(scope=scope))
        key = await run_in_threadpool(self.keys.holder, token) if token else None
        if key is None:
            # A good key passes all the same: a whole office, or all that a reverse proxy sends, may be one address.
            if token and not self._guesses.take((scope.get("client") or ("", 0))[0]):
                return await _refused(429, TOO_MANY_WRONG, scope, receive, send)
            return await _unknown(scope, receive, send)
        if not self._asked.take(key.id):
            return await _refused(429, "请求太密，请稍后再试", scope, receive, send)
        await self._as(key, role, scope, receive, send)

    async def _as(self, key: Key, role: Role, scope: Scope, receive: Receive, send: Send) -> None:
        # A refusal is a page too: what it shows is what the key may see.
        who, limit = WHO.set(f"{key.name}（密钥 {key.id}）"), SCOPE.set(key.media)
        try:
            if not key.role.allows(role):
                told = f"这把密钥的角色是 {key.role.value}，这里需要 {role.value}"
                await _refused(403, told, scope, receive, send)
            elif key.media is not None and not SCOPED.fullmatch(scope["path"]):
                told = f"这把密钥只限于{key.media}，不能用在这里"
                await _refused(403, told, scope, receive, send)
            else:
                await self.app(scope, receive, send)
        finally:
            WHO.reset(who)
            SCOPE.reset(limit)


def _token(headers: Headers) -> str | None:
    """Return the key that a program sends as a bearer token, or a browser as a cookie."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip()
    try:
        held = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return held.value if held else None


async def _unknown(scope: Scope, receive: Receive, send: Send) -> None:
    """Send a browser to where it can hand over its key, and tell a program to send one."""
    if scope["method"] in SAFE and _browser(scope):
        asked = scope["path"] + (f"?{scope['query_string'].decode()}" if scope["query_string"] else "")
        answer: Response = RedirectResponse(f"/login?next={quote(asked, safe='')}", 303)
        return await answer(scope, receive, send)
    told = "需要有效的密钥：Authorization: Bearer 密钥（由管理员用 yinzheng key create 发放）"
    answer = response(401, told, scope["path"], headers={"WWW-Authenticate": 'Bearer realm="yinzheng"'})
    await answer(scope, receive, send)


async def _refused(status: int, told: str, scope: Scope, receive: Receive, send: Send) -> None:
    if _browser(scope):
        page = await run_in_threadpool(View(Request(scope)).page, "error.html", status, message=told)
        return await page(scope, receive, send)
    headers = {"Retry-After": "60"} if status == 429 else None
    await response(status, told, scope["path"], headers=headers)(scope, receive, send)


def _browser(scope: Scope) -> bool:
    """Tell whether who asks wants a page."""
    return "text/html" in Headers(scope=scope).get("accept", "")
