"""Costly things are made once, by one of those who ask together."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from search.once import once


def test_threads_that_come_together_are_given_one_thing() -> None:
    made: list[object] = []
    together = threading.Barrier(8)

    @once
    def costly() -> object:
        time.sleep(0.05)
        made.append(object())
        return made[-1]

    def ask(_: int) -> object:
        together.wait(5)
        return costly()

    with ThreadPoolExecutor(8) as crew:
        found = list(crew.map(ask, range(8)))
    assert len(made) == 1
    assert all(each is made[0] for each in found)
