"""Memory that stays flat: what many threads share instead of each keeping a heap of its own."""

from __future__ import annotations

import contextlib
import ctypes

M_ARENA_MAX = -8
ARENAS = 2


def share_heaps() -> None:
    """Let all threads of this process share a few heaps; to be called before there are many.

    The allocator of glibc gives up to eight heaps a core to threads, and what one request frees in one of them
    serves no request in another: with 50 readers over changing snapshots a service of 500 MB grew past 1.2 GB in
    a minute and on. Where there is no such allocator, nothing is done.
    """
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, ARENAS)
