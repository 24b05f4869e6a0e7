"""Drafts: reading one, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.errors import InvalidError, UnknownError
from api.naming import known_media
from ingest.report import Report

if TYPE_CHECKING:
    from search.library import Library

Job = tuple[bytes, str, str | None, int | None]
"""Content, file name, stated media, stated year."""


def understood(content: bytes, name: str, media: str | None, year: int | None, *, apart: bool) -> Report:
    """Return what is understood of a draft, in a limited process of its own where it is to be read `apart`.

    Raises InvalidError, which names the file and the mend.
    """
    from ingest.readers.base import ReadingError
    from search.workers import run

    outcome = next(iter(run(_understand, [(content, name, media, year)], int(apart))))
    if isinstance(outcome.error, ReadingError):
        raise InvalidError(f"{name}：{outcome.error}")
    if outcome.error is not None:
        raise InvalidError(f"{name}：读不了这份稿件（{outcome.error}），请另存一份再试") from outcome.error
    draft: Report = outcome.result
    return draft


def _understand(job: Job) -> Report:
    from ingest.pipeline import understand

    return understand(*job, part=True)


def media_of(library: Library, draft: Report, name: str) -> str:
    """Return the stored media that a draft names as its own, else the only one there is.

    Raises InvalidError where neither tells it.
    """
    if draft.media is not None:
        try:
            found = known_media(library, draft.media)
        except UnknownError:
            found = None
        if found is not None:
            return found
    if len(library.media) == 1:
        return library.media[0]
    raise InvalidError(f"{name}：看不出是哪家媒体的稿件，请用 --media 指明，现有：{'、'.join(library.media)}")
