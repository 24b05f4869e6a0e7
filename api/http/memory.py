"""Memory that stays flat: what many threads share instead of each keeping a heap of its own."""

from __future__ import annotations

import contextlib
import ctypes

M_ARENA_MAX, M_MMAP_THRESHOLD, M_TRIM_THRESHOLD = -8, -3, -1
ARENAS = 2
LARGE = 256 * 1024
"""Bytes from which on a piece of memory is asked of the system by itself, and given back to it when freed."""


def share_heaps() -> None:
    """Let all threads of this process share a few heaps; to be called before there are many.

    The allocator of glibc gives up to eight heaps a core to threads, and what one request frees in one of them
    serves no request in another: with 50 readers over changing snapshots a service of 500 MB grew past 1.2 GB in
    a minute and on. What is large is kept out of these heaps: by itself the allocator puts ever larger pieces there, up
    to 32 MB, and after twenty clients 30 MB lay between them unused. Where there is no such allocator, nothing is done.
    """
    with contextlib.suppress(AttributeError, OSError):
        allocator = ctypes.CDLL(None)
        allocator.mallopt(M_ARENA_MAX, ARENAS)
        allocator.mallopt(M_MMAP_THRESHOLD, LARGE)
        allocator.mallopt(M_TRIM_THRESHOLD, LARGE)
