"""A request as a page sees it: its language, theme and token; and the page itself as a response."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Coroutine
from functools import cache
from http import HTTPStatus
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote, unquote

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from fastapi.routing import APIRoute
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.access.scope import SCOPE
from api.http.problems import KINDS, ProblemError
from api.naming import meant
from api.shelf import EmptyLibraryError
from api.web import addresses, citing, marking
from api.web.assets import digest
from api.web.holdings import Held
from api.web.language import Language, remark, translated
from api.words import status_alone

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; object-src 'none'",
    "Cache-Control": "private, no-cache",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
_CHINESE = re.compile(r"[“《]?[\u4e00-\u9fff](?:[^\x00-\x7f]*[\u4e00-\u9fff”》])?")
TOKEN = "yz_token"
COOKIE = "yz_key"
"""Where a browser keeps the key that its reader handed over."""
MEDIA = "yz_media"
"""Where a browser remembers which media its reader looked at last."""
YEAR = 365 * 24 * 3600
"""Seconds that what a user prefers is remembered."""


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        reader=addresses.reader,
        address=addresses.address,
        cited=citing.cited,
        place=citing.place,
        pieces=marking.pieces,
        status_alone=status_alone,
        version=version("yinzheng"),
        assets=digest(),
    )
    environment.filters.update(number=marking.number)
    return environment


class View:
    """What all pages share. A route takes it as a parameter of the type `Viewing`."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.language: Language = "en" if request.cookies.get("yz_lang") == "en" else "zh"
        theme = request.cookies.get("yz_theme")
        self.theme = theme if theme in ("light", "dark") else "auto"
        self.token = request.cookies.get(TOKEN) or secrets.token_urlsafe(24)
        self.held: Held = request.app.state.holdings.now()

    @property
    def usual_media(self) -> str:
        """The media that this reader looked at last, else the one with most reports; raises ValueError for none held."""
        known = self.held.media
        last = unquote(self.request.cookies.get(MEDIA, ""))
        return last if last in known else max(known, key=lambda each: (len(known[each]), known[each][-1]))

    def named(self, media: str) -> str:
        """Return the media that an address names, in full or by a part of its name; "" for none named.

        Raises UnknownError for one that is not held: another's answers must not stand under its name.
        """
        return meant(media, list(self.held.media)) if media.strip() else ""

    def say(self, text: str, **values: object) -> str:
        """Return words of the interface, written in Chinese, in the reader's language."""
        return translated(text, self.language, **values)

    def remark(self, text: str) -> Markup:
        """Return what an answer or a comparison remarks, in the reader's language; names in English text are marked as Chinese."""
        told = escape(remark(text, self.language))
        if self.language == "zh":
            return told
        # As a plain string: joined by Markup, the tags would be escaped in their turn.
        return Markup(_CHINESE.sub(r'<span lang="zh-CN">\g<0></span>', str(told)))

    def page(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """Return the page that `template` makes of `values`."""
        made = _templates().get_template(template)
        text = made.render(
            t=self.say,
            remark=self.remark,
            language=self.language,
            theme=self.theme,
            token=self.token,
            held=self.held,
            here=addresses.here(self.request),
            path=self.request.url.path,
            signed_in=COOKIE in self.request.cookies,
            limited=SCOPE.get() is not None,
            **values,
        )
        answer = HTMLResponse(text, status, HEADERS)
        chosen = self.request.query_params.getlist("media")
        if len(chosen) == 1 and chosen[0] in self.held.media:
            remember(answer, MEDIA, quote(chosen[0]))
        if self.request.cookies.get(TOKEN) != self.token:
            remember(answer, TOKEN, self.token)
        return answer

    def failed(self, error: Exception) -> HTMLResponse:
        """Return the page that says in plain words what went wrong. Raises `error` where it is the program's own."""
        if isinstance(error, EmptyLibraryError):
            return self.page("empty.html")
        if isinstance(error, RequestValidationError):
            return self.page(
                "error.html", 422, message=self.say("地址里有看不懂的内容，请从页面上的链接进入")
            )
        if isinstance(error, HTTPException):
            message = str(error.detail) if error.detail != HTTPStatus(error.status_code).phrase else ""
            return self.page("error.html", error.status_code, message=message)
        if isinstance(error, ProblemError):
            return self.page("error.html", error.status, message=error.detail)
        for kind, status, _ in KINDS:
            if isinstance(error, kind):
                return self.page("error.html", status, message=self.remark(str(error)))
        raise error


def remember(answer: Response, name: str, value: str, secure: bool = False) -> None:
    """Keep a value in the reader's browser, for this site's own requests alone; `secure`: over HTTPS alone."""
    answer.set_cookie(name, value, max_age=YEAR, httponly=True, samesite="strict", secure=secure)


class Page(APIRoute):
    """A route whose errors are pages too."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler, wrapped."""
        handler = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                return await handler(request)
            except Exception as error:
                return View(request).failed(error)

        return handled


Viewing = Annotated[View, Depends(View)]
