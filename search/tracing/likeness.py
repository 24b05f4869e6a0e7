"""How far promises and what later reports say are about the same, by all that tells it of two texts."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from search.tracing import matters
from search.tracing.core import core
from search.tracing.once import each, encoded, together
from search.tracing.phrases import topics
from search.tracing.shares import Matrix, parts, shares, tables

if TYPE_CHECKING:
    from search.encoder import Encoder


@dataclass(frozen=True)
class Likeness:
    """One figure for each of `said` and each of `told`, shape (said, told); `search.tracing.signals` says what each is."""

    meaning: Matrix
    essence: Matrix
    """The meaning of what is left without figures, outlets and words of any topic."""
    letters: Matrix
    topic: Matrix
    rarity: Matrix
    """Of the topics that both show."""
    matter: Matrix
    vectors: Matrix
    """Of each of `told`, shape (told, dimension)."""
    cores: Matrix
    """Of what `essence` compares of each of `told`, shape (told, dimension)."""
    held: list[set[str]]
    """The parts of each of `told`."""

    @classmethod
    def of(
        cls,
        said: Sequence[str],
        told: Sequence[str],
        encoder: Encoder,
        named: AbstractSet[str],
        outlets: Sequence[str],
    ) -> Likeness:
        """Hold every text of `said` against every one of `told`, all as `plain` gives them; `outlets` with the longest first."""
        topic, rarity = shares(*tables(topics().shown(said), together(topics().shown, told)))
        held = each(lambda text: parts(text, named), told)
        vectors = encoded(encoder, told)
        cores = encoded(encoder, each(lambda text: core(text, outlets), told))
        return cls(
            meaning=encoder.encode_passages(said) @ vectors.T,
            essence=encoder.encode_passages([core(text, outlets) for text in said]) @ cores.T,
            letters=shares(*tables([parts(text, named) for text in said], held))[0],
            topic=topic,
            rarity=rarity,
            matter=matters.alike(said, told, encoder, outlets),
            vectors=vectors,
            cores=cores,
            held=held,
        )

    @property
    def fit(self) -> Matrix:
        """How well the two fit by all of it, from 0 to about 4."""
        return np.asarray(np.maximum(self.essence + self.letters + self.topic + self.matter, 0))
