"""Keys that are limited to some media: what the present request may see."""

from __future__ import annotations

from contextvars import ContextVar

from api.errors import InvalidError, UnknownError

SCOPE: ContextVar[tuple[str, ...]] = ContextVar("scope", default=())
"""The media that the present request is limited to; empty for all."""


def within(media: str | None) -> str | None:
    """Return the media that a request for `media` (None: all) is about under the present limit.

    Raises UnknownError for a media outside it, as if it were not held, and InvalidError where one of several must
    be named.
    """
    allowed = SCOPE.get()
    if not allowed:
        return media
    if media is None:
        if len(allowed) == 1:
            return allowed[0]
        raise InvalidError(f"这把密钥只限于{'、'.join(allowed)}，请用 media 指明一家")
    if media not in allowed:
        raise UnknownError(f"资料库中没有媒体“{media}”，现有：{'、'.join(allowed)}")
    return media


def visible(media: str) -> bool:
    """Tell whether the present request may see what is of this media."""
    return not SCOPE.get() or media in SCOPE.get()
