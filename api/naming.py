"""What users' words mean, and what the system's mean to users."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from heapq import nlargest
from typing import TYPE_CHECKING

from api.access.scope import SCOPE, visible
from api.errors import UnknownError
from ingest.plain import simplified
from search.houses import house

if TYPE_CHECKING:
    from search.library import Library


def known_media(library: Library, name: str | None) -> str | None:
    """Return the media of the library that `name` means: its name, another spelling of it, or a part of one alone.

    None means all that the present request may see. Raises UnknownError, which names those there are, where it means
    none or several.
    """
    if name is None or not name.strip():
        return SCOPE.get()
    return meant(name, [media for media in library.media if visible(media)])


def meant(name: str, held: Sequence[str]) -> str:
    """Return the media of `held` that `name` means: its name, another spelling of it, or a part of one alone.

    Raises UnknownError, which names those there are, where it means none or several.
    """
    if name in held:
        return name
    wanted = _plain(name)
    found = [media for media in held if _plain(media) == wanted]
    found = found or [media for media in held if house(media) == house(name)]
    found = found or [media for media in held if wanted in _plain(media)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownError(f"“{name}”可指{_some(found, wanted)}，请写全名")
    raise UnknownError(f"资料库中没有媒体“{name}”，现有：{_some(held, wanted)}")


_SHOWN = 12
"""Media told by name in a message; of more those whose names are most like what was written."""


def _some(media: Sequence[str], wanted: str) -> str:
    if len(media) <= _SHOWN:
        return "、".join(media)
    alike = nlargest(_SHOWN, media, key=lambda each: SequenceMatcher(None, wanted, _plain(each)).ratio())
    return f"{'、'.join(alike)}等{len(media)}家"


def _plain(name: str) -> str:
    return "".join(simplified(unicodedata.normalize("NFKC", name).casefold()).split())
