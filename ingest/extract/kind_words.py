"""Outlets meant by a word for their kind, of which the media has one: 客户端开设“随手拍”, 本报在头版…, 日报《A》、商报《B》."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.extract.carrier_words import (
    ANY_PAPER,
    ENDS_OF_WORDS,
    ITEM_LEAD,
    JOINED,
    NOT_CARRIED,
    OUTLET_WORD,
    SHORT_OUTLET,
    WORD_BEFORE,
    WORDS,
)
from ingest.extract.wording import TIME_LEAD
from ingest.report import PlatformKind


class KindWords:
    """Reads such words in one report. All offsets are code points of its text."""

    def __init__(self, text: str, media: str, kinds: Mapping[str, PlatformKind]) -> None:
        """Look at `text`, the report of `media`, whose outlets are the keys of `kinds`."""
        self._text = text
        self._media = media
        self._kinds = kinds

    def by_word(self, start: int, end: int) -> tuple[bool, str | None]:
        """Return whether a word for one kind of outlet stands in ``text[start:end]``, and the outlet of the media that it means.

        客户端开设“随手拍”, 本报在头版开辟“A”, 微博话题#…#; 在报纸、网站开设… means none in particular.
        """
        lead = TIME_LEAD.sub("", self._text[start:end])
        if short := SHORT_OUTLET.match(lead):
            # 头条客户端同步推出…, of 赣东头条客户端
            full = {name for name in self._kinds if name.endswith(short["name"])}
            if len(full) == 1:
                return True, full.pop()
        found = list(OUTLET_WORD.finditer(lead))
        if not found:
            return False, None
        if len(found) > 1 and JOINED.fullmatch(lead, found[-2].end("word"), found[-1].start("word")):
            return True, None
        last = found[-1]
        if NOT_CARRIED.search(lead, last.end()) or re.match(
            r"(?![在于的])[一-龥]{0,4}[、和及与等]", lead[last.end() :]
        ):
            return True, None
        return True, self.meant(last["word"])

    def beside(self, start: int, end: int) -> str | None:
        """Return for 日报《A》、商报《B》 the one outlet that a word for its kind means which stands right before the names at `end`."""
        if self._text[end - 1] not in ENDS_OF_WORDS:
            return None
        word = WORD_BEFORE.search(ITEM_LEAD.sub("", self._text[start:end]))
        return self.meant(word["word"]) if word else None

    def meant(self, word: str) -> str | None:
        """Return the one outlet of the media that a word for a kind means: 客户端, 本报, 晚报."""
        kind = next(kind for words, kind in WORDS if words.fullmatch(word))
        part = (
            word[:2]
            if kind is PlatformKind.OTHER or word == "卫视"
            else word
            if kind is PlatformKind.NEWSPAPER and word[-1] in "报刊"
            else ""
        )
        return self.only(kind, "" if part in ANY_PAPER else part)

    def only(self, kind: PlatformKind, part: str = "") -> str | None:
        """Return the one outlet of a kind that the media has, else the one that the media is called after."""
        names = [
            name
            for name, of in self._kinds.items()
            if of is kind and part in name and not name.endswith("大喇叭")
        ]
        if len(names) > 1:
            house = re.sub(r"(?:报业集团|集团|传媒|报社|杂志社|社)$", "", self._media)
            names = [name for name in names if name in {house, f"{house}报", self._media}]
        return names[0] if len(names) == 1 else None
