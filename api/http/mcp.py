"""`/mcp`: the tools of `api.mcp` by streamable HTTP, in the same application."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager

from mcp.server.transport_security import TransportSecuritySettings
from starlette.routing import BaseRoute

from api.mcp import create_server
from api.service import Service


class Endpoint:
    """The route, and what must run while the application does."""

    def __init__(self, service: Service) -> None:
        """Answer assistants from `service`. No session is kept: every tool only reads."""
        server = create_server(service)
        application = server.streamable_http_app(
            stateless_http=True,
            # The application's own guard stands before it and tells the same for every route.
            transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
        )
        (self.route,) = application.routes
        self._manager = server.session_manager

    route: BaseRoute

    def running(self) -> AbstractAsyncContextManager[None]:
        """Return the context in which requests can be answered; it can be entered once."""
        return self._manager.run()
