"""Figures for Prometheus: what is stored, and how many requests were answered how."""

from __future__ import annotations

import threading
from collections import Counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from search.snapshots import Manifest


class Requests:
    """Counts answered requests by method, route and status; safe to use from many threads."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._counts: Counter[tuple[str, str, int]] = Counter()

    def add(self, method: str, route: str, status: int) -> None:
        """Count one request."""
        with self._guard:
            self._counts[method, route, status] += 1

    def lines(self) -> list[str]:
        """Return the counts in the text format of Prometheus."""
        with self._guard:
            held = sorted(self._counts.items())
        return [
            f'yinzheng_requests_total{{method="{method}",route="{route}",status="{status}"}} {count}'
            for (method, route, status), count in held
        ]


class Counting:
    """Counts every request by the route that answered it, never by its path: paths are without number."""

    def __init__(self, app: ASGIApp, requests: Requests) -> None:
        self.app = app
        self.requests = requests

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and count its answer."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)

        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                route = getattr(scope.get("route"), "path", "none")
                method = scope["method"] if scope["method"] in KNOWN else "other"
                self.requests.add(method, route, message["status"])
            await send(message)

        await self.app(scope, receive, counted)


KNOWN = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def page(manifest: Manifest | None, requests: Requests) -> str:
    """Return all figures in the text format of Prometheus."""
    figures = {
        "reports": ("Reports held", len(manifest.reports) if manifest else 0),
        "passages": ("Passages indexed", manifest.passages if manifest else 0),
        "facts": ("Facts held", manifest.facts if manifest else 0),
        "triples": ("Triples in the graph", manifest.triples if manifest else 0),
        "snapshot": ("Number of the live snapshot, 0 for none", int(manifest.id) if manifest else 0),
    }
    lines = []
    for name, (meaning, value) in figures.items():
        lines += [
            f"# HELP yinzheng_{name} {meaning}",
            f"# TYPE yinzheng_{name} gauge",
            f"yinzheng_{name} {value}",
        ]
    lines += ["# HELP yinzheng_requests_total Requests answered", "# TYPE yinzheng_requests_total counter"]
    return "\n".join([*lines, *requests.lines()]) + "\n"
