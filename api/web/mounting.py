"""The workbench put into the application."""

from __future__ import annotations

import os
from pathlib import Path

from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from api.web.holdings import Holdings
from api.web.pages import (
    ask,
    compare,
    entities,
    figures,
    guide,
    library,
    preferences,
    reader,
    search,
    start,
    trace,
)

STATIC = Path(__file__).parent / "static"
PAGES = (start, search, ask, trace, compare, figures, entities, reader, library, guide, preferences)


class _Static(StaticFiles):
    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Return a file; pages name it with the version of the program, so it may be kept for long."""
        answer = super().file_response(full_path, stat_result, scope, status_code)
        answer.headers["Cache-Control"] = "public, max-age=86400"
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer


def install(app: FastAPI) -> None:
    """Let `app`, whose ``state.service`` is the service layer, answer with pages beside its other routes."""
    app.state.holdings = Holdings(app.state.service)
    app.mount("/static", _Static(directory=STATIC), name="static")
    for page in PAGES:
        app.include_router(page.router)
