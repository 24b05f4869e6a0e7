"""How often somebody may do something."""

from __future__ import annotations

import threading
import time

TRIES = 10
"""Wrong keys that one address may send in a minute, to whatever asks for one."""
TOO_MANY_WRONG = "错误的密钥太多，请稍后再试"


def guesses() -> Allowance:
    """Return what one service allows in wrong keys, by address."""
    return Allowance(TRIES / 60, TRIES)


class Allowance:
    """So many at once, and so many a second afterwards, for each of many names. Forgets those at rest."""

    def __init__(self, rate: float, most: float) -> None:
        """Allow `most` at once and `rate` a second in the long run."""
        self._rate, self._most = rate, most
        self._guard = threading.Lock()
        self._held: dict[str, tuple[float, float]] = {}

    def take(self, name: str) -> bool:
        """Take one where one may be taken; tell whether."""
        with self._guard:
            held = self._now(name)
            if len(self._held) > 10_000:
                self._held.clear()
            self._held[name] = (held - 1 if held >= 1 else held, time.monotonic())
            return held >= 1

    def _now(self, name: str) -> float:
        if name not in self._held:
            return self._most
        held, at = self._held[name]
        return min(self._most, held + (time.monotonic() - at) * self._rate)
