"""What one query may cost."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds of every query. The defaults suit one office machine."""

    seconds: float = 20.0
    """A query that takes longer is killed with its process."""
    rows: int = 10_000
    """Rows, or triples, of an answer; what is beyond is left out, and the answer says so."""
    answer_bytes: int = 64 << 20
    """Bytes of an answer."""
    query_chars: int = 256 << 10
    """Characters of a query; VALUES with some ten thousand names fit."""
    memory: int = 1536 << 20
    """Bytes of address space of a process, of which some 450 MiB are Oxigraph's own before the first query."""
    workers: int = max(2, min(4, os.cpu_count() or 1))
    """Queries that run at the same time."""
    waiting: int = 64
    """Queries that may wait for a process; more are refused at once."""
    patience: float = 5.0
    """Seconds that a query waits for a process before it is told to come again."""
