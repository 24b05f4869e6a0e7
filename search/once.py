"""Making a costly thing once, however many threads ask for it at the same moment."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")


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
