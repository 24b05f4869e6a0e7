"""Outlets that go on under another name, where the report says so.

“海州通”客户端4月26日更名为“看海州”            the old name, a verb, the new name
“看海州”客户端（原“海州通”客户端）焕新上线       the old name in brackets
南州乡村振兴广播由南州农村广播更名而来           the new name first
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.extract.outlet_words import RENAMING, platform_key
from ingest.extract.ownership import PlatformSpan
from ingest.extract.platforms import PlatformNames
from ingest.reading import Reading
from ingest.report import Renaming

_FORMERLY = re.compile(r"[（(]?(?:，)?(?:原名|原称|原为|原|前身(?:是|为)|曾用名)[《“]?")
_CAME_FROM = re.compile(r"[^，。；]{0,6}?由(?:原)?[《“]?")
_CAME = re.compile(r"[^，。；]{0,16}?(?:更名|改名|易名|改版|升级|改组|转型)而来")


def extract_renamings(reading: Reading, platforms: PlatformNames) -> Iterator[Renaming]:
    """Yield each renaming once, between two outlets that the report both names.

    Example: ``“海州通”客户端更名为“看海州”`` → 海州通客户端, app → 看海州客户端, app.
    """
    seen: set[tuple[str, str]] = set()
    for one, other in pairwise(platforms.mentions):
        told = _told(reading.text, one, other)
        if told is None or reading.sentence_at(one.start) != reading.sentence_at(other.start):
            continue
        before, after, end = told
        key = (platform_key(before.name), platform_key(after.name))
        if key[0] != key[1] and key not in seen:
            seen.add(key)
            yield Renaming(
                before=before.name,
                before_kind=before.kind,
                after=after.name,
                after_kind=after.kind,
                evidence=reading.evidence(one.start, end),
            )


def _told(text: str, one: PlatformSpan, other: PlatformSpan) -> tuple[PlatformSpan, PlatformSpan, int] | None:
    """The old outlet, the new one and where the words end that say so; None where they say nothing of a renaming."""
    if RENAMING.fullmatch(text, one.end, other.start):
        return one, other, other.end
    if _FORMERLY.fullmatch(text, one.end, other.start):
        return other, one, other.end
    came = _CAME.match(text, other.end)
    if came and _CAME_FROM.fullmatch(text, one.end, other.start):
        return other, one, came.end()
    return None
