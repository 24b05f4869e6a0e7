"""What people decided of entities, as the building of graphs applies it: which are one, which spellings are another."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from rdflib import URIRef

from kg.vocabulary import DATA


@dataclass(frozen=True)
class Resolution:
    """Ids are those of `kg.entities` without the namespace: ``work-0123456789abcdef``."""

    merged: Mapping[str, str] = field(default_factory=dict)
    """Entity → the one that it is."""
    apart: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(Entity, spelling) → the entity that this spelling of it is."""

    labels: Mapping[str, str] = field(default_factory=dict)
    """Entity that others were merged into → its name when that was decided."""

    def of(self, entity: URIRef, name: str) -> URIRef:
        """Return the entity that `name` stands for, where by its spelling alone it would be `entity`."""
        if not self.merged and not self.apart:
            return entity
        found = str(entity).removeprefix(DATA)
        seen = {found}
        while True:
            following = self.apart.get((found, name))
            if following is None or following in seen:
                following = self.merged.get(found)
            if following is None or following in seen:
                # A spelling that was set apart and merged back has led around to where it came from.
                return URIRef(f"{DATA}{following or found}")
            found = following
            seen.add(found)

    def name_of(self, entity: URIRef) -> str | None:
        """Return under which name an entity stands for those that were merged into it, None where none were."""
        return self.labels.get(str(entity).removeprefix(DATA))


AS_SPELT = Resolution()
"""No decision: entities are what their normalised names make them."""


def apart_id(entity: str, spelling: str) -> str:
    """Return the id of the entity that one spelling of `entity` becomes."""
    kind = entity.rpartition("-")[0]
    digest = hashlib.sha256(f"{entity}\x1f{spelling}".encode()).hexdigest()[:16]
    return f"{kind}-{digest}"
