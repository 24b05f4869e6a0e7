"""The workbench put into the application."""

from __future__ import annotations

import os
from collections.abc import Awaitable

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from api.web.assets import STATIC
from api.web.drafts import Drafts
from api.web.holdings import Holdings
from api.web.pages import (
    ask,
    check,
    compare,
    entities,
    figures,
    guide,
    library,
    preferences,
    query,
    reader,
    search,
    start,
    trace,
)
from api.web.view import View

PAGES = (
    start,
    search,
    ask,
    trace,
    compare,
    figures,
    entities,
    reader,
    check,
    library,
    query,
    guide,
    preferences,
)


PROGRAMS = ("/v1/", "/sparql", "/mcp")
"""Addresses at which programs ask, whatever they accept."""


class _Static(StaticFiles):
    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Return a file; pages name it with the digest of all of them, so it may be kept for long."""
        answer = super().file_response(full_path, stat_result, scope, status_code)
        answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer


def install(app: FastAPI) -> None:
    """Let `app`, whose ``state.service`` is the service layer, answer with pages beside its other routes."""
    app.state.holdings = Holdings(app.state.service)
    app.state.drafts = Drafts()
    app.mount("/static", _Static(directory=STATIC), name="static")
    for page in PAGES:
        app.include_router(page.router)
    otherwise = app.exception_handlers[HTTPException]

    def missing(request: Request, error: Exception) -> Response | Awaitable[Response]:
        by_browser = "text/html" in request.headers.get("accept", "")
        unknown = isinstance(error, HTTPException) and error.status_code == 404
        if unknown and by_browser and not request.url.path.startswith(PROGRAMS):
            return View(request).failed(error)
        answered: Response | Awaitable[Response] = otherwise(request, error)
        return answered

    # An address that no route has: a page where a browser asks, else what programs are told.
    app.add_exception_handler(HTTPException, missing)
