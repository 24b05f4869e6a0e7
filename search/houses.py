"""Which names in the titles of reports are one media's: 江南日报 and 江南日报社, 江南广播电视台 and 江南广播电视台（江南省全媒体中心）."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from ingest.plain import simplified

_BRACKETS = re.compile(r"[(（〔\[][^()（）〔〕\[\]]*[)）〕\]]")
# 江南日报|社, 江南文学杂志|社: the house of the paper that it puts out. 中国新闻社 is called so itself.
_OF_THE_HOUSE = re.compile(r"(?<=[报刊志])社$")


def house(media: str) -> str:
    """Return what all spellings of a media's name have in common: without brackets, blanks and the 社 behind a paper's name, in simplified characters."""
    plain = "".join(simplified(unicodedata.normalize("NFKC", media).casefold()).split())
    bare = _OF_THE_HOUSE.sub("", _BRACKETS.sub("", plain))
    return bare or plain


def one_name(told: Iterable[tuple[str, int]], held: Iterable[str]) -> Mapping[str, str]:
    """Return by each name that a media goes by in `told` (media, year) the one under which its reports are kept.

    `held` are the media of the reports stored already, one for each: what is stored keeps its name, and what is not takes
    the name of what is. Else it is the name that most of the reports told give, of two the one of the latest.
    """
    reports, held = list(told), list(held)
    names: dict[str, Counter[str]] = {}
    for media in held:
        names.setdefault(house(media), Counter())[media] += 1
    latest: dict[str, int] = {}
    new: dict[str, Counter[str]] = {}
    for media, year in reports:
        latest[media] = max(year, latest.get(media, year))
        if house(media) not in names:
            new.setdefault(house(media), Counter())[media] += 1
    chosen = {
        key: max(found, key=lambda name: (found[name], latest.get(name, 0), name))
        for key, found in {**names, **new}.items()
    }
    return {media: media if media in held else chosen[house(media)] for media, _ in reports}
