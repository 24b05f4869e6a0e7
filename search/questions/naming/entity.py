"""What a question can name."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.report import PlatformKind
from kg.entities import EntityKind


@dataclass(frozen=True)
class Entity:
    """Something a question can name."""

    iri: str
    kind: EntityKind
    label: str
    """As the latest report spells it."""
    outlet: PlatformKind | None = None
    names: frozenset[str] = frozenset()
    """Keys of all its names."""
