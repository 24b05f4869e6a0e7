"""A stored report as every part of searching asks a library for it."""

from __future__ import annotations

from typing import Protocol


class Held(Protocol):
    """A stored report as the library lists it."""

    @property
    def id(self) -> str:
        """The report's id."""

    @property
    def media(self) -> str:
        """The media that it is of."""

    @property
    def year(self) -> int:
        """The year reported on."""
