"""An entity and its neighbours as a small drawing: itself in the middle, the others around it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from api.catalogue import Neighbour

WIDTH, HEIGHT = 640, 340
MOST = 10
"""Neighbours drawn; the list below the drawing has all."""
LONGEST = 12
"""Characters of a name that are drawn."""


@dataclass(frozen=True)
class Ray:
    """A neighbour in its place."""

    neighbour: Neighbour
    x: float
    y: float
    anchor: str
    """Where its name begins from: start, middle or end."""
    text_x: float
    text_y: float
    name: str


@dataclass(frozen=True)
class Star:
    """The drawing."""

    rays: list[Ray]
    width: int = WIDTH
    height: int = HEIGHT
    x: int = WIDTH // 2
    y: int = HEIGHT // 2


def star(neighbours: Sequence[Neighbour]) -> Star:
    """Return the places of the most frequent neighbours on an ellipse, from the top on, clockwise."""
    shown = neighbours[:MOST]
    rays = []
    for number, neighbour in enumerate(shown):
        # Half a step on, so that with two or four neighbours none stands right above or below another's name.
        angle = -math.pi / 2 + 2 * math.pi * (number + 0.5) / len(shown)
        across, up = math.cos(angle), math.sin(angle)
        x, y = WIDTH / 2 + across * 150, HEIGHT / 2 + up * 118
        anchor = "middle" if abs(across) < 0.2 else "start" if across > 0 else "end"
        aside = 0 if anchor == "middle" else 14 if across > 0 else -14
        drop = (24 if up > 0 else -16) if anchor == "middle" else 5
        name = neighbour.label if len(neighbour.label) <= LONGEST else neighbour.label[: LONGEST - 1] + "…"
        rays.append(
            Ray(neighbour, round(x, 1), round(y, 1), anchor, round(x + aside, 1), round(y + drop, 1), name)
        )
    return Star(rays)
