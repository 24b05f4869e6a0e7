"""Precision, recall and F1 of counts that add up over reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Count:
    """How many the gold has, how many were found, and how many of them are the same."""

    gold: int = 0
    found: int = 0
    matched: int = 0

    def __add__(self, other: Count) -> Count:
        """Return both counts together."""
        return Count(self.gold + other.gold, self.found + other.found, self.matched + other.matched)

    @property
    def precision(self) -> float:
        """The share of the found that the gold has; 1 where nothing was found."""
        return self.matched / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 1 where the gold has nothing."""
        return self.matched / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
        return 2 * self.matched / (self.gold + self.found) if self.gold + self.found else 1.0

    def as_json(self) -> dict[str, float | int]:
        """Return shares with four digits, then the counts."""
        return {
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "gold": self.gold,
            "found": self.found,
            "matched": self.matched,
        }


@dataclass(frozen=True)
class Share:
    """How many of how many were right."""

    right: int = 0
    of: int = 0

    def __add__(self, other: Share) -> Share:
        """Return both together."""
        return Share(self.right + other.right, self.of + other.of)

    @property
    def rate(self) -> float | None:
        """The share of the right ones, None of none."""
        return self.right / self.of if self.of else None

    def as_json(self) -> dict[str, float | int | None]:
        """Return the share with four digits, then the counts."""
        return {
            "rate": None if self.rate is None else round(self.rate, 4),
            "right": self.right,
            "of": self.of,
        }
