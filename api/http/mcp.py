"""`/mcp`: the tools of `api.mcp` by streamable HTTP, in the same application."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from anyio.to_thread import run_sync
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from api.service import Service

if TYPE_CHECKING:
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager


class Endpoint:
    """The route, and what must run while the application does.

    The SDK is loaded with the first request: a service that no assistant asks starts sooner and is 20 MB smaller.
    """

    def __init__(self, service: Service) -> None:
        """Answer assistants from `service`. No session is kept: every tool only reads."""
        self._service = service
        self._asked = asyncio.Event()
        self._opened = asyncio.Event()
        self._keeper: asyncio.Task[None] | None = None
        self._answers: ASGIApp | None = None
        self.route: BaseRoute = Route("/mcp", endpoint=_Handler(self))

    async def application(self) -> ASGIApp:
        """Return what answers requests, once it runs."""
        if self._keeper is None:
            raise RuntimeError("the application is not running")
        self._asked.set()
        opened = asyncio.create_task(self._opened.wait())
        await asyncio.wait({opened, self._keeper}, return_when=asyncio.FIRST_COMPLETED)
        opened.cancel()
        if self._answers is None:
            await self._keeper  # It raises why it came to no answers.
            raise RuntimeError("the application has ended")
        return self._answers

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Let requests be answered in this context; it can be entered once."""
        # What the SDK opens must be closed by the task that opened it.
        self._keeper = asyncio.create_task(self._keep())
        try:
            yield
        finally:
            self._keeper.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._keeper

    async def _keep(self) -> None:
        await self._asked.wait()
        application, manager = await run_sync(_open, self._service)
        async with manager.run():
            self._answers = application
            self._opened.set()
            await asyncio.Event().wait()


class _Handler:
    """An application of its own, so that the route takes it for one whatever the method."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        application = await self._endpoint.application()
        await application(scope, receive, send)


def _open(service: Service) -> tuple[ASGIApp, StreamableHTTPSessionManager]:
    from mcp.server.transport_security import TransportSecuritySettings

    from api.mcp import create_server

    server = create_server(service)
    application = server.streamable_http_app(
        stateless_http=True,
        # The application's own guard stands before it and tells the same for every route.
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
    return application, server.session_manager
