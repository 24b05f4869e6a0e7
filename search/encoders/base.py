"""What every encoder offers, and the one error they raise."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
HUB_NAME = re.compile(r"[A-Za-z0-9][\w.-]*/[\w.-]+")
"""owner/name; names without an owner are taken for folders, as a typing error is then seen at once."""


class EncoderError(Exception):
    """A model cannot be opened or used. The message is one line in Chinese and says the mend."""


class Encoder(Protocol):
    """Turns texts into unit vectors whose dot product says how near two texts are in meaning."""

    @property
    def model_id(self) -> str:
        """Stable id, safe in a file name up to `/`: vectors of two models with the same id may be compared."""

    @property
    def dimension(self) -> int:
        """Length of every vector."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return an array of shape (len(texts), dimension), rows of length 1 (0 where nothing is known)."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """As `encode_passages`, with the model's prompt for queries where it has one."""


def normalised(vectors: NDArray[np.floating]) -> Vectors:
    """Return `vectors` (n, d) as float32 with rows of length 1; rows of zeros stay zero."""
    rows = np.ascontiguousarray(vectors, dtype=np.float32)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-12), dtype=np.float32)


def document_prompt(prompts: Mapping[str, str | None]) -> str:
    """Return the prompt for documents among a model's `prompts`, empty where there is none.

    sentence-transformers adds an empty "document" prompt to every model and then overlooks the "passage" prompt
    that models of the e5 family have; the first one that is not empty is meant.
    """
    return next((prompt for name in ("document", "passage", "corpus") if (prompt := prompts.get(name))), "")


def folder_id(folder: Path) -> str:
    """Return an id of 22 characters over the names and bytes of the model files in `folder`.

    Model cards and hidden files do not count, so that rewording a card re-embeds nothing.
    """
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if (
            not path.is_file()
            or name.endswith(".md")
            or any(part.startswith(".") for part in name.split("/"))
        ):
            continue
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
        digest.update(f"{name}\x1f{content}\x1e".encode())
    return f"local-{digest.hexdigest()[:16]}"
