"""Places in a text, white space aside: where quotes stand and how far two places share characters."""

from __future__ import annotations

import bisect
import unicodedata

Place = tuple[int, int]
"""0-based start and exclusive end, counted over the characters that are not white space."""


def squeeze(text: str) -> str:
    """Return `text` in NFC without any white space."""
    return "".join(unicodedata.normalize("NFC", text).split())


class Squeezed:
    """A text without its white space, with the way back to the text's own offsets."""

    def __init__(self, text: str) -> None:
        """Take `text`, which is NFC already, as every `Report.text` is."""
        self.text = text
        self._kept = [offset for offset, character in enumerate(text) if not character.isspace()]
        self.squeezed = "".join(text[offset] for offset in self._kept)

    def place(self, start: int, end: int) -> Place:
        """Return the place of ``text[start:end]`` (code points, end exclusive)."""
        return bisect.bisect_left(self._kept, start), bisect.bisect_left(self._kept, end)

    def find(self, quote: str) -> tuple[Place, ...]:
        """Return every place at which `quote` stands, none where it does not."""
        wanted = squeeze(quote)
        found: list[Place] = []
        start = self.squeezed.find(wanted) if wanted else -1
        while start >= 0:
            found.append((start, start + len(wanted)))
            start = self.squeezed.find(wanted, start + 1)
        return tuple(found)

    def sentence(self, place: Place) -> str:
        """Return the sentence of the text around `place`, on one line."""
        if not self._kept:
            return ""
        start = self._kept[min(place[0], len(self._kept) - 1)]
        end = self._kept[min(max(place[1] - 1, place[0]), len(self._kept) - 1)]
        while start > 0 and self.text[start - 1] not in "。！？\n":
            start -= 1
        while end < len(self.text) - 1 and self.text[end] not in "。！？\n":
            end += 1
        return " ".join(self.text[start : end + 1].split())


def overlap(one: tuple[Place, ...], other: tuple[Place, ...]) -> bool:
    """Return whether any place of `one` shares a character with any of `other`."""
    return any(a[0] < b[1] and b[0] < a[1] for a in one for b in other)


def shared(one: tuple[Place, ...], other: tuple[Place, ...]) -> float:
    """Return the best intersection over union, 0 to 1, of a place of `one` with a place of `other`."""
    best = 0.0
    for a in one:
        for b in other:
            common = min(a[1], b[1]) - max(a[0], b[0])
            if common > 0:
                best = max(best, common / (a[1] - a[0] + b[1] - b[0] - common))
    return best
