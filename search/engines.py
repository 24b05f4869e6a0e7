"""Which engines do the work: this machine alone, or others behind the same interfaces.

They are settings of the process, one each, as the folder of the library and the model are: an environment variable,
or the option of a command that stands for it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final

GRAPH: Final = "YINZHENG_GRAPH"
SEARCH: Final = "YINZHENG_SEARCH"
INGEST: Final = "YINZHENG_ENGINE"


@dataclass(frozen=True)
class Engines:
    """Where each part of the work is done; None is here."""

    graph: str | None = None
    """A SPARQL 1.1 server that keeps the graph: ``sparql+https://user:password@host/sparql``."""
    search: str | None = None
    """A Milvus that keeps words and vectors: ``milvus://host:19530/database``, or a file of Milvus Lite."""
    ingest: str | None = None
    """A Ray cluster that reads the files: ``ray``, or ``ray://host:10001``."""


def engines() -> Engines:
    """Return the settings of this process."""
    graph, search, ingest = (os.environ.get(name) or None for name in (GRAPH, SEARCH, INGEST))
    return Engines(graph, search, ingest)
