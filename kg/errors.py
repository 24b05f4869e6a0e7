"""What goes wrong with a graph store."""

from __future__ import annotations


class StoreError(Exception):
    """A store cannot be opened, written or copied. The message is one line in Chinese."""
