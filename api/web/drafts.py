"""Drafts that were just checked: kept in memory for a while, so that what was found has an address."""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from search.answers import Findings

KEPT_FOR = 8 * 3600
"""Seconds that a checked draft can be opened again: a day's work."""
ROOM = 64 * 1024 * 1024
"""Bytes of drafts that are kept; the oldest go first."""


@dataclass(frozen=True)
class Checked:
    """A draft as it was sent, and what was found in it. `owner` is the token of the browser that sent it."""

    owner: str
    name: str
    content: bytes
    year: int | None
    found: Findings
    at: float


class Drafts:
    """The drafts checked lately. Nothing of them is written to the disk. Safe to use from many threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` tells seconds that only grow."""
        self._clock = clock
        self._held: OrderedDict[str, Checked] = OrderedDict()
        self._guard = threading.Lock()

    def put(self, owner: str, name: str, content: bytes, year: int | None, found: Findings) -> str:
        """Keep a checked draft and return the name that it can be asked for by, which nobody can guess."""
        key = secrets.token_urlsafe(18)
        with self._guard:
            self._held[key] = Checked(owner, name, content, year, found, self._clock())
            self._forget()
        return key

    def get(self, key: str, owner: str) -> Checked | None:
        """Return a draft to the browser that sent it; None where there is no such draft, or no longer."""
        with self._guard:
            self._forget()
            draft = self._held.get(key)
        if draft is None or not hmac.compare_digest(draft.owner.encode(), owner.encode()):
            return None
        return draft

    def _forget(self) -> None:
        oldest = self._clock() - KEPT_FOR
        while self._held and (
            next(iter(self._held.values())).at < oldest
            or (len(self._held) > 1 and sum(_size(each) for each in self._held.values()) > ROOM)
        ):
            self._held.popitem(last=False)


def _size(draft: Checked) -> int:
    # What was found holds the draft's text once more, up to four bytes a character.
    return len(draft.content) + 4 * len(draft.found.text)
