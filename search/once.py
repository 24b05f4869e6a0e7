"""Making a costly thing once, however many threads ask for it at the same moment."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")
Owner = TypeVar("Owner")

_made_of = threading.RLock()


def once(make: Callable[[], Made]) -> Callable[[], Made]:
    """Return a function that calls `make` the first time and gives back what that made ever after.

    `functools.cache` alone lets threads that come together each make their own: twenty readers of a service just
    started loaded the dictionary of words twenty times, 70 MB each.
    """
    made = functools.cache(make)
    guard = threading.RLock()

    @functools.wraps(make)
    def get() -> Made:
        with guard:
            return made()

    return get


def once_of(owner: Owner, make: Callable[[Owner], Made]) -> Made:
    """Return what `make` makes of `owner`, made the first time and kept on `owner`, so that both go together.

    A WeakKeyDictionary keeps an owner for ever whose value holds it: a service kept the encoder of each snapshot, 50 MB
    each. `make` is a function with a name of its own, by which what it made is found again.
    """
    with _made_of:
        kept: dict[Callable[[Owner], Made], Made] = vars(owner).setdefault("_made_once", {})
        if make not in kept:
            kept[make] = make(owner)
        return kept[make]
