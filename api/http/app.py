"""The application, by factory."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import AsyncIterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.middleware.body_limit import RequestBodyLimitMiddleware

from api.access.allowance import guesses
from api.http import answers, catalogue, checking, docs, health, jobs, problems, reports, sparql
from api.http.access import KeysOnly
from api.http.document import complete
from api.http.figures import Counting, Requests
from api.http.freshness import Freshness
from api.http.guard import LARGEST, OwnPages
from api.http.logs import Logged
from api.http.mcp import Endpoint
from api.jobs import Jobs, Progress
from api.keeping import PATIENCE
from api.service import Service
from api.sparql.endpoint import Endpoint as SparqlEndpoint
from api.sparql.limits import Limits
from api.web.mounting import install as install_pages
from api.web.pages import login
from search.answers import IngestSummary

DESCRIPTION = """印证读媒体历年的社会责任报告，回答问题，并给出每句话的出处。

`start`、`end` 是报告正文（`text`）里的字符位置，从 0 数起，不含 `end`：总有 `text[start:end] == quote`。
出错时一律回答 RFC 9457 的 `application/problem+json`。
"""


class _Application(FastAPI):
    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI document with its descriptions and examples."""
        if self.openapi_schema is None:
            complete(super().openapi())
        return super().openapi()


def create_app(
    data_dir: Path | str,
    model: str | None = None,
    limits: Limits | None = None,
    keys_required: bool = False,
    rerank: str | None = None,
) -> FastAPI:
    """Return the service of the library in `data_dir`; `model` None takes the one that it was built with.

    `limits` bound what a SPARQL query may cost. With `keys_required` every request needs a key of the library;
    without, only this machine is answered. `rerank` names the cross-encoder that reorders the first hits.

    Where `model` is another one than the library was built with, or the embedded one has changed since, all is
    embedded anew in a thread of its own; the library answers as it was until that is done.

    Nothing is opened until the first request. A snapshot that goes live is taken up by the next request, while
    those under way keep theirs.
    """
    service = Service(data_dir, model, rerank, follow=True)
    assistants = Endpoint(service)
    queries = SparqlEndpoint(service, limits)

    def store(paths: list[Path], media: str | None, year: int | None, progress: Progress) -> IngestSummary:
        return service.ingest(paths, media=media, year=year, progress=progress, patience=PATIENCE)

    work = Jobs(service.data_dir, store)

    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        if service.outdated():
            threading.Thread(target=service.follow_model, name="model", daemon=True).start()
        async with assistants.running():
            work.resume()
            yield
        work.close()
        queries.close()
        service.close()

    app = _Application(
        title="印证 Yinzheng",
        version=version("yinzheng"),
        description=DESCRIPTION,
        lifespan=lifespan,
        # FastAPI's own pages load their scripts from elsewhere; this service works without internet.
        docs_url=None,
        redoc_url=None,
    )
    app.state.service = service
    app.state.requests = Requests()
    app.state.sparql = queries
    app.state.jobs = work
    for module in (answers, checking, reports, jobs, catalogue, sparql, health, docs):
        app.include_router(module.router)
    app.router.routes.append(assistants.route)
    problems.install(app)
    install_pages(app)
    # For bodies that tell no length; the guard, which stands before it, refuses the others before they are sent.
    app.add_middleware(RequestBodyLimitMiddleware, max_body_size=LARGEST)
    app.add_middleware(Freshness, service=service)
    if keys_required:
        app.state.guesses = guesses()
        app.include_router(login.router)
        app.add_middleware(KeysOnly, keys=service.keys, guesses=app.state.guesses)
    app.add_middleware(OwnPages, loopback=not keys_required)
    app.add_middleware(Counting, requests=app.state.requests)
    app.add_middleware(Logged)
    return app
