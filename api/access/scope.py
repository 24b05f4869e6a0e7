"""Keys that are limited to one media: what the present request may see."""

from __future__ import annotations

from contextvars import ContextVar

SCOPE: ContextVar[str | None] = ContextVar("scope", default=None)
"""The media that the present request is limited to; None for all."""


def visible(media: str) -> bool:
    """Tell whether the present request may see what is of this media."""
    return SCOPE.get() in (None, media)
