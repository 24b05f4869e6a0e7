"""What each sign counts that a figure of a sentence is the one asked for; `python -m benchmarks.likely_figures` makes `figure_weights.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

KEPT = Path(__file__).with_suffix(".json")
CHOOSING = (
    "figure",
    "clause",
    "sentence",
    "paragraph",
    "head",
    "nearness",
    "unit",
    "only in unit",
    "characters at figure",
    "characters in clause",
    "characters up to clause",
)
"""What tells the figures of a year apart: the share of the question's weight that is told at the figure, up to its clauses, its sentence and its
paragraph, how much of the last word its clause tells, how near its clauses lie to the question, whether it is in the unit asked for (a half: in one
that may be meant) and the only one in that very unit, and the share of the characters asked for that it has at it, in its clause and up to that."""
DECIDING = (*CHOOSING, "unsaid", "words", "apart", "nearness apart", "another year")
"""What tells whether the best of them is meant at all: besides, the share of the question of which no report tells, how many words it asks by, how
far (as log odds, and by nearness) any other figure stays behind, and how much better one of a year fits that is not asked for."""


@dataclass(frozen=True)
class FigureWeights:
    """Both models."""

    choosing: tuple[float, ...]
    deciding: tuple[float, ...]
    bias: float
    """Of deciding, as log odds."""


@cache
def figure_weights() -> FigureWeights:
    """Return the weights that are kept."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    choosing, deciding = kept["choosing"], kept["deciding"]
    return FigureWeights(
        tuple(choosing[name] for name in CHOOSING),
        tuple(deciding[name] for name in DECIDING),
        deciding["bias"],
    )
