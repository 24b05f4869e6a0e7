"""What each way in asks for. What stands in no line here is refused to all but administrators."""

from __future__ import annotations

import re

from api.access.keys import Role

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN = re.compile(r"/(?:healthz|readyz|login|logout|preferences|static/.*)")
"""Asks for no key: that the service lives, and what a browser needs to hand over its key."""
WRITES: tuple[tuple[str, Role], ...] = (
    (r"/sparql", Role.READER),
    (r"/mcp", Role.READER),
    (r"/(?:v1/)?check", Role.READER),
    (r"/v1/reports|/library", Role.EDITOR),
    (r"(?:/v1)?/trace/[^/]+/decisions(?:/.*)?", Role.EDITOR),
)
"""Paths that are posted to, each with the role that it asks for."""
SCOPED = re.compile(
    r"/v1/(?:search|ask|trace|compare|check|reports|jobs|entities|metrics)(?:/.*)?"
    r"|/(?:search|ask|trace|compare|figures|entities|reports|check|library)(?:/.*)?|/|/help"
    r"|/mcp|/docs|/openapi\.json"
)
"""All that a key limited to one media may reach: what tells media apart, and what tells of none."""


def needed(method: str, path: str) -> Role | None:
    """Return the role that a request asks for, None where it asks for no key."""
    if OPEN.fullmatch(path):
        return None
    if method in SAFE:
        return Role.READER
    if method == "POST":
        for pattern, role in WRITES:
            if re.fullmatch(pattern, path):
                return role
    return Role.ADMIN
