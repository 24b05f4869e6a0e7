"""Costly things are made once, by one of those who ask together."""

from __future__ import annotations

import gc
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor

from search.once import once, once_of


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


class _Model:
    pass


class _Learnt:
    def __init__(self, model: _Model) -> None:
        self.model = model


def test_what_is_made_of_a_thing_is_made_once_and_goes_with_it() -> None:
    model = _Model()
    learnt = once_of(model, _Learnt)
    assert once_of(model, _Learnt) is learnt
    assert once_of(_Model(), _Learnt) is not learnt
    gone = weakref.ref(model)
    del model, learnt
    gc.collect()
    assert gone() is None
