"""What the service layer raises beside the floors' own errors. Every message is one line in Chinese."""

from __future__ import annotations


class UnknownError(Exception):
    """Something asked for by name or id is not in the library."""


class InvalidError(Exception):
    """What was asked does not make sense; the message says what would."""
